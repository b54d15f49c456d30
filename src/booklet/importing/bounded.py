"""A Meeting into one that content files may hold: within the limits, all with a title, and naming only what is there."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from booklet import limits
from booklet.codes import LEFT_OUT, NO_TEXT
from booklet.finding import Finding
from booklet.importing.cleaning.bounds import bounded_prose
from booklet.importing.cleaning.title_text import bounded_title
from booklet.importing.meeting import ImportedPage, ImportedSession, ImportedTalk, Meeting
from booklet.place import Place
from booklet.plain_dataclasses import replace

_Any = TypeVar("_Any")
_UNTITLED = "Untitled"


def bounded(meeting: Meeting, findings: list[Finding]) -> Meeting:
    """The meeting with at most as much of everything as booklet takes; what is left out is a finding, and what has no title
    is given one."""
    every = _each_once(_most(meeting.talks, limits.TALKS, "talks", findings), findings)
    talks = {talk.key: _talk(talk, findings) for talk in every}
    sessions = _told_apart(_most(meeting.sessions, limits.SESSIONS, "sessions", findings))
    return replace(
        meeting,
        talks=tuple(talks.values()),
        sessions=tuple(_session(session, talks, findings) for session in sessions),
        people=_most(meeting.people, limits.PEOPLE, "people", findings),
        rooms=_most(meeting.rooms, limits.ROOMS, "rooms", findings),
        tracks=_most(meeting.tracks, limits.LIST_ENTRIES, "tracks", findings),
        pages=tuple(_page(page, findings) for page in _most(meeting.pages, limits.PAGES, "pages", findings)),
    )


def _most(values: Sequence[_Any], limit: int, what: str, findings: list[Finding]) -> tuple[_Any, ...]:
    if len(values) > limit:
        message = f"the source has {len(values)} {what}; the first {limit} are taken"
        findings.append(Finding(LEFT_OUT, message))
    return tuple(values[:limit])


def _each_once(talks: tuple[ImportedTalk, ...], findings: list[Finding]) -> tuple[ImportedTalk, ...]:
    """The first talk of every key."""
    first: dict[str, ImportedTalk] = {}
    for talk in talks:
        if talk.key in first:
            also = (first[talk.key].place,)
            findings.append(
                Finding(LEFT_OUT, f'"{talk.key[:60]}" is there twice; the first is taken', talk.place, also=also)
            )
        first.setdefault(talk.key, talk)
    return tuple(first.values())


def _told_apart(sessions: tuple[ImportedSession, ...]) -> list[ImportedSession]:
    """The sessions, of which those after the first of a key have a number at its end."""
    count: dict[str, int] = {}
    used = {session.key for session in sessions}
    apart = []
    for session in sessions:
        key = session.key
        while key in used and session.key in count:
            count[session.key] += 1
            key = f"{session.key} #{count[session.key]}"
        count.setdefault(session.key, 1)
        used.add(key)
        apart.append(replace(session, key=key))
    return apart


def _talk(talk: ImportedTalk, findings: list[Finding]) -> ImportedTalk:
    few = limits.LIST_ENTRIES
    long = (talk.authors[limits.AUTHORS :], talk.keywords[few:], talk.references[few:], talk.links[few:])
    if any(long):
        message = f"a talk has {sum(map(len, long))} more authors, keywords, references or links than booklet takes"
        findings.append(Finding(LEFT_OUT, message, talk.place))
    if not talk.title:
        message = f'a talk has no title that can be printed; it is called "{_UNTITLED}"'
        findings.append(Finding(NO_TEXT, message, talk.place, "write its title into its file"))
    return replace(
        talk,
        title=bounded_title(talk.title or _UNTITLED, talk.place, findings),
        abstract=bounded_prose(talk.abstract, talk.place, findings),
        authors=talk.authors[: limits.AUTHORS],
        keywords=talk.keywords[:few],
        references=talk.references[:few],
        links=talk.links[:few],
    )


def _session(session: ImportedSession, talks: Mapping[str, ImportedTalk], findings: list[Finding]) -> ImportedSession:
    missing = next((item.talk for item in session.items if item.talk and item.talk not in talks), None)
    if missing is not None:
        message = f'"{missing[:60]}" is in a session, and no talk is called so'
        findings.append(Finding(LEFT_OUT, message, session.place))
    items = [item for item in session.items if (item.talk in talks if item.talk else item.title)]
    first = next((talks[item.talk].title if item.talk else item.title for item in items), _UNTITLED)
    kept = _most(items, limits.ITEMS, "items in a session", findings)
    return replace(session, title=bounded_title(session.title or first, session.place, findings), items=kept)


def _page(page: ImportedPage, findings: list[Finding]) -> ImportedPage:
    return replace(page, title=page.title or page.name, text=bounded_prose(page.text, Place(page.name), findings))
