"""The lines of a document into its parts: what stands above the program, the program, what stands below, the abstracts."""

import re
from collections.abc import Sequence
from itertools import pairwise

from booklet.importing.formats.documents.abstract_block import is_labelled
from booklet.importing.formats.documents.affiliation_lines import affiliations_of
from booklet.importing.formats.documents.author_line import are_authors, has_label, has_marks
from booklet.importing.formats.documents.dates import day_in
from booklet.importing.formats.documents.facts import is_fact, is_structure
from booklet.importing.formats.documents.hours import hours_alone
from booklet.importing.formats.documents.line import Line, folded
from booklet.importing.formats.documents.program_entries import is_entry, program_end, read_entries, titles_in
from booklet.plain_dataclasses import dataclass

_INSIDE = re.compile(
    r"(?:abstract|summary|key ?words?|references?|bibliography|literature|acknowledge?ments?|funding|introduction|methods?|"
    r"results|discussion|conclusions?|affiliations?|authors?)\b\W*",
    re.IGNORECASE,
)
_SESSION = re.compile(r"(?:session|block|day|tag|sitzung)\b", re.IGNORECASE)
_TITLE = re.compile(r"Title[ ]?:[ ]?", re.IGNORECASE)
_LONGEST = 300
_SHORTEST = 4  # characters of a title of the program that is looked for; less is a word of any text


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a document, each in the order of its lines; each of `abstracts` begins with its title."""

    head: tuple[Line, ...]
    program: tuple[Line, ...]
    below: tuple[Line, ...]
    abstracts: tuple[tuple[Line, ...], ...]


def parts_of(lines: Sequence[Line]) -> Parts:
    """The parts. Without lines that begin with times there is no program, and all up to the first title is the head."""
    first = next((at for at in range(len(lines)) if _is_first(lines, at)), None)
    begin, end = (0, 0) if first is None else (_program_begin(lines, first), program_end(lines, first))
    stretches = read_entries(lines[begin:end], []).stretches
    entries = (entry for stretch in stretches for entry in stretch.entries)
    titles = _titles(lines, end, {folded(title) for entry in entries for title in titles_in(entry)})
    below = min(titles, default=len(lines))
    edges = [*titles, len(lines)]
    return Parts(
        head=tuple(lines[:begin] if first is not None else ()),
        program=tuple(lines[begin:end]),
        below=tuple(lines[end:below]),
        abstracts=tuple(tuple(lines[at:to]) for at, to in pairwise(edges)),
    )


def _is_first(lines: Sequence[Line], at: int) -> bool:
    """Whether an entry begins here; hours alone above a fact of the event are those of all of it."""
    if not is_entry(lines[at]):
        return False
    below = next((line for line in lines[at + 1 : at + 3] if line.markup), None)
    return not (hours_alone(lines[at].text) and below and is_fact(below))


def _program_begin(lines: Sequence[Line], first: int) -> int:
    """Where the program begins: at its first entry, or at headings and the like that stand directly above it."""
    begin = first
    for at in range(first - 1, -1, -1):
        line = lines[at]
        if not line.markup:
            continue
        is_heading = bool(line.heading or line.bold or _SESSION.match(line.text))
        if line.cells or (is_heading and _SESSION.match(line.text)) or (line.heading and day_in(line.text) and at > 0):
            begin = at
        elif not (is_heading and is_structure(line)):
            break
    return begin


def _titles(lines: Sequence[Line], begin: int, scheduled: set[str]) -> list[int]:
    """Where abstracts begin. A heading is a title when authors follow it, when the program has it, or when it is as high as
    those; another line when the program has it, or when authors with marks or with affiliations follow it."""
    known = {text for text in scheduled if len(text) >= _SHORTEST}
    sure = {at for at in range(begin, len(lines)) if _begins(lines, at, known, alone=at == begin)}
    highest = max((lines[at].heading for at in sure), default=0)
    after = range(min(sure, default=len(lines)), len(lines))
    return sorted(sure | {at for at in after if 0 < lines[at].heading <= highest and not _is_inside(lines[at])})


def _begins(lines: Sequence[Line], at: int, known: set[str], *, alone: bool) -> bool:
    """Whether an abstract surely begins at a line, which stands `alone` if no line stands directly above it."""
    line = lines[at]
    if not line.markup or line.cells or len(line.markup) > _LONGEST or _is_inside(line):
        return False
    is_known = folded(_TITLE.sub("", line.text, count=1)) in known
    return is_known or _is_title(lines, at, alone=alone or not lines[at - 1].markup)


def _is_inside(line: Line) -> bool:
    """Whether a line is a part of an abstract, or of the document, and so no title."""
    if _TITLE.match(line.text):
        return False
    return bool(_INSIDE.fullmatch(line.text)) or is_labelled(line) or is_fact(line)


def _is_title(lines: Sequence[Line], at: int, *, alone: bool) -> bool:
    line = lines[at]
    below = [other for other in lines[at + 1 : at + 8] if other.markup][:2]
    if not below or below[0].cells or below[0].heading:
        return False
    authors = are_authors(below[0].markup) or has_label(below[0].markup)
    marked = has_marks(below[0].markup) and not below[0].text.endswith(".") and len(below[0].markup) < _LONGEST * 10
    if line.heading:
        return authors or marked
    if not alone or line.text[-1] in ".,;:" or has_marks(line.markup):
        return False
    placed = len(below) > 1 and bool(affiliations_of(below[1], []))
    return (authors and (marked or placed or line.bold)) or (marked and placed)
