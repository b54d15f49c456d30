"""A Word file into lines with headings, rows of tables and Markdown for what is raised, bold or in italics."""

from itertools import groupby

from booklet.finding import Finding
from booklet.importing.cleaning.escaped import escaped
from booklet.importing.formats.documents.line import Line
from booklet.importing.sources.docx_blocks import Paragraph, Run, blocks
from booklet.importing.sources.source import SourceFile

_SIGNS = {"super": "^", "sub": "~"}
_LONGEST = 60  # characters that are raised or lowered


def word_lines(file: SourceFile, findings: list[Finding]) -> tuple[Line, ...]:
    """The paragraphs in their order, each followed by a line without markup, as are lists and tables as a whole."""
    lines: list[Line] = []
    for block in blocks(file, findings):
        in_list = isinstance(block, Paragraph) and block.list_level is not None
        if lines and not (in_list and lines[-1].markup.startswith("- ")):
            lines.append(Line(block.place, ""))
        if isinstance(block, Paragraph):
            lines += _paragraph(block)
            continue
        for row in block.rows:
            cells = tuple(" ".join(filter(None, map(_markup, cell))).strip() for cell in row)
            if any(cells):
                place = next((part.place for cell in row for part in cell), block.place)
                lines.append(Line(place, " | ".join(filter(None, cells)), cells=cells))
    return tuple(lines)


def _paragraph(block: Paragraph) -> list[Line]:
    """A paragraph; its line ends part it into several lines."""
    level = _level(block)
    texts = [text.strip() for text in _markup(block).split("\n")]
    if level:
        title = " ".join(filter(None, texts))
        return [Line(block.place, title, heading=level)] if title else []
    item = "" if block.list_level is None else "- "
    return [Line(block.place, item + text) for text in texts if text]


def _level(block: Paragraph) -> int:
    return 1 if block.style.casefold() == "title" else min(block.heading, 6)


def _markup(block: Paragraph) -> str:
    """The text of a paragraph. That all of a heading is bold says nothing."""
    is_heading = bool(_level(block))
    looks = groupby(block.runs, key=lambda run: _look(run, heading=is_heading))
    return "".join(_marked("".join(run.text for run in runs), *look) for look, runs in looks)


def _look(run: Run, *, heading: bool) -> tuple[str, bool, bool, str]:
    return run.position, (run.bold or run.underline) and not heading, run.italic and not heading, run.link


def _marked(text: str, position: str, bold: bool, italic: bool, link: str) -> str:
    """Text with its signs, which stand directly at its words and begin and end in each of its lines."""
    return "\n".join(_marked_line(line, position, "*" * (2 * bold + italic), link) for line in text.split("\n"))


def _marked_line(text: str, position: str, stars: str, link: str) -> str:
    inner = " ".join(text.split())
    if not inner:
        return " " if text else ""
    before, after = " " * text[0].isspace(), " " * text[-1].isspace()
    sign, close = _SIGNS.get(position, ""), inner.replace(", ", ",")
    if sign and sign not in inner and len(inner) <= _LONGEST and " " not in close:
        return f"{before}{sign}{escaped(close)}{sign}{after}"
    written = escaped(inner)
    if link.startswith(("http://", "https://")) and link != inner and not set("()<> ") & set(link):
        written = f"[{written}]({link})"
    return f"{before}{stars}{written}{stars}{after}"
