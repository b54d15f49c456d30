"""How CPU time and memory of `booklet make` grow with the number of talks.

usage: python bench/growth.py [TALKS …]     (default 250 500 1000; the goal is about 500 1000 2000 4000)

Whole runs without pieces of earlier ones, one each. CPU time is that of all processes of a run, memory that of the largest.
An exponent of 1 is time or memory that grows as the talks do; the one of all is fitted to the logarithms. A missed goal is
printed and no failure: what a run costs before its first talk makes exponents small, and a busy machine makes them large.
"""

import itertools
import sys
import tempfile
from math import log
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from measuring.whole_runs import Run, commit, run
from texts.projects import write_project

COUNTS = [250, 500, 1000]
GOAL = 1.05


def made(count: int) -> Run:
    """What one booklet takes."""
    with tempfile.TemporaryDirectory() as name:
        write_project(Path(name), count)
        return run([sys.executable, "-m", "booklet", "make", name, "-q", "--no-cache"])


def exponent(points: list[tuple[float, float]]) -> float:
    """The slope of the line through the logarithms that fits best."""
    xs, ys = ([log(value) for value in column] for column in zip(*points, strict=True))
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def main(counts: list[int]) -> None:
    print(f"commit {commit()}, Python {sys.version.split()[0]}")
    runs: dict[int, Run] = {}
    for count in counts:
        runs[count] = made(count)
        print(f"{count:5} talks   CPU {runs[count].cpu:7.2f} s   peak {runs[count].memory / 1e6:5.0f} MB", flush=True)
    for what in ("cpu", "memory"):
        points = [(float(count), float(getattr(one, what))) for count, one in runs.items()]
        steps = "  ".join(f"{exponent(list(pair)):.2f}" for pair in itertools.pairwise(points))
        whole = exponent(points)
        print(f"{what:6} exponent {whole:.2f}, step by step {steps}   goal {GOAL}{'   MISSED' if whole > GOAL else ''}")


if __name__ == "__main__":
    main(sorted(map(int, sys.argv[1:])) or COUNTS)
