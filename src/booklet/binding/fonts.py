"""Font programs → the objects of a Type 0 font whose codes are the glyph ids of the font file (ISO 32000-1, 9.7)."""

from collections.abc import Iterable

from booklet.binding.book_document import BookDocument
from booklet.lettering.font_program import FontProgram
from booklet.pdf_syntax import pdf_number, pdf_ref

_SYMBOLIC, _ITALIC = 4, 64
_PER_BLOCK = 100  # rows of a CMap section (Adobe technical note 5014)
_SYSTEM = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"


def add_font(document: BookDocument, font: FontProgram) -> int:
    """Add the objects of a font; the number of the Type 0 font dictionary."""
    kind = "/Subtype/CIDFontType0C" if font.is_cff else f"/Length1 {len(font.program)}"
    program = document.add_stream(kind, font.program)
    flags = _SYMBOLIC | (_ITALIC if font.italic_angle else 0)
    descriptor = document.add(
        f"<</Type/FontDescriptor/FontName/{font.name}/Flags {flags}/FontBBox[{' '.join(map(str, font.box))}]"
        f"/ItalicAngle {pdf_number(font.italic_angle)}/Ascent {font.ascent}/Descent {font.descent}"
        f"/CapHeight {font.cap_height}/StemV 80/{'FontFile3' if font.is_cff else 'FontFile2'} {pdf_ref(program)}>>"
    )
    mapping = document.add_stream(*(_code_map(font) if font.is_cff else ("", _glyph_map(font))))
    widths = (
        {cid: width for (_, cid), (_, width) in zip(font.glyphs, font.widths, strict=True)}
        if font.is_cff
        else font.widths
    )
    descendant = document.add(
        f"<</Type/Font/Subtype/{'CIDFontType0' if font.is_cff else 'CIDFontType2'}/BaseFont/{font.name}{_SYSTEM}"
        f"/FontDescriptor {pdf_ref(descriptor)}/DW 1000/W[{_width_runs(dict(widths).items())}]"
        + ("" if font.is_cff else f"/CIDToGIDMap {pdf_ref(mapping)}")
        + ">>"
    )
    unicode = document.add_stream("", _to_unicode(font))
    encoding = pdf_ref(mapping) if font.is_cff else "/Identity-H"
    return document.add(
        f"<</Type/Font/Subtype/Type0/BaseFont/{font.name}/Encoding {encoding}"
        f"/DescendantFonts[{pdf_ref(descendant)}]/ToUnicode {pdf_ref(unicode)}>>"
    )


def _glyph_map(font: FontProgram) -> bytes:
    """CIDToGIDMap: two bytes for every code up to the highest used."""
    table = bytearray(2 * (max(code for code, _ in font.glyphs) + 1))
    for code, glyph in font.glyphs:
        table[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
    return bytes(table)


def _width_runs(widths: Iterable[tuple[int, int]]) -> str:
    """The W array: widths of consecutive codes together (9.7.4.3)."""
    runs: list[tuple[int, list[int]]] = []
    for code, width in sorted(widths):
        if runs and runs[-1][0] + len(runs[-1][1]) == code:
            runs[-1][1].append(width)
        else:
            runs.append((code, [width]))
    return "".join(f"{first}[{' '.join(map(str, row))}]" for first, row in runs)


def _code_map(font: FontProgram) -> tuple[str, bytes]:
    rows = [f"<{code:04X}> {glyph}" for code, glyph in font.glyphs]
    entries = f"/Type/CMap/CMapName/Codes{_SYSTEM}/WMode 0"
    return entries, _cmap("Codes", "Identity", 1, _sections(rows, "cidchar"))


def _to_unicode(font: FontProgram) -> bytes:
    rows = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in font.texts if text]
    return _cmap("Adobe-Identity-UCS", "UCS", 2, _sections(rows, "bfchar"))


def _sections(rows: list[str], kind: str) -> str:
    parts = [rows[start : start + _PER_BLOCK] for start in range(0, len(rows), _PER_BLOCK)]
    return "".join(f"{len(part)} begin{kind}\n{chr(10).join(part)}\nend{kind}\n" for part in parts)


def _cmap(name: str, ordering: str, kind: int, body: str) -> bytes:
    """A CMap file (Adobe technical notes 5014 and 5411)."""
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        f"/CIDSystemInfo <</Registry (Adobe) /Ordering ({ordering}) /Supplement 0>> def\n/CMapName /{name} def\n"
        f"/CMapType {kind} def\n/WMode 0 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{body}"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode("ascii")
