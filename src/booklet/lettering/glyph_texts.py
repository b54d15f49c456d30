"""Glyphs that no character maps to (ligatures, superior figures, small capitals, tall brackets) → the text they stand for.

Read from a font's tables GSUB and MATH by fontTools, which is slow to import; so the tables of the shipped fonts lie ready in
fonts/glyph-texts/. They are golden files: a test makes each anew and compares.
"""

import hashlib
import io
import json
from collections.abc import Iterator
from typing import Any

from booklet.shipped import fonts_folder
from booklet.styling.fonts import FontFile

FOLDER = "glyph-texts"


def fingerprint(data: bytes) -> str:
    """What ties a table to the very file it was read from."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def shipped_texts(font: FontFile) -> dict[int, str] | None:
    """The ready table of a shipped font; None for any other file, or one that has changed."""
    path = fonts_folder() / FOLDER / f"{font.stem}.json"
    if not path.is_file():
        return None
    table = json.loads(path.read_text("utf-8"))
    if table["font"] != fingerprint(font.data):
        return None
    return {int(glyph): text for glyph, text in table["texts"].items()}


def gsub_texts(data: bytes, plain: dict[int, str], index: int = 0) -> dict[int, str]:
    """Texts of the glyphs that substitutions lead to, given those of the glyphs that characters map to. `index` is the number
    of the face in a collection.

    A damaged table leads nowhere: HarfBuzz does not use it either, and words that glyphs do not spell carry their text.
    """
    try:
        rules = _rules(data, index)
    except Exception:  # noqa: BLE001  fontTools 4.68 answers damaged tables with whatever goes wrong inside
        return {}
    texts = dict(plain)
    for _ in range(3):  # substitutions feed each other; three rounds reach everything in the fonts looked at
        for sources, target in rules:
            if target not in texts and all(source in texts for source in sources):
                texts[target] = "".join(texts[source] for source in sources)
    return {glyph: text for glyph, text in texts.items() if glyph not in plain}


def _rules(data: bytes, index: int) -> list[tuple[tuple[int, ...], int]]:
    """Substitutions as glyph ids → glyph id, in an order that does not depend on that of the font's lookups."""
    from fontTools.ttLib import TTFont

    with TTFont(io.BytesIO(data), lazy=True, fontNumber=index) as font:
        if "GSUB" not in font or font["GSUB"].table.LookupList is None:
            return []
        # names of our own, since reading those of a large CFF font takes seconds
        font.setGlyphOrder([str(glyph) for glyph in range(font["maxp"].numGlyphs)])
        number = font.getReverseGlyphMap()
        substituted = sorted(
            (tuple(number[name] for name in sources), number[target])
            for lookup in font["GSUB"].table.LookupList.Lookup
            for subtable in lookup.SubTable
            for sources, target in _substitutions(getattr(subtable, "ExtSubTable", subtable))
        )
        return substituted + sorted(((number[source],), number[target]) for source, target in _larger_forms(font))


def _substitutions(subtable: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    """Single, alternate and ligature substitutions (OpenType GSUB types 1, 3 and 4) as glyph names → glyph name."""
    match subtable.LookupType:
        case 1:
            for source, target in subtable.mapping.items():
                yield (source,), target
        case 3:
            for source, targets in subtable.alternates.items():
                for target in targets:
                    yield (source,), target
        case 4:
            for first, ligatures in subtable.ligatures.items():
                for ligature in ligatures:
                    yield (first, *ligature.Component), ligature.LigGlyph


def _larger_forms(font: Any) -> Iterator[tuple[str, str]]:
    """Larger glyphs and the parts of assembled ones (OpenType MATH) as glyph names: of the character → of the form."""
    variants = font["MATH"].table.MathVariants if "MATH" in font else None
    if variants is None:
        return
    vertical = (variants.VertGlyphCoverage, variants.VertGlyphConstruction)
    horizontal = (variants.HorizGlyphCoverage, variants.HorizGlyphConstruction)
    for coverage, constructions in (vertical, horizontal):
        for source, construction in zip(coverage.glyphs if coverage else (), constructions or (), strict=True):
            for record in construction.MathGlyphVariantRecord or ():
                yield source, record.VariantGlyph
            for part in construction.GlyphAssembly.PartRecords if construction.GlyphAssembly else ():
                yield source, part.glyph


def text_table(data: bytes, plain: dict[int, str]) -> str:
    """The ready table of a font as the contents of its file."""
    texts = gsub_texts(data, plain)
    table = {"font": fingerprint(data), "texts": {str(glyph): texts[glyph] for glyph in sorted(texts)}}
    return json.dumps(table, ensure_ascii=False) + "\n"
