"""The whole run in reading order: content folder in, one PDF out."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from booklet.binding.bind import Trim, bind
from booklet.binding.covers import read_cover
from booklet.binding.metadata import Metadata
from booklet.checking.check import check as check_program
from booklet.codes import LONG_ABSTRACT
from booklet.composing.coverage import missing_characters
from booklet.composing.foreign_cover import compose_foreign_cover
from booklet.composing.labels import Labels, load_labels
from booklet.composing.section import Section
from booklet.composing.sections import NUMBERED, SECTIONS
from booklet.composing.sections.abstracts import talk_key
from booklet.errors import DefectError, WrongUseError
from booklet.finding import Finding, Severity, in_order
from booklet.job import Job
from booklet.lettering.font_program import font_program
from booklet.lettering.letters import Letters
from booklet.limits import COVER_BYTES
from booklet.model.program import Program
from booklet.model.settings import CoverFile
from booklet.output_file import write_whole
from booklet.page_map import PageMap
from booklet.place import Place
from booklet.proofing.self_check import self_check
from booklet.reading.project_file import read_bytes
from booklet.reading.read_project import read_project
from booklet.styling.load_style import PAPERS, load_style
from booklet.typesetting.placed_piece import place_pieces
from booklet.typesetting.settle import Sections, settle

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run gave: its findings in order, the paper, and the file written with its number of pages (None: nothing
    written)."""

    findings: tuple[Finding, ...]
    output: Path | None = None
    pages: int = 0
    paper: str = ""


@dataclass(frozen=True, slots=True)
class _SetBook:
    """The booklet with its pages set, ready to be bound."""

    program: Program
    letters: Letters
    sections: Sections


def check(job: Job) -> Outcome:
    """Everything `make` would complain about, without writing a file."""
    return Outcome(_set(job, lambda *_: None)[1])


def make(job: Job, progress: Progress) -> Outcome:
    """Write the booklet. `progress` is told a stage ("setting pages"), how many steps are done, and of how many.

    Nothing is written when there are errors, or warnings and the job is strict.
    """
    book, findings = _set(job, progress)
    fatal = {Severity.ERROR, Severity.WARNING} if job.strict else {Severity.ERROR}
    if book is None or any(finding.severity in fatal for finding in findings):
        return Outcome(findings)
    letters, event = book.letters, book.program.event
    page = letters.style.page
    title = " · ".join(dict.fromkeys((event.title, event.heading)))
    metadata = Metadata(title, tuple(person.name for person in event.organizers), event.language, job.date)
    pieces = place_pieces(book.sections, letters)
    subset = lambda key, codes: font_program(letters.face_of_key(key), codes)  # noqa: E731
    pdf = bind(pieces, Trim(page.width, page.height), metadata, subset)
    faults = self_check(pdf)
    if faults:
        raise DefectError(f"the finished PDF fails its own check: {'; '.join(faults)}")
    write_whole(job.pdf, pdf)
    return Outcome(findings, job.pdf, sum(len(piece.piece.pages) for piece in pieces), letters.style.paper)


def _set(job: Job, progress: Progress) -> tuple[_SetBook | None, tuple[Finding, ...]]:
    """Read, check, style and set: all findings in one run, and the set pages where there is enough to set."""
    program, found = read_project(job.folder)
    findings = list(found)
    if program is None:
        return None, in_order(findings)
    findings += check_program(program)
    program = _only(program, job.only)
    settings = program.settings
    paper = _paper(job.paper) or settings.paper
    place = settings.places.of("style") if job.style is None else Place("content/booklet.yaml")
    style, trouble = load_style(job.style or settings.style or "base", paper, job.folder, place)
    findings += trouble
    if style is None:
        return None, in_order(findings)
    letters, labels = Letters(style, program.event.language), load_labels(program.event.language)
    findings += missing_characters(program, letters)
    covers = _covers(program, job.folder, letters, labels, findings)
    compose = partial(_compose, program, letters, labels, covers)
    sections = settle(settings.sections, NUMBERED, compose, style, partial(progress, "setting pages"))
    findings += _long_abstracts(program, sections)
    return _SetBook(program, letters, sections), in_order(findings)


def _compose(
    program: Program, letters: Letters, labels: Labels, covers: dict[str, tuple[Section, ...]], name: str, pages: PageMap
) -> tuple[Section, ...]:
    """The sections of one part: a cover from outside takes the place of ours."""
    return covers.get(name) or SECTIONS[name](program, letters, labels, pages)


def _covers(
    program: Program, folder: Path, letters: Letters, labels: Labels, findings: list[Finding]
) -> dict[str, tuple[Section, ...]]:
    """Sections of the covers that the project brings; those that cannot be used are findings."""
    files = {"front-cover": program.settings.front_cover, "back-cover": program.settings.back_cover}
    words = {"front-cover": labels.front_cover, "back-cover": labels.back_cover}
    return {
        key: _cover(file, key, words[key], folder, letters, findings)
        for key, file in files.items()
        if file and key in program.settings.sections
    }


def _cover(
    file: CoverFile, key: str, label: str, folder: Path, letters: Letters, findings: list[Finding]
) -> tuple[Section, ...]:
    data = read_bytes(folder / "content", file.file, COVER_BYTES, file.places.record)
    if isinstance(data, Finding):
        findings.append(data)
        return ()
    cover = read_cover(data, file.file, file.places.record)
    sections, more = compose_foreign_cover(file, cover.pictures, key, label, letters.style)
    findings += (*cover.findings, *more)
    return sections


def _long_abstracts(program: Program, sections: Sections) -> list[Finding]:
    pages = {section.key: len(piece.pages) for section, piece in sections}
    hint = "shorten it if every talk is to have one page"
    return [
        Finding(LONG_ABSTRACT, f"the abstract takes {count} pages", talk.places.of("abstract"), hint, talk=talk.id)
        for talk in program.talks
        if (count := pages.get(talk_key(talk), 0)) > 1
    ]


def _paper(name: str | None) -> str | None:
    """The paper that the command line names, however it is capitalised."""
    if name is None:
        return None
    known = {paper.casefold(): paper for paper in PAPERS}
    if name.casefold() not in known:
        raise WrongUseError(f'there is no paper "{name}"; known are {", ".join(PAPERS)}')
    return known[name.casefold()]


def _only(program: Program, ids: tuple[str, ...]) -> Program:
    """The program with nothing but the abstracts of some talks, when any are named."""
    if not ids:
        return program
    unknown = sorted(set(ids) - {talk.id for talk in program.talks})
    if unknown:
        raise WrongUseError(f'there is no talk "{unknown[0]}"; ids are the names of the files in content/talks')
    talks = tuple(talk for talk in program.talks if talk.id in ids)
    return replace(program, talks=talks, settings=replace(program.settings, sections=("abstracts",)))
