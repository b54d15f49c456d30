"""Boxes → lines: where the lines of a paragraph end, justified by total fit or ragged and balanced."""

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from typing import NamedTuple

from booklet.lettering.fit import Piece, fit
from booklet.lettering.runs import Box, Part
from booklet.lettering.word_table import Cut, Parted, Word, WordTable

# What to try in turn: which breaks words offer (WordTable.parted), and the largest stretch ratio of a line.
_PASSES = ((0, 1.0), (1, 1.5), (1, 4.0), (2, 1e9))
_NO_CUT = Cut(0, hyphen=False)


class Token(NamedTuple):
    """A word, or part of one, as it stands in a line: the run it is in, its shape, and whether a space precedes it and in
    which run (-1: none)."""

    run: int
    word: Word
    space: int


class Line(NamedTuple):
    """The tokens of one line, and whether the line ends at a space (not inside a word, and not the paragraph's last)."""

    tokens: tuple[Token, ...]
    at_space: bool


class Measure(NamedTuple):
    """What lines are broken with: a word table and a scale for every run (its size by the paragraph's), and the width in
    1/1000 of the paragraph's size."""

    tables: tuple[WordTable, ...]
    scales: tuple[float, ...]
    width: float


class _Break(NamedTuple):
    """The end of a line: after box `box` when `cut` is 0, else inside it before character `cut`."""

    box: int
    cut: Cut


def justified(boxes: list[Box], measure: Measure) -> list[Line]:
    """Lines that fill the measure, by total fit. Never overfull: in the last pass words may be parted anywhere."""
    hyphenate = any(table.can_hyphenate for table in measure.tables)
    for effort, tolerance in _PASSES:
        if effort == 1 and not hyphenate:
            continue
        parted = [_parted(box, measure, effort) for box in boxes]
        pieces = [piece for part in parted for piece in part.pieces]
        ends = fit(pieces, measure.width, tolerance)
        if ends is not None:
            return _lines(boxes, measure, _breaks(ends, parted))
    return ragged(boxes, measure)


def ragged(boxes: list[Box], measure: Measure) -> list[Line]:
    """Lines filled one after another, not hyphenated; a word wider than the measure is parted wherever it must."""
    return _lines(boxes, measure, _first_fit(boxes, measure, measure.width))


def balanced(boxes: list[Box], measure: Measure) -> list[Line]:
    """Ragged lines, as even in length as their number allows: titles."""
    count = len(_first_fit(boxes, measure, measure.width))
    low, high = measure.width / 2, measure.width
    while count > 1 and high - low > 40:
        middle = (low + high) / 2
        if len(_first_fit(boxes, measure, middle)) > count:
            low = middle
        else:
            high = middle
    return _lines(boxes, measure, _first_fit(boxes, measure, high))


def _scaled(piece: Piece, scale: float) -> Piece:
    lengths = [length * scale for length in piece[:7]]
    return (lengths[0], lengths[1], lengths[2], lengths[3], lengths[4], lengths[5], lengths[6], piece[7], piece[8])


def _parted(box: Box, measure: Measure, effort: int) -> Parted:
    """The box as pieces. A word in several voices is one piece: it is not hyphenated."""
    if len(box.parts) == 1:
        run, text = box.parts[0]
        parted = measure.tables[run].parted(text, _effort(text, run, measure, effort))
        scale = measure.scales[run]
        return parted if scale == 1 else Parted(tuple(_scaled(piece, scale) for piece in parted.pieces), parted.cuts)
    words = [(measure.tables[run].word(text), measure.scales[run]) for run, text in box.parts]
    advance = sum(word.advance * scale for word, scale in words)
    table, scale = measure.tables[box.space], measure.scales[box.space]
    space, y, z = (length * scale for length in (table.space, table.stretch, table.shrink))
    left, right = words[0][0].left * words[0][1], words[-1][0].right * words[-1][1]
    stretch = advance * 0.02
    return Parted(((advance + space, stretch + y, stretch + z, -space - right, -y, -z, left, 0, 0),), ())


def _effort(text: str, run: int, measure: Measure, effort: int) -> int:
    """Only words too long to stand on a line with others are parted anywhere."""
    wide = effort == 2 and measure.tables[run].word(text).advance * measure.scales[run] > measure.width / 2
    return effort if wide or effort < 2 else 1


def _breaks(ends: list[int], parted: list[Parted]) -> list[_Break]:
    """Pieces that end lines → breaks."""
    upto = list(accumulate(len(part.pieces) for part in parted))
    breaks = []
    for end in ends:
        box = bisect_right(upto, end)
        within = end - (upto[box] - len(parted[box].pieces))
        cuts = parted[box].cuts
        breaks.append(_Break(box, cuts[within] if within < len(cuts) else _NO_CUT))
    return breaks


def _first_fit(boxes: list[Box], measure: Measure, width: float) -> list[_Break]:
    breaks: list[_Break] = []
    x = 0.0
    for index, box in enumerate(boxes):
        advance = sum(measure.tables[run].word(text).advance * measure.scales[run] for run, text in box.parts)
        if x and x + advance > width:
            breaks.append(_Break(index - 1, _NO_CUT))
            x = 0.0
        if advance > width and len(box.parts) == 1:
            cuts, advance = _parts_of_width(box.parts[0], measure, width)
            breaks += [_Break(index, cut) for cut in cuts]
        space = measure.tables[box.space].space * measure.scales[box.space] if box.space >= 0 else 0
        x += advance + space
    if boxes:
        breaks.append(_Break(len(boxes) - 1, _NO_CUT))
    return breaks


def _parts_of_width(part: Part, measure: Measure, width: float) -> tuple[list[Cut], float]:
    """Cuts that part a word too wide for a line, best after a hyphen or slash; and the advance of what is left."""
    table, scale = measure.tables[part.run], measure.scales[part.run]
    cuts: list[Cut] = []
    start = 0

    def fits(end: int) -> bool:
        return table.fragment(part.text, start, end, False).advance * scale <= width

    kind = table.parted(part.text, 1).cuts + table.parted(part.text, 2).cuts
    while not fits(len(part.text)):
        ahead = [cut for cut in kind if cut.at > start and not cut.hyphen and fits(cut.at)]
        preferred = [cut for cut in ahead if part.text[cut.at - 1] in "-/"]
        best = max(preferred or ahead, key=lambda cut: cut.at, default=Cut(start + 1, hyphen=False))
        cuts.append(best)
        start = best.at
        if start >= len(part.text):
            break
    return cuts, table.fragment(part.text, start, len(part.text), False).advance * scale


def _lines(boxes: list[Box], measure: Measure, breaks: list[_Break]) -> list[Line]:
    """Shape what stands on each line."""
    word: Callable[[int, str], Word] = lambda run, text: measure.tables[run].word(text)  # noqa: E731
    lines: list[Line] = []
    box_index, cut_index = 0, 0
    for end in breaks:
        line: list[Token] = []
        last = end.box if not end.cut.at else end.box - 1
        for box in boxes[box_index : last + 1]:
            space = boxes[box_index - 1].space if line else -1
            if cut_index:
                run, text = box.parts[0]
                line.append(Token(run, measure.tables[run].fragment(text, cut_index, len(text), False), space))
                cut_index = 0
            else:
                line += [
                    Token(part.run, word(*part), space if not index else -1) for index, part in enumerate(box.parts)
                ]
            box_index += 1
        if end.cut.at:
            run, text = boxes[end.box].parts[0]
            space = boxes[end.box - 1].space if line else -1
            line.append(Token(run, measure.tables[run].fragment(text, cut_index, *end.cut), space))
            cut_index = end.cut.at
        lines.append(Line(tuple(line), not end.cut.at and boxes[end.box].space >= 0))
    return lines
