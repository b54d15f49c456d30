"""A picture with its caption below it, on one page."""

from collections.abc import Sequence

from booklet.flowable import Flowable
from booklet.lettering.paragraph import Paragraph
from booklet.picture import Picture
from booklet.structure import Element
from booklet.tagged_canvas import TaggedCanvas

# Of the measure: how wide a caption is at most, below a picture that is narrower.
_CAPTION = 0.6
# What a picture keeps of its height, at least, when it is made smaller so that a long caption has room on the same page.
_LEAST = 0.25


class Figure:
    """`picture` in `size` (width and height), in the middle of the column; `gap` points below it the caption, as wide as the
    picture but not too narrow to be read.

    `room` is the height of a column. `element` receives the picture, and after it the element of the caption. A caption that
    is longer than a page is set on the whole measure, `begun` when it has been.
    """

    def __init__(
        self,
        picture: Picture,
        size: tuple[float, float],
        element: Element,
        caption: Paragraph | None,
        gap: float,
        room: float,
        *,
        begun: bool = False,
    ) -> None:
        self._picture, self._element, self._caption = picture, element, caption
        self._size = self._shown = size
        self._gap = gap if caption else 0.0
        self._room = room
        self._begun = begun
        self._width = self._measure = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 (the flowable protocol gives it)
        """Set the caption. Where both are higher than a page, the picture is made smaller."""
        wide, high = self._size
        self._width = self._measure = width
        if self._caption and not self._begun:
            self._measure = min(width, max(wide, min(self._caption.natural_width(), _CAPTION * width)))
            if self._gap + self._caption.wrap(self._measure, 0)[1] + high * _LEAST > self._room:
                self._measure = width
        if self._caption:
            self._caption.wrap(self._measure, 0)
        scale = min(1.0, max(_LEAST, (self._room - self._below) / high))
        self._shown = (wide * scale, high * scale)
        return width, self._shown[1] + self._below

    @property
    def _below(self) -> float:
        """Height of the caption with the gap above it."""
        return self._gap + self._caption.height if self._caption else 0.0

    def split(self, width: float, height: float) -> Sequence[Flowable]:
        """A figure is only split, within its caption, when no page would hold it."""
        total = self.wrap(width, height)[1]
        if self._caption is None or total <= self._room:
            return []
        parts = self._caption.split(width, height - self._shown[1] - self._gap)
        if len(parts) < 2:
            return []
        first = Figure(self._picture, self._shown, self._element, parts[0], self._gap, self._room, begun=True)
        return [first, parts[1]]

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the picture, then the caption, which is read after it."""
        wide, high = self._shown
        canvas.place(self._picture, self._element, (x + (self._width - wide) / 2, y + self._below, wide, high))
        if self._caption and self._caption.element:
            self._element.content.append(self._caption.element)
            self._caption.draw_on(canvas, x + (self._width - self._measure) / 2, y)
