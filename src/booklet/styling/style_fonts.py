"""The fonts that a style names → those that can be used, and findings for the others."""

from collections.abc import Sequence
from pathlib import Path

from booklet.codes import BAD_FONT
from booklet.finding import Finding
from booklet.place import Place
from booklet.styling.fonts import FontFile, load_fallback, load_font

Named = tuple[str, Place]


def style_fonts(
    faces: Sequence[Named], fallback: Sequence[Named], folder: Path, findings: list[Finding]
) -> tuple[tuple[FontFile, ...], tuple[FontFile, ...]]:
    """The fonts of the faces, one each, and those fallen back on. `faces` and `fallback` are files with the places where the
    style names them; with any finding the fonts are not all there."""
    loaded = [(load_font(file, folder, place), place) for file, place in faces]
    opened = [(load_fallback(file, folder, place), place) for file, place in fallback]
    findings += [font for font, _ in (*loaded, *opened) if isinstance(font, Finding)]
    for_faces = [(font, place) for font, place in loaded if isinstance(font, FontFile)]
    others = [(font, place) for fonts, place in opened if isinstance(fonts, tuple) for font in fonts]
    findings += _of_one_name([*for_faces, *others])
    return tuple(font for font, _ in for_faces), tuple(font for font, _ in others)


def _of_one_name(fonts: list[tuple[FontFile, Place]]) -> list[Finding]:
    """A finding for every font that the PDF could not tell from another one before it."""
    first: dict[str, FontFile] = {}
    findings = []
    for font, place in fonts:
        known = first.setdefault(font.key, font)
        if known.source != font.source:
            message = f'the fonts "{known.file}" and "{font.file}" have one name'
            findings.append(Finding(BAD_FONT, message, place, "rename one of the files"))
    return findings
