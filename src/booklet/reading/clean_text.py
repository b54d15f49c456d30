"""Text as people paste it into text as it is set: whole letters, visible characters only, typographic signs."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable

from booklet import limits
from booklet.codes import DAMAGED_TEXT, DROPPED_CHARACTER, PRIVATE_CHARACTER
from booklet.expression import expression
from booklet.finding import Finding
from booklet.place import Place
from booklet.plain_dataclasses import dataclass
from booklet.reading.symbol_font import SYMBOL_CODE, symbol
from booklet.text_file import character_name

_SHOWN = 20
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = expression("[\ufb00-\ufb06]")

# Private use and noncharacters (the last two of each plane).
_PRIVATE = expression("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
# Controls and halves of pairs, soft hyphen, zero-width space, word joiner and invisible operators, byte order mark, bidi
# embeddings, overrides and isolates, line marks of the annotation kind, object replacement, tags, Hangul fillers.
_MAY_BE_DROPPED = expression(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200c-\u200f\u00ad\u180e\u200b\u2060-\u206f\u202a-\u202e\u3164"
    "\ufeff\uffa0\ufff9-\ufffc\ud800-\uf8ff\ufdd0-\ufdef\ufffe-\U0010ffff]"
)
# Beyond the first plane a class of many ranges is slow, so all there is looked at twice.
_KEPT_BEYOND = expression(rf"(?![\U000e0000-\U000e007f\U000f0000-\U0010ffff{_NONCHARACTERS}])[\U00010000-\U0010ffff]")
_JOINER = expression("[\u200c\u200d]")
_DIRECTION_MARK = expression("[\u200e\u200f\u061c]")
# Scripts in which a joiner changes the letters: Arabic to Sinhala, Tibetan to Mongolian, and emoji with their selectors.
_JOINING = expression(
    "[\u0600-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe0f\ufe70-\ufefc\u2600-\u27bf\U0001f000-\U0001faff]"
)
_RIGHT_TO_LEFT = expression("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# The flags of England, Scotland and Wales: a black flag, tags, and the tag that ends them (UTS 51, ED-14a).
_FLAG = expression("\U0001f3f4[\U000e0020-\U000e007e]{1,10}\U000e007f")
_TOO_MANY_MARKS = expression(rf"([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{{{limits.COMBINING_MARKS}}})"
                             r"([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+)")  # fmt: skip

_NO_BREAK = "\u00a0\u2007"
# Between a number and its unit, and where French has one beside a sign.
_NUMBER_AND_UNIT = expression(
    rf"[{_NO_BREAK}](?:(?<=\d[{_NO_BREAK}])(?=[^\W\d_]|[%‰°µΩ′″])|(?=[:;?!»])|(?<=«[{_NO_BREAK}]))"
)
_HAS_NO_BREAK = re.compile(f"[{_NO_BREAK}]")
_OTHER_SPACE = expression(rf"[\t\u1680\u2000-\u2006\u2008\u200a\u205f{_NO_BREAK}]")
_LINE_END = expression("\r\n|[\r\x0b\x0c\x85\u2028]")
# Ideographs, kana, hangul and their punctuation: beside them full-width forms are meant.
_EAST_ASIAN = "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff5f-\uffef\U00020000-\U0003ffff"
_FULL_WIDTH = rf"(?<![\uff01-\uff5e{_EAST_ASIAN}])(?<![{_EAST_ASIAN}] )[\uff01-\uff5e]++(?! ?[{_EAST_ASIAN}])"
_HAS_FULL_WIDTH = expression("[\uff01-\uff5e]")
_TO_ASCII = {0xFF01 + offset: 0x21 + offset for offset in range(94)}
# Texts that need no cleaning but that of no-break spaces, nearly all: ASCII, whole letters of Latin, Greek and Cyrillic,
# typographic signs.
_CLEAN = re.compile("[\n -~\u00a0-¬®-žΆΈ-ΊΌΎ-ΡΣ-ώЀ-џ‐–—‘’‚“”„†•…‰′″€−\u2009\u202f]*+")
# UTF-8 that was read as Windows-1252: letters of Western Europe, Greek and Cyrillic, signs, ligatures.
_DAMAGED = expression(
    "\ufffd|ï¿½|[ÃÂÎÏÐÑ][\u0080-\u00bf]|Ã[–—‡†•…‰‹›€™ŒœŠšŸŽžƒˆ˜]|â[\u0080-\u0082€‚][\u0080-\u00bf‘’“”•–—˜™š›œžŸ¬…†‡‰‹]|ï¬[\u0080-\u0084€‚ƒ„]"
)
_MAY_BE_DAMAGED = "\ufffdïÃÂÎÏÐÑâ"
_MAY_BE_IDEOGRAPH = re.compile("[^\x00-\u2e7f]")
_IDEOGRAPH = expression("[\u2e80-\u9fff\uf900-\ufaff]")
_BETWEEN_IDEOGRAPHS = expression(rf"(?<={_IDEOGRAPH.pattern}) *\n\s*(?={_IDEOGRAPH.pattern})")
_LINE_AFTER_HYPHEN = re.compile(r"-(?<=\w-) *\n[ \n]*(\w+)")
_ROUNDS = 3  # times that a text may have been decoded wrongly

# Bullets of Word: codes of Symbol and Wingdings, and below them an "o" of Courier.
_WORD_BULLET = expression("^([ \t]*)[\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc](?=[ \t])", re.MULTILINE)
_BULLET = expression("^[ \t]*[•·]", re.MULTILINE)
_WORD_CIRCLE = expression("^[ \t]*o\t[ \t]*", re.MULTILINE)
_MEANT = "write the character that was meant"
_LONGEST = 40

# Words before which a hyphen waits for the second half of a compound: "pre- and post-processing".
SUSPENDED = frozenset(
    (
        "and",
        "or",
        "to",
        "nor",
        "vs",
        "und",
        "oder",
        "bis",
        "sowie",
        "et",
        "ou",
        "y",
        "o",
        "e",
        "ed",
        "og",
        "och",
        "en",
        "of",
    )
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Text after cleaning. `dropped` are the characters left out, `offsets` where each stood in the original; `symbols` are
    the codes of Word's Symbol font that were read as letters."""

    text: str
    dropped: str = ""
    offsets: tuple[int, ...] = ()
    symbols: str = ""


def clean(text: str) -> Cleaned:
    """Letters composed (NFC), ligature characters as letters, other blanks as spaces, invisible characters left out.

    Joiners stay where they shape letters (Arabic, Indic scripts, emoji), direction marks beside right-to-left letters, and
    a no-break space between a number and its unit, or beside a sign before which French has one, becomes a narrow one
    (U+202F). Line feeds stay; U+2028, U+2029 and the controls of other systems become one and two. Full-width ASCII stays
    beside East Asian letters only. Codes of Word's Symbol font become what they stand for, those of its bullets at the
    beginning of a line bullets; other private-use characters, controls, halves of surrogate pairs and noncharacters are
    left out. More than 8 combining marks on a letter are left out.
    """
    if _CLEAN.fullmatch(text):
        return Cleaned(_NUMBER_AND_UNIT.sub("\u202f", text).replace("\u00a0", " ") if "\u00a0" in text else text)
    original = text
    symbols = "".join(SYMBOL_CODE.findall(text))
    if symbols:
        text = SYMBOL_CODE.sub(lambda found: symbol(found[0]), _WORD_BULLET.sub(r"\1•", text))
    flags = {at for found in _FLAG.finditer(text) for at in range(*found.span())}
    places = (found.start() for found in _MAY_BE_DROPPED.finditer(text))
    out = [at for at in places if at not in flags and _is_dropped(text, at)]
    dropped = [text[offset] for offset in out]
    kept = [text[begin + 1 : end] for begin, end in zip([-1, *out], [*out, len(text)], strict=True)]
    result = unicodedata.normalize("NFC", "".join(kept))
    if _TOO_MANY_MARKS.search(result):
        excess = "".join(found[2] for found in _TOO_MANY_MARKS.finditer(result))
        dropped += excess
        typed = _TOO_MANY_MARKS.search(original)
        out += [typed.start(2) if typed else 0] * len(excess)
        result = _TOO_MANY_MARKS.sub(r"\1", result)
    result = _LIGATURE.sub(lambda found: _LIGATURES[found[0]], result)
    result = _LINE_END.sub("\n", result).replace("\u2029", "\n\n")
    if "o\t" in result and _BULLET.search(result):
        result = _WORD_CIRCLE.sub("  • ", result)
    if _HAS_NO_BREAK.search(result):
        result = _NUMBER_AND_UNIT.sub("\u202f", result)
    result = _OTHER_SPACE.sub(" ", result)
    if _HAS_FULL_WIDTH.search(result):
        result = re.sub(_FULL_WIDTH, lambda found: found[0].translate(_TO_ASCII), result)
    return Cleaned(result, "".join(dropped), tuple(out), symbols)


def one_line(text: str) -> str:
    r"""The text on one line: line ends and runs of blanks become one space, none at the ends.

    Between two ideographs or kana a line end becomes nothing, and so it does after a hyphen inside a word ("data-\ndriven"),
    but not in "pre-\nand postprocessing".
    """
    if "\n" not in text and "  " not in text:
        return text.strip(" \u3000")
    if not text.isascii() and _MAY_BE_IDEOGRAPH.search(text):
        text = _BETWEEN_IDEOGRAPHS.sub("", text)
    text = _LINE_AFTER_HYPHEN.sub(_after_hyphen, text)
    text = text.replace("\n", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text.strip(" \u3000")


def remarks(
    cleaned: Cleaned, original: str, place_of: Callable[[int, int], Place], talk: str | None = None
) -> tuple[Finding, ...]:
    """What to say about a field: characters left out, codes of fonts, and characters that look like damage from elsewhere,
    each at the first of them. `place_of` gives the place of an offset and a length of the original."""
    if cleaned.text is original and original.isascii():
        return ()
    found = []
    private = frozenset(_PRIVATE.findall(cleaned.dropped) if cleaned.dropped else ())
    left_out = list(zip(cleaned.dropped, cleaned.offsets, strict=True))
    damages = list(_DAMAGED.finditer(original)) if any(sign in original for sign in _MAY_BE_DAMAGED) else []
    # half of a letter is not to be taken out
    broken = {at for damage in damages for at in range(damage.start(), damage.end())}
    if unseen := [(one, at) for one, at in left_out if one not in private and at not in broken]:
        message = f"left out, as it would not be seen: {_counted(one for one, _ in unseen)}"
        place = place_of(min(at for _, at in unseen), 1)
        found.append(Finding(DROPPED_CHARACTER, message, place, "take it out of the file", talk=talk))
    if own := [(one, at) for one, at in left_out if one in private]:
        message = f"left out, as only the font that it was made for knows it: {_counted(one for one, _ in own)}"
        found.append(Finding(PRIVATE_CHARACTER, message, place_of(own[0][1], 1), _MEANT, talk=talk))
    if cleaned.symbols:
        bullets = {found[0][-1] for found in _WORD_BULLET.finditer(original)}
        signs = ((one, "•" if one in bullets else symbol(one)) for one in dict.fromkeys(cleaned.symbols))
        message = "read as in Word's fonts for symbols: " + ", ".join(
            f'U+{ord(one):04X} as "{as_}"' for one, as_ in signs
        )
        place = place_of(max(original.find(cleaned.symbols[0]), 0), 1)
        found.append(Finding(PRIVATE_CHARACTER, message, place, _MEANT, talk=talk))
    if damages:
        shown = ", ".join(f'"{sign}"' for sign in dict.fromkeys(damage[0] for damage in damages))
        message = f"{shown} {'looks' if len(damages) == 1 else 'look'} like text that was decoded wrongly"
        place = place_of(damages[0].start(), len(damages[0][0]))
        found.append(Finding(DAMAGED_TEXT, message, place, _repaired(original, damages[0].start()), talk=talk))
    return tuple(found)


def _repaired(text: str, at: int) -> str:
    """The remedy for damage at an offset: the word as it was before it was decoded wrongly, where that can be told."""
    start = max(text.rfind(blank, 0, at) for blank in " \n\t") + 1
    end = min(found for found in (*(text.find(blank, at) for blank in " \n\t"), len(text)) if found >= 0)
    word = text[start:end][:_LONGEST]
    for _ in range(_ROUNDS):
        try:
            octets = b"".join(_octet(sign) for sign in word)
            word = octets.decode("utf-8")
        except UnicodeError:
            break
    told = word != text[start:end][:_LONGEST] and word.isprintable() and "\ufffd" not in word
    return f"write {word}" if told else "write the letters that were meant"


def _octet(sign: str) -> bytes:
    """The byte that a character was made of; the five that Windows-1252 has no character for stand for themselves."""
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")


def _counted(characters: Iterable[str]) -> str:
    names = [f"{number} × {character_name(one)}" for one, number in sorted(Counter(characters).items())]
    return ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN} others" if len(names) > _SHOWN else "")


def _after_hyphen(found: re.Match[str]) -> str:
    return ("- " if found[1] in SUSPENDED else "-") + found[1]


def _is_dropped(text: str, offset: int) -> bool:
    """Whether the invisible character at `offset` serves nothing there."""
    if _KEPT_BEYOND.match(text, offset):
        return False
    before, after = text[max(offset - 1, 0) : offset], text[offset + 1 : offset + 2]
    if _JOINER.match(text, offset):
        return not _JOINING.match(before)
    if _DIRECTION_MARK.match(text, offset):
        return not _RIGHT_TO_LEFT.search(before + after)
    return True
