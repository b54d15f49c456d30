"""The structure of a set piece, read back into a tree that tests can walk."""

import re
from dataclasses import dataclass

from booklet.structure import Mark
from booklet.typesetting.set_piece import SetPiece
from booklet.typesetting.set_structure import SetStructure

_TEXT = r"(?:\((?P<{0}>(?:[^\\()]|\\.)*)\)|<FEFF(?P<{0}_coded>[0-9A-F]*)>)"
_ELEMENT = re.compile(
    r"<</Type/StructElem/S/(?P<role>\w+)/P \S+?(?:/Pg page(?P<home>\d+))?(?:/K ?(?P<kids>\[.*?\]|<<.*?>>|\w+))?"
    rf"(?:/Lang{_TEXT.format('lang')})?(?:/Alt{_TEXT.format('alt')})?(?:/A(?P<attributes><<.*?>>(?=/About|>>\Z)))?"
    r"(?:/About (?P<refers>.*))?>>"
)
_KID = re.compile(r"<</Type/MCR/Pg page(\d+)/MCID (\d+)>>|<</Type/OBJR/Obj link(\d+)/Pg page\d+>>|element(\d+)|(\d+)")


@dataclass(frozen=True)
class Tag:
    """An element: marks, elements and, as numbers, links in `content`."""

    role: str
    content: "tuple[Mark | Tag | int, ...]" = ()
    lang: str | None = None
    alt: str | None = None
    attributes: str = ""
    name: str = ""
    refers: str = ""


def tag_of(piece: SetPiece) -> Tag:
    """The top element of a piece."""
    return tree(piece.structure, len(piece.pages), len(piece.links))


def tree(structure: SetStructure, pages: int, links: int) -> Tag:
    """The top element of the structure of a piece that has so many pages and links."""
    counts = (("page", pages), ("link", links), ("element", structure.count))
    numbers = (f"{kind}{number}" for kind, count in counts for number in range(count))
    text = structure.filled("above", ("", ""), [f"/About {name}" for name in structure.about], numbers)
    return _tag(text.split("\n"), 0, {index: name for name, index in structure.names})


def _tag(lines: list[str], index: int, names: dict[int, str]) -> Tag:
    found = _ELEMENT.fullmatch(lines[index])
    assert found, lines[index]
    content: list[Mark | Tag | int] = []
    for page, mcid, link, element, plain in _KID.findall(found["kids"] or ""):
        if element:
            content.append(_tag(lines, int(element), names))
        elif link:
            content.append(int(link))
        else:
            content.append(Mark(int(page or found["home"]), int(mcid or plain)))
    lang, alt = (_said(found[name], found[f"{name}_coded"]) for name in ("lang", "alt"))
    name = names.get(index, "")
    return Tag(found["role"], tuple(content), lang, alt, found["attributes"] or "", name, found["refers"] or "")


def _said(plain: str | None, coded: str | None) -> str | None:
    if coded is not None:
        return bytes.fromhex(coded).decode("utf-16-be")
    return None if plain is None else re.sub(r"\\(.)", r"\1", plain)
