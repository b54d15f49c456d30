"""A value of a source into the words of a message: one line in quotation marks, cut to what is enough to find it."""

_MOST = 60


def in_quotes(text: str) -> str:
    """The beginning of the text, at most 60 characters."""
    return f'"{" ".join(text[: 2 * _MOST].split())[:_MOST]}"'
