"""Names and titles of the content → how messages of the rules quote them."""

from collections.abc import Sequence

from booklet.model.rich_text import plain
from booklet.model.session import Item

LISTED = 5  # that are named in one message
_TITLE = 40


def shown(text: str, most: int = _TITLE) -> str:
    """A text in quotes, cut to so many characters."""
    return f'"{text if len(text) <= most else text[: most - 1].rstrip() + "…"}"'


def called(item: Item) -> str:
    """An item by its title."""
    return shown(plain(item.title))


def talk_of(item: Item) -> str | None:
    """The id of an item's talk."""
    return item.talk.id if item.talk else None


def listed(words: Sequence[str], last: str = "and", most: int = LISTED, more: int = 0) -> str:
    """Words in a row: "", "a", "a and b", "a, b, c, d, e and 4 more"; `more` is how many there are beside the words."""
    more += max(len(words) - most, 0)
    kept = [*words[:most], *([f"{more} more"] if more else [])]
    return f" {last} ".join(filter(None, (", ".join(kept[:-1]), *kept[-1:])))


def plural(number: int, noun: str) -> str:
    """A number with its noun: "1 minute", "8 minutes"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
