"""Equal values have one digest, and whatever can be seen on a page changes it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from booklet.errors import DefectError
from booklet.model.event import Event
from booklet.model.rich_text import Block, Span
from booklet.model.session import Item, Session
from booklet.model.talk import Author, Figure, Link, Talk, Translation
from booklet.picture import PdfObject, Picture
from booklet.place import Place, Places
from booklet.plain_dataclasses import replace
from booklet.reading.read_talk import TalkReading
from booklet.reading.talk_record import packed, unpacked
from booklet.styling.fonts import FontFile
from booklet.typesetting.digest import SIZE, Digests, digest

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


Change = Callable[[Talk], Talk]
IN_HEADS: list[Change] = [
    lambda talk: replace(talk, id="b"),
    lambda talk: replace(talk, title=(Span("Title", emphasis=True),)),
    lambda talk: replace(talk, authors=(Author("Ada", (2,)),)),
    lambda talk: replace(talk, authors=(Author("Ada", (1,), presenting=True),)),
    lambda talk: replace(talk, affiliations=("X", "")),
    lambda talk: replace(talk, short_title="T"),
    lambda talk: replace(talk, language="de"),
    lambda talk: replace(talk, status="moved"),
    lambda talk: replace(talk, keywords=("a",)),
    lambda talk: replace(talk, figures=(Figure("a.png", PLACES),)),
    lambda talk: replace(talk, figures=(Figure("a.png", PLACES),)).illustrated([PICTURE]),
    lambda talk: replace(talk, links=(Link("a", "b"),)),
    lambda talk: replace(talk, kind="poster"),
    lambda talk: replace(talk, track=""),
    lambda talk: replace(talk, track="None"),
    lambda talk: replace(talk, board="1"),
    lambda talk: replace(talk, abstract=()),
    lambda talk: replace(talk, funding=(Span("F"),)),
]
IN_TEXTS: list[Change] = [
    lambda talk: replace(talk, abstract=(Block((Span("Words."),), "item"),)),
    lambda talk: replace(talk, abstract=(Block((Span("Words"), Span("."))),)),
    lambda talk: replace(talk, abstract_written="Words. "),
]
IN_BOTH: list[Change] = [
    lambda talk: replace(talk, references=((Span("R"),),)),
    lambda talk: replace(talk, translation=Translation("de", (Span("T"),))),
]


def as_it_is(talk: Talk) -> Talk:
    """The talk that no record knows."""
    return talk


def from_record(talk: Talk) -> Talk:
    """The talk as it comes from its record, with the pictures that it has."""
    read = unpacked(packed(TalkReading(talk, talk.id), [], PLACES.record.file), PLACES.record.file)[0].talk
    assert read
    return read.illustrated([figure.picture for figure in talk.figures]) if talk.figures else read


WAYS = pytest.mark.parametrize("way", [as_it_is, from_record])


@WAYS
@pytest.mark.parametrize("change", IN_HEADS + IN_TEXTS + IN_BOTH)
def test_whatever_is_said_counts(change: Change, way: Change) -> None:
    others = {digest(way(TALK)), digest(way(replace(TALK, figures=(Figure("b.png", PLACES),))))}
    assert digest(way(change(TALK))) not in others
    assert digest(way(change(TALK))) == digest(way(change(TALK)))


@WAYS
def test_what_heads_say_counts_alone(way: Change) -> None:
    def of_head(talk: Talk) -> bytes:
        return Digests().of_heads([way(talk)])

    assert all(of_head(change(TALK)) != of_head(TALK) for change in IN_HEADS + IN_BOTH)
    assert all(of_head(change(TALK)) == of_head(TALK) for change in IN_TEXTS)
    assert Digests().of_heads([way(TALK), way(TALK)]) != of_head(TALK)


def test_what_became_of_a_read_talk_counts() -> None:
    read = from_record(TALK)
    assert read.packed
    for change in IN_HEADS + IN_TEXTS + IN_BOTH:
        assert digest(change(read)) not in {digest(read), digest(TALK)}


def test_pictures_and_fonts_count_by_what_is_in_them() -> None:
    other = replace(PICTURE, objects=(PdfObject((b"<<>>",), b"other"),))
    assert digest(PICTURE) != digest(other)
    assert digest(FontFile("a.ttf", b"1")) != digest(FontFile("a.ttf", b"2"))
    assert digest(FontFile("a.ttf", b"1")) == digest(FontFile("a.ttf", b"1"))
    assert digest(FontFile("a.ttf", b"1", shipped=True)) != digest(FontFile("a.ttf", b"1"))
    assert digest(FontFile("a.ttf", b"1", shipped=True)) != digest(FontFile("b.ttf", b"1", shipped=True))


@pytest.mark.parametrize(
    ("one", "other"),
    [(1, 1.0), (1, True), (1, "1"), ("", None), ((), ""), (("a", "b"), ("ab",)), ((1, (2,)), ((1, 2),)), (b"a", "a")],
)
def test_values_of_other_kinds_are_others(one: object, other: object) -> None:
    assert digest(one) != digest(other)


@WAYS
def test_where_it_was_written_does_not_count(way: Change) -> None:
    moved = Places(Place("content/talks/a.md", 7, 3), ((("title",), Place("content/talks/a.md", 8)),))
    assert digest(way(replace(TALK, places=moved))) == digest(way(TALK))


def test_a_session_stands_for_its_talks_by_their_ids() -> None:
    def with_talk(talk: Talk | None) -> Session:
        return replace(SESSION, items=(replace(SESSION.items[0], talk=talk),))

    assert digest(with_talk(replace(TALK, abstract=()))) == digest(SESSION)
    assert digest(with_talk(replace(TALK, id="b"))) != digest(SESSION)
    assert digest(with_talk(None)) != digest(SESSION)
    assert digest(replace(SESSION, items=(replace(SESSION.items[0], minutes=5),))) != digest(SESSION)


def test_what_an_item_says_counts_where_it_is_no_talk() -> None:
    def with_item(title: str, talk: Talk | None) -> bytes:
        return digest(replace(SESSION, items=(replace(SESSION.items[0], title=(Span(title),), talk=talk),)))

    assert with_item("Coffee", None) != with_item("Tea", None)
    assert with_item("a", None) != with_item("Title", TALK)


def test_a_session_that_is_known_has_the_same_digest() -> None:
    digests = Digests()
    other = replace(SESSION, note="N")
    first = [digests.of(SESSION), digests.of(other), digests.of((SESSION, other))]
    assert [digests.of(SESSION), digests.of(other), digests.of((SESSION, other))] == first
    assert [digest(SESSION), digest(other), digest((SESSION, other))] == first
    assert len(set(first)) == 3
    assert len({digests.of(replace(SESSION, note=str(number))) for number in range(100)}) == 100  # at the same address


def test_moments_count_with_their_zones() -> None:
    moment = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    different = [moment, moment.replace(fold=1), moment.replace(tzinfo=ZoneInfo("Europe/Paris")), moment.date()]
    assert len({digest(one) for one in different}) == len(different)


def test_what_has_no_digest_is_refused() -> None:
    for value in (object(), {1, 2}, lambda: None, (Event, "a")):
        with pytest.raises(DefectError, match="has no digest"):
            digest(value)
