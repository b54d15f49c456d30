"""A picture that came from outside, as ready PDF objects that can be placed on any page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PdfObject:
    """One indirect object in PDF syntax. `parts` alternate freely: bytes are written as they are, an integer n stands for
    a reference to the n-th object of the same picture. `stream` is the encoded data of a stream object, whose dictionary
    then stands in `parts` without its Length entry."""

    parts: tuple[bytes | int, ...]
    stream: bytes | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of `width` × `height` points (its natural size). Object 0 is an XObject that paints the unit square when
    `unit` is true (an image), and the rectangle 0 0 width height otherwise (a form)."""

    width: float
    height: float
    objects: tuple[PdfObject, ...]
    unit: bool
