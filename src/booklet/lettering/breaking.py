"""Boxes → lines: where the lines of a paragraph end, justified by total fit or ragged and balanced."""

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from booklet.lettering.fit import Piece, fit
from booklet.lettering.runs import Box
from booklet.lettering.word_table import Cut, Parted, Word, WordTable

# What to try in turn: which breaks words offer (WordTable.parted), and the largest stretch ratio of a line.
_PASSES = ((0, 1.0), (1, 1.5), (1, 4.0), (1, 1e9), (2, 1e9))
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
    if not boxes:
        return []
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
    """Ragged lines, as even in length as their number allows: titles. No more words are parted than in ragged ones."""
    count = len(_first_fit(boxes, measure, measure.width))
    widths = [_advance(box, measure, 0, box.length) for box in boxes]
    low, high = max([measure.width / 2, *widths]), measure.width
    while count > 1 and high - low > 40:
        middle = (low + high) / 2
        if len(_first_fit(boxes, measure, middle)) > count:
            low = middle
        else:
            high = middle
    return _lines(boxes, measure, _first_fit(boxes, measure, high))


def _parted(box: Box, measure: Measure, effort: int) -> Parted:
    """The box as pieces; cuts count characters through all its parts."""
    if len(box.parts) == 1 and measure.scales[box.parts[0].run] == 1:
        run, text = box.parts[0]
        return measure.tables[run].parted(text, _effort(box, measure, effort))
    effort = _effort(box, measure, effort)
    pieces: list[Piece] = []
    cuts: list[Cut] = []
    x = y = z = right = 0.0
    left: float | None = None
    before = 0
    for run, text in box.parts:
        table, scale = measure.tables[run], measure.scales[run]
        parted = table.parted(text, effort)
        for index, piece in enumerate(parted.pieces):
            x, y, z = x + piece[0] * scale, y + piece[1] * scale, z + piece[2] * scale
            left = piece[6] * scale if left is None else left
            if index < len(parted.cuts):
                pieces.append((x, y, z, piece[3] * scale, piece[4], piece[5], left, piece[7], piece[8]))
                cuts.append(Cut(before + parted.cuts[index].at, parted.cuts[index].hyphen))
                x = y = z = 0.0
                left = None
            else:  # the space after a part is not there when another part follows
                x, y, z = x - table.space * scale, y - table.stretch * scale, z - table.shrink * scale
                right = -(piece[3] + table.space) * scale
        before += len(text)
    table, scale = measure.tables[box.space], measure.scales[box.space]
    space, more, less = table.space * scale, table.stretch * scale, table.shrink * scale
    pieces.append((x + space, y + more, z + less, -space - right, -more, -less, left or 0.0, 0, 0))
    return Parted(tuple(pieces), tuple(cuts))


def _effort(box: Box, measure: Measure, effort: int) -> int:
    """Only words too long to stand on a line with others are parted anywhere."""
    return 1 if effort == 2 and _advance(box, measure, 0, box.length) <= measure.width / 2 else effort


def _advance(box: Box, measure: Measure, start: int, end: int) -> float:
    """Advance of the characters from `start` to `end` of a box."""
    if start == 0 and end == box.length:  # nearly always
        return sum(measure.tables[run].word(text).advance * measure.scales[run] for run, text in box.parts)
    return sum(
        token.word.advance * measure.scales[token.run]
        for token in _tokens(box, measure, start, Cut(end, hyphen=False), -1)
    )


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
        advance = _advance(box, measure, 0, box.length)
        if x and x + advance > width:
            breaks.append(_Break(index - 1, _NO_CUT))
            x = 0.0
        if advance > width:
            cuts, advance = _cuts_to_width(box, measure, width)
            breaks += [_Break(index, cut) for cut in cuts]
        space = measure.tables[box.space].space * measure.scales[box.space] if box.space >= 0 else 0
        x += advance + space
    if boxes:
        breaks.append(_Break(len(boxes) - 1, _NO_CUT))
    return breaks


def _cuts_to_width(box: Box, measure: Measure, width: float) -> tuple[list[Cut], float]:
    """Cuts that part a word too wide for a line, best after a hyphen, dash or slash; and the advance of what is left."""
    text = "".join(part.text for part in box.parts)
    anywhere = [cut for cut in _parted(box, measure, 2).cuts if not cut.hyphen] or [
        Cut(at, hyphen=False) for at in range(1, len(text))
    ]
    cuts: list[Cut] = []
    start = 0
    while _advance(box, measure, start, len(text)) > width:
        ahead = [cut for cut in anywhere if cut.at > start]
        fitting = ahead[: bisect_right(ahead, width, key=lambda cut: _advance(box, measure, start, cut.at))]
        preferred = [cut for cut in fitting if text[cut.at - 1] in "-–—/"]
        if not ahead:
            break
        cuts.append((preferred or fitting or ahead[:1])[-1])
        start = cuts[-1].at
    return cuts, _advance(box, measure, start, len(text))


def _lines(boxes: list[Box], measure: Measure, breaks: list[_Break]) -> list[Line]:
    """Shape what stands on each line."""
    lines: list[Line] = []
    box_index, start = 0, 0
    for end in breaks:
        tokens: list[Token] = []
        while box_index < end.box or (box_index == end.box and not end.cut.at):
            box = boxes[box_index]
            space = boxes[box_index - 1].space if tokens else -1
            tokens += _tokens(box, measure, start, Cut(box.length, hyphen=False), space)
            box_index, start = box_index + 1, 0
        if end.cut.at:
            space = boxes[end.box - 1].space if tokens else -1
            tokens += _tokens(boxes[end.box], measure, start, end.cut, space)
            start = end.cut.at
        lines.append(Line(tuple(tokens), not end.cut.at and boxes[end.box].space >= 0))
    return lines


def _tokens(box: Box, measure: Measure, start: int, end: Cut, space: int) -> list[Token]:
    """What stands of a box from character `start` to a cut, shaped as it stands there; `space` precedes the first token."""
    tokens: list[Token] = []
    before = 0
    for run, text in box.parts:
        first, last = max(start - before, 0), min(end.at - before, len(text))
        if first < last:
            hyphen = end.hyphen and before + last == end.at
            table = measure.tables[run]
            whole = first == 0 and last == len(text) and not hyphen
            word = table.word(text) if whole else table.fragment(text, first, last, hyphen)
            tokens.append(Token(run, word, -1 if tokens else space))
        before += len(text)
    return tokens
