"""The fonts of a booklet as lines to read: what each face of the style is set in, and what is fallen back on."""

from booklet.finding import Finding
from booklet.job import Job
from booklet.place import Place
from booklet.styling.load_style import load_style


def font_report(job: Job) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """A line for every face and fallback font of the style that the job names, and what is wrong with the style."""
    style, findings = load_style(job.style or "base", job.paper, job.folder, Place("content/booklet.yaml"))
    if style is None:
        return (), findings
    width = max(len(name) for name, _ in style.faces) + 2
    lines = [f"{name:{width}}{font.file}" for name, font in style.faces]
    lines += [f"{'fallback':{width}}{font.file}" for font in style.fallback]
    return tuple(lines), findings
