"""Rules about the hours of a day: what stands before, after and between things."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from booklet.checking.at_once import at_once
from booklet.checking.wording import called, listed, plural, talk_of
from booklet.codes import AT_NIGHT, CLOCK_CHANGE, FAR_APART, GAP, OUT_OF_ORDER, PAST_MIDNIGHT
from booklet.finding import Finding
from booklet.model.program import Program
from booklet.model.session import Item, Session
from booklet.time_zone import time_zone

# Minutes that it takes to change the speaker or the room.
_PAUSE = 10
_EACH = 3
_FAR = 183  # days
_MORNING = 6  # o'clock


def gap(program: Program) -> Iterator[Finding]:
    """K043: more than a pause between an item and all before it; where a session has many, one finding for all."""
    for session in program.sessions:
        found, lengths = [], set()
        for before, item, minutes in _gaps(session):
            message = f"{plural(minutes, 'minute')} without anything between {called(before)} and {called(item)}"
            hint = "give the time a name (Coffee, Discussion), or check minutes and at"
            also = (before.places.record,)
            found.append(Finding(GAP, message, item.places.of("at"), hint, also, talk=talk_of(item)))
            lengths.add(minutes)
        much = " to ".join(f"{minutes}" for minutes in sorted({min(lengths, default=0), max(lengths, default=0)}))
        message = f'session "{session.id}" has {len(found)} times of {much} minutes without anything'
        yield from at_once(found, _EACH, message, "if they are not meant, check minutes and at")


def _gaps(session: Session) -> Iterator[tuple[Item, Item, int]]:
    """What ends last before an item, the item, and the minutes between."""
    last: Item | None = None
    for item in session.items:
        if last and last.end and item.start:
            minutes = round((item.start.timestamp() - last.end.timestamp()) / 60)
            if minutes > _PAUSE:
                yield last, item, minutes
        if not (last and last.end and item.end and item.end.timestamp() < last.end.timestamp()):
            last = item


def out_of_order(program: Program) -> Iterator[Finding]:
    """K045: an item begins before the one that stands above it."""
    for session in program.sessions:
        for before, item in pairwise(session.items):
            if before.start and item.start and item.start.timestamp() < before.start.timestamp():
                message = f"{called(item)} at {item.start:%H:%M} stands after {called(before)} at {before.start:%H:%M}"
                hint = "put them in the order of time, or correct at"
                also = (before.places.record,)
                yield Finding(OUT_OF_ORDER, message, item.places.of("at"), hint, also, talk=talk_of(item))


def past_midnight(program: Program) -> Iterator[Finding]:
    """K046: sessions that end on another day than they begin; where there are many, one finding for all."""
    late = [session for session in program.timed if _is_late(session)]
    hint = "if that is not meant, check start, until and minutes"
    found = []
    for session in late:
        end = _end(session)
        message = f'session "{session.id}" goes on after midnight, until {end:%H:%M} of {end:%Y-%m-%d}'
        found.append(Finding(PAST_MIDNIGHT, message, session.places.of("start"), hint))
    names = listed([f'"{session.id}"' for session in late])
    yield from at_once(found, _EACH, f"sessions {names} go on after midnight", hint)


def _is_late(session: Session) -> bool:
    end = _end(session)
    midnight = end.hour == end.minute == 0 and end.date() - session.start.date() == timedelta(days=1)
    return end.date() > session.start.date() and not midnight


def _end(session: Session) -> datetime:
    """The end of a session, announced or computed, whichever is later; its start where none is known."""
    return max(filter(None, (session.start, session.until, session.last_end)), key=datetime.timestamp)


def clock_change(program: Program) -> Iterator[Finding]:
    """K047: clocks change between two sessions, in the event's own zone or in that of a city for which local times are
    printed; or while a session lasts."""
    event = program.event
    places = {city.label: city.zone for region in event.regions for city in region.cities} | {event.zone: event.zone}
    for before, session in pairwise(program.timed):
        changed = [
            label for label, zone in places.items() if _offset(before.start, zone) != _offset(session.start, zone)
        ]
        if changed:
            message = f'clocks change in {listed(changed)} between sessions "{before.id}" and "{session.id}"'
            yield Finding(CLOCK_CHANGE, message, session.places.of("start"), "tell the participants")
    for session in program.timed:
        if session.start.utcoffset() != _end(session).utcoffset():
            message = f'clocks change in {session.start.tzinfo} while session "{session.id}" lasts'
            yield Finding(CLOCK_CHANGE, message, session.places.of("start"), "tell the participants")


def far_apart(program: Program) -> Iterator[Finding]:
    """K048: half a year and more between two sessions."""
    for before, session in pairwise(program.timed):
        days = (session.start.date() - before.start.date()).days
        if days > _FAR:
            message = f'{days} days lie between sessions "{before.id}" and "{session.id}"'
            hint = "check the year and the month of both"
            also = (before.places.of("date"),)
            yield Finding(FAR_APART, message, session.places.of("date"), hint, also)


def at_night(program: Program) -> Iterator[Finding]:
    """K049: a session that begins between midnight and six, on the clocks where it is; of a meeting that is held in UTC, or
    around the clock, nothing is said, nor of one that is said to belong to the day before."""
    night = [session for session in program.timed if session.start.hour < _MORNING and session.day == session.date]
    if program.event.zone != "UTC" and len(night) * 4 <= max(4, len(program.timed)):
        for session in night:
            message = f'session "{session.id}" begins at {session.start:%H:%M}, in the night'
            before = session.date - timedelta(days=1)
            afternoon = f"write {session.start.hour + 12}:{session.start:%M} if the afternoon is meant"
            hint = f"{afternoon}, or add day: {before} if it belongs to the evening before"
            yield Finding(AT_NIGHT, message, session.places.of("start"), hint)


def _offset(moment: datetime, zone: str) -> timedelta | None:
    return moment.astimezone(time_zone(zone)).utcoffset()
