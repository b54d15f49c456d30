"""A number of talks and a font → the project that the benches make, in a style of that font: no parts but those that any
typesetting system would have as well."""

import os
import shutil
from pathlib import Path

from texts.conference import write_conference

from booklet.place import Place
from booklet.shipped import fonts_folder
from booklet.styling.load_style import load_style
from booklet.styling.style import Style

FONTS = ("Source Serif 4", "DejaVu Serif")

_SECTIONS = "sections: [front-cover, program, abstracts, people]\n"
_SHIPPED = ("source-serif", "source-sans")
_DEJAVU = ("DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf", "DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
_DEJAVU_STYLE = """\
faces:
  serif: dejavu/DejaVuSerif.ttf
  serif-bold: dejavu/DejaVuSerif-Bold.ttf
  sans: dejavu/DejaVuSans.ttf
  sans-bold: dejavu/DejaVuSans-Bold.ttf
  sans-light: dejavu/DejaVuSans.ttf
  display: dejavu/DejaVuSerif-Bold.ttf
"""
_SYSTEM = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
)


def layout(count: int) -> str:
    """How booklet lays out so many abstracts unless it is told otherwise."""
    return "page" if count <= 60 else "run-on" if count <= 200 else "two-columns"


def write_project(folder: Path, count: int, font: str = FONTS[0]) -> None:
    """Write content/ and, where the font is not booklet's, styles/ and fonts/. Raises FileNotFoundError without the font."""
    settings = f"{_SECTIONS}abstracts: {{layout: {layout(count)}}}\n"
    if font == FONTS[0]:
        write_conference(folder, count, settings, zones=False)
        return
    files = [_system_font(name) for name in _DEJAVU]
    for place in ("fonts/dejavu", "styles"):
        (folder / place).mkdir(parents=True)
    for file in files:
        shutil.copy(file, folder / "fonts" / "dejavu")
    (folder / "styles" / "dejavu.yaml").write_text(_DEJAVU_STYLE, "utf-8")
    write_conference(folder, count, f"style: dejavu\n{settings}", zones=False)


def _system_font(name: str) -> Path:
    for place in _SYSTEM:
        for file in sorted(Path(place).expanduser().rglob(name)):
            return file
    raise FileNotFoundError(name)


def project_style(folder: Path, font: str) -> Style:
    """The style in which booklet sets the project."""
    style, trouble = load_style("base" if font == FONTS[0] else "dejavu", "A4", folder, Place("bench"))
    if style is None:
        raise SystemExit(f"the style cannot be used: {trouble}")
    return style


def font_folders(folder: Path, font: str) -> str:
    """The folders of its font files, as PATH has several."""
    shipped = [str(fonts_folder() / name) for name in _SHIPPED]
    return os.pathsep.join(shipped if font == FONTS[0] else [str(folder / "fonts")])
