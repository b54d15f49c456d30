"""What each column of a table is taken for: the mapping between strangers' headers and what a booklet has a place for."""

from collections import Counter
from collections.abc import Iterable

from booklet.plain_dataclasses import dataclass

ROLES = {
    "id": "what the table calls the talk by",
    "title": "its title",
    "authors": "names of authors",
    "presenter": "names of those who present",
    "given-name": "given name of an author; the columns of each author stand together",
    "family-name": "family name of an author",
    "presenter-given-name": "given name of who presents",
    "presenter-family-name": "family name of who presents",
    "affiliation": "affiliations of the authors before it, or after it where such a column comes first",
    "department": "goes before the affiliation that it stands with",
    "place": "city or country, which goes behind the affiliation before it",
    "abstract": "its abstract",
    "kind": "talk, keynote or poster",
    "track": "its track",
    "session": "title of its session",
    "sub-session": "whether the row is a session, or a part of the last one (Sub)",
    "chairs": "who chairs the session",
    "room": "its room",
    "date": "the date on which it begins",
    "start": "when it begins: time, date and time, or from when till when",
    "end": "when it ends",
    "duration": "how long it takes",
    "order": "its place in the session",
    "keywords": "keywords",
    "language": "the language in which it is held",
    "references": "references, a line each",
    "biography": "biography of who presents",
    "board": "board of a poster",
    "funding": "who paid for the work",
    "link": "an address",
    "status": "decision or status: who is rejected or withdrawn stays out",
    "e-mail": "never read",
    "private": "never read",
    "timestamp": "never read",
    "ignore": "never read",
}
NEVER_READ = frozenset({"e-mail", "private", "timestamp", "ignore"})
LONGEST = 200  # characters of a header by which it is known


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its header, the how manieth it is with this header, from 1, and its role."""

    header: str
    role: str
    number: int = 1


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """The columns of a table, in its order. Where a table has no headers they are empty, and numbers are positions."""

    columns: tuple[Column, ...]

    @property
    def read(self) -> tuple[Column, ...]:
        """The columns that are read at all."""
        return tuple(column for column in self.columns if column.role not in NEVER_READ)


def header_text(cell: str) -> str:
    """A header as it is compared and written: one line, of signs that are seen."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in cell).split())[:LONGEST].strip()


def numbered(headers: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Each header with the how manieth of its kind it is."""
    seen: Counter[str] = Counter()
    found = []
    for header in headers:
        seen[header] += 1
        found.append((header, seen[header]))
    return tuple(found)
