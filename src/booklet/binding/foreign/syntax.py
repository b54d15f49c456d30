"""Turns plain values that pypdf read into PDF syntax, always the same way."""

import math

from pypdf.generic import (
    BooleanObject,
    ByteStringObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from booklet.binding.foreign.picture_rules import PictureError

_REGULAR = frozenset(range(33, 127)) - frozenset(b"()<>[]{}/%#")
_LARGEST = 2**31 - 1


def name_syntax(name: bytes) -> bytes:
    """A name without its slash → with it, escaped where it must be (ISO 32000-1, 7.3.5)."""
    return b"/" + b"".join(bytes((byte,)) if byte in _REGULAR else b"#%02X" % byte for byte in name)


def number_syntax(value: float) -> bytes:
    """A number without exponent, to ten decimals. Raises PictureError beyond what readers take (Annex C.2)."""
    if not math.isfinite(value) or abs(value) > _LARGEST:
        raise PictureError("is damaged: it holds a number that is none")
    if value == int(value):
        return b"%d" % int(value)
    return f"{value:.10f}".rstrip("0").removesuffix(".").encode()


def scalar_syntax(value: PdfObject | None) -> bytes:
    """A number, name, string, boolean or null in PDF syntax. Raises PictureError for anything else."""
    if value is None:
        return b"null"
    if isinstance(value, BooleanObject):
        return b"true" if value.value else b"false"
    if isinstance(value, (NumberObject, FloatObject)):
        return number_syntax(value)
    if isinstance(value, NameObject):
        return name_syntax(value[1:].encode("utf-8", "surrogateescape"))
    if isinstance(value, (TextStringObject, ByteStringObject)):
        return b"<%s>" % bytes(value.original_bytes).hex().encode()
    raise PictureError("is damaged: a value is not of the kind that belongs there")
