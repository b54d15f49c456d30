"""Entries → a section in columns: sorted, in groups of one letter each, below a title that spans them."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from booklet.composing.flowables.letter_head import LetterHead
from booklet.composing.flowables.short_rule import ShortRule
from booklet.composing.furniture import titled_furniture
from booklet.composing.labels import Labels
from booklet.composing.section import Column, Head, Section
from booklet.composing.text import paragraph, space_to
from booklet.flowable import Block, Flowable
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import ASCENT
from booklet.model.event import Event
from booklet.model.index_group import IndexGroup
from booklet.plain_dataclasses import dataclass
from booklet.structure import Element
from booklet.styling.style import Style
from booklet.units import MM

_GAP = 5 * MM
_WEIGHT, _HAIR = 0.9, 0.25
# Leadings: from the title to the line below it, from there to the rule, and from the rule to the first entry.
_BELOW_TITLE, _BELOW_NOTE, _BELOW_RULE = 1.45, 1.3, 1.35


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """What stands in an index. `key` orders those of one group, `words` name it in running heads; `made` makes its flowable
    for a structure element that holds it. Of its lines the first is not parted from the next."""

    group: IndexGroup
    key: Any
    words: str
    made: Callable[[Element], Flowable]


@dataclass(frozen=True, slots=True)
class IndexForm:
    """What an index is called, the key to it (empty: none), and how wide a column is at least, in sizes of its text. Letters
    stand above groups where there are as many entries as `lettered`: a short list is read from end to end."""

    key: str
    title: str
    note: str
    least_width: float
    lettered: int = 0


def compose_index(
    form: IndexForm, entries: Iterable[IndexEntry], event: Event, letters: Letters, labels: Labels
) -> Section:
    """One section of as many columns as the page has room for, those of its last page of about one height. Lines of columns
    stand side by side, headings too: they take the room of three lines, or of one at the top."""
    root = Element("Sect")
    columns = index_columns(letters.style, form.least_width)
    head = index_head(form.title, form.note, letters, root, columns)
    in_order = sorted(entries, key=lambda entry: (entry.group, entry.key))
    groups = [tuple(group) for _, group in groupby(in_order, key=lambda entry: entry.group)]
    blocks: list[Block] = []
    for group in groups:
        if len(groups) > 1 and len(in_order) >= form.lettered:
            blocks.append(_letter(group[0].group.letter or labels.other_letters, letters, root, first=not blocks))
        blocks += _entries(group, letters, root)
    furniture = titled_furniture(event, form.title)
    return Section(form.key, root, form.title, columns, tuple(blocks), head, even=True, furniture=furniture)


def index_columns(style: Style, least_width: float) -> tuple[Column, ...]:
    """As many columns as the page has room for, of at least so many sizes of an index's text."""
    page = style.page
    count = max(1, int((page.inner_width + _GAP) / (least_width * style.text.index_family.size + _GAP)))
    width = (page.inner_width - (count - 1) * _GAP) / count
    return tuple(Column(page.left + number * (width + _GAP), width) for number in range(count))


def index_head(title: str, note: str, letters: Letters, root: Element, columns: tuple[Column, ...]) -> Head:
    """Title, a line below it, and the rule above the columns."""
    style, page = letters.style, letters.style.page
    text = style.text
    blocks = [Block(paragraph(letters, text.section_title, title, root.add("H1"), align="balance"))]
    last = text.section_title
    if note:
        line = paragraph(letters, text.note, note, root.add("P"))
        blocks.append(Block(line, space_to(last, text.note, text.note.leading * _BELOW_TITLE)))
        last = text.note
    entry = text.index_family
    below = text.note.leading * _BELOW_NOTE - (1 - ASCENT) * last.size
    blocks.append(Block(ShortRule(page.inner_width, _WEIGHT, style.colors.ink), below))
    foot = entry.leading * _BELOW_RULE - ASCENT * entry.size
    return Head(Column(columns[0].x, page.inner_width), tuple(blocks), foot)


def _letter(letter: str, letters: Letters, root: Element, *, first: bool) -> Block:
    text = letters.style.text
    words = paragraph(letters, text.index_letter, letter, root.add("H2"))
    head = LetterHead(words, text.index_family.size, _HAIR, letters.style.colors.rule)
    space = 0.0 if first else 2 * text.index_family.leading - text.index_family.size
    return Block(head, space, keep=True)


def _entries(group: tuple[IndexEntry, ...], letters: Letters, root: Element) -> list[Block]:
    """A list; the first two of its entries stand together."""
    style = letters.style.text.index_family
    items = root.add("L")
    return [
        Block(
            entry.made(items.add("LI")),
            style.leading - style.size,
            keep=number == 0 and len(group) > 1,
            entry=entry.words,
        )
        for number, entry in enumerate(group)
    ]
