"""Text as people paste it into text as it is set: whole letters, visible characters only, typographic signs."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from booklet import limits
from booklet.codes import DAMAGED_TEXT, DROPPED_CHARACTER
from booklet.finding import Finding
from booklet.place import Place
from booklet.text_file import character_name

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[\ufb00-\ufb06]")

# Soft hyphen, zero-width space, word joiner and invisible operators, byte order mark, bidi embeddings, overrides and
# isolates, line marks of the annotation kind, object replacement, tag characters.
_MAY_BE_DROPPED = re.compile(
    "[\u061c\u200c-\u200f\u00ad\u180e\u200b\u2060-\u206f\u202a-\u202e\ufeff\ufff9-\ufffc\U000e0000-\U000e007f]"
)
_JOINER = re.compile("[\u200c\u200d]")
_DIRECTION_MARK = re.compile("[\u200e\u200f\u061c]")
# Scripts in which a joiner changes the letters: Arabic to Sinhala, Tibetan to Mongolian, and emoji with their selectors.
_JOINING = re.compile(
    "[\u0600-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe0f\ufe70-\ufefc\u2600-\u27bf\U0001f000-\U0001faff]"
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_TOO_MANY_MARKS = re.compile(rf"([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{{{limits.COMBINING_MARKS}}})"
                             r"([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+)")  # fmt: skip

_NO_BREAK = "\u00a0\u2007"
_NUMBER_AND_UNIT = re.compile(rf"(?<=\d)[{_NO_BREAK}](?=[^\W\d_]|[%‰°µΩ′″])")
_OTHER_SPACE = re.compile(rf"[\t\u2000-\u2006\u2008\u200a\u205f{_NO_BREAK}]")
_DAMAGED = re.compile("\ufffd|[ÃÂ][\u00a0-\u00bf]|â€[\u0098-\u009d™œ˜“”]")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Text after cleaning. `dropped` are the characters left out, `first` is the offset of the first in the original."""

    text: str
    dropped: str = ""
    first: int = 0


def clean(text: str) -> Cleaned:
    """Letters composed (NFC), ligature characters as letters, other blanks as spaces, invisible characters left out.

    Joiners stay where they shape letters (Arabic, Indic scripts, emoji), direction marks beside right-to-left letters, and
    a no-break space between a number and its unit becomes a narrow one (U+202F). Line feeds stay; U+2028 and U+2029 become
    one and two. More than 8 combining marks on a letter are left out.
    """
    if text.isascii() and "\t" not in text and "\r" not in text:
        return Cleaned(text)
    out = [found.start() for found in _MAY_BE_DROPPED.finditer(text) if _is_dropped(text, found.start())]
    dropped = [text[offset] for offset in out]
    first = out[0] if out else -1
    kept = [text[begin + 1 : end] for begin, end in zip([-1, *out], [*out, len(text)], strict=True)]
    result = unicodedata.normalize("NFC", "".join(kept))
    if excess := _TOO_MANY_MARKS.search(result):
        first = min(first, excess.start()) if first >= 0 else excess.start()
        dropped.extend(mark for found in _TOO_MANY_MARKS.finditer(result) for mark in found[2])
        result = _TOO_MANY_MARKS.sub(r"\1", result)
    result = _LIGATURE.sub(lambda found: _LIGATURES[found[0]], result)
    result = result.replace("\u2028", "\n").replace("\u2029", "\n\n").replace("\r\n", "\n").replace("\r", "\n")
    result = _OTHER_SPACE.sub(" ", _NUMBER_AND_UNIT.sub("\u202f", result))
    return Cleaned(result, "".join(dropped), max(first, 0))


def one_line(text: str) -> str:
    """The text on one line: line ends and runs of blanks become one space, none at the ends. Between two ideographs or
    kana a line end becomes nothing."""
    if "\n" not in text and "  " not in text:
        return text.strip(" \u3000")
    text = re.sub(r"(?<=[\u2e80-\u9fff\uf900-\ufaff]) *\n\s*(?=[\u2e80-\u9fff\uf900-\ufaff])", "", text)
    return re.sub(r"[ \n]+", " ", text).strip(" \u3000")


def remarks(cleaned: Cleaned, original: str, place: Place, talk: str | None = None) -> tuple[Finding, ...]:
    """What to say about a field: invisible characters left out, and characters that look like damage from elsewhere."""
    found = []
    if cleaned.dropped:
        counts = Counter(cleaned.dropped)
        names = ", ".join(f"{number} × {character_name(one)}" for one, number in sorted(counts.items()))
        message = f"left out, as it would not be seen: {names}"
        found.append(Finding(DROPPED_CHARACTER, message, place, "take it out of the file", talk=talk))
    if damage := _DAMAGED.search(original):
        message = f'"{damage[0]}" looks like text that was decoded wrongly'
        found.append(Finding(DAMAGED_TEXT, message, place, "write the letters that were meant", talk=talk))
    return tuple(found)


def _is_dropped(text: str, offset: int) -> bool:
    """Whether the invisible character at `offset` serves nothing there."""
    before, after = text[max(offset - 1, 0) : offset], text[offset + 1 : offset + 2]
    if _JOINER.match(text, offset):
        return not _JOINING.match(before)
    if _DIRECTION_MARK.match(text, offset):
        return not _RIGHT_TO_LEFT.search(before + after)
    return True
