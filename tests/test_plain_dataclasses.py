"""Values are what the library dataclasses would have made of their classes."""

import dataclasses
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from booklet import plain_dataclasses

MODULES = (plain_dataclasses, dataclasses)


def classes(module: ModuleType) -> dict[str, Any]:
    """The same classes, made by one library or the other."""
    dataclass, field = module.dataclass, module.field

    @dataclass(frozen=True, slots=True)
    class Empty:
        pass

    @dataclass(frozen=True, slots=True)
    class One:
        new: float

    @dataclass(frozen=True, slots=True)
    class Two:
        """With names that the making of values has as well."""

        self: int
        opened: "tuple[int, ...]" = ()
        _own: str = "x"

        def doubled(self) -> int:
            return 2 * self.self

    @dataclass(frozen=True, slots=True)
    class Same:
        self: int
        opened: "tuple[int, ...]" = ()
        _own: str = "x"

    @dataclass(frozen=True, slots=True, order=True)
    class Ordered:
        name: str
        number: int = 1
        aside: int = field(default=7, compare=False, repr=False)

    @dataclass(slots=True)
    class Growing:
        first: int
        found: list[Any] = field(default_factory=list)
        last: str = "z"

        def __post_init__(self) -> None:
            self.first += 1

    @dataclass(frozen=True, slots=True)
    class Derived:
        width: int
        area: int = field(init=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "area", self.width**2)

    @dataclass(frozen=True, slots=True)
    class Named:
        name: str

        def __repr__(self) -> str:
            return "named"

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Named)

        def __hash__(self) -> int:
            return 1

    return {one.__name__: one for one in (Empty, One, Two, Same, Ordered, Growing, Derived, Named)}


def outcome(of: Callable[[], Any]) -> Any:
    """What comes of it: a result, or the family of the error."""
    try:
        return of()
    except (AttributeError, TypeError, ValueError) as error:
        return next(one for one in (AttributeError, TypeError, ValueError) if isinstance(error, one))


NAN = float("nan")
ACTS: dict[str, Callable[[ModuleType, Any], Any]] = {
    "shown": lambda _, c: [repr(c.One(1)), repr(c.Two(1)), repr(c.Ordered("a")), repr(c.Derived(3)), repr(c.Empty())],
    "own methods stay": lambda _, c: (repr(c.Named("a")), c.Named("a") == c.Named("b"), hash(c.Named("a"))),
    "by place and by name": lambda _, c: repr(c.Two(1, _own="y", opened=(2,))),
    "own method": lambda _, c: c.Two(4).doubled(),
    "docstring": lambda _, c: c.Two.__doc__,
    "names": lambda _, c: (c.Two.__name__, c.Two.__module__, c.Two.__qualname__.split(".")[-1]),
    "slots": lambda _, c: (c.Two.__slots__, hasattr(c.Two(1), "__dict__"), c.Derived.__slots__),
    "match": lambda _, c: (c.Two.__match_args__, c.Derived.__match_args__, c.Empty.__match_args__),
    "equal": lambda _, c: (c.Two(1) == c.Two(1), c.Two(1) == c.Two(2), c.Two(1) != c.Two(1), c.Empty() == c.Empty()),
    "of other classes": lambda _, c: (c.Two(1) == c.Same(1), c.Two(1).__eq__(c.Same(1)), c.Two(1) == 1),
    "no number": lambda _, c: (c.One(NAN) == c.One(NAN), c.One(NAN) == c.One(float("nan"))),
    "equal to what equals": lambda _, c: (c.One(1) == c.One(1.0), c.One(1) == c.One(True)),
    "not compared": lambda _, c: (
        c.Ordered("a", 1, 2) == c.Ordered("a", 1, 3),
        c.Ordered("a", 1, 2) < c.Ordered("a", 1, 3),
    ),
    "in order": lambda _, c: sorted([c.Ordered("b"), c.Ordered("a", 2), c.Ordered("a")]),
    "all comparisons": lambda _, c: [
        (a < b, a <= b, a > b, a >= b)
        for a in (c.Ordered("a"), c.Ordered("b"))
        for b in (c.Ordered("a"), c.Ordered("b"))
    ],
    "order of others": lambda _, c: c.Ordered("a") < c.One(1),
    "no order": lambda _, c: c.One(1) < c.One(2),
    "in a set": lambda _, c: len({c.Two(1), c.Two(1), c.Two(2), c.Ordered("a", 1, 2), c.Ordered("a", 1, 3), c.Empty()}),
    "what is unhashable": lambda _, c: hash(c.One([])),
    "what grows has no hash": lambda _, c: hash(c.Growing(1)),
    "what grows": lambda _, c: (setattr(value := c.Growing(1), "last", "y"), repr(value)),
    "factories": lambda _, c: (
        c.Growing(1).found is c.Growing(1).found,
        c.Growing(1, [2]).found,
        c.Growing(1, last="a").last,
    ),
    "what grows is equal": lambda _, c: (c.Growing(1) == c.Growing(1), c.Growing(1) == c.Growing(1, [1])),
    "set": lambda _, c: setattr(c.Two(1), "self", 2),
    "set on what grows": lambda _, c: setattr(c.Growing(1), "other", 2),
    "delete": lambda _, c: delattr(c.Two(1), "self"),
    "too few": lambda _, c: c.Two(),
    "too many": lambda _, c: c.One(1, 2),
    "given twice": lambda _, c: c.One(1, new=2),
    "unknown name": lambda _, c: c.One(old=2),
    "not to be given": lambda _, c: c.Derived(1, 1),
    "replaced": lambda m, c: repr(m.replace(c.Two(1, (2,)), _own="y")),
    "replaced and derived": lambda m, c: m.replace(c.Derived(2), width=3).area,
    "replaced what is not there": lambda m, c: m.replace(c.Two(1), other=2),
    "fields": lambda m, c: [[one.name for one in m.fields(of)] for of in (c.Two, c.Two(1), c.Derived, c.Empty)],
    "it holds itself": lambda _, c: (value := c.Growing(1), value.found.append(value), repr(value).split(".")[-1])[-1],
}


class Classes:
    """Classes by their names."""

    def __init__(self, module: ModuleType) -> None:
        self.__dict__.update(classes(module))


@pytest.mark.parametrize("act", ACTS)
def test_as_the_library_does(act: str) -> None:
    ours, theirs = (outcome(lambda module=module: ACTS[act](module, Classes(module))) for module in MODULES)
    assert repr(ours) == repr(theirs)


def test_nothing_is_equal_to_all() -> None:
    """The acts would all pass if an act were an error."""
    made = Classes(plain_dataclasses)
    assert outcome(lambda: made.Two(1).doubled()) == 2
    with pytest.raises(AttributeError, match="cannot assign to field 'self'"):
        made.Two(1).self = 2
    with pytest.raises(AttributeError, match="cannot assign to field 'other'"):
        made.Two(1).other = 2
    with pytest.raises(AttributeError, match="cannot delete field 'self'"):
        del made.Two(1).self
    with pytest.raises(TypeError, match=r"Two\.__new__\(\) missing 1 required positional argument: 'self'"):
        made.Two()


def test_a_value_is_of_its_class_alone() -> None:
    value = Classes(plain_dataclasses).Two(1)
    assert type(value) is value.__class__
    assert type(value).__mro__ == (type(value), object)


def test_a_default_is_not_shared() -> None:
    for module in MODULES:
        with pytest.raises(ValueError, match="default_factory"):

            @module.dataclass(frozen=True, slots=True)
            class _Shared:
                found: list[int] = []  # noqa: RUF012


def test_without_slots() -> None:
    with pytest.raises(TypeError, match="slots"):
        plain_dataclasses.dataclass(slots=False)
