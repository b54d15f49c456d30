r"""LaTeX for a single letter or sign, such as \'e, \o or \%, into that character."""

import unicodedata

from booklet.expression import expression

_MARKS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    '"': "\u0308",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "k": "\u0328",
    "r": "\u030a",
    "d": "\u0323",
    "b": "\u0331",
}
# These swallow the blank after them, as in TeX: "stra\ss e", "\textdegree C".
_LETTERS = {
    "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å",
    "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
    "degree": "°", "textdegree": "°", "micro": "µ", "textmu": "µ",
}  # fmt: skip
_SIGNS = {
    "S": "§", "P": "¶", "copyright": "©", "pounds": "£", "euro": "€", "dag": "†", "ddag": "‡", "ldots": "…", "dots": "…",
    "LaTeX": "LaTeX", "LaTeXe": "LaTeX2e", "TeX": "TeX", "BibTeX": "BibTeX", "textcelsius": "°C",
    "textohm": "Ω", "textperthousand": "‰", "textpm": "±",
    "texttimes": "×", "textdiv": "÷", "textminus": "−", "textonehalf": "½", "textonequarter": "¼",
    "textthreequarters": "¾", "textonesuperior": "¹", "texttwosuperior": "²", "textthreesuperior": "³",
    "textendash": "–", "textemdash": "—", "textellipsis": "…", "textbullet": "•", "textperiodcentered": "·",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”", "textquotedbl": '"',
    "textquotesingle": "'", "quotesinglbase": "‚", "quotedblbase": "„", "guillemotleft": "«", "guillemotright": "»",
    "guilsinglleft": "‹", "guilsinglright": "›", "textregistered": "®", "texttrademark": "™", "textcopyright": "©",
    "textsterling": "£", "texteuro": "€", "textyen": "¥", "textsection": "§", "textparagraph": "¶", "textdagger": "†",
    "textdaggerdbl": "‡", "textasciitilde": "~", "textasciicircum": "^", "textasciigrave": "`", "textbackslash": "\\",
    "textbar": "|", "textless": "<", "textgreater": ">", "textunderscore": "_", "textbraceleft": "{", "textbraceright": "}",
    "textdollar": "$", "textasteriskcentered": "∗", "textexclamdown": "¡", "textquestiondown": "¿", "textordfeminine": "ª",
    "textordmasculine": "º", "textrightarrow": "→", "textleftarrow": "←", "textuparrow": "↑", "textdownarrow": "↓",
    "slash": "/", "textvisiblespace": "␣", "quad": " ", "qquad": " ",
}  # fmt: skip
_IN_BRACES = r"\{\s*(?P<braced>\\[ij](?![A-Za-z])|[^\W\d_])\s*\}"
_ACCENT = expression(
    rf"\\(?:(?P<sign>[`'^~\"=.])(?:\s*{_IN_BRACES}|\\(?P<dotless>[ij])(?![A-Za-z])(?:\{{\}}|[ ])?|(?P<bare>[A-Za-z]))"
    rf"|(?P<letter>[uvHckrdb])\s*{_IN_BRACES.replace('braced', 'lettered')}"
    r"|(?P<word>[uvHck])[ \n]+(?P<next>[A-Za-z]))"
)
_TIE = expression(r"\\t\s*\{([A-Za-z])([A-Za-z])\}")
_NAME = expression(r"\\([A-Za-z]+)")
_AFTER_LETTER = expression(r"\{\}|[ \n]+(?=[^\W\d_])|")
_CONTRACTION = expression(r"\\'(?:s|re|ll|m|t|ve|d)(?![A-Za-z])")
_CLOSING_QUOTE = expression(r"\\\"(?![A-Za-z{\\])")
# "\.com" and "\.zip" are patterns, "\.z" and "\.I" letters of Polish and Turkish.
_PATTERN = expression(r"\\\.(?:[^zZI]|zip(?![a-z]))")
_REACH = 500


def letter_at(text: str, at: int) -> tuple[str, int] | None:
    r"""The character that LaTeX at the backslash at `at` stands for, and where it ends; None where it surely is none.

    Accents with and without braces, the letters and signs of text, escaped signs, and the spaces \, \; \: and "\ ".
    Doubtful ones are left: "it\'s" and "\"quoted\"" escape a sign, "\.com" and "\d+" are patterns.
    """
    following = text[at + 1 : at + 2]
    if following and following in "%&#_${}":
        return following, at + 2
    if accent := _accent_at(text, at):
        return accent
    if tie := _TIE.match(text, at):
        return f"{tie[1]}\u0361{tie[2]}", tie.end()
    if name := _NAME.match(text, at):
        if name[1] in _LETTERS:
            after = _AFTER_LETTER.match(text, name.end())
            return _LETTERS[name[1]], after.end() if after else name.end()
        if name[1] in _SIGNS:
            return _SIGNS[name[1]], name.end() + 2 * text.startswith("{}", name.end())
        return None
    return _space_at(text, at)


def _accent_at(text: str, at: int) -> tuple[str, int] | None:
    found = _ACCENT.match(text, at)
    if not found:
        return None
    mark = _MARKS[found["sign"] or found["letter"] or found["word"]]
    base = found["braced"] or found["lettered"] or found["dotless"] or found["bare"] or found["next"]
    base = base.lstrip("\\")
    if base in "ij" and mark in "\u0323\u0331\u0327\u0328" and "\\" in found[0][1:]:
        base = {"i": "ı", "j": "ȷ"}[base]
    composed = unicodedata.normalize("NFC", base + mark)
    if found["bare"] and (len(composed) > 1 or _doubtful(text, at)):
        return None
    if found["word"]:
        inside = text[max(at - 1, 0) : at].isalpha() or text[found.end() : found.end() + 1].isalpha()
        if len(composed) > 1 or not inside:
            return None
    return composed, found.end()


def _doubtful(text: str, at: int) -> bool:
    """Whether an accent without braces may well be an escaped sign."""
    before = text[max(at - 1, 0) : at]
    if text[at + 1] == "'":
        return before.isalpha() and _CONTRACTION.match(text, at) is not None
    if text[at + 1] == '"':
        return not before.isalpha() and _CLOSING_QUOTE.search(text, at + 2, at + _REACH) is not None
    return _PATTERN.match(text, at) is not None


def _space_at(text: str, at: int) -> tuple[str, int] | None:
    r"""\, \; \: between characters, "\ " after one; \- inside a word and \/ after one, which say nothing of its letters."""
    before, sign, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2], text[at + 2 : at + 3]
    if sign == " " and before.strip():
        return " ", at + 2
    if sign and sign in ",;:" and before.strip() and after.strip():
        return "\u202f" if sign == "," else "\u2009", at + 2
    if sign == "/" and (before.isalpha() or before == "}") and not after.isalnum() and after not in {"/", "\\"}:
        return "", at + 2
    if sign == "-" and before.isalpha() and after.isalpha():
        return "", at + 2
    return None


def plain_letters(text: str) -> str:
    r"""Text with LaTeX for single letters as the letters, with and without braces around: "Garc\'ia", "{\O}rsted"."""
    if "\\" not in text:
        return text
    parts: list[str] = []
    done = 0
    at = text.find("\\")
    while at >= 0:
        letter = letter_at(text, at)
        if letter is None:
            at = text.find("\\", at + 1 + text.startswith("\\\\", at))
            continue
        begin, end = at, letter[1]
        if text[begin - 1 : begin] == "{" and text[end : end + 1] == "}" and begin - 1 >= done:
            begin, end = begin - 1, end + 1
        parts += [text[done:begin], letter[0]]
        done = end
        at = text.find("\\", done)
    return "".join(parts) + text[done:]
