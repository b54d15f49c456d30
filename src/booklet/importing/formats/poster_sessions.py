"""Posters that hang at one time, each in a session by itself, into one session of posters."""

from dataclasses import replace

from booklet.importing.meeting import ImportedItem, ImportedSession, Meeting


def posters_together(meeting: Meeting) -> Meeting:
    """The meeting with one session for the posters of one time, track and room; they hang as long as it lasts."""
    joined: dict[tuple[object, ...], ImportedSession] = {}
    for index, session in enumerate(meeting.sessions):
        same = (session.date, session.start, session.track, session.rooms) if session.kind == "posters" else (index,)
        known = joined.get(same)
        joined[same] = _both(known, session) if known else session
    return replace(meeting, sessions=tuple(joined.values()))


def _both(first: ImportedSession, second: ImportedSession) -> ImportedSession:
    items = tuple(ImportedItem(talk=item.talk, title=item.title) for item in (*first.items, *second.items))
    return replace(first, title=first.track or "Posters", items=items)
