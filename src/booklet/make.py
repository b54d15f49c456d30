"""The whole run in reading order: content folder in, one PDF out."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from booklet.binding.bind import Trim, bind
from booklet.binding.conformance import ACCESSIBLE, READABLE, Conformance
from booklet.binding.metadata import Metadata
from booklet.codes import FAILED_PROOF, LESSER_CLAIM, NO_ALT
from booklet.errors import DefectError
from booklet.finding import Finding, Severity, in_order
from booklet.job import Job
from booklet.lettering.font_program import font_program
from booklet.output_file import write_whole
from booklet.proofing.prove import prove
from booklet.set_book import Progress, SetBook, set_book
from booklet.typesetting.placed_piece import PlacedPiece, place_pieces


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
    return Outcome(_made(job, lambda *_: None).findings)


def make(job: Job, progress: Progress) -> Outcome:
    """Write the booklet. `progress` is told a stage ("setting pages"), how many steps are done, and of how many.

    Nothing is written when there are errors, or warnings and the job is strict.
    """
    made = _made(job, progress)
    if made.pdf is None:
        return Outcome(made.findings)
    write_whole(job.pdf, made.pdf)
    return Outcome(made.findings, job.pdf, made.pages, made.paper)


class _Made(NamedTuple):
    """The findings, and the PDF file that may be written (None: none), its pages and paper."""

    findings: tuple[Finding, ...]
    pdf: bytes | None = None
    pages: int = 0
    paper: str = ""


def _made(job: Job, progress: Progress) -> _Made:
    """The booklet, proved."""
    book, found = set_book(job, progress)
    findings, claim = _with_claim(found)
    if book is None or _is_fatal(findings, job):
        return _Made(findings)
    progress("binding", 0, 1)
    pieces = place_pieces(book.sections, book.letters)
    pdf = _bound(book, pieces, job, claim)
    faults = prove(pdf, book.program, book.letters, tuple(section.key for section, _ in book.sections))
    if faults:
        message = f"the finished PDF fails its own check: {'; '.join(faults)}"
        hint = "it is written, but does not call itself accessible; please report this"
        findings = in_order([*findings, Finding(FAILED_PROOF, message, None, hint)])
        if _is_fatal(findings, job):
            return _Made(findings)
        pdf = _bound(book, pieces, job, READABLE)
    if any(piece.pictures for _, piece in book.sections):
        _examine(pdf)
    return _Made(findings, pdf, sum(len(placed.piece.pages) for placed in pieces), book.letters.style.paper)


def _with_claim(findings: tuple[Finding, ...]) -> tuple[tuple[Finding, ...], Conformance]:
    """What the file may say of itself, and a finding when that is less than it could."""
    silent = sum(finding.code is NO_ALT for finding in findings)
    if not silent:
        return findings, ACCESSIBLE
    pictures = "a picture has" if silent == 1 else f"{silent} pictures have"
    message = f"the booklet calls itself {READABLE.name}, not {ACCESSIBLE.name}, since {pictures} no alternative text"
    return in_order([*findings, Finding(LESSER_CLAIM, message, None, "write the words that P003 asks for")]), READABLE


def _is_fatal(findings: tuple[Finding, ...], job: Job) -> bool:
    fatal = {Severity.ERROR, Severity.WARNING} if job.strict else {Severity.ERROR}
    return any(finding.severity in fatal for finding in findings)


def _examine(pdf: bytes) -> None:
    """Look at a file that holds what strangers made, before anybody gets it. What is all our own is checked while it is
    made: objects, links and text that belong nowhere raise there."""
    from booklet.proofing.self_check import self_check  # imports pypdf, which takes longer than setting five talks

    faults = self_check(pdf)
    if faults:
        raise DefectError(f"the finished PDF fails its own check: {'; '.join(faults)}")


def _bound(book: SetBook, pieces: tuple[PlacedPiece, ...], job: Job, claim: Conformance) -> bytes:
    """The booklet as a PDF file."""
    letters, event = book.letters, book.program.event
    title = " · ".join(dict.fromkeys((event.title, event.heading)))
    metadata = Metadata(title, tuple(person.name for person in event.organizers), event.language, job.date)
    trim = Trim(letters.style.page.width, letters.style.page.height)
    return bind(pieces, trim, metadata, lambda key, codes: font_program(letters.face_of_key(key), codes), claim)
