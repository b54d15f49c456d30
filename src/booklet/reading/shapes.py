"""The types that content files are to have → shapes, which read trees of texts into records and say all that is wrong.

A record is a class whose annotated names are the keys of a file. A type is that of the value, and what is annotated to it
says how a text becomes one: the first remark is applied first.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType, NoneType
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, TypeVar, get_args, get_origin

from booklet.finding import Code
from booklet.plain_dataclasses import dataclass, replace

Path = tuple[str | int, ...]
Kind = Literal["missing", "unknown", "refused", "too long", "no text", "no list", "no keys", "no record"]
R = TypeVar("R", bound="Record")
_REQUIRED: Any = object()


class RefusedError(ValueError):
    """A value is not taken: the finding that is to be made of it."""

    def __init__(self, code: Code, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


class Problem(NamedTuple):
    """What is wrong at a path: with the key that it ends in, or with the value. `limit` is that of what is too long."""

    kind: Kind
    path: Path
    is_of_key: bool = False
    refusal: RefusedError | None = None
    limit: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """A text that goes through some functions, one after another, each of which may refuse it. `refusal` is for what is no
    text. `schema` is what editors are told."""

    steps: tuple[Callable[[Any], Any], ...] = ()
    refusal: RefusedError | None = None
    schema: Mapping[str, Any] | None = None

    def read(self, value: Any, path: Path, problems: list[Problem], *, is_key: bool = False) -> Any:
        """What the text means, unless there are more problems afterwards."""
        if not isinstance(value, str):
            problems.append(Problem("refused" if self.refusal else "no text", path, refusal=self.refusal))
            return None
        try:
            for step in self.steps:
                value = step(value)
        except RefusedError as refusal:
            problems.append(Problem("refused", path, is_key, refusal))
        return value


@dataclass(frozen=True, slots=True)
class Several:
    """A list; one entry may stand for it when `may_be_one`. One that is too long is not looked into."""

    entry: "Shape"
    limit: int | None = None
    may_be_one: bool = False

    def read(self, value: Any, path: Path, problems: list[Problem]) -> Any:
        """The list of what the entries mean, unless there are more problems afterwards."""
        if not isinstance(value, list):
            if not self.may_be_one:
                problems.append(Problem("no list", path))
                return None
            value = [value]
        if self.limit is not None and len(value) > self.limit:
            problems.append(Problem("too long", path, limit=self.limit))
            return None
        read = self.entry.read
        return [read(entry, (*path, index), problems) for index, entry in enumerate(value)]


@dataclass(frozen=True, slots=True)
class Named:
    """Any keys, each with a value. What is too much is not looked into. `record` is there when they are a whole file."""

    key: Text
    value: "Shape"
    limit: int | None = None
    record: "type[AnyKeys] | None" = None

    def read(self, value: Any, path: Path, problems: list[Problem]) -> Any:
        """The values by their keys, unless there are more problems afterwards."""
        if not isinstance(value, dict):
            problems.append(Problem("no keys", path))
            return None
        if self.limit is not None and len(value) > self.limit:
            problems.append(Problem("too long", path, limit=self.limit))
            return None
        found = {}
        for key, inner in value.items():
            name = self.key.read(key, (*path, key), problems, is_key=True)
            found[name] = self.value.read(inner, (*path, key), problems)
        return made(self.record, {"by_key": found}) if self.record else found


@dataclass(frozen=True, slots=True)
class Whole:
    """A record. A text stands for one of which only the key `short` is given."""

    record: "type[Record]"
    short: str | None = None

    def read(self, value: Any, path: Path, problems: list[Problem]) -> Any:
        """The record, unless there are more problems afterwards."""
        if self.short and isinstance(value, str):
            value = {self.short: value}
        if not isinstance(value, dict):
            problems.append(Problem("no record", path))
            return None
        before = len(problems)
        values = {}
        keys = self.record.keys
        for key, one in keys.items():
            if key in value:
                values[one.name] = one.shape.read(value[key], (*path, key), problems)
            elif one.default is _REQUIRED:
                problems.append(Problem("missing", (*path, key)))
            else:
                values[one.name] = one.default
        problems.extend(Problem("unknown", (*path, key)) for key in value if key not in keys)
        if len(problems) > before:
            return None
        record = made(self.record, values)
        try:
            record.agree()
        except RefusedError as refusal:
            problems.append(Problem("refused", path, refusal=refusal))
        return record


Shape = Text | Several | Named | Whole


class Record:
    """Keys are written with hyphens; a key that no record knows is an error."""

    keys: ClassVar[Mapping[str, "Key"]] = MappingProxyType({})
    shape: ClassVar[Shape]

    def __init_subclass__(cls) -> None:
        own = ((name, kind, vars(cls).get(name)) for name, kind in cls.__annotations__.items())
        found = {name.replace("_", "-"): _key(name, kind, said) for name, kind, said in own if isinstance(said, _Said)}
        cls.keys = MappingProxyType({**cls.keys, **found})
        cls.shape = Whole(cls)

    def agree(self) -> None:
        """Raises a RefusedError when values do not go together."""


class Key(NamedTuple):
    """A key of a record: the name that its value has there, its shape, what it is when it is not written, and what for."""

    name: str
    shape: Shape
    default: Any
    description: str

    @property
    def is_required(self) -> bool:
        """Whether it has to be written."""
        return self.default is _REQUIRED


class _Said(NamedTuple):
    """What a record says of a key."""

    default: Any
    description: str
    limit: int | None


def key(default: Any = _REQUIRED, *, description: str, limit: int | None = None) -> Any:
    """A key of a record: what it is when it is not written, what it is for, and how many entries it has at most."""
    return _Said(default, description, limit)


class AnyKeys(Record):
    """A file of keys that are not known beforehand, with texts."""

    by_key: dict[str, str]

    def __init_subclass__(cls) -> None:
        shape = shape_of(cls.__annotations__["by_key"])
        cls.shape = replace(shape, record=cls) if isinstance(shape, Named) else shape


def made(record: type[R], values: dict[str, Any]) -> R:
    """The record of these values by their names."""
    one = record.__new__(record)
    vars(one).update(values)
    return one


def default(record: type[R]) -> R:
    """The record of which nothing is written."""
    return made(record, {one.name: one.default for one in record.keys.values()})


def _key(name: str, kind: Any, said: _Said) -> Key:
    shape = shape_of(kind) if said.limit is None else at_most_entries(said.limit)(shape_of(kind))
    return Key(name, shape, said.default, said.description)


def shape_of(kind: Any) -> Shape:
    """The shape of what is of this type."""
    if isinstance(kind, type) and issubclass(kind, Record):
        return kind.shape
    parts, origin = get_args(kind), get_origin(kind)
    if origin is Annotated:
        shape = shape_of(parts[0])
        for remark in parts[1:]:
            shape = remark(shape)
        return shape
    if origin is list:
        return Several(shape_of(parts[0]))
    if origin is dict:
        name = shape_of(parts[0])
        return Named(name if isinstance(name, Text) else Text(), shape_of(parts[1]))
    if NoneType in parts:  # of what is not written
        return shape_of(next(part for part in parts if part is not NoneType))
    return Text()


def at_most_entries(limit: int) -> Callable[[Any], Any]:
    """No more entries, or keys, than the limit."""
    return lambda shape: replace(shape, limit=limit)


def then(step: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A text goes through one more function."""
    return lambda shape: replace(shape, steps=(*shape.steps, step))


def one_or_list(shape: Any) -> Any:
    """One entry stands for a list of it."""
    return replace(shape, may_be_one=True)


def short_form(key: str) -> Callable[[Any], Any]:
    """A text stands for a record of which only this key is given."""
    return lambda shape: replace(shape, short=key)


def in_editors(schema: dict[str, Any]) -> Callable[[Any], Any]:
    """What JSON Schema says of a text."""
    return lambda shape: replace(shape, schema=schema)
