"""A paragraph whose lines were typed as the items of a list into a paragraph and these items."""

import re
from collections.abc import Iterable, Sequence

from booklet.model.rich_text import Block, Line, Span
from booklet.plain_dataclasses import replace

# Where a line of the source ended, at which nothing needs to end.
SOFT = "\x1d"
_ITEM = re.compile(r"\s*[-*•·–] +(?=\S)")


def with_typed_items(line: Line) -> list[Block]:
    """The paragraph, followed by items where from some line on all lines, at least two, begin with a hyphen or a bullet."""
    lines = list(_lines(line))
    first = next((at for at, one in enumerate(lines) if _begins_item(one)), len(lines))
    items = lines[first:]
    if len(items) < 2 or not all(_begins_item(one) for one in items):
        return [Block(line)]
    lead = tuple(part for one in lines[:first] for part in (*one, Span(" ")))
    return [*([Block(lead)] if lead else []), *(Block(_without_marker(one), "item", "•") for one in items)]


def _lines(spans: Sequence[Span]) -> Iterable[Line]:
    now: list[Span] = []
    for span in spans:
        first, *others = span.text.split(SOFT)
        now.append(replace(span, text=first))
        for other in others:
            yield tuple(now)
            now = [replace(span, text=other)]
    yield tuple(now)


def _begins_item(line: Line) -> bool:
    first = next((span for span in line if span.text.strip()), Span(""))
    return _ITEM.match("".join(span.text for span in line)) is not None and first.script == 0


def _without_marker(line: Line) -> Line:
    begun = [span for span in line if span.text.strip() or span.text == "\n"]
    text = begun[0].text.lstrip()[1:].lstrip()
    return (replace(begun[0], text=text), *line[line.index(begun[0]) + 1 :])
