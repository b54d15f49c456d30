"""The program: every day at a glance, then all its sessions with their items."""

from booklet.composing.labels import Labels
from booklet.composing.section import Section
from booklet.composing.sections.glance.compose import compose_glance, plan_glances
from booklet.composing.sections.program_table import PROGRAM_KEY, compose_table
from booklet.lettering.letters import Letters
from booklet.model.program import Program
from booklet.page_map import PageMap


def compose_program(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> tuple[Section, ...]:
    """Pages that show the days, and the table of all sessions; a single session is its table."""
    if len(program.sessions) < 2:
        return compose_table(program, letters, labels, pages, PROGRAM_KEY)
    glances = plan_glances(program, letters, labels)
    sections: list[Section] = []
    for day in program.days:
        key = "" if sections else PROGRAM_KEY
        sections += compose_glance(program, day, letters, labels, pages, key_of_first=key, glances=glances)
    key = f"{PROGRAM_KEY}-sessions" if sections else PROGRAM_KEY
    return (*sections, *compose_table(program, letters, labels, pages, key))
