"""A part that prints page numbers: counted before any page is known, then set as often as what it was told has changed."""

from collections.abc import Callable, Iterable

from booklet.composing.section import Section
from booklet.page_map import PageMap
from booklet.styling.style import Style
from booklet.typesetting.asked_pages import AskedPages
from booklet.typesetting.earlier_pieces import EarlierPieces
from booklet.typesetting.made import Counted, Made, count_of, counted, made


class NumberedPart:
    """The part called `name`, whose sections `compose` gives for a page map."""

    def __init__(
        self,
        name: str,
        compose: Callable[[PageMap], Iterable[Section]],
        style: Style,
        earlier: EarlierPieces | None,
    ) -> None:
        self._name, self._compose, self._style, self._earlier = name, compose, style, earlier
        self._counted: list[Counted] = []
        self._asked = AskedPages(PageMap())
        self._times = 0
        self.made: list[Made] = []

    @property
    def sections(self) -> list[Counted]:
        """What counts of its sections."""
        return list(map(count_of, self.made)) if self._times else self._counted

    def count(self) -> None:
        """Lay it out as it is before any page is known."""
        known = self._earlier.counted(self._name) if self._earlier else None
        if known is None:
            known = [counted(section, self._style) for section in self._compose(PageMap())]
            if self._earlier:
                self._earlier.keep_counted(self._name, known)
        self._counted = known

    def moved(self, pages: PageMap) -> list[str]:
        """The destinations that are not where it says they are."""
        return self._asked.moved(pages)

    def is_true(self, pages: PageMap) -> bool:
        """Whether it is set, and what it says is so."""
        return self._times > 0 and not self.moved(pages)

    def set(self, pages: PageMap) -> None:
        """Set it, once more or for the first time."""
        known = self._earlier.numbered(self._name, self._times, pages) if self._earlier else None
        if known is None:
            asked = AskedPages(pages)
            self.made = []  # before it is made anew
            known = asked, [made(section, self._style) for section in self._compose(PageMap(asked))]
            if self._earlier:
                self._earlier.keep_numbered(self._name, self._times, *known)
        self._asked, self.made = known
        self._times += 1
