"""A picture that came from outside, as ready PDF objects that can be placed on any page."""

import hashlib

from booklet.plain_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PdfObject:
    """One indirect object in PDF syntax. `parts` alternate freely: bytes are written as they are, an integer n stands for
    a reference to the n-th object of the same picture. `stream` is the encoded data of a stream object, whose dictionary
    then stands in `parts` without its Length entry."""

    parts: tuple[bytes | int, ...]
    stream: bytes | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of `width` × `height` points (its natural size). Object 0 is an XObject: an image, which paints the unit
    square and has so many columns and rows of `pixels`; or, without those, a form that paints the rectangle 0 0 width
    height. `is_page`: somebody gave it this size, as one does a page, also where it has become pixels; other images have a
    shape and no size that matters."""

    width: float
    height: float
    objects: tuple[PdfObject, ...]
    pixels: tuple[int, int] | None
    is_page: bool = False

    @property
    def name(self) -> str:
        """A resource name made from what the picture shows: the same file has one name wherever it is placed."""
        digest = hashlib.blake2b(repr((self.width, self.height, self.pixels)).encode(), digest_size=12)
        for part in self.objects:
            digest.update(repr(part.parts).encode())
            digest.update(b"stream" if part.stream is None else hashlib.blake2b(part.stream).digest())
        return f"P{digest.hexdigest()}"

    def resolution(self, width: float) -> float | None:
        """Pixels to an inch when it is printed `width` points wide, in the direction that has fewer; None for a form."""
        if self.pixels is None:
            return None
        height = width * self.height / self.width
        return 72 * min(self.pixels[0] / width, self.pixels[1] / height)
