"""The kinds of values that content files hold, as types with what is to be done with a text."""

from collections.abc import Callable
from datetime import date, time
from typing import Annotated, Any, Literal

from booklet import limits
from booklet.codes import BAD_VALUE, WRONG_SHAPE
from booklet.reading import values
from booklet.reading.shapes import (
    Record,
    RefusedError,
    Text,
    at_most_entries,
    in_editors,
    key,
    one_or_list,
    short_form,
    then,
)

_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}
_ONE_VALUE = RefusedError(WRONG_SHAPE, "one value is expected here", "write it on the line of its key")


def at_most(limit: int) -> Callable[[Any], Any]:
    """No more characters than the limit."""
    return then(lambda text: values.within(text, limit))


def read_by(read: Callable[[str], object]) -> Callable[[Any], Any]:
    """What a function of values.py makes of the text."""
    return lambda _: Text((read,), _ONE_VALUE)


def one_of(*words: str) -> Callable[[Any], Any]:
    """One of some words; the empty one is what is not written."""
    words = tuple(filter(None, words))

    def read(text: str) -> str:
        if text not in words:
            raise RefusedError(BAD_VALUE, f'"{text[:60]}" is not taken here', values.nearest_word(text, words))
        return text

    return lambda _: Text((read,), _ONE_VALUE, {"enum": list(words)})


Title = Annotated[str, at_most(limits.TITLE), then(values.not_empty), in_editors(_TEXT)]
Name = Annotated[str, at_most(limits.NAME), then(values.not_empty), in_editors(_TEXT)]
Label = Annotated[str, at_most(limits.LABEL), then(values.not_empty), in_editors(_TEXT)]
ShortText = Annotated[str, at_most(limits.SHORT), in_editors(_TEXT)]
LongText = Annotated[str, at_most(limits.LONG), in_editors(_TEXT)]
Id = Annotated[str, read_by(values.read_id), in_editors({"type": ["string", "number", "boolean"]})]
Language = Annotated[str, read_by(values.read_language), in_editors({"type": ["string", "boolean"]})]
Day = Annotated[date, read_by(values.read_date), in_editors({"type": "string"})]
Clock = Annotated[time, read_by(values.read_time), in_editors({"type": ["string", "number"]})]
Minutes = Annotated[tuple[int, int], read_by(values.read_minutes), in_editors({"type": ["string", "number"]})]
Website = Annotated[str, read_by(values.read_website), in_editors({"type": "string"})]
Address = Annotated[str, read_by(values.read_link), in_editors({"type": "string"})]
Share = Annotated[float, read_by(values.read_share), in_editors({"type": ["string", "number"]})]
PicturePath = Annotated[str, read_by(values.read_cover), in_editors({"type": "string"})]
FigureFile = Annotated[str, read_by(values.read_figure), in_editors({"type": "string"})]
YesNo = Annotated[bool, read_by(values.read_yes_no), in_editors({"type": ["boolean", "string"]})]
Count = Annotated[int, read_by(values.read_count), in_editors({"type": ["integer", "string"]})]
Hours = Annotated[Literal[12, 24], read_by(values.read_clock), in_editors({"enum": [12, 24, "12", "24"]})]

FewNames = Annotated[list[Name], one_or_list, at_most_entries(limits.LIST_ENTRIES)]
FewTexts = Annotated[list[LongText], one_or_list, at_most_entries(limits.LIST_ENTRIES)]
Macros = Annotated[dict[Annotated[str, then(values.macro_name)], ShortText], at_most_entries(limits.MACROS)]
FewShort = Annotated[list[ShortText], one_or_list, at_most_entries(limits.LIST_ENTRIES)]


class PictureRecord(Record):
    """A picture from outside."""

    file: PicturePath = key(description="A PDF, PNG or JPEG file inside content/.")
    alt: LongText | None = key(None, description="Words for readers who cannot see it.")


PictureOf = Annotated[PictureRecord, short_form("file")]
