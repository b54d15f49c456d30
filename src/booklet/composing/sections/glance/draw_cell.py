"""A cell of a grid → its ground and bar on the page, and what is read in it."""

from booklet.composing.counted_names import NameSetting, counted_names
from booklet.composing.sections.glance.cell import Cell
from booklet.composing.sections.glance.discs import draw_disc
from booklet.composing.sections.glance.ladder import GAP, PAD
from booklet.composing.sections.glance.links import draw_number, link_of
from booklet.composing.sections.glance.measures import Measures, smaller
from booklet.composing.sections.glance.track_bars import Tracks, draw_bar
from booklet.composing.text import bold_voice, paragraph
from booklet.lettering.paragraph import DESCENT, Paragraph
from booklet.lettering.runs import Run
from booklet.page_map import PageMap
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element
from booklet.styling.style import TextStyle
from booklet.tagged_canvas import Color, TaggedCanvas

_RULE = 0.35
_LEAST = 0.5  # height of a ground, however short its slot
_SPACE = 3.0  # between what stands beside each other in a line


@dataclass(frozen=True, slots=True)
class CellPen:
    """Draws cells whose depths are counted from `top`, in the sizes `styles`; text stands `inset` from their edge."""

    canvas: TaggedCanvas
    measures: Measures
    pages: PageMap
    tracks: Tracks
    styles: tuple[TextStyle, ...]
    top: float
    inset: float

    def draw(self, cell: Cell, listed: Element) -> None:
        """Draw what is read in a cell as an item of a list."""
        body = listed.add("LI").add("LBody")
        if cell.wording.form == "disc":
            self._disc_alone(cell, body.add("P"))
        elif cell.wording.form == "number":
            self._number(cell, body)
        elif cell.box.look == "break":
            self._break(cell, body)
        else:
            self._words(cell, body)

    def draw_ground(self, cell: Cell) -> None:
        """Tint, bars of tracks, and white where the title goes on over free minutes."""
        canvas, colors = self.canvas, self.measures.letters.style.colors
        y, width = self.top - cell.bottom, cell.right - cell.left
        foot = y + min(GAP, max(0.0, cell.bottom - cell.top - _LEAST))
        with canvas.artifact():
            if cell.box.look == "break":
                canvas.block(cell.left, y, width, cell.bottom - cell.top, _between(colors.tint, colors.paper))
                for edge in (y, self.top - cell.top):
                    canvas.rule(cell.left, cell.right, edge, _RULE, colors.rule)
            else:
                tint = colors.accent_tint if cell.box.look == "plenary" else colors.tint
                canvas.block(cell.left, foot, width, self.top - cell.top - foot, tint)
                for spot, share in zip(cell.spots, _shares(cell), strict=True):
                    if self.tracks.lacks_bar(spot.box):
                        continue
                    end, begin = self.top - share[1], self.top - share[0]
                    end += min(GAP, max(0.0, begin - end - _LEAST))
                    draw_bar(canvas, self.tracks.form(spot.box.track), cell.left, end, begin - end, colors)
            over = cell.top + cell.wording.height - cell.bottom
            if over > 0 and cell.wording.form != "disc":
                canvas.block(
                    cell.left + self.inset - 1, y - over, width - self.inset + 1, over + foot - y, colors.paper
                )

    def _style(self, cell: Cell) -> TextStyle:
        return self.styles[cell.wording.size]

    def _width(self, cell: Cell) -> float:
        return cell.text_right - cell.left - self.inset

    def _break(self, cell: Cell, body: Element) -> None:
        """A break: in the middle of its height."""
        words = self.measures.title(cell.wording.words, self._style(cell), body.add("P"), link_of(cell.box, self.pages))
        words.wrap(cell.wording.width, 0)
        drop = max(PAD, (cell.bottom - cell.top - words.height) / 2)
        words.draw_on(self.canvas, cell.left + self.inset, self.top - cell.top - drop - words.height)

    def _words(self, cell: Cell, body: Element) -> None:
        """Start and title, the number of the page at the end of its last line, and people below as far as there is room."""
        style, x = self._style(cell), cell.left + self.inset
        title = self.measures.title(cell.wording.words, style, body.add("P"), link_of(cell.box, self.pages))
        title.wrap(cell.wording.width, 0)
        y = self.top - cell.top - PAD - title.height
        title.draw_on(self.canvas, x, y)
        baseline = y + DESCENT * style.size - (style.leading if cell.wording.alone else 0.0)
        draw_number(self.canvas, self.measures, cell.box, style, (cell.text_right, baseline), self.pages, body)
        self._people(cell, baseline, body)

    def _people(self, cell: Cell, baseline: float, body: Element) -> None:
        box, style = cell.box, smaller(self._style(cell))
        style = replace(style, color=self.measures.letters.style.colors.mute)
        room = baseline - self._style(cell).leading - DESCENT * style.size - (self.top - cell.bottom + GAP)
        lines = int(room // style.leading) + 1
        if lines < 1 or not (box.authors or box.detail):
            return
        below = baseline - self._style(cell).leading + style.size * (1 - DESCENT)
        if box.detail:
            words = paragraph(self.measures.letters, style, box.detail, body.add("P"))
            words.wrap(self._width(cell), 0)
            words.draw_on(self.canvas, cell.left + self.inset, below - words.height)
            return
        letters = self.measures.letters
        setting = NameSetting(letters, style, None, "+{}".format, box.language or letters.language)
        names = counted_names(box.authors, setting, None, self._width(cell), lines)
        if names.line_count <= lines:
            names = counted_names(box.authors, setting, body.add("P"), self._width(cell), lines)
            names.draw_on(self.canvas, cell.left + self.inset, below - names.height)

    def _number(self, cell: Cell, body: Element) -> None:
        """Start, number or numbers of the list below, and how many there are."""
        style, x = self._style(cell), cell.left + self.inset
        baseline = (
            self.top - cell.top - min(PAD, max(0.0, cell.bottom - cell.top - style.size)) - (1 - DESCENT) * style.size
        )
        time = Paragraph(
            self.measures.letters, (Run(cell.box.time, bold_voice(style)),), style.leading, body.add("P"), align="left",
            backwards=False, language="und",
        )  # fmt: skip
        x = self._beside(time, x, baseline, style) + _SPACE
        x = self._discs(cell.numbers, x, baseline, style, body.add("P")) + _SPACE
        if len(cell.spots) > 1 and all(spot.box.is_talk for spot in cell.spots):
            labels, language = self.measures.labels, self.measures.letters.language
            short = labels.short_talks.of(len(cell.spots), language)
            words = paragraph(self.measures.letters, style, short, None)
            if x + words.natural_width() <= cell.text_right:
                self._beside(paragraph(self.measures.letters, style, short, body.add("P")), x, baseline, style)

    def _disc_alone(self, cell: Cell, element: Element) -> None:
        """Nothing but the number, at the right of the cell."""
        style = self.styles[-1]
        left, _, top, bottom = cell.disc(style.size)
        middle = self.top - (top + bottom) / 2
        self._discs(cell.numbers, left, middle - 0.33 * style.size, style, element)

    def _discs(self, numbers: tuple[int, ...], x: float, baseline: float, style: TextStyle, element: Element) -> float:
        """The first number and the last; where they end."""
        letters = self.measures.letters
        x += draw_disc(self.canvas, letters, numbers[0], x, baseline, style, element)
        if len(numbers) > 1:
            x = self._beside(paragraph(letters, style, "–", element, align="center"), x + 0.8, baseline, style) + 0.8
            x += draw_disc(self.canvas, letters, numbers[-1], x, baseline, style, element)
        return x

    def _beside(self, words: Paragraph, x: float, baseline: float, style: TextStyle) -> float:
        width = words.natural_width() + 0.1
        words.wrap(width, 0)
        words.draw_on(self.canvas, x, baseline - DESCENT * style.size)
        return x + width


def _shares(cell: Cell) -> list[tuple[float, float]]:
    """From and to which depth each of the boxes of a cell goes."""
    first, last = cell.spots[0].box, cell.spots[-1].box
    scale = (cell.bottom - cell.top) / max(last.end - first.begin, 1e-6)

    def depth(minutes: float) -> float:
        return cell.top + (minutes - first.begin) * scale

    return [(depth(spot.box.begin), depth(spot.box.end)) for spot in cell.spots]


def _between(one: Color, other: Color) -> Color:
    """The color half way between two."""
    red, green, blue = ((a + b) / 2 for a, b in zip(one, other, strict=True))
    return red, green, blue
