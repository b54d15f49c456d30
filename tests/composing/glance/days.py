"""Boxes of invented days, and the pages of their grids."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache

from hypothesis import strategies as st

from booklet.composing.labels import load_labels
from booklet.composing.sections.glance.boxes import Box, minute
from booklet.composing.sections.glance.grid_page import GridPage, Head
from booklet.composing.sections.glance.measures import Measures
from booklet.composing.sections.glance.spots import columns_of
from booklet.composing.sections.glance.track_bars import Tracks
from booklet.lettering.letters import Letters
from booklet.model.rich_text import line
from booklet.model.talk import Author
from sheet import style

MORNING = minute(datetime(2027, 5, 4, 9, 0, tzinfo=UTC))
WORDS = [
    "tide",
    "harbor",
    "of",
    "gauges",
    "silt",
    "where",
    "a",
    "lighthouse-keeper",
    "Schifffahrtswasserstraße",
    "counts:",
    "–",
]


@cache
def measures(paper: str = "A4", language: str = "en-US") -> Measures:
    return Measures(Letters(style(paper), language), load_labels(language), 24)


def clock(minutes: float) -> str:
    """Minutes from nine on as a time."""
    hour, left = divmod(9 * 60 + int(minutes), 60)
    return f"{hour % 24:02}:{left:02}"


def box(
    begin: float, end: float, title: str = "Silt", rooms: Sequence[str] = ("A",), name: str = "", **more: object
) -> Box:
    """A box from and to so many minutes after nine."""
    first, last = clock(begin), clock(end)
    name = name or f"{title} {begin} {'/'.join(rooms)}"
    return Box(name, MORNING + begin, MORNING + end, first, f"{first}–{last}", line(title), rooms=tuple(rooms), **more)  # type: ignore[arg-type]


def page(boxes: Sequence[Box], rooms: Sequence[str], paper: str = "A4", tracks: tuple[str, ...] = ()) -> GridPage:
    """The page of some boxes."""
    used = tuple(track for track in tracks if any(box.track == track for box in boxes))
    return GridPage(
        Head("May 4", "Times in UTC"), columns_of(boxes, rooms), Tracks(tracks), used, measures(paper), "UTC", ""
    )


TITLES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(lambda words: "T " + " ".join(words))
ROOMS = [f"Room {letter}" for letter in "ABCDEFGH"]
TRACKS = tuple(f"Track {number}" for number in range(10))


@st.composite
def days(draw: st.DrawFn) -> tuple[list[Box], list[str]]:
    """Boxes by their starts, and the rooms of a day."""
    rooms = ROOMS[: draw(st.integers(1, len(ROOMS)))]
    boxes = []
    for number in range(draw(st.integers(1, 24))):
        begin = draw(st.integers(0, 290)) * 5
        length = draw(st.sampled_from([1, 2, 5, 5, 10, 15, 20, 30, 45, 60, 90, 300, 480]))
        kind = draw(st.sampled_from(["plain", "plain", "plain", "plenary", "break"]))
        for_all = kind != "plain" and draw(st.booleans())
        where = [] if for_all else draw(st.lists(st.sampled_from(rooms), min_size=1, max_size=3, unique=True))
        people = tuple(Author(f"Anna Holm {index}") for index in range(draw(st.integers(0, 4))))
        boxes.append(
            box(
                begin, begin + length, f"{draw(TITLES)} {number}", where, str(number), look=kind, for_all=for_all,
                gathers=kind == "plenary", is_talk=kind == "plain", authors=people,
                track=draw(st.sampled_from([None, *TRACKS])), targets=draw(st.sampled_from([(), ("talk-a",)])),
                short=draw(st.sampled_from(["", "Short"])),
            )
        )  # fmt: skip
    return sorted(boxes, key=lambda box: box.begin), rooms
