"""Trees of texts as records, and all that is wrong with them."""

from typing import Annotated, Any

import pytest

from booklet.codes import BAD_VALUE
from booklet.reading.field_types import Name, YesNo, at_most
from booklet.reading.shapes import (
    AnyKeys,
    Problem,
    Record,
    RefusedError,
    at_most_entries,
    default,
    in_editors,
    key,
    one_or_list,
    short_form,
    then,
)


def lower(text: str) -> str:
    if text != text.lower():
        raise RefusedError(BAD_VALUE, "capitals")
    return text


Word = Annotated[str, then(lower), then(str.title), in_editors({"type": "string"})]


class Pet(Record):
    """A pet."""

    name: Name = key(description="Its name.")
    is_tame: YesNo = key(True, description="Whether it is tame.")


class Dog(Pet):
    """A dog."""

    tricks: list[Word] = key([], limit=2, description="What it can do.")

    def agree(self) -> None:
        """A wild dog has no tricks."""
        if self.tricks and not self.is_tame:
            raise RefusedError(BAD_VALUE, "a wild dog with tricks")


class House(Record):
    """A house."""

    dogs: Annotated[list[Annotated[Dog, short_form("name")]], one_or_list, at_most_entries(2)] = key(
        [], description="The dogs in it."
    )
    rooms: dict[Word, Annotated[str, at_most(3)]] = key({}, limit=2, description="Its rooms.")
    best: Pet | None = key(None, description="The best pet.")
    any: Pet | None = key(None, description="Any pet.")


class Nicknames(AnyKeys):
    """Nicknames."""

    by_key: dict[str, Word]


def read(record: type[Record], tree: object) -> tuple[Any, list[Problem]]:
    problems: list[Problem] = []
    return record.shape.read(tree, (), problems), problems


def wrong(record: type[Record], tree: object) -> list[tuple[Any, ...]]:
    """Kinds and paths of what is wrong, and what refuses it."""
    return [
        (problem.kind, problem.path, problem.refusal and problem.refusal.message) for problem in read(record, tree)[1]
    ]


def test_a_record_has_the_values_of_its_keys() -> None:
    dog, problems = read(Dog, {"name": "Rex", "tricks": ["sit", "roll"], "is-tame": "yes"})
    assert problems == []
    assert (dog.name, dog.tricks, dog.is_tame) == ("Rex", ["Sit", "Roll"], True)
    assert type(dog) is Dog


def test_what_is_not_written_is_as_by_default() -> None:
    dog, problems = read(Dog, {"name": "Rex"})
    assert (problems, dog.tricks, dog.is_tame) == ([], [], True)
    house = default(House)
    assert (house.dogs, house.rooms, house.best) == ([], {}, None)


@pytest.mark.parametrize("tree", ["Rex", ["Rex"], {"name": "Rex"}, [{"name": "Rex"}]])
def test_one_entry_and_one_text_stand_for_more(tree: object) -> None:
    house, problems = read(House, {"dogs": tree})
    assert (problems, [dog.name for dog in house.dogs]) == ([], ["Rex"])


def test_a_file_of_any_keys() -> None:
    names, problems = read(Nicknames, {"rex": "king", "[key]": "x"})
    assert (problems, names.by_key) == ([], {"rex": "King", "[key]": "X"})
    assert wrong(Nicknames, ["rex"]) == [("no keys", (), None)]


def test_everything_wrong_is_said_in_order() -> None:
    dogs = ["", {"is-tame": "perhaps", "tricks": ["Sit", ["x"], "roll"], "nmae": "Rex"}]
    rooms = {"Attic": "high", "cellar": ["x"]}
    assert wrong(House, {"any": "x", "cats": "x", "rooms": rooms, "dogs": dogs, "best": ["x"]}) == [
        ("refused", ("dogs", 0, "name"), "the text is empty"),
        ("missing", ("dogs", 1, "name"), None),
        ("refused", ("dogs", 1, "is-tame"), '"perhaps" is neither true nor false'),
        ("too long", ("dogs", 1, "tricks"), None),
        ("unknown", ("dogs", 1, "nmae"), None),
        ("refused", ("rooms", "Attic"), "capitals"),
        ("refused", ("rooms", "Attic"), "4 characters are given; at most 3 are taken"),
        ("no text", ("rooms", "cellar"), None),
        ("no record", ("best",), None),
        ("no record", ("any",), None),
        ("unknown", ("cats",), None),
    ]


def test_a_problem_is_of_a_key_or_of_its_value() -> None:
    _, problems = read(House, {"rooms": {"Attic": "high"}})
    assert [problem.is_of_key for problem in problems] == [True, False]


def test_one_value_is_expected() -> None:
    assert wrong(Pet, {"name": ["x"], "is-tame": ["x"]}) == [
        ("no text", ("name",), None),
        ("refused", ("is-tame",), "one value is expected here"),
    ]


def test_what_is_too_long_is_not_looked_into() -> None:
    _, problems = read(House, {"dogs": [""] * 3, "rooms": {"A": "", "B": "", "C": ""}})
    assert [(problem.kind, problem.path, problem.limit) for problem in problems] == [
        ("too long", ("dogs",), 2),
        ("too long", ("rooms",), 2),
    ]


def test_values_that_do_not_go_together() -> None:
    wild = {"name": "Rex", "is-tame": "no", "tricks": ["sit"]}
    assert wrong(Dog, wild) == [("refused", (), "a wild dog with tricks")]
    assert wrong(Dog, {**wild, "age": "3"}) == [("unknown", ("age",), None)]


def test_only_one_list() -> None:
    assert wrong(Dog, {"name": "Rex", "tricks": "sit"}) == [("no list", ("tricks",), None)]


def test_a_name_with_its_underscore_is_no_key() -> None:
    assert wrong(Dog, {"name": "Rex", "is_tame": "no"}) == [("unknown", ("is_tame",), None)]
