"""What was read of a talk's file as bytes, which another process or a later run can read, and back.

A record has parts: what is read at once, and the names, the text and the places of the talk, which stay packed until somebody
asks for them. Before them stand their lengths, and digests of what they say of the talk. Pictures are not in it: they are
read later.
"""

import hashlib
import struct
import zlib
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from booklet.finding import Finding
from booklet.finding_record import finding_rows, findings_of
from booklet.model.talk import NAMES, ROW, TEXT, Author, Figure, Link, Talk, TalkDigests, Translation, talk_of
from booklet.reading.read_talk import TalkReading
from booklet.reading.record_parts import (
    block_rows,
    blocks_of,
    dumped,
    line_of,
    line_rows,
    loaded,
    place_rows,
    places_of,
)

_DIGEST = 16  # bytes
_LENGTHS = struct.Struct(">4I")  # of row, names, text, places
_DIGESTS = struct.Struct(f"{_DIGEST}s{_DIGEST}s{_DIGEST}s")
_START = _LENGTHS.size + _DIGESTS.size
_FASTEST = 1  # of zlib: more would take longer than it saves


class _Packed(NamedTuple):
    """The record of a talk, and the file that it was read of."""

    record: bytes
    file: str

    @property
    def digests(self) -> TalkDigests:
        """The digests of its parts."""
        return TalkDigests._make(_DIGESTS.unpack_from(self.record, _LENGTHS.size))

    def unpacked(self, name: str) -> Iterable[tuple[str, object]]:
        """Name and value of a field that ROW does not name, and of those that are kept with it."""
        row, names, text, _ = _LENGTHS.unpack_from(self.record)
        row_end = _START + row
        names_end = row_end + names
        if name in NAMES:
            return zip(NAMES, _read_names(*loaded(self.record[row_end:names_end])), strict=True)
        if name in TEXT:
            return zip(TEXT, _read_text(*_inflated(self.record[names_end : names_end + text])), strict=True)
        return (("places", places_of(self.file, *_inflated(self.record[names_end + text :]))),)


def packed(reading: TalkReading, findings: Sequence[Finding], file: str) -> bytes:
    """The record of what was read of a file, and of what there was to say about it."""
    rows = dumped((reading.id, sorted(reading.used), finding_rows(findings)))
    if reading.talk is None:
        return _joined([b"[%b,null]" % rows], [])
    talk = reading.talk
    values = (_row(talk, file), _names(talk), _text(talk), place_rows(talk.places, file))
    row, names, text, places = map(dumped, values)
    kept = [b"[%b,%b]" % (rows, row), names, zlib.compress(text, _FASTEST), zlib.compress(places, _FASTEST)]
    return _joined(kept, [row + names, text, places])


def _joined(parts: Sequence[bytes], said: Sequence[bytes]) -> bytes:
    """A record of parts, and digests of what is said in them."""
    lengths = (*map(len, parts), 0, 0, 0)[:4]
    digests = [hashlib.blake2b(one, digest_size=_DIGEST).digest() for one in said] or [b""] * 3
    return b"".join((_LENGTHS.pack(*lengths), _DIGESTS.pack(*digests), *parts))


def unpacked(record: bytes, file: str) -> tuple[TalkReading, list[Finding]]:
    """What `packed` was given. Raises an error of UNREADABLE for what is no record."""
    lengths = _LENGTHS.unpack_from(record) if len(record) >= _START else ()
    if len(record) != _START + sum(lengths):
        raise ValueError
    (talk_id, used, findings), row = loaded(record[_START : _START + lengths[0]])
    talk = None if row is None else talk_of(_read_row(file, *row), _Packed(record, file))
    return TalkReading(talk, talk_id, frozenset(used)), findings_of(findings)


def _inflated(part: bytes) -> Any:
    return loaded(zlib.decompress(part))


def _row(talk: Talk, file: str) -> tuple[object, ...]:
    """What ROW names."""
    return (
        talk.id,
        line_rows(talk.title),
        talk.status,
        [(one.file, place_rows(one.places, file), one.alt, line_rows(one.caption), one.width) for one in talk.figures],
        talk.kind,
        talk.track,
        talk.board,
        talk.author_count,
        talk.has_abstract,
        talk.has_more,
    )


def _read_row(file: str, *facts: Any) -> dict[str, object]:
    talk_id, title, status, figures, *more = facts
    read = talk_id, line_of(title), status, tuple([_read_figure(file, *one) for one in figures]), *more
    return dict(zip(ROW, read, strict=True))


def _names(talk: Talk) -> tuple[object, ...]:
    """What NAMES names."""
    return (
        [(one.name, one.affiliations, one.presenting) for one in talk.authors],
        talk.affiliations,
        talk.short_title,
        talk.language,
        talk.keywords,
        [(one.label, one.address) for one in talk.links],
    )


def _read_names(
    authors: list[Any],
    affiliations: list[str],
    short_title: str | None,
    language: str | None,
    keywords: list[str],
    links: list[Any],
) -> tuple[object, ...]:
    return (
        tuple([Author(name, tuple(numbers), presenting) for name, numbers, presenting in authors]),
        tuple(affiliations),
        short_title,
        language,
        tuple(keywords),
        tuple([Link(label, address) for label, address in links]),
    )


def _text(talk: Talk) -> tuple[object, ...]:
    """What TEXT names."""
    second = talk.translation
    return (
        block_rows(talk.abstract),
        talk.abstract_written,
        [line_rows(one) for one in talk.references],
        line_rows(talk.funding),
        second and (second.language, line_rows(second.title), block_rows(second.abstract)),
    )


def _read_text(
    abstract: list[Any], written: str, references: list[Any], funding: list[Any], second: list[Any] | None
) -> tuple[object, ...]:
    return (
        blocks_of(abstract),
        written,
        tuple(map(line_of, references)),
        line_of(funding),
        None if second is None else _read_translation(*second),
    )


def _read_figure(file: str, name: str, places: list[Any], alt: str | None, caption: list[Any], width: float) -> Figure:
    return Figure(name, places_of(file, *places), alt, line_of(caption), width)


def _read_translation(language: str, title: list[Any], abstract: list[Any]) -> Translation:
    return Translation(language, line_of(title), blocks_of(abstract))
