"""The styles and link targets of a Word document into look-ups by the ids that its text uses."""

import re
from collections.abc import Mapping

from booklet.finding import Finding
from booklet.importing.sources.source import SourceFile
from booklet.importing.sources.xml_elements import Element, xml_root
from booklet.plain_dataclasses import dataclass

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_MOST_PARENTS = 20


@dataclass(frozen=True, slots=True)
class DocxStyle:
    """A style by the name that Word shows, its level as a heading (1 is the outermost; 0: none) and in a list (0 is
    the outermost), and what it says of letters."""

    name: str
    heading: int = 0
    list_level: int | None = None
    letters: tuple[Element, ...] = ()


def docx_styles(part: bytes) -> Mapping[str, DocxStyle]:
    """Styles by id; none when the part cannot be read."""
    root = part_root(part)
    elements = {style.attributes.get("styleId", ""): style for style in root.all("style")} if root else {}
    return {name: _style(_with_parents(name, elements)) for name in elements}


def docx_links(part: bytes) -> Mapping[str, str]:
    """Targets of links that lead out of the document, by id."""
    root = part_root(part)
    links = root.all("Relationship") if root else ()
    return {
        link.attributes.get("Id", ""): link.attributes.get("Target", "")
        for link in links
        if link.attributes.get("Type", "").endswith("/hyperlink")
    }


def part_root(part: bytes) -> Element | None:
    """The outermost element of a part that the document can do without; None when it cannot be read."""
    nothing: list[Finding] = []
    return xml_root(SourceFile("", part), nothing) if part else None


def value_of(element: Element | None, name: str) -> str:
    """The `val` of the first element of this name inside, as nearly all of WordprocessingML says things."""
    child = element.child(name) if element else None
    return child.attributes.get("val", "") if child else ""


def list_level_of(paragraph: Element | None) -> int | None:
    """The level that the properties of a paragraph give it in a list, 0 the outermost; None when in none."""
    number = paragraph.child("numPr") if paragraph else None
    if number is None or value_of(number, "numId") == "0":
        return None
    level = value_of(number, "ilvl")
    return int(level) if re.fullmatch("[0-8]", level) else 0


def _with_parents(name: str, elements: Mapping[str, Element]) -> tuple[Element, ...]:
    """The style and those that it is based on."""
    found: list[Element] = []
    while name in elements and len(found) < _MOST_PARENTS:
        found.append(elements[name])
        name = value_of(elements[name], "basedOn")
    return tuple(found)


def _style(chain: tuple[Element, ...]) -> DocxStyle:
    name = value_of(chain[0], "name")
    paragraphs = [properties for style in chain if (properties := style.child("pPr"))]
    heading = _HEADING.fullmatch(name)
    outline = next((said for each in paragraphs if (said := value_of(each, "outlineLvl"))), "")
    level = int(heading[1]) if heading else int(outline) + 1 if re.fullmatch("[0-8]", outline) else 0
    in_list = next((found for each in paragraphs if (found := list_level_of(each)) is not None), None)
    letters = tuple(properties for style in chain if (properties := style.child("rPr")))
    return DocxStyle(name, level, in_list, letters)
