"""Plain text into the same text in which booklet reads no markup, at three strengths."""

import re

from booklet.reading.addresses import BARE, end_of_bare, link_address

_NAMED = {"\\": "&#92;", "~": "&#126;", "^": "&#94;", "[": "&#91;", "<": "&lt;", "&": "&amp;", "`": "&#96;", ">": "&gt;"}
_WITH_BACKSLASH = "*_$#{}"
_LIKELY = re.compile(
    r"[\\~^$]"
    r"|\*(?=\S)|(?<=\S)\*"
    r"|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)"
    r"|\[(?=[^\[\]]{1,500}\]\()"
    r"|<(?=[A-Za-z/!])"
    r"|&(?=#?\w{1,32};)"
)
_ANY = re.compile(r"[\\~^$*_\[<&`{}|]")
_LINE_BEGIN = re.compile(r"^([ ]*)([-*•·#>|–+]|\d{1,2}(?=[.)][ ])|`(?=``))", re.MULTILINE)
_NUMBER_END = re.compile(r"^([ ]*\d{1,2})([.)])(?=[ ])", re.MULTILINE)


def addresses_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """Begin, end and address of what booklet makes a link in running text."""
    found = []
    for one in BARE.finditer(text):
        end = end_of_bare(one[0])
        if address := link_address(one[0][:end]):
            found.append((one.start(), one.start() + end, address))
    return tuple(found)


def likely_escaped(text: str) -> str:
    """The signs that booklet may well read as markup where they stand."""
    return _outside_addresses(_LIKELY, text)


def surely_escaped(text: str) -> str:
    """All signs that booklet reads as markup anywhere."""
    return _outside_addresses(_ANY, text)


def line_begins_escaped(text: str) -> str:
    """What makes a line the item of a list, a heading, a quotation or a row of a table."""
    text = _NUMBER_END.sub(lambda found: f"{found[1]}&#{ord(found[2])};", text)
    return _LINE_BEGIN.sub(lambda found: found[1] + (found[2] if found[2].isdigit() else _begin(found[2])), text)


def _outside_addresses(signs: re.Pattern[str], text: str) -> str:
    parts, done = [], 0
    for begin, end, _ in addresses_in(text):
        parts += [signs.sub(_escape, text[done:begin]), text[begin:end]]
        done = end
    return "".join([*parts, signs.sub(_escape, text[done:])])


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    return _NAMED.get(sign) or ("\\" + sign if sign in _WITH_BACKSLASH else f"&#{ord(sign)};")


def _begin(sign: str) -> str:
    return f"\\{sign}" if sign in "*#" else f"&#{ord(sign)};"
