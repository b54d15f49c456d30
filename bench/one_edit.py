"""How long `booklet make` takes after an edit of one abstract, beside a cold run and beside Typst.

usage: python bench/one_edit.py [--talks N] [--rounds R] [--font FONT]     (1000 talks, 5 rounds)

Each round adds a sentence to the abstract of another talk and makes the booklet again, with the pieces that the run before
has left; then makes it without them, and compares the files byte by byte. Typst makes the booklet once a round, without the
edit. Whole processes, medians. The goals are half a second, and a tenth of Typst's cold run: a missed one is printed and no
failure, a file that is not the same is one.
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from against_typst import commands, pdfs
from measuring.whole_runs import Run, commit, run
from peers.installed import install, version
from texts.projects import FONTS, layout

GOALS = 0.5, 0.1


def edit(folder: Path, number: int) -> None:
    """Add a sentence to the abstract of the how manyth talk."""
    file = sorted((folder / "content" / "talks").glob("*.md"))[number]
    with file.open("a", encoding="utf-8") as text:
        text.write(" This is one more sentence, of a few words.\n")


def main(given: argparse.Namespace) -> int:
    if not install():
        return 2
    print(
        f"{given.rounds} rounds, {given.font}, {layout(given.talks)}, Python {sys.version.split()[0]}, "
        f"Typst {version('typst')}"
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cold, typst = commands(folder, given.talks, given.font)
        warm = [word for word in cold if word != "--no-cache"]
        run(warm)
        runs: dict[str, list[Run]] = {"edit": [], "cold": [], "Typst": []}
        for number in range(given.rounds):
            edit(folder, (number * 7 + 3) % given.talks)
            runs["edit"].append(run(warm))
            found = pdfs(folder)[0].read_bytes()
            runs["cold"].append(run(cold))
            runs["Typst"].append(run(typst))
            if pdfs(folder)[0].read_bytes() != found:
                print("BROKEN: with pieces of an earlier run the file is another")
                return 1
    walls = {kind: statistics.median(one.wall for one in ones) for kind, ones in runs.items()}
    for kind, ones in runs.items():
        cpu, memory = (statistics.median(getattr(one, what) for one in ones) for what in ("cpu", "memory"))
        print(f"{kind:6} wall {walls[kind]:6.2f} s   CPU {cpu:6.2f} s   peak {memory / 1e6:5.0f} MB")
    for what, value, goal in (
        ("seconds", walls["edit"], GOALS[0]),
        ("of Typst", walls["edit"] / walls["Typst"], GOALS[1]),
    ):
        print(f"{value:.2f} {what}, goal {goal}{'   MISSED' if value > goal else ''}")
    print(
        f"ratio {walls['edit'] / walls['cold']:.2f} (wall, edit/cold), {given.talks} talks, {given.font}, commit {commit()}"
    )
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--talks", type=int, default=1000, choices=range(5, 5001), metavar="N", help="5 to 5000")
    parser.add_argument("--rounds", type=int, default=5, metavar="R")
    parser.add_argument("--font", choices=FONTS, default=FONTS[0])
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main(arguments()))
