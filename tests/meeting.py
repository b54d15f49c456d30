"""Writes a small meeting with parts of its content replaced, and gives its program, its sections and its booklet."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from booklet.binding.foreign.project_pictures import with_pictures
from booklet.composing.labels import load_labels
from booklet.composing.sections import compose_part
from booklet.job import Job
from booklet.lettering.letters import Letters
from booklet.make import make
from booklet.model.program import Program
from booklet.page_map import END, PageMap
from booklet.proofing.dump import dump
from booklet.reading.read_project import read_project
from booklet.typesetting.fit_section import fit_section
from booklet.typesetting.settle import Sections
from sheet import style
from tag_tree import Tag

FILES = {
    "event.yaml": "title: Meeting\nzone: UTC\nlanguage: en-US\n",
    "program.yaml": "sessions: [{id: a, title: S, date: 2026-05-05, start: 9:00, items: [{talk: ada, minutes: 9}]}]\n",
    "talks/ada.md": "---\ntitle: Engines\nauthors: [{name: Ada B, affiliations: [X], presenting: true}]\n---\nWords.\n",
}


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """The project; `files` of content/ replace or add to the usual ones."""
    for name, text in {**FILES, **files}.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def program_of(folder: Path, files: Mapping[str, str | bytes]) -> Program:
    """The program of the project, with its pictures."""
    program, _ = read_project(write(folder, files))
    assert program
    return with_pictures(program, folder, lambda *_: None)[0]


def part(name: str, program: Program, paper: str = "A4", pages: Mapping[str, int] | None = None) -> Sections:
    """The sections of a part, set, where destinations are on these pages."""
    language = program.event.language
    letters = Letters(style(paper), language)
    known = PageMap({**(pages or {}), END: max((pages or {}).values(), default=-1) + 1})
    sections = compose_part(name, program, letters, load_labels(language), known)
    return tuple(fit_section(section, style(paper)) for section in sections)


def tags(tag: Tag, role: str) -> Iterator[Tag]:
    """All elements of a role, in reading order."""
    if tag.role == role:
        yield tag
    for inner in tag.content:
        if isinstance(inner, Tag):
            yield from tags(inner, role)


def kids(tag: Tag) -> list[str]:
    """The roles of what is directly inside an element."""
    return [inner.role for inner in tag.content if isinstance(inner, Tag)]


def pages_of(folder: Path, files: Mapping[str, str | bytes], paper: str = "A4") -> list[list[str]]:
    """What the runs of each page of the booklet say."""
    outcome = make(Job(write(folder, files), paper=paper), lambda *_: None)
    assert outcome.output, outcome.findings
    pages: list[list[str]] = []
    for line in dump(outcome.output.read_bytes()).splitlines():
        if line.startswith("page "):
            pages.append([])
        else:
            pages[-1].append(line[line.index('"') + 1 : -1])
    return pages


def with_words(pages: list[list[str]], words: str) -> list[int]:
    """The indices of pages one of whose runs is exactly this."""
    return [index for index, page in enumerate(pages) if words in page]


def talk(title: str, *lines: str) -> str:
    """The file of a talk by two people."""
    head = "\n".join(lines)
    authors = "authors: [{name: Bo C, affiliations: [X]}, {name: Cy D, affiliations: [X]}]"
    return f"---\ntitle: {title}\n{authors}\n{head}\n---\nWords of {title}.\n"
