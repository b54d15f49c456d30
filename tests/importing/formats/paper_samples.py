"""Sources of invented files, and what a form says of them."""

from booklet.finding import Finding
from booklet.importing.importers import IMPORTERS
from booklet.importing.meeting import ImportedTalk, Meeting
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.wish import Wish


def source(**files: str) -> Source:
    """A source of these files; two underscores stand for the point before the ending."""
    found = tuple(SourceFile(name.replace("__", "."), text.encode()) for name, text in sorted(files.items()))
    return Source("sample", found)


def told(given: Source) -> str:
    """The name of the form that is taken for it."""
    return next((one.name for one in IMPORTERS if one.is_it(given)), "")


def read(given: Source, wish: Wish | None = None) -> tuple[Meeting, list[Finding]]:
    """The meeting, and what is to be said."""
    findings: list[Finding] = []
    importer = next(one for one in IMPORTERS if one.is_it(given))
    return importer.read(given, wish or Wish(), findings), findings


def codes(findings: list[Finding]) -> list[str]:
    """Codes with their messages."""
    return [f"{finding.code} {finding.message}" for finding in findings]


def talk(meeting: Meeting, key: str) -> ImportedTalk:
    """The talk of this key."""
    return next(one for one in meeting.talks if one.key == key)
