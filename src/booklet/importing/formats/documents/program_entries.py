"""The lines of a program ("07:05 – 07:25 Title", rows of a table) into stretches of entries with their times and names."""

import datetime as dt
import re
from collections.abc import Sequence
from itertools import pairwise

from booklet.codes import LEFT_OUT
from booklet.finding import Finding
from booklet.importing.formats.documents.author_line import Author, are_authors, authors_of, has_label
from booklet.importing.formats.documents.dates import day_in
from booklet.importing.formats.documents.hours import clock_of
from booklet.importing.formats.documents.line import Line, folded, plain
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace

_CLOCK = r"(\d{1,2})[:.h](\d{2})[ ]?(?:([ap])\.?m\.?)?(?![\d:])"
_START = re.compile(
    rf"\W{{0,4}}{_CLOCK}(?:\s?(?:-|–|—|−|to|until)\s?{_CLOCK})?(?:\s?(?:(?-i:UTC|GMT|CES?T|BST|[ECMP][SD]T|JST)|Uhr|h)\b)?\W{{0,4}}(?:$|(?<=[\s*_:–|)—-]))",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(r"(?:UTC|GMT|[A-Z]{3,4})\W*$")
_UNIT = r"\s?(?:'|′|’|min(?:ute)?s?\b\.?)"
_LENGTH = re.compile(
    rf"\s*[(\[]\s*(\d{{1,3}})(?:{_UNIT})?\s*(?:\+\s*(\d{{1,3}})(?:{_UNIT})?)?\s*(?:Q\s?&\s?A|questions?|discussion)?\s*[)\]]"
    rf"|\s*[,–-]?\s*\b(\d{{1,3}}){_UNIT}(?:\s*\+\s*(\d{{1,3}}){_UNIT})?(?=\s*$)"
    rf"|^\s*(\d{{1,3}})\s*(?:\+\s*(\d{{1,3}}))?\s*$",
    re.IGNORECASE,
)
_SESSION = re.compile(
    r"(?:session|block|part|teil|sitzung|day|tag|morning|afternoon|keynotes?|posters?)\b", re.IGNORECASE
)
_CHAIRS = re.compile(
    r"[(\[]?\s*(?:Session )?(?:Chairs?|Chaired by|Chairpersons?|Conveners?|Moderators?)\s*:?\s+([^()\[\]]+)[)\]]?",
    re.IGNORECASE,
)
_COLUMNS = {
    "time": "time hour hours when start begin clock slot uhrzeit zeit",
    "end": "end until",
    "title": "title talk topic what presentation item event program programme activity titel contribution",
    "names": "speaker speakers author authors presenter presenters who name names presenting by",
    "length": "duration length minutes min mins dauer",
    "left": "room where location chair remarks notes",
}
_LONGEST = 400  # characters of a line of a program
# What parts names and title in one line.
SIGNS = (": ", " – ", " — ", " - ", ", ")
_FEW = 12  # lines between two entries


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands at a time. `title` is markup; `minutes` and `questions` are as written, `end` where it is
    written; it goes on in the lines `below`."""

    place: Place
    start: dt.time
    end: dt.time | None
    title: str
    minutes: int | None = None
    questions: int | None = None
    names: tuple[Author, ...] = ()
    below: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Entries below one heading; `date` where one is written there; `rest` is what else stands in the heading."""

    place: Place
    title: str = ""
    date: dt.date | None = None
    chairs: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    rest: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgramReading:
    """The stretches, and the lines of the program that are no part of them."""

    stretches: tuple[Stretch, ...] = ()
    others: tuple[Line, ...] = ()


def is_entry(line: Line) -> bool:
    """Whether a line begins with a time, as those of a program do. Hours that stand alone with the letters of a zone announce
    the whole."""
    clock = _clock(line)
    return clock is not None and not (_ANNOUNCED.search(line.text) and not line.text[clock[2] :].strip())


def titles_in(entry: Entry) -> tuple[str, ...]:
    """What may be the title of an entry: all of it, or what stands beside names."""
    text = plain(entry.title)
    found = [text]
    if not entry.names:
        for sign in SIGNS:
            first, sep, rest = text.partition(sign)
            found += [rest] * bool(sep and are_authors(first)) + [first] * bool(sep and are_authors(rest))
        begin = text.rfind(" (")
        found += [text[:begin]] if begin > 0 and text.endswith(")") else []
    return tuple(found)


def program_end(lines: Sequence[Line], begin: int) -> int:
    """Where the program ends that begins at `begin`: after its last entry, before anything long or many lines without one."""
    last, between = begin, 0
    for at in range(begin, len(lines)):
        line = lines[at]
        if is_entry(line):
            last, between = at, 0
        elif line.markup:
            between += 1
            if between > _FEW or len(line.markup) > _LONGEST:
                break
    return _entry_end(lines, last, len(lines))


def _entry_end(lines: Sequence[Line], begin: int, limit: int) -> int:
    """Where the entry ends that begins at `begin`: before the first line that does not belong to it. `limit` is where the
    next entry begins; behind the last one of all, a line of names may as well be the title of an abstract."""
    end, near = begin + 1, not lines[begin].cells
    for at in range(begin + 1, limit):
        if not lines[at].markup:
            near = False
        elif _goes_on(lines[at], near=near) or (limit < len(lines) and _is_list_of_names(lines[at])):
            end = at + 1
        else:
            break
    return end


def read_entries(lines: Sequence[Line], findings: list[Finding]) -> ProgramReading:
    """The program that some lines are."""
    stretches: list[Stretch] = []
    entries: list[list[Entry]] = []  # of each stretch
    others: list[Line] = []
    columns: tuple[str, ...] = ()
    begins = [at for at, line in enumerate(lines) if is_entry(line)]
    for begin, end in pairwise(sorted({0, *begins, len(lines)})):
        first = begin
        if is_entry(lines[begin]):
            first = _entry_end(lines, begin, end)
            if not stretches:
                stretches, entries = [Stretch(lines[begin].place)], [[]]
            entries[-1].append(_entry(lines[begin:first], columns, findings))
        for line in lines[first:end]:
            sign = _sign(line)
            if line.cells and _is_header(line.cells):
                columns = _columns(line.cells)
            elif sign is None:
                others += [line] if line.markup else []
            elif not stretches or ((sign.title or sign.date) and (entries[-1] or (sign.title and stretches[-1].title))):
                stretches.append(sign)
                entries.append([])
            else:
                stretches[-1] = _joined(stretches[-1], sign)
    others += [line for one in stretches for line in one.rest]
    full = (replace(one, entries=tuple(own)) for one, own in zip(stretches, entries, strict=True))
    return ProgramReading(tuple(one for one in full if one.entries or one.title or one.date), tuple(others))


def _joined(stretch: Stretch, sign: Stretch) -> Stretch:
    """A stretch with what another line above it says."""
    return replace(
        stretch,
        title=sign.title or stretch.title,
        place=sign.place if sign.title else stretch.place,
        date=sign.date or stretch.date,
        chairs=stretch.chairs + sign.chairs,
        rest=stretch.rest + sign.rest,
    )


def _sign(line: Line) -> Stretch | None:
    """A line between two entries as the head of a stretch: its date, its title, those who chair; None when it is none."""
    text = line.text
    chairs = _CHAIRS.search(text) if len(text) <= _LONGEST else None
    names = authors_of(chairs[1], line.place, []) if chairs else ()
    rest = (text[: chairs.start()] + text[chairs.end() :]).strip(" ,;:–—-") if chairs and names else text
    day = day_in(rest)
    title = (rest[: day.begin] + rest[day.stop :]).strip(" ,;:–—-()") if day else rest
    is_title = bool(title) and title[-1] not in ".?!" and bool(line.heading or line.bold or _SESSION.match(title))
    if not (day or is_title or names):
        return None
    left = () if is_title or not title else (Line(line.place, title),)
    date = day.date if day else None
    return Stretch(line.place, title if is_title else "", date, tuple(one.name for one in names), rest=left)


def _clock(line: Line) -> tuple[dt.time, dt.time | None, int] | None:
    """Start and end that a line begins with, and how many characters of its text that is."""
    text = line.text if not line.cells else " ".join(plain(cell) for cell in line.cells[:2])
    found = _START.match(text) if len(text) <= _LONGEST or line.cells else None
    if not found:
        return None
    half, later = found[3] or "", found[6] or ""
    end = clock_of(found[4], found[5], later) if found[4] else None
    start = clock_of(found[1], found[2], half or later)
    if start and end and later and not half and start > end:
        start = clock_of(found[1], found[2], "a")
    return (start, end, found.end()) if start else None


def _goes_on(line: Line, *, near: bool) -> bool:
    """Whether a line belongs to the entry above it: what follows without a blank line, and lengths or names after one."""
    if not line.markup or line.heading or line.cells or len(line.markup) > _LONGEST:
        return False
    alone = _LENGTH.fullmatch(line.text) is not None or has_label(line.markup)
    return near or alone or (line.italic and are_authors(line.markup))


def _is_list_of_names(line: Line) -> bool:
    """Whether a line without any emphasis has two names or more."""
    plainly = not (line.heading or line.cells or line.bold) and len(line.markup) <= _LONGEST
    return plainly and "," in line.markup and are_authors(line.markup)


def _entry(lines: Sequence[Line], columns: tuple[str, ...], findings: list[Finding]) -> Entry:
    first = lines[0]
    start, end, taken = _clock(first) or (dt.time(), None, 0)
    if first.cells:
        entry = _of_cells(first, start, end, columns, findings)
    else:
        entry = _with_length(Entry(first.place, start, end, _after(first.markup, first.text[taken:])))
    title = [entry.title] if entry.title else []
    for line in lines[1:]:
        if not line.markup:
            continue
        if found := _LENGTH.fullmatch(line.text):
            entry = _lengthened(entry, found)
        elif title and (has_label(line.markup) or are_authors(line.markup)):
            entry = replace(entry, names=entry.names + authors_of(line.markup, line.place, findings))
        else:
            title.append(line.markup)
    below = tuple(line.place for line in lines[1:] if line.markup)
    return _with_length(replace(entry, title=" ".join(title), below=below))


def _after(markup: str, rest: str) -> str:
    """The end of the markup that says `rest`, without emphasis of the whole."""
    at = markup.find(rest[:12]) if rest else -1
    found = markup[at:].strip() if at >= 0 and plain(markup[at:]) == rest else rest.strip()
    return found.strip("*_") if found.count("**") % 2 else found


def _with_length(entry: Entry) -> Entry:
    """The entry without the length that ends its title."""
    found = next((one for one in _LENGTH.finditer(entry.title) if not entry.title[one.end() :].strip(" *_")), None)
    if not found or not (found.start() and (set("'′’+") & set(found[0]) or "min" in found[0].lower())):
        return entry
    return _lengthened(replace(entry, title=entry.title[: found.start()].strip(" ,–-")), found)


def _lengthened(entry: Entry, found: re.Match[str]) -> Entry:
    minutes, questions = (found[1] or found[3] or found[5]), (found[2] or found[4] or found[6])
    return replace(entry, minutes=int(minutes), questions=int(questions) if questions else None)


def _is_header(cells: tuple[str, ...]) -> bool:
    known = [name for name in _columns(cells) if name]
    return "time" in known and len(known) > 1


def _columns(cells: tuple[str, ...]) -> tuple[str, ...]:
    """What each column holds, by its heading; empty where that is unknown."""
    words = [set(folded(cell).split()) for cell in cells]
    return tuple(next((name for name, known in _COLUMNS.items() if set(known.split()) & one), "") for one in words)


def _of_cells(
    line: Line, start: dt.time, end: dt.time | None, columns: tuple[str, ...], findings: list[Finding]
) -> Entry:
    """A row: columns by their headings, and without headings by what the cells look like."""
    entry = Entry(line.place, start, end, "")
    for at, cell in enumerate(line.cells):
        text = plain(cell)
        kind = columns[at] if at < len(columns) else ""
        if not text or at == 0 or (at == 1 and _clock(Line(line.place, cell)) and kind != "title"):
            if at == 1 and text and not end:
                entry = replace(entry, end=(_clock(Line(line.place, cell)) or (None, None, 0))[0])
            continue
        length = _LENGTH.fullmatch(text)
        if length and kind in {"", "length"}:
            entry = _lengthened(entry, length)
        elif kind == "names" or (not kind and entry.title and are_authors(cell)):
            named = authors_of(cell, line.place, findings) if are_authors(cell) or "," in text else ()
            entry = (
                replace(entry, names=entry.names + named) if named else replace(entry, title=f"{entry.title} ({text})")
            )
        elif kind == "title" or not (kind or entry.title):
            entry = _with_length(replace(entry, title=f"{cell} {entry.title}".strip()))
        else:
            findings.append(Finding(LEFT_OUT, f'"{text[:60]}" is left out', line.place, "add it by hand"))
    return entry
