"""The file "order" of the older ACL tools, a line for each day, session, event and paper, into a Meeting."""

import datetime as dt
import re
from collections.abc import Iterator

from booklet.codes import BAD_SOURCE, GUESSED, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.kinds import session_kind
from booklet.importing.cleaning.moments import calendar_day
from booklet.importing.cleaning.person_names import names_in
from booklet.importing.cleaning.spans import span
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.meeting import (
    ImportedAuthor,
    ImportedEvent,
    ImportedItem,
    ImportedSession,
    ImportedTalk,
    Meeting,
)
from booklet.importing.meeting_parts.each_once import each_once
from booklet.importing.meeting_parts.in_quotes import in_quotes
from booklet.importing.meeting_parts.session_items import kind_without_items, timed_items
from booklet.importing.meeting_parts.slots import Slot, zone_of
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.sources.source_text import source_text
from booklet.importing.wish import Wish
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace

_PAPER = re.compile(r"(?P<key>\d{1,6}(?:/\w{1,20})?)(?=\s|$)(?P<rest>.*)")
_TIMES = re.compile(r"(?P<times>\d{1,2}:\d{2}\s?-{1,3}\s?\d{1,2}:\d{2})\s*(?P<rest>.*)")
_BY = re.compile(r"(?P<title>[^%]*)%by (?P<names>[^%]*)")
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the file: its sign ("=", "+", "!", "" for a paper), the number of a paper, its day, time and text."""

    sign: str
    key: str
    day: dt.date | None
    slot: Slot | None
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class _Group:
    """A session: the line that opens it, and its papers."""

    head: _Line
    papers: tuple[_Line, ...] = ()


def is_acl_order(source: Source) -> bool:
    """Whether a text has a line for a day with a star, and lines of papers with their numbers and times."""
    return _file(source) is not None


def read_acl_order(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """Sessions of papers, of which only titles are known, and events by themselves. Times have no zone."""
    file = _file(source)
    lines = tuple(_lines(file, findings)) if file else ()
    if not lines:
        findings.append(Finding(BAD_SOURCE, "there are no days with sessions and papers in it", Place(source.name)))
        return Meeting(ImportedEvent(title=wish.title, zone=wish.zone, language=wish.language))
    groups = tuple(_groups(lines))
    moments = [f"{line.slot.start:%Y-%m-%d %H:%M}" for line in lines if line.slot]
    zone = zone_of("", wish, moments, wish.language, lines[0].place, findings)
    keys = each_once(f"{group.head.day} {group.head.text}" for group in groups)
    found = [_session(key, group, findings) for key, group in zip(keys, groups, strict=True)]
    return Meeting(
        event=ImportedEvent(title=wish.title, zone=zone, language=wish.language),
        sessions=tuple(session for session in found if session),
        talks=tuple(_talks(groups, findings)),
    )


def _file(source: Source) -> SourceFile | None:
    for file in source.files:
        if file.ending in {"", ".txt", ".order"}:
            lines = tuple(_lines(file, []))
            if any(line.key and line.slot for line in lines):
                return file
    return None


def _lines(file: SourceFile, findings: list[Finding]) -> Iterator[_Line]:
    """The lines below the first day; "* Monday, June 23, 2031" begins one."""
    day: dt.date | None = None
    for number, line in enumerate(source_text(file, findings).split("\n"), 1):
        text, place = " ".join(line[:_LONGEST].split()), Place(file.name, number)
        sign = text[:1]
        if sign == "*":
            day = calendar_day(text[1:].strip())
            if day is None:
                findings.append(Finding(LEFT_OUT, f'"{text[1:61].strip()}" is no day: what follows has no time', place))
        elif sign in {"=", "+", "!"}:
            slot, rest = _timed(text[1:].strip(), day)
            paper = _PAPER.fullmatch(text[1:].strip()) if sign == "!" else None
            if paper:
                slot, rest = _timed(paper["rest"].strip(), day)
            yield _Line(sign, paper["key"] if paper else "", day, slot, rest, place)
        elif found := _PAPER.fullmatch(text):
            slot, rest = _timed(found["rest"].strip(), day)
            yield _Line("", found["key"], day, slot, rest, place)


def _timed(text: str, day: dt.date | None) -> tuple[Slot | None, str]:
    """The time at the beginning of a text on this day, and the rest."""
    found = _TIMES.fullmatch(text)
    times = span(re.sub("-+", "–", found["times"])) if found else None
    if not found or not times:
        return None, text
    if day is None:
        return None, found["rest"]
    start, end = (dt.datetime.combine(day, time) for time in (times.start, times.end))
    minutes = round((end - start).total_seconds() / 60) % (24 * 60)
    return Slot(start, minutes or None), found["rest"]


def _groups(lines: tuple[_Line, ...]) -> Iterator[_Group]:
    """A session for each "=" with the papers below it; an event stands by itself, with papers where some follow."""
    head: _Line | None = None
    papers: list[_Line] = []
    for line in lines:
        if line.key:
            papers.append(line)
            head = head or replace(line, text="Papers")
            continue
        if head:
            yield _Group(head, tuple(papers))
        head, papers = line, []
    if head:
        yield _Group(head, tuple(papers))


def _talks(groups: tuple[_Group, ...], findings: list[Finding]) -> Iterator[ImportedTalk]:
    """The papers, each once, by the titles behind "#"; and events that somebody gives."""
    papers = [paper for group in groups for paper in group.papers]
    titles = {paper.key: text for paper in reversed(papers) if (text := paper.text.partition("#")[2].strip())}
    seen: set[str] = set()
    for group in groups:
        head = group.head
        if given := _BY.fullmatch(head.text):
            names = names_in(given["names"], head.place, findings)
            title = title_text(given["title"], head.place, findings)
            authors = tuple(ImportedAuthor(name.name, presenting=True) for name in names)
            yield ImportedTalk(_invited(group), title, head.place, authors=authors, kind="keynote")
        for paper in group.papers:
            if paper.key in seen:
                continue
            seen.add(paper.key)
            if paper.key not in titles:
                message = "papers without a title are called by their numbers"
                findings.append(Finding(GUESSED, message, paper.place, "write their titles in content/talks/"))
            title = title_text(titles.get(paper.key, f"Paper {paper.key}"), paper.place, findings)
            yield ImportedTalk(paper.key, title, paper.place)


def _invited(group: _Group) -> str:
    return f"invited {group.head.text}"


def _session(key: str, group: _Group, findings: list[Finding]) -> ImportedSession | None:
    head = group.head
    given = _BY.fullmatch(head.text)
    slot = head.slot or next((paper.slot for paper in group.papers if paper.slot), None)
    title = title_text((given["title"] if given else head.text.partition("%")[0]).strip(), head.place, findings)
    if head.day is None or (slot is None and not group.papers):
        findings.append(Finding(LEFT_OUT, f"{in_quotes(title)} has no time and is left out", head.place))
        return None
    items = tuple(timed_items(((paper.key, paper.slot) for paper in group.papers), slot.start if slot else None))
    if given:
        items = (ImportedItem(talk=_invited(group), minutes=slot.minutes if slot else None), *items)
    kind = session_kind(title)
    if not items:
        kind = kind_without_items(kind)
    return ImportedSession(
        key=key,
        title=title,
        date=head.day,
        place=head.place,
        start=slot.start.time() if slot else None,
        until=head.slot.until if head.slot else None,
        kind="keynote" if given else kind if kind == "posters" or not items else "",
        items=items,
    )
