"""What a run is to tell its user, before it takes a form."""

from pathlib import Path

from booklet.finding import Finding
from booklet.place import Place
from booklet.plain_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """The findings to show, in order, and what the forms need besides.

    `folder` is the project folder as the user wrote it; places are shown below it, so that they can be clicked. `ok` says
    that the run succeeded, `output` is the file written; so many findings were `accepted` and are not among these. `color`
    allows terminal colors, in the text form only.
    """

    findings: tuple[Finding, ...]
    folder: Path
    ok: bool = True
    output: Path | None = None
    accepted: int = 0
    color: bool = False

    def file(self, place: Place) -> str:
        """The file of a place as the user would write it from where they are."""
        return (self.folder / place.file).as_posix()

    def where(self, place: Place) -> str:
        """The place as `file:line:column`, from where the user is."""
        return f"{self.file(place)}:{place.line}:{place.column}"
