"""A part that prints page numbers: counted before any page is known, then set as often as what it was told has changed."""

from collections.abc import Callable, Iterable

from booklet.composing.section import Section
from booklet.page_map import PageMap
from booklet.styling.style import Style
from booklet.typesetting.asked_pages import AskedPages
from booklet.typesetting.made import Counted, Made, count_of, counted, made
from booklet.typesetting.means import Means
from booklet.typesetting.part_record import packed_counts, packed_part, unpacked_counts, unpacked_part
from booklet.workers import Errand


class NumberedPart:
    """The part called `name`, whose sections `compose` gives for a page map. To count or to set it is an errand, on which
    another process may go. One that prints no numbers is never out of date."""

    def __init__(self, name: str, compose: Callable[[PageMap], Iterable[Section]], style: Style, means: Means) -> None:
        self._name, self._compose, self._style, self._means = name, compose, style, means
        self._counted: list[Counted] = []
        self._asked = AskedPages(PageMap())
        self._times = 0
        self.made: list[Made] = []

    @property
    def sections(self) -> list[Counted]:
        """What counts of its sections."""
        return list(map(count_of, self.made)) if self._times else self._counted

    def moved(self, pages: PageMap) -> list[str]:
        """The destinations that are not where it says they are."""
        return self._asked.moved(pages)

    def is_true(self, pages: PageMap) -> bool:
        """Whether it is set, and what it says is so."""
        return self._times > 0 and not self.moved(pages)

    def to_count(self) -> Errand | None:
        """To lay it out as it is before any page is known; None where an earlier run has done that."""
        known = self._means.earlier.counts(self._key(None)) if self._means.earlier else None
        if known is not None:
            self._counted = known
            return None
        return Errand(lambda: packed_counts(self._count()), self._take_counts)

    def to_set(self, pages: PageMap) -> Errand | None:
        """To set it, once more or for the first time; None where an earlier run has done that."""
        self.made = []  # before it is made anew
        known = self._means.earlier.part(self._key(self._times), pages) if self._means.earlier else None
        if known:
            self._asked, self.made = known
            self._times += 1
            return None
        return Errand(lambda: packed_part(*self._set(pages)), lambda record: self._take(record, pages))

    def count_here(self) -> None:
        """Lay it out at once, where there are no means."""
        self._counted = self._count()

    def set_here(self, pages: PageMap) -> None:
        """Set it at once, where there are no means."""
        self.made = []
        self._asked, self.made = self._set(pages)
        self._times += 1

    def _take_counts(self, record: bytes) -> None:
        self._keep(None, record)
        self._counted = unpacked_counts(record)

    def _take(self, record: bytes, pages: PageMap) -> None:
        self._keep(self._times, record)
        self._asked, self.made = unpacked_part(record, pages, self._means.pictures)
        self._times += 1

    def _count(self) -> list[Counted]:
        return [counted(section, self._style) for section in self._compose(PageMap())]

    def _set(self, pages: PageMap) -> tuple[AskedPages, list[Made]]:
        asked = AskedPages(pages)
        return asked, [made(section, self._style) for section in self._compose(PageMap(asked))]

    def _key(self, times: int | None) -> bytes:
        return self._means.earlier.key_of_part(self._name, times) if self._means.earlier else b""

    def _keep(self, times: int | None, record: bytes) -> None:
        if self._means.earlier:
            self._means.earlier.keep(self._key(times), record)
