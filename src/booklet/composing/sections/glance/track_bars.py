"""Tracks → bars that tell them apart by form as well as by color, and the legend that names them."""

from collections.abc import Iterable, Sequence

from booklet.composing.sections.glance.boxes import Box
from booklet.composing.sections.glance.measures import shortened_to
from booklet.composing.text import paragraph
from booklet.lettering.letters import Letters
from booklet.model.program import Program
from booklet.plain_dataclasses import dataclass
from booklet.structure import Element
from booklet.styling.style import Colors
from booklet.tagged_canvas import Color, TaggedCanvas

FORMS = 8
WIDTH = 2.4
# Where there are no tracks to tell apart.
PLAIN_WIDTH = 1.6
_DASH, _DOT = (5.0, 2.2), (1.6, 1.6)
_THIN, _RUNG = 0.7, 3.2
# In a legend, in points: from a bar to its name, from a name to the next bar; bars are so much of the size high.
_TO_NAME, _BETWEEN, _HIGH = 6.0, 18.0, 0.95
# Of more rows nobody would read; so many tracks have forms in common.
_MOST_ROWS = 6


@dataclass(frozen=True, slots=True)
class Tracks:
    """The tracks of one page in the order of their forms."""

    names: tuple[str, ...]

    def form(self, track: str | None) -> int | None:
        """The how manyth form a track has, from 0; None of what has no track, and where there is but one."""
        if track is None or len(self.names) < 2 or track not in self.names:
            return None
        return self.names.index(track) % FORMS

    def lacks_bar(self, box: Box) -> bool:
        """Whether a box stands without a bar: what has no track, where bars tell tracks apart."""
        return box.look == "plain" and len(self.names) > 1 and self.form(box.track) is None


def tracks_of(program: Program, used: Iterable[str | None]) -> Tracks:
    """The tracks to tell apart on a page: those of the program keep their forms on all pages, unless it has too many."""
    found = set(used)
    here = tuple(track.name for track in program.tracks if track.name in found)
    return Tracks(
        here if len(program.tracks) > FORMS or len(here) < 2 else tuple(track.name for track in program.tracks)
    )


def draw_bar(canvas: TaggedCanvas, form: int | None, x: float, y: float, height: float, colors: Colors) -> None:
    """Draw the bar of a track from (x, y) up."""
    if height <= 0:
        return
    color = track_color(form or 0, colors)
    with canvas.artifact():
        if form is None:
            canvas.block(x, y, PLAIN_WIDTH, height, color)
        else:
            _BARS[form](canvas, x, y, height, color)


def track_color(form: int, colors: Colors) -> Color:
    """The color that goes with a form."""
    return (
        colors.accent, colors.track_2, colors.track_3, colors.track_4,
        colors.track_5, colors.track_6, colors.track_7, colors.track_8,
    )[form]  # fmt: skip


def _solid(canvas: TaggedCanvas, x: float, y: float, height: float, color: Color) -> None:
    canvas.block(x, y, WIDTH, height, color)


def _double(canvas: TaggedCanvas, x: float, y: float, height: float, color: Color) -> None:
    canvas.block(x, y, _THIN, height, color)
    canvas.block(x + WIDTH - _THIN, y, _THIN, height, color)


def _dashed(canvas: TaggedCanvas, x: float, y: float, height: float, color: Color) -> None:
    canvas.upright(x + WIDTH / 2, y, y + height, WIDTH, color, _DASH)


def _dotted(canvas: TaggedCanvas, x: float, y: float, height: float, color: Color) -> None:
    canvas.upright(x + WIDTH / 2, y, y + height, WIDTH, color, _DOT)


def _outlined(canvas: TaggedCanvas, x: float, y: float, height: float, color: Color) -> None:
    _double(canvas, x, y, height, color)
    canvas.block(x, y, WIDTH, min(_THIN, height), color)
    canvas.block(x, y + max(0.0, height - _THIN), WIDTH, min(_THIN, height), color)


def _hair(canvas: TaggedCanvas, x: float, y: float, height: float, color: Color) -> None:
    canvas.block(x, y, _THIN, height, color)


def _line_and_dots(canvas: TaggedCanvas, x: float, y: float, height: float, color: Color) -> None:
    canvas.block(x, y, _THIN, height, color)
    canvas.upright(x + WIDTH - _THIN / 2, y, y + height, _THIN * 1.4, color, _DOT)


def _ladder(canvas: TaggedCanvas, x: float, y: float, height: float, color: Color) -> None:
    _double(canvas, x, y, height, color)
    canvas.upright(x + WIDTH / 2, y, y + height, WIDTH, color, (_THIN, _RUNG - _THIN))


_BARS = (_solid, _double, _dashed, _dotted, _outlined, _hair, _line_and_dots, _ladder)


@dataclass(frozen=True, slots=True)
class Legend:
    """The names of tracks beside their bars, set to a width in points."""

    tracks: Sequence[str]
    forms: Tracks
    letters: Letters
    width: float

    @property
    def height(self) -> float:
        """Height of all lines, in points; 0 where there is nothing to tell apart."""
        rows = len(self._rows())
        return (rows - 1) * self._leading + self.letters.style.text.note.size if rows else 0.0

    def draw_on(self, canvas: TaggedCanvas, x: float, top: float, root: Element) -> None:
        """Draw it below `top`."""
        style, colors = self.letters.style.text.note, self.letters.style.colors
        for row in self._rows():
            left = x
            for track, words in row:
                bar = _HIGH * style.size
                draw_bar(canvas, self.forms.form(track), left, top - (style.size + bar) / 2, bar, colors)
                name = paragraph(self.letters, style, words, root.add("P"))
                width = name.natural_width() + 1
                name.wrap(width, 0)
                name.draw_on(canvas, left + _TO_NAME + WIDTH, top - name.height)
                left += WIDTH + _TO_NAME + width + _BETWEEN
            top -= self._leading

    @property
    def _leading(self) -> float:
        return self.letters.style.text.note.leading

    def _rows(self) -> list[list[tuple[str, str]]]:
        """Tracks and what they are called, row by row."""
        rows: list[list[tuple[str, str]]] = []
        end = 0.0
        style, most = self.letters.style.text.note, self.width - WIDTH - _TO_NAME - 1
        for track in self.tracks if len(self.tracks) > 1 else ():
            words = shortened_to(track, style, self.letters, most, 1)
            wide = WIDTH + _TO_NAME + paragraph(self.letters, style, words, None).natural_width() + 1
            if rows and end + _BETWEEN + wide <= self.width:
                rows[-1].append((track, words))
                end += _BETWEEN + wide
            else:
                rows.append([(track, words)])
                end = wide
        return rows[:_MOST_ROWS]
