"""`python -m tests.real_programs NAME DIR [--report] [--data DATA]`: a real program into a content folder, and that into one
line of numbers."""

import argparse
from pathlib import Path

from . import DATA, REAL_PROGRAMS
from .report import report


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.real_programs")
    parser.add_argument("name", choices=REAL_PROGRAMS)
    parser.add_argument("folder", type=Path, help="a folder to write, which is not there yet")
    parser.add_argument("--report", action="store_true", help="make the booklet, and print what came of it")
    parser.add_argument("--data", type=Path, default=DATA, help="the folder of the real programs")
    typed = parser.parse_args()
    REAL_PROGRAMS[typed.name](typed.data / typed.name, typed.folder)
    if typed.report:
        print(report(typed.name, typed.folder))


if __name__ == "__main__":
    main()
