"""program.yaml into Sessions with the times of all their items."""

import difflib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, time, timedelta

from booklet import limits
from booklet.codes import BAD_ID, BAD_TIME, DOUBLED_HOUR, DUPLICATE_ID, MISSING_HOUR, TOO_LARGE, UNKNOWN_TALK
from booklet.finding import Finding
from booklet.model.bare_letters import bare_letters
from booklet.model.local_times import offset_text
from booklet.model.rich_text import line, plain
from booklet.model.schedule import Clock, Timing, following, local, times
from booklet.model.session import Item, Session
from booklet.model.talk import Talk
from booklet.place import Place
from booklet.reading.fields import marked_text, plain_text
from booklet.reading.records import ItemRecord, ProgramRecord, SessionRecord
from booklet.reading.validate import part, places, validate
from booklet.reading.values import read_id
from booklet.yaml_file import Mapping as MappingNode
from booklet.yaml_file import Node, Scalar, Sequence

_LOOKED_FOR = 50  # talks that are not there, for which the nearest name is looked for: it takes a look at all others


def read_program(
    node: Node | None, file: str, zone: str, language: str, talks: Mapping[str, Talk | None], findings: list[Finding]
) -> tuple[Session, ...]:
    """The sessions of the file. `talks` are the talks by id, None for those whose file has errors; `zone` is the event's."""
    record, good, found = validate(ProgramRecord, node, file)
    findings.extend(_with_the_talk_meant(finding, node, talks) for finding in found)
    # In what was written, not in what could be read: a session without a usable start still names talks.
    unknown = [name for name in _talk_names(node) if name.text not in talks]
    findings.extend(_unknown_talk(name, talks if at < _LOOKED_FOR else {}) for at, name in enumerate(unknown))
    sessions: dict[str, Session] = {}
    items = 0
    for index, one in enumerate(record.sessions if record else []):
        items += len(one.items)
        if items > limits.PROGRAM_ITEMS:
            message = (
                f"the program has more than {limits.PROGRAM_ITEMS} items; this session and those after it are left out"
            )
            place = places(part(good, "sessions", index), file).of("id")
            findings.append(Finding(TOO_LARGE, message, place, "make a booklet for each part of the meeting"))
            break
        session = _session(one, part(good, "sessions", index), file, zone, language, talks, findings)
        if one.id in sessions:
            first, second = sessions[one.id].places.of("id"), session.places.of("id")
            message = f'two sessions have the id "{one.id}", in lines {first.line} and {second.line}'
            findings.append(Finding(DUPLICATE_ID, message, second, "give one of them another", also=(first,)))
        else:
            sessions[one.id] = session
    return tuple(sessions.values())


def _session(
    record: SessionRecord,
    node: Node | None,
    file: str,
    zone: str,
    language: str,
    talks: Mapping[str, Talk | None],
    findings: list[Finding],
) -> Session:
    at = places(node, file)
    start, clock = local(record.date, record.start, zone)
    _unusual_hour(start, clock, at.of("start"), findings)
    timings = tuple(
        _timing(one, start, places(part(node, "items", i), file).of("at"), findings)
        for i, one in enumerate(record.items)
    )
    items = []
    for index, (one, timing, (begin, end)) in enumerate(zip(record.items, timings, times(start, timings), strict=True)):
        where = places(part(node, "items", index), file)
        talk = talks.get(one.talk) if one.talk else None
        title = talk.title if talk else marked_text(one.title, where.of("title"), language, findings)
        minutes, questions = one.minutes or (None, 0)
        items.append(Item(title or line(one.talk or ""), where, talk, begin, end, minutes, questions, timing.pin))
    return Session(
        id=record.id,
        title=marked_text(record.title, at.of("title"), language, findings),
        date=record.date,
        start=start,
        places=at,
        until=_until(record.until, start, at.of("until"), findings),
        items=tuple(items),
        room=plain_text(record.room, at.of("room"), language, findings) or None,
        chairs=tuple(plain_text(one, at.of("chairs", i), language, findings) for i, one in enumerate(record.chairs)),
    )


def _timing(record: ItemRecord, start: datetime, place: Place, findings: list[Finding]) -> Timing:
    pin = None
    if record.at is not None:
        pin, clock = following(start, record.at)
        _unusual_hour(pin, clock, place, findings)
    return Timing(pin, timedelta(minutes=sum(record.minutes)) if record.minutes else None)


def _until(clock_time: time | None, start: datetime, place: Place, findings: list[Finding]) -> datetime | None:
    """The announced end; None without one, or when it does not come after the start."""
    if clock_time is None:
        return None
    until, clock = following(start, clock_time)
    _unusual_hour(until, clock, place, findings)
    if until.timestamp() <= start.timestamp():
        message = f"the session ends at {until:%H:%M}, before it has begun at {start:%H:%M}"
        findings.append(Finding(BAD_TIME, message, place, "check start and until"))
        return None
    return until


def _unusual_hour(moment: datetime, clock: Clock, place: Place, findings: list[Finding]) -> None:
    zone = str(moment.tzinfo)
    if clock == "missing":
        message = f"{moment:%H:%M} does not exist on {moment:%Y-%m-%d} in {zone}: clocks are set forward over it"
        findings.append(Finding(MISSING_HOUR, message, place, "choose a time before or after it"))
    elif clock == "doubled":
        message = (
            f"{moment:%H:%M} comes twice on {moment:%Y-%m-%d} in {zone}; the first, {offset_text(moment)}, is used"
        )
        findings.append(Finding(DOUBLED_HOUR, message, place, "if the second is meant, give the event the zone UTC"))


def _talk_names(node: Node | None) -> Iterator[Scalar]:
    """What stands for `talk` in the items of all sessions, where it can be an id."""
    for session in _entries(_value(node, "sessions")):
        for item in _entries(_value(session, "items")):
            name = _value(item, "talk")
            if isinstance(name, Scalar) and name.text:
                with suppress(ValueError):  # what is no id has its finding
                    read_id(name.text)
                    yield name


def _with_the_talk_meant(finding: Finding, node: Node | None, talks: Mapping[str, Talk | None]) -> Finding:
    """Where something stands for a talk that cannot be an id, the id of the talk that is called so, or whose title it is."""
    written = part(node, *finding.path)
    if (
        finding.code is not BAD_ID
        or finding.path[-1:] != ("talk",)
        or not isinstance(written, Scalar)
        or not written.text
    ):
        return finding
    wanted = bare_letters(written.text.removeprefix("content/").removeprefix("talks/").removesuffix(".md"))
    for name, talk in talks.items():
        if wanted and wanted in {bare_letters(name), bare_letters(plain(talk.title)) if talk else ""}:
            return replace(finding, hint=f"write {name}")
    return finding


def _value(node: Node | None, key: str) -> Node | None:
    found = node.entries if isinstance(node, MappingNode) else ()
    return next((entry.value for entry in found if entry.key == key), None)


def _entries(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else ()


def _unknown_talk(name: Scalar, talks: Mapping[str, Talk | None]) -> Finding:
    written = (name.text or "")[:60]
    near = difflib.get_close_matches(written, sorted(talks), 1)
    hint = f'did you mean "{near[0]}"?' if near else f"add the file content/talks/{written}.md"
    return Finding(UNKNOWN_TALK, f'there is no talk "{written}"', name.place, hint)
