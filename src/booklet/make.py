"""The whole run in reading order: content folder in, one PDF out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from booklet.finding import Finding
from booklet.job import Job

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run gave: its findings in order, and the file written with its number of pages (None: nothing written)."""

    findings: tuple[Finding, ...]
    output: Path | None = None
    pages: int = 0


def check(job: Job) -> Outcome:
    """Everything `make` would complain about, without writing a file."""
    raise NotImplementedError


def make(job: Job, progress: Progress) -> Outcome:
    """Write the booklet. `progress` is told a stage ("setting abstracts"), how many steps are done, and of how many."""
    raise NotImplementedError
