"""Writes small projects for tests: the least that reads without findings, with parts replaced."""

from pathlib import Path

from booklet.finding import Finding
from booklet.model.program import Program
from booklet.reading.read_project import read_project

EVENT = "title: Small Meeting\nzone: Europe/Berlin\n"
PROGRAM = """\
sessions:
  - id: one
    title: Morning
    date: 2026-04-23
    start: 9:00
    items:
      - {title: Welcome, minutes: 5}
      - {talk: ada, minutes: 18 + 2}
"""
TALK = """\
---
title: On engines
authors:
  - {name: Ada Example, affiliations: [uni], presenting: true}
affiliations:
  uni: Example University
---
An abstract.
"""


def write_project(folder: Path, files: dict[str, str | bytes | None] | None = None) -> Path:
    """A project in `folder`; `files` replace or add files of content/ by name, None takes one out."""
    everything: dict[str, str | bytes | None] = {"event.yaml": EVENT, "program.yaml": PROGRAM, "talks/ada.md": TALK}
    everything |= files or {}
    for name, text in everything.items():
        if text is not None:
            path = folder / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def read(
    folder: Path, files: dict[str, str | bytes | None] | None = None
) -> tuple[Program | None, tuple[Finding, ...]]:
    return read_project(write_project(folder, files))


def short(findings: tuple[Finding, ...]) -> list[str]:
    """Findings as "C014 content/event.yaml:3:1"."""
    return [f"{finding.code} {finding.place}" for finding in findings]
