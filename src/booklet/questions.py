"""What a source does not say, as questions on a terminal, and the answers as a job."""

import click

from booklet.finding import Finding
from booklet.import_content import Imported
from booklet.importing.column_mapping import ROLES, Column, ColumnMapping
from booklet.job import ImportJob
from booklet.place import Place
from booklet.plain_dataclasses import replace
from booklet.reading.zones import read_city
from booklet.reporting.visible import visible


def answered(job: ImportJob, found: Imported) -> tuple[ImportJob, ColumnMapping | None]:
    """The job with the zone that was asked for, and the mapping of a table's columns; both as they are where nothing has to
    be asked. Raises click.Abort when the answer is the end of input or an interrupt."""
    mapping = _columns(found.guess) if found.guess else None
    zone = click.prompt(_ZONE, value_proc=_zone, err=True) if found.needs_zone else job.zone
    return replace(job, zone=zone), mapping


_ZONE = "The source does not say in which time zone its times are. Which one (a city, or a name like Europe/Berlin)?"


def _zone(text: str) -> str:
    found = read_city(text, Place(""))
    if isinstance(found, Finding):
        raise click.UsageError(f"{found.message}; {found.hint}" if found.hint else found.message)
    return found


def _columns(guess: ColumnMapping) -> ColumnMapping:
    """The guess, or what is said of each column instead."""
    click.echo("The columns of the table are taken so:", err=True)
    for column in guess.columns:
        click.echo(f"  {_header(column)}: {column.role} ({ROLES[column.role]})", err=True)
    if click.confirm("Is that right?", default=True, err=True):
        return guess
    roles = click.Choice(list(ROLES))
    click.echo(f"What is each? One of {', '.join(ROLES)}; Enter keeps what is in brackets.", err=True)
    return ColumnMapping(
        tuple(
            replace(one, role=click.prompt(_header(one), default=one.role, type=roles, show_choices=False, err=True))
            for one in guess.columns
        )
    )


def _header(column: Column) -> str:
    """The header as it is shown; a column without one by its number."""
    return visible(column.header) or f"column {column.number}"
