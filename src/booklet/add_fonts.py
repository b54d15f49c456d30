"""A project whose fonts lack characters → fonts of this computer that have them, and copies of those in its folder fonts/."""

import unicodedata
from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import groupby
from pathlib import Path

from booklet.composing.coverage import lacks
from booklet.errors import FileError, WrongUseError
from booklet.job import Job
from booklet.lettering.letters import Letters
from booklet.model.program import Program
from booklet.place import Place
from booklet.reading.project_file import path_trouble
from booklet.reading.read_project import read_project
from booklet.styling.font_report import font_report
from booklet.styling.load_style import load_style
from booklet.styling.script_names import described, script_name
from booklet.styling.style import Style
from booklet.styling.system_fonts import FoundFont, bold_of, font_folders, system_fonts

_SHOWN = 8  # characters named of each script
_WIDTH = len("serif-bold-italic  ")  # as in the lines before


def fonts_told(job: Job, platform: str, environment: Mapping[str, str], *, add: bool) -> tuple[str, ...]:
    """Lines on the fonts that the booklet uses, and on those of this computer that have characters it lacks. With `add` these
    are copied into the project. `platform` and `environment` say where they are (system_fonts.font_folders).

    Raises WrongUseError when the style cannot be used, FileError when a copy cannot be made.
    """
    program, style = _read(job)
    used = font_report(style, program.event.language if program else "en")
    if program is None:
        return used
    letters = Letters(style, program.event.language)
    lacking = frozenset("".join(lack.characters for lack in lacks(program, letters)))
    if not lacking:
        return (*used, "", "The fonts have every character of the content.")
    found = system_fonts(font_folders(platform, environment), lacking, program.event.language)
    scripts = _by_script(lacking)
    chosen, left = _cover(scripts, found)
    lines = [*used, "", *(f"{'lacking':{_WIDTH}}{_listed(script, characters)}" for script, characters in scripts)]
    lines += [f"{'found':{_WIDTH}}{font.path}  {_told(font)}" for font in chosen]
    lines += [f"{'not found':{_WIDTH}}{described(left[:_SHOWN])}{_more(left)}"] if left else []
    if chosen and not add:
        lines += ["", "`booklet fonts --add` copies what was found into fonts/, where `booklet make` uses it."]
    target = _target(job.folder) if chosen and add else None
    return (*lines, *(_copied(font, target) for font in chosen if target))


def _read(job: Job) -> tuple[Program | None, Style]:
    """The program, and its style; `booklet check` says what is wrong with them."""
    program, _ = read_project(job.folder)
    name, paper = (program.settings.style, program.settings.paper) if program else (None, None)
    place = Place("content/booklet.yaml")
    style, findings = load_style(job.style or name or "base", job.paper or paper, job.folder, place)
    if style is None:
        raise WrongUseError(f"the style cannot be used: {findings[0].message}")
    return program, style


def _by_script(characters: Iterable[str]) -> list[tuple[str, str]]:
    """Characters by the names of their scripts, those without one last."""
    ordered = sorted(characters, key=lambda one: (not script_name(one), script_name(one), one))
    return [(script, "".join(group)) for script, group in groupby(ordered, script_name)]


def _listed(script: str, characters: str) -> str:
    if not script:
        return described(characters[:_SHOWN]) + _more(characters)
    return f'{script}: "{characters[:_SHOWN]}"{_more(characters)}'


def _more(characters: str) -> str:
    return f" and {len(characters) - _SHOWN} more" if len(characters) > _SHOWN else ""


def _cover(scripts: list[tuple[str, str]], found: tuple[FoundFont, ...]) -> tuple[list[FoundFont], str]:
    """Fonts that together have as many characters of each script as possible: each time the fittest of those that have most
    of what is left, those chosen before first, and with it its bold one. And the characters that none has."""
    chosen: list[FoundFont] = []
    missing = ""
    for _, characters in scripts:
        left = set(characters)
        while font := max(found, key=lambda one: (len(left & one.has), one in chosen), default=None):
            if not left & font.has:
                break
            chosen += [one for one in (font, bold_of(font, found)) if one and one not in chosen]
            left -= font.has
        missing += "".join(sorted(left))
    return chosen, missing


def _told(font: FoundFont) -> str:
    size = f"{font.size / 1e6:.1f} MB" if font.size >= 1e6 else f"{font.size / 1e3:.0f} kB"
    return f"{size}, {font.facts.license or 'names no license'}"


def _target(project: Path) -> Path:
    """The folder fonts/ of a project, made when it is missing; never one that a link shows elsewhere."""
    folder = project / "fonts"
    with suppress(OSError):
        folder.mkdir(exist_ok=True)
    if folder.is_symlink() or not folder.is_dir():
        raise FileError(f'"{folder}" is not a folder of the project, so nothing can be copied into it')
    return folder


def _copied(font: FoundFont, folder: Path) -> str:
    """Copy a font into the project's folder, never over another file; what was done, as a line."""
    name = unicodedata.normalize("NFC", font.path.name)
    if trouble := path_trouble(name):
        return f'Not copied: "{name}": {trouble}'
    target = folder / name
    try:
        data = font.path.read_bytes()
        with target.open("xb") as file:
            file.write(data)
    except FileExistsError:
        return f"Not copied: fonts/{name} is there already"
    except OSError as error:
        with suppress(OSError):
            target.unlink(missing_ok=True)
        raise FileError(f"cannot copy {font.path} to {target}: {error.strerror or error}") from error
    return f"Copied fonts/{name}  {_told(font)}"
