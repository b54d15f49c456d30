"""Turns a picture into a PDF of one page that shows nothing else, and that into pixels."""

import zlib

import pypdfium2
from PIL import Image

from booklet.picture import Picture


def placed(picture: Picture) -> bytes:
    """A page of the picture's natural size that it fills. Object n of the picture is object n + 5 of the file."""
    size = b"%.4f %.4f" % (picture.width, picture.height)
    matrix = b"%.4f 0 0 %.4f 0 0" % (picture.width, picture.height) if picture.unit else b"1 0 0 1 0 0"
    content = b"q %s cm /X Do Q" % matrix
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %s]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>" % size,
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content),
    ]
    for part in picture.objects:
        body = b"".join(piece if isinstance(piece, bytes) else b"%d 0 R" % (piece + 5) for piece in part.parts)
        if part.stream is not None:
            assert body.endswith(b">>")
            body = b"%s/Length %d>>\nstream\n%s\nendstream" % (body[:-2], len(part.stream), part.stream)
        bodies.append(body)
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, len(out))
    return bytes(out) + b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1) + table + end


def rendered(pdf: bytes, page: int = 0, scale: float = 1.0) -> Image.Image:
    """A page of a PDF on white, by default one pixel a point."""
    with pypdfium2.PdfDocument(pdf) as document:
        return document[page].render(scale=scale).to_pil().convert("RGB")


def unpacked(picture: Picture) -> list[bytes]:
    """The Flate streams of a picture, decoded."""
    coded = [part for part in picture.objects if part.stream is not None and b"FlateDecode" in part.parts[-1]]
    return [zlib.decompress(part.stream) for part in coded]
