"""A day in the form "days" → its section: on one page if it can be, else parted at its longest break."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from booklet.composing.lists.day_list import session_blocks
from booklet.composing.lists.day_section import DayFrame
from booklet.composing.lists.list_setting import ListSetting
from booklet.composing.section import Column, Section
from booklet.flowable import Block
from booklet.model.session import Session
from booklet.structure import Element

# What follows the sessions, in so much air.
Tail = Callable[[float, Element], list[Block]]

# How much white the rows get, tried in turn until the day stands on its page or pages.
_AIR = (1.0, 0.9, 0.8, 0.7, 0.6)
_PAGES = 2  # of a day that is parted
_ROWS = 2  # of a session, at least, that stay together


@dataclass(frozen=True, slots=True)
class _Day:
    """A day composed, with the places at which it may be parted: seconds of the break there, and the block that follows."""

    root: Element
    blocks: list[Block]
    breaks: list[tuple[float, int]]


def compose_day(frame: DayFrame, sessions: tuple[Session, ...], setting: ListSetting, tail: Tail) -> Section:
    """The list of a day, with as much white as there is room for; a day of more than two pages simply goes on."""
    page = setting.page
    columns = (Column(page.left, page.inner_width),)

    def height(blocks: list[Block]) -> float:
        return sum(one.space * bool(at) + one.flowable.wrap(page.inner_width, 0)[1] for at, one in enumerate(blocks))

    widest = _with_air(frame, sessions, setting, tail, _AIR[0])
    needed = height(widest.blocks)
    tightest = (
        height(_with_air(frame, sessions, setting, tail, _AIR[-1]).blocks) if needed > page.text_height else needed
    )
    for air in _AIR if tightest <= page.text_height * _PAGES else ():
        day = widest if air == _AIR[0] else _with_air(frame, sessions, setting, tail, air)
        if tightest <= page.text_height:
            if height(day.blocks) <= page.text_height:
                return frame.section(setting, day.root, columns, day.blocks, None)
            continue
        for _, at in sorted(day.breaks, key=lambda one: -one[0]):
            if max(height(day.blocks[:at]), height(_again(day.blocks, at))) <= page.text_height:
                day.blocks[at] = replace(day.blocks[at], begins="page")
                return frame.section(setting, day.root, columns, day.blocks, None)
    return frame.section(setting, widest.root, columns, widest.blocks, None)


def _again(blocks: list[Block], at: int) -> list[Block]:
    """What a page has that begins with a block."""
    return [*blocks[at].again, *blocks[at:]]


def _with_air(frame: DayFrame, sessions: tuple[Session, ...], setting: ListSetting, tail: Tail, air: float) -> _Day:
    root = Element("Sect")
    blocks = [frame.heading(setting, root)]
    breaks: list[tuple[float, int]] = []
    ended = 0.0
    for session in sessions:
        made = session_blocks(session, setting, air, root)
        start, end = session.start.timestamp(), (session.end or session.start).timestamp()
        if session.kind != "break":
            if ended and start > ended:
                breaks.append((start - ended, len(blocks)))
            ended = max(ended, end)
            breaks += [(seconds, len(blocks) + 1 + at) for seconds, at in _inner_breaks(session, setting)]
        else:
            blocks[-1] = replace(blocks[-1], keep=True)  # a break is not what a page begins with
        blocks += made
    return _Day(root, blocks + tail(air, root), breaks)


def _inner_breaks(session: Session, setting: ListSetting) -> list[tuple[float, int]]:
    """The breaks among the items of a session: how long they are, and the row after them."""
    items = setting.items(session)
    return [
        (item.end.timestamp() - item.start.timestamp(), at + 1)
        for at, item in enumerate(items[:-_ROWS])
        if at + 1 >= _ROWS and item.kind == "break" and item.start and item.end
    ]
