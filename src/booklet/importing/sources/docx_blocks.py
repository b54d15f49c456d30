"""A Word document into its paragraphs and tables, with what its author made bold, italic or raised."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import count

from booklet.codes import BAD_SOURCE, CHANGED_TEXT, LEFT_OUT
from booklet.finding import Code, Finding
from booklet.importing.sources.docx_styles import (
    DocxStyle,
    docx_links,
    docx_styles,
    list_level_of,
    part_root,
    value_of,
)
from booklet.importing.sources.packed import package
from booklet.importing.sources.source import SourceFile
from booklet.importing.sources.xml_elements import Element, xml_root
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace
from booklet.text_file import without_forbidden

_MAIN = "word/document.xml"
_OFF = {"0", "false", "off", "none"}
# Elements that hold what is read as if they were not there.
_CLEAR = {
    "sdt",
    "sdtContent",
    "customXml",
    "smartTag",
    "ins",
    "moveTo",
    "fldSimple",
    "bdo",
    "dir",
    "ruby",
    "rubyBase",
    "Choice",
}
_TRACKED = {"ins", "del", "moveTo", "moveFrom"}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_LEFT = {
    "drawing": "a picture or text box",
    "pict": "a picture or text box",
    "object": "an embedded object",
    "AlternateContent": "a picture or text box",
    "footnoteReference": "a footnote",
    "endnoteReference": "an endnote",
    "commentReference": "a comment",
    "altChunk": "an embedded document",
}


@dataclass(frozen=True, slots=True)
class Run:
    """A text of one look. `position` is "", "super" or "sub"; `link` the address that it leads to, or empty. Line breaks
    inside of a paragraph are line feeds."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    position: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: the name of its `style` as Word's English version has it ("Title", "heading 1", "" for the usual one), its
    runs (none when it is empty), its place (the line is the number of the paragraph in the document), its level in a
    list (0 the outermost, None when in none) and as a heading (1 the outermost, 0 when it is none)."""

    style: str
    runs: tuple[Run, ...]
    place: Place
    list_level: int | None = None
    heading: int = 0

    @property
    def text(self) -> str:
        """Its text without any look."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class DocTable:
    """A table: rows of cells of paragraphs. Its place is that of the paragraph before which it stands."""

    rows: tuple[tuple[tuple[Paragraph, ...], ...], ...]
    place: Place


def blocks(file: SourceFile, findings: list[Finding]) -> tuple[Paragraph | DocTable, ...]:
    """The paragraphs and tables of a .docx file in their order; none, with a finding, when it is refused or damaged. Text
    that was deleted while changes were tracked is left out, and so are pictures, text boxes, footnotes and comments, with a
    finding."""
    found_blocks, found = _read(file)
    findings.extend(found)
    return found_blocks


@lru_cache(maxsize=32)
def _read(file: SourceFile) -> tuple[tuple[Paragraph | DocTable, ...], tuple[Finding, ...]]:
    findings: list[Finding] = []
    parts = package(file.data, file.name, findings)
    if parts is None:
        return (), tuple(findings)
    main = _main_part(parts)
    folder, _, name = main.rpartition("/")
    inside: list[Finding] = []
    root = xml_root(SourceFile(file.name, parts.get(main, b"")), inside) if main in parts else None
    # lines of the XML inside mean nothing to its author
    findings += [replace(finding, place=Place(file.name)) for finding in inside]
    body = root.child("body") if root else None
    if body is None:
        if not findings:
            findings.append(
                Finding(BAD_SOURCE, "the file is no Word document", Place(file.name), "save it again as .docx")
            )
        return (), tuple(findings)
    styles = docx_styles(parts.get(f"{folder}/styles.xml", b""))
    links = docx_links(parts.get(f"{folder}/_rels/{name}.rels", b""))
    reader = _Reader(file.name, styles, links, findings, count(1))
    return tuple(reader.blocks(body)), tuple(findings)


def _main_part(parts: Mapping[str, bytes]) -> str:
    root = part_root(parts.get("_rels/.rels", b""))
    links = root.all("Relationship") if root else ()
    named = (
        one.attributes.get("Target", "") for one in links if one.attributes.get("Type", "").endswith("/officeDocument")
    )
    return next((name.removeprefix("/") for name in named), _MAIN)


@dataclass(frozen=True, slots=True)
class _Reader:
    """What the text of a document is read with."""

    file: str
    styles: Mapping[str, DocxStyle]
    links: Mapping[str, str]
    findings: list[Finding]
    numbers: Iterator[int]

    def blocks(self, parent: Element) -> Iterator[Paragraph | DocTable]:
        for element in parent.children:
            if element.name == "p":
                yield self.paragraph(element)
            elif element.name == "tbl":
                yield from self.table(element)
            elif element.name in _LEFT:
                self.say(LEFT_OUT, f"{_LEFT[element.name]} is left out", Place(self.file))
            elif element.name in _CLEAR:
                yield from self.blocks(element)

    def table(self, element: Element) -> Iterator[DocTable]:
        rows = []
        for row in _inside(element, "tr"):
            properties = row.child("trPr")
            if properties and properties.child("del"):
                continue
            rows.append(tuple(tuple(self.paragraphs(cell)) for cell in _inside(row, "tc")))
        first = next((paragraph for row in rows for cell in row for paragraph in cell), None)
        if first:
            yield DocTable(tuple(rows), first.place)

    def paragraphs(self, parent: Element) -> Iterator[Paragraph]:
        """The paragraphs of a cell, and of tables in it."""
        for block in self.blocks(parent):
            if isinstance(block, Paragraph):
                yield block
            else:
                yield from (paragraph for row in block.rows for cell in row for paragraph in cell)

    def paragraph(self, element: Element) -> Paragraph:
        place = Place(self.file, next(self.numbers))
        properties = element.child("pPr")
        style = self.styles.get(value_of(properties, "pStyle"), DocxStyle(""))
        number = properties.child("numPr") if properties else None
        level = style.list_level if number is None else list_level_of(properties)
        joined: list[Run] = []
        for run in self.runs(element, "", place):
            if joined and replace(joined[-1], text="") == replace(run, text=""):
                joined[-1] = replace(run, text=joined[-1].text + run.text)
            else:
                joined.append(run)
        return Paragraph(style.name, tuple(joined), place, level, style.heading)

    def runs(self, parent: Element, link: str, place: Place) -> Iterator[Run]:
        for element in parent.children:
            if element.name in _TRACKED:
                message = "changes are tracked: what was inserted is read, what was deleted is left out"
                self.say(LEFT_OUT, message, place)
            if element.name == "r":
                yield from self.run(element, link, place)
            elif element.name == "hyperlink":
                yield from self.runs(element, self.links.get(element.attributes.get("id", ""), link), place)
            elif element.name in _CLEAR:
                yield from self.runs(element, link, place)
            elif element.name in {"oMath", "oMathPara"}:
                self.say(CHANGED_TEXT, "a formula of Word is read as its letters alone", place)
                yield Run(without_forbidden("".join(_letters(element))), link=link)

    def run(self, element: Element, link: str, place: Place) -> Iterator[Run]:
        text = "".join(self.texts(element, place))
        if not text:
            return
        properties = element.child("rPr")
        style = self.styles.get(value_of(properties, "rStyle"), DocxStyle(""))
        letters = (*((properties,) if properties else ()), *style.letters)
        if _is_on(letters, "vanish"):
            self.say(LEFT_OUT, "hidden text is left out", place)
            return
        yield Run(
            without_forbidden(text),
            _is_on(letters, "b"),
            _is_on(letters, "i"),
            _is_on(letters, "u"),
            _position(letters),
            link,
        )

    def texts(self, element: Element, place: Place) -> Iterator[str]:
        for part in element.children:
            if part.name == "t":
                yield part.whole()
            elif part.name == "sym":
                code = part.attributes.get("char", "")
                yield chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{1,4}", code) else ""
            elif part.name in _SIGNS:
                is_page = part.attributes.get("type", "") in {"page", "column"}
                yield "" if is_page else _SIGNS[part.name]
            elif part.name in _LEFT:
                self.say(LEFT_OUT, f"{_LEFT[part.name]} is left out", place)
            elif part.name == "ruby":
                yield "".join(run.text for run in self.runs(part, "", place))

    def say(self, code: Code, message: str, place: Place) -> None:
        finding = Finding(code, message, place)
        if not self.findings or self.findings[-1] != finding:
            self.findings.append(finding)


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """The elements of this name inside, through elements that only group them."""
    for element in parent.children:
        if element.name == name:
            yield element
        elif element.name in _CLEAR:
            yield from _inside(element, name)


def _letters(formula: Element) -> Iterator[str]:
    for element in formula.children:
        if element.name == "t":
            yield element.whole()
        else:
            yield from _letters(element)


def _is_on(letters: tuple[Element, ...], name: str) -> bool:
    """Whether the nearest properties that speak of it say yes."""
    said = next((child for properties in letters if (child := properties.child(name))), None)
    return said is not None and said.attributes.get("val", "on").lower() not in _OFF


def _position(letters: tuple[Element, ...]) -> str:
    """Raised or lowered, by its kind or by a distance."""
    kind = next((value for properties in letters if (value := value_of(properties, "vertAlign"))), "")
    if kind in {"superscript", "subscript"}:
        return "super" if kind == "superscript" else "sub"
    distance = next((value for properties in letters if (value := value_of(properties, "position"))), "")
    if re.fullmatch(r"-?[1-9][0-9]{0,3}(?:\.[0-9]+)?(?:pt)?", distance):
        return "sub" if distance.startswith("-") else "super"
    return ""
