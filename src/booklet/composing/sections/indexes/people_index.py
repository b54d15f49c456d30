"""All who are named in the booklet → an index: on which pages they present, chair, or stand among others."""

from collections.abc import Iterable, Iterator

from booklet.composing.flowables.turnover import Turnover
from booklet.composing.labels import Labels
from booklet.composing.section import Section
from booklet.composing.sections.indexes.index_columns import IndexEntry, IndexForm, compose_index
from booklet.composing.sections.indexes.page_references import Finder, NumberSetting, Part, Reference
from booklet.composing.text import voice
from booklet.flowable import Flowable
from booklet.lettering.bidi import MAY_TURN, runs_backwards
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.model.index_group import index_group
from booklet.model.index_name import IndexName, index_name
from booklet.model.program import Program
from booklet.model.talk import Talk
from booklet.page_map import PageMap
from booklet.structure import Element

_KEY = "people"
# Of the usual parts, this one has pages from so many talks on.
_FEWEST_TALKS = 6
_COLUMN, _INDENT = 12.5, 1.2  # sizes of the text: the least width of a column; of lines turned over


def compose_people(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> tuple[Section, ...]:
    """One section, or none: where the meeting is too small, or nobody is named on any page."""
    if not program.settings.chosen and len(program.talks) < _FEWEST_TALKS:
        return ()
    people = _people(program, pages)
    if not people:
        return ()
    language = program.event.language
    numbers = NumberSetting(letters.style.text.index_family, labels, pages, language)
    entries = [_entry(index_name(name), numbers.runs(where), letters, language) for name, where in people.items()]
    marked = any(reference.part for where in people.values() for reference in where)
    form = IndexForm(_KEY, labels.people, labels.index_key if marked else "", _COLUMN)
    return (compose_index(form, entries, program.event, letters, labels),)


def _people(program: Program, pages: PageMap) -> dict[str, list[Reference]]:
    """Everybody by the printed name, with the places at which they are."""
    finder = Finder(program, pages)
    talks = finder.talks()
    found: dict[str, list[Reference]] = {}

    def note(name: str, places: Iterable[str], part: Part) -> None:
        for place in places:
            found.setdefault(name, []).append(Reference(place, part))

    for talk in program.talks:
        for name, part in _authors(talk):
            note(name, talks[talk.id], part)
    for session in program.sessions:
        for name in session.chairs:
            note(name, finder.session(session), Part.CHAIRS)
    members = [member.name for committee in program.event.committees for member in committee.members]
    for name in members if "committees" in program.settings.sections else ():
        note(name, finder.known(["committees"]), Part.NAMED)
    return found


def _authors(talk: Talk) -> Iterator[tuple[str, Part]]:
    """The authors and what they do; of a keynote where nobody is said to, all present."""
    all_present = talk.kind == "keynote" and not talk.presenters
    for author in talk.authors:
        yield author.name, Part.PRESENTS if author.presenting or all_present else Part.NAMED


def _entry(name: IndexName, numbers: tuple[Run, ...], letters: Letters, language: str) -> IndexEntry:
    style = letters.style.text.index_family

    def made(item: Element) -> Flowable:
        runs = (*name_runs(name, letters, language), *numbers)
        words = Paragraph(letters, runs, style.leading, item.add("LBody"), align="left", language=language)
        return Turnover(words, _INDENT * style.size)

    return IndexEntry(index_group(name.sorted_by, language), name.key(language), name.words, made)


def name_runs(name: IndexName, letters: Letters, language: str) -> tuple[Run, ...]:
    """A name, its family name darker than the rest; in one run where it runs against the direction of the language."""
    text = letters.style.text
    if not name.given or bool(MAY_TURN.search(name.words)) != runs_backwards(language):
        return (Run(name.words, voice(text.index_family), isolate=True),)
    return (
        Run(name.family, voice(text.index_family), isolate=True),
        Run(name.between, voice(text.index_given)),
        Run(name.given, voice(text.index_given), isolate=True),
    )
