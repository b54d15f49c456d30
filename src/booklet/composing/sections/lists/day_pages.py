"""Days in the form "days" → their sections: short ones share pages, others have one each if they can, else are parted."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import count, groupby, pairwise, product
from math import ceil

from booklet.composing.section import Column, Section
from booklet.composing.sections.lists.day_breaks import seconds_before
from booklet.composing.sections.lists.day_list import AiredBlocks, session_blocks
from booklet.composing.sections.lists.day_parting import Place, parted
from booklet.composing.sections.lists.day_section import DayFrame, shared_section
from booklet.composing.sections.lists.list_setting import ListSetting
from booklet.flowable import Block
from booklet.model.session import Session
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element

# What follows the sessions.
Tail = Callable[[Element], AiredBlocks]

# How much white the rows get, tried in turn until the day stands on its page, or on as few as it needs.
_AIR = (1.0, 0.9, 0.8, 0.7, 0.6)
_ROWS = 2  # of a session, at least, that stay together
# A day is short that takes less of the page; between two of them stands so much white, in lines of the grid.
_SHORT, _BETWEEN = 0.5, 2.5


@dataclass(frozen=True, slots=True)
class ListedDay:
    """What the list of a day has: its frame, its sessions in order, and what follows them."""

    frame: DayFrame
    sessions: tuple[Session, ...]
    tail: Tail


@dataclass(frozen=True, slots=True)
class _Day:
    """A day composed, with the height of every block, the places at which it may be parted, and the rows at which it can be
    where there are none."""

    root: Element
    blocks: list[Block]
    heights: list[float]
    places: list[Place]
    rows: list[Place]

    @property
    def height(self) -> float:
        """What it takes at the top of a page, in points."""
        return sum(self.heights)


_Composed = Callable[[float], _Day]


def compose_days(days: Sequence[ListedDay], setting: ListSetting) -> Iterator[Section]:
    """The lists of days in a row. Short ones, whose times are of one zone, share pages; any other begins a page."""
    every = ((day, _composed(day, setting)) for day in days)  # one at a time: a congress has many rows
    most = setting.page.text_height * _SHORT

    def kind(one: tuple[ListedDay, _Composed]) -> tuple[bool, str]:
        return one[1](_AIR[0]).height < most, one[0].frame.zone

    for (short, _), some in groupby(every, kind):
        if short:
            yield from _sharing([(day.frame, composed(_AIR[0])) for day, composed in some], setting)
        else:
            yield from (_on_pages(day.frame, composed, setting) for day, composed in some)


def _sharing(days: Sequence[tuple[DayFrame, _Day]], setting: ListSetting) -> Iterator[Section]:
    """Short days below each other on as few pages as hold them whole, each with about as much."""
    between = setting.page.grid * _BETWEEN
    heights = [day.height + between for _, day in days]
    room = setting.page.text_height + between
    places = [Place(at, 0.0) for at in range(1, len(days))]
    tried = (parted(heights, places, room, pages) for pages in count(ceil(sum(heights) / room)))
    starts = next(one for one in tried if one is not None)
    for first, end in pairwise((0, *starts, len(days))):
        frames = [frame for frame, _ in days[first:end]]
        blocks = [day.blocks for _, day in days[first:end]]
        yield shared_section(frames, [day.root for _, day in days[first:end]], blocks, between, setting)


def _on_pages(frame: DayFrame, composed: _Composed, setting: ListSetting) -> Section:
    """The list of a day, with as much white as there is room for, parted at its breaks or else inside of sessions. Where
    neither can be, it goes on as it comes."""
    page = setting.page
    columns, room = (Column(page.left, page.inner_width),), page.text_height
    widest = composed(_AIR[0])
    needed = 1 if composed(_AIR[-1]).height <= room else max(2, ceil(widest.height / room))
    for torn, air in product((False, True), _AIR):
        day = composed(air)
        starts = parted(day.heights, day.rows if torn else day.places, room, needed)
        if starts is None:
            continue
        for at in starts:
            day.blocks[at] = replace(day.blocks[at], begins="page")
        return frame.section(setting, day.root, columns, day.blocks, None)
    return frame.section(setting, widest.root, columns, widest.blocks, None)


def _composed(listed: ListedDay, setting: ListSetting) -> _Composed:
    """The day with any air: its words are set once."""
    root = Element("Sect")
    heading = listed.frame.heading(setting, root)
    sessions = [session_blocks(session, setting, root) for session in listed.sessions]
    tail = listed.tail(root)

    @cache
    def composed(air: float) -> _Day:
        blocks = [heading]
        places: list[Place] = []
        pauses = seconds_before(listed.sessions)
        for session, aired, pause in zip(listed.sessions, sessions, pauses, strict=True):
            made = aired(air)
            if session.kind == "break":
                blocks[-1] = replace(blocks[-1], keep=True)  # a break is not what a page begins with
            elif len(blocks) > 1:
                places.append(Place(len(blocks), pause))
            places += [
                Place(len(blocks) + 1 + row, seconds, _height(made[1].again[0], setting))
                for seconds, row in _inner_breaks(session, setting)
            ]
            blocks += made
        blocks += tail(air)
        return _measured(root, blocks, places, setting)

    return composed


def _measured(root: Element, blocks: list[Block], places: list[Place], setting: ListSetting) -> _Day:
    heights = [one.space * bool(at) + _height(one, setting) for at, one in enumerate(blocks)]
    free = (at for at, block in enumerate(blocks) if block.again and not blocks[at - 1].keep)
    rows = [Place(at, 0.0, _height(blocks[at].again[0], setting)) for at in free]
    return _Day(root, blocks, heights, places, [*places, *rows])


def _height(block: Block, setting: ListSetting) -> float:
    return block.flowable.wrap(setting.page.inner_width, 0)[1]


def _inner_breaks(session: Session, setting: ListSetting) -> list[tuple[float, int]]:
    """The breaks among the items of a session: how long they are, and the row after them."""
    items = setting.items(session)
    return [
        (item.end.timestamp() - item.start.timestamp(), at + 1)
        for at, item in enumerate(items[:-_ROWS])
        if at + 1 >= _ROWS and item.kind == "break" and item.start and item.end
    ]
