"""A Word file into lines with headings, rows of tables and Markdown for what is raised, bold or in italics."""

import re
from itertools import groupby

from booklet.finding import Finding
from booklet.importing.cleaning.escaped import escaped
from booklet.importing.formats.documents.line import Line
from booklet.importing.sources.docx_blocks import Paragraph, Run, blocks
from booklet.importing.sources.source import SourceFile

_HEADING = re.compile(r"heading ([1-6])", re.IGNORECASE)
_SIGNS = {"super": "^", "sub": "~"}


def word_lines(file: SourceFile, findings: list[Finding]) -> tuple[Line, ...]:
    """The paragraphs in their order, each followed by a line without markup; rows of tables follow each other."""
    lines: list[Line] = []
    for block in blocks(file, findings):
        if isinstance(block, Paragraph):
            lines += _paragraph(block)
            lines.append(Line(block.place, ""))
            continue
        for row in block.rows:
            cells = tuple(" ".join(filter(None, map(_markup, cell))) for cell in row)
            if any(cells):
                place = next((part.place for cell in row for part in cell), block.place)
                lines.append(Line(place, " | ".join(filter(None, cells)), cells=cells))
        lines.append(Line(block.place, ""))
    return tuple(lines)


def _paragraph(block: Paragraph) -> list[Line]:
    """A paragraph; its line ends part it into several lines."""
    level = _level(block.style)
    item = "- " if block.list_level is not None and block.list_level >= 0 and not level else ""
    texts = [text.strip() for text in _markup(block).split("\n")]
    if level:
        return [Line(block.place, " ".join(filter(None, texts)), heading=level)]
    return [Line(block.place, item + text) for text in texts if text]


def _level(style: str) -> int:
    if style.casefold() == "title":
        return 1
    found = _HEADING.fullmatch(style.strip())
    return int(found[1]) if found else 0


def _markup(block: Paragraph) -> str:
    heading = bool(_level(block.style))
    parts = []
    for look, runs in groupby(block.runs, key=lambda run: _look(run, heading=heading)):
        parts.append(_marked("".join(run.text for run in runs), *look))
    return "".join(parts)


def _look(run: Run, *, heading: bool) -> tuple[str, bool, bool, str]:
    """How a run looks; that all of a heading is bold says nothing."""
    return run.position, (run.bold or run.underline) and not heading, run.italic and not heading, run.link


def _marked(text: str, position: str, bold: bool, italic: bool, link: str) -> str:
    """Text with its signs, which stand directly at its words."""
    inner = text.strip()
    if not inner:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    written = escaped(inner)
    sign = _SIGNS.get(position, "")
    if sign and sign not in inner and len(inner) <= _LONGEST and " " not in inner.replace(", ", ","):
        written = f"{sign}{escaped(inner.replace(' ', ''))}{sign}"
    elif link.startswith(("http://", "https://")) and link != inner and not set("()<> ") & set(link):
        written = f"[{written}]({link})"
    elif bold or italic:
        stars = "*" * (2 * bold + italic)
        written = "\n".join(f"{stars}{line.strip()}{stars}" if line.strip() else "" for line in written.split("\n"))
    return f"{before}{written}{after}"


_LONGEST = 60  # characters that are raised or lowered
