"""Breaks → lines: what stands on each line of a paragraph, shaped as it stands there."""

from itertools import accumulate
from typing import NamedTuple

from booklet.lettering.cuts import Cut
from booklet.lettering.runs import Box, Joined, Plain
from booklet.lettering.word_table import Word
from booklet.lettering.words import Words


class Phrase(NamedTuple):
    """Words as they stand in a line, in one stretch (by its number), with its spaces between them: texts and shapes. A space
    of stretch `space` precedes the first (-1: none); with a `gap` there is its white instead, in 1/1000 of the
    paragraph's size."""

    run: int
    texts: tuple[str, ...]
    words: tuple[Word, ...]
    space: int
    gap: int | None = None


class Line(NamedTuple):
    """The phrases of one line, the stretch of the space that it ends at (-1: inside a word, or the paragraph's end), and
    whether it ends with a hyphen that line breaking put in."""

    phrases: tuple[Phrase, ...]
    space: int
    hyphenated: bool = False


class Measure(NamedTuple):
    """What lines are broken with: words and a scale for every stretch (its size by the paragraph's), and the width in 1/1000
    of the paragraph's size."""

    tables: tuple[Words, ...]
    scales: tuple[float, ...]
    width: float


class Break(NamedTuple):
    """The end of a line: after word `word` when `cut` is 0, else inside it before character `cut`."""

    word: int
    cut: Cut


def whole(boxes: list[Box], measure: Measure) -> list[Line]:
    """All words on one line; none where there are none."""
    phrases: list[Phrase] = []
    before: Box | None = None
    for box in boxes:
        phrases += _phrases(box, measure, (0, 1 if isinstance(box, Joined) else len(box.texts)), (0, None), before)
        before = box
    return [Line(tuple(phrases), before.space)] if before else []


def lines_of(boxes: list[Box], measure: Measure, breaks: list[Break]) -> list[Line]:
    """Shape what stands on each line."""
    lines: list[Line] = []
    starts = list(accumulate([1 if isinstance(box, Joined) else len(box.texts) for box in boxes], initial=0))
    first, offset = 0, 0  # word and character that the line begins with
    box = 0
    for last, cut in breaks:
        phrases: list[Phrase] = []
        before: Box | None = None
        at = box
        while at < len(boxes) and starts[at] <= last:
            begin, end = max(first, starts[at]), min(last + 1, starts[at + 1])
            inner = (begin - starts[at], end - starts[at])
            edges = (offset if begin == first else 0, cut if end == last + 1 and cut.at else None)
            phrases += _phrases(boxes[at], measure, inner, edges, before)
            before = boxes[at]
            at += 1
        ended = boxes[at - 1]
        box = at - 1 if cut.at or last + 1 < starts[at] else at
        inside = ended.run if isinstance(ended, Plain) and last + 1 < starts[at] else ended.space
        lines.append(Line(tuple(phrases), -1 if cut.at else inside, cut.hyphen))
        first, offset = (last, cut.at) if cut.at else (last + 1, 0)
    return lines


def _phrases(
    box: Box, measure: Measure, words: tuple[int, int], edges: tuple[int, Cut | None], previous: Box | None
) -> list[Phrase]:
    """What stands of a box on a line: words `words[0]` to `words[1]`, the first from character `edges[0]` on, the last up to
    cut `edges[1]`; after box `previous` on the same line."""
    space, gap = (previous.space, _scaled_gap(previous, measure)) if previous else (-1, None)
    start, cut = edges
    if isinstance(box, Joined):
        return joined_phrases(box, measure, start, cut, (space, gap))
    table = measure.tables[box.run]
    texts = box.texts[words[0] : words[1]]
    shapes = table.words(texts)
    if cut:
        whole = texts[-1]
        from_ = start if len(texts) == 1 else 0
        shapes[-1] = table.fragment(whole, from_, cut.at, cut.hyphen)
        texts = (*texts[:-1], whole[from_ : cut.at])
    if start and (len(texts) > 1 or not cut):
        shapes[0] = table.fragment(texts[0], start, len(texts[0]), hyphen=False)
        texts = (texts[0][start:], *texts[1:])
    return [Phrase(box.run, texts, tuple(shapes), space, gap)]


def _scaled_gap(box: Box, measure: Measure) -> int | None:
    """The white of a gap in 1/1000 of the paragraph's size."""
    run = box.parts[-1].run if isinstance(box, Joined) else box.run
    return None if box.gap is None else round(box.gap * measure.scales[run])


def joined_phrases(
    box: Joined, measure: Measure, start: int, cut: Cut | None, before: tuple[int, int | None]
) -> list[Phrase]:
    """A word of several parts from character `start` up to a cut, each part shaped as it stands there."""
    phrases: list[Phrase] = []
    done = 0
    for run, text in box.parts:
        first = max(start - done, 0)
        last = min(cut.at - done, len(text)) if cut else len(text)
        if first < last:
            hyphen = cut is not None and cut.hyphen and done + last == cut.at
            whole = first == 0 and last == len(text) and not hyphen
            table = measure.tables[run]
            word = table.word(text) if whole else table.fragment(text, first, last, hyphen)
            phrases.append(Phrase(run, (text[first:last],), (word,), *before))
            before = (-1, None)
        done += len(text)
    return phrases
