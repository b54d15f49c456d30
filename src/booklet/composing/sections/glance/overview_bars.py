"""Sessions of a day → the rows of its overview: a row a room, a bar for what goes on in it under one title."""

from collections.abc import Iterable, Sequence

from booklet.composing.labels import Labels
from booklet.composing.sections.glance.boxes import Box, session_box
from booklet.composing.sections.glance.spots import Spot, columns_of
from booklet.model.day import Day
from booklet.model.program import Program
from booklet.model.rich_text import line
from booklet.model.room import Room
from booklet.plain_dataclasses import dataclass, replace

# A longer pause parts the sessions of one track.
_PAUSE = 60.0


@dataclass(frozen=True, slots=True)
class Row:
    """A row: a room (None: what is for all, or has no room), and its bars in order; those at one time share its height."""

    room: Room | None
    bars: tuple[Spot, ...]


def rows_of(program: Program, day: Day, rooms: Sequence[Room], labels: Labels) -> tuple[Row, ...]:
    """Rows of some of a day's rooms, above them one for what has none."""
    boxes = [session_box(program, session, labels) for session in day.sessions]
    short = {track.name: track.short or "" for track in program.tracks}
    rows = [Row(None, _bars([box for box in boxes if not box.rooms]))]
    for room in rooms:
        joined = _joined([box for box in boxes if room.name in box.rooms], short)
        rows.append(Row(room, _bars([replace(box, rooms=()) for box in joined])))
    return tuple(row for row in rows if row.bars)


def _bars(boxes: Sequence[Box]) -> tuple[Spot, ...]:
    return columns_of(boxes, ()).spots


def _joined(boxes: Iterable[Box], short: dict[str, str]) -> list[Box]:
    """Sessions of one track that follow each other become one bar, named after the track."""
    done: list[Box] = []
    for box in sorted(boxes, key=lambda box: box.begin):
        before = done[-1] if done else None
        goes_on = before and before.track and before.track == box.track and before.look == box.look == "plain"
        if before and goes_on and -_PAUSE <= box.begin - before.end <= _PAUSE:
            name = box.track or ""
            done[-1] = replace(before, title=line(name), short=short[name], end=max(before.end, box.end))
        else:
            done.append(box)
    return done
