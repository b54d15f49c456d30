"""A text without spaces → where a line may end inside it: the Unicode Line Breaking Algorithm between two characters.

Unicode Standard Annex #14, revision 53; rule names in comments are those of the annex. Classes come from uniseg, whose own
engine takes a tenth of a millisecond a character. Quotation marks beside wide characters open and close as brackets do
(LB19a).
"""

import unicodedata
from functools import cache

from uniseg.linebreak import line_break

_WIDE_OPENING, _WIDE_CLOSING = "「『（【〈《〔［", "、。，．」』）】〉》〕］"
_HALF, _BESIDE_LETTERS = 500, 125

_AFTER_NEVER = {"OP", "GL", "WJ", "BB"}  # LB14, LB12, LB11, LB21
# LB13, LB16, LB21, LB22, LB11, LB7–LB9
_BEFORE_NEVER = {"CL", "CP", "EX", "SY", "IS", "NS", "BA", "HY", "IN", "WJ", "ZW", "ZWJ", "CM"}
_LETTERS = {"AL", "HL"}
_WIDE = {"ID", "EB", "EM"}
_AFFIXES = {"PR", "PO"}
_HANGUL = {("JL", "JL"), ("JL", "JV"), ("JL", "H2"), ("JL", "H3"), ("JV", "JV"), ("JV", "JT"), ("H2", "JV"), ("H2", "JT"),
           ("JT", "JT"), ("H3", "JT")}  # LB26  # fmt: skip
_SYLLABLE = {"JL", "JV", "JT", "H2", "H3"}
_NUMERIC = {("CL", "PO"), ("CP", "PO"), ("CL", "PR"), ("CP", "PR"), ("NU", "PO"), ("NU", "PR"), ("PO", "OP"), ("PO", "NU"),
            ("PR", "OP"), ("PR", "NU"), ("HY", "NU"), ("IS", "NU"), ("NU", "NU"), ("SY", "NU")}  # LB25  # fmt: skip


def breaks_between(text: str) -> list[int]:
    """Indexes into `text` before which a line may begin."""
    found = []
    before = ""  # class of the base before, the marks on it passed over (LB9)
    flags = 0  # regional indicators in a row (LB30a)
    joined = False
    for index, character in enumerate(text):
        kind = _kind(character)
        if kind in {"CM", "ZWJ"} and before not in {"", "ZW"}:
            joined = kind == "ZWJ"
            continue
        kind = "AL" if kind in {"CM", "ZWJ"} else kind  # LB10
        if index and not joined and _may_part(text, index, before, kind) and not (kind == before == "RI" and flags % 2):
            found.append(index)
        flags = flags + 1 if kind == "RI" else 0
        before, joined = kind, character == "\u200d"
    return found


def _may_part(text: str, index: int, before: str, after: str) -> bool:
    """Whether a line may end between two characters of these classes, the second of which stands at `index`."""
    if before == "ZW":  # LB8
        return True
    if unicodedata.category(text[index]) == "No":  # a superior figure stays with what it marks
        return False
    if before in _AFTER_NEVER or after in _BEFORE_NEVER or (after == "GL" and before not in {"BA", "HY"}):
        return False
    if "QU" in {before, after}:
        return _may_part_at_quote(text, index, before, after)
    if "CB" in {before, after}:  # LB20
        return True
    if {before, after} <= _SYLLABLE:
        return (before, after) not in _HANGUL
    before, after = ("ID" if kind in _SYLLABLE else kind for kind in (before, after))  # LB27
    return not (
        (before == after == "B2")  # LB17
        or (before == "SY" and after == "HL")  # LB21b
        or (before in _LETTERS and after in _LETTERS | {"NU"} | _AFFIXES)  # LB28, LB23, LB24
        or (before in {"NU"} | _AFFIXES and after in _LETTERS)
        or (before == "PR" and after in _WIDE)  # LB23a
        or (before in _WIDE and after == "PO")
        or (before, after) in _NUMERIC
        or (before == "IS" and after in _LETTERS)  # LB29
        or (after == "OP" and before in _LETTERS | {"NU"} and not _is_wide(text[index]))  # LB30
        or (before == "CP" and after in _LETTERS | {"NU"} and not _is_wide(text[index - 1]))
        or (before == "EB" and after == "EM")  # LB30b
    )


def _may_part_at_quote(text: str, index: int, before: str, after: str) -> bool:
    """Before an opening or after a closing quotation mark, where wide characters stand on its other side; nowhere else."""
    if after == "QU":
        return _is_wide(text[index - 1]) and unicodedata.category(text[index]) == "Pi" and before != "QU"
    return _is_wide(text[index]) and unicodedata.category(text[index - 1]) == "Pf"


def white_between(before: str, after: str) -> int:
    """White between two characters at a place where a line may end, in 1/1000 of the size. A closing and an opening sign of
    full width have half of it each: one half is enough (JLREQ 3.1.4). Letters and figures stand off a little from ideographs,
    superior figures do not."""
    if before in _WIDE_CLOSING and after in _WIDE_OPENING:
        return -_HALF
    if _is_wide(before) == _is_wide(after):
        return 0
    kinds = unicodedata.category(before), unicodedata.category(after)
    return 0 if any(kind[0] in "MPSZ" or kind == "No" for kind in kinds) else _BESIDE_LETTERS


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in {"W", "F", "H"}


@cache
def _kind(character: str) -> str:
    """Line_Break class of a character, resolved by LB1; small kana stay with what they follow (strict)."""
    kind: str = line_break(character).name
    if kind == "SA":
        return "CM" if unicodedata.category(character) in {"Mn", "Mc"} else "AL"
    return {"AI": "AL", "SG": "AL", "XX": "AL", "CJ": "NS"}.get(kind, kind)
