"""booklet against Typst: the same invented conference made into the same booklet, whole processes in turn, pair by pair.

usage: python bench/against_typst.py [--talks N] [--rounds R] [--font FONT] [--profile] [--record]     (100 talks, 3 rounds)

The same: the talks (texts/); the parts: a cover, the program with times, titles, authors and linked page numbers, the
abstracts with authors, affiliations and marks, an index of people with linked page numbers; how abstracts are laid
out: a page each up to 60 talks, one column up to 200, two columns above; paper, margins, font files, sizes, leadings,
colors; abstracts justified and hyphenated by the optimizing line breaker of each; running heads, page numbers,
bookmarks, tags, language and title of the file.

Not the same: booklet reads YAML and Markdown, a file a talk; Typst reads one JSON file with times in words, numbered
marks and the keys by which names are sorted. booklet checks the content, balances titles, keeps lines of abstracts on
a grid, has day, session and names in its heads and thumb tabs at the edge, conforms to PDF/UA-1 and PDF/A-2a, and
reads the file back to prove it; Typst has the title of the event in its heads and tags as it does by default. White
differs, so pages do by a few in a hundred.

booklet takes nothing from earlier runs (--no-cache); both use several cores.

Ratios are booklet's by Typst's, medians over pairs after one run of each to warm up. CPU time holds on a busy
machine, wall time does not: Typst computes on all cores where pages are independent of each other. Memory is the peak
of the largest process, Python included on both sides. Exit status 1 when a ratio is worse than the recorded one by more
than 15 %, or a stage, by Typst's CPU time, by more than 25 %.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from measuring.recorded import broken, broken_stages, record, recorded
from measuring.whole_runs import COMPILED, Run, commit, run
from peers.installed import PYTHON, install, version
from peers.typst_data import conference_data, style_data
from pypdfium2 import PdfDocument
from texts.conference import sessions
from texts.projects import FONTS, font_folders, layout, project_style, write_project

BENCH = Path(__file__).parent
NAMES = ("booklet", "Typst")


def commands(folder: Path, count: int, font: str) -> tuple[list[str], list[str]]:
    """How both make the booklet, once all that they read is written."""
    write_project(folder, count, font)
    given = {
        "conference": conference_data(sessions(count)),
        "style": style_data(project_style(folder, font), layout(count)),
    }
    inputs = []
    for name, data in given.items():
        file = folder / f"{name}.json"
        file.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        inputs.append(f"{name}={file}")
    peers = BENCH / "peers"
    typst = [str(PYTHON), str(peers / "typst_once.py"), str(peers / "booklet.typ"), str(pdfs(folder)[1])]
    booklet = [sys.executable, "-m", "booklet", "make", str(folder), "-q", "--no-cache", "-o", str(pdfs(folder)[0])]
    return booklet, [*typst, font_folders(folder, font), *inputs]


def pdfs(folder: Path) -> tuple[Path, Path]:
    """The file of each."""
    return folder / "booklet.pdf", folder / "typst.pdf"


def pairs(both: tuple[list[str], list[str]], rounds: int) -> list[tuple[Run, Run]]:
    """Runs of booklet and of Typst, who goes first by turns."""
    booklet, typst = both
    found = []
    for number in range(rounds):
        if number % 2:
            second = run(typst)
            found.append((run(booklet), second))
        else:
            found.append((run(booklet), run(typst)))
    return found


def print_table(found: list[tuple[Run, Run]], files: tuple[Path, Path]) -> None:
    print(f"{'':8} {'wall s':>8} {'CPU s':>8} {'peak MB':>8} {'PDF kB':>8} {'pages':>6}")
    for name, runs, file in zip(NAMES, zip(*found, strict=True), files, strict=True):
        wall, cpu, memory = (
            statistics.median(getattr(one, what) for one in runs) for what in ("wall", "cpu", "memory")
        )
        with PdfDocument(file) as pdf:
            pages = len(pdf)
        size = file.stat().st_size / 1000
        print(f"{name:8} {wall:8.2f} {cpu:8.2f} {memory / 1e6:8.0f} {size:8.0f} {pages:6}")


def ratios(found: list[tuple[Run, Run]], files: tuple[Path, Path]) -> dict[str, float]:
    medians = {
        what: statistics.median(getattr(one, what) / getattr(other, what) for one, other in found)
        for what in ("wall", "cpu", "memory")
    }
    return medians | {"size": files[0].stat().st_size / files[1].stat().st_size}


def profile(folder: Path, rounds: int, cpu: float) -> dict[str, float]:
    """Where booklet's CPU time goes in a run of one process: milliseconds by stage, medians of the rounds. What no stage
    takes of the `cpu` seconds of whole runs is for other processes and the end."""
    command = [sys.executable, str(BENCH / "measuring" / "stages.py"), str(folder)]
    done = [
        subprocess.run(command, check=True, capture_output=True, text=True, cwd=BENCH.parent, env=COMPILED)
        for _ in range(rounds)
    ]
    runs = [json.loads(one.stdout) for one in done]
    stages = {stage: statistics.median(one[stage] for one in runs) for stage in runs[0]}
    whole = max(cpu * 1000, sum(stages.values()))
    print("\nbooklet's CPU time by stage, in one process")
    for stage, spent in [*stages.items(), ("other processes", whole - sum(stages.values())), ("all", whole)]:
        print(f"{stage:18} {spent:8.0f} ms {spent / whole:6.1%}")
    print()
    return stages


def verdict(found: dict[str, float], stages: dict[str, float], font: str, count: int) -> int:
    """Say how the ratios, and those of stages to Typst's CPU time, compare with those recorded; the exit status."""
    budget = recorded(font, count)
    if not budget:
        print("no ratios are recorded for this font and number of talks; --record does that")
        return 0
    worse = [*broken(found, budget), *broken_stages(stages, budget)]
    said = f"BROKEN: {'; '.join(worse)}" if worse else "kept"
    print(f"recorded at {budget['commit']}: {said}")
    return int(bool(worse))


def main(given: argparse.Namespace) -> int:
    if not install():
        return 2
    count, font = given.talks, given.font
    print(f"{given.rounds} rounds, Python {sys.version.split()[0]}, Typst {version('typst')}, {layout(count)}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            both = commands(folder, count, font)
        except FileNotFoundError as missing:
            print(f"{missing} is nowhere among the fonts of the system, so {font} is not measured")
            return 0
        for command in both:
            run(command)  # warms the file cache
        found = pairs(both, given.rounds)
        print_table(found, pdfs(folder))
        measured = ratios(found, pdfs(folder))
        stages: dict[str, float] = {}
        if given.profile:
            cpu, typst = (statistics.median(one.cpu for one in runs) for runs in zip(*found, strict=True))
            stages = {name: spent / 1000 / typst for name, spent in profile(folder, given.rounds, cpu).items()}
    if given.record:
        record(font, count, measured, commit(), stages)
    status = verdict(measured, stages, font, count)
    wall, cpu, memory, size = (f"{measured[what]:.2f}" for what in ("wall", "cpu", "memory", "size"))
    print(
        f"ratio {wall} (wall, booklet/typst), cpu {cpu}, memory {memory}, size {size}, {count} talks, {font}, "
        f"commit {commit()}"
    )
    return status


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--talks", type=int, default=100, choices=range(5, 5001), metavar="N", help="5 to 5000")
    parser.add_argument("--rounds", type=int, default=3, metavar="R")
    parser.add_argument("--font", choices=FONTS, default=FONTS[0])
    parser.add_argument("--profile", action="store_true", help="where booklet's time goes, by stage")
    parser.add_argument("--record", action="store_true", help="write the ratios to bench/budgets.json")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main(arguments()))
