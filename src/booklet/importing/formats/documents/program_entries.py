"""The lines of a program ("07:05 – 07:25 Title", rows of a table) into stretches of entries with their times and names."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from booklet.codes import LEFT_OUT
from booklet.finding import Finding
from booklet.importing.formats.documents.author_line import Author, are_authors, authors_of, has_label
from booklet.importing.formats.documents.dates import day_in
from booklet.importing.formats.documents.hours import clock_of
from booklet.importing.formats.documents.line import Line, folded, plain
from booklet.place import Place

_CLOCK = r"(\d{1,2})[:.h](\d{2})[ ]?(?:([ap])\.?m\.?)?(?![\d:])"
_START = re.compile(
    rf"\W{{0,4}}{_CLOCK}(?:\s?(?:-|–|—|−|to|until)\s?{_CLOCK})?(?:\s?(?:UTC|GMT|Uhr|h|[A-Z]{{3,4}})\b)?\W{{0,4}}(?:$|(?<=[\s*_:–|)—-]))",
    re.IGNORECASE,
)
_UNIT = r"\s?(?:'|′|’|min(?:ute)?s?\b\.?)"
_LENGTH = re.compile(
    rf"\s*[(\[]\s*(\d{{1,3}})(?:{_UNIT})?\s*(?:\+\s*(\d{{1,3}})(?:{_UNIT})?)?\s*(?:Q\s?&\s?A|questions?|discussion)?\s*[)\]]"
    rf"|\s*[,–-]?\s*\b(\d{{1,3}}){_UNIT}(?:\s*\+\s*(\d{{1,3}}){_UNIT})?(?=\s*$)"
    rf"|^\s*(\d{{1,3}})\s*(?:\+\s*(\d{{1,3}}))?\s*$",
    re.IGNORECASE,
)
_SESSION = re.compile(r"(?:session|block|part|teil|sitzung|day|tag|morning|afternoon|keynotes?|posters?)\b", re.IGNORECASE)
_CHAIRS = re.compile(r"[(\[]?\s*(?:Session )?(?:Chairs?|Chaired by|Chairpersons?|Conveners?|Moderators?)\s*:?\s+([^()\[\]]+)[)\]]?", re.I)
_COLUMNS = {
    "time": "time hour hours when start begin clock slot uhrzeit zeit",
    "end": "end until",
    "title": "title talk topic what presentation item event program programme activity titel contribution",
    "names": "speaker speakers author authors presenter presenters who name names presenting by",
    "length": "duration length minutes min mins dauer",
    "left": "room where location chair remarks notes",
}
_LONGEST = 400  # characters of a line of a program
_FEW = 12  # lines between two entries


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands at a time. `title` is markup; `minutes` and `questions` are as written, `end` where it is written."""

    place: Place
    start: dt.time
    end: dt.time | None
    title: str
    minutes: int | None = None
    questions: int | None = None
    names: tuple[Author, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Entries below one heading; `date` where one is written there."""

    place: Place
    title: str = ""
    date: dt.date | None = None
    chairs: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgramReading:
    """The stretches, and the lines of the program that are no part of them."""

    stretches: tuple[Stretch, ...] = ()
    others: tuple[Line, ...] = ()


@dataclass(slots=True)
class _State:
    """Collects while lines are read; a ProgramReading is what becomes of it."""

    stretches: list[Stretch] = field(default_factory=list)
    others: list[Line] = field(default_factory=list)
    columns: tuple[str, ...] = ()
    open: bool = False  # the last entry may go on in this line
    near: bool = False  # and no blank line stands between


def is_entry(line: Line) -> bool:
    """Whether a line begins with a time, as those of a program do."""
    return _clock(line) is not None


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
    at = last + 1
    while at < len(lines) and _goes_on(lines[at], near=at == last + 1 or bool(lines[at - 1].markup)):
        at += 1
    return at


def read_entries(lines: Sequence[Line], findings: list[Finding]) -> ProgramReading:
    """The program that some lines are."""
    raise NotImplementedError
