"""Abstracts in files of Word, Markdown or plain text, one a file as authors send them, into a Meeting without a program."""

from collections.abc import Sequence

from booklet.codes import GUESSED, LEFT_OUT, NO_TEXT
from booklet.finding import Finding
from booklet.importing.formats.documents.abstract_block import is_template, read_block
from booklet.importing.formats.documents.author_line import are_authors, has_label, has_marks
from booklet.importing.formats.documents.document_lines import document_lines
from booklet.importing.formats.documents.line import Line
from booklet.importing.formats.documents.program_entries import is_entry
from booklet.importing.meeting import ImportedEvent, ImportedTalk, Meeting
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.wish import Wish
from booklet.place import Place

_WORD, _TEXTS = (".docx",), (".md", ".markdown", ".txt")
_PICTURES = (
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".tif",
    ".tiff",
    ".svg",
    ".eps",
    ".pdf",
    ".emf",
    ".wmf",
    ".doc",
    ".odt",
    ".rtf",
)
_FIRST = 5  # lines among which a title is looked for
_SHOWN = 200  # characters of the authors in a finding
_TIMES = 3  # lines with a time that make a program


def is_docx_abstracts(source: Source) -> bool:
    """Whether there are documents and nothing else but pictures, and most of them begin with a title and authors. Of Word
    files any will do, since no other form takes them."""
    files = _documents(source)
    others = [file for file in source.files if file not in files and file.ending not in _PICTURES]
    if not files or any(not file.base.startswith((".", "readme")) for file in others):
        return False
    texts = [file for file in files if file.ending in _TEXTS]
    if any(file.data.startswith((b"---", b"\xef\xbb\xbf---")) for file in texts):
        return False
    good = sum(_begins_well(_content(document_lines(file, []))) for file in texts)
    return 2 * good > len(texts) or (not texts and not any(map(_is_program, files)))


def read_docx_abstracts(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """A talk for each document, under the name of its file. What was taken as title and authors is a finding for each."""
    talks = []
    for file in _documents(source):
        talk = _talk(file, findings)
        talks += [talk] if talk else []
    for file in source.ending(*_PICTURES):
        hint = "make it a figure of its talk by hand, or save it as .docx if it is an abstract"
        findings.append(Finding(LEFT_OUT, f'"{file.base[:60]}" is left out', Place(file.name), hint))
    event = ImportedEvent(title=wish.title, zone=wish.zone, language=wish.language)
    return Meeting(event, talks=tuple(talks))


def _documents(source: Source) -> tuple[SourceFile, ...]:
    """The documents in the order of their names; not those that Word keeps while a file is open."""
    files = source.ending(*_WORD, *_TEXTS)
    return tuple(file for file in files if not file.base.startswith(("~$", ".", "readme", "license")))


def _talk(file: SourceFile, findings: list[Finding]) -> ImportedTalk | None:
    lines = document_lines(file, findings)
    content = _content(lines)
    if not content:
        findings.append(Finding(LEFT_OUT, "the file has no text", Place(file.name), "add the abstract by hand"))
        return None
    begin = lines.index(_title(content))
    for line in lines[:begin]:
        _above(line, findings)
    block = read_block(lines[begin:], findings)
    names = ", ".join(author.name for author in block.authors) or "no authors"
    message = f'taken as title: "{block.title[:60]}"; as authors: {names[:_SHOWN]}'
    findings.append(Finding(GUESSED, message, block.place, "check them"))
    return block.talk(file.name)


def _content(lines: Sequence[Line]) -> list[Line]:
    """The lines that say something, without those of a template."""
    return [line for line in lines if line.markup and not line.cells and not is_template(line)]


def _title(content: list[Line]) -> Line:
    """The first line in the style of a title, else the first of all."""
    return next((line for line in content[:_FIRST] if line.heading == 1), content[0])


def _above(line: Line, findings: list[Finding]) -> None:
    if line.markup and is_template(line):
        message = f'"{line.text[:60]}" is a line of the template and is left out'
        findings.append(Finding(NO_TEXT, message, line.place))
    elif line.markup:
        message = f'"{line.text[:60]}" above the title is left out'
        findings.append(Finding(LEFT_OUT, message, line.place, "write it where it belongs by hand"))


def _begins_well(content: list[Line]) -> bool:
    """Whether a title stands at the beginning, and below it authors."""
    if not content or _is_schedule(content):
        return False
    at = content.index(_title(content))
    below = content[at + 1] if at + 1 < len(content) else None
    return bool(below and (are_authors(below.markup) or has_label(below.markup) or has_marks(below.markup)))


def _is_program(file: SourceFile) -> bool:
    return _is_schedule(document_lines(file, []))


def _is_schedule(lines: Sequence[Line]) -> bool:
    return sum(map(is_entry, lines)) >= _TIMES
