"""On which page things stand: the one arrow that points back in the pipeline."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageMap:
    """Destination name ("talk-alexe") → index of its page in the booklet, the front cover being 0."""

    pages: tuple[tuple[str, int], ...] = ()

    def page(self, destination: str) -> int | None:
        """Index of the page that `destination` is on; None when nothing set carries that name."""
        return dict(self.pages).get(destination)
