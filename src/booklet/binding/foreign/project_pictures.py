"""Files of the project that covers and figures name → their pictures, each figure's file read once."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from booklet.binding.foreign.picture_rules import FIGURE, Use
from booklet.binding.foreign.read_picture import ReadFile, read_picture
from booklet.finding import Finding
from booklet.limits import PICTURE_BYTES
from booklet.model.program import Program
from booklet.picture import Picture
from booklet.place import Place
from booklet.reading.project_file import read_bytes


def picture_file(folder: Path, relative: str, use: Use, place: Place) -> ReadFile:
    """What the file `relative` to the project folder shows; nothing, and a finding at `place`, when it cannot be used."""
    data = read_bytes(folder, relative, PICTURE_BYTES, place)
    if isinstance(data, Finding):
        return ReadFile((), (data,))
    return read_picture(data, relative, use, place)


def with_figures(
    program: Program, folder: Path, progress: Callable[[int, int], None]
) -> tuple[Program, tuple[Finding, ...]]:
    """The program with the pictures of its figures. What there is to say about a file is said where it is named first.

    `progress` is told how many files are read, and of how many.
    """
    findings: list[Finding] = []
    known: dict[str, Picture | None] = {}
    total = len({figure.file for talk in program.talks for figure in talk.figures})
    talks = []
    for talk in program.talks:
        for figure in talk.figures:
            if figure.file in known:
                continue
            read = picture_file(folder, figure.file, FIGURE, figure.places.of("file"))
            findings += [replace(finding, talk=talk.id) for finding in read.findings]
            known[figure.file] = read.pictures[0] if read.pictures else None
            progress(len(known), total)
        shown = tuple(replace(figure, picture=known[figure.file]) for figure in talk.figures)
        talks.append(replace(talk, figures=shown))
    return replace(program, talks=tuple(talks)), tuple(findings)
