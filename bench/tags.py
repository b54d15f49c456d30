"""What accessibility costs: whole runs of `booklet make` with tags and proof against the same without, in turn.

usage: python bench/tags.py [ROUNDS]     (default 7)

Without: `peers/booklet_untagged.py`, the program with marks, structure elements and the proof taken out. Ratios are taken
pair by pair. Exit status 1 when the budget is broken.
"""

import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from measuring.whole_runs import commit, seconds
from texts.conference import write_conference

ROOT = Path(__file__).parents[1]
TAGGED = [sys.executable, "-m", "booklet", "make"]
UNTAGGED = [sys.executable, str(ROOT / "bench" / "peers" / "booklet_untagged.py"), "make"]
TALKS = (5, 300)
BUDGET = 1.35  # times the run without


def main(rounds: int) -> int:
    print(f"commit {commit()}, {rounds} rounds, Python {sys.version.split()[0]}")
    broken = 0
    for count in TALKS:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_conference(folder, count)
            sizes = []
            for command in (UNTAGGED, TAGGED):
                seconds([*command, str(folder)])  # warm the file cache
                sizes.append((folder / "out" / "booklet.pdf").stat().st_size / 1000)
            pairs = [(seconds([*TAGGED, str(folder)]), seconds([*UNTAGGED, str(folder)])) for _ in range(rounds)]
        ratio = statistics.median(tagged / untagged for tagged, untagged in pairs)
        tagged, untagged = (statistics.median(column) for column in zip(*pairs, strict=True))
        broken += ratio > BUDGET
        print(
            f"{count:4} talks   with tags {tagged:6.2f} s {sizes[1]:5.0f} kB   without {untagged:6.2f} s {sizes[0]:5.0f} kB"
            f"   ratio {ratio:.2f}   budget {BUDGET}{'   BROKEN' if ratio > BUDGET else ''}"
        )
    return int(broken > 0)


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 7))
