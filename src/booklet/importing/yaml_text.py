"""Texts, lists and records into the YAML that people would write: plain where it can be, quoted where it must."""

import re
import textwrap
from collections.abc import Mapping, Sequence

WIDTH = 120  # columns; a longer record goes on several lines
_PROSE = 90  # columns, from which on a text with blanks stands in a block
# Nothing of these begins or breaks anything in YAML: letters, digits and signs inside, no sign that is an indicator first.
_PLAIN = re.compile(r"[^\W_](?:[^\n:#]|:(?! |$)|(?<! )#)*+")
# A question mark in brackets is one to booklet, and an error to other readers of YAML.
_IN_FLOW = re.compile(r"[\[\]{},?]|:(?=[\"'])")
_NOTHING = {"null", "Null", "NULL", "~"}
_UNFIT = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def one_value(text: str, *, in_flow: bool = False) -> str:
    """A text on one line, as a value of a key, or inside of brackets; line ends become blanks."""
    text = " ".join(_UNFIT.sub(" ", text).split("\n")).strip()
    if _PLAIN.fullmatch(text) and text not in _NOTHING and not (in_flow and _IN_FLOW.search(text)):
        return text
    if "\\" in text or '"' in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def a_list(texts: Sequence[str]) -> str:
    """Texts as a list in brackets."""
    return f"[{', '.join(one_value(text, in_flow=True) for text in texts)}]"


def a_record(values: Mapping[str, str]) -> str:
    """Values that are YAML already, by their keys, in braces. Those that are empty are left out."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in values.items() if value) + "}"


def a_key(key: str, text: str, indent: int = 0) -> list[str]:
    """The lines of a key with its text; none when it is empty. Long texts stand below the key, paragraphs in a block."""
    lead = " " * indent
    lines = [line.rstrip() for line in _UNFIT.sub(" ", text).strip().split("\n")]
    if lines == [""]:
        return []
    if len(lines) > 1:
        return [f"{lead}{key}: |-", *(f"{lead}  {line}".rstrip() for line in lines)]
    value = one_value(text)
    if indent + len(key) + 2 + len(value) <= WIDTH or len(value) < _PROSE or "  " in lines[0] or "\t" in lines[0]:
        return [f"{lead}{key}: {value}"]
    rows = textwrap.wrap(lines[0], WIDTH - indent - 2, break_long_words=False, break_on_hyphens=False)
    return [f"{lead}{key}: >-", *(f"{lead}  {row}" for row in rows)]


def a_key_of_texts(key: str, texts: Sequence[str], indent: int = 0) -> list[str]:
    """The lines of a key with a list of texts: in brackets where they fit on a line, else one below the other."""
    if not texts:
        return []
    lead = " " * indent
    line = f"{lead}{key}: {a_list(texts)}"
    if len(line) <= WIDTH:
        return [line]
    return [f"{lead}{key}:", *(f"{lead}  - {one_value(text)}" for text in texts)]


def a_key_of_records(key: str, records: Sequence[Mapping[str, str]], indent: int = 0) -> list[str]:
    """The lines of a key with a list of records, one a line; a record of more than a line has one for each key."""
    if not records:
        return []
    return [f"{' ' * indent}{key}:", *(line for record in records for line in _entry(record, indent + 2))]


def _entry(record: Mapping[str, str], indent: int) -> list[str]:
    """A record as an entry of a list. Values are texts, or YAML in brackets, which is left as it is."""
    flow = a_record({key: _flow(value) for key, value in record.items()})
    lead = " " * indent
    if len(lead) + 2 + len(flow) <= WIDTH and not any("\n" in value for value in record.values()):
        return [f"{lead}- {flow}"]
    lines = [
        line
        for key, value in record.items()
        for line in ([f"{lead}  {key}: {value}"] if isinstance(value, Written) else a_key(key, value, indent + 2))
    ]
    return [f"{lead}- {lines[0].lstrip()}", *lines[1:]] if lines else []


class Written(str):
    """A value that is YAML already."""

    __slots__ = ()


def _flow(value: str) -> str:
    return value if isinstance(value, Written) or not value else one_value(value, in_flow=True)
