"""Texts of the content that a file does not say are found, whatever layout may have changed of the others."""

from dataclasses import replace
from pathlib import Path

import pytest

from booklet.job import Job
from booklet.model.program import Program
from booklet.model.rich_text import Block, line
from booklet.proofing.round_trip import lost_texts
from booklet.set_book import set_book

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
    return lost_texts(program, ((f"talk-{program.talks[0].id}",),), (part,), unknown)


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


def test_a_question_mark_stands_for_characters_without_glyph(program: Program) -> None:
    assert lost(program, PART.replace("Ada", "?da"), "A") == ()
    assert lost(program, PART.replace("Ada", "?da")) != ()


def test_parts_and_sections_are_as_many(program: Program) -> None:
    assert lost_texts(program, (("a",), ("b",)), ("",), "") == ("the file has 1 parts instead of 2",)
