"""JSON into values, in which every object is a record that knows where each of its values stands."""

import json
import math
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from typing import NoReturn

from booklet import limits
from booklet.codes import BAD_SOURCE, GUESSED, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.sources.record import Record, Value
from booklet.importing.sources.source import SourceFile
from booklet.importing.sources.source_text import source_text
from booklet.place import Place
from booklet.plain_dataclasses import dataclass
from booklet.text_file import without_forbidden

_BLANKS = re.compile(r"\s*+")
_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_NUMBER = re.compile(r"-?[0-9]++(\.[0-9]++)?+([eE][+-]?[0-9]++)?+")
_WORD = re.compile(r"-?[A-Za-z_]++")
_WORDS = {"true": True, "false": False, "null": None}
_NO_NUMBERS = {"NaN", "Infinity", "-Infinity"}
_DIGITS = 18
_SHOWN = 60


def json_value(file: SourceFile, findings: list[Finding]) -> Value:
    """The value of a JSON file: objects are records, arrays tuples. None, with a finding, when it is not JSON. Numbers that
    are too long for one are text; NaN and Infinity are none; of two equal names the last one counts."""
    value, found = _read(file)
    findings.extend(found)
    return value


@lru_cache(maxsize=32)
def _read(file: SourceFile) -> tuple[Value, tuple[Finding, ...]]:
    findings: list[Finding] = []
    text = source_text(file, findings)
    if findings and not text:
        return None, tuple(findings)
    lines = [0, *(found.end() for found in re.finditer("\n", text))]
    reader = _Reader(file.name, text, lines, findings, count())
    try:
        value, at = reader.value(reader.after_blanks(0), 0)
        at = reader.after_blanks(at)
        if at < len(text):
            reader.stop(at, "the end of the file")
    except _BrokenError as broken:
        return None, (*findings, broken.finding)
    return value, tuple(findings)


class _BrokenError(Exception):
    """The file is not JSON, or more than is taken."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


@dataclass(frozen=True, slots=True)
class _Reader:
    """The text and the offsets at which its lines begin. Its methods take an offset, and give a value and the offset after
    it."""

    file: str
    text: str
    lines: list[int]
    findings: list[Finding]
    values: Iterator[int]

    def value(self, at: int, depth: int) -> tuple[Value, int]:
        sign = self.text[at : at + 1]
        if next(self.values) > limits.SOURCE_VALUES:
            self.refuse(at, f"the file has more than {limits.SOURCE_VALUES} values")
        if sign == '"':
            return self.string(at, "a value")
        if sign in {"{", "["} and sign:
            if depth >= limits.SOURCE_DEPTH:
                self.refuse(at, f"values are nested more than {limits.SOURCE_DEPTH} deep")
            return self.record(at, depth + 1) if sign == "{" else self.array(at, depth + 1)
        if number := _NUMBER.match(self.text, at):
            return _number(number), number.end()
        return self.word(at)

    def string(self, at: int, expected: str) -> tuple[str, int]:
        found = _STRING.match(self.text, at)
        if found is None:
            if self.text[at : at + 1] == '"':
                self.refuse(at, 'the text that begins here has no closing "')
            self.stop(at, expected)
        raw = found[0]
        if "\\" not in raw:
            return raw[1:-1], found.end()
        try:
            text: str = json.loads(raw, strict=False)
        except ValueError as error:
            inside = error.pos if isinstance(error, json.JSONDecodeError) else 0
            self.refuse(at + inside, "this is not an escape that JSON knows")
        return without_forbidden(text), found.end()

    def word(self, at: int) -> tuple[Value, int]:
        word = _WORD.match(self.text, at)
        if word and word[0] in _WORDS:
            return _WORDS[word[0]], word.end()
        if word and word[0] in _NO_NUMBERS:
            self.findings.append(
                Finding(GUESSED, f"{word[0]} is no value and read as none", self.place(at, word.end()))
            )
            return None, word.end()
        return self.stop(at, "a value")

    def array(self, at: int, depth: int) -> tuple[Value, int]:
        items: list[Value] = []
        at = self.after_blanks(at + 1)
        if self.text[at : at + 1] == "]":
            return (), at + 1
        while True:
            item, at = self.value(at, depth)
            items.append(item)
            at = self.after_blanks(at)
            sign = self.text[at : at + 1]
            if sign == "]":
                return tuple(items), at + 1
            at = self.after_blanks(at + 1) if sign == "," else self.stop(at, "a comma or ]")

    def record(self, begin: int, depth: int) -> tuple[Record, int]:
        values: dict[str, Value] = {}
        places: dict[str, Place] = {}
        again: dict[str, tuple[Place, int]] = {}
        at = self.after_blanks(begin + 1)
        sign = self.text[at : at + 1]
        while sign != "}" or values:
            begins = at
            name, at = self.string(at, "a name in quotes")
            at = self.after_blanks(at)
            if self.text[at : at + 1] != ":":
                self.stop(at, "a colon")
            at = self.after_blanks(at + 1)
            value, end = self.value(at, depth)
            if name in values:
                again.setdefault(name, (places[name], begins))
            values[name] = value
            places[name] = self.place(at, end)
            at = self.after_blanks(end)
            sign = self.text[at : at + 1]
            if sign == "}":
                break
            at = self.after_blanks(at + 1) if sign == "," else self.stop(at, "a comma or }")
        for name, (first, second) in again.items():
            message = f'"{name[:_SHOWN]}" is given twice; only the last is read'
            self.findings.append(Finding(LEFT_OUT, message, self.place(second, second + 1), also=(first,)))
        return Record(values, self.place(begin, begin + 1), places), at + 1

    def after_blanks(self, at: int) -> int:
        found = _BLANKS.match(self.text, at)
        return found.end() if found else at

    def place(self, begin: int, end: int) -> Place:
        row = bisect_right(self.lines, begin) - 1
        end_of_line = self.lines[row + 1] - 1 if row + 1 < len(self.lines) else len(self.text)
        start = self.lines[row]
        return Place(self.file, row + 1, begin - start + 1, max(min(end, end_of_line), begin) - start + 1)

    def stop(self, at: int, expected: str) -> NoReturn:
        found = self.text[at : at + 20].split("\n")[0].strip()
        met = f', not "{found}"' if found else ", where the file ends" if at >= len(self.text) else ""
        self.refuse(at, f"JSON has {expected} here{met}" if self.text.strip() else "the file is empty")

    def refuse(self, at: int, message: str) -> NoReturn:
        raise _BrokenError(Finding(BAD_SOURCE, message, self.place(at, at + 1), "export the file again"))


def _number(found: re.Match[str]) -> Value:
    """A number, or its digits as text when it is too long to be one."""
    if found[1] is None and found[2] is None:
        return int(found[0]) if len(found[0].removeprefix("-")) <= _DIGITS else found[0]
    number = float(found[0])
    return number if math.isfinite(number) else found[0]
