"""Titles whose boxes hold only a number → the list below the grid in which they stand in full."""

from collections.abc import Sequence
from functools import partial

from booklet.composing.counted_names import NameSetting, name_runs
from booklet.composing.sections.glance.boxes import Box
from booklet.composing.sections.glance.discs import RADIUS, draw_disc
from booklet.composing.sections.glance.links import draw_number, link_of
from booklet.composing.sections.glance.measures import Measures
from booklet.composing.sections.list_items import NUMBERED
from booklet.composing.text import bold_voice, rich_runs, voice
from booklet.lettering.paragraph import ASCENT, Paragraph
from booklet.lettering.runs import Run
from booklet.page_map import PageMap
from booklet.plain_dataclasses import dataclass
from booklet.structure import Element
from booklet.styling.style import TextStyle
from booklet.tagged_canvas import TaggedCanvas

# Above the list; between its two columns; between entries; right of discs and times, in points.
_ABOVE, _COLUMN_GAP, _ENTRY_GAP, _SPACE = 7.0, 14.0, 1.6, 4.0
# Of more people than this only some are named.
_MOST_NAMES, _NAMED = 12, 8


@dataclass(frozen=True, slots=True)
class KeyList:
    """Boxes by their numbers from 1 on, in two columns on a width in points."""

    keyed: tuple[Box, ...]
    width: float
    measures: Measures

    @property
    def height(self) -> float:
        """Height with the white above it, in points; 0 of none."""
        heights = self._heights()
        first = self._in_first(heights)
        return _ABOVE + max(sum(heights[:first]), sum(heights[first:])) if heights else 0.0

    def draw_on(self, canvas: TaggedCanvas, x: float, top: float, pages: PageMap, root: Element) -> None:
        """Draw it below `top`, one column after the other."""
        heights = self._heights()
        first = self._in_first(heights)
        listed = root.add("L", attributes=NUMBERED)
        y = top - _ABOVE
        for place, (box, height) in enumerate(zip(self.keyed, heights, strict=True)):
            if place == first:
                x, y = x + self._column + _COLUMN_GAP, top - _ABOVE
            self._draw_entry(canvas, place + 1, box, (x, y), pages, listed.add("LI"))
            y -= height

    def _draw_entry(
        self, canvas: TaggedCanvas, number: int, box: Box, corner: tuple[float, float], pages: PageMap, item: Element
    ) -> None:
        (x, top), style = corner, self._style
        draw_disc(canvas, self.measures.letters, number, x, top - ASCENT * style.size, style, item.add("Lbl"))
        body = item.add("LBody")
        time = self._time(box, body.add("P"))
        time.wrap(self._times, 0)
        time.draw_on(canvas, x + self._disc, top - time.height)
        title = self._title(box, body.add("P"), link_of(box, pages))
        title.wrap(self._text, 0)
        title.draw_on(canvas, x + self._disc + self._times, top - title.height)
        baseline = top - title.height + title.size * (1 - ASCENT)
        draw_number(canvas, self.measures, box, style, (x + self._column, baseline), pages, body)

    @property
    def _style(self) -> TextStyle:
        return self.measures.letters.style.text.grid_key

    @property
    def _column(self) -> float:
        return (self.width - _COLUMN_GAP) / 2

    @property
    def _disc(self) -> float:
        return 2 * RADIUS * self._style.size + _SPACE

    @property
    def _times(self) -> float:
        widest = max((box.time for box in self.keyed), key=len)
        run = Run(widest, bold_voice(self._style))
        made = Paragraph(self.measures.letters, (run,), self._style.leading, None, align="left")
        return made.natural_width() + _SPACE

    @property
    def _text(self) -> float:
        return self._column - self._disc - self._times - self.measures.number_width(self._style)

    def _heights(self) -> list[float]:
        if not self.keyed:
            return []
        width = self._text
        measures = self.measures
        return [measures.once(("key", box.name, width), partial(self._height, box, width)) for box in self.keyed]

    def _height(self, box: Box, width: float) -> float:
        return self._title(box, None, None).wrap(width, 0)[1] + self._style.leading - self._style.size + _ENTRY_GAP

    def _in_first(self, heights: Sequence[float]) -> int:
        """How many entries stand in the first column: as few as keep the second no higher."""
        return next(count for count in range(len(heights) + 1) if sum(heights[:count]) >= sum(heights[count:]) - 1e-6)

    def _time(self, box: Box, element: Element) -> Paragraph:
        run = Run(box.time, bold_voice(self._style), isolate=True)
        return Paragraph(self.measures.letters, (run,), self._style.leading, element, align="left")

    def _title(self, box: Box, element: Element | None, link: str | None) -> Paragraph:
        """Title and people."""
        letters, style = self.measures.letters, self._style
        runs = rich_runs(letters, style, box.title, link=link)
        if box.authors:
            count = len(box.authors) if len(box.authors) <= _MOST_NAMES else _NAMED
            names = NameSetting(
                letters, style, None, self.measures.labels.more_authors_of, box.language or letters.language
            )
            runs = (*runs, Run(" — ", voice(style)), *name_runs(box.authors, count, names))
        return Paragraph(letters, runs, style.leading, element, align="left", language=box.language)
