"""A picture made of pixels → the same with fewer of them, coded to take less room."""

import io
import struct
import zlib

from PIL import Image

from booklet.binding.foreign.image_picture import flate_object, jpeg_object
from booklet.picture import PdfObject, Picture
from booklet.plain_dataclasses import replace

_GRAY = b"/ColorSpace/DeviceGray"


def reduced_picture(picture: Picture, scale: float, quality: int | None) -> Picture:
    """An image of ours (image_picture) with `scale` (at most 1) times as many columns and rows; JPEG of the `quality`, where
    that is smaller. The picture itself when nothing is won."""
    if picture.pixels is None:
        return picture
    size = max(1, round(picture.pixels[0] * scale)), max(1, round(picture.pixels[1] * scale))
    color = _resized(_image(picture.objects[0], picture.pixels), size)
    masks = [flate_object(_resized(_image(part, picture.pixels), size)) for part in picture.objects[1:]]
    extra = b"/SMask " if masks else b""
    was_jpeg = b"/DCTDecode" in _head(picture.objects[0])
    codings = [] if was_jpeg else [flate_object(color, extra)]
    if was_jpeg or quality is not None:
        codings.append(jpeg_object(color, extra, quality=quality))
    reduced = (min(codings, key=_octets), *masks)
    if sum(map(_octets, reduced)) >= sum(map(_octets, picture.objects)):
        return picture
    return replace(picture, objects=reduced, pixels=size)


def _octets(part: PdfObject) -> int:
    return len(part.stream or b"")


def _head(part: PdfObject) -> bytes:
    return b"".join(piece for piece in part.parts if isinstance(piece, bytes))


def _image(part: PdfObject, size: tuple[int, int]) -> Image.Image:
    """What an image object shows: it holds a JPEG file, or the data of a PNG file."""
    data = part.stream or b""
    if b"/DCTDecode" in _head(part):
        return Image.open(io.BytesIO(data), formats=("JPEG",))
    header = struct.pack(">IIBBBBB", *size, 8, 0 if _GRAY in _head(part) else 2, 0, 0, 0)
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", data), _chunk(b"IEND", b""))
    return Image.open(io.BytesIO(b"\x89PNG\r\n\x1a\n" + b"".join(chunks)), formats=("PNG",))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _resized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    return image.resize(size, Image.Resampling.LANCZOS) if image.size != size else image.copy()
