"""A part whose sections are composed when they are about to be set: taken from an earlier run, or set by other processes."""

from collections.abc import Callable, Iterator
from functools import partial

from booklet.composing.section import ComposedLater, Later
from booklet.styling.style import Style
from booklet.typesetting.ends_record import packed_ends, unpacked_ends
from booklet.typesetting.made import Made, made
from booklet.typesetting.means import Means
from booklet.typesetting.piece_record import packed, unpacked
from booklet.workers import Errand

_LENGTH = 4  # bytes


class LaterPart:
    """The sections of such a part, in order. `tell` is called whenever one is there."""

    def __init__(self, sections: ComposedLater, style: Style, means: Means, tell: Callable[[], None]) -> None:
        self._sections, self._style, self._means, self._tell = sections.makers, style, means, tell
        self._made: dict[int, Made] = {}

    @property
    def made(self) -> list[Made]:
        """All that are set, in order."""
        return [self._made[number] for number in sorted(self._made)]

    def errands(self) -> Iterator[Errand]:
        """To set those that no earlier run has set."""
        earlier = self._means.earlier
        for number, section in enumerate(self._sections):
            key = earlier.key(section) if earlier else b""
            known = earlier.piece(key) if earlier else None
            lines = earlier.lines(section.name) if earlier and section.name else b""
            if known:
                self._made[number] = known
                self._tell()
            else:
                yield Errand(partial(self._records, section, lines), partial(self._take, number, section.name, key))

    def _records(self, section: Later, lines: bytes) -> bytes:
        """What is known of the lines of a section, with its length before it, and the section."""
        memory = self._means.line_ends
        if not section.name or not self._means.earlier or memory is None:
            return bytes(_LENGTH) + packed(*made(section(), self._style))
        with memory.remembered(unpacked_ends(lines)) as known:
            record = packed(*made(section(), self._style))
        lines = packed_ends(known)
        return len(lines).to_bytes(_LENGTH) + lines + record

    def _take(self, number: int, name: str, key: bytes, records: bytes) -> None:
        start = _LENGTH + int.from_bytes(records[:_LENGTH])
        lines, record = records[_LENGTH:start], records[start:]
        if self._means.earlier:
            self._means.earlier.keep(key, record)
            if lines:
                self._means.earlier.keep_lines(name, lines)
        self._made[number] = Made(*unpacked(record, self._means.pictures))
        self._tell()
