"""Stretches of a program into sessions whose items have lengths, with what does not add up."""

import datetime as dt
from collections.abc import Sequence

from booklet.codes import CONTRADICTION, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.kinds import session_kind
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.formats.documents.facts import Facts
from booklet.importing.formats.documents.hours import written
from booklet.importing.formats.documents.line import folded, plain
from booklet.importing.formats.documents.program_entries import Entry, Stretch
from booklet.importing.meeting import ImportedItem, ImportedSession

_DAY = 24 * 60  # minutes
_OVERNIGHT = 12 * 60  # minutes; what seems to take longer is written wrongly


def sessions_of(
    stretches: Sequence[Stretch], keys: Sequence[str], facts: Facts, findings: list[Finding]
) -> tuple[ImportedSession, ...]:
    """The sessions; `keys` are those of the talks of all entries in turn (empty: no talk)."""
    date, done = facts.date, 0
    alone = sum(bool(stretch.entries) for stretch in stretches) == 1
    used: dict[str, int] = {}
    sessions: list[ImportedSession] = []
    for stretch in stretches:
        date = stretch.date or date
        mine = keys[done : done + len(stretch.entries)]
        done += len(stretch.entries)
        if not stretch.entries or date is None:
            _left(stretch, findings)
            continue
        written_title = title_text(stretch.title, stretch.place, findings) if stretch.title else ""
        title = written_title or facts.topic or facts.title or "Program"
        used[folded(title)] = number = used.get(folded(title), 0) + 1
        until = _until(stretch, facts, findings) if alone else None
        session = ImportedSession(
            key=folded(title) if number == 1 else f"{folded(title)} {number}",
            title=title,
            date=date,
            place=stretch.place,
            start=stretch.entries[0].start,
            until=until,
            chairs=stretch.chairs,
            items=_items(stretch.entries, mine, until, findings),
        )
        sessions.append(session)
    return tuple(sessions)


def _left(stretch: Stretch, findings: list[Finding]) -> None:
    """A heading without entries, or entries without a date."""
    if stretch.entries:
        message, hint = "the program has no date, and is left out", "write the date above it"
        lines = tuple(place for entry in stretch.entries for place in (entry.place, *entry.below))
        findings.append(Finding(LEFT_OUT, message, stretch.place, hint, lines))
    elif stretch.title:
        message = f'"{stretch.title[:60]}" is left out, as nothing stands below it'
        findings.append(Finding(LEFT_OUT, message, stretch.place, "add it by hand"))


def _until(stretch: Stretch, facts: Facts, findings: list[Finding]) -> dt.time | None:
    """The announced end of the only session. That its entries begin or end at another time is a finding."""
    if not facts.hours or not facts.hours_place:
        return None
    first, last = stretch.entries[0], stretch.entries[-1]
    end = last.end or (_later(last.start, last.minutes + (last.questions or 0)) if last.minutes else None)
    for said, announced, word, entry in (
        (first.start, facts.hours.start, "begins", first),
        (end, facts.hours.end, "ends", last),
    ):
        if said and said != announced:
            message = f"the program {word} at {written(said)}; announced is {written(announced)}"
            findings.append(Finding(CONTRADICTION, message, facts.hours_place, "check it", (entry.place,)))
    return facts.hours.end


def _items(
    entries: Sequence[Entry], keys: Sequence[str], until: dt.time | None, findings: list[Finding]
) -> tuple[ImportedItem, ...]:
    items = []
    clock: dt.time | None = entries[0].start
    for at, (entry, key) in enumerate(zip(entries, keys, strict=True)):
        follows = entries[at + 1].start if at + 1 < len(entries) else until
        minutes, questions = _length(entry, follows, findings)
        pinned = entry.start if clock != entry.start else None
        if pinned and clock and entry.start < clock and _between(entry.start, clock) < _OVERNIGHT:
            message = f"what stands at {written(entry.start)} begins before the one above it ends, at {written(clock)}"
            findings.append(Finding(CONTRADICTION, message, entry.place, "check both times", (entries[at - 1].place,)))
        title = "" if key else _title(entry, findings)
        kind = session_kind(title) if title else ""
        item = ImportedItem(key, title, minutes, questions, pinned, kind if kind in {"break", "social"} else "")
        items.append(item)
        clock = _later(entry.start, minutes + (questions or 0)) if minutes else None
    return tuple(items)


def _title(entry: Entry, findings: list[Finding]) -> str:
    """What an entry that is no talk is called, with the names that stand with it."""
    names = ", ".join(one.name for one in entry.names)
    text = plain(entry.title).replace("^", "")
    said = f"{text} ({names})" if text and names else text or names or f"{written(entry.start)}"
    return title_text(said, entry.place, findings)


def _length(entry: Entry, follows: dt.time | None, findings: list[Finding]) -> tuple[int | None, int | None]:
    """Minutes of talk and of questions: as written, else up to the end, else up to the next entry."""
    end = entry.end or (follows if entry.minutes is None else None)
    slot = _between(entry.start, end) if end else None
    if entry.minutes is None:
        return (slot if slot and slot <= _OVERNIGHT else None), None
    whole = entry.minutes + (entry.questions or 0)
    if slot is not None and slot != whole:
        told = f"{entry.minutes} + {entry.questions}" if entry.questions else f"{entry.minutes}"
        message = (
            f"{told} minutes are {'less' if whole < slot else 'more'} than the {slot} minutes from "
            f"{written(entry.start)} to {written(end or entry.start)}"
        )
        findings.append(Finding(CONTRADICTION, message, entry.place, "the minutes are taken; check them"))
    return entry.minutes or None, entry.questions or None


def _between(start: dt.time, end: dt.time) -> int:
    return (end.hour * 60 + end.minute - start.hour * 60 - start.minute) % _DAY


def _later(start: dt.time, minutes: int) -> dt.time:
    at = (start.hour * 60 + start.minute + minutes) % _DAY
    return dt.time(at // 60, at % 60)
