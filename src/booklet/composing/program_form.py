"""A program → the forms in which its days are shown: which overview, and which list."""

from collections.abc import Callable
from typing import Literal

from booklet.model.day import Day
from booklet.model.program import Program
from booklet.model.session import Session

Glance = Literal["grid", "overview", "none"]
ListForm = Literal["table", "days", "tracks", "time", "none"]

# Destination of the list of posters.
POSTERS_KEY = "posters"
# So many rooms stand side by side in a grid; of more, a day has a row each.
MOST_IN_GRID = 8


def glance_form(program: Program, day: Day) -> Glance:
    """The overview of a day: none of one room, a grid of a few, of more a row each, unless the rooms of a grid's page are
    given."""
    wanted, a_page = program.settings.program.glance, program.settings.program.rooms
    rooms = len(day.rooms)
    if wanted != "auto":
        return wanted if rooms else "none"
    if rooms < 2:
        return "none"
    return "grid" if a_page or rooms <= MOST_IN_GRID else "overview"


def list_form(program: Program) -> ListForm:
    """The list that says all: a single session is a table with everything on one page; sessions follow each other in one
    room; those of several rooms stand in columns; items that no session or track holds together are listed by time."""
    wanted = program.settings.program.list
    if wanted != "auto":
        return wanted
    if len(program.sessions) == 1 and program.timed:
        return "table"
    if all(len(rooms) < 2 for rooms in ([day.rooms for day in program.days] or [program.rooms])):
        return "days"
    return "tracks" if program.groups_items else "time"


def session_key(session_id: str) -> str:
    """Destination of a session in a list of days or tracks."""
    return f"session-{session_id}"


def day_key(number: int) -> str:
    """Destination of a day in the lists of the program, by its number from 1."""
    return f"program-{number}"


def glance_key(number: int, page: int) -> str:
    """Destination of a page that shows a day at a glance, by the numbers of the day and the page from 1."""
    return f"{day_key(number)}-glance-{page}"


def names_sessions(program: Program) -> bool:
    """Whether the list has a destination for every session."""
    return "program" in program.settings.sections and list_form(program) in {"days", "tracks"}


def ways_to_program(program: Program) -> Callable[[Session | None], str | None]:
    """Where the times of talks lead: to their session in the list, or else to the program; None where there is neither."""
    whole = "#program" if "program" in program.settings.sections else None
    if not names_sessions(program):
        return lambda _: whole
    return lambda session: f"#{session_key(session.id)}" if session else whole
