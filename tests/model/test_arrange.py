"""Sessions at one time stand in the order of their rooms, what is for all before them."""

from datetime import UTC, date, datetime

from booklet.model.arrange import arrange
from booklet.model.event import Event
from booklet.model.program import Program
from booklet.model.room import Room
from booklet.model.session import Session, SessionKind
from booklet.model.settings import Settings
from booklet.place import Place, Places

NOWHERE = Places(Place("content/program.yaml"))


def session(name: str, hour: int, *rooms: str, kind: SessionKind = "session", timed: bool = True) -> Session:
    start = datetime(2027, 5, 4, hour, tzinfo=UTC)
    return Session(name, (), date(2027, 5, 4), start, NOWHERE, date(2027, 5, 4), rooms=rooms, kind=kind, timed=timed)


def order(*sessions: Session) -> list[str]:
    event, settings = Event("M", "en-US", "UTC", NOWHERE), Settings(NOWHERE)
    program = Program(event, settings, sessions, rooms=(Room("Hall"), Room("Attic")))
    return [one.id for one in arrange(program).sessions]


def test_by_start_then_by_room_then_by_id() -> None:
    found = order(session("a", 9, "Attic"), session("b", 9, "Hall"), session("c", 8, "Attic"), session("d", 9, "Hall"))
    assert found == ["c", "b", "d", "a"]


def test_what_is_for_all_stands_first() -> None:
    assert order(session("a", 9, "Hall"), session("b", 9, kind="break")) == ["b", "a"]


def test_a_room_that_is_not_listed_stands_behind_those_that_are() -> None:
    assert order(session("a", 9, "Barn"), session("b", 9, "Attic"), session("c", 9)) == ["b", "a", "c"]


def test_what_has_no_time_stands_last() -> None:
    assert order(session("a", 0, "Hall", timed=False), session("b", 9, "Attic")) == ["b", "a"]
