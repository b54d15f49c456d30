"""Items of a list, and of lists inside it → flowables whose texts stand below each other, level by level."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate

from booklet.composing.flowables.list_item import ListItem
from booklet.composing.text import rich_runs, voice
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.model.rich_text import Block
from booklet.structure import Element

# Of the size: from one level's text to the next one's, at least; between the longest number and its text.
_HANG, _GAP = 1.2, 0.45

NUMBERED, BULLETED = "<</O/List/ListNumbering/Decimal>>", "<</O/List/ListNumbering/Disc>>"  # ISO 32000-1, 14.8.5.5


def list_items(items: Sequence[Block], letters: Letters, root: Element, language: str | None) -> list[ListItem]:
    """Flowables for consecutive items. Numbers end at one edge, bullets begin where the text of the level above does.

    A list inside a list belongs to the item before it (14.8.4.3.3).
    """
    style = letters.style.text.body
    depths = _depths(items)
    widest: defaultdict[int, float] = defaultdict(float)
    markers = [_marker(item, letters, language) for item in items]
    widths = [marker.natural_width() for marker in markers]
    for depth, width in zip(depths, widths, strict=True):
        widest[depth] = max(widest[depth], width)
    levels = range(max(widest, default=-1) + 1)
    begins = list(accumulate(max(style.size * _HANG, widest[level] + style.size * _GAP) for level in levels))
    lists: list[Element] = []
    bodies: list[Element] = []
    done = []
    for item, depth, marker, width, following in zip(items, depths, markers, widths, [*depths, 0][1:], strict=True):
        number = item.marker[:1].isdigit()
        del lists[depth + 1 :], bodies[depth:]
        if len(lists) == depth:
            lists.append((bodies[-1] if bodies else root).add("L", attributes=NUMBERED if number else BULLETED))
        entry = lists[depth].add("LI")
        if marker.element:
            entry.content.append(marker.element)
        bodies.append(entry.add("LBody"))
        words = bodies[-1].add("P") if following > depth else bodies[-1]
        body = Paragraph(letters, rich_runs(letters, style, item.spans), style.leading, words, language=language)
        above = begins[depth - 1] if depth else 0.0
        at = max(above, begins[depth] - style.size * _GAP - width) if number else above
        done.append(ListItem(marker, body, at, begins[depth]))
    return done


def _marker(item: Block, letters: Letters, language: str | None) -> Paragraph:
    """The marker, which runs in the direction of its item."""
    style = letters.style.text.body
    body = Paragraph(letters, rich_runs(letters, style, item.spans), style.leading, None, language=language)
    runs = (Run(item.marker, voice(style)),)
    return Paragraph(letters, runs, style.leading, Element("Lbl"), align="left", backwards=body.runs_from_right)


def _depths(items: Sequence[Block]) -> list[int]:
    """The depth of every item, at most one more than that of the item before it."""
    depths: list[int] = []
    for item in items:
        depths.append(min(item.depth, depths[-1] + 1 if depths else 0))
    return depths
