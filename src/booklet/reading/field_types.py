"""The kinds of values that content files hold, as pydantic types over plain text."""

from collections.abc import Callable
from datetime import date, time
from typing import Annotated, Any, Literal

from booklet import limits
from booklet.codes import BAD_VALUE, WRONG_SHAPE
from booklet.reading import values
from booklet.reading.plain_pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from booklet.reading.values import refusal

_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}


def at_most(limit: int) -> AfterValidator:
    """No more characters than the limit."""
    return AfterValidator(lambda text: values.within(text, limit))


def read_by(read: Callable[[str], object]) -> BeforeValidator:
    """What a function of values.py makes of the text."""

    def validator(value: object) -> object:
        if not isinstance(value, str):
            raise refusal(WRONG_SHAPE, "one value is expected here", "write it on the line of its key")
        return read(value)

    return BeforeValidator(validator)


def one_or_list(entry: Any) -> BeforeValidator:
    """One entry stands for a list of it."""
    return BeforeValidator(
        lambda value: value if isinstance(value, list) else [value], json_schema_input_type=entry | list[entry]
    )


def short_form(key: str, text: Any, record: Any) -> BeforeValidator:
    """A text stands for a record of which only this key is given."""
    return BeforeValidator(
        lambda value: {key: value} if isinstance(value, str) else value, json_schema_input_type=text | record
    )


def one_of(*words: str) -> BeforeValidator:
    """One of some words; the empty one is what is not written."""
    words = tuple(filter(None, words))

    def read(text: str) -> str:
        if text not in words:
            raise refusal(BAD_VALUE, f'"{text[:60]}" is not taken here', values.nearest_word(text, words))
        return text

    return read_by(read)


def enum(*words: str) -> WithJsonSchema:
    """The same for editors."""
    return WithJsonSchema({"enum": list(words)})


Title = Annotated[str, at_most(limits.TITLE), AfterValidator(values.not_empty), WithJsonSchema(_TEXT)]
Name = Annotated[str, at_most(limits.NAME), AfterValidator(values.not_empty), WithJsonSchema(_TEXT)]
Label = Annotated[str, at_most(limits.LABEL), AfterValidator(values.not_empty), WithJsonSchema(_TEXT)]
ShortText = Annotated[str, at_most(limits.SHORT), WithJsonSchema(_TEXT)]
LongText = Annotated[str, at_most(limits.LONG), WithJsonSchema(_TEXT)]
Id = Annotated[str, read_by(values.read_id), WithJsonSchema({"type": ["string", "number", "boolean"]})]
Language = Annotated[str, read_by(values.read_language), WithJsonSchema({"type": ["string", "boolean"]})]
Day = Annotated[date, read_by(values.read_date), WithJsonSchema({"type": "string"})]
Clock = Annotated[time, read_by(values.read_time), WithJsonSchema({"type": ["string", "number"]})]
Minutes = Annotated[tuple[int, int], read_by(values.read_minutes), WithJsonSchema({"type": ["string", "number"]})]
Website = Annotated[str, read_by(values.read_website), WithJsonSchema({"type": "string"})]
Address = Annotated[str, read_by(values.read_link), WithJsonSchema({"type": "string"})]
Share = Annotated[float, read_by(values.read_share), WithJsonSchema({"type": ["string", "number"]})]
PicturePath = Annotated[str, read_by(values.read_cover), WithJsonSchema({"type": "string"})]
FigureFile = Annotated[str, read_by(values.read_figure), WithJsonSchema({"type": "string"})]
YesNo = Annotated[bool, read_by(values.read_yes_no), WithJsonSchema({"type": ["boolean", "string"]})]
Count = Annotated[int, read_by(values.read_count), WithJsonSchema({"type": ["integer", "string"]})]
Hours = Annotated[Literal[12, 24], read_by(values.read_clock), WithJsonSchema({"enum": [12, 24, "12", "24"]})]

FewNames = Annotated[list[Name], one_or_list(Name), Field(max_length=limits.LIST_ENTRIES)]
FewTexts = Annotated[list[LongText], one_or_list(LongText), Field(max_length=limits.LIST_ENTRIES)]
Macros = Annotated[dict[Annotated[str, AfterValidator(values.macro_name)], ShortText], Field(max_length=limits.MACROS)]
FewShort = Annotated[list[ShortText], one_or_list(ShortText), Field(max_length=limits.LIST_ENTRIES)]


class Record(BaseModel):
    """Keys are written with hyphens; a key that no record knows is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-"))


class PictureRecord(Record):
    """A picture from outside."""

    file: PicturePath = Field(description="A PDF, PNG or JPEG file inside content/.")
    alt: LongText | None = Field(None, description="Words for readers who cannot see it.")


PictureOf = Annotated[PictureRecord, short_form("file", PicturePath, PictureRecord)]
