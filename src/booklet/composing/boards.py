"""Talks that hang on boards → from which board to which, in words."""

from collections.abc import Iterable

from booklet.composing.labels import Labels
from booklet.model.arrange import board_order
from booklet.model.session import Session
from booklet.model.talk import Talk


def board_range(talks: Iterable[Talk], labels: Labels) -> str:
    """The first and the last board of talks, in whatever order they are; the one where there is but one; empty where none has
    one."""
    boards = sorted(dict.fromkeys(talk.board for talk in talks if talk.board), key=board_order)
    if len(boards) < 2:
        return f"{labels.board} {boards[0]}" if boards else ""
    return labels.boards.replace("{first}", boards[0]).replace("{last}", boards[-1])


def session_boards(session: Session, labels: Labels) -> str:
    """The boards of a session of posters; empty for any other."""
    talks = (item.talk for item in session.items if item.talk)
    return board_range(talks, labels) if session.kind == "posters" else ""
