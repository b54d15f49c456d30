"""A file of Markdown or plain text into lines with headings and rows of tables."""

import re

from booklet.finding import Finding
from booklet.importing.formats.documents.line import Line
from booklet.importing.sources.source import SourceFile
from booklet.importing.sources.source_text import source_text
from booklet.place import Place

_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|(?=[^\W\d_]))(.*?)[ \t]*#*")
_RULE = re.compile(r"(?:[-*_=~–—][ \t]*){3,}")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_DIVIDER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+")
_PIPE = re.compile(r"(?<!\\)\|")


def text_lines(file: SourceFile, findings: list[Finding]) -> tuple[Line, ...]:
    """The lines in their order; an empty one, and one that is only a rule, has no markup and parts paragraphs."""
    written = source_text(file, findings).split("\n")
    dividers = {at for at, line in enumerate(written) if "|" in line and _DIVIDER.fullmatch(line.strip())}
    lines: list[Line] = []
    in_table = False
    for at, raw in enumerate(written):
        text, place = raw.strip(), Place(file.name, at + 1)
        in_table = "|" in text and (in_table or text.startswith("|") or at + 1 in dividers)
        heading = _HEADING.fullmatch(text)
        if at in dividers:
            lines.append(Line(place, ""))
        elif in_table:
            lines.append(Line(place, text.strip("| \t"), cells=_cells(text)))
        elif heading:
            lines.append(Line(place, heading[2].strip(), heading=len(heading[1])))
        elif _is_underline(text, lines):
            lines[-1] = Line(lines[-1].place, lines[-1].markup, heading=1 if text.startswith("=") else 2)
            lines.append(Line(place, ""))
        else:
            lines.append(Line(place, "" if _RULE.fullmatch(text) else text))
    return tuple(lines)


def _cells(text: str) -> tuple[str, ...]:
    inner = text.removeprefix("|")
    return tuple(cell.strip().replace("\\|", "|") for cell in _PIPE.split(inner.removesuffix("|")))


def _is_underline(text: str, lines: list[Line]) -> bool:
    """Whether a line of signs makes a heading of the one before it, which stands alone."""
    above = lines[-1] if lines else None
    if not above or not above.markup or above.heading or above.cells or not _UNDERLINE.fullmatch(text):
        return False
    return len(lines) == 1 or not lines[-2].markup
