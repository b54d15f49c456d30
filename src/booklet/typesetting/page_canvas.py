"""A ReportLab canvas that draws the pages of one piece and collects them as values instead of writing a file."""

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from booklet.errors import DefectError
from booklet.flowable import Anchor
from booklet.pdf_syntax import pdf_number
from booklet.picture import Picture
from booklet.plain_reportlab import Canvas
from booklet.structure import Element, mark
from booklet.tagged_canvas import Color
from booklet.typesetting.set_piece import Destination, SetLink, SetPage, SetPiece, ShownPicture
from booklet.typesetting.set_structure import set_structure

# Level 5: a tenth of a per cent larger than 9, in two thirds of the time (zlib 1.2.13, page contents).
_DEFLATE = 5

# A dotted rule: so much of it, then so much white.
_DOTS = (0.3, 2.2)

# A form draws on with whatever state it is called in; it was made for a page that begins (ISO 32000-1, 8.4.1 and 9.3.1).
_FRESH = "0 g 0 G 1 w 0 J 0 j 10 M [] 0 d 0 Tc 0 Tw 100 Tz 0 TL 0 Tr 0 Ts "


class Drawn(NamedTuple):
    """Operators, and the glyph codes that they use by face key."""

    operators: tuple[str, ...]
    codes: dict[str, frozenset[int]]


class PageCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """Draws one piece: a TaggedCanvas. `end_page` closes a page, `piece` gives what was drawn."""

    def __init__(self, width: float, height: float, *, mirrored: bool = False) -> None:
        super().__init__(io.BytesIO(), pagesize=(width, height), pageCompression=0, invariant=1)
        self._width = width
        self._mirrored = mirrored
        self._pages: list[SetPage] = []
        self._links: list[SetLink] = []
        self._destinations: list[Destination] = []
        self._bookmarks: list[Anchor] = []
        self._used: dict[str, set[int]] = {}
        self._pictures: dict[str, ShownPicture] = {}
        self._shown: set[str] = set()
        self._marks = 0
        self._open = 0

    @property
    def mirrored(self) -> bool:
        """Whether the page runs from right to left."""
        return self._mirrored

    def left(self, x: float, width: float) -> float:
        """The left edge at which a box really stands."""
        return self._width - x - width if self._mirrored else x

    def write(self, operators: str) -> None:
        """Append operators (latin-1 characters) to the page. Text outside any mark is a bug of ours."""
        if not self._open and operators.endswith("TJ"):
            raise DefectError("text was drawn that belongs to no structure element")
        self._code.append(operators)

    def open_mark(self, element: Element | None, text: str = "") -> None:
        """Begin a marked-content sequence of `element`, or an artifact. `text` is its ActualText, for which poppler 22 asks
        the tag to be Span; nested in another sequence, it would lose what follows in the outer one."""
        self._open += 1
        if element is None:
            self._code.append("/Artifact BMC")
            return
        spelled = f"/ActualText<FEFF{text.encode('utf-16-be').hex().upper()}>" if text else ""
        self._code.append(f"/{'Span' if text else element.role}<</MCID {self._marks}{spelled}>>BDC")
        element.content.append(mark(len(self._pages), self._marks))
        self._marks += 1

    def close_mark(self) -> None:
        """End the sequence begun last."""
        self._open -= 1
        self._code.append("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Decoration: an artifact of its own, unless one is open already."""
        if self._open:
            yield
            return
        self.open_mark(None)
        self.saveState()
        yield
        self.restoreState()
        self.close_mark()

    def rule(self, x0: float, x1: float, y: float, weight: float, color: Color, *, dotted: bool = False) -> None:
        """Draw a horizontal rule."""
        with self.artifact():
            self.setStrokeColorRGB(*color)
            self.setLineWidth(weight)
            left = self.left(x0, x1 - x0)
            with self._dashed(_DOTS if dotted else None):
                self.line(left, y, left + x1 - x0, y)

    def upright(
        self, x: float, y0: float, y1: float, weight: float, color: Color, dash: tuple[float, float] | None = None
    ) -> None:
        """Draw a vertical rule."""
        with self.artifact():
            self.setStrokeColorRGB(*color)
            self.setLineWidth(weight)
            middle = self.left(x, 0)
            with self._dashed(dash):
                self.line(middle, y1, middle, y0)

    @contextmanager
    def _dashed(self, dash: tuple[float, float] | None) -> Iterator[None]:
        """Lines drawn inside are parted: so much of them, then so much white."""
        if dash is None:
            yield
            return
        self.saveState()
        self.setDash(*dash)
        yield
        self.restoreState()

    def block(self, x: float, y: float, width: float, height: float, color: Color) -> None:
        """Fill a rectangle."""
        with self.artifact():
            self.setFillColorRGB(*color)
            self.rect(self.left(x, width), y, width, height, stroke=0, fill=1)

    def disc(self, x: float, y: float, radius: float, color: Color) -> None:
        """Fill a circle."""
        with self.artifact():
            self.setFillColorRGB(*color)
            self.circle(self.left(x, 0), y, radius, stroke=0, fill=1)

    def ring(
        self, x: float, y: float, radius: float, weight: float, color: Color, arc: tuple[float, float] | None = None
    ) -> None:
        """Draw a circle or an arc of it, clockwise from the top on mirrored pages too."""
        x = self.left(x, 0)
        with self.artifact():
            self.setStrokeColorRGB(*color)
            self.setLineWidth(weight)
            if arc is None:
                self.circle(x, y, radius, stroke=1, fill=0)
            else:
                self.arc(x - radius, y - radius, x + radius, y + radius, 90 - arc[0] - arc[1], arc[1])

    def add_link(self, element: Element, target: str, box: tuple[float, float, float, float], words: str) -> None:
        """Make `box` a link of `element`."""
        element.content.append(len(self._links))
        self._links.append(SetLink(len(self._pages), box, target, words))

    def add_destination(self, name: str, top: float) -> None:
        """Give the current page, shown from the height `top`, a name."""
        self._destinations.append(Destination(name, len(self._pages), top))

    def add_bookmark(self, anchor: Anchor) -> None:
        """Note an entry of the outline, which leads to the destination of the same name."""
        self._bookmarks.append(anchor)

    def place(self, picture: Picture, element: Element, box: tuple[float, float, float, float]) -> None:
        """Draw a picture that fills `box`, and note the box with the element, as layout wants it of figures (14.8.5.4.3)."""
        x, y, width, height = box
        x = self.left(x, width)
        name = picture.name
        before = self._pictures[name].width if name in self._pictures else 0.0
        self._pictures[name] = ShownPicture(name, picture, max(width, before))
        self._shown.add(name)
        corners = " ".join(map(pdf_number, (x, y, x + width, y + height)))
        element.attributes = f"<</O/Layout/Placement/Block/BBox[{corners}]>>"
        if picture.pixels is None:
            width, height = width / picture.width, height / picture.height
        self.open_mark(element)
        fresh = "" if picture.pixels else _FRESH
        self._code.append(f"q {fresh}{width:.6f} 0 0 {height:.6f} {pdf_number(x)} {pdf_number(y)} cm /{name} Do Q")
        self.close_mark()

    def use(self, face: str, glyphs: set[int]) -> None:
        """Note glyph codes that were drawn."""
        self._used.setdefault(face, set()).update(glyphs)

    def taken_off(self) -> Drawn:
        """What has been drawn, decoration without pictures, to be drawn again as often as it is needed, but not here."""
        drawn = Drawn(tuple(self._code), {face: frozenset(glyphs) for face, glyphs in self._used.items()})
        self._code.clear()
        self._used.clear()
        return drawn

    def draw_again(self, drawn: Drawn) -> None:
        """Draw what another canvas of the same size has drawn."""
        self._code.extend(drawn.operators)
        for face, glyphs in drawn.codes.items():
            self._used.setdefault(face, set()).update(glyphs)

    def end_page(self, entries: tuple[str, ...] = ()) -> None:
        """Close the page, which has these entries, and begin the next."""
        if self._open:
            raise DefectError("a page ended inside a marked-content sequence")
        body = zlib.compress(self.getCurrentPageContent().encode("latin-1"), _DEFLATE)
        self._pages.append(SetPage(body, self._marks, tuple(sorted(self._shown)), entries))
        self._shown.clear()
        self._code.clear()
        self._marks = 0
        self.init_graphics_state()

    def piece(self, key: str, root: Element) -> SetPiece:
        """Everything drawn, with the structure below `root`, as a value."""
        codes = tuple((face, tuple(sorted(glyphs))) for face, glyphs in sorted(self._used.items()))
        pictures = tuple(self._pictures[name] for name in sorted(self._pictures))
        links, destinations, bookmarks = tuple(self._links), tuple(self._destinations), tuple(self._bookmarks)
        structure = set_structure(root, [page.marks for page in self._pages], [link.page for link in links])
        return SetPiece(key, tuple(self._pages), structure, links, destinations, codes, pictures, bookmarks)
