"""Paragraphs → a PDF by Typst, justified by its optimizing line breaker, everything else as it comes."""

import json
import shutil
import subprocess
from pathlib import Path

from fontTools.ttLib import TTFont

_DOCUMENT = """#set page(width: {page}pt, height: 842pt, margin: (x: 72pt, y: 71pt))
#set text(font: "{family}", size: {size}pt, lang: "en", region: "US", top-edge: 0.78em, bottom-edge: -0.22em)
#set par(justify: true, leading: {between}pt, spacing: {apart}pt)
#for words in json("text.json") {{ par(words) }}
"""


def make(
    paragraphs: list[str], font: Path, size: float, leading: float, measure: float, folder: Path, *, python: Path
) -> Path:
    """Lengths are points. `python` is one that has the package typst."""
    fonts = folder / "fonts"
    fonts.mkdir()
    shutil.copy(font, fonts)
    names = TTFont(font, lazy=True)["name"]
    family = names.getBestFamilyName()
    between = leading - size
    source = _DOCUMENT.format(page=measure + 144, family=family, size=size, between=between, apart=between + 6)
    (folder / "text.typ").write_text(source, "utf-8")
    (folder / "text.json").write_text(json.dumps(paragraphs), "utf-8")
    script = Path(__file__).with_name("typst_once.py")
    command = [str(python), str(script), str(folder / "text.typ"), str(folder / "text.pdf"), str(fonts)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode:
        raise RuntimeError(done.stderr[-600:])
    return folder / "text.pdf"
