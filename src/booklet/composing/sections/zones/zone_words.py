"""What chart and table of time zones say alike: zones, hours, names, in lines of their styles."""

from bisect import bisect_left

from booklet.composing.labels import Labels
from booklet.composing.text import emphasised, paragraph, spoken
from booklet.composing.times import Clock, zone_name
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import STANDING_OUT, Align, Paragraph
from booklet.model.local_times import LocalTimes
from booklet.model.zone_days import ZoneDay
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element
from booklet.styling.style import Colors, Page, Texts, TextStyle

_ROUNDING = 0.01


@dataclass(frozen=True, slots=True)
class ZoneWords:
    """What time zones are set with."""

    letters: Letters
    labels: Labels
    clock: Clock

    @property
    def page(self) -> Page:
        """The page of the style."""
        return self.letters.style.page

    @property
    def text(self) -> Texts:
        """The texts of the style."""
        return self.letters.style.text

    @property
    def colors(self) -> Colors:
        """The colors of the style."""
        return self.letters.style.colors

    def line(self, words: str, style: TextStyle, element: Element | None, align: Align = "left") -> Paragraph:
        """Words in a style."""
        return paragraph(self.letters, style, words, element, align=align)

    def width(self, words: str, style: TextStyle) -> float:
        """Room for words on one line, in points."""
        return paragraph(self.letters, style, words, None).natural_width() + self.slack(style)

    def slack(self, style: TextStyle) -> float:
        """What a line is given beyond its width, in points, so that it is never broken: from right to left, lines leave room
        for what would stand out over the edge."""
        return STANDING_OUT / 1000 * style.size + _ROUNDING

    def bold(self, style: TextStyle) -> TextStyle:
        """The style in its bold face."""
        return replace(style, face=emphasised(style.face, italic=False, bold=True))

    def shortened(self, words: str, style: TextStyle, room: float) -> str:
        """Words, or as many of their first letters as fit into `room` points, and an ellipsis."""
        if self.width(words, style) <= room:
            return words
        kept = bisect_left(range(1, len(words)), 1, key=lambda n: self.width(f"{words[:n]}…", style) > room)
        return f"{words[:kept].rstrip()}…"

    def letters_of(self, local: LocalTimes) -> str:
        """A zone's letters and offset: "CEST UTC+2"; the offset alone where it has no letters."""
        return f"{local.abbreviation} {local.offset}" if local.abbreviation else local.offset

    def times_in(self, days: tuple[ZoneDay, ...]) -> str:
        """In which zone the hours over the columns are: two where clocks change."""
        zones = dict.fromkeys(zone_name(one.start) for day in days for one in day.stretches)
        return self.labels.times_in.replace("{zone}", " / ".join(zones))

    def title(self, days: tuple[ZoneDay, ...], index: int, style: TextStyle, room: float, lines: int = 1) -> str:
        """The title of the session that is a whole stretch on every day, if so many lines of `room` points hold it; else
        nothing."""
        sessions = [day.stretches[index].sessions for day in days]
        titles = {spoken(one[0].title) if len(one) == 1 else "" for one in sessions}
        if len(titles) > 1:
            return ""
        title = titles.pop()
        whole = all(self.width(word, style) <= room for word in title.split())
        return title if whole and self.lines_of(title, style, room) <= lines else ""

    def lines_of(self, words: str, style: TextStyle, room: float) -> int:
        """How many lines of `room` points words take; none when there are no words."""
        line = self.line(words, style, None)
        line.wrap(room, 0)
        return line.line_count if words else 0
