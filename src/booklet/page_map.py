"""On which page things stand: the one arrow that points back in the pipeline."""

from collections.abc import Mapping
from types import MappingProxyType

from booklet.plain_dataclasses import dataclass, field

END = "#end"  # the destination behind the last page; no other has a #


@dataclass(frozen=True, slots=True)
class PageMap:
    """Destination name ("talk-alexe") → index of its page in the booklet, the front cover being 0; that of END is the number
    of pages."""

    pages: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def page(self, destination: str) -> int | None:
        """Index of the page that `destination` is on; None when nothing set carries that name."""
        return self.pages.get(destination)

    @property
    def counted(self) -> bool:
        """Whether the pages have been counted."""
        return END in self.pages

    @property
    def count(self) -> int:
        """How many pages there are in all; 0 where nothing is counted yet."""
        return self.pages.get(END, 0)
