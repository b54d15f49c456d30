"""Posters that hang at one time, each in a session by itself, into one session of posters."""

import datetime as dt

from booklet.importing.cleaning.escaped import escaped
from booklet.importing.meeting import ImportedItem, ImportedSession, Meeting
from booklet.plain_dataclasses import replace


def posters_together(meeting: Meeting) -> Meeting:
    """The meeting with one session for the posters of one time, track and room; they hang as long as it lasts."""
    joined: dict[tuple[object, ...], list[ImportedSession]] = {}
    for index, session in enumerate(meeting.sessions):
        same = (session.date, session.start, session.track, session.rooms) if session.kind == "posters" else (index,)
        joined.setdefault(same, []).append(session)
    return replace(meeting, sessions=tuple(map(_one, joined.values())))


def _one(alike: list[ImportedSession]) -> ImportedSession:
    first, *others = alike
    if not others:
        return first
    until = max((end for one in alike if (end := _until(one))), default=None)
    items = tuple(ImportedItem(talk=item.talk, title=item.title) for one in alike for item in one.items)
    return replace(first, title=escaped(first.track) or "Posters", until=until, items=items)


def _until(session: ImportedSession) -> dt.time | None:
    """The announced end, or that of the minutes of its items; None where it is not known, or is on the next day."""
    if session.until or session.start is None or not all(item.minutes for item in session.items):
        return session.until
    start = dt.datetime.combine(session.date, session.start)
    end = start + dt.timedelta(minutes=sum((item.minutes or 0) + (item.questions or 0) for item in session.items))
    return end.time() if end.date() == start.date() else None
