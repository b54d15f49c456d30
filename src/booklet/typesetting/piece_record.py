"""A set section as bytes, which another process or a later run can read, and back.

A record begins with the lengths of four parts: facts as JSON; the text of the structure (latin-1); whole numbers of 4 bytes;
measures, floating numbers of 8. The lengths are whole numbers, and all are little endian. The bodies of the pages follow one
after another. Pictures are in it by name alone: whoever reads it has them.
"""

import json
import sys
from array import array
from collections.abc import Mapping, Sequence
from itertools import accumulate, chain, pairwise
from typing import Any, Literal

from booklet.composing.section import Furniture, Section, Tab
from booklet.flowable import Anchor
from booklet.picture import Picture
from booklet.structure import Element
from booklet.typesetting.set_piece import Destination, SetLink, SetPage, SetPiece, ShownPicture
from booklet.typesetting.set_structure import SetStructure

_LENGTHS = 16  # bytes


def packed(section: Section, piece: SetPiece) -> bytes:
    """The record of a piece and what is still needed of its section."""
    facts = json.dumps((_section(section), _facts(piece)), separators=(",", ":")).encode("ascii")
    parts = facts, piece.structure.text.encode("latin-1"), _as_bytes(_numbers(piece)), _as_bytes(_measures(piece))
    lengths = array("i", map(len, parts))
    return b"".join((_as_bytes(lengths), *parts, *(page.body for page in piece.pages)))


def unpacked(record: bytes, pictures: Mapping[str, Picture]) -> tuple[Section, SetPiece]:
    """The section and the piece of a record. `pictures` by the names that pages know them by; KeyError where one is not
    there. What is no record raises one of UNREADABLE."""
    lengths = _as_array("i", record[:_LENGTHS])
    lengths.append(len(record) - _LENGTHS - sum(lengths))
    facts, text, numbers, measures, bodies = _portions(memoryview(record)[_LENGTHS:], lengths)
    section, piece = json.loads(bytes(facts))
    arrays = _as_array("i", numbers), _as_array("d", measures)
    return _read_section(*section), _read_piece(piece, str(text, "latin-1"), *arrays, bodies, pictures)


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


def _facts(piece: SetPiece) -> tuple[object, ...]:
    structure, links = piece.structure, piece.links
    return (
        piece.key,
        [(len(page.body), page.marks, page.pictures, page.entries) for page in piece.pages],
        (structure.count, len(structure.gaps), structure.names, structure.about),
        ([link.target for link in links], [link.words for link in links]),
        [(one.name, one.page) for one in piece.destinations],
        [(face, len(glyphs)) for face, glyphs in piece.codes],
        [(shown.name, shown.width) for shown in piece.pictures],
        [(one.name, one.bookmark, one.level) for one in piece.bookmarks],
        piece.tightness,
        piece.excess,
    )


def _numbers(piece: SetPiece) -> "array[int]":
    """The gaps of the structure, who owns the marks of each page, who owns links, their pages, the glyphs of each face."""
    structure, glyphs = piece.structure, (glyphs for _, glyphs in piece.codes)
    of_links = structure.link_owners, [link.page for link in piece.links]
    return array("i", chain(structure.gaps, *structure.owners, *of_links, *glyphs))


def _measures(piece: SetPiece) -> "array[float]":
    """The tops of destinations, the boxes of links."""
    return array("d", chain([one.top for one in piece.destinations], *(link.box for link in piece.links)))


def _read_piece(
    facts: list[Any],
    text: str,
    numbers: "array[int]",
    measures: "array[float]",
    bodies: memoryview,
    pictures: Mapping[str, Picture],
) -> SetPiece:
    key, pages, (count, gap_count, names, about), (targets, words), places, faces, shown, bookmarks, *fit = facts
    lengths, marks, names_shown, entries = zip(*pages, strict=True)
    links = len(targets)
    gaps, *more = _portions(numbers, (gap_count, *marks, links, links, *(of_face for _, of_face in faces)))
    owners, (link_owners, link_pages, *glyphs) = more[: len(pages)], more[len(pages) :]
    tops, corners = _portions(measures, (len(places), 4 * links))
    boxes = zip(*[iter(corners)] * 4, strict=True)
    return SetPiece(
        key,
        tuple(
            map(SetPage, map(bytes, _portions(bodies, lengths)), marks, map(tuple, names_shown), map(tuple, entries))
        ),
        SetStructure(text, gaps, count, tuple(map(tuple, names)), tuple(about), tuple(owners), link_owners),
        tuple(map(SetLink, link_pages, boxes, targets, words)),
        tuple([Destination(name, page, top) for (name, page), top in zip(places, tops, strict=True)]),
        tuple([(face, tuple(of_face)) for (face, _), of_face in zip(faces, glyphs, strict=True)]),
        tuple([ShownPicture(name, pictures[name], width) for name, width in shown]),
        tuple([Anchor(*one) for one in bookmarks]),
        *fit,
    )


def _as_bytes(numbers: "array[Any]") -> bytes:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def _as_array(kind: Literal["i", "d"], data: bytes | memoryview) -> "array[Any]":
    numbers = array(kind)
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _portions(whole: Any, counts: Sequence[int]) -> list[Any]:
    """All that is there, cut into portions of so many each. ValueError where there is more or less."""
    ends = list(accumulate(counts, initial=0))
    if ends[-1] != len(whole) or min(counts, default=0) < 0:
        raise ValueError("the record has other lengths than it says")
    return [whole[start:end] for start, end in pairwise(ends)]
