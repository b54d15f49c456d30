"""XML of researchr's conference sites, sessions with their time slots, into a Meeting."""

import datetime as dt
from collections.abc import Iterator

from booklet.codes import BAD_SOURCE, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.kinds import session_kind
from booklet.importing.cleaning.moments import calendar_day, clock
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.person_names import joined_name, one_name
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.meeting import ImportedEvent, Meeting
from booklet.importing.meeting_parts.happening import Happening
from booklet.importing.meeting_parts.schedule import Schedule, meeting_of
from booklet.importing.meeting_parts.schedule_talk import Said, happening_of
from booklet.importing.meeting_parts.speakers import Speaker, people_of
from booklet.importing.sources.source import Source
from booklet.importing.sources.xml_elements import Element, xml_root
from booklet.importing.wish import Wish
from booklet.place import Place
from booklet.plain_dataclasses import replace


def is_researchr(source: Source) -> bool:
    """Whether an XML file has sessions (subevent) with time slots."""
    return _root(source, []) is not None


def read_researchr(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """The Meeting of the first such file. Talks go by their event_id; slots without one are breaks or the like."""
    root = _root(source, findings)
    if root is None:
        findings.append(Finding(BAD_SOURCE, "there are no sessions of researchr in it", Place(source.name)))
        return Meeting(ImportedEvent())
    happenings = tuple(one for session in root.all("subevent") for one in _happenings(session, findings))
    slots = (slot for session in root.all("subevent") for slot in session.all("timeslot"))
    people = people_of((one for slot in slots for one in _speakers(slot)), findings)
    event = ImportedEvent(title=title_text(root.said("title"), root.place, findings))
    return meeting_of(Schedule(event, Place(root.place.file), happenings, people=people), wish, findings)


def _root(source: Source, findings: list[Finding]) -> Element | None:
    for file in source.ending(".xml"):
        root = xml_root(file, findings)
        if root and any(session.child("timeslot") for session in root.all("subevent")):
            return root
    return None


def _happenings(session: Element, findings: list[Finding]) -> Iterator[Happening]:
    """The slots of a session, or the session itself where it has none."""
    title = title_text(session.said("title"), session.place, findings)
    slots = session.all("timeslot")
    for slot in slots or (session,):
        at = _at(slot, session, findings)
        if at is None:
            message = f'"{slot.said("title")[:60]}" has no date or no start, and is left out'
            findings.append(Finding(LEFT_OUT, message, slot.place))
        elif not slots:
            yield replace(at, title=title, kind=session_kind(session.said("title")), track="")
        elif slot.said("event_id"):
            yield happening_of(_said(slot, at), replace(at, session=title, chairs=_chairs(session)), findings)
        else:
            kind = session_kind(slot.said("title"))
            named = replace(at, title=title_text(slot.said("title"), slot.place, findings))
            yield (
                replace(named, kind=kind, track="")
                if kind in {"break", "social"}
                else replace(named, session=title, chairs=_chairs(session))
            )


def _at(slot: Element, session: Element, findings: list[Finding]) -> Happening | None:
    day = calendar_day(slot.said("date") or session.said("date"))
    start, end = clock(slot.said("start_time")), clock(slot.said("end_time"))
    if day is None or start is None:
        return None
    begin = dt.datetime.combine(day, start)
    last = dt.datetime.combine(day, end) if end else None
    if last and last < begin:
        last += dt.timedelta(days=1)
    room = one_line(slot.said("room") or session.said("room"), slot.place, findings)
    key = slot.said("slot_id") or slot.said("event_id") or f"{slot.said('title')} {begin:%Y-%m-%d %H:%M} {room}"
    return Happening(
        key=key if slot is not session else session.said("subevent_id") or key,
        start=begin,
        place=slot.place,
        minutes=round((last - begin).total_seconds() / 60) if last else None,
        rooms=(room,) if room else (),
        track=one_line(_track(slot) or _track(session), slot.place, findings),
    )


def _track(element: Element) -> str:
    tracks = element.child("tracks")
    return tracks.said("track") if tracks else element.said("track")


def _said(slot: Element, at: Happening) -> Said:
    return Said(
        key=slot.said("event_id"),
        title=slot.said("title"),
        place=slot.place,
        abstract=slot.said("abstract"),
        description=slot.said("description"),
        speakers=tuple(_speakers(slot)),
        kind=slot.said("event_type") or slot.said("type"),
        track=at.track,
    )


def _speakers(element: Element) -> Iterator[Speaker]:
    persons = element.child("persons")
    for person in persons.all("person") if persons else ():
        if not _is_chair(person):
            affiliation = person.said("affiliation")
            name = joined_name(person.said("first_name"), "", person.said("last_name"))
            yield Speaker(name, person.place, (affiliation,) if affiliation else (), person.said("bio"))


def _chairs(session: Element) -> tuple[str, ...]:
    persons = session.child("persons")
    chairs = (person for person in (persons.all("person") if persons else ()) if _is_chair(person))
    names = (joined_name(person.said("first_name"), "", person.said("last_name")) for person in chairs)
    return tuple(dict.fromkeys(name for text in names if (name := one_name(text, session.place, []).name)))


def _is_chair(person: Element) -> bool:
    return "chair" in person.said("role").casefold()
