"""A text → what is left of it when accents, capitals and signs do not count."""

import re
import unicodedata

# A table of bytes: letters as small ones, figures, and blanks for everything else.
ASCII_WORDS = (
    "".join(chr(code).lower() if chr(code).isalnum() else " " for code in range(128)).encode("ascii").ljust(256)
)
_NOT_ASCII = re.compile("[^\x00-\x7f][^\x00-\x7f]*")  # with + alone it would be looked for twice as long


def unaccented(text: str) -> str:
    """The text in small letters without accents (Unicode NFKD without combining characters)."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", text.casefold())
    for mark in filter(unicodedata.combining, set("".join(_NOT_ASCII.findall(folded)))):
        folded = folded.replace(mark, "")
    return folded


def bare_letters(text: str) -> str:
    """Letters and digits only, without capitals and accents."""
    plain = unaccented(text)
    return plain if plain.isalnum() else "".join(filter(str.isalnum, plain))
