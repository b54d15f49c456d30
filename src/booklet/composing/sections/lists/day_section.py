"""A day of the program → the section of its list: its title, what stands around it, and where links to it lead."""

from collections.abc import Callable, Sequence

from booklet.composing.abstracts_form import day_tabs
from booklet.composing.furniture import event_furniture
from booklet.composing.program_form import day_key
from booklet.composing.section import Column, Furniture, Head, Section
from booklet.composing.sections.lists.column_fit import Columns, DayBlocks, fit_columns
from booklet.composing.sections.lists.list_setting import ListSetting
from booklet.composing.sections.program_table import PROGRAM_KEY
from booklet.composing.text import paragraph
from booklet.composing.times import in_event_zone, printed_day, zone_name
from booklet.flowable import Anchor, Block
from booklet.lettering.paragraph import Paragraph
from booklet.model.day import Day
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element

ANY_TIME_KEY = "program-any-time"
# Pages at least so wide, in points, hold two columns; so far apart.
_WIDE_ENOUGH, GUTTER = 420.0, 17.0


@dataclass(frozen=True, slots=True)
class DayFrame:
    """Title and furniture of a day's list, and the name that links to the day lead to. `first`: it begins the program. `zone`
    says of which zone its times are."""

    title: str
    name: str
    furniture: Furniture
    first: bool
    zone: str = ""

    def heading(self, setting: ListSetting, root: Element) -> Block:
        """The title of the day."""
        style = setting.letters.style.text.section_title
        words: Paragraph = paragraph(
            setting.letters, style, self.title, root.add("H1", name=self.name), align="balance"
        )
        anchor = Anchor(self.name, self.title, 1) if self.first else None
        return Block(words, keep=True, anchor=anchor)

    def section(
        self, setting: ListSetting, root: Element, columns: tuple[Column, ...], blocks: list[Block], head: Head | None
    ) -> Section:
        """The section: the first is the program itself, whose entry in the outline holds the days."""
        key, bookmark = (PROGRAM_KEY, setting.labels.program) if self.first else (self.name, self.title)
        level = 0 if self.first else 1
        return Section(key, root, bookmark, columns, tuple(blocks), head, furniture=self.furniture, level=level)


def day_frame(day: Day, setting: ListSetting, *, first: bool) -> DayFrame:
    """The frame of a day: its name at the outer edge, the zone of its times at the inner one."""
    title = printed_day(day.date, setting.language)
    event, starts = setting.program.event, [session.start for session in day.sessions]
    moment = next((start for start in starts if in_event_zone(start, event)), starts[0])
    zone = setting.labels.times_in.replace("{zone}", zone_name(moment))
    furniture = event_furniture(event, title, zone, day_tabs(setting.program, day.date))
    return DayFrame(title, day_key(day.number), furniture, first, zone)


def any_time_frame(setting: ListSetting) -> DayFrame:
    """The frame of a program without any times."""
    title = setting.labels.at_any_time
    return DayFrame(title, ANY_TIME_KEY, event_furniture(setting.program.event, title), first=True)


def shared_section(
    frames: Sequence[DayFrame],
    roots: Sequence[Element],
    blocks: Sequence[list[Block]],
    between: float,
    setting: ListSetting,
) -> Section:
    """The section of days that share a page, each with its root and its blocks, `between` points apart. Running heads say the
    first and the last; every day has its thumb tab."""
    first, last, page = frames[0], frames[-1], setting.page
    columns = (Column(page.left, page.inner_width),)
    if first is last:
        return first.section(setting, roots[0], columns, blocks[0], None)
    around = setting.labels.from_to.replace("{first}", first.title).replace("{last}", last.title)
    tabs = tuple(tab for frame in frames for tab in frame.furniture.tabs)
    shared = replace(first, furniture=replace(first.furniture, head_outer=around, tabs=tabs))
    together = list(blocks[0])
    for frame, own in zip(frames[1:], blocks[1:], strict=True):
        anchor = Anchor(frame.name, frame.title, 1)
        together += [replace(own[0], space=between, anchor=anchor), *own[1:]]
    root = Element("Sect", content=list(roots))
    return shared.section(setting, root, columns, together, None)


def list_columns(setting: ListSetting) -> tuple[Column, ...]:
    """Two columns, or one where there is no room for two."""
    page = setting.page
    if page.inner_width < _WIDE_ENOUGH:
        return (Column(page.left, page.inner_width),)
    width = (page.inner_width - GUTTER) / 2
    return Column(page.left, width), Column(page.left + width + GUTTER, width)


def columns_section(frame: DayFrame, setting: ListSetting, composed: Callable[[float], DayBlocks]) -> Section:
    """A section of as many columns as there is room for. Over two the title stands across; a single one begins with it."""
    columns, page = list_columns(setting), setting.page
    title, foot = frame.heading(setting, Element("Sect")), page.grid * 0.6
    lowered = title.flowable.wrap(page.inner_width, 0)[1] + foot
    day = fit_columns(composed, Columns(len(columns), columns[0].width, page.text_height, lowered))
    if len(columns) == 1:
        return frame.section(setting, day.root, columns, [day.title, *day.blocks], None)
    head = Head(Column(page.left, page.inner_width), (day.title,), foot)
    return frame.section(setting, day.root, columns, day.blocks, head)
