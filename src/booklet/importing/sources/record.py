"""Named values with their places: an object of JSON, a mapping of YAML, a row of a table."""

from collections.abc import Mapping
from typing import TypeAlias

from booklet.place import Place
from booklet.plain_dataclasses import dataclass

# What a value may be: text, number, truth, nothing, a list of values, a record.
Value: TypeAlias = "str | int | float | bool | tuple[Value, ...] | Record | None"


@dataclass(frozen=True, slots=True)
class Record:
    """Values by their names, in the order of the file. A value that is missing, or of another kind than is asked for, is as
    good as none: strangers' files hold null, 0, "" and [] for one thing."""

    values: Mapping[str, Value]
    place: Place
    places: Mapping[str, Place]

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def text(self, name: str) -> str:
        """The value as text without blanks around it; empty when there is none. A number is its digits."""
        return text_of(self.values.get(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts of a list; a single text is a list of one. Empty ones are left out."""
        value = self.values.get(name)
        found = value if isinstance(value, tuple) else (value,)
        return tuple(text for text in map(text_of, found) if text)

    def record(self, name: str) -> "Record":
        """The record; one without values when there is none."""
        value = self.values.get(name)
        return value if isinstance(value, Record) else Record({}, self.of(name), {})

    def records(self, name: str) -> "tuple[Record, ...]":
        """The records of a list; a single record is a list of one."""
        value = self.values.get(name)
        found = value if isinstance(value, tuple) else (value,)
        return tuple(each for each in found if isinstance(each, Record))

    def number(self, name: str) -> int | None:
        """The whole number, also when it is written as text; None when it is none."""
        text = self.text(name)
        digits = text.removeprefix("-")
        return int(text) if digits.isascii() and digits.isdigit() and len(digits) < 19 else None

    def truth(self, name: str) -> bool:
        """Whether the value says yes: true, 1, "yes", "true", "y", "x"."""
        return self.text(name).casefold() in {"true", "yes", "y", "1", "x"}

    def of(self, name: str) -> Place:
        """Place of a value, or of the record when it has none."""
        return self.places.get(name, self.place)


def text_of(value: Value) -> str:
    """A text, number or truth as text without blanks around it; empty for all else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).strip() if isinstance(value, str | int | float) else ""


def listed_records(value: Value, name: str = "") -> tuple[Record, ...]:
    """The records of a list, or of the list that a record has under this name; none where it is something else."""
    listed = value.values.get(name) if isinstance(value, Record) else value
    return tuple(each for each in listed if isinstance(each, Record)) if isinstance(listed, tuple) else ()
