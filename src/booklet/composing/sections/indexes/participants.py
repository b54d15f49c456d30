"""Those who take part → a list in columns: names, and beside them where they come from."""

from booklet.composing.flowables.table_row import Cell, Stacked, TableRow
from booklet.composing.labels import Labels
from booklet.composing.section import Section
from booklet.composing.sections.indexes.index_columns import IndexEntry, IndexForm, compose_index, index_columns
from booklet.composing.sections.indexes.people_index import name_runs
from booklet.composing.text import paragraph
from booklet.flowable import Flowable
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import ASCENT, Paragraph
from booklet.model.committee import Participant
from booklet.model.index_group import index_group
from booklet.model.index_name import index_name
from booklet.model.program import Program
from booklet.page_map import PageMap
from booklet.structure import Element

_KEY = "participants"
# Sizes of the text: the least width of a column with affiliations, and without any.
_COLUMN, _NAMES_ALONE = 26.0, 12.5
_LETTERED = 100  # participants
_SHARE, _GAP = 0.4, 0.8  # of the column, for the name; sizes of the text between name and affiliation
_INDENT = 1.2  # sizes of the text: of lines turned over


def compose_participants(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> tuple[Section, ...]:
    """One section, or none where no participants are given."""
    del pages  # participants stand on no other page
    if not program.participants:
        return ()
    placed = any(participant.affiliation for participant in program.participants)
    form = IndexForm(_KEY, labels.participants, "", _COLUMN if placed else _NAMES_ALONE, _LETTERED)
    width = index_columns(letters.style, form.least_width)[0].width
    language = program.event.language
    entries = [
        _entry(participant, letters, language, width * _SHARE if placed else width, width)
        for participant in program.participants
    ]
    return (compose_index(form, entries, program.event, letters, labels),)


def _entry(participant: Participant, letters: Letters, language: str, share: float, width: float) -> IndexEntry:
    """A row of name, on `share` points of the `width` of the column, and affiliation."""
    name = index_name(participant.name)
    text = letters.style.text
    size, leading = text.index_family.size, text.index_family.leading

    def made(item: Element) -> Flowable:
        body = item.add("LBody")
        runs = name_runs(name, letters, language)
        words = Paragraph(letters, runs, leading, body.add("P"), align="left", language=language)
        gap = _GAP * size if participant.affiliation else 0.0
        cells = [_cell(words, 0.0, share - gap)]
        if participant.affiliation:
            place = paragraph(letters, text.index_given, participant.affiliation, body.add("P"))
            cells.append(_cell(place, share, width - share))
        return TableRow(tuple(cells), (1 - ASCENT) * size, letters.style.page.text_height)

    key = (*name.key(language), participant.affiliation or "")
    return IndexEntry(index_group(name.sorted_by, language), key, name.words, made)


def _cell(words: Paragraph, x: float, width: float) -> Cell:
    """Words on one line, or more of which those after the first are indented."""
    indent = _INDENT * words.size if words.natural_width() > width else 0.0
    return Cell(x + indent, width - indent, (Stacked(words, ASCENT * words.size, indent),))
