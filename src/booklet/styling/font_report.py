"""The fonts of a booklet as lines to read: what each face of its style is set in, and what is fallen back on."""

from booklet.errors import WrongUseError
from booklet.job import Job
from booklet.place import Place
from booklet.reading.read_project import read_project
from booklet.styling.load_style import load_style


def font_report(job: Job) -> tuple[str, ...]:
    """A line for every face and fallback font of the project's style: its name and its file.

    Raises WrongUseError when the style cannot be used; `check` says why.
    """
    program, _ = read_project(job.folder)
    name, paper = (program.settings.style, program.settings.paper) if program else (None, None)
    place = Place("content/booklet.yaml")
    style, findings = load_style(job.style or name or "base", job.paper or paper, job.folder, place)
    if style is None:
        raise WrongUseError(f"the style cannot be used: {findings[0].message}")
    width = max(len(face) for face, _ in style.faces) + 2
    faces = [f"{face:{width}}{font.file}" for face, font in style.faces]
    return (*faces, *(f"{'fallback':{width}}{font.file}" for font in style.fallback))
