"""A record of program.yaml into a Session with the times of all its items."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from booklet.codes import BAD_DATE, BAD_TIME, DOUBLED_HOUR, MISSING_HOUR, MISSING_KEY
from booklet.finding import Finding
from booklet.model.local_times import offset_text
from booklet.model.rich_text import Line, Span, line
from booklet.model.schedule import Clock, Timing, following, local, times
from booklet.model.session import Item, Session
from booklet.model.talk import Talk
from booklet.place import Place, Places
from booklet.plain_dataclasses import replace
from booklet.reading.fields import marked_text, plain_text
from booklet.reading.records import ItemRecord, SessionRecord, TitleTranslationRecord
from booklet.reading.validate import part, places
from booklet.reading.zones import read_zone
from booklet.yaml_file import Node

_BESIDE = " · "  # between titles in two languages


def read_session(
    record: SessionRecord,
    node: Node | None,
    file: str,
    zone: str,
    language: str,
    talks: Mapping[str, Talk | None],
    findings: list[Finding],
    *,
    start_unread: bool = False,
) -> Session:
    """The session whose record stands at `node`. `talks` are the talks by id, None for those whose file has errors; `zone` is
    the event's. `start_unread`: it has a start that cannot be read, of which enough is said."""
    at = places(node, file)
    start = _start(record, _zone(record.zone, zone, at.of("zone"), findings), at, [] if start_unread else findings)
    rooms = (plain_text(one, at.of("room", i), language, findings) for i, one in enumerate(record.room))
    return Session(
        id=record.id,
        title=_title(record.title, record.translation, at, language, findings),
        date=record.date,
        start=start or datetime.combine(record.date, time(0), UTC),
        places=at,
        day=_day(record, at.of("day"), findings),
        until=_until(record.until, start, at.of("until"), findings) if start else None,
        items=_items(record, node, file, start, language, talks, findings),
        rooms=tuple(dict.fromkeys(filter(None, rooms))),
        chairs=tuple(plain_text(one, at.of("chairs", i), language, findings) for i, one in enumerate(record.chairs)),
        kind=record.kind,
        track=plain_text(record.track, at.of("track"), language, findings) or None,
        note=plain_text(record.note, at.of("note"), language, findings) or None,
        timed=start is not None,
    )


def _day(record: SessionRecord, place: Place, findings: list[Finding]) -> date:
    """The day of the program that the session belongs to: its date, or the day before."""
    day = record.day or record.date
    if (record.date - day).days in {0, 1}:
        return day
    message = f"the day {day} is neither the date {record.date} nor the day before it"
    findings.append(Finding(BAD_DATE, message, place, "write the day before the date, or leave it out"))
    return record.date


def _zone(written: str | None, zone: str, place: Place, findings: list[Finding]) -> str:
    """The zone of the session's own times; the event's where none is given, or none that is known."""
    if written is None:
        return zone
    own = read_zone(written, place)
    if isinstance(own, Finding):
        findings.append(own)
        return zone
    return own


def _start(record: SessionRecord, zone: str, at: Places, findings: list[Finding]) -> datetime | None:
    """The start of the session, which may be that of its first item; None for one without times."""
    first = record.items[0].at if record.items else None
    clock_time = record.start or first
    if clock_time is None:
        if record.until or any(item.at for item in record.items):
            message = f'session "{record.id}" has times and no start'
            findings.append(Finding(MISSING_KEY, message, at.record, 'add a line "start: …"'))
        return None
    start, clock = local(record.date, clock_time, zone)
    if record.start:
        _unusual_hour(start, clock, at.of("start"), findings)
    return start


def _items(
    record: SessionRecord,
    node: Node | None,
    file: str,
    start: datetime | None,
    language: str,
    talks: Mapping[str, Talk | None],
    findings: list[Finding],
) -> tuple[Item, ...]:
    """The items of a session that begins at `start`; None: without times. Talks of a session of posters have none but those
    that are written for them: they hang as long as it lasts."""
    records = record.items
    wheres = [places(part(node, "items", index), file) for index in range(len(records))]
    timings = tuple(_timing(one, start, at.of("at"), findings) for one, at in zip(records, wheres, strict=True))
    spans = times(start, timings) if start else ((None, None),) * len(records)
    items = []
    for one, where, timing, (begin, end) in zip(records, wheres, timings, spans, strict=True):
        talk = talks.get(one.talk) if one.talk else None
        title = talk.title if talk else _title(one.title, one.translation, where, language, findings)
        minutes, questions = one.minutes or (None, 0)
        if record.kind == "posters" and one.talk and one.minutes is None and timing.pin is None:
            begin = None
        named = title or line(one.talk or "")
        items.append(Item(named, where, talk, begin, end, minutes, questions, timing.pin, one.kind))
    return tuple(items)


def _title(
    written: str | None, translation: TitleTranslationRecord | None, at: Places, language: str, findings: list[Finding]
) -> Line:
    """A title, and beside it that in a second language."""
    title = marked_text(written, at.of("title"), language, findings)
    if translation is None or not title:
        return title
    place = at.of("translation", "title")
    second = marked_text(translation.title, place, translation.language, findings)
    return (*title, Span(_BESIDE), *(replace(span, language=translation.language) for span in second))


def _timing(record: ItemRecord, start: datetime | None, place: Place, findings: list[Finding]) -> Timing:
    pin = None
    if record.at is not None and start is not None:
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
        when = "when" if until == start else "before"
        message = f"the session ends at {until:%H:%M}, {when} it begins at {start:%H:%M}"
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
