"""A set section as bytes, which another process or a later run can read, and back.

A record is the length of its facts (4 bytes), the facts as JSON, and the bodies of the pages one after another. Pictures are
in it by name alone: whoever reads it has them.
"""

import json
from array import array
from collections.abc import Mapping
from typing import Any

from booklet.composing.section import Furniture, Section, Tab
from booklet.flowable import Anchor
from booklet.picture import Picture
from booklet.structure import Element
from booklet.typesetting.set_piece import Destination, SetLink, SetPage, SetPiece, ShownPicture
from booklet.typesetting.set_structure import SetStructure

_LENGTH = 4


def packed(section: Section, piece: SetPiece) -> bytes:
    """The record of a piece and what is still needed of its section."""
    facts = json.dumps((_section(section), _piece(piece)), separators=(",", ":")).encode("ascii")
    return b"".join((len(facts).to_bytes(_LENGTH), facts, *(page.body for page in piece.pages)))


def unpacked(record: bytes, pictures: Mapping[str, Picture]) -> tuple[Section, SetPiece]:
    """The section and the piece of a record. `pictures` by the names that pages know them by; KeyError where one is not
    there."""
    end = _LENGTH + int.from_bytes(record[:_LENGTH])
    section, piece = json.loads(record[_LENGTH:end])
    return _read_section(*section), _read_piece(piece, memoryview(record)[end:], pictures)


def _section(section: Section) -> tuple[object, ...]:
    around = section.furniture
    furniture = around and (
        around.head_outer,
        around.head_inner,
        around.foot_inner,
        [(tab.words, tab.place) for tab in around.tabs],
        around.head_next,
    )
    return section.key, section.bookmark, section.level, section.label, furniture


def _read_section(key: str, bookmark: str, level: int, label: str | None, furniture: list[Any] | None) -> Section:
    around = None
    if furniture:
        outer, inner, foot, tabs, following = furniture
        inner = inner if isinstance(inner, str) else tuple(inner)
        around = Furniture(outer, inner, foot, tuple(Tab(*tab) for tab in tabs), following)
    return Section(key, Element("Sect"), bookmark, furniture=around, level=level, label=label)


def _piece(piece: SetPiece) -> tuple[object, ...]:
    structure = piece.structure
    return (
        piece.key,
        [(len(page.body), page.marks, page.pictures, page.entries) for page in piece.pages],
        (
            structure.text,
            structure.gaps.tolist(),
            structure.count,
            structure.names,
            structure.about,
            [owners.tolist() for owners in structure.owners],
            structure.link_owners.tolist(),
        ),
        [(link.page, link.box, link.target, link.words) for link in piece.links],
        [(one.name, one.page, one.top) for one in piece.destinations],
        piece.codes,
        [(shown.name, shown.width) for shown in piece.pictures],
        [(one.name, one.bookmark, one.level) for one in piece.bookmarks],
        piece.tightness,
        piece.excess,
    )


def _read_piece(facts: list[Any], bodies: memoryview, pictures: Mapping[str, Picture]) -> SetPiece:
    key, page_facts, structure, links, destinations, codes, shown, bookmarks, tightness, excess = facts
    pages, start = [], 0
    for length, marks, names, entries in page_facts:
        pages.append(SetPage(bytes(bodies[start : start + length]), marks, tuple(names), tuple(entries)))
        start += length
    return SetPiece(
        key,
        tuple(pages),
        _read_structure(*structure),
        tuple(SetLink(page, tuple(box), target, words) for page, box, target, words in links),
        tuple(Destination(*one) for one in destinations),
        tuple((face, tuple(glyphs)) for face, glyphs in codes),
        tuple(ShownPicture(name, pictures[name], width) for name, width in shown),
        tuple(Anchor(*one) for one in bookmarks),
        tightness,
        excess,
    )


def _read_structure(
    text: str,
    gaps: list[int],
    count: int,
    names: list[list[Any]],
    about: list[str],
    owners: list[list[int]],
    link_owners: list[int],
) -> SetStructure:
    return SetStructure(
        text,
        array("i", gaps),
        count,
        tuple((name, index) for name, index in names),
        tuple(about),
        tuple(array("i", row) for row in owners),
        array("i", link_owners),
    )
