"""program.yml of aclpub2, sessions of sessions of papers, into sessions."""

from collections.abc import Iterator

from booklet.codes import LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.kinds import session_kind
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.person_names import names_in
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.meeting import ImportedSession
from booklet.importing.meeting_parts.each_once import each_once
from booklet.importing.meeting_parts.in_quotes import in_quotes
from booklet.importing.meeting_parts.session_items import kind_and_items, timed_items
from booklet.importing.meeting_parts.slots import Slot, read_slot
from booklet.importing.sources.record import Record


def moments(entries: tuple[Record, ...], invited: tuple[Record, ...]) -> list[str]:
    """All times of the program, as they are written."""
    starts = [part.text("start_time") for entry in entries for part in (entry, *entry.records("subsessions"))]
    return [text for text in (*starts, *(one.text("date") for one in invited)) if text]


def sessions(
    entries: tuple[Record, ...], papers: frozenset[str], zone: str, findings: list[Finding]
) -> tuple[ImportedSession, ...]:
    """A session for each entry without parts, and for each part, under the titles of both. `papers` are the keys of the
    talks. Titles repeat: a key has the date with the title, and a number where both repeat."""
    parts: list[tuple[Record, str, Slot]] = []
    for entry in entries:
        for part, title in _parts(entry):
            slot = read_slot(part.text("start_time"), part.text("end_time"), zone, part.place, findings)
            if slot:
                parts.append((part, title, slot))
            else:
                findings.append(
                    Finding(LEFT_OUT, f"{in_quotes(title)} has no time in the program and is left out", part.place)
                )
    keys = each_once(f"{slot.start:%Y-%m-%d} {title}" for _, title, slot in parts)
    return tuple(
        _session(key, part, title, slot, papers, zone, findings)
        for key, (part, title, slot) in zip(keys, parts, strict=True)
    )


def _parts(entry: Record) -> Iterator[tuple[Record, str]]:
    title = entry.text("title")
    parts = entry.records("subsessions")
    if not parts or entry.records("papers"):
        yield entry, title
    for part in parts:
        yield part, ": ".join(filter(None, (title, part.text("title"))))


def _session(
    key: str,
    part: Record,
    title: str,
    slot: Slot,
    papers: frozenset[str],
    zone: str,
    findings: list[Finding],
) -> ImportedSession:
    shown = title_text(title, part.of("title"), findings)
    items = tuple(timed_items(_papers(part, papers, zone, findings), slot.start))
    kind, items = kind_and_items(session_kind(part.text("title")), shown, slot, items)
    room = one_line(part.text("location"), part.of("location"), findings)
    return ImportedSession(
        key=key,
        title=shown,
        date=slot.start.date(),
        place=part.place,
        start=slot.start.time(),
        until=slot.until,
        kind=kind,
        rooms=(room,) if room else (),
        chairs=tuple(found.name for found in names_in(part.text("chair"), part.of("chair"), findings)),
        items=items,
    )


def _papers(
    part: Record, papers: frozenset[str], zone: str, findings: list[Finding]
) -> Iterator[tuple[str, Slot | None]]:
    """The papers of a session with their own times."""
    for paper in part.records("papers"):
        key = paper.text("id")
        if key in papers:
            yield key, read_slot(paper.text("start_time"), paper.text("end_time"), zone, paper.place, findings)
        else:
            message = f"the program has a paper {in_quotes(key)} that papers.yml does not have"
            findings.append(Finding(LEFT_OUT, message, paper.place))
