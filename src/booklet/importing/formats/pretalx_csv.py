"""Sessions and speakers as tables that pretalx exports, in whatever language their headers are, into a Meeting."""

import datetime as dt
import re
from collections.abc import Callable, Iterator

from booklet.codes import BAD_SOURCE, CONTRADICTION, PRIVATE, UNUSED_FIELD
from booklet.finding import Finding
from booklet.importing.cleaning.durations import duration, minutes_between
from booklet.importing.cleaning.moments import calendar_day, clock, moment
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.placeholders import is_placeholder
from booklet.importing.meeting import ImportedEvent, ImportedTalk, Meeting
from booklet.importing.meeting_parts.happening import Happening
from booklet.importing.meeting_parts.schedule import Schedule, meeting_of
from booklet.importing.meeting_parts.schedule_talk import Said, happening_of, talk_of
from booklet.importing.meeting_parts.speakers import Speaker, people_of
from booklet.importing.sources.record import Record
from booklet.importing.sources.source import Source
from booklet.importing.sources.tables import records, tables
from booklet.importing.wish import Wish
from booklet.place import Place
from booklet.plain_dataclasses import dataclass

_CODE = re.compile(r"[A-Z0-9]{6}")
_EARLY = dt.time(6)
# Headers are translated. The first words of English, German, French, Spanish, Italian and Portuguese interfaces are known;
# what these do not tell is seen from the cells.
_HEADERS = {
    "title": r"(?:proposal|session|submission)?\s*title|(?:vortrags|einreichungs)?titel(?: der einreichung)?|titre.*"
    r"|t[ií]tulo.*|titolo.*",
    "abstract": r"abstract|kurzfassung|kurzbeschreibung|zusammenfassung|r[ée]sum[ée]|resumen|resumo|riassunto",
    "description": r"description|beschreibung|descripci[óo]n|descri[çc][ãa]o|descrizione",
    "names": r"speaker names?|speakers|namen? der (?:vortragenden|redner.*)|vortragende.*|intervenants?|noms? des .*|oradores"
    r"|ponentes|relatori",
    "codes": r"speaker (?:ids|codes)|ids? der (?:vortragenden|redner.*)",
    "track": r"track|strang|piste|parcours|pista|trilha|percorso",
    "kind": r"(?:session|submission) type|vortragsart|art der (?:session|einreichung)|sessiontyp|type de .*",
    "tags": r"tags?|schlagw[öo]rter|[ée]tiquettes|etiquetas|keywords",
    "level": r"level|niveau|nivel|livello|n[íi]vel",
    "language": r"language|sprache|langue|idioma|lingua|l[íi]ngua",
    "state": r"state|status|zustand|[ée]tat|estado|stato",
    "room": r"room|raum|salle|sala|aula",
    "date": r"date|start \(date\)|datum|fecha|data|beginn \(datum\)",
    "start": r"start|start time|start \(time\)|beginn.*|startzeit|uhrzeit|d[ée]but|inicio|in[íi]cio|inizio",
    "end": r"end|end time|end \(time\)|ende.*|endzeit|fin|fine|fim",
    "minutes": r"duration|dauer|dur[ée]e|duraci[óo]n|durata|dura[çc][ãa]o",
}
_NAME = re.compile(r"(?:full )?name|nom|nombre|nome", re.IGNORECASE)
_BIOGRAPHY = re.compile(r"bio(?:gra\w+)?", re.IGNORECASE)
_AFFILIATION = re.compile(
    r"(?:your )?(?:company|affiliation|organi[sz]ation|institution|university|employer|firma|unternehmen|entreprise|empresa"
    r"|azienda|institut)",
    re.IGNORECASE,
)
_NO_AFFILIATION = {"unemployed", "none", "no", "n/a", "na", "-", "/", "self", "me", "private", "privat"}
_PRIVATE = re.compile(r"e-?mail|phone|telefon|notes?$|notizen|score|bewertung|internal|intern|availab", re.IGNORECASE)
# Ids, pictures and addresses of profiles are of no use for a page.
_TECHNICAL = re.compile(
    r"id|code|picture|avatar|bild|photo|created|erstellt|proposal (?:ids|titles)|.*\burl\b.*", re.IGNORECASE
)
_ACCEPTED = re.compile(
    r"accept|confirm|angenommen|best[äa]tigt|accept[ée]|aceptad|aceit|accettat|schedul", re.IGNORECASE
)
_CANCELLED = re.compile(r"cancel|abgesagt|annul", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of the table of sessions with the header of each field that it has; the speakers by name and by code; the
    headers of both tables that are no fields."""

    rows: tuple[Record, ...]
    headers: dict[str, str]
    speakers: dict[str, Speaker]
    codes: dict[str, Speaker]
    others: tuple[tuple[str, Place], ...]

    def text(self, row: Record, field: str) -> str:
        """The cell of a field; empty where there is no such column."""
        return row.text(self.headers[field]) if field in self.headers else ""


def is_pretalx_csv(source: Source) -> bool:
    """Whether a table begins with a column ID of pretalx's codes, and has titles and who speaks."""
    return _sessions(source, []) is not None


def read_pretalx_csv(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """The Meeting of the table of sessions; the one of speakers is joined by codes, else by names."""
    found = _sessions(source, findings)
    if found is None:
        findings.append(Finding(BAD_SOURCE, "there is no table of sessions as pretalx exports it", Place(source.name)))
        return Meeting(ImportedEvent())
    place = found.rows[0].place
    happenings: list[Happening] = []
    unplaced: list[ImportedTalk] = []
    for row in found.rows:
        state = found.text(row, "state")
        if state and not _ACCEPTED.search(state) and not _CANCELLED.search(state):
            continue
        at = _at(row, found, findings)
        if at:
            happenings.append(happening_of(_said(row, found), at, findings))
        else:
            unplaced.append(talk_of(_said(row, found), findings))
    _unused(found, findings)
    _silent(found, findings)
    schedule = Schedule(
        event=ImportedEvent(),
        place=Place(place.file),
        happenings=tuple(happenings),
        unplaced=tuple(unplaced),
        people=people_of(found.speakers.values(), findings),
    )
    return meeting_of(schedule, wish, findings)


def _sessions(source: Source, findings: list[Finding]) -> _Rows | None:
    found = [rows for rows in _tables(source, findings) if _is_coded(rows)]
    speakers, codes = _speakers(found)
    for rows in found:
        headers = _fields(rows, frozenset(speakers))
        if "title" in headers and headers.keys() & {"names", "codes"}:
            return _Rows(rows, headers, speakers, codes, tuple(_others(rows, headers, found)))
    return None


def _tables(source: Source, findings: list[Finding]) -> Iterator[tuple[Record, ...]]:
    for file in source.ending(".csv", ".xlsx"):
        for table in tables(file, findings):
            yield records(table)


def _is_coded(rows: tuple[Record, ...]) -> bool:
    """Whether nine of ten rows begin with a code of pretalx's in the column ID."""
    codes = sum(1 for row in rows if _CODE.fullmatch(row.text("ID")))
    return bool(rows) and next(iter(rows[0].values), "") == "ID" and codes >= 0.9 * len(rows)


def _speakers(found: list[tuple[Record, ...]]) -> tuple[dict[str, Speaker], dict[str, Speaker]]:
    """Speakers by name and by code, of the tables that have names and no titles."""
    names: dict[str, Speaker] = {}
    codes: dict[str, Speaker] = {}
    for rows in found:
        name = _header(rows, _NAME)
        if not name or "title" in _fields(rows, frozenset()):
            continue
        biography, affiliation = _header(rows, _BIOGRAPHY), _header(rows, _AFFILIATION)
        for row in rows:
            written = row.text(affiliation)
            known = written and written.casefold() not in _NO_AFFILIATION and not is_placeholder(written)
            one = Speaker(row.text(name), row.place, (written,) if known else (), row.text(biography))
            names.setdefault(one.name, one)
            codes.setdefault(row.text("ID"), one)
    return names, codes


def _header(rows: tuple[Record, ...], pattern: re.Pattern[str]) -> str:
    return next((header for header in rows[0].values if pattern.fullmatch(header.strip())), "")


def _fields(rows: tuple[Record, ...], names: frozenset[str]) -> dict[str, str]:
    """The header of each field: by its words, else by what its cells are."""
    found: dict[str, str] = {}
    for field, pattern in _HEADERS.items():
        if header := _header(rows, re.compile(pattern, re.IGNORECASE)):
            found[field] = header
    cells: dict[str, Callable[[str], object]] = {
        "names": lambda text: names and set(_names(text, names)) <= names,
        "date": lambda text: calendar_day(text) and not clock(text),
        "abstract": lambda text: len(text) > 200,
    }
    for field, is_such in cells.items():
        if field not in found and (header := _column(rows, is_such, found)):
            found[field] = header
    return found


def _column(rows: tuple[Record, ...], is_such: Callable[[str], object], found: dict[str, str]) -> str:
    """The first column not yet known of whose cells four fifths are such."""
    for header in rows[0].values:
        texts = [text for row in rows if (text := row.text(header))]
        if header not in found.values() and texts and sum(1 for text in texts if is_such(text)) >= 0.8 * len(texts):
            return header
    return ""


def _at(row: Record, found: _Rows, findings: list[Finding]) -> Happening | None:
    start = _start(row, found)
    if start is None:
        return None
    minutes = duration(found.text(row, "minutes"))
    if minutes is None:
        minutes = minutes_between(start, moment(found.text(row, "end")))
    room = one_line(found.text(row, "room"), row.place, findings)
    return Happening(
        key=row.text("ID"),
        start=start,
        place=row.place,
        minutes=minutes,
        rooms=(room,) if room else (),
        track=one_line(found.text(row, "track"), row.place, findings),
    )


def _start(row: Record, found: _Rows) -> dt.datetime | None:
    written = found.text(row, "start")
    if start := moment(written):
        return start
    day, time = calendar_day(found.text(row, "date")), clock(written)
    return dt.datetime.combine(day, time) if day and time else moment(found.text(row, "date"))


def _said(row: Record, found: _Rows) -> Said:
    tags = re.split(r"[\n,;]+", found.text(row, "tags"))
    return Said(
        key=row.text("ID"),
        title=found.text(row, "title"),
        place=row.place,
        abstract=found.text(row, "abstract"),
        description=found.text(row, "description"),
        speakers=_speakers_of(row, found),
        kind=found.text(row, "kind"),
        language=found.text(row, "language"),
        track=found.text(row, "track"),
        keywords=(*(tag.strip() for tag in tags), found.text(row, "level")),
        status="cancelled" if _CANCELLED.search(found.text(row, "state")) else "",
    )


def _speakers_of(row: Record, found: _Rows) -> tuple[Speaker, ...]:
    """Those of the codes, else those of the names; with what the table of speakers has of them."""
    codes = [found.codes[code] for code in re.split(r"[\s,]+", found.text(row, "codes")) if code in found.codes]
    names = _names(found.text(row, "names"), frozenset(found.speakers))
    return tuple(codes or (found.speakers.get(name, Speaker(name, row.place)) for name in names))


def _names(text: str, known: frozenset[str]) -> tuple[str, ...]:
    """The names of a cell, parted by commas or lines; a name that is known may have commas in it."""
    parts = [part.strip() for part in re.split(r"\n|, ", text)]
    names: list[str] = []
    while parts:
        most = next((size for size in range(min(4, len(parts)), 1, -1) if ", ".join(parts[:size]) in known), 1)
        names.append(", ".join(parts[:most]))
        parts = parts[most:]
    return tuple(name for name in names if name)


def _silent(found: _Rows, findings: list[Finding]) -> None:
    """Those of the table of speakers who speak in no session of the table of sessions."""
    speaking = {speaker.name for row in found.rows for speaker in _speakers_of(row, found)}
    for name, speaker in found.speakers.items():
        if name not in speaking:
            message = f'"{name[:60]}" is in the table of speakers and speaks in no session'
            hint = "if a session of theirs is missing, export the sessions again"
            findings.append(Finding(CONTRADICTION, message, speaker.place, hint))


def _others(
    sessions: tuple[Record, ...], headers: dict[str, str], found: list[tuple[Record, ...]]
) -> Iterator[tuple[str, Place]]:
    patterns = (_NAME, _BIOGRAPHY, _AFFILIATION, _TECHNICAL)
    for rows in found:
        for header in rows[0].values:
            known = header in headers.values() if rows is sessions else any(one.fullmatch(header) for one in patterns)
            if not known and not _TECHNICAL.fullmatch(header):
                yield header, rows[0].place


def _unused(found: _Rows, findings: list[Finding]) -> None:
    """What is private or has no place, once a column."""
    for header, place in found.others:
        if _PRIVATE.search(header):
            findings.append(Finding(PRIVATE, f'column "{header[:60]}" is left out', place))
        else:
            findings.append(Finding(UNUSED_FIELD, f'column "{header[:60]}" has no place in a booklet', place))
