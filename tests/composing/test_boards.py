"""From which board to which posters hang, wherever it is said."""

from datetime import date, datetime

import pytest

from booklet.composing.boards import board_range, session_boards
from booklet.composing.labels import load_labels
from booklet.model.rich_text import line
from booklet.model.session import Item, Session
from booklet.model.talk import Talk
from booklet.place import Place, Places
from booklet.plain_dataclasses import replace
from booklet.time_zone import time_zone

HERE = Places(Place("content/program.yaml"))
DAY = date(2027, 5, 3)


def posters(*boards: str | None) -> list[Talk]:
    return [Talk(f"t{number}", line("A poster"), HERE, board=board) for number, board in enumerate(boards)]


@pytest.mark.parametrize(
    ("boards", "expected"),
    [
        (["P10", None, "P2", "P9"], "Boards P2–P10"),
        (["P1"], "Board P1"),
        (["P1", "P1", None], "Board P1"),
        ([None], ""),
        ([], ""),
    ],
)
def test_from_the_first_to_the_last(boards: list[str | None], expected: str) -> None:
    assert board_range(posters(*boards), load_labels("en-US")) == expected


def test_only_sessions_of_posters_have_boards() -> None:
    items = tuple(Item(talk.title, HERE, talk) for talk in posters("P3", "P1"))
    start = datetime(2027, 5, 3, 9, tzinfo=time_zone("UTC"))
    session = Session("s", line("Walls"), DAY, start, HERE, DAY, items=(*items, Item(line("Prizes"), HERE)))
    labels = load_labels("en-US")
    assert session_boards(session, labels) == ""
    assert session_boards(replace(session, kind="posters"), labels) == "Boards P1–P3"
