"""What somebody wrote as an address into a link that is safe to print and to follow, or into nothing."""

import re

from booklet import limits
from booklet.expression import expression

_REST = rf"[^\s<>\"“”‘’]{{1,{limits.ADDRESS}}}+(?![^\s<>\"“”‘’])"
BARE = re.compile(rf"https?://{_REST}|\bdoi:\s?10\.\d{{4,9}}/{_REST}", re.IGNORECASE)

_WEB = expression(r"(https?)://([^\s/?#]+)([^\s]*)", re.IGNORECASE)
_MAIL = expression(r"mailto:[^\s@,;?&]+@[^\s@,;?&]+", re.IGNORECASE)
_DOI = expression(r"doi:\s?(10\.\d{4,9}/\S+)", re.IGNORECASE)


def link_address(text: str) -> str | None:
    """The address as ASCII, a doi as its https address; None unless it is an http, https, mailto or doi address.

    Other letters of the path are percent-encoded (RFC 3987, 3.1), those of the host written as IDNA.
    """
    text = text.strip()
    if len(text) > limits.ADDRESS:
        return None
    if doi := _DOI.fullmatch(text):
        return "https://doi.org/" + _ascii(doi[1])
    if _MAIL.fullmatch(text):
        return _ascii(text)
    web = _WEB.fullmatch(text)
    if not web:
        return None
    try:
        host = web[2] if web[2].isascii() else web[2].encode("idna").decode("ascii")
    except UnicodeError:
        return None
    if not host.isprintable() or " " in host:
        return None
    return f"{web[1].lower()}://{_ascii(host)}{_ascii(web[3])}"


def end_of_bare(text: str) -> int:
    """How many characters of an address found in running text belong to it: not the full stop, comma or bracket after it."""
    end = len(text)
    while end and (text[end - 1] in ".,;:!?'*_" or (text[end - 1] in ")]" and _unopened(text[:end]))):
        end -= 1
    return end


def _unopened(text: str) -> bool:
    return text.count(")") > text.count("(") if text.endswith(")") else text.count("]") > text.count("[")


def _ascii(text: str) -> str:
    unsafe = ' "<>\\^`{|}'
    return "".join(
        character
        if character.isascii() and character.isprintable() and character not in unsafe
        else "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))
        for character in text
    )
