"""What an earlier run has set, as far as all that it was made of is the same."""

import json
from collections.abc import Mapping, Sequence
from typing import Protocol

from booklet.composing.section import Later
from booklet.page_map import PageMap
from booklet.picture import Picture
from booklet.typesetting.asked_pages import AskedPages
from booklet.typesetting.digest import digest
from booklet.typesetting.made import Counted, Made
from booklet.typesetting.piece_record import packed, unpacked

_LENGTH = 4
# What a record raises that is not as it was written, although its checksum is right.
_UNREADABLE = (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError)


class Records(Protocol):
    """Records by key: what earlier runs have kept is found, what this one keeps is there for later ones."""

    def found(self, key: bytes) -> bytes | None:
        """The record of a key, if there is one."""

    def keep(self, key: bytes, record: bytes) -> None:
        """Keep a record for later runs."""


class EarlierPieces:
    """`common` is a digest of what all sections are made of, `numbered` one of what else those are made of that print
    page numbers. `pictures` are those of the booklet by name."""

    def __init__(self, records: Records, common: bytes, numbered: bytes, pictures: Mapping[str, Picture]) -> None:
        self._records, self._common, self._numbered, self._pictures = records, common, numbered, pictures

    def key(self, make: Later) -> bytes:
        """The key of a section that is composed later."""
        return digest(self._common, make.compose.__module__, make.compose.__qualname__, make.facts)

    def piece(self, key: bytes) -> Made | None:
        """The piece of this key, if there is one."""
        record = self._records.found(key)
        try:
            return None if record is None else Made(*unpacked(record, self._pictures))
        except _UNREADABLE:
            return None

    def keep_piece(self, key: bytes, record: bytes) -> None:
        """Keep the record of a piece."""
        self._records.keep(key, record)

    def counted(self, name: str) -> list[Counted] | None:
        """The sections of a numbered part as they are before any page is known."""
        record = self._records.found(self._key_of_part(name, "counted"))
        try:
            return None if record is None else [_counted(*one) for one in json.loads(record)]
        except _UNREADABLE:
            return None

    def keep_counted(self, name: str, sections: Sequence[Counted]) -> None:
        """Keep how many pages the sections of a numbered part have before any page is known."""
        self._records.keep(self._key_of_part(name, "counted"), json.dumps(sections).encode("ascii"))

    def numbered(self, name: str, times: int, pages: PageMap) -> tuple[AskedPages, list[Made]] | None:
        """A numbered part as it was when it was set for the how manyth time, if it asked for no page that is another now;
        before it, what it asked for."""
        record = self._records.found(self._key_of_part(name, times))
        if record is None:
            return None
        try:
            asked, made = _read_part(record, pages, self._pictures)
        except _UNREADABLE:
            return None
        return None if asked.moved(pages) else (asked, made)

    def keep_numbered(self, name: str, times: int, asked: AskedPages, made: Sequence[Made]) -> None:
        """Keep a numbered part with what it asked for."""
        records = [packed(section, piece) for section, piece in made]
        facts = json.dumps((asked.seen, asked.looked_for, list(map(len, records)))).encode("ascii")
        whole = b"".join((len(facts).to_bytes(_LENGTH), facts, *records))
        self._records.keep(self._key_of_part(name, times), whole)

    def _key_of_part(self, name: str, what: str | int) -> bytes:
        return digest(self._common, self._numbered, name, what)


def _read_part(record: bytes, pages: PageMap, pictures: Mapping[str, Picture]) -> tuple[AskedPages, list[Made]]:
    start = _LENGTH + int.from_bytes(record[:_LENGTH])
    seen, looked_for, lengths = json.loads(record[_LENGTH:start])
    asked = AskedPages(pages)
    asked.seen, asked.looked_for = dict(seen), dict(looked_for)
    made = []
    for length in lengths:
        made.append(Made(*unpacked(record[start : start + length], pictures)))
        start += length
    return asked, made


def _counted(places: list[tuple[str, int]], pages: int) -> Counted:
    return Counted(tuple((name, page) for name, page in places), pages)
