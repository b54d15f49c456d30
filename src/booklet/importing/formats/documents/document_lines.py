"""A document in any of its forms into lines."""

from functools import lru_cache

from booklet.finding import Finding
from booklet.importing.formats.documents.line import Line
from booklet.importing.formats.documents.text_lines import text_lines
from booklet.importing.formats.documents.word_lines import word_lines
from booklet.importing.sources.source import SourceFile


def document_lines(file: SourceFile, findings: list[Finding]) -> tuple[Line, ...]:
    """The lines of a Word file, or of a file of Markdown or plain text."""
    lines, found = _read(file)
    findings.extend(found)
    return lines


@lru_cache(maxsize=8)
def _read(file: SourceFile) -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
    findings: list[Finding] = []
    lines = (word_lines if file.ending == ".docx" else text_lines)(file, findings)
    return lines, tuple(findings)
