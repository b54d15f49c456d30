"""A command → the seconds that it takes as a whole process; and which commit was measured."""

import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


def seconds(command: list[str]) -> float:
    """Wall time of one run, which has to succeed."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return time.perf_counter() - start


def commit() -> str:
    """The commit of the checkout, with "-dirty" where something has changed since."""
    told = subprocess.run(
        ["git", "describe", "--always", "--dirty"], capture_output=True, text=True, cwd=ROOT, check=False
    )
    return told.stdout.strip() or "unknown"
