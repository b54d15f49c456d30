"""Printed page numbers are true; when they cannot become so, the run says what still moves."""

import pytest

from booklet.composing.section import Column, Section
from booklet.composing.text import paragraph
from booklet.errors import DefectError
from booklet.flowable import Block
from booklet.folios import folio
from booklet.page_map import PageMap
from booklet.structure import Element
from booklet.tagged_canvas import TaggedCanvas
from booklet.typesetting.settle import page_map, settle
from sheet import bound, letters, said, style

COLUMN = Column(style().page.text_left, style().page.text_width)
WORDS = " ".join(["assimilation of observations into models"] * 60)


def section(key: str, *texts: str) -> Section:
    root = Element("Sect")
    blocks = tuple(Block(paragraph(letters(), style().text.body, text, root.add("P"))) for text in texts)
    return Section(key, root, key, (COLUMN,), blocks)


def silent(stage: str, done: int, total: int) -> None:
    pass


def test_numbers_are_true() -> None:
    """A table before the talks that takes more pages the more it says."""
    talks = [f"talk-{number}" for number in range(5)]

    def compose(name: str, pages: PageMap) -> tuple[Section, ...]:
        if name == "talks":
            return tuple(section(talk, WORDS) for talk in talks)
        rows = [f"{talk} on page {folio(page)}" for talk in talks if (page := pages.page(talk)) is not None]
        return (section("program", *rows, *([WORDS] * len(rows))),)

    done: list[tuple[str, int, int]] = []
    sections = settle(("program", "talks"), frozenset({"program"}), compose, style(), lambda *step: done.append(step))
    assert done[:6] == [("setting pages", number, 6) for number in range(1, 7)]
    assert set(done[6:]) == {("setting page numbers", 1, 1)}
    pages = page_map(sections)
    first = 0
    for part, piece in sections:
        assert pages.page(part.key) == first
        first += len(piece.pages)
    assert pages.page("talk-0") > 1  # type: ignore[operator]
    text = " ".join(said(bound([sections[0][1]], letters())))
    for talk in talks:
        assert f"{talk} on page {folio(pages.page(talk))}" in text  # type: ignore[arg-type]


def test_what_names_no_pages_is_composed_once() -> None:
    composed: list[str] = []

    def compose(name: str, pages: PageMap) -> tuple[Section, ...]:
        composed.append(name)
        return (section(name, "word"),)

    settle(("program", "talks"), frozenset({"program"}), compose, style(), silent)
    assert composed.count("talks") == 1


def test_only_what_asked_for_a_page_that_moved_is_composed_again() -> None:
    composed: list[str] = []

    def compose(name: str, pages: PageMap) -> tuple[Section, ...]:
        composed.append(name)
        if name == "program":  # a page more once it knows where the talks are
            return (section(name, WORDS, *([WORDS] if pages.page("talks") else [])),)
        if name == "index":
            return (section(name, f"{pages.page('cover')}"),)
        return (section(name, f"{pages.count if name == 'notes' else ''}"),)

    names = ("cover", "program", "talks", "index", "notes")
    sections = settle(names, frozenset({"program", "index", "notes"}), compose, style(), silent)
    assert composed[5:] == ["program", "index", "notes", "program", "notes"]  # which asks how many pages there are
    assert sorted(composed[:5]) == sorted(names)
    assert page_map(sections).count == 6


def test_a_part_that_asks_whether_pages_are_counted_is_composed_again_once_they_are() -> None:
    composed: list[str] = []

    def compose(name: str, pages: PageMap) -> tuple[Section, ...]:
        composed.append(f"{name} {pages.counted}")
        return (section(name, "word"),)

    settle(("program",), frozenset({"program"}), compose, style(), silent)
    assert composed == ["program False", "program True"]


def test_a_part_that_prints_numbers_is_drawn_once() -> None:
    """However often it is laid out before the numbers are true."""
    drawn: list[int | None] = []

    def compose(name: str, pages: PageMap) -> tuple[Section, ...]:
        asked = pages.page("talks") if name == "program" else None

        def paint(canvas: TaggedCanvas) -> None:
            if name == "program":
                drawn.append(asked)

        return (Section(name, Element("Sect"), name, paint=paint),)

    settle(("program", "talks"), frozenset({"program"}), compose, style(), silent)
    assert drawn == [1]


def test_what_never_settles_is_named() -> None:
    """A part that takes two pages when it is told that the talks begin on page 2, else one."""

    def compose(name: str, pages: PageMap) -> tuple[Section, ...]:
        if name == "talks":
            return (section("talk-a", "word"), section("talk-b", "word"))
        return (section("program", *[WORDS] * (2 if pages.page("talk-a") == 1 else 1)),)

    one = len(settle(("program",), frozenset(), compose, style(), silent)[0][1].pages)
    assert one == 1
    with pytest.raises(DefectError, match=r"do not settle; still moving: talk-a$"):
        settle(("program", "talks"), frozenset({"program"}), compose, style(), silent)


def test_nothing_to_set() -> None:
    assert settle((), frozenset(), lambda name, pages: (), style(), silent) == ()
    assert settle(("a",), frozenset({"a"}), lambda name, pages: (), style(), silent) == ()
