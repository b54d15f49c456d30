"""What stands around the body of a page: running head, foot with folio, thumb tab. Drawn apart from the body, because only
here the page knows its number."""

from bisect import bisect_left
from collections.abc import Callable
from functools import partial

from booklet.composing.section import Furniture, Tab
from booklet.composing.text import apart, emphasised, paragraph, voice
from booklet.folios import folio, is_recto
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import ASCENT, Align, Paragraph
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element
from booklet.styling.style import Style, TextStyle
from booklet.typesetting.page_canvas import Drawn, PageCanvas

# Of the margins: where the baselines of head and foot stand.
_HEAD, _FOOT = 0.52, 0.45
_SHARE = 0.6  # of the width, at most, for what stands at one edge
_GAP = 2.0  # times the size, at least, between what stands at both edges
_DASH = " – "
_RULE_BELOW = 0.54  # of the head's size
_HAIR = 0.25
_OTHER: dict[Align, Align] = {"left": "right", "right": "left"}
_TAB_LINES, _TAB_STEP = 2.0, 2.5  # of the grid

Entries = tuple[tuple[str, ...], ...]  # of every page of a section


@dataclass(frozen=True, slots=True)
class SetFurniture:
    """What stands around the pages of a piece: deflated operators for each, and the glyph codes they use, by face key."""

    bodies: tuple[bytes, ...]
    codes: tuple[tuple[str, tuple[int, ...]], ...]


class FurnitureSetter:
    """Sets the furniture of the pages of one booklet. Of what stands on many pages, the operators are made once."""

    def __init__(self, letters: Letters) -> None:
        self._letters = letters
        self._slip = _canvas(letters.style)  # where something is drawn before it is on any page
        self._known: dict[tuple[object, ...], Drawn] = {}

    def set(self, furniture: Furniture, entries: Entries, first: int) -> SetFurniture:
        """The furniture of a section whose pages have these entries, from the one with the index `first` on."""
        canvas = _canvas(self._letters.style)
        for number, of_page in enumerate(entries):
            self._draw(canvas, _of_page(furniture, number, of_page), first + number)
            canvas.end_page()
        piece = canvas.piece("furniture", Element("Artifact"))
        return SetFurniture(tuple(page.body for page in piece.pages), piece.codes)

    def _draw(self, canvas: PageCanvas, furniture: Furniture, index: int) -> None:
        """The furniture of the page with this index. Section title and folio stand at the outer edge: at the right of a
        recto, or at its left where pages are mirrored, since the booklet is then bound at the right."""
        letters, style = self._letters, self._letters.style
        page, head = style.page, style.text.running_head
        edges: tuple[Align, Align] = ("right", "left") if is_recto(index) else ("left", "right")
        outer, inner = edges
        baseline = page.height - page.top * _HEAD
        bold = replace(head, face=emphasised(head.face, italic=False, bold=True))
        # The time and what became of the talk say more than the end of a title: they keep their width.
        most = page.inner_width * _SHARE
        taken = (
            min(most, _width(letters, head, _texts(furniture.head_inner)) + _GAP * head.size)
            if furniture.head_inner
            else 0.0
        )
        self._edge(canvas, bold, furniture.head_outer, outer, baseline, min(most, page.inner_width - taken))
        self._edge(canvas, head, furniture.head_inner, inner, baseline, most)
        canvas.rule(page.left, page.width - page.right, baseline - head.size * _RULE_BELOW, _HAIR, style.colors.rule)
        baseline = page.bottom * _FOOT
        self._edge(canvas, style.text.folio, folio(index), outer, baseline, most)
        self._edge(canvas, head, furniture.foot_inner, inner, baseline, most)
        for tab in furniture.tabs:
            draw = partial(_draw_tab, letters, tab, recto=is_recto(index))
            self._put(canvas, draw, tab, is_recto(index))

    def _edge(
        self,
        canvas: PageCanvas,
        style: TextStyle,
        words: str | tuple[str, ...],
        edge: Align,
        baseline: float,
        width: float,
    ) -> None:
        """A line at one edge of the page, shortened when it takes more than its `width`."""
        if words:
            what = style, _texts(words), edge, baseline, width
            self._put(canvas, partial(_draw_line, self._letters, *what), *what)

    def _put(self, canvas: PageCanvas, draw: Callable[[PageCanvas], None], *what: object) -> None:
        """Put something on a page: drawn now, or as it is when `what` it is has been drawn before."""
        if what not in self._known:
            draw(self._slip)
            self._known[what] = self._slip.taken_off()
        canvas.draw_again(self._known[what])


def _of_page(furniture: Furniture, number: int, entries: tuple[str, ...]) -> Furniture:
    """Furniture of a page of a section, the how manyth from 0."""
    if number and furniture.head_next:
        furniture = replace(furniture, head_outer=furniture.head_next)
    if entries:
        furniture = replace(furniture, head_inner=tuple(dict.fromkeys((entries[0], entries[-1]))))
    return furniture


def _canvas(style: Style) -> PageCanvas:
    return PageCanvas(style.page.width, style.page.height, mirrored=style.mirrored)


def _draw_line(
    letters: Letters,
    style: TextStyle,
    texts: tuple[str, ...],
    edge: Align,
    baseline: float,
    width: float,
    canvas: PageCanvas,
) -> None:
    page, line = letters.style.page, _line(letters, style, texts, edge)
    if line.natural_width() > width:
        texts = _shortened(letters, style, texts, width)
        line = _line(letters, style, texts, edge)
    if line.begins_at_right != letters.style.mirrored:  # its own sides are not those of the page
        line = _line(letters, style, texts, _OTHER[edge])
    line.wrap(page.inner_width, 0)
    line.draw_on(canvas, page.left, baseline + ASCENT * style.size - line.height)


def _shortened(letters: Letters, style: TextStyle, texts: tuple[str, ...], width: float) -> tuple[str, ...]:
    """Texts as far as they fit, the last with an ellipsis where that is not all."""

    def fits(last: str) -> bool:
        return _width(letters, style, (*before, last)) <= width

    *before, last = texts
    if before and not fits("…"):
        return _shortened(letters, style, tuple(before), width)
    return texts if fits(last) else (*before, _cut(last, fits))


def _cut(words: str, fits: Callable[[str], bool]) -> str:
    """As many of the first words as fit, or of the first letters where there is one long word, and an ellipsis."""
    parts = words.split(" ")
    kept = bisect_left(range(1, len(parts)), 1, key=lambda n: not fits(f"{' '.join(parts[:n])} …"))
    if kept:
        return f"{' '.join(parts[:kept])} …"
    first = parts[0]
    kept = bisect_left(range(1, len(first)), 1, key=lambda n: not fits(f"{first[:n]}…"))
    return f"{first[:kept]}…"


def _texts(words: str | tuple[str, ...]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else words


def _width(letters: Letters, style: TextStyle, texts: tuple[str, ...]) -> float:
    return _line(letters, style, texts).natural_width()


def _line(letters: Letters, style: TextStyle, texts: tuple[str, ...], align: Align = "left") -> Paragraph:
    """Texts with a dash between them: names of several directions keep their places."""
    if len(texts) == 1:
        return paragraph(letters, style, texts[0], None, align=align)
    return Paragraph(letters, apart(texts, _DASH, voice(style)), style.leading, None, align=align)


def _draw_tab(letters: Letters, tab: Tab, canvas: PageCanvas, *, recto: bool) -> None:
    """A tab at the outer edge, each lower than the one before; at the foot of the page it begins at the top again."""
    style = letters.style
    page = style.page
    height = _TAB_LINES * page.grid
    places = int((page.text_height - height) / (_TAB_STEP * page.grid)) + 1
    y = page.height - page.top - height - ((tab.place - 1) % places) * _TAB_STEP * page.grid
    x = page.width - page.tab_width if recto else 0.0
    canvas.block(x, y, page.tab_width, height, style.colors.accent)
    label = paragraph(letters, style.text.tab, tab.words, None, align="center")
    label.wrap(page.tab_width, 0)
    label.draw_on(canvas, x, y + (height - label.size * (2 * ASCENT - 0.9)) / 2 - label.size * (1 - ASCENT))
