"""Keywords in one text into the keywords, whatever parts them."""


def parted_words(text: str) -> tuple[str, ...]:
    """The words: a line each, else parted by semicolons, else by commas."""
    mark = next((mark for mark in ("\n", ";", ",") if mark in text), "\n")
    return tuple(word for part in text.split(mark) if (word := part.strip()))
