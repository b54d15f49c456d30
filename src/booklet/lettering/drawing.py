"""Lines of phrases → lines ready to be drawn: how wide their letters and spaces are set, and their groups."""

from math import floor
from typing import NamedTuple

from booklet.lettering.groups import Group, Setting, straight_groups, turned_groups
from booklet.lettering.justification import shares
from booklet.lettering.lines import Line
from booklet.lettering.word_table import EXPANSION

# Below this share of their natural width spaces are no longer seen as such, nor found by those who take text out of the file
# (poppler 22 in raw order); before that, letters give half a per cent more.
_NARROWEST, _LAST_RESORT = 2 / 3, 0.5

# Ragged lines keep their edge, but for quotes and brackets whose white would look like an indent (1/1000 of the size).
_LIKE_AN_INDENT = 100


class SetLine(NamedTuple):
    """A line ready to be drawn: horizontal scaling in per cent, how far it stands out to the left, its natural or justified
    width, all in points, and its groups in reading order."""

    scaling: float
    outdent: float
    width: float
    groups: tuple[Group, ...]


class _Extent(NamedTuple):
    """What a line consists of, in 1/1000 of the paragraph's size: words, what keeps its width (formulas), spaces; and the
    number of gaps that justification may use."""

    words: float
    rigid: float
    spaces: float
    gaps: int


def set_line(line: Line, setting: Setting, *, justify: bool) -> SetLine:
    """Set one line. A line that ends at a space keeps it, so that the words of two lines do not glue together when the text
    is read out."""
    measure = setting.measure
    extent = _extent(line, setting)
    words, rigid, spaces, gaps = extent
    first, last = line.phrases[0], line.phrases[-1]
    left = right = 0.0
    if not setting.base:
        left = first.words[0].left * measure.scales[first.run]
        right = last.words[-1].right * measure.scales[last.run]
    if not justify and left < _LIKE_AN_INDENT:
        left = 0.0
    scaling, extra = 100.0, 0.0
    if justify:
        room = measure.width + left + right - rigid
        scaling = _scaling(room - words - spaces, words)
        if not gaps:
            scaling = min(scaling, floor(room / words * 200) / 2 if words else scaling)
            scaling = max(scaling, 100 - 100 * EXPANSION - _LAST_RESORT)
        elif (room - words * scaling / 100) * 100 / scaling < spaces * _NARROWEST:
            scaling -= _LAST_RESORT
        extra = (room - words * scaling / 100) * 100 / scaling - spaces if gaps else 0.0
    parts = shares(line, extra, gaps, measure)
    groups = turned_groups if setting.turned and _is_turned(line, setting) else straight_groups
    width = _width(extent, extra, scaling, setting)
    return SetLine(
        scaling,
        left * setting.size / 1000,
        width,
        groups(line, parts, setting, setting.size * scaling / 100_000, 100 / scaling),
    )


def _is_turned(line: Line, setting: Setting) -> bool:
    """Whether anything on a line runs from right to left, or the whole does."""
    return setting.base == 1 or any(setting.stretches[phrase.run].level for phrase in line.phrases)


def natural_width(line: Line, setting: Setting) -> float:
    """How wide a line is that is not justified, in points."""
    return _width(_extent(line, setting), 0.0, 100.0, setting)


def _width(extent: _Extent, extra: float, scaling: float, setting: Setting) -> float:
    words, rigid, spaces, _ = extent
    return ((words + spaces + extra) * scaling / 100 + rigid) * setting.size / 1000


def _extent(line: Line, setting: Setting) -> _Extent:
    stretches, _, (tables, scales, _), *_ = setting
    words = rigid = spaces = 0.0
    gaps = 0
    for run, _, shapes, space, gap in line.phrases:
        advance = sum([word[0] for word in shapes]) * scales[run]
        if stretches[run].formula:
            rigid += advance
        else:
            words += advance
        inner = len(shapes) - 1
        spaces += tables[run].space * scales[run] * inner
        if space >= 0:
            spaces += tables[space].space * scales[space]
        elif gap is not None:
            spaces += gap
        gaps += inner + (space >= 0 or gap is not None)
    return _Extent(words, rigid, spaces, gaps)


def _scaling(missing: float, words: float) -> float:
    """Per cent by which the letters of a line are set wider or narrower, in steps of a half. As in pdfTeX they give first,
    and the spaces only what is left: spaces of one width are what makes a page even."""
    if not words:
        return 100.0
    return 100 + round(max(-EXPANSION, min(EXPANSION, missing / words)) * 200) / 2
