"""A real program, imported and read."""

from dataclasses import dataclass
from pathlib import Path

from booklet.checking.check import check
from booklet.finding import Finding
from booklet.import_content import Imported, imported, write_content
from booklet.model.program import Program
from booklet.model.session import Session
from booklet.model.talk import Talk
from booklet.reading.read_project import read_project

from . import job_of


@dataclass(frozen=True, slots=True)
class Brought:
    """A program in its project folder; `findings` are those of reading and checking it."""

    folder: Path
    imported: Imported
    program: Program
    findings: tuple[Finding, ...]

    @property
    def talks(self) -> tuple[Talk, ...]:
        return self.program.talks

    @property
    def sessions(self) -> tuple[Session, ...]:
        return self.program.sessions

    @property
    def placed(self) -> list[Talk]:
        return [item.talk for session in self.sessions for item in session.items if item.talk]

    @property
    def names(self) -> set[str]:
        return {author.name for talk in self.talks for author in talk.authors}


def bring(name: str, folder: Path) -> Brought:
    """Import a program into a folder that is not there, and read it."""
    job = job_of(name, folder)
    found = imported(job)
    write_content(job, found)
    program, findings = read_project(folder)
    assert program is not None, findings
    return Brought(folder, found, program, (*findings, *check(program, findings)))
