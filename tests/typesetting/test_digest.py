"""Equal values have one digest, and whatever can be seen on a page changes it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from booklet.errors import DefectError
from booklet.model.event import Event
from booklet.model.rich_text import Block, Span
from booklet.model.session import Item, Session
from booklet.model.talk import Author, Figure, Talk
from booklet.picture import PdfObject, Picture
from booklet.place import Place, Places
from booklet.plain_dataclasses import replace
from booklet.styling.fonts import FontFile
from booklet.typesetting.digest import SIZE, digest

PLACES = Places(Place("content/talks/a.md"))
PICTURE = Picture(1.0, 2.0, (PdfObject((b"<<>>",), b"data"),), (1, 2))
TALK = Talk("a", (Span("Title"),), PLACES, (Author("Ada", (1,)),), ("X",), (Block((Span("Words."),)),))
SESSION = Session(
    "s", (Span("S"),), date(2026, 5, 5), datetime(2026, 5, 5, 9, tzinfo=UTC), PLACES, date(2026, 5, 5),
    items=(Item((Span("Title"),), PLACES, TALK),),
)  # fmt: skip


def test_equal_values_have_one_digest() -> None:
    first, second = (digest(replace(TALK, id="b"), {"a": 1, "b": (2.5, None)}) for _ in range(2))
    assert first == second
    assert len(first) == SIZE
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})


@pytest.mark.parametrize(
    "change",
    [
        lambda talk: replace(talk, id="b"),
        lambda talk: replace(talk, title=(Span("Title", emphasis=True),)),
        lambda talk: replace(talk, authors=(Author("Ada", (2,)),)),
        lambda talk: replace(talk, authors=(Author("Ada", (1,), presenting=True),)),
        lambda talk: replace(talk, abstract=(Block((Span("Words."),), "item"),)),
        lambda talk: replace(talk, abstract=(Block((Span("Words"), Span("."))),)),
        lambda talk: replace(talk, affiliations=("X", "")),
        lambda talk: replace(talk, figures=(Figure("a.png", PLACES),)),
        lambda talk: replace(talk, figures=(Figure("a.png", PLACES, picture=PICTURE),)),
        lambda talk: replace(talk, track=""),
        lambda talk: replace(talk, track="None"),
    ],
)
def test_whatever_is_said_counts(change: Callable[[Talk], Talk]) -> None:
    others = {digest(TALK), digest(replace(TALK, figures=(Figure("b.png", PLACES),)))}
    assert digest(change(TALK)) not in others


def test_pictures_and_fonts_count_by_what_is_in_them() -> None:
    other = replace(PICTURE, objects=(PdfObject((b"<<>>",), b"other"),))
    assert digest(PICTURE) != digest(other)
    assert digest(FontFile("a.ttf", b"1")) != digest(FontFile("a.ttf", b"2"))
    assert digest(FontFile("a.ttf", b"1")) == digest(FontFile("a.ttf", b"1"))


@pytest.mark.parametrize(
    ("one", "other"),
    [(1, 1.0), (1, True), (1, "1"), ("", None), ((), ""), (("a", "b"), ("ab",)), ((1, (2,)), ((1, 2),)), (b"a", "a")],
)
def test_values_of_other_kinds_are_others(one: object, other: object) -> None:
    assert digest(one) != digest(other)


def test_where_it_was_written_does_not_count() -> None:
    moved = Places(Place("content/talks/a.md", 7, 3), ((("title",), Place("content/talks/a.md", 8)),))
    assert digest(replace(TALK, places=moved)) == digest(TALK)


def test_a_session_stands_for_its_talks_by_their_ids() -> None:
    def with_talk(talk: Talk | None) -> Session:
        return replace(SESSION, items=(replace(SESSION.items[0], talk=talk),))

    assert digest(with_talk(replace(TALK, abstract=()))) == digest(SESSION)
    assert digest(with_talk(replace(TALK, id="b"))) != digest(SESSION)
    assert digest(with_talk(None)) != digest(SESSION)
    assert digest(replace(SESSION, items=(replace(SESSION.items[0], minutes=5),))) != digest(SESSION)


def test_moments_count_with_their_zones() -> None:
    moment = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    different = [moment, moment.replace(fold=1), moment.replace(tzinfo=ZoneInfo("Europe/Paris")), moment.date()]
    assert len({digest(one) for one in different}) == len(different)


def test_what_has_no_digest_is_refused() -> None:
    for value in (object(), {1, 2}, lambda: None, (Event, "a")):
        with pytest.raises(DefectError, match="has no digest"):
            digest(value)
