"""A numbered part as bytes, counted or set, which another process or a later run can read, and back."""

import json
from collections.abc import Mapping, Sequence

from booklet.page_map import PageMap
from booklet.picture import Picture
from booklet.typesetting.asked_pages import AskedPages
from booklet.typesetting.made import Counted, Made
from booklet.typesetting.piece_record import packed, unpacked

_LENGTH = 4


def packed_counts(sections: Sequence[Counted]) -> bytes:
    """The record of what counts of sections."""
    return json.dumps(sections, separators=(",", ":")).encode("ascii")


def unpacked_counts(record: bytes) -> list[Counted]:
    """What counts of the sections of a record."""
    return [Counted(tuple((name, page) for name, page in places), pages) for places, pages in json.loads(record)]


def packed_part(asked: AskedPages, made: Sequence[Made]) -> bytes:
    """The record of set sections, with the pages that they were made to name."""
    records = [packed(section, piece) for section, piece in made]
    facts = json.dumps((asked.seen, asked.looked_for, list(map(len, records))), separators=(",", ":")).encode("ascii")
    return b"".join((len(facts).to_bytes(_LENGTH), facts, *records))


def unpacked_part(record: bytes, pages: PageMap, pictures: Mapping[str, Picture]) -> tuple[AskedPages, list[Made]]:
    """What was asked of a map of pages, taken to have been `pages`, and the set sections."""
    start = _LENGTH + int.from_bytes(record[:_LENGTH])
    seen, looked_for, lengths = json.loads(record[_LENGTH:start])
    asked = AskedPages(pages)
    asked.seen, asked.looked_for = dict(seen), dict(looked_for)
    made = []
    for length in lengths:
        made.append(Made(*unpacked(record[start : start + length], pictures)))
        start += length
    return asked, made
