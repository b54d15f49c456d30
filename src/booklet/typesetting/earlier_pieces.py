"""What an earlier run has set, as far as all that it was made of is the same."""

from collections.abc import Mapping

from booklet.composing.section import Later
from booklet.page_map import PageMap
from booklet.picture import Picture
from booklet.reading.record_cache import UNREADABLE, Records
from booklet.typesetting.asked_pages import AskedPages
from booklet.typesetting.digest import Digests
from booklet.typesetting.made import Counted, Made
from booklet.typesetting.part_record import unpacked_counts, unpacked_part
from booklet.typesetting.piece_record import unpacked


class EarlierPieces:
    """Pieces and parts by keys. `common` is a digest of what all sections are made of, `numbered` one of what else those are
    made of that print page numbers; `digests` makes those of single ones. `pictures` are those of the booklet by name."""

    def __init__(
        self, records: Records, digests: Digests, common: bytes, numbered: bytes, pictures: Mapping[str, Picture]
    ) -> None:
        self._records, self._digests, self._pictures = records, digests, pictures
        self._common, self._numbered = common, numbered

    def keep(self, key: bytes, record: bytes) -> None:
        """Keep the record of a piece or a part."""
        self._records.keep(key, record)

    def key(self, make: Later) -> bytes:
        """The key of a section that is composed later."""
        return self._digests.of(self._common, make.compose.__module__, make.compose.__qualname__, make.facts)

    def key_of_part(self, name: str, times: int | None) -> bytes:
        """The key of a numbered part as it is when it is set for the how manyth time, from 0; None: when it is counted."""
        return self._digests.of(self._common, self._numbered, name, times)

    def piece(self, key: bytes) -> Made | None:
        """The piece of a key, if there is one."""
        record = self._records.found(key)
        try:
            return None if record is None else Made(*unpacked(record, self._pictures))
        except UNREADABLE:
            return None

    def lines(self, name: str) -> bytes:
        """The record of what is known of the lines of a section of this name, whatever it says; empty where nothing is."""
        return self._records.found(self._key_of_lines(name)) or b""

    def keep_lines(self, name: str, record: bytes) -> None:
        """Keep what is known of the lines of a section of this name."""
        self._records.keep(self._key_of_lines(name), record)

    def _key_of_lines(self, name: str) -> bytes:
        return self._digests.of(self._common, "lines", name)

    def counts(self, key: bytes) -> list[Counted] | None:
        """What counts of the sections of a numbered part."""
        record = self._records.found(key)
        try:
            return None if record is None else unpacked_counts(record)
        except UNREADABLE:
            return None

    def part(self, key: bytes, pages: PageMap) -> tuple[AskedPages, list[Made]] | None:
        """A numbered part, if it asked for no page that is another now; before it, what it asked for."""
        record = self._records.found(key)
        try:
            found = None if record is None else unpacked_part(record, pages, self._pictures)
        except UNREADABLE:
            return None
        return None if found is None or found[0].moved(pages) else found
