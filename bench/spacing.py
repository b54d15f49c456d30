"""How evenly words are spaced: the workshop's abstracts in the booklet, by LuaLaTeX with microtype, and by Typst.

usage: python bench/spacing.py [FOLDER]     (keeps the PDFs in a new folder)

The same text in the same font files, size and measure, on A4 and A5, measured by one function (measuring/evenness.py). What
measures and Typst are installed into bench/.venv when that is missing, LuaLaTeX by bench/install_lualatex.sh; the table names
a peer that is missing. Exit status 1 when a budget is broken or the booklet cannot be made, 2 when nothing can measure.
"""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from peers import by_latex, by_typst
from peers.installed import PYTHON, install, version

from booklet.model.rich_text import plain
from booklet.place import Place
from booklet.reading.read_project import read_project
from booklet.shipped import fonts_folder
from booklet.styling.load_style import load_style

ROOT = Path(__file__).parents[1]

# Lines above 1.5, standard deviation, rivers: at most
BUDGETS = {"A4": (0, 0.18, 1), "A5": (1, 0.18, 1)}
COLUMNS = ("lines", "mean", "sd", "max", "above", "hyphens", "run", "rivers", "overfull")
HEADS = ("lines", "mean", "sd", "max", "above 1.5", "hyphens", "in a row", "rivers", "overfull")


@dataclass(frozen=True, slots=True)
class Text:
    """What is to be set: paragraphs, the font file, and size, leading and measure in points."""

    paragraphs: list[str]
    font: Path
    size: float
    leading: float
    measure: float


def workshop(paper: str) -> Text:
    """The abstracts of content/ as the booklet sets them on a paper."""
    program, _ = read_project(ROOT)
    style, _ = load_style("base", paper, ROOT, Place("bench"))
    if program is None or style is None:
        raise SystemExit("content/ or its style cannot be read")
    body = style.text.body
    paragraphs = [plain(block.spans) for talk in program.talks for block in talk.abstract]
    font = fonts_folder() / style.font(body.face).file
    return Text(paragraphs, font, body.size, body.leading, style.page.text_width)


def set_by_all(text: Text, paper: str, folder: Path) -> dict[str, Path | str]:
    """The PDF of everyone who can set it, or why there is none."""
    folder.mkdir(parents=True)
    made: dict[str, Path | str] = {"booklet": folder / "booklet.pdf"}
    command = [sys.executable, "-m", "booklet", "make", str(ROOT), "--paper", paper, "-q", "-o", str(made["booklet"])]
    if subprocess.run(command, check=False, cwd=ROOT).returncode:
        raise SystemExit(f"the booklet on {paper} could not be made")
    release = by_latex.version()
    makers = {
        f"LuaLaTeX + microtype ({release})": by_latex.make if release else None,
        f"Typst {version('typst')}": partial(by_typst.make, python=PYTHON),
    }
    for name, make in makers.items():
        own = folder / name.split()[0].lower()
        own.mkdir()
        try:
            given = (text.paragraphs, text.font, text.size, text.leading, text.measure, own)
            made[name] = make(*given) if make else "missing; bench/install_lualatex.sh installs it"
        except RuntimeError as error:
            made[name] = f"failed: {error}"
    return made


def measured(text: Text, files: dict[str, Path]) -> dict[str, Any]:
    job = {
        "files": {name: str(path) for name, path in files.items()},
        "paragraphs": text.paragraphs,
        "font": str(text.font),
        "size": text.size,
        "measure": text.measure,
    }
    script = ROOT / "bench" / "measuring" / "evenness.py"
    done = subprocess.run(
        [str(PYTHON), str(script)], input=json.dumps(job), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout)


def print_table(paper: str, text: Text, made: dict[str, Path | str], results: dict[str, Any]) -> None:
    measure = text.measure * 25.4 / 72
    print(f"\n{paper}: {text.font.name} {text.size:g}/{text.leading:g} pt, {measure:.0f} mm; spaces by the natural one")
    print(f"{'':40}" + "".join(f"{head:>10}" for head in HEADS))
    for name, made_or_not in made.items():
        if name not in results:
            print(f"{name:40}  {made_or_not}")
            continue
        cells = (results[name][column] for column in COLUMNS)
        print(f"{name:40}" + "".join(f"{cell:10.2f}" if isinstance(cell, float) else f"{cell:10}" for cell in cells))
        if results[name]["missing"]:
            print(f"{'':40}  {results[name]['missing']} of {len(text.paragraphs)} paragraphs were not found in it")


def verdict(paper: str, figures: dict[str, Any]) -> tuple[str, bool]:
    """The line of one paper, and whether it keeps to the budget."""
    above, deviation, rivers = BUDGETS[paper]
    kept = (
        figures["above"] <= above
        and figures["sd"] <= deviation
        and figures["rivers"] <= rivers
        and not figures["overfull"]
        and not figures["missing"]
    )
    line = (
        f"booklet: sd {figures['sd']:.3f} max {figures['max']:.2f} above-1.5 {figures['above']} "
        f"rivers {figures['rivers']} ({paper}; at most sd {deviation}, above-1.5 {above}, rivers {rivers})"
    )
    return line + ("" if kept else "   BROKEN"), kept


def main(folder: Path) -> int:
    if not install():
        return 2
    lines, good = [], True
    for paper in BUDGETS:
        text = workshop(paper)
        made = set_by_all(text, paper, folder / paper)
        results = measured(text, {name: path for name, path in made.items() if isinstance(path, Path)})
        print_table(paper, text, made, results)
        line, kept = verdict(paper, results["booklet"])
        lines.append(line)
        good &= kept
    print("\n" + "\n".join(lines))
    return int(not good)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        raise SystemExit(main(Path(sys.argv[1])))
    with tempfile.TemporaryDirectory() as temporary:
        raise SystemExit(main(Path(temporary)))
