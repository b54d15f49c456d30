"""A project into what other programs read: its content as JSON, its talks as a table, its times as a calendar."""

from collections.abc import Callable

from booklet.binding.metadata import PRODUCER
from booklet.codes import NO_TIMES
from booklet.finding import Finding, Severity
from booklet.job import Job
from booklet.model.program import Program
from booklet.output_file import write_whole
from booklet.place import Place
from booklet.plain_dataclasses import dataclass
from booklet.reading.read_project import read_project


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export gave: what is in its way, and the data (None: nothing)."""

    findings: tuple[Finding, ...]
    data: bytes | None = None


def export(job: Job, kind: str) -> Exported:
    """The content of the job's folder in the form `kind`, one of EXPORTS. Where the job has an `output`, it is written there,
    whole; nothing is where the content has errors. Neither fonts nor styles are looked at.

    Raises FileError when the content or the output cannot be read or written.
    """
    program, found = read_project(job.folder)
    errors = tuple(finding for finding in found if finding.severity is Severity.ERROR)
    if errors or program is None:
        return Exported(errors)
    data = EXPORTS[kind](job, program)
    if data is None:
        hint = "give sessions a start and talks their minutes"
        place = Place("content/program.yaml")
        return Exported((Finding(NO_TIMES, "there is nothing with a time to put into the calendar", place, hint),))
    if job.output:
        write_whole(job.output, data)
    return Exported((), data)


def _json(job: Job, _: Program) -> bytes:
    from booklet.outputs.content_json import content_json

    return content_json(job.folder)


def _csv(_: Job, program: Program) -> bytes:
    from booklet.outputs.table import table

    return table(program)


def _ics(job: Job, program: Program) -> bytes | None:
    from booklet.outputs.calendar import calendar  # its library takes time that the other forms do not need

    return calendar(program, PRODUCER, job.date)


EXPORTS: dict[str, Callable[[Job, Program], bytes | None]] = {"json": _json, "csv": _csv, "ics": _ics}
