"""The program: one table where there is one session, else day by day."""

from collections.abc import Iterator

from booklet.composing.labels import Labels
from booklet.composing.program_form import list_form
from booklet.composing.section import Section
from booklet.composing.sections.program_table import compose_table
from booklet.lettering.letters import Letters
from booklet.model.program import Program
from booklet.page_map import PageMap
from booklet.when_called import when_called

_compose_day_by_day = when_called("booklet.composing.sections.day_by_day", "compose_day_by_day")


def compose_program(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> Iterator[Section]:
    """The sections of the program, each composed when it is asked for."""
    is_table = list_form(program) == "table" or not program.sessions
    yield from (compose_table if is_table else _compose_day_by_day)(program, letters, labels, pages)
