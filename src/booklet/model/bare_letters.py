"""A text → what is left of it when accents, capitals and signs do not count."""

import unicodedata
from itertools import filterfalse


def unaccented(text: str) -> str:
    """The text in small letters without accents (Unicode NFKD without combining characters)."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(filterfalse(unicodedata.combining, folded))


def bare_letters(text: str) -> str:
    """Letters and digits only, without capitals and accents."""
    return "".join(filter(str.isalnum, unaccented(text)))
