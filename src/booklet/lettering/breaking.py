"""Boxes → lines: where the lines of a paragraph end, justified by total fit or ragged and balanced."""

from bisect import bisect_right
from itertools import accumulate, chain
from operator import add
from typing import NamedTuple

from booklet.lettering.cuts import ANYWHERE, AS_WRITTEN, COMPOUNDS_TOO, HYPHENATED, Cut, lacks_spaces
from booklet.lettering.fit import Piece, fit, is_blemished
from booklet.lettering.line_ends import Ends
from booklet.lettering.lines import Break, Line, Measure, joined_phrases, lines_of, whole
from booklet.lettering.runs import Box, Joined, Part, Plain
from booklet.lettering.ties import tied
from booklet.lettering.word_table import Parted

# What to try in turn: which breaks words offer, and how far a line may stretch and shrink. At a stretch ratio of 1 a space is
# half as wide again, at a shrink ratio of 1 two thirds as wide; a little more than that is better than a loose line.
_PASSES = (
    (AS_WRITTEN, 1.0, 1.0),
    (HYPHENATED, 1.0, 1.0),
    (COMPOUNDS_TOO, 1.0, 1.0),
    (COMPOUNDS_TOO, 1.0, 1.12),
    (COMPOUNDS_TOO, 1.1, 1.12),
    (COMPOUNDS_TOO, 1.5, 1.12),
    (COMPOUNDS_TOO, 4.0, 1.12),
    (ANYWHERE, 4.0, 1.12),
    (COMPOUNDS_TOO, 1e9, 1.12),
    (ANYWHERE, 1e9, 1.12),
)
# What the first passes give may be given up for lines without a blemish.
_PATIENCE = 5
_NO_CUT = Cut(0, hyphen=False)

# Between two ideographs there is no space, but justification may put a little there (1/1000 of the size).
OPEN_STRETCH, OPEN_SHRINK = 60, 20
# Penalties of a break between the parts of a word that has to be parted anywhere, and between words that belong together.
_BETWEEN_PARTS, _TIED = 1000, 1000


def justified(boxes: list[Box], measure: Measure) -> list[Line]:
    """Lines that fill the measure, by total fit. Never overfull: in the last pass words may be parted anywhere."""
    return lines_to(boxes, measure, line_ends(boxes, measure))


def lines_to(boxes: list[Box], measure: Measure, ends: Ends) -> list[Line]:
    """Lines that end where `line_ends` says."""
    if ends is None:
        return ragged(boxes, measure)
    return lines_of(boxes, measure, [Break(word, Cut(at, hyphen)) for word, at, hyphen in ends])


def line_ends(boxes: list[Box], measure: Measure) -> Ends:
    """Where lines end that fill the measure."""
    breaks = _total_fit(boxes, measure) if boxes else []
    return None if breaks is None else [(word, cut.at, cut.hyphen) for word, cut in breaks]


def _total_fit(boxes: list[Box], measure: Measure) -> list[Break] | None:
    """The breaks of the first pass that comes to any without a blemish, or else of the first that comes to any."""
    hyphenate = any(table.can_hyphenate for table in measure.tables)
    ties = _ties(boxes)
    first: list[Break] | None = None
    parted: list[Parted] = []
    pieces: list[Piece] = []
    tried: tuple[int, float, float] = (-1, 0.0, 0.0)
    for number, (effort, tolerance, tightness) in enumerate(_PASSES):
        if effort == HYPHENATED and not hyphenate:
            continue
        if first is not None and number > _PATIENCE:
            break
        before, tried = tried, (effort, tolerance, tightness)
        if effort != before[0]:
            parted, known = _parted(boxes, measure, effort, ties), parted
            if parted == known and before[1:] == tried[1:]:
                continue  # nothing more can be parted, so nothing else would come of it
            pieces = list(chain.from_iterable([part.pieces for part in parted]))
        ends = fit(pieces, measure.width, tolerance, tightness)
        if ends is not None:
            breaks = _breaks(ends, parted)
            if not is_blemished(pieces, ends, measure.width):
                return breaks
            first = first or breaks
    return first


def ragged(boxes: list[Box], measure: Measure) -> list[Line]:
    """Lines filled one after another; only a word wider than the measure is parted, at a hyphen if it has a place for one."""
    row = _row(boxes, measure)
    if _is_one_line(row, measure.width):  # nearly always
        return whole(boxes, measure)
    return lines_of(boxes, measure, _first_fit(row, measure.width, _ties(boxes)))


def balanced(boxes: list[Box], measure: Measure) -> list[Line]:
    """Ragged lines, as even in length as their number allows: titles. No more words are parted than in ragged ones."""
    row = _row(boxes, measure)
    if _is_one_line(row, measure.width):
        return whole(boxes, measure)
    ties = _ties(boxes)
    breaks = _first_fit(row, measure.width, ties)
    count = len(breaks)
    low, high = max(measure.width / 2, *row.advances), measure.width
    while count > 1 and high - low > 40:
        middle = (low + high) / 2
        narrower = _first_fit(row, middle, ties)
        if len(narrower) > count:
            low = middle
        else:
            high, breaks = middle, narrower
    return lines_of(boxes, measure, breaks)


def _parted(boxes: list[Box], measure: Measure, effort: int, ties: frozenset[int]) -> list[Parted]:
    """Every word as pieces; none ends a line that is tied to the next."""
    done: list[Parted] = []
    for box in boxes:
        if isinstance(box, Joined):
            done.append(_parted_joined(box, measure, effort))
            continue
        table, scale = measure.tables[box.run], measure.scales[box.run]
        if effort == ANYWHERE:
            done += [_parted_joined(word, measure, effort) for word in _single(box)]
        elif scale == 1:
            done += table.parted_words(effort, box.texts)
            if box.gap is not None or box.space not in {box.run, -1}:
                done[-1] = _parted_joined(_last(box), measure, effort)
        else:
            done += [_parted_joined(word, measure, effort) for word in _single(box)]
    for word in ties:
        done[word - 1] = _kept(done[word - 1])
    return done


def _ties(boxes: list[Box]) -> frozenset[int]:
    """Indexes of the words that should not begin a line."""
    return tied(
        chain.from_iterable(
            zip(box.texts, box.texts, strict=True)
            if isinstance(box, Plain)
            else [(box.parts[0].text, box.parts[-1].text)]
            for box in boxes
        )
    )


def _kept(parted: Parted) -> Parted:
    """A word after which a line should not end."""
    last = parted.pieces[-1]
    return Parted((*parted.pieces[:-1], (*last[:7], _TIED, last[8])), parted.cuts)


def _single(box: Plain) -> list[Joined]:
    """Each word of a box by itself."""
    inner = [Joined((Part(box.run, text),), box.run) for text in box.texts[:-1]]
    return [*inner, _last(box)]


def _last(box: Plain) -> Joined:
    return Joined((Part(box.run, box.texts[-1]),), box.space, box.gap)


def _parted_joined(box: Joined, measure: Measure, effort: int) -> Parted:
    """A word of several parts, or of another size, as pieces; cuts count characters through all parts."""
    # Only words too long to stand on a line with others are parted anywhere, and words that are really several.
    if effort == ANYWHERE and _advance(box, measure) <= measure.width / 2:
        effort = ANYWHERE if any(lacks_spaces(part.text) for part in box.parts) else COMPOUNDS_TOO
    pieces: list[Piece] = []
    cuts: list[Cut] = []
    x = y = z = right = 0.0
    left: float | None = None
    before, length = 0, box.length
    for run, text in box.parts:
        table, scale = measure.tables[run], measure.scales[run]
        (parted,) = table.parted_words(effort, (text,))
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
        if effort == ANYWHERE and before < length:
            pieces.append((x, y, z, 0.0, 0.0, 0.0, left or 0.0, _BETWEEN_PARTS, 0))
            cuts.append(Cut(before, hyphen=False))
            x = y = z = 0.0
            left = None
    space, more, less = _after(box, measure)
    pieces.append((x + space, y + more, z + less, -space - right, -more, -less, left or 0.0, 0, 0))
    return Parted(tuple(pieces), tuple(cuts))


def _after(box: Box, measure: Measure) -> tuple[float, float, float]:
    """Width, stretch and shrink of what separates a box from the next one."""
    if box.gap is not None:
        scale = measure.scales[box.parts[-1].run if isinstance(box, Joined) else box.run]
        return box.gap * scale, OPEN_STRETCH * scale, OPEN_SHRINK * scale
    if box.space < 0:
        return 0.0, 0.0, 0.0
    table, scale = measure.tables[box.space], measure.scales[box.space]
    return table.space * scale, table.stretch * scale, table.shrink * scale


def _advance(box: Joined, measure: Measure) -> float:
    return sum(measure.tables[run].word(text).advance * measure.scales[run] for run, text in box.parts)


def _breaks(ends: list[int], parted: list[Parted]) -> list[Break]:
    """Pieces that end lines → breaks."""
    upto = list(accumulate([len(part.pieces) for part in parted]))
    breaks = []
    for end in ends:
        word = bisect_right(upto, end)
        within = end - (upto[word] - len(parted[word].pieces))
        cuts = parted[word].cuts
        breaks.append(Break(word, cuts[within] if within < len(cuts) else _NO_CUT))
    return breaks


class _Row(NamedTuple):
    """Words as ragged setting sees them: the advance of each, that of the white after it, and how they can be found again."""

    advances: list[float]
    whites: list[float]
    boxes: list[Box]
    measure: Measure

    def words(self) -> list[Joined]:
        """Each word by itself."""
        return [word for box in self.boxes for word in ([box] if isinstance(box, Joined) else _single(box))]


def _row(boxes: list[Box], measure: Measure) -> _Row:
    advances: list[float] = []
    whites: list[float] = []
    for box in boxes:
        if isinstance(box, Joined):
            advances.append(_advance(box, measure))
        else:
            table, scale = measure.tables[box.run], measure.scales[box.run]
            advances += [word[0] * scale for word in table.words(box.texts)]
            whites += [table.space * scale] * (len(box.texts) - 1)
        whites.append(_after(box, measure)[0])
    return _Row(advances, whites, boxes, measure)


def _is_one_line(row: _Row, width: float) -> bool:
    """Whether all words stand on one line."""
    x = 0.0
    for advance, white in zip(row.advances, row.whites, strict=True):
        if x + advance > width:
            return False
        x += advance + white
    return True


def _first_fit(row: _Row, width: float, ties: frozenset[int]) -> list[Break]:
    """Breaks where a line is full; words that are tied go over together as far as a line holds them."""
    breaks: list[Break] = []
    words = row.words() if max(row.advances) > width else []
    start, x = 0, 0.0  # first word of the line; advance up to here
    for index, advance in enumerate(row.advances):
        if x and x + advance > width:
            first = index
            while first in ties:
                first -= 1
            over = sum(map(add, row.advances[first:index], row.whites[first:index]))
            if first <= start or over + advance > width:
                first, over = index, 0.0
            breaks.append(Break(first - 1, _NO_CUT))
            start, x = first, over
        if advance > width:
            cuts, advance = _cuts_to_width(words[index], row.measure, width)
            breaks += [Break(index, cut) for cut in cuts]
        x += advance + row.whites[index]
    breaks.append(Break(len(row.advances) - 1, _NO_CUT))
    return breaks


def _cuts_to_width(box: Joined, measure: Measure, width: float) -> tuple[list[Cut], float]:
    """Cuts that part a word too wide for a line, best at a hyphen, dash or slash; and the advance of what is left."""
    text = "".join(part.text for part in box.parts)
    parted = _parted_joined(box, measure, ANYWHERE)
    advance = _advance(box, measure)
    cuts = parted.cuts
    upto = list(accumulate(piece[0] for piece in parted.pieces[:-1]))
    found: list[Cut] = []
    start, done = 0, 0.0  # number of the first cut after the line's start; advance up to there
    begin = 0  # character that the line begins with
    while start < len(cuts) and (advance - done > width or _set_width(box, measure, begin, None) > width):
        last = max(bisect_right(upto, done + width, start) - 1, start)
        while last > start and _set_width(box, measure, begin, cuts[last]) > width:
            last -= 1
        good = (at for at in range(last, start - 1, -1) if cuts[at].hyphen or text[cuts[at].at - 1] in "-–—/")
        # a hyphen may be wider than the letters that it stands for
        chosen = next((at for at in good if _set_width(box, measure, begin, cuts[at]) <= width), last)
        found.append(cuts[chosen])
        start, done, begin = chosen + 1, upto[chosen], cuts[chosen].at
    return found, _set_width(box, measure, begin, None)


def _set_width(box: Joined, measure: Measure, start: int, cut: Cut | None) -> float:
    """Advance of a word from character `start` up to a cut as it will be set: letters parted from their neighbors may be
    wider than among them."""
    phrases = joined_phrases(box, measure, start, cut, (-1, None))
    return sum(word.advance * measure.scales[phrase.run] for phrase in phrases for word in phrase.words)
