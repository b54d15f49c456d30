"""A class with the names of its fields → a value with slots, as by `dataclasses`, in a tenth of the time.

The library writes six methods for each class and has Python compile them, which for the two hundred classes of a small
booklet was a sixth of its time. Here classes share the methods in which no field is named, and the others are copies of
templates, with the names of the fields put in: Python compiles a template once for all classes of so many fields. All that
is used of the library means the same here; for mypy these are its very names.

A frozen value is filled while it is still one of an open class with the same slots, and becomes frozen at the end: to go past
`__setattr__` for every field, as the library does, takes twice as long, and a large booklet has millions of values.
"""

from collections.abc import Mapping
from functools import cache, partial
from reprlib import recursive_repr
from types import CodeType, FunctionType, MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["dataclass", "field", "fields", "replace"]

_MISSING: Any = object()
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class _Field:
    """A field of a class: what becomes of it when it is not given, and whether it is given, shown and compared at all."""

    __slots__ = ("compare", "default", "default_factory", "init", "name", "repr")

    def __init__(self, default: Any, default_factory: Any, init: bool, repr: bool, compare: bool) -> None:  # noqa: A002
        self.name = ""
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.compare = compare


if TYPE_CHECKING:
    from dataclasses import dataclass, field, fields, replace
else:

    def dataclass(*, slots, frozen=False, order=False):
        """What makes a value of a class; there is none without slots."""
        if not slots:
            raise TypeError("a value has slots")
        return partial(_made, frozen=frozen, order=order)

    def field(*, default=_MISSING, default_factory=_MISSING, init=True, repr=True, compare=True):  # noqa: A002
        """A field of which there is more to say than its type and what it is by default."""
        return _Field(default, default_factory, init, repr, compare)

    def fields(value):
        """The fields of a value or of its class, in order."""
        return tuple(value.__fields__.values())

    def replace(value, /, **changes):
        """The value with some fields changed."""
        kind = value.__class__
        for name in kind.__match_args__:
            if name not in changes:
                changes[name] = getattr(value, name)
        return kind(**changes)


def _made(cls: type, *, frozen: bool, order: bool) -> type:
    """The class anew, with slots and methods."""
    own = dict(cls.__dict__)
    known = {name: _field(name, own.pop(name, _MISSING)) for name in cls.__annotations__}
    own.pop("__dict__", None)
    own.pop("__weakref__", None)
    slots = {"__slots__": tuple(known)}
    methods = _comparing(cls, [one.name for one in known.values() if one.compare], frozen=frozen, order=order)
    methods |= _FROZEN if frozen else {}
    methods["__repr__"] = _shown
    given = [one for one in known.values() if one.init]
    methods["__new__" if frozen else "__init__"] = _maker(
        cls, given, type(cls.__name__, cls.__bases__, slots) if frozen else None
    )
    facts = {"__qualname__": cls.__qualname__, "__fields__": known, "__match_args__": tuple(one.name for one in given)}
    return type(cls.__name__, cls.__bases__, methods | own | slots | facts)


def _field(name: str, given: Any) -> _Field:
    """The field that a class gives a name; `given` is what the class says it is by default."""
    found = given if isinstance(given, _Field) else _Field(given, _MISSING, init=True, repr=True, compare=True)
    if found.default.__class__.__hash__ is None:
        raise ValueError(f"all values would share the default of {name}: use default_factory")
    found.name = name
    return found


def _maker(cls: type, given: list[_Field], opened: type | None) -> FunctionType:
    """What makes a value of these fields: `__new__`, which begins with a value of the class `opened`, or `__init__`."""
    made = tuple(one.default_factory is not _MISSING for one in given)
    code = _making(made, opened is not None, hasattr(cls, "__post_init__"))
    scope = {"new": object.__new__, "opened": opened, "MISSING": _MISSING}
    scope |= {f"factory_{number}": one.default_factory for number, one in enumerate(given)}
    optional = [one for one in given if one.default is not _MISSING or one.default_factory is not _MISSING]
    return _copied(code, cls, [one.name for one in given], scope, tuple(one.default for one in optional))


@cache
def _making(made: tuple[bool, ...], frozen: bool, ends: bool) -> CodeType:
    """The template of what makes a value: whether each field has a factory, whether the value is frozen, and whether it has
    something of its own to do at the end."""
    numbers = range(len(made))
    lines = ["def __new__(cls" if frozen else "def __init__(self", *(f", field_{number}" for number in numbers), "):\n"]
    lines += ["    self = new(opened)\n"] * frozen
    for number in numbers:
        factory = f"factory_{number}() if field_{number} is MISSING else " if made[number] else ""
        lines.append(f"    self.field_{number} = {factory}field_{number}\n")
    lines += ["    self.__class__ = cls\n"] * frozen
    lines += ["    self.__post_init__()\n"] * ends
    lines += ["    return self\n" if frozen else "    return None\n"]
    return _compiled("".join(lines))


def _comparing(cls: type, names: list[str], *, frozen: bool, order: bool) -> dict[str, Any]:
    """The methods that compare these fields of two values."""
    signs = {"__eq__": "==", "__lt__": "<", "__le__": "<="} if order else {"__eq__": "=="}  # turned round for > and >=
    methods: dict[str, Any] = {
        method: _copied(_comparison(method, sign, len(names)), cls, names) for method, sign in signs.items()
    }
    methods["__hash__"] = _copied(_hashing(len(names)), cls, names) if frozen else None
    return methods


@cache
def _comparison(method: str, sign: str, count: int) -> CodeType:
    """The template of a method that compares so many fields."""
    mine, others = (f"({''.join(f'{one}.field_{number}, ' for number in range(count))})" for one in ("self", "other"))
    body = f"return {mine} {sign} {others} if other.__class__ is self.__class__ else NotImplemented"
    return _compiled(f"def {method}(self, other): {body}")


@cache
def _hashing(count: int) -> CodeType:
    """The template of `__hash__` of so many fields."""
    return _compiled(
        f"def __hash__(self): return hash(({''.join(f'self.field_{number}, ' for number in range(count))}))"
    )


def _compiled(text: str) -> CodeType:
    """The code of the one function of which this is the text."""
    whole = compile(text, "<methods of values>", "exec")
    return next(one for one in whole.co_consts if isinstance(one, CodeType))


def _copied(
    template: CodeType, cls: type, names: list[str], scope: Mapping[str, Any] = _NOTHING, optional: tuple[Any, ...] = ()
) -> FunctionType:
    """A method of a class: the template, with these names for its fields, these names around it and these defaults."""
    named = {f"field_{number}": name for number, name in enumerate(names)}
    code = template.replace(
        co_varnames=tuple(named.get(name, name) for name in template.co_varnames),
        co_names=tuple(named.get(name, name) for name in template.co_names),
        co_qualname=f"{cls.__qualname__}.{template.co_name}",
    )
    return FunctionType(code, {"__name__": cls.__module__, **scope}, template.co_name, optional)


@recursive_repr()
def _shown(self: Any) -> str:
    parts = [f"{name}={getattr(self, name)!r}" for name, one in self.__fields__.items() if one.repr]
    return f"{self.__class__.__qualname__}({', '.join(parts)})"


def _refuse_change(self: Any, name: str, value: object) -> NoReturn:
    del self, value
    raise AttributeError(f"cannot assign to field {name!r}")


def _refuse_deletion(self: Any, name: str) -> NoReturn:
    del self
    raise AttributeError(f"cannot delete field {name!r}")


_FROZEN: dict[str, Any] = {"__setattr__": _refuse_change, "__delattr__": _refuse_deletion}
