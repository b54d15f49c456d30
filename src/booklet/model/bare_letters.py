"""A text → what is left of it when accents, capitals and signs do not count."""

import unicodedata


def unaccented(text: str) -> str:
    """The text in small letters without accents (Unicode NFKD without combining characters)."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in folded if not unicodedata.combining(sign))


def bare_letters(text: str) -> str:
    """Letters and digits only, without capitals and accents."""
    return "".join(sign for sign in unaccented(text) if sign.isalnum())
