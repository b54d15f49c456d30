"""A set book → the PDF file that is written, proved, as small as it has to be; and what there is to say about it."""

from math import ceil
from typing import NamedTuple

from booklet.binding.bind import Trim, bind
from booklet.binding.conformance import conformance
from booklet.binding.earlier_streams import EarlierStreams
from booklet.binding.file_plan import Attachment, FilePlan
from booklet.binding.fineness import COARSER, FINE
from booklet.binding.metadata import PRODUCER, Metadata
from booklet.codes import FAILED_PROOF, LESSER_CLAIM, NO_ALT, NO_TIMES, OVERSIZE, REDUCED_PICTURES
from booklet.errors import DefectError
from booklet.finding import Finding
from booklet.job import Job
from booklet.lettering.font_program import font_program
from booklet.plain_dataclasses import replace
from booklet.proofing.prove import prove
from booklet.proofing.proved_parts import ProvingMeans
from booklet.set_book import SetBook
from booklet.typesetting.placed_piece import PlacedPiece, place_pieces
from booklet.workers import useful_workers

_MB = 1_000_000


class BoundBook(NamedTuple):
    """The PDF file, its number of pages, and what was found while it was bound."""

    pdf: bytes
    pages: int
    findings: tuple[Finding, ...]


def bind_book(book: SetBook, job: Job, found: tuple[Finding, ...]) -> BoundBook:
    """Bind the book. What was `found` before decides about what the file says of itself."""
    findings: list[Finding] = []
    pieces = place_pieces(book.sections, book.letters, book.set_pieces)
    plan = _plan(book, job, found, findings)
    pdf = _bound(book, pieces, job, plan)
    if job.max_size and len(pdf) > job.max_size:
        pdf, plan = _smaller(book, pieces, job, plan, pdf, findings)
    places = tuple(tuple(one.name for one in piece.destinations) for _, piece in book.sections)
    faults = prove(pdf, book.program, book.unknown, places, ProvingMeans(useful_workers(), book.set_pieces))
    if faults:
        message = f"the finished PDF fails its own check: {'; '.join(faults)}"
        hint = "it is written, but does not call itself accessible; please report this"
        findings.append(Finding(FAILED_PROOF, message, None, hint))
        claim = conformance(accessible=False, modern=plan.claim.modern, attached=bool(plan.attachments))
        pdf = _bound(book, pieces, job, replace(plan, claim=claim))
    if any(piece.pictures for _, piece in book.sections):
        _examine(pdf, len(plan.attachments))
    return BoundBook(pdf, sum(len(placed.piece.pages) for placed in pieces), tuple(findings))


def _plan(book: SetBook, job: Job, found: tuple[Finding, ...], findings: list[Finding]) -> FilePlan:
    """What the file says of itself, and a finding when that is less than it could; what is attached."""
    settings = book.program.settings
    attachments = _attachments(book, job, findings)
    full, less = (
        conformance(accessible=accessible, modern=settings.modern, attached=bool(attachments))
        for accessible in (True, False)
    )
    silent = sum(finding.code is NO_ALT for finding in found)
    if silent:
        pictures = "a picture has" if silent == 1 else f"{silent} pictures have"
        message = f"the booklet calls itself {less.name}, not {full.name}, since {pictures} no alternative text"
        findings.append(Finding(LESSER_CLAIM, message, None, "write the words that P003 asks for"))
    return FilePlan(less if silent else full, FINE, attachments)


def _attachments(book: SetBook, job: Job, findings: list[Finding]) -> tuple[Attachment, ...]:
    """The files that the settings ask for."""
    settings = book.program.settings
    if "calendar" not in settings.attach:
        return ()
    from booklet.outputs.calendar import calendar  # its library takes time that most runs do not need

    data = calendar(book.program, PRODUCER, job.date)
    if data is None:
        hint = "give sessions a start and talks their minutes, or leave the calendar out"
        place = settings.places.of("attach")
        findings.append(Finding(NO_TIMES, "there is nothing with a time to put into the calendar", place, hint))
        return ()
    return (Attachment("program.ics", "text/calendar", f"{book.program.event.title} (iCalendar)", data),)


def _smaller(
    book: SetBook, pieces: tuple[PlacedPiece, ...], job: Job, plan: FilePlan, pdf: bytes, findings: list[Finding]
) -> tuple[bytes, FilePlan]:
    """The file with its pictures so coarse that it is as small as was asked for, or as it can be."""
    limit, before = job.max_size or 0, len(pdf)
    for fineness in COARSER:
        plan = replace(plan, fineness=fineness)
        pdf = _bound(book, pieces, job, plan)
        if len(pdf) <= limit:
            break
    dots = plan.fineness.resolution
    if len(pdf) < before:
        message = f"pictures have at most {dots:.0f} pixels to an inch, which makes {_size(before)} {_size(len(pdf))}"
        hint = "look at them; a larger --max-size keeps them finer"
        findings.append(Finding(REDUCED_PICTURES, message, None, hint))
    if len(pdf) > limit:
        message = f"the booklet has {_size(len(pdf))}, more than the {_size(limit)} that --max-size allows"
        shown = any(piece.pictures for _, piece in book.sections)
        alone = "its pages and fonts need as much: allow it more, or make a booklet of fewer talks"
        hint = "PDF covers and figures are not reduced: give them as PNG or JPEG, or leave some out" if shown else alone
        findings.append(Finding(OVERSIZE, message, None, hint))
    return pdf, plan


def _size(octets: int) -> str:
    """A size as file managers and mail limits count it, rounded up: what is too much must not look as if it were not."""
    return f"{ceil(octets / 1000)} kB" if octets < _MB else f"{ceil(octets * 10 / _MB) / 10:.1f} MB"


def _examine(pdf: bytes, attached: int) -> None:
    """Look at a file that holds what strangers made, before anybody gets it. What is all our own is checked while it is
    made: objects, links and text that belong nowhere raise there."""
    from booklet.proofing.self_check import self_check  # imports pypdf, which takes longer than setting five talks

    faults = self_check(pdf, attached)
    if faults:
        raise DefectError(f"the finished PDF fails its own check: {'; '.join(faults)}")


def _bound(book: SetBook, pieces: tuple[PlacedPiece, ...], job: Job, plan: FilePlan) -> bytes:
    """The booklet as a PDF file."""
    letters, event = book.letters, book.program.event
    title = " · ".join(dict.fromkeys((event.title, event.heading)))
    metadata = Metadata(title, tuple(person.name for person in event.organizers), event.language, job.date)
    trim = Trim(letters.style.page.width, letters.style.page.height)
    return bind(
        pieces,
        trim,
        metadata,
        lambda key, codes: font_program(letters.face_of_key(key), codes),
        plan,
        EarlierStreams(book.set_pieces),
    )
