"""On which page things stand: the one arrow that points back in the pipeline."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class PageMap:
    """Destination name ("talk-alexe") → index of its page in the booklet, the front cover being 0; and how many pages there
    are in all (0: nothing is counted yet)."""

    pages: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    count: int = 0

    def page(self, destination: str) -> int | None:
        """Index of the page that `destination` is on; None when nothing set carries that name."""
        return self.pages.get(destination)
