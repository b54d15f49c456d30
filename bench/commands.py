"""Whole commands against a floor, in turn, round by round: medians, ratios, and whether they keep to the budgets.

usage: python bench/commands.py [ROUNDS]     (default 11)

The floor is a Python process that imports ReportLab's canvas: what any program on ReportLab pays before it draws. Ratios are
taken pair by pair in one run, so that they hold when the machine's speed drifts. Exit status 1 when a budget is broken.
"""

import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from measuring.whole_runs import commit, seconds

ROOT = Path(__file__).parents[1]
FLOOR = [sys.executable, "-c", "import reportlab.pdfgen.canvas"]
BOOKLET = [sys.executable, "-m", "booklet"]

# seconds, or times the floor
BUDGETS = {"--help": ("s", 0.150), "check": ("x", 10.0), "make": ("x", 10.0)}


def main(rounds: int) -> int:
    print(f"commit {commit()}, {rounds} rounds, Python {sys.version.split()[0]}")
    broken = 0
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "--help": [*BOOKLET, "--help"],
            "check": [*BOOKLET, "check"],
            "make": [*BOOKLET, "make", "-o", str(Path(folder) / "booklet.pdf")],
        }
        for name, command in commands.items():
            seconds(command), seconds(FLOOR)  # warm the file cache
            pairs = [(seconds(command), seconds(FLOOR)) for _ in range(rounds)]
            median = statistics.median(mine for mine, _ in pairs)
            ratio = statistics.median(mine / floor for mine, floor in pairs)
            unit, limit = BUDGETS[name]
            over = (median if unit == "s" else ratio) > limit
            broken += over
            verdict = "   BROKEN" if over else ""
            print(f"{name:8} {median * 1000:5.0f} ms   {ratio:5.2f} x floor   budget {limit} {unit}{verdict}")
    return int(broken > 0)


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 11))
