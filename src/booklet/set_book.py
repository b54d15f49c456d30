"""A job → the booklet with its pages set, and every finding of the run: read, check, style, compose, settle."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from functools import partial
from pathlib import Path

from booklet.binding.foreign.picture_rules import COVER, LOGO
from booklet.binding.foreign.project_pictures import picture_file, with_pictures
from booklet.codes import NOTHING_TO_PRINT
from booklet.composing.copyfit import fit_finding
from booklet.composing.foreign_cover import compose_foreign_cover
from booklet.composing.labels import Labels, load_labels
from booklet.composing.picture_sizes import doubtful_figures
from booklet.composing.section import Section
from booklet.composing.sections import NUMBERED, PLAIN, compose_part
from booklet.composing.sections.covers.front_cover import compose_logo_cover
from booklet.composing.sections.talks.abstracts import talk_key
from booklet.errors import WrongUseError
from booklet.finding import Finding, in_order
from booklet.job import Job
from booklet.judgement import Judgement, packed_judgement, unpacked_judgement
from booklet.lettering.bidi import runs_backwards
from booklet.lettering.letters import Letters
from booklet.model.picture_file import PictureFile
from booklet.model.program import Program
from booklet.page_map import PageMap
from booklet.plain_dataclasses import dataclass, replace
from booklet.reading.read_project import read_project
from booklet.reading.record_cache import RecordCache
from booklet.styling.load_style import PAPERS, known_styles, load_style
from booklet.styling.style import Style
from booklet.typesetting.digest import Digests
from booklet.typesetting.earlier_pieces import EarlierPieces
from booklet.typesetting.means import Means
from booklet.typesetting.settle import Sections, settle
from booklet.when_called import when_called
from booklet.workers import started, useful_workers

# Where a worker judges, no other process needs what that takes.
_check_program: Callable[[Program, tuple[Finding, ...]], tuple[Finding, ...]]
_check_program = when_called("booklet.checking.check", "check")
_judged: Callable[[Program, tuple[Finding, ...], Program, Letters], Judgement]
_judged = when_called("booklet.judge_program", "judged")
_judged_by_records: Callable[[Program, tuple[Finding, ...], Letters, RecordCache], Judgement]
_judged_by_records = when_called("booklet.judge_program", "judged_by_records")

_MANY = 60  # talks: to start processes for fewer takes longer than it saves

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class SetBook:
    """The booklet with its pages set, ready to be bound. `unknown` are characters that no font has. `read_talks` and
    `set_pieces` are where those are kept for later runs; None: they are not."""

    program: Program
    letters: Letters
    unknown: str
    sections: Sections
    read_talks: RecordCache | None
    set_pieces: RecordCache | None


def set_book(job: Job, progress: Progress) -> tuple[SetBook | None, tuple[Finding, ...]]:
    """Read, check, style and set: all findings in one run, and the set pages where there is enough to set."""
    progress("reading content", 0, 1)
    talks = RecordCache(job.folder, "out/.read-talks") if job.cached else None
    program, found = read_project(job.folder, talks)
    findings = list(found)
    if program is None:
        return None, in_order(findings)
    whole, program = program, _only(program, job.only)
    settings = program.settings
    paper = _paper(job.paper) or settings.paper
    wanted = _style(job) or settings.style or "base"
    style, trouble = load_style(wanted, paper, job.folder, settings.places.of("style"), settings.places.of("paper"))
    findings += trouble
    if style is None:
        return None, in_order([*findings, *_check_program(whole, found)])
    style = replace(style, mirrored=runs_backwards(program.event.language))
    letters = Letters(style, program.event.language)
    kept = job.cached and len(program.talks) >= _MANY
    pieces = RecordCache(job.folder, f"out/.set-pieces-{style.paper.lower()}") if kept else None
    judge = partial(_judgement, whole, found, program, letters, pieces)
    with started([lambda: packed_judgement(judge())], min(1, _workers(program))) as judging:
        program, trouble = with_pictures(program, job.folder, partial(progress, "reading pictures"))
        findings += (*trouble, *doubtful_figures(program, style))
        sections = _settled(job.folder, program, letters, pieces, progress, findings)
        judgement = unpacked_judgement(judging.of(0))
    if pieces:
        for key, record in judgement.records:
            pieces.keep(key, record)
    letters.forget_words()
    everything = in_order([*findings, *judgement.findings])
    return SetBook(program, letters, judgement.unknown, sections, talks, pieces), everything


def _settled(
    folder: Path,
    program: Program,
    letters: Letters,
    cache: RecordCache | None,
    progress: Progress,
    findings: list[Finding],
) -> Sections:
    """All sections set; what there is to say about it is added to the findings."""
    settings, labels = program.settings, load_labels(program.event.language)
    covers = _covers(program, folder, letters, labels, findings)
    compose = partial(_compose, program, letters, labels, covers)
    means = _means(cache, program, letters, labels)
    means = means._replace(plain=PLAIN - covers.keys(), line_ends=letters.line_ends)
    sections = settle(settings.sections, NUMBERED, compose, letters.style, progress, means)
    findings += _fits(program, letters.style, sections)
    if not sections:
        hint = "add talks, or more sections"
        findings.append(Finding(NOTHING_TO_PRINT, "the booklet has no pages", settings.places.of("sections"), hint))
    return sections


def _workers(program: Program) -> int:
    """How many processes to start: none where there is little to set."""
    return useful_workers() if len(program.talks) >= _MANY else 0


def _judgement(
    whole: Program, found: tuple[Finding, ...], program: Program, letters: Letters, records: RecordCache | None
) -> Judgement:
    """What there is to say about the program, of which `program` is printed; `found` was said when it was read."""
    if records is None or program is not whole:
        return _judged(whole, found, program, letters)
    return _judged_by_records(program, found, letters, records)


def _compose(
    program: Program,
    letters: Letters,
    labels: Labels,
    covers: dict[str, tuple[Section, ...]],
    name: str,
    pages: PageMap,
) -> Iterable[Section]:
    """The sections of one part: a cover from outside takes the place of ours."""
    return covers.get(name) or compose_part(name, program, letters, labels, pages)


def _means(cache: RecordCache | None, program: Program, letters: Letters, labels: Labels) -> Means:
    """Of many talks, abstracts are set by several processes, and what earlier runs have set is set no more."""
    if len(program.talks) < _MANY:
        return Means()
    shown = (figure.picture for talk in program.talks for figure in talk.figures if figure.picture)
    pictures = {picture.name: picture for picture in shown}
    earlier = None
    if cache:
        digests = Digests()
        common = digests.of(program.event, letters.style, letters.language, labels)
        numbered = digests.of(replace(program, talks=()), digests.of_heads(program.talks))
        earlier = EarlierPieces(cache, digests, common, numbered, pictures)
    return Means(_workers(program), earlier, pictures)


def _covers(
    program: Program, folder: Path, letters: Letters, labels: Labels, findings: list[Finding]
) -> dict[str, tuple[Section, ...]]:
    """Sections of the covers that the project brings; those that cannot be used are findings."""
    settings = program.settings
    files = {"front-cover": settings.front_cover, "back-cover": settings.back_cover}
    words = {"front-cover": labels.front_cover, "back-cover": labels.back_cover}
    covers = {
        key: _cover(file, key, words[key], folder, letters, findings)
        for key, file in files.items()
        if file and key in settings.sections
    }
    if settings.logo and not settings.front_cover and "front-cover" in settings.sections:
        read = picture_file(folder, settings.logo.file, LOGO, settings.logo.places.of("file"))
        findings += read.findings
        for picture in read.pictures:
            covers["front-cover"] = compose_logo_cover(program, letters, labels, settings.logo, picture)
    return covers


def _cover(
    file: PictureFile, key: str, label: str, folder: Path, letters: Letters, findings: list[Finding]
) -> tuple[Section, ...]:
    read = picture_file(folder, file.file, COVER, file.places.of("file"))
    sections, more = compose_foreign_cover(file, read.pictures, key, label, letters.style)
    findings += (*read.findings, *more)
    return sections


def _fits(program: Program, style: Style, sections: Sections) -> list[Finding]:
    """What it took to give every abstract its page."""
    pieces = {section.key: piece for section, piece in sections}
    found = [
        fit_finding(talk, style, len(piece.pages), piece.tightness, piece.excess)
        for talk in program.talks
        if (piece := pieces.get(talk_key(talk)))
    ]
    return [finding for finding in found if finding]


def _paper(name: str | None) -> str | None:
    """The paper that the command line names, however it is capitalised."""
    if name is None:
        return None
    known = {paper.casefold(): paper for paper in PAPERS}
    if name.casefold() not in known:
        raise WrongUseError(f'there is no paper "{name}"; known are {", ".join(PAPERS)}')
    return known[name.casefold()]


def _style(job: Job) -> str | None:
    """The style that the command line names."""
    known = known_styles(job.folder)
    if job.style is not None and job.style not in known:
        near = get_close_matches(job.style, known, 1, 0.6)
        hint = f'did you mean "{near[0]}"?' if near else f"known are {', '.join(known)}"
        raise WrongUseError(f'there is no style "{job.style}"; {hint}')
    return job.style


def _only(program: Program, ids: tuple[str, ...]) -> Program:
    """The program with nothing but the abstracts of some talks, when any are named."""
    if not ids:
        return program
    known = {talk.id for talk in program.talks}
    unknown = sorted(set(ids) - known)
    if unknown:
        near = get_close_matches(unknown[0], sorted(known), 1, 0.6)
        hint = f'did you mean "{near[0]}"?' if near else "ids are the names of the files in content/talks"
        raise WrongUseError(f'there is no talk "{unknown[0]}"; {hint}')
    talks = tuple(talk for talk in program.talks if talk.id in ids)
    return replace(program, talks=talks, settings=replace(program.settings, sections=("abstracts",)))
