"""The content folder into a Program and everything there is to say about its files."""

import difflib
import os
from pathlib import Path

from booklet import limits
from booklet.codes import BAD_PATH, DUPLICATE_ID, MISSING_FILE, TOO_LARGE, UNPRINTED_FILE, UNUSED_AFFILIATION
from booklet.errors import FileError
from booklet.finding import Finding, in_order
from booklet.model.arrange import arrange
from booklet.model.event import Event
from booklet.model.free_page import FreePage
from booklet.model.program import Program
from booklet.model.talk import Talk
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace
from booklet.reading.content_names import CONTENT, MAPPING, REQUIRED, YAML_FILES, is_hidden, is_text_file
from booklet.reading.known_program import known_program
from booklet.reading.project_file import leads_out, read_listed
from booklet.reading.read_event import EventReading, read_event
from booklet.reading.read_names import People, Shared, read_affiliations, read_participants, read_people
from booklet.reading.read_page import read_page
from booklet.reading.read_program import ProgramReading
from booklet.reading.read_settings import read_settings
from booklet.reading.read_talk import id_of_file
from booklet.reading.read_talks import read_talks
from booklet.reading.record_cache import Records
from booklet.reading.unused_pictures import unused_pictures
from booklet.yaml_file import Node, read_yaml

_FOLDERS = ("talks", "pages", "figures", "covers")


def read_project(folder: Path, records: Records | None = None) -> tuple[Program | None, tuple[Finding, ...]]:
    """The program that the folder `folder`/content describes, and the findings in order. `records` are of what earlier runs
    have read, where there are any; those of this one are added.

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

    shared = _shared(folder, names, language, reading.macros, findings)
    talks = _used_talks(folder, shared, findings, records)
    pages = _pages(folder, shared, findings)
    program = _data(folder, "program.yaml", names, findings)
    read = ProgramReading()
    if program is not None:
        read = known_program(program, "content/program.yaml", zone, language, talks, findings, records)
    booklet = _node(folder, "booklet.yaml", names, findings)
    settings = read_settings(booklet.node, "content/booklet.yaml", language, findings)
    participants_node = _node(folder, "participants.yaml", names, findings).node
    people = shared.people
    participants = read_participants(participants_node, "content/participants.yaml", language, people, findings)
    if event is None:
        return None, in_order(findings)
    arranged = arrange(
        Program(
            event=_with_printed_names(event, people),
            settings=settings,
            sessions=tuple(replace(one, chairs=tuple(map(people.printed, one.chairs))) for one in read.sessions),
            talks=tuple(talk for talk in talks.values() if talk),
            people=people.persons,
            rooms=read.rooms,
            tracks=read.tracks,
            pages=pages,
            participants=participants,
        )
    )
    unused_pictures(folder, arranged, findings)
    return arranged, in_order(findings)


def _shared(
    folder: Path, names: tuple[str, ...], language: str, macros: dict[str, str], findings: list[Finding]
) -> Shared:
    """What all talks share."""
    node = _node(folder, "people.yaml", names, findings).node
    people = read_people(node, "content/people.yaml", language, macros, findings)
    affiliations = _node(folder, "affiliations.yaml", names, findings)
    texts, where = read_affiliations(affiliations.node, "content/affiliations.yaml", language, findings)
    return Shared(language, texts, where, people, macros)


def _used_talks(
    folder: Path, shared: Shared, findings: list[Finding], records: Records | None
) -> dict[str, Talk | None]:
    """The talks by id (None: the file has errors), and findings on shared affiliations that none of them uses."""
    talks, used = _talks(folder, shared, findings, records)
    for key in shared.affiliations.keys() - used:
        message, place = f'no author has the affiliation "{key[:60]}"', shared.affiliation_places[key]
        findings.append(Finding(UNUSED_AFFILIATION, message, place, "add it to an author, or take it out"))
    return talks


def _with_printed_names(event: Event, people: People) -> Event:
    """The event with the names of organizers and committees as they are printed."""
    committees = (
        replace(one, members=tuple(replace(member, name=people.printed(member.name)) for member in one.members))
        for one in event.committees
    )
    organizers = (replace(one, name=people.printed(one.name)) for one in event.organizers)
    return replace(event, organizers=tuple(organizers), committees=tuple(committees))


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
    data = _data(folder, name, names, findings)
    if data is None:
        return _File(None, readable=False)
    node, found = read_yaml(data, f"{CONTENT}/{name}")
    findings.extend(found)
    return _File(node, readable=node is not None or not found)


def _data(folder: Path, name: str, names: tuple[str, ...], findings: list[Finding]) -> bytes | None:
    """The bytes of a YAML file of content/; None where it is not there or cannot be read."""
    file = f"{CONTENT}/{name}"
    if name not in names:
        if name in REQUIRED:
            findings.append(Finding(MISSING_FILE, f'there is no file "{file}"', Place(file), "add it"))
        return None
    data = read_listed(folder, file, limits.FILE_BYTES, Place(file))
    if isinstance(data, Finding):
        findings.append(data)
        return None
    return data


def _talks(
    folder: Path, shared: Shared, findings: list[Finding], records: Records | None
) -> tuple[dict[str, Talk | None], set[str]]:
    """The talks by id (None: the file has errors), and the keys of shared affiliations that they use."""
    talks: dict[str, Talk | None] = {}
    firsts: dict[str, tuple[Talk | None, str]] = {}
    used: set[str] = set()
    names = _markdown_files(folder, "talks", "talk", limits.TALKS, findings)
    for name, reading, *_ in read_talks(folder, names, shared, findings, records):
        file = f"{CONTENT}/talks/{name}"
        if reading is None:
            talks.setdefault(name.removesuffix(".md"), None)
            continue
        used |= reading.used
        if reading.id and reading.talk and talks.get(reading.id):
            first, place = _place_of_id(*firsts[reading.id]), _place_of_id(reading.talk, file)
            message = f'two talks have the id "{reading.id}": {first.file} and {file}'
            findings.append(Finding(DUPLICATE_ID, message, place, "give one of them another", (first,)))
        elif reading.id:
            talks[reading.id] = reading.talk or talks.get(reading.id)
            firsts.setdefault(reading.id, (reading.talk, file))
    return talks, used


def _place_of_id(talk: Talk | None, file: str) -> Place:
    """Where the id of the talk of a file stands."""
    return talk.places.of("id") if talk else Place(file)


def _pages(folder: Path, shared: Shared, findings: list[Finding]) -> tuple[FreePage, ...]:
    """The free pages in the order of their files' names."""
    pages = []
    for name in _markdown_files(folder, "pages", "page", limits.PAGES, findings):
        file = f"{CONTENT}/pages/{name}"
        data = read_listed(folder, file, limits.FILE_BYTES, Place(file))
        if isinstance(data, Finding):
            findings.append(data)
            continue
        page_id = id_of_file(name.removesuffix(".md"), file, findings)
        page = read_page(data, file, page_id, shared, findings) if page_id else None
        pages += [page] if page else []
    return tuple(pages)


def _markdown_files(folder: Path, kind: str, one: str, limit: int, findings: list[Finding]) -> list[str]:
    """The names of the files of a folder of content/, of which those that are no Markdown are findings."""
    path = folder / CONTENT / kind
    if not path.exists():
        return []
    if not path.is_dir() or leads_out(folder, path):
        what = "leads outside the project folder" if path.is_dir() else "is not a folder"
        hint = f"make it a folder with a file for each {one}"
        findings.append(Finding(BAD_PATH, f'"{CONTENT}/{kind}" {what}', Place(f"{CONTENT}/{kind}"), hint))
        return []
    names = [name for name in _names(path) if not is_hidden(name)]
    files = [name for name in names if is_text_file(name)]
    for name in names:
        if not is_text_file(name):
            hint = f"the name of a {one}'s file ends in .md, directly in {kind}/"
            message = f'"content/{kind}/{name}" is not used'
            findings.append(Finding(UNPRINTED_FILE, message, Place(f"{CONTENT}/{kind}/{name}"), hint))
    if len(files) > limit:
        message = f"there are {len(files)} {kind}; at most {limit} are taken"
        findings.append(Finding(TOO_LARGE, message, Place(f"{CONTENT}/{kind}")))
    return files[:limit]


def _has_talks(folder: Path, name: str) -> bool:
    return any((folder / CONTENT / name).glob("*.md"))


def _unused_files(folder: Path, names: tuple[str, ...], findings: list[Finding]) -> None:
    """Files that look like content and stand where nothing is read: YAML under another name, talks beside talks/."""
    for name in names:
        lower = name.lower()
        if name in (*YAML_FILES, MAPPING) or name.startswith("."):
            continue
        if lower.endswith((".yaml", ".yml")):
            near = difflib.get_close_matches(lower.replace(".yml", ".yaml"), YAML_FILES, 1, 0.75)
            hint = f'did you mean "{near[0]}"?' if near else "files of content/ are " + ", ".join(YAML_FILES)
        elif lower.endswith(".md"):
            hint = f"a talk belongs into talks/: {CONTENT}/talks/{name}"
        elif name not in _FOLDERS and not leads_out(folder, folder / CONTENT / name) and _has_talks(folder, name):
            near = difflib.get_close_matches(lower, _FOLDERS, 1, 0.75)
            hint = f"did you mean {near[0]}/?" if near else f"talks are read from {CONTENT}/talks alone"
        else:
            continue
        findings.append(Finding(UNPRINTED_FILE, f'"content/{name}" is not used', Place(f"{CONTENT}/{name}"), hint))
