"""What flowables draw on: a canvas that keeps the logical structure together with the drawing."""

from contextlib import AbstractContextManager
from typing import Protocol

from booklet.picture import Picture
from booklet.structure import Element

Color = tuple[float, float, float]


class TaggedCanvas(Protocol):
    """A page to draw on. Lengths are points from its lower left corner; colors are red, green and blue from 0 to 1.

    Text is drawn between `open_mark` and `close_mark`; rules, blocks and all that is only decoration are artifacts.

    A mirrored canvas takes the places of boxes, rules and circles as on a page that runs from left to right, and draws them
    mirrored about the page's middle; what is inside of boxes keeps its direction. What draws glyphs asks for its `left`.
    """

    @property
    def mirrored(self) -> bool:
        """Whether the page runs from right to left."""

    def left(self, x: float, width: float) -> float:
        """The left edge at which a box of this width really stands, that begins at `x` where pages run from left to right."""

    def write(self, operators: str) -> None:
        """Append operators (latin-1 characters) to the page."""

    def open_mark(self, element: Element | None, text: str = "") -> None:
        """Begin a marked-content sequence that belongs to `element`, or an artifact when that is None. `text`, where given,
        is what it says (ISO 32000-1, 14.9.4)."""

    def close_mark(self) -> None:
        """End the sequence begun last."""

    def artifact(self) -> AbstractContextManager[None]:
        """What is drawn inside is decoration: not part of the document's logical content (ISO 32000-1, 14.8.2.2)."""

    def rule(self, x0: float, x1: float, y: float, weight: float, color: Color, *, dotted: bool = False) -> None:
        """Draw a horizontal rule, as an artifact."""

    def upright(
        self, x: float, y0: float, y1: float, weight: float, color: Color, dash: tuple[float, float] | None = None
    ) -> None:
        """Draw a vertical rule whose middle is at `x`, from `y1` down to `y0`, as an artifact. `dash`: so much of it, then so
        much white, from above."""

    def block(self, x: float, y: float, width: float, height: float, color: Color) -> None:
        """Fill a rectangle whose lower left corner is (x, y), as an artifact."""

    def disc(self, x: float, y: float, radius: float, color: Color) -> None:
        """Fill a circle around (x, y), as an artifact."""

    def ring(
        self, x: float, y: float, radius: float, weight: float, color: Color, arc: tuple[float, float] | None = None
    ) -> None:
        """Draw a circle around (x, y) as a line, or the part of it from `arc[0]` on for `arc[1]` degrees, counted clockwise
        from the top; as an artifact."""

    def add_link(self, element: Element, target: str, box: tuple[float, float, float, float], words: str) -> None:
        """Make `box` (x0, y0, x1, y1) a link of `element`. `target` is "#" and a destination of the booklet, or an
        address; `words` say where it leads. The box is where the words were drawn: it is not mirrored again."""

    def add_destination(self, name: str, top: float) -> None:
        """Give the current page, shown from the height `top`, a name that links can lead to."""

    def place(self, picture: Picture, element: Element, box: tuple[float, float, float, float]) -> None:
        """Draw a picture that fills `box` (x, y, width, height), as content of `element`."""

    def use(self, face: str, glyphs: set[int]) -> None:
        """Note that glyph codes of the face with resource name `face` were drawn."""
