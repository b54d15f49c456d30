"""`python -m tests.real_programs [NAME ...] [--folder DIR]`: real programs, or those named, through import and make into a
table; "document" is the circulated document."""

import argparse
import tempfile
from pathlib import Path

from . import REAL_PROGRAMS
from .report import HEAD, report


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.real_programs")
    names = [*REAL_PROGRAMS, "document"]
    parser.add_argument("name", nargs="*", choices=[*names, []], help="a folder of the real programs (default: all)")
    parser.add_argument("--folder", type=Path, help="where the projects are to be written and kept")
    typed = parser.parse_args()
    print(HEAD, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in typed.name or names:
            print(report(name, (typed.folder or Path(folder)) / name), flush=True)


if __name__ == "__main__":
    main()
