"""The whole run in reading order: content folder in, one PDF out."""

from dataclasses import dataclass
from pathlib import Path

from booklet.binding.bind import Trim, bind
from booklet.binding.metadata import Metadata
from booklet.errors import DefectError
from booklet.finding import Finding, Severity
from booklet.job import Job
from booklet.lettering.font_program import font_program
from booklet.output_file import write_whole
from booklet.set_book import Progress, SetBook, set_book
from booklet.typesetting.placed_piece import place_pieces


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run gave: its findings in order, the paper, and the file written with its number of pages (None: nothing
    written)."""

    findings: tuple[Finding, ...]
    output: Path | None = None
    pages: int = 0
    paper: str = ""


def check(job: Job) -> Outcome:
    """Everything `make` would complain about, without writing a file."""
    return Outcome(set_book(job, lambda *_: None)[1])


def make(job: Job, progress: Progress) -> Outcome:
    """Write the booklet. `progress` is told a stage ("setting pages"), how many steps are done, and of how many.

    Nothing is written when there are errors, or warnings and the job is strict.
    """
    book, findings = set_book(job, progress)
    fatal = {Severity.ERROR, Severity.WARNING} if job.strict else {Severity.ERROR}
    if book is None or any(finding.severity in fatal for finding in findings):
        return Outcome(findings)
    progress("binding", 0, 1)
    pages, pdf = _bound(book, job)
    if any(piece.pictures for _, piece in book.sections):
        _examine(pdf)
    write_whole(job.pdf, pdf)
    return Outcome(findings, job.pdf, pages, book.letters.style.paper)


def _examine(pdf: bytes) -> None:
    """Look at a file that holds what strangers made, before anybody gets it. What is all our own is checked while it is
    made: objects, links and text that belong nowhere raise there."""
    from booklet.proofing.self_check import self_check  # imports pypdf, which takes longer than setting five talks

    faults = self_check(pdf)
    if faults:
        raise DefectError(f"the finished PDF fails its own check: {'; '.join(faults)}")


def _bound(book: SetBook, job: Job) -> tuple[int, bytes]:
    """The booklet as a PDF file, and its number of pages."""
    letters, event = book.letters, book.program.event
    title = " · ".join(dict.fromkeys((event.title, event.heading)))
    metadata = Metadata(title, tuple(person.name for person in event.organizers), event.language, job.date)
    pieces = place_pieces(book.sections, letters)
    trim = Trim(letters.style.page.width, letters.style.page.height)
    pdf = bind(pieces, trim, metadata, lambda key, codes: font_program(letters.face_of_key(key), codes))
    return sum(len(placed.piece.pages) for placed in pieces), pdf
