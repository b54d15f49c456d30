"""The pictures of content/figures that nothing in the program shows → findings."""

from collections.abc import Iterator
from pathlib import Path

from booklet.codes import UNPRINTED_FILE
from booklet.finding import Finding, Severity
from booklet.model.program import Program
from booklet.place import Place
from booklet.reading.project_file import leads_out

_CONTENT = "content"
_PICTURES = (".pdf", ".png", ".jpg", ".jpeg")


def unused_pictures(folder: Path, program: Program, findings: list[Finding]) -> None:
    """Add findings on pictures that are not shown. Where a talk has errors, nobody knows which it would show."""
    errors = (finding.place for finding in findings if finding.severity is Severity.ERROR)
    if any(place and place.file.startswith(f"{_CONTENT}/talks") for place in errors):
        return
    named = set(_named(program))
    if any(not (folder / file).is_file() for file in named):
        return  # one of those that are not used may be the one that is meant
    root = folder / _CONTENT / "figures"
    if leads_out(folder, root):
        return
    for path in sorted(file for file in root.rglob("*") if file.suffix.lower() in _PICTURES):
        file = path.relative_to(folder).as_posix()
        if file not in named and not path.name.startswith("."):
            hint = f"name it in a talk: figures: [{file.removeprefix(f'{_CONTENT}/')}]; or take it out"
            findings.append(Finding(UNPRINTED_FILE, f'"{file}" is not used', Place(file), hint))


def _named(program: Program) -> Iterator[str]:
    """The files of all pictures that the content names."""
    settings = program.settings
    yield from (figure.file for talk in program.talks for figure in talk.figures)
    yield from (figure.file for page in program.pages for figure in page.figures)
    photos = (person.photo for person in program.people)
    logos = (sponsor.logo for tier in program.event.sponsors for sponsor in tier.sponsors)
    covers = (settings.front_cover, settings.back_cover, settings.logo)
    yield from (picture.file for picture in (*covers, *photos, *logos) if picture)
