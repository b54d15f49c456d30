"""Texts of the content that a file does not say are found, whatever layout may have changed of the others."""

from itertools import permutations
from pathlib import Path

import pytest

from booklet.job import Job
from booklet.model.program import Program
from booklet.model.rich_text import Block, line
from booklet.plain_dataclasses import replace
from booklet.set_book import set_book
from said import lost_in

ROOT = Path(__file__).parents[2]
PART = "A title of all\nAda One¹, Bo Two²\n¹ Here\n² There\nFirst words of it, with ﬁne letters.\nSecond\n"


@pytest.fixture(scope="module")
def program() -> Program:
    """The workshop's with one talk alone."""
    book, _ = set_book(Job(ROOT), lambda *_: None)
    assert book
    talk = book.program.talks[0]
    authors = (
        replace(talk.authors[0], name="Ada One", affiliations=(1,)),
        replace(talk.authors[1], name="Bo Two", affiliations=(2,)),
    )
    abstract = (Block(line("First words of it, with fine\u00a0letters.")), Block(line("Second")))
    talk = replace(
        talk, title=line("A title of all"), authors=authors, affiliations=("Here", "There"), abstract=abstract
    )
    return replace(book.program, talks=(talk,), sessions=())


def lost(program: Program, part: str, unknown: str = "") -> tuple[str, ...]:
    return lost_in(program, ((f"talk-{program.talks[0].id}",),), (part,), unknown)


def test_nothing_is_lost(program: Program) -> None:
    assert lost(program, PART) == ()
    assert lost(program, PART.replace("words", "wor\u00adds").replace("title of", "title\u2009of")) == ()


@pytest.mark.parametrize(
    ("old", "new", "missing"),
    [
        ("Second", "", "Second"),
        ("of all", "of", "A title of all"),
        ("Ada One¹, Bo Two²", "Bo Two², Ada One¹", "Bo Two"),
        ("words of", "wordsof", "First words of it, with fine letters."),
        ("² There", "²", "There"),
    ],
)
def test_what_is_lost_is_named(program: Program, old: str, new: str, missing: str) -> None:
    (fault,) = lost(program, PART.replace(old, new))
    assert fault.endswith(f'does not say "{missing}"')


@pytest.fixture
def several(program: Program) -> tuple[Program, dict[str, str]]:
    """Four talks of one part, of which two have abstracts that begin alike, and what the booklet says of each."""
    (talk,) = program.talks
    words = {"one": "Tides. Sand and wind", "two": "Sand and wind", "three": "Sand and rain", "four": "Tides"}
    talks = tuple(
        replace(talk, id=key, title=line(f"Talk {key}"), abstract=(Block(line(text)),)) for key, text in words.items()
    )
    said = {key: PART.replace("A title of all", f"Talk {key}").split("First")[0] + text for key, text in words.items()}
    return replace(program, talks=talks), said


@pytest.mark.parametrize("order", list(permutations(("one", "two", "three", "four"))))
def test_talks_of_a_part_are_found_in_any_order(
    several: tuple[Program, dict[str, str]], order: tuple[str, ...]
) -> None:
    program, said = several
    names = (("abstracts", *(f"talk-{talk.id}" for talk in program.talks)),)
    text = "\n".join(said[key] for key in order)
    assert lost_in(program, names, (text,), "") == ()
    assert lost_in(program, names, (text.replace("Talk two", ""),), "") == ('"talk-two" does not say "Talk two"',)
    assert lost_in(program, names, (text.replace("rain", ""),), "") == ('"talk-three" does not say "Sand and rain"',)


def test_a_question_mark_stands_for_characters_without_glyph(program: Program) -> None:
    assert lost(program, PART.replace("Ada", "?da"), "A") == ()
    assert lost(program, PART.replace("Ada", "?da")) != ()


def test_parts_and_sections_are_as_many(program: Program) -> None:
    assert lost_in(program, (("a",), ("b",)), ("",), "") == ("the file has 1 parts instead of 2",)


@pytest.fixture(scope="module")
def crowded(program: Program) -> Program:
    """The same with a hundred authors, the fiftieth of whom presents."""
    talk = program.talks[0]
    authors = tuple(
        replace(talk.authors[0], name=f"A {n:03}", affiliations=(1 + n % 2,), presenting=n == 50) for n in range(100)
    )
    return replace(program, talks=(replace(talk, authors=authors),))


def lost_of_two(program: Program, first: str, second: str) -> tuple[str, ...]:
    identity = program.talks[0].id
    return lost_in(program, ((f"talk-{identity}",), (f"names-{identity}",)), (first, second), "")


HEAD = "A title of all\n" + ", ".join(f"A {n:03}" for n in [*range(8), 50, 99])
TEXT = "\nFirst words of it, with fine letters.\nSecond"
NAMES = "Names\n" + ", ".join(f"A {n:03}¹" for n in range(100)) + "\n1 Here 2 There"


def test_names_on_a_page_of_their_own_are_not_lost(crowded: Program) -> None:
    assert lost_of_two(crowded, HEAD + TEXT, NAMES) == ()


@pytest.mark.parametrize(
    ("first", "second", "missing"),
    [
        (HEAD.replace("A 050, ", "") + TEXT, NAMES, "A 050"),
        (HEAD.replace(", A 099", "") + TEXT, NAMES, "A 099"),
        (HEAD + TEXT, NAMES.replace("A 077¹, ", ""), "A 077"),
        (HEAD + TEXT, NAMES.replace("There", ""), "There"),
        (HEAD + TEXT.replace("Second", ""), NAMES, "Second"),
    ],
)
def test_a_name_lost_on_either_page_is_named(crowded: Program, first: str, second: str, missing: str) -> None:
    (fault,) = lost_of_two(crowded, first, second)
    assert fault.endswith(f'does not say "{missing}"')


def test_a_lost_page_of_names_is_noticed(crowded: Program) -> None:
    (fault,) = lost(crowded, HEAD + TEXT)
    assert fault.endswith('does not say "A 008"')


PARTS = ROOT / "tests" / "cases" / "front-matter"
SAID = {
    "page/venue": "The venue The hall stands at the river. How to come On foot. "
    "By boat, if the water is at least h = 0.4 m deep. v = 2gh Then turn left. Lunch Bring it.",
    "page/welcome": "Welcome Dear walkers, this meeting is about bridges that one can jump over, and about the people who "
    "prefer to walk. We thank those who carried the planks. Ada Lindqvist Chair Bo Tanaka",
    "committees": "Program Ada Lindqvist, University of the Ford chair Bo Tanaka, Institute for Timber and Rope, Department "
    "of Everything that Hangs, Ostrava vice-chair and keeper of the list Cy Okafor "
    "Decoration of the hall and of all bridges that lead to it Di Petrov flowers",
    "sponsors": "Arch Beam Ropes and Planks and Everything Else that a Bridge Needs Nails",
    "posters": "Paint Nails and what holds when they are gone Planks of oak in salt water",
    "talk-ropes": "Ropes that remember Ada Lindqvist University of the Ford Une corde garde en mémoire chaque pas. Nous "
    "montrons comment la lire. Ada Lindqvist has walked over more bridges than she has built, and built more than she "
    "admits.",
}


@pytest.fixture(scope="module")
def meeting() -> Program:
    book, _ = set_book(Job(PARTS), lambda *_: None)
    assert book
    return book.program


@pytest.mark.parametrize("name", SAID)
def test_what_other_parts_have_to_say(meeting: Program, name: str) -> None:
    """All of it; and every text of it alone is missed, by a part that does not say its last word."""
    assert lost_in(meeting, ((name,),), (SAID[name],), "") == ()
    (fault,) = lost_in(meeting, ((name,),), (SAID[name].rsplit(" ", 1)[0],), "")
    assert fault.startswith(f'"{name}" does not say')
