"""A program → an iCalendar file with all its items (RFC 5545), for calendars of those who attend."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

import icalendar

from booklet.model.program import Program, Slot
from booklet.model.rich_text import plain


def calendar(program: Program, made_by: str, date: datetime | None) -> bytes | None:
    """The file: an event for each talk and other item whose start and end are known; None when there are none.

    Times are UTC, which every calendar knows. `made_by` names the program that makes the file; `date` is that of the file,
    where one was asked for; otherwise each event has that of its start.
    """
    events = [_event(program, slot, key, date) for slot, key in _timed(program)]
    if not events:
        return None
    found = icalendar.Calendar()
    found.add("prodid", f"-//{made_by}//EN")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    # a property that the library does not know as text, and would not escape
    found.add("x-wr-calname", icalendar.vText(program.event.title))
    for event in events:
        found.add_component(event)
    return bytes(found.to_ical(sorted=False))


def _timed(program: Program) -> Iterator[tuple[Slot, str]]:
    """Items with their times known, each with a key that stays the same when others come or go."""
    seen: Counter[str] = Counter()
    for session in program.sessions:
        for index, item in enumerate(session.items):
            key = f"talk/{item.talk.id}" if item.talk else f"item/{session.id}/{plain(item.title)}"
            seen[key] += 1
            if item.start and item.end:
                yield Slot(session, index), f"{key}/{seen[key]}"


def _event(program: Program, slot: Slot, key: str, date: datetime | None) -> icalendar.Event:
    event, item, talk = icalendar.Event(), slot.item, slot.item.talk
    start = item.start or slot.session.start
    meeting = program.event.website or program.event.title
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'{meeting}/{program.event.heading}/{key}')}@booklet")
    event.add("dtstamp", (date or start).astimezone(UTC))
    event.add("dtstart", start.astimezone(UTC))
    event.add("dtend", (item.end or start).astimezone(UTC))
    event.add("summary", plain(talk.title if talk else item.title))
    if talk and talk.authors:
        event.add("description", ", ".join(author.name for author in talk.authors))
    if place := slot.session.room or program.event.venue:
        event.add("location", place)
    if program.event.website:
        event.add("url", program.event.website)
    if talk and talk.status:
        event.add("status", "CANCELLED" if talk.status == "cancelled" else "TENTATIVE")
    return event
