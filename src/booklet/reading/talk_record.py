"""What was read of a talk's file as bytes, which another process or a later run can read, and back.

A record has parts: the head, which is read at once, and the text of the talk and its places, which stay packed until somebody
asks for them. Before them stand their lengths, and digests of what they say of the talk. Pictures are not in it: they are
read later.
"""

import hashlib
import struct
import zlib
from collections.abc import Sequence
from typing import Any, NamedTuple

from booklet.finding import Finding
from booklet.finding_record import finding_rows, findings_of
from booklet.model.talk import HEAD, TEXT, Author, Figure, Link, Talk, TalkDigests, Translation, talk_of
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
_START = struct.Struct(f">III{_DIGEST}s{_DIGEST}s{_DIGEST}s")  # lengths of head, text, places; their digests
_FASTEST = 1  # of zlib: more would take longer than it saves


class _Packed(NamedTuple):
    """The record of a talk, and the file that it was read of."""

    record: bytes
    file: str

    @property
    def digests(self) -> TalkDigests:
        """The digests of its parts."""
        return TalkDigests(*_START.unpack_from(self.record)[3:])

    def unpacked(self, name: str) -> Sequence[tuple[str, object]]:
        """Name and value of a field of text or places, and of those that are kept with it."""
        head, text, *_ = _START.unpack_from(self.record)
        middle = _START.size + head + text
        if name == "places":
            return (("places", places_of(self.file, *_inflated(self.record[middle:]))),)
        return tuple(zip(TEXT, _read_text(*_inflated(self.record[middle - text : middle])), strict=True))


def packed(reading: TalkReading, findings: Sequence[Finding], file: str) -> bytes:
    """The record of what was read of a file, and of what there was to say about it."""
    talk = reading.talk
    parts = [dumped(one) for one in (_head(talk, file), _text(talk), place_rows(talk.places, file))] if talk else []
    head, *others = parts or [b"null"]
    rows = dumped((reading.id, sorted(reading.used), finding_rows(findings)))
    kept = [b"[%b,%b]" % (rows, head), *(zlib.compress(one, _FASTEST) for one in others)]
    lengths = (*map(len, kept), 0, 0)[:3]
    digests = (*map(_digest, parts), b"", b"", b"")[:3]
    return b"".join((_START.pack(*lengths, *digests), *kept))


def unpacked(record: bytes, file: str) -> tuple[TalkReading, list[Finding]]:
    """What `packed` was given. Raises an error of UNREADABLE for what is no record."""
    lengths = _START.unpack_from(record)[:3] if len(record) >= _START.size else ()
    if len(record) != _START.size + sum(lengths):
        raise ValueError
    (talk_id, used, findings), head = loaded(record[_START.size : _START.size + lengths[0]])
    talk = None if head is None else talk_of(_read_head(file, *head), _Packed(record, file))
    return TalkReading(talk, talk_id, frozenset(used)), findings_of(findings)


def _inflated(part: bytes) -> Any:
    return loaded(zlib.decompress(part))


def _digest(part: bytes) -> bytes:
    return hashlib.blake2b(part, digest_size=_DIGEST).digest()


def _head(talk: Talk, file: str) -> tuple[object, ...]:
    """What HEAD names."""
    return (
        talk.id,
        line_rows(talk.title),
        [(one.name, one.affiliations, one.presenting) for one in talk.authors],
        talk.affiliations,
        talk.short_title,
        talk.language,
        talk.status,
        talk.keywords,
        [(one.file, place_rows(one.places, file), one.alt, line_rows(one.caption), one.width) for one in talk.figures],
        [(one.label, one.address) for one in talk.links],
        talk.kind,
        talk.track,
        talk.board,
        talk.has_abstract,
        talk.has_more,
    )


def _read_head(file: str, *facts: Any) -> dict[str, object]:
    talk_id, title, authors, affiliations, short_title, language, status, keywords, figures, links, *more = facts
    read = (
        talk_id,
        line_of(title),
        tuple([Author(name, tuple(numbers), presenting) for name, numbers, presenting in authors]),
        tuple(affiliations),
        short_title,
        language,
        status,
        tuple(keywords),
        tuple([_read_figure(file, *one) for one in figures]),
        tuple([Link(label, address) for label, address in links]),
        *more,
    )
    return dict(zip(HEAD, read, strict=True))


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
