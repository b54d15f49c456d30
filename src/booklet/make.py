"""The whole run in reading order: content folder in, one PDF out."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from booklet.bind_book import bind_book
from booklet.checking.accept import idle, unaccepted
from booklet.errors import FileError
from booklet.finding import Finding, Severity, in_order
from booklet.job import Job
from booklet.output_file import write_whole
from booklet.plain_dataclasses import dataclass
from booklet.reading.record_cache import RecordCache
from booklet.set_book import Progress, set_book


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run gave: its findings in order, the file written (None: nothing written) with its number of pages and its
    paper, and how many more findings are accepted."""

    findings: tuple[Finding, ...]
    output: Path | None = None
    pages: int = 0
    paper: str = ""
    accepted: int = 0


def check(job: Job) -> Outcome:
    """Everything `make` would complain about, without writing a file."""
    made = _made(job, lambda *_: None)
    return Outcome(made.findings, accepted=made.accepted)


def make(job: Job, progress: Progress) -> Outcome:
    """Write the booklet. `progress` is told a stage ("setting pages"), how many steps are done, and of how many.

    Nothing is written when there are errors, or warnings and the job is strict.
    """
    made = _made(job, progress)
    if made.pdf is None:
        return Outcome(made.findings, accepted=made.accepted)
    write_whole(job.pdf, made.pdf)
    _keep(made.caches, job)
    return Outcome(made.findings, job.pdf, made.pages, made.paper, made.accepted)


def _keep(caches: tuple[RecordCache | None, ...], job: Job) -> None:
    """Keep read talks and set pieces for later runs. Where that cannot be, they are made again."""
    for cache in caches:
        if cache and (kept := cache.kept()) is not None:
            with suppress(FileError):
                write_whole(job.folder / cache.file, kept, settled=False)


class _Made(NamedTuple):
    """The findings, how many more were accepted, and the PDF file that may be written (None: none), its pages and paper; and
    where read talks and set pieces are kept."""

    findings: tuple[Finding, ...]
    accepted: int
    pdf: bytes | None = None
    pages: int = 0
    paper: str = ""
    caches: tuple[RecordCache | None, ...] = ()


def _made(job: Job, progress: Progress) -> _Made:
    """The booklet, proved. What the organizers accept is not among the findings, but an acceptance without effect is."""
    book, everything = set_book(job, progress)
    accept = book.program.settings.accept if book else ()
    found, used = unaccepted(everything, accept)
    accepted = len(everything) - len(found)
    if book is None or _is_fatal(found, job):
        return _Made(found, accepted)
    progress("binding", 0, 1)
    bound = bind_book(book, job, everything)  # what is accepted is true all the same: the file may claim no more for it
    rest, used_last = unaccepted(bound.findings, accept)
    accepted += len(bound.findings) - len(rest)
    unneeded = () if job.only else idle(accept, used | used_last)  # of few talks, little can be said about the others
    findings = in_order([*found, *rest, *unneeded])
    if _is_fatal(findings, job):
        return _Made(findings, accepted)
    return _Made(
        findings, accepted, bound.pdf, bound.pages, book.letters.style.paper, (book.read_talks, book.set_pieces)
    )


def _is_fatal(findings: tuple[Finding, ...], job: Job) -> bool:
    fatal = {Severity.ERROR, Severity.WARNING} if job.strict else {Severity.ERROR}
    return any(finding.severity in fatal for finding in findings)
