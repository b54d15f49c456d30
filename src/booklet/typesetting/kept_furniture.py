"""What stands around the pages of sections, set anew only where no earlier run has set the same.

A record is the length of its facts (4 bytes), the facts as JSON (the length of the operators for each page, the codes), and
the operators.
"""

import json
from itertools import accumulate, pairwise

from booklet.composing.section import Furniture
from booklet.lettering.letters import Letters
from booklet.reading.record_cache import UNREADABLE, Records
from booklet.typesetting.digest import digest
from booklet.typesetting.furniture import Entries, FurnitureSetter, SetFurniture

_LENGTH = 4


class KeptFurniture:
    """A FurnitureSetter for one booklet that keeps what it sets."""

    def __init__(self, records: Records, letters: Letters) -> None:
        self._records, self._setter = records, FurnitureSetter(letters)
        self._common = digest(letters.style, letters.language)

    def set(self, furniture: Furniture, entries: Entries, first: int) -> SetFurniture:
        """The furniture of a section whose pages have these entries, from the one with the index `first` on."""
        key = digest(self._common, furniture, entries, first)
        record = self._records.found(key)
        try:
            if record is not None:
                return unpacked_furniture(record, len(entries))
        except UNREADABLE:
            pass
        made = self._setter.set(furniture, entries, first)
        self._records.keep(key, packed_furniture(made))
        return made


def packed_furniture(made: SetFurniture) -> bytes:
    """The record of the furniture of a section."""
    facts = json.dumps((list(map(len, made.bodies)), made.codes), separators=(",", ":")).encode("ascii")
    return b"".join((len(facts).to_bytes(_LENGTH), facts, *made.bodies))


def unpacked_furniture(record: bytes, pages: int) -> SetFurniture:
    """The furniture of a record, of so many pages. What is no such record raises one of UNREADABLE."""
    start = _LENGTH + int.from_bytes(record[:_LENGTH])
    lengths, codes = json.loads(record[_LENGTH:start])
    if len(lengths) != pages or start + sum(lengths) != len(record):
        raise ValueError("the record is of other pages")
    ends = list(accumulate(lengths, initial=start))
    bodies = tuple(record[begin:end] for begin, end in pairwise(ends))
    return SetFurniture(bodies, tuple((face, tuple(glyphs)) for face, glyphs in codes))
