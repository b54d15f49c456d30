"""A page map that remembers for what it was asked, so that what was made with it can be told to be out of date."""

from collections.abc import Iterator, Mapping

from booklet.page_map import PageMap


class AskedPages(Mapping[str, int]):
    """The pages of a map by destination. `seen` are those that were asked for with their pages then (None: there was no such
    place); `looked_for` those of which it was asked whether there are any, and what the answer was."""

    def __init__(self, pages: PageMap) -> None:
        self._pages = pages.pages
        self.seen: dict[str, int | None] = {}
        self.looked_for: dict[str, bool] = {}

    def __contains__(self, destination: object) -> bool:
        return self.looked_for.setdefault(str(destination), destination in self._pages)

    def __getitem__(self, destination: str) -> int:
        page = self.seen[destination] = self._pages.get(destination)
        if page is None:
            raise KeyError(destination)
        return page

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)

    def moved(self, pages: PageMap) -> list[str]:
        """The destinations asked for that are on another page now, and those that were looked for and have come or gone."""
        now = pages.pages
        come_or_gone = [one for one, there in self.looked_for.items() if there != (one in now)]
        return come_or_gone + [one for one, page in self.seen.items() if page != now.get(one)]
