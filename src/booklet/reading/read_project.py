"""The content folder into a Program and everything there is to say about its files."""

import difflib
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from booklet import limits
from booklet.codes import BAD_PATH, DUPLICATE_ID, MISSING_FILE, TOO_LARGE, UNPRINTED_FILE, UNUSED_AFFILIATION
from booklet.errors import FileError
from booklet.finding import Finding, Severity, in_order
from booklet.model.arrange import arrange
from booklet.model.program import Program
from booklet.model.session import Session
from booklet.model.settings import Settings
from booklet.model.talk import Talk
from booklet.place import Place
from booklet.reading.project_file import leads_out, read_listed
from booklet.reading.read_event import EventReading, read_event
from booklet.reading.read_names import Shared, read_affiliations, read_people
from booklet.reading.read_program import read_program
from booklet.reading.read_settings import read_settings
from booklet.reading.read_talk import read_talk
from booklet.yaml_file import Node, read_yaml

CONTENT = "content"
_REQUIRED = ("event.yaml", "program.yaml")
_FOLDERS = ("talks", "figures", "covers")
_PICTURES = (".pdf", ".png", ".jpg", ".jpeg")
_OPTIONAL = ("affiliations.yaml", "booklet.yaml", "people.yaml")


def read_project(folder: Path) -> tuple[Program | None, tuple[Finding, ...]]:
    """The program that the folder `folder`/content describes, and the findings in order.

    Errors cost no more than the values they are in: what is good is read. The program is None when event.yaml says
    neither title nor zone. Raises FileError when there is no folder content or it cannot be listed.
    """
    findings: list[Finding] = []
    names = _names(folder / CONTENT)
    _unused_files(folder, names, findings)
    event_node = _node(folder, "event.yaml", names, findings)
    reading = (
        read_event(event_node.node, "content/event.yaml", findings) if event_node.readable else EventReading(None, {})
    )
    event = reading.event
    zone, language = (event.zone, event.language) if event else ("UTC", "en-US")

    people = read_people(_node(folder, "people.yaml", names, findings).node, "content/people.yaml", language, findings)
    affiliations = _node(folder, "affiliations.yaml", names, findings)
    texts, where = read_affiliations(affiliations.node, "content/affiliations.yaml", language, findings)
    shared = Shared(language, texts, where, people, reading.macros)
    talks, used = _talks(folder, shared, findings)
    for key in texts.keys() - used:
        message = f'no author has the affiliation "{key[:60]}"'
        findings.append(Finding(UNUSED_AFFILIATION, message, where[key], "add it to an author, or take it out"))

    program = _node(folder, "program.yaml", names, findings)
    sessions: tuple[Session, ...] = ()
    if program.readable:
        sessions = read_program(program.node, "content/program.yaml", zone, language, talks, findings)
    booklet = _node(folder, "booklet.yaml", names, findings)
    settings = read_settings(booklet.node, "content/booklet.yaml", language, findings)
    _unused_figures(folder, talks.values(), settings, findings)
    if event is None:
        return None, in_order(findings)
    event = replace(event, organizers=tuple(replace(one, name=people.printed(one.name)) for one in event.organizers))
    sessions = tuple(replace(one, chairs=tuple(map(people.printed, one.chairs))) for one in sessions)
    arranged = arrange(event, settings, sessions, tuple(talk for talk in talks.values() if talk))
    return replace(arranged, people=people.names), in_order(findings)


@dataclass(frozen=True, slots=True)
class _File:
    """A YAML file of content/: its tree (None: empty or not there), and whether it could be read."""

    node: Node | None
    readable: bool


def _names(content: Path) -> tuple[str, ...]:
    try:
        return tuple(sorted(os.listdir(content)))  # noqa: PTH208  names, not paths
    except OSError as error:
        raise FileError(f'"{content}" cannot be read: {(error.strerror or "no such folder").lower()}') from error


def _node(folder: Path, name: str, names: tuple[str, ...], findings: list[Finding]) -> _File:
    file = f"{CONTENT}/{name}"
    if name not in names:
        if name in _REQUIRED:
            findings.append(Finding(MISSING_FILE, f'there is no file "{file}"', Place(file), "add it"))
        return _File(None, readable=False)
    data = read_listed(folder, file, limits.FILE_BYTES, Place(file))
    if isinstance(data, Finding):
        findings.append(data)
        return _File(None, readable=False)
    node, found = read_yaml(data, file)
    findings.extend(found)
    return _File(node, readable=node is not None or not found)


def _talks(folder: Path, shared: Shared, findings: list[Finding]) -> tuple[dict[str, Talk | None], set[str]]:
    """The talks by id (None: the file has errors), and the keys of shared affiliations that they use."""
    talks: dict[str, Talk | None] = {}
    files: dict[str, Place] = {}
    used: set[str] = set()
    for name in _talk_files(folder, findings):
        file = f"{CONTENT}/talks/{name}"
        data = read_listed(folder, file, limits.FILE_BYTES, Place(file))
        if isinstance(data, Finding):
            findings.append(data)
            talks.setdefault(name.removesuffix(".md"), None)
            continue
        reading = read_talk(data, file, name.removesuffix(".md"), shared, findings)
        used |= reading.used
        place = reading.talk.places.of("id") if reading.talk else Place(file)
        if reading.id and reading.talk and talks.get(reading.id):
            message = f'two talks have the id "{reading.id}": {files[reading.id].file} and {file}'
            findings.append(Finding(DUPLICATE_ID, message, place, "give one of them another", (files[reading.id],)))
        elif reading.id:
            talks[reading.id] = reading.talk or talks.get(reading.id)
            files.setdefault(reading.id, place)
    return talks, used


def _talk_files(folder: Path, findings: list[Finding]) -> list[str]:
    """The names of the files of talks/, of which those that are no talks are findings."""
    path = folder / CONTENT / "talks"
    if not path.exists():
        return []
    if not path.is_dir() or leads_out(folder, path):
        what = "leads outside the project folder" if path.is_dir() else "is not a folder"
        hint = "make it a folder with a file for each talk"
        findings.append(Finding(BAD_PATH, f'"{CONTENT}/talks" {what}', Place(f"{CONTENT}/talks"), hint))
        return []
    names = [name for name in _names(path) if not name.startswith((".", "~")) and not name.endswith("~")]
    talks = [name for name in names if name.endswith(".md")]
    for name in names:
        if not name.endswith(".md"):
            hint = "the name of a talk's file ends in .md, directly in talks/"
            message = f'"content/talks/{name}" is not used'
            findings.append(Finding(UNPRINTED_FILE, message, Place(f"{CONTENT}/talks/{name}"), hint))
    if len(talks) > limits.TALKS:
        message = f"there are {len(talks)} talks; at most {limits.TALKS} are taken"
        findings.append(Finding(TOO_LARGE, message, Place(f"{CONTENT}/talks")))
    return talks[: limits.TALKS]


def _unused_figures(folder: Path, talks: Iterable[Talk | None], settings: Settings, findings: list[Finding]) -> None:
    """Pictures of figures/ that nothing shows. Where a talk has errors, nobody knows which it would show."""
    errors = (finding.place for finding in findings if finding.severity is Severity.ERROR)
    if any(place and place.file.startswith(f"{CONTENT}/talks") for place in errors):
        return
    covers = (settings.front_cover, settings.back_cover, settings.logo)
    named = {figure.file for talk in talks if talk for figure in talk.figures}
    named |= {cover.file for cover in covers if cover}
    if any(not (folder / file).is_file() for file in named):
        return  # one of those that are not used may be the one that is meant
    root = folder / CONTENT / "figures"
    if leads_out(folder, root):
        return
    for path in sorted(file for file in root.rglob("*") if file.suffix.lower() in _PICTURES):
        file = path.relative_to(folder).as_posix()
        if file not in named and not path.name.startswith("."):
            hint = f"name it in a talk: figures: [{file.removeprefix(f'{CONTENT}/')}]; or take it out"
            findings.append(Finding(UNPRINTED_FILE, f'"{file}" is not used', Place(file), hint))


def _has_talks(folder: Path, name: str) -> bool:
    return any((folder / CONTENT / name).glob("*.md"))


def _unused_files(folder: Path, names: tuple[str, ...], findings: list[Finding]) -> None:
    """Files that look like content and stand where nothing is read: YAML under another name, talks beside talks/."""
    known = (*_REQUIRED, *_OPTIONAL)
    for name in names:
        lower = name.lower()
        if name in known or name.startswith("."):
            continue
        if lower.endswith((".yaml", ".yml")):
            near = difflib.get_close_matches(lower.replace(".yml", ".yaml"), known, 1, 0.75)
            hint = f'did you mean "{near[0]}"?' if near else "files of content/ are " + ", ".join(known)
        elif lower.endswith(".md"):
            hint = f"a talk belongs into talks/: {CONTENT}/talks/{name}"
        elif name not in _FOLDERS and not leads_out(folder, folder / CONTENT / name) and _has_talks(folder, name):
            hint = f"talks are read from {CONTENT}/talks alone"
        else:
            continue
        findings.append(Finding(UNPRINTED_FILE, f'"content/{name}" is not used', Place(f"{CONTENT}/{name}"), hint))
