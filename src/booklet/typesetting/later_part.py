"""A part whose sections are composed when they are about to be set: taken from an earlier run, or set by other processes."""

from collections.abc import Callable, Iterator
from functools import partial

from booklet.composing.section import ComposedLater, Later
from booklet.styling.style import Style
from booklet.typesetting.made import Made, made
from booklet.typesetting.means import Means
from booklet.typesetting.piece_record import packed, unpacked
from booklet.workers import Errand


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
        for number, section in enumerate(self._sections):
            key = self._means.earlier.key(section) if self._means.earlier else b""
            known = self._means.earlier.piece(key) if self._means.earlier else None
            if known:
                self._made[number] = known
                self._tell()
            else:
                yield Errand(partial(_record, section, self._style), partial(self._take, number, key))

    def _take(self, number: int, key: bytes, record: bytes) -> None:
        if self._means.earlier:
            self._means.earlier.keep(key, record)
        self._made[number] = Made(*unpacked(record, self._means.pictures))
        self._tell()


def _record(section: Later, style: Style) -> bytes:
    return packed(*made(section(), style))
