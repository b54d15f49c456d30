"""The cells of a row that name people and where they are from, in whatever columns, into authors and persons."""

import re
import unicodedata
from collections.abc import Iterator

from booklet.codes import CONTRADICTION, GUESSED, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.person_names import joined_name, names_in, one_name
from booklet.importing.cleaning.placeholders import is_placeholder
from booklet.importing.cleaning.prose import prose
from booklet.importing.cleaning.written_name import WrittenName
from booklet.importing.formats.mapped.mapped_rows import Cell, MappedRow
from booklet.importing.meeting import ImportedAuthor, ImportedPerson
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace

_LISTS = frozenset({"authors", "presenter"})
_GIVEN = frozenset({"given-name", "presenter-given-name"})
_FAMILY = frozenset({"family-name", "presenter-family-name"})
_WHERE = frozenset({"affiliation", "department", "place"})
_OF_PRESENTER = re.compile(r"present|speaker|vortrag|referent|orat|ponente|relator", re.IGNORECASE)
_NUMBER = re.compile(r"[\s(\[]{0,3}(\d{1,3}|[a-z](?=[)\]]))[)\]:.]{0,2}\s*(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class _Group:
    """Cells that belong together: a list of names or the parts of one, and where these people are from."""

    names: tuple[Cell, ...] = ()
    where: tuple[Cell, ...] = ()

    @property
    def presents(self) -> bool:
        return any(cell.column.role.startswith("presenter") for cell in self.names)


@dataclass(frozen=True, slots=True)
class _Named:
    """A group with the names in it, and the affiliations of each."""

    names: tuple[WrittenName, ...]
    affiliations: tuple[tuple[str, ...], ...]
    presents: bool

    @property
    def known(self) -> frozenset[str]:
        return frozenset(_folded(name.name) for name in self.names)


def authors_in(row: MappedRow, findings: list[Finding]) -> tuple[ImportedAuthor, ...]:
    """The authors in the order of the columns, each once; those who present are marked, and added where no list has them."""
    named = [_named(group, row.place, findings) for group in _groups(row)]
    authors: dict[str, ImportedAuthor] = {}
    lists = [one for one in named if not one.presents]
    is_first = not lists or (bool(named) and named[0].presents)
    for one in named if is_first else (*lists, *(one for one in named if one.presents)):
        for name, affiliations in zip(one.names, one.affiliations, strict=True):
            key = _same(name.name, authors)
            presenting = name.presenting or one.presents
            if key is None:
                authors[_folded(name.name)] = ImportedAuthor(name.name, affiliations, presenting)
                continue
            known = authors[key]
            every = tuple(dict.fromkeys((*known.affiliations, *affiliations)))
            authors[key] = replace(known, affiliations=every, presenting=known.presenting or presenting)
    found = tuple(authors.values())
    beside = [author for author in found if not any(_folded(author.name) in one.known for one in lists)]
    if not is_first and beside and len(beside) < len(found):
        message = "who presents is not among the authors, and is written before them"
        findings.append(Finding(CONTRADICTION, message, row.place))
        found = (*beside, *(author for author in found if author not in beside))
    return found


def person_in(row: MappedRow, authors: tuple[ImportedAuthor, ...], findings: list[Finding]) -> ImportedPerson | None:
    """The biography with whom it is of: the one who presents, or the only author."""
    written = row.text("biography")
    biography = prose(written, "any", row.place, findings) if written else ""
    presenting = [author for author in authors if author.presenting] or list(authors)
    if not biography:
        return None
    if len(presenting) != 1:
        message = "a biography is left out: it cannot be told of which author it is"
        findings.append(Finding(LEFT_OUT, message, row.place, "add it to people.yaml"))
        return None
    return ImportedPerson(presenting[0].name, biography=biography)


def _groups(row: MappedRow) -> list[_Group]:
    """The columns parted where another name begins; affiliations stand behind the names, or before, as the first one does."""
    cells = [cell for cell in row.cells if cell.column.role in _LISTS | _GIVEN | _FAMILY | _WHERE]
    before = bool(cells) and cells[0].column.role in _WHERE
    groups = [_Group()]
    for cell in cells:
        last = groups[-1]
        is_where = cell.column.role in _WHERE
        begins = (is_where and before and last.names) or (not is_where and _is_other(cell, last, before=before))
        if begins:
            last = _Group()
            groups.append(last)
        grown = replace(last, where=(*last.where, cell)) if is_where else replace(last, names=(*last.names, cell))
        groups[-1] = grown
    return _of_all([group for group in groups if group.names])


def _is_other(cell: Cell, group: _Group, *, before: bool) -> bool:
    """Whether a column of names is of others than the group's."""
    roles = {one.column.role for one in group.names}
    if not group.names:
        return False
    half = cell.column.role in _GIVEN | _FAMILY
    return not half or cell.column.role in roles or bool(roles & _LISTS) or (bool(group.where) and not before)


def _of_all(groups: list[_Group]) -> list[_Group]:
    """Affiliations behind the column of who presents are those of all authors, unless their header says otherwise."""
    *others, last = groups or [_Group()]
    lone = len(others) == 1 and others[0].names[0].column.role == "authors" and not others[0].where
    is_presenter = [cell.column.role for cell in last.names] == ["presenter"]
    if (
        lone
        and last.where
        and is_presenter
        and not any(_OF_PRESENTER.search(cell.column.header) for cell in last.where)
    ):
        return [replace(others[0], where=last.where), replace(last, where=())]
    return groups


def _named(group: _Group, place: Place, findings: list[Finding]) -> _Named:
    names: list[WrittenName] = []
    for cell in group.names:
        if cell.column.role in _LISTS and cell.text:
            names.extend(names_in(cell.text, place, findings))
    given = next((cell.text for cell in group.names if cell.column.role in _GIVEN), "")
    family = next((cell.text for cell in group.names if cell.column.role in _FAMILY), "")
    if given or family:
        one = one_name(joined_name(given, "", family), place, findings)
        names.extend([one] if one.name else [])
    affiliations = tuple(_affiliations(names, group, place, findings)) if names else ()
    return _Named(tuple(names), affiliations, group.presents)


def _affiliations(
    names: list[WrittenName], group: _Group, place: Place, findings: list[Finding]
) -> Iterator[tuple[str, ...]]:
    """The affiliations of each name: by marks, one for each, or all for all."""
    written = _joined(group.where)
    parts = [part for text in written for part in re.split(r"\s*[;|\n]\s*", text) if part.strip()]
    numbers = {found[1]: part[found.end() :].strip() for part in parts if (found := _NUMBER.match(part))}
    if len(numbers) != len(parts):
        numbers = {str(at): part for at, part in enumerate(parts, 1)}
    by_marks = any(name.marks for name in names) and all(
        mark in numbers for name in names for mark in name.marks if mark.isalnum()
    )
    each = not by_marks and len(parts) == len(names) > 1
    if parts and not by_marks and len(names) > 1 and len(parts) > 1:
        message = (
            "affiliations and authors of a row are taken to belong together one by one"
            if each
            else "which author of a row has which of its affiliations cannot be told: each is given all"
        )
        findings.append(Finding(GUESSED, message, place, "mark them with numbers: Ann Lee1, Bo Li2"))
    for at, name in enumerate(names):
        own = [numbers[mark] for mark in name.marks if mark in numbers] if by_marks else list(numbers.values())
        own = [list(numbers.values())[at]] if each else own
        cleaned = (
            one_line(text, place, findings) for text in (name.affiliation, *own) if text and not is_placeholder(text)
        )
        yield tuple(dict.fromkeys(text for text in cleaned if text))


def _joined(cells: tuple[Cell, ...]) -> list[str]:
    """Affiliations with their departments before and their places behind them."""
    found: list[str] = []
    department = ""
    for cell in cells:
        if not cell.text or is_placeholder(cell.text):
            continue
        if cell.column.role == "affiliation":
            found.append(f"{department}, {cell.text}" if department else cell.text)
            department = ""
        elif cell.column.role == "place" and found:
            found[-1] += "" if cell.text.casefold() in found[-1].casefold() else f", {cell.text}"
        elif cell.column.role == "department" and found and not department:
            found[-1] = f"{cell.text}, {found[-1]}"
        else:
            department = f"{department}, {cell.text}" if department else cell.text
    return [*found, department] if department else found


def _same(name: str, authors: dict[str, ImportedAuthor]) -> str | None:
    """The key of the author who is meant: of the same name, or of the same family name and first initial."""
    folded = _folded(name)
    if folded in authors:
        return folded
    words = folded.split()
    alike = (
        [key for key in authors if (other := key.split()) and other[-1] == words[-1] and other[0][0] == words[0][0]]
        if words
        else []
    )
    short = [key for key in alike if len(key.split()[0]) == 1 or len(words[0]) == 1]
    return short[0] if len(short) == 1 else None


def _folded(name: str) -> str:
    parted = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(sign if sign.isalnum() else " " for sign in parted if not unicodedata.combining(sign))
    return " ".join(letters.split()) or name
