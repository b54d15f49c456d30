"""content/import.yaml, in which people say what the columns of a table are, into a mapping, and back."""

import difflib
from collections import Counter

from booklet import limits
from booklet.codes import BAD_VALUE
from booklet.finding import Finding, Severity
from booklet.importing.column_mapping import ROLES, Column, ColumnMapping, header_text
from booklet.importing.yaml_text import Written, a_key_of_records
from booklet.place import Place
from booklet.yaml_file import Mapping, Node, Scalar, Sequence, read_yaml_text

FILE = "content/import.yaml"
_HEAD = (
    "# Which columns of the table become what. Used by `booklet import --update`; change it and import again.",
    "# Roles: ",
)
_SHAPE = "write columns: and below it a line for each, such as - {column: Title, role: title}"


def mapping_text(mapping: ColumnMapping) -> str:
    """The mapping as YAML, a column a line; a number where several columns have one header."""
    counts = Counter(column.header for column in mapping.columns)
    records = [
        {
            "column": column.header or Written('""'),
            "number": str(column.number) if counts[column.header] > 1 or column.number > 1 or not column.header else "",
            "role": column.role,
        }
        for column in mapping.columns
    ]
    return "\n".join([_HEAD[0], *_role_lines(), *a_key_of_records("columns", records), ""])


def read_mapping(text: str, file: str, findings: list[Finding]) -> ColumnMapping | None:
    """The mapping that a file says; None, with findings, where something in it cannot be meant."""
    node, found = read_yaml_text(text, file)
    said = list(found)
    columns = [column for entry in _entries(node, file, said) if (column := _column(entry, said))]
    named = Counter((column.header, column.number) for column in columns)
    for header, number in (one for one, count in named.items() if count > 1):
        message = f'the column "{header[:60]}" is there twice with the number {number}'
        said.append(Finding(BAD_VALUE, message, Place(file), "give each its number among the columns of one header"))
    findings.extend(said)
    if any(finding.severity is Severity.ERROR for finding in said):
        return None
    return ColumnMapping(tuple(columns))


def _role_lines() -> list[str]:
    lines = [_HEAD[1]]
    for role in ROLES:
        if len(lines[-1]) + len(role) > 110:
            lines.append("#   ")
        lines[-1] += role + ", "
    lines[-1] = lines[-1].removesuffix(", ") + "."
    return [line.rstrip() for line in lines]


def _entries(node: Node | None, file: str, findings: list[Finding]) -> tuple[Node, ...]:
    columns = _of(node, "columns")
    if not isinstance(columns, Sequence):
        place = node.place if node else Place(file)
        findings.append(Finding(BAD_VALUE, "the file has no list of columns", place, _SHAPE))
        return ()
    return columns.items[: limits.SOURCE_COLUMNS]


def _column(node: Node, findings: list[Finding]) -> Column | None:
    header, role, number = (_text(_of(node, key)) for key in ("column", "role", "number"))
    if not isinstance(node, Mapping) or header is None or not role:
        findings.append(Finding(BAD_VALUE, "a column needs its header and a role", node.place, _SHAPE))
        return None
    if role not in ROLES:
        near = difflib.get_close_matches(role[:60].lower(), ROLES, 1)
        hint = f"write {near[0]}" if near else f"roles are {', '.join(ROLES)}"
        findings.append(Finding(BAD_VALUE, f'"{role[:60]}" is no role of a column', node.place, hint))
        return None
    if number and not (number.isascii() and number.isdigit() and 0 < int(number[:9]) <= limits.SOURCE_COLUMNS):
        message = f'"{number[:60]}" is no number of a column'
        findings.append(Finding(BAD_VALUE, message, node.place, "write 1 for the first with this header"))
        return None
    return Column(header_text(header), role, int(number or 1))


def _of(node: Node | None, key: str) -> Node | None:
    entries = node.entries if isinstance(node, Mapping) else ()
    return next((entry.value for entry in entries if entry.key == key), None)


def _text(node: Node | None) -> str | None:
    """The text of a value; a header called null or ~ is one as well. None where there is none."""
    return (node.text or "").strip() if isinstance(node, Scalar) else None
