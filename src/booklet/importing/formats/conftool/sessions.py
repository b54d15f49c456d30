"""Sessions of ConfTool, with a column for each part of each presentation, or as papers name them, into sessions."""

from collections.abc import Iterator

from booklet.finding import Finding
from booklet.importing.cleaning.kinds import session_kind
from booklet.importing.cleaning.moments import clock
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.person_names import names_in
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.formats.conftool.papers import Papers, authors_of, talk_of
from booklet.importing.meeting import ImportedItem, ImportedSession
from booklet.importing.meeting_parts.each_once import each_once
from booklet.importing.meeting_parts.session_items import kind_without_items, timed_items
from booklet.importing.meeting_parts.slots import Slot, read_slot
from booklet.importing.sources.record import Record
from booklet.limits import ITEMS
from booklet.plain_dataclasses import replace

_LAST = 10_000


def moments(rows: tuple[Record, ...]) -> list[str]:
    """The starts of the sessions, as they are written."""
    return [text for row in rows if (text := row.text("session_start"))]


def presentations(rows: tuple[Record, ...], papers: Papers, findings: list[Finding]) -> Papers:
    """The papers, and the presentations of the sessions that are none of them."""
    talks, titles = dict(papers.talks), dict(papers.titles)
    for row in rows:
        for prefix in _prefixes(row):
            title = row.text(f"{prefix}title")
            if _key(row, prefix, replace(papers, talks=talks, titles=titles)):
                continue
            key = row.text(f"{prefix}paperid") or title
            talks[key] = talk_of(key, row, prefix, authors_of(row, prefix, findings), findings)
            titles.setdefault(title.casefold(), key)
    return replace(papers, talks=talks, titles=titles)


def sessions(
    rows: tuple[Record, ...], papers: Papers, zone: str, findings: list[Finding]
) -> tuple[ImportedSession, ...]:
    """The sessions of their own table; without one, those that the papers name."""
    listed = [(row, [(_key(row, prefix, papers), row, prefix) for prefix in _prefixes(row)]) for row in rows]
    if not rows:
        listed = _of_papers(papers)
    found: list[tuple[Record, list[tuple[str, Record, str]], Slot]] = []
    for row, talks in listed:
        slot = read_slot(row.text("session_start"), row.text("session_end"), zone, row.of("session_start"), findings)
        if slot:
            found.append((row, talks, slot))
    found.sort(key=lambda one: one[2].start)
    keys = each_once(
        row.text("session_id") or row.text("session_short") or row.text("session_title") for row, *_ in found
    )
    return tuple(_session(key, *one, papers, zone, findings) for key, one in zip(keys, found, strict=True))


def _prefixes(row: Record) -> Iterator[str]:
    """The beginnings "p1_", "p2_" and so on of the fields of presentations that have a title."""
    for number in range(1, ITEMS + 1):
        if f"p{number}_title" not in row:
            return
        if row.text(f"p{number}_title"):
            yield f"p{number}_"


def _key(row: Record, prefix: str, papers: Papers) -> str:
    number = row.text(f"{prefix}paperid")
    return number if number in papers.talks else papers.titles.get(row.text(f"{prefix}title").casefold(), "")


def _of_papers(papers: Papers) -> list[tuple[Record, list[tuple[str, Record, str]]]]:
    """The first paper of each session for it, with all its papers by their numbers in it."""
    groups: dict[str, list[tuple[int, str, Record]]] = {}
    for key, row in zip(papers.talks, papers.rows, strict=False):
        if name := row.text("session_id") or row.text("session_short") or row.text("session_title"):
            groups.setdefault(name, []).append((row.number("session_numberinsession") or _LAST, key, row))
    found = []
    for group in groups.values():
        group.sort(key=lambda one: one[0])
        found.append((group[0][2], [(key, row, "presentation_") for _, key, row in group]))
    return found


def _session(
    key: str,
    row: Record,
    talks: list[tuple[str, Record, str]],
    slot: Slot,
    papers: Papers,
    zone: str,
    findings: list[Finding],
) -> ImportedSession:
    title = title_text(row.text("session_title") or row.text("session_short"), row.of("session_title"), findings)
    items = tuple(
        timed_items(((talk, _slot(row, prefix, slot, zone, findings)) for talk, row, prefix in talks), slot.start)
    )
    kind = session_kind(row.text("session_title"))
    posters = [talk for talk, *_ in talks if papers.talks[talk].kind == "poster"]
    if items:
        kind = "posters" if kind == "posters" or len(posters) == len(items) else "keynote" if kind == "keynote" else ""
    else:
        kind = kind_without_items(kind)
    if not items and slot.until is None:
        items = (ImportedItem(title=title),)
    room = one_line(row.text("session_room"), row.of("session_room"), findings)
    chairs = (found for number in (1, 2, 3) for found in names_in(row.text(f"chair{number}"), row.place, findings))
    return ImportedSession(
        key=key,
        title=title,
        date=slot.start.date(),
        place=row.of("session_title"),
        start=slot.start.time(),
        until=slot.until,
        kind=kind,
        rooms=(room,) if room else (),
        chairs=tuple(dict.fromkeys(chair.name for chair in chairs)),
        items=items,
    )


def _slot(row: Record, prefix: str, session: Slot, zone: str, findings: list[Finding]) -> Slot | None:
    """The time of a presentation in a session."""
    start, end = (_moment(row.text(f"{prefix}{name}"), session) for name in ("start", "end"))
    return read_slot(start, end, zone, row.place, findings)


def _moment(written: str, slot: Slot) -> str:
    """The moment; a mere time of day is on the day of the session."""
    return f"{slot.start:%Y-%m-%d} {written}" if clock(written) else written
