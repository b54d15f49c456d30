"""Fonts that PDF files name without holding them → whether a font of the same letters and widths can stand in for them."""

import re

from pypdf.generic import NameObject, PdfObject

from booklet.binding.pdf_values import entry, items, name
from booklet.plain_reportlab import widths_of_standard_fonts

# The standard 14 fonts (ISO 32000-1, 9.6.2.2) and the names under which other programs know their likes.
_TEXT_FONT = re.compile(
    r"/(Helvetica|Arial|Times|TimesNewRoman|Courier|CourierNew)(PS)?(MT)?[-,]?(Roman|Regular)?(Bold)?(Italic|Oblique)?(MT)?"
)
_SYMBOLS = frozenset({"/Symbol", "/ZapfDingbats"})
_ENCODINGS = frozenset({"", "/StandardEncoding", "/WinAnsiEncoding", "/MacRomanEncoding"})
_LETTERS = frozenset({"/.notdef", *(f"/{glyph}" for glyph in widths_of_standard_fonts["Helvetica"])})


def can_be_replaced(font: PdfObject | None) -> bool:
    """Whether PDFium has a font of its own for all that this one may show: Latin text in a standard font, or symbols."""
    if name(font, "/Subtype") not in {"/Type1", "/TrueType"}:
        return False
    base = name(font, "/BaseFont")
    encoding = entry(font, "/Encoding")
    if base in _SYMBOLS:
        return encoding is None
    if not _TEXT_FONT.fullmatch(base):
        return False
    if encoding is None or isinstance(encoding, NameObject):
        return str(encoding or "") in _ENCODINGS
    differences = {str(glyph) for glyph in items(entry(encoding, "/Differences")) if isinstance(glyph, NameObject)}
    return name(encoding, "/BaseEncoding") in _ENCODINGS and differences <= _LETTERS
