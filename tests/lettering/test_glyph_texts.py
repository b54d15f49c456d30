"""The tables of what glyphs stand for agree with the fonts that they were read from."""

from collections.abc import Callable
from pathlib import Path

import pytest

from booklet.lettering.face import Face
from booklet.lettering.glyph_texts import FOLDER, shipped_texts, text_table
from booklet.shipped import fonts_folder
from booklet.styling.fonts import FontFile, shipped_fonts


@pytest.mark.parametrize("font", shipped_fonts(), ids=lambda font: font.stem)
def test_shipped_table_is_what_the_font_says(font: FontFile, golden: Callable[[Path, str], None]) -> None:
    face = Face(font)
    plain = {glyph: face.text_of(glyph) for glyph in set(face.cmap.values())}
    golden(fonts_folder() / FOLDER / f"{font.stem}.json", text_table(font.data, plain))


def test_table_of_another_file_is_not_used() -> None:
    font = next(font for font in shipped_fonts() if font.stem == "SourceSerif4-Regular")
    assert shipped_texts(font)
    assert shipped_texts(FontFile(font.file, font.data + b"\0")) is None
