"""The keywords of all talks → an index with the pages of the talks."""

from collections import Counter, defaultdict

from booklet.composing.flowables.turnover import Turnover
from booklet.composing.labels import Labels
from booklet.composing.section import Section
from booklet.composing.sections.indexes.index_columns import IndexEntry, IndexForm, compose_index
from booklet.composing.sections.indexes.page_references import Finder, NumberSetting, Reference
from booklet.composing.text import voice
from booklet.flowable import Flowable
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.model.collation import collation_key
from booklet.model.index_group import index_group
from booklet.model.program import Program
from booklet.page_map import PageMap
from booklet.structure import Element

_KEY = "keywords"
# Of the usual parts, this one has pages from so many talks on.
_FEWEST_TALKS = 24
_COLUMN, _INDENT = 16.0, 1.2  # sizes of the text: the least width of a column; of lines turned over


def compose_keywords(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> tuple[Section, ...]:
    """One section, or none: where the meeting is too small, or no keyword is on any page."""
    if not program.settings.chosen and len(program.talks) < _FEWEST_TALKS:
        return ()
    keywords = _keywords(program, pages)
    if not keywords:
        return ()
    language = program.event.language
    numbers = NumberSetting(letters.style.text.index_family, labels, pages, language)
    entries = [
        _entry(word, numbers.runs(map(Reference, places)), letters, language) for word, places in keywords.items()
    ]
    return (compose_index(IndexForm(_KEY, labels.keywords, "", _COLUMN), entries, program.event, letters, labels),)


def _keywords(program: Program, pages: PageMap) -> dict[str, list[str]]:
    """Keywords that differ in nothing but capitals are one, written as most talks write it, or the first of them."""
    talks = Finder(program, pages).talks()
    places: defaultdict[str, list[str]] = defaultdict(list)
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for talk in program.talks:
        for word in talk.keywords if talks[talk.id] else ():
            places[word.casefold()] += talks[talk.id]
            written[word.casefold()][word] += 1
    return {written[folded].most_common(1)[0][0]: found for folded, found in places.items()}


def _entry(word: str, numbers: tuple[Run, ...], letters: Letters, language: str) -> IndexEntry:
    style = letters.style.text.index_family

    def made(item: Element) -> Flowable:
        runs = (Run(word, voice(style), isolate=True), *numbers)
        words = Paragraph(letters, runs, style.leading, item.add("LBody"), align="left", language=language)
        return Turnover(words, _INDENT * style.size)

    sorted_by = word.lstrip("([„“\"'«-–.#*") or word
    return IndexEntry(index_group(sorted_by, language), (collation_key(sorted_by, language), word), word, made)
