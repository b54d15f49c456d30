"""Logos and names side by side, each in the middle of a box of its own."""

from collections.abc import Sequence

from booklet.flowable import Flowable
from booklet.lettering.paragraph import Paragraph
from booklet.picture import Picture
from booklet.plain_dataclasses import dataclass
from booklet.structure import Element
from booklet.tagged_canvas import TaggedCanvas


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture in `size` (width and height, in points), drawn for `figure`; inside of `link`, it leads to `address`, of
    which `words` say where that is."""

    picture: Picture
    size: tuple[float, float]
    figure: Element
    words: str
    link: Element | None = None
    address: str = ""


class LogoRow:
    """Boxes of the `size` width and height in points, `gap` apart, the first `start` points from the left. A box holds a
    logo, or the paragraph of a name; the boxes are as high as the highest of those."""

    def __init__(
        self, boxes: tuple[Logo | Paragraph, ...], start: float, size: tuple[float, float], gap: float
    ) -> None:
        self._boxes = boxes
        self._start, self._gap = start, gap
        self._width, self._height = size

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as its boxes."""
        names = [box.wrap(self._width, height)[1] for box in self._boxes if isinstance(box, Paragraph)]
        self._height = max(self._height, *names, 0.0)
        return width, self._height

    def split(self, width: float, height: float) -> Sequence[Flowable]:  # noqa: ARG002 (nothing to split)
        """A row of boxes is never split."""
        return []

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw box by box."""
        for index, box in enumerate(self._boxes):
            left = x + self._start + index * (self._width + self._gap)
            if isinstance(box, Logo):
                self._draw_logo(canvas, box, left, y)
            else:
                height = box.wrap(self._width, 0)[1]
                box.draw_on(canvas, left, y + (self._height - height) / 2)

    def _draw_logo(self, canvas: TaggedCanvas, logo: Logo, x: float, y: float) -> None:
        width, height = logo.size
        x, y = x + (self._width - width) / 2, y + (self._height - height) / 2
        canvas.place(logo.picture, logo.figure, (x, y, width, height))
        if logo.link is not None:
            left = canvas.left(x, width)
            canvas.add_link(logo.link, logo.address, (left, y, left + width, y + height), logo.words)
