"""A row of a chart: bands of color along it, and text upon them."""

from collections.abc import Sequence

from booklet.composing.flowables.table_row import TableRow
from booklet.flowable import Flowable
from booklet.plain_dataclasses import dataclass
from booklet.tagged_canvas import Color, TaggedCanvas


@dataclass(frozen=True, slots=True)
class Band:
    """A part of a row to be filled: `x` from the row's left edge, and `width`, in points."""

    x: float
    width: float
    color: Color


class BandedRow:
    """A row with bands behind its text, painted in order, from `above` below its top to `below` above its foot."""

    def __init__(self, row: TableRow, bands: tuple[Band, ...], above: float, below: float) -> None:
        self._row, self._bands = row, bands
        self._above, self._below = above, below
        self._height = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as the row."""
        self._height = self._row.wrap(width, height)[1]
        return width, self._height

    def split(self, width: float, height: float) -> Sequence[Flowable]:  # noqa: ARG002 (nothing to split)
        """A row of a chart is never split."""
        return []

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the bands, then the row."""
        height = self._height - self._above - self._below
        for band in self._bands:
            canvas.block(x + band.x, y + self._below, band.width, height, band.color)
        self._row.draw_on(canvas, x, y)
