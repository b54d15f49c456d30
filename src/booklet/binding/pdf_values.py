"""Turns what pypdf read into plain values: entries with references followed, elements, numbers."""

import math

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
)


def entry(dictionary: PdfObject | None, key: str) -> PdfObject | None:
    """The value at `key`, references followed. None: there is none, it is null, or `dictionary` is no dictionary."""
    return resolved(dictionary.raw_get(key)) if isinstance(dictionary, DictionaryObject) and key in dictionary else None


def resolved(value: PdfObject | None) -> PdfObject | None:
    """What a reference leads to; None for null, for a reference to nothing and for one that leads to a reference."""
    if isinstance(value, IndirectObject):
        value = value.get_object()
    return None if isinstance(value, (IndirectObject, NullObject)) else value


def name(dictionary: PdfObject | None, key: str) -> str:
    """The name at `key` with its slash ("/Form"); empty when there is none."""
    value = entry(dictionary, key)
    return str(value) if isinstance(value, NameObject) else ""


def items(array: PdfObject | None) -> list[PdfObject | None]:
    """The elements of an array, references followed; no element when it is no array."""
    return [resolved(item) for item in array] if isinstance(array, ArrayObject) else []


def reals(array: PdfObject | None) -> list[float]:
    """The numbers of an array; nothing when one of them is no finite number."""
    values = items(array)
    numbers = [
        float(value) for value in values if isinstance(value, (NumberObject, FloatObject)) and math.isfinite(value)
    ]
    return numbers if len(numbers) == len(values) else []


def real(value: PdfObject | None, default: float = 0.0) -> float:
    """A number as a float, `default` when it is none."""
    return float(value) if isinstance(value, (NumberObject, FloatObject)) and math.isfinite(value) else default


def unembedded_font(font: PdfObject | None) -> str | None:
    """The name of a font whose program the file does not hold (ISO 32000-1, 9.9). None: it holds it, or needs none.

    A composite font has its program in its descendant, a Type 3 font is one itself.
    """
    kind = name(font, "/Subtype")
    if kind == "/Type0":
        return next(iter([unembedded_font(descendant) for descendant in items(entry(font, "/DescendantFonts"))]), None)
    descriptor = entry(font, "/FontDescriptor")
    programs = [entry(descriptor, key) for key in ("/FontFile", "/FontFile2", "/FontFile3")]
    if kind == "/Type3" or any(isinstance(program, StreamObject) for program in programs):
        return None
    return name(font, "/BaseFont")[1:] or "without a name"
