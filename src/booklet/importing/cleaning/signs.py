"""Plain text into the same text in which booklet reads no markup."""

import re

from booklet.reading.addresses import BARE, end_of_bare, link_address

_NAMED = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_WITH_BACKSLASH = "*_$#{}"
_LIKELY = re.compile(
    r"\\(?=\S)|[~^$]"
    r"|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)"
    r"|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)"
    r"|\[(?=[^\[\]]{1,500}\]\()"
    r"|<(?=[A-Za-z/!])"
    r"|&(?=#?\w{1,32};)"
    r"|(?<!`)`{1,2}(?=\w)"
)
_ANY = re.compile(r"[\\~^$*_\[<&`{}|]|:(?=//)|(?<=\bdoi):", re.IGNORECASE)
_LINE_BEGIN = re.compile(r"^([ ]*)(?:([-*•·#>|–+])|(\d{1,2})([.)])(?=[ ]))", re.MULTILINE)


def addresses_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """Begin, end and address of each stretch that booklet makes a link in running text."""
    found = []
    for one in BARE.finditer(text):
        end = end_of_bare(one[0])
        if address := link_address(one[0][:end]):
            found.append((one.start(), one.start() + end, address))
    return tuple(found)


def likely_signs(text: str) -> str:
    """The kinds of signs, each once, that booklet may well read as markup where they stand."""
    return "".join(dict.fromkeys(found[0][0] for found in _LIKELY.finditer(text)))


def escaped_signs(text: str, kinds: str) -> str:
    """The text in which signs of these kinds are escaped where booklet may well read them as markup."""
    return _LIKELY.sub(lambda found: _escaped(found[0]) if found[0][0] in kinds else found[0], text)


def all_escaped(text: str) -> str:
    """The text in which every sign is escaped that booklet reads as markup anywhere."""
    return _ANY.sub(lambda found: _escaped(found[0]), text)


def line_begins_escaped(text: str) -> str:
    """The text in which no line begins like the item of a list, a heading, a quotation or a row of a table."""
    return _LINE_BEGIN.sub(lambda found: found[1] + (found[3] or "") + _escaped(found[2] or found[4]), text)


def _escaped(signs: str) -> str:
    return "".join(_NAMED.get(one) or (f"\\{one}" if one in _WITH_BACKSLASH else f"&#{ord(one)};") for one in signs)
