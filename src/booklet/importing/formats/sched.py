"""Sched's JSON, its sessions and, where it is at hand, the list of its users, into a Meeting."""

import re
from collections.abc import Iterator

from booklet.codes import BAD_SOURCE, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.durations import minutes_between
from booklet.importing.cleaning.kinds import session_kind
from booklet.importing.cleaning.moments import moment
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.meeting import ImportedEvent, ImportedTalk, Meeting
from booklet.importing.meeting_parts.asides import say_private, say_unused
from booklet.importing.meeting_parts.happening import Happening
from booklet.importing.meeting_parts.schedule import Schedule, meeting_of
from booklet.importing.meeting_parts.schedule_talk import Said, happening_of, talk_of
from booklet.importing.meeting_parts.speakers import Speaker, people_of
from booklet.importing.sources.json_records import json_value
from booklet.importing.sources.record import Record, listed_records
from booklet.importing.sources.source import Source
from booklet.importing.wish import Wish
from booklet.place import Place

_PRIVATE = {"email": "e-mail addresses", "phone": "phone numbers", "video_stream": "links to meeting rooms"}


def is_sched(source: Source) -> bool:
    """Whether a JSON file is a list of sessions with event_key and event_start."""
    return bool(_lists(source, [])[0])


def read_sched(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """The Meeting of the sessions that are active; the type of a session is its track. They go by their key."""
    sessions, users = _lists(source, findings)
    if not sessions:
        findings.append(Finding(BAD_SOURCE, "there are no sessions of Sched in it", Place(source.name)))
        return Meeting(ImportedEvent())
    say_private((*sessions, *users), _PRIVATE, findings)
    say_unused(sessions, ("audience",), findings)
    known = dict(_known(users))
    happenings: list[Happening] = []
    unplaced: list[ImportedTalk] = []
    speakers: list[Speaker] = []
    for session in sessions:
        if session.text("active").casefold() in {"n", "no", "false", "0"}:
            message = "sessions that are not active are left out"
            findings.append(Finding(LEFT_OUT, message, session.place))
            continue
        said = _said(session, known)
        speakers += said.speakers
        at = _at(session, said, findings)
        if at:
            happenings.append(happening_of(said, at, findings))
        else:
            unplaced.append(talk_of(said, findings))
    schedule = Schedule(
        event=ImportedEvent(),
        place=Place(sessions[0].place.file),
        happenings=tuple(happenings),
        unplaced=tuple(unplaced),
        people=people_of(speakers, findings),
    )
    return meeting_of(schedule, wish, findings)


def _lists(source: Source, findings: list[Finding]) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
    """The sessions of the first list of such, and the users of all lists of such."""
    sessions: tuple[Record, ...] = ()
    users: tuple[Record, ...] = ()
    for file in source.ending(".json"):
        found = listed_records(json_value(file, findings))
        if found and all("event_key" in one and "event_start" in one for one in found):
            sessions = sessions or found
        elif found and all("username" in one and "name" in one for one in found):
            users += found
    return sessions, users


def _known(users: tuple[Record, ...]) -> Iterator[tuple[str, Speaker]]:
    """The users by their names, and by what they are called in the system."""
    for user in users:
        speaker = _speaker(user)
        yield speaker.name, speaker
        yield user.text("username"), speaker


def _speaker(user: Record) -> Speaker:
    company = user.text("company")
    return Speaker(user.text("name"), user.place, (company,) if company else (), user.text("about"))


def _at(session: Record, said: Said, findings: list[Finding]) -> Happening | None:
    start, end = moment(session.text("event_start")), moment(session.text("event_end"))
    if start is None:
        return None
    room = one_line(session.text("venue"), session.of("venue"), findings)
    return Happening(
        key=said.key,
        start=start,
        place=session.place,
        minutes=minutes_between(start, end),
        rooms=(room,) if room else (),
        # What is called Breaks or Meals is no track.
        track="" if session_kind(said.track) else one_line(said.track, said.place, findings),
    )


def _said(session: Record, known: dict[str, Speaker]) -> Said:
    track, part = session.text("event_type"), session.text("event_subtype")
    tags = session.texts("tags") if isinstance(session.values.get("tags"), tuple) else session.text("tags").split(",")
    return Said(
        key=session.text("event_key") or session.text("id"),
        title=session.text("name"),
        place=session.place,
        description=session.text("description"),
        speakers=tuple(_speakers(session, known)),
        kind=part or track,
        track=track,
        keywords=(*(tag.strip() for tag in tags), part),
    )


def _speakers(session: Record, known: dict[str, Speaker]) -> Iterator[Speaker]:
    """Of a list of users, a list of names, or names in one text with commas between them."""
    for field in ("speakers", "artists"):
        for user in session.records(field):
            yield known.get(user.text("username")) or _speaker(user)
        for text in session.texts(field):
            names = (text,) if text in known else (name.strip() for name in re.split("[,;]", text))
            yield from (known.get(name) or Speaker(name, session.of(field)) for name in names if name)
