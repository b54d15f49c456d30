"""XML into elements that know their lines; entities of its own and more than is taken are refused."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html.entities import entitydefs
from itertools import count
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from booklet import limits
from booklet.codes import BAD_SOURCE
from booklet.finding import Finding
from booklet.importing.sources.source import SourceFile
from booklet.importing.sources.source_text import source_text
from booklet.place import Place
from booklet.plain_dataclasses import dataclass

_DECLARED = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9._-]{1,40})["']""")
_SEPARATORS = str.maketrans(dict.fromkeys("\x0b\x0c", " "))


@dataclass(frozen=True, slots=True)
class Element:
    """An element: its local `name`, the URI of its name `space` (or ""), its attributes by local name, and its `parts`: texts
    and elements in their order, no two texts side by side."""

    name: str
    space: str
    attributes: Mapping[str, str]
    parts: "tuple[str | Element, ...]"
    place: Place

    @property
    def text(self) -> str:
        """The text before the first element inside."""
        return self.parts[0] if self.parts and isinstance(self.parts[0], str) else ""

    @property
    def children(self) -> "tuple[Element, ...]":
        """The elements directly inside."""
        return tuple(part for part in self.parts if isinstance(part, Element))

    def child(self, name: str) -> "Element | None":
        """The first element of this name directly inside."""
        return next((part for part in self.parts if isinstance(part, Element) and part.name == name), None)

    def all(self, name: str) -> "tuple[Element, ...]":
        """The elements of this name directly inside."""
        return tuple(part for part in self.parts if isinstance(part, Element) and part.name == name)

    def said(self, name: str) -> str:
        """All text in the first element of this name, without blanks around it; empty when there is none."""
        child = self.child(name)
        return child.whole().strip() if child else ""

    def whole(self) -> str:
        """All text inside, at any depth."""
        return "".join(part.whole() if isinstance(part, Element) else part for part in self.parts)


def xml_root(file: SourceFile, findings: list[Finding]) -> Element | None:
    """The outermost element; None, with a finding, when the file is not XML or defines entities."""
    root, found = _read(file)
    findings.extend(found)
    return root


@lru_cache(maxsize=32)
def _read(file: SourceFile) -> tuple[Element | None, tuple[Finding, ...]]:
    findings: list[Finding] = []
    declared = _DECLARED.match(file.data.lstrip()[:300])
    if declared and declared[1].lower() not in {b"utf-8", b"utf8"} and len(file.data) <= limits.SOURCE_FILE_BYTES:
        return _parsed(file, file.data, None, findings), tuple(findings)
    text = source_text(file, findings).translate(_SEPARATORS)
    if findings and not text:
        return None, tuple(findings)
    return _parsed(file, text.encode("utf-8"), "utf-8", findings), tuple(findings)


def _parsed(file: SourceFile, data: bytes, encoding: str | None, findings: list[Finding]) -> Element | None:
    document = data.lstrip()
    first_line = 1 + data[: len(data) - len(document)].count(b"\n")
    builder = _Builder(file.name, first_line, [], [], count())
    # The parser of defusedxml is the one in Python, whose expat parser says in which line it is.
    parser = DefusedXMLParser(target=builder, encoding=encoding, forbid_dtd=False)
    parser.entity = dict(entitydefs)  # of HTML, where the DTD of the file may define them
    builder.parsers.append(parser.parser)
    try:
        parser.feed(document)
        parser.close()
    except DefusedXmlException:
        message = "the file defines entities of its own, which are not taken"
        findings.append(Finding(BAD_SOURCE, message, builder.place(), "export it again without a DTD"))
    except _RefusedError as refused:
        findings.append(Finding(BAD_SOURCE, str(refused), builder.place()))
    except ParseError as error:
        line, column = error.position
        message = f"this is not XML: {str(error).split(':')[0]}" if document else "the file is empty"
        place = Place(file.name, line + first_line - 1, column + 1, column + 2)
        findings.append(Finding(BAD_SOURCE, message, place, "export the file again"))
    except (LookupError, ValueError):
        message = "the file says that it has an encoding which is not known"
        findings.append(Finding(BAD_SOURCE, message, Place(file.name), "save it as UTF-8"))
    else:
        return builder.root()
    return None


class _RefusedError(Exception):
    """The file has more than is taken."""


@dataclass(frozen=True, slots=True)
class _Open:
    """An element whose end has not come yet."""

    name: str
    attributes: Mapping[str, str]
    place: Place
    parts: "list[_Text | Element]"


@dataclass(frozen=True, slots=True)
class _Builder:
    """What the parser calls; `parsers` holds the one expat parser, which knows the line."""

    file: str
    first_line: int
    parsers: list[Any]
    stack: list[_Open]
    elements: Iterator[int]

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if next(self.elements) >= limits.SOURCE_VALUES:
            message = f"the file has more than {limits.SOURCE_VALUES} elements"
            raise _RefusedError(message)
        if len(self.stack) >= limits.SOURCE_DEPTH:
            message = f"elements are nested more than {limits.SOURCE_DEPTH} deep"
            raise _RefusedError(message)
        if not self.stack:
            self.stack.append(_Open("", {}, Place(self.file), []))
        local = {key.rpartition("}")[2]: value for key, value in attributes.items()}
        self.stack.append(_Open(name, local, self.place(), []))

    def data(self, text: str) -> None:
        parts = self.stack[-1].parts
        if parts and isinstance(parts[-1], _Text):
            parts[-1].pieces.append(text)
        else:
            parts.append(_Text([text]))

    def end(self, name: str) -> None:  # noqa: ARG002
        part = self.stack.pop()
        space, _, local = part.name.rpartition("}")
        parts = tuple("".join(each.pieces) if isinstance(each, _Text) else each for each in part.parts)
        self.stack[-1].parts.append(Element(local, space.removeprefix("{"), part.attributes, parts, part.place))

    def root(self) -> Element:
        return next(part for part in self.stack[0].parts if isinstance(part, Element))

    def place(self) -> Place:
        """Where the parser is."""
        parser = self.parsers[0]
        column = parser.CurrentColumnNumber + 1
        return Place(self.file, parser.CurrentLineNumber + self.first_line - 1, column, column)


@dataclass(frozen=True, slots=True)
class _Text:
    """Pieces of one text, which the parser cuts at will."""

    pieces: list[str]
