"""Files of real meetings beside the project into what the importers make of them, and what is known of each: the titles and
names that a test needs are read from there, as none of them belongs into the project."""

import re
import unicodedata
from pathlib import Path

import pytest

from booklet.finding import Finding, Severity
from booklet.importing.importers import IMPORTERS
from booklet.importing.meeting import Meeting
from booklet.importing.remarks import gathered
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.wish import Wish

DATA = Path(__file__).parents[3] / ".." / "shared" / "data"
HERE = {path.name for path in DATA.glob("*/")} if DATA.is_dir() else set()


def read(folder: str, form: str, zone: str = "") -> tuple[Meeting, tuple[Finding, ...]]:
    """The meeting of a folder, read by the form that is the first to know it."""
    if folder not in HERE:
        pytest.skip(f"{folder} is not at hand")
    root = DATA / folder
    files = tuple(
        SourceFile(path.relative_to(root).as_posix(), path.read_bytes())
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.name != "PROVENANCE.md"
    )
    source = Source(folder, files)
    importer = next(one for one in IMPORTERS if one.is_it(source))
    assert importer.name == form
    findings: list[Finding] = []
    meeting = importer.read(source, Wish(zone=zone), findings)
    assert not any(finding.severity is Severity.ERROR for finding in findings)
    return meeting, gathered(findings)


def facts(folder: str) -> str:
    """What is known of a meeting."""
    return (DATA / folder / "PROVENANCE.md").read_text(encoding="utf-8")


def all_quoted(folder: str, behind: str) -> list[str]:
    """What stands in quotation marks behind these words, to the end of their line."""
    begin, found, rest = facts(folder).partition(behind)
    assert found, f"the facts of {folder} do not say: {behind}"
    inside = begin.rpartition("\n")[2].count('"') % 2
    return re.findall(r'"([^"]+)"', '"' * inside + rest.split("\n")[0])


def quoted(folder: str, behind: str) -> str:
    """The first of these."""
    return all_quoted(folder, behind)[0]


def given_first(name: str) -> str:
    """A name that has its family name first, as it is spoken; with letters and marks together."""
    return unicodedata.normalize("NFC", " ".join(" ".join(name.split(",", 1)[::-1]).split()))
