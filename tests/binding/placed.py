"""Turns a picture into a PDF of one page that shows nothing else, a hand-written page into a file, and files into pixels."""

import zlib

import pypdfium2
from PIL import Image, ImageChops

from booklet.picture import Picture


def written(bodies: dict[int, bytes]) -> bytes:
    """A PDF of these numbered object bodies; object 1 is the catalog. Keys have no gaps."""
    out = bytearray(b"%PDF-1.7\n")
    table = b"0000000000 65535 f \n"
    for number, body in sorted(bodies.items()):
        table += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size = len(bodies) + 1
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return bytes(out) + b"xref\n0 %d\n" % size + table + end


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Body of a stream object, coded as `entries` says."""
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), entries, data)


def page_pdf(
    content: bytes,
    resources: bytes = b"",
    *more: bytes,
    box: bytes = b"/MediaBox[0 0 200 300]",
    page: bytes = b"",
    catalog: bytes = b"",
) -> bytes:
    """A file of one page; `more` are objects 5, 6, …"""
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R%s/Contents 4 0 R/Resources<<%s>>%s>>" % (box, resources, page),
        stream(content),
        *more,
    ]
    return written(dict(enumerate(bodies, 1)))


def placed(picture: Picture) -> bytes:
    """A page of the picture's natural size that it fills. Object n of the picture is object n + 5 of the file."""
    size = b"%.4f %.4f" % (picture.width, picture.height)
    matrix = b"%.4f 0 0 %.4f 0 0" % (picture.width, picture.height) if picture.pixels else b"1 0 0 1 0 0"
    bodies = []
    for part in picture.objects:
        body = b"".join(piece if isinstance(piece, bytes) else b"%d 0 R" % (piece + 5) for piece in part.parts)
        assert body.startswith(b"<<")
        assert body.endswith(b">>")
        bodies.append(body if part.stream is None else stream(part.stream, body[2:-2]))
    box = b"/MediaBox[0 0 %s]" % size
    return page_pdf(b"q %s cm /X Do Q" % matrix, b"/XObject<</X 5 0 R>>", *bodies, box=box)


def rendered(pdf: bytes, page: int = 0, scale: float = 1.0) -> Image.Image:
    """A page of a PDF on white, by default one pixel a point."""
    with pypdfium2.PdfDocument(pdf) as document:
        return document[page].render(scale=scale).to_pil().convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> int:
    """The largest difference of a sample of two images of one size."""
    assert one.size == other.size
    return max(high for _, high in ImageChops.difference(one, other).getextrema())


def syntax(picture: Picture) -> bytes:
    """Everything of a picture that is not stream data."""
    return b"\n".join(piece for part in picture.objects for piece in part.parts if isinstance(piece, bytes))


def contents(picture: Picture) -> list[bytes]:
    """The Flate streams of a picture, decoded."""
    return [
        zlib.decompress(part.stream)
        for part in picture.objects
        if part.stream is not None and b"FlateDecode" in b"".join(p for p in part.parts if isinstance(p, bytes))
    ]
