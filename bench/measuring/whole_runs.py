"""A command → the seconds and the memory that it takes as a whole process; and which commit was measured."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


# An installed program is compiled, so one in a checkout has to be as well; else every run would pay for that.
COMPILED = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True, slots=True)
class Run:
    """Wall and CPU time in seconds, the most memory that was held at a time in bytes."""

    wall: float
    cpu: float
    memory: int


def seconds(command: list[str]) -> float:
    """Wall time of one run, which has to succeed."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=COMPILED)
    return time.perf_counter() - start


def run(command: list[str]) -> Run:
    """What one run took, which has to succeed."""
    one_run = [sys.executable, "-I", "-S", str(Path(__file__).with_name("one_run.py"))]
    done = subprocess.run([*one_run, *command], check=False, capture_output=True, text=True, cwd=ROOT, env=COMPILED)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed: {done.stderr[-600:]}")
    return Run(**json.loads(done.stdout))


def commit() -> str:
    """The commit of the checkout, with "-dirty" where something has changed since; recorded budgets aside."""
    name = _git("describe", "--always")
    changed = _git("status", "--porcelain", "--untracked-files=no", "--", ".", ":!bench/budgets.json")
    return f"{name or 'unknown'}{'-dirty' if changed else ''}"


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], capture_output=True, text=True, cwd=ROOT, check=False).stdout.strip()
