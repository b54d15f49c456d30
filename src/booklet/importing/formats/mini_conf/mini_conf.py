"""The files of a Mini-Conf site (papers.csv, speakers.csv, main_calendar.json, config.yml) into a Meeting."""

from collections.abc import Iterable

from booklet.codes import BAD_SOURCE, GUESSED
from booklet.finding import Finding
from booklet.importing.cleaning.kinds import session_kind, talk_kind
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.person_names import names_in, one_name
from booklet.importing.cleaning.prose import prose
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.formats.mini_conf.calendar import Calendar, calendar_of, sessions, zone_beside
from booklet.importing.main_script import language_of_titles
from booklet.importing.meeting import ImportedAuthor, ImportedEvent, ImportedPerson, ImportedTalk, Meeting
from booklet.importing.meeting_parts.each_once import each_once
from booklet.importing.meeting_parts.slots import zone_of
from booklet.importing.sources.record import Record
from booklet.importing.sources.source import Source
from booklet.importing.sources.tables import records, tables
from booklet.importing.sources.yaml_records import yaml_value
from booklet.importing.wish import Wish
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace

_PARTS = "|"


@dataclass(frozen=True, slots=True)
class _Paper:
    """A row with the talk that it is, and the sessions in which it has a place: by name, with its number in each."""

    talk: ImportedTalk
    sessions: tuple[tuple[str, int | None], ...]


def is_mini_conf(source: Source) -> bool:
    """Whether a table has papers with authors parted by strokes, or names the sessions and the UID of each."""
    found: list[Finding] = []
    rows = _rows(source, ("UID", "title", "authors"), found)
    return bool(rows) and ("abstract" in rows[0] or bool(_session_field(rows[0])))


def read_mini_conf(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """Papers and keynotes in the sessions of the calendar, where there is one of this meeting; else under their sessions as
    tracks."""
    rows = _rows(source, ("UID", "title", "authors"), findings)
    if not rows:
        findings.append(
            Finding(BAD_SOURCE, "there is no table of papers with UID, title and authors", Place(source.name))
        )
    speakers = _rows(source, ("UID", "title", "speaker"), findings)
    keys = each_once([*(row.text("UID") for row in rows), *(f"speaker {row.text('UID')}" for row in speakers)])
    papers = [_paper(key, row, findings) for key, row in zip(keys, rows, strict=False)]
    keynotes = [_keynote(key, row, findings) for key, row in zip(keys[len(rows) :], speakers, strict=True)]
    named = {session for paper in (*papers, *keynotes) for session, _ in paper.sessions}
    calendar = calendar_of(source, named, findings)
    language = wish.language or language_of_titles(paper.talk.title for paper in papers)
    zone = zone_of(zone_beside(source), wish, calendar.moments, language, calendar.place, findings)
    placed = _placed((*papers, *keynotes), calendar)
    talks = tuple(_tracked(paper, calendar, findings) for paper in (*keynotes, *papers))
    return Meeting(
        event=_event(source, wish, zone, findings),
        sessions=sessions(calendar, placed, zone, findings),
        talks=talks,
        people=tuple(_people(speakers, findings)),
        tracks=tuple(dict.fromkeys(talk.track for talk in talks if talk.track)),
    )


def _rows(source: Source, headers: tuple[str, ...], findings: list[Finding]) -> tuple[Record, ...]:
    """The records of the first table with these headers."""
    for file in source.ending(".csv", ".tsv"):
        for table in tables(file, findings):
            if table.rows and set(headers) <= {cell.strip() for cell in table.rows[0].cells}:
                return records(table)
    return ()


def _session_field(row: Record) -> str:
    return next((name for name in ("session", "sessions", "Session", "Sessions") if name in row), "")


def _paper(key: str, row: Record, findings: list[Finding]) -> _Paper:
    """A paper; `position_1` is its number in the first of its sessions."""
    authors = _parted(row.text("authors"))
    found = [one_name(name, row.of("authors"), findings, among=len(authors)) for name in authors]
    field = _session_field(row)
    named = _parted(row.text(field))
    talk = ImportedTalk(
        key=key,
        title=title_text(row.text("title"), row.of("title"), findings),
        place=row.place,
        abstract=prose(row.text("abstract"), "any", row.of("abstract"), findings),
        authors=tuple(ImportedAuthor(one.name, presenting=one.presenting) for one in found if one.name),
        kind=talk_kind(row.text("type") or row.text("track")),
        track=one_line(row.text("track"), row.of("track"), findings),
        keywords=_words(row, findings),
    )
    return _Paper(talk, tuple((name, row.number(f"position_{at}")) for at, name in enumerate(named, 1)))


def _keynote(key: str, row: Record, findings: list[Finding]) -> _Paper:
    institution = one_line(row.text("institution"), row.of("institution"), findings)
    talk = ImportedTalk(
        key=key,
        title=title_text(row.text("title"), row.of("title"), findings),
        place=row.place,
        abstract=prose(row.text("abstract"), "html", row.of("abstract"), findings),
        authors=tuple(
            ImportedAuthor(one.name, (institution,) if institution else (), presenting=True)
            for one in names_in(row.text("speaker"), row.of("speaker"), findings)
        ),
        kind="keynote",
    )
    return _Paper(talk, tuple((name, None) for name in _parted(row.text(_session_field(row)))))


def _words(row: Record, findings: list[Finding]) -> tuple[str, ...]:
    words = (one_line(word, row.of("keywords"), findings) for word in _parted(row.text("keywords")))
    return tuple(dict.fromkeys(word for word in words if word))


def _parted(text: str) -> list[str]:
    return [part for one in text.split(_PARTS) if (part := one.strip())]


def _placed(papers: Iterable[_Paper], calendar: Calendar) -> dict[str, tuple[str, ...]]:
    """The keys of the talks of each session of the calendar, by their numbers and else by the order of the rows."""
    found: dict[str, list[tuple[int, str]]] = {}
    for paper in papers:
        for name, position in paper.sessions:
            if name in calendar.names:
                place = found.setdefault(name, [])
                place.append((position if position is not None else len(place) + 1, paper.talk.key))
    in_order = {name: sorted(place, key=lambda pair: pair[0]) for name, place in found.items()}
    return {name: tuple(dict.fromkeys(key for _, key in place)) for name, place in in_order.items()}


def _tracked(paper: _Paper, calendar: Calendar, findings: list[Finding]) -> ImportedTalk:
    """The talk; without a time, its session is its track, and among posters its number is its board."""
    talk = paper.talk
    if not paper.sessions or any(name in calendar.names for name, _ in paper.sessions):
        return talk
    name = one_line(paper.sessions[0][0], talk.place, findings)
    if is_of_posters(name) and talk.kind in ("", "poster"):
        message = "papers of a session of posters are posters, and their numbers the boards"
        findings.append(Finding(GUESSED, message, talk.place))
        return replace(talk, kind="poster", board=talk.key if len(talk.key) <= 20 else "", track=name)
    return replace(talk, track=talk.track or name)


def is_of_posters(name: str) -> bool:
    """Whether a session is one of posters by its name, in English or Japanese: "Posters 1", "P3:ポスター"."""
    return session_kind(name.partition(":")[2] or name) == "posters" or "ポスター" in name


def _event(source: Source, wish: Wish, zone: str, findings: list[Finding]) -> ImportedEvent:
    file = source.named("config.yml")
    value = yaml_value(file, findings) if file else None
    config = value if isinstance(value, Record) else Record({}, Place(source.name), {})
    return ImportedEvent(
        title=wish.title or title_text(config.text("name"), config.of("name"), findings),
        topic=title_text(config.text("tagline"), config.of("tagline"), findings),
        venue=one_line(config.text("location"), config.of("location"), findings),
        zone=zone,
        language=wish.language,
    )


def _people(speakers: Iterable[Record], findings: list[Finding]) -> Iterable[ImportedPerson]:
    """The lives of the speakers of keynotes."""
    for row in speakers:
        life = prose(row.text("bio"), "html", row.of("bio"), findings)
        names = names_in(row.text("speaker"), row.of("speaker"), [])
        if life and len(names) == 1:
            yield ImportedPerson(names[0].name, biography=life)
