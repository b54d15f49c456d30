"""What the user asked for on the command line."""

from datetime import datetime
from pathlib import Path

from booklet.plain_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Job:
    """One run: the project folder and what overrides its booklet.yaml.

    `folder` holds content/; `only` are talk ids (empty: all); `date` is written into the PDF's metadata when given
    (SOURCE_DATE_EPOCH), otherwise the file carries none, so that the same input gives the same bytes; `max_size` in bytes is
    what the file may have at most, as far as its pictures allow. `cached`: talks that an earlier run has read and pieces that
    it has set are taken from it, and those of this one kept.
    """

    folder: Path
    paper: str | None = None
    style: str | None = None
    only: tuple[str, ...] = ()
    output: Path | None = None
    strict: bool = False
    date: datetime | None = None
    max_size: int | None = None
    cached: bool = True

    @property
    def pdf(self) -> Path:
        """The file to write: `output`, or out/booklet.pdf of the project."""
        return self.output or self.folder / "out" / "booklet.pdf"


@dataclass(frozen=True, slots=True)
class ImportJob:
    """One import: the file or folder `source` that another system wrote, the project `folder`, the name of a form (empty: it
    is recognised), what the user says about the source (empty: it says so itself), whether content is there to be updated.
    """

    source: Path
    folder: Path
    form: str = ""
    zone: str = ""
    language: str = ""
    title: str = ""
    update: bool = False
