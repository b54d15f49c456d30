"""Signs of the typewriter into signs of typography: quotes, apostrophes, dashes."""

import re

from booklet.expression import expression

# Opening and closing double quotes, opening and closing single quotes, by language (CLDR 46, delimiters).
_ENGLISH = "“”‘’"
_QUOTES = {
    **dict.fromkeys(("bg", "cs", "de", "et", "is", "lt", "sk", "sl"), "„“‚‘"),
    **dict.fromkeys(("hr", "hu", "pl", "ro"), "„”‚’"),
    **dict.fromkeys(("fi", "sv"), "””’’"),
    **dict.fromkeys(("el", "es", "it", "pt-pt"), "«»“”"),
    **dict.fromkeys(("be", "ru", "uk"), "«»„“"),
    **dict.fromkeys(("nb", "nn", "no"), "«»‘’"),
    "fr": "«»“”",
}
# Languages with a narrow blank inside their double quotes.
_SPACED_QUOTES = frozenset({"fr"})
# A blank before which or after which no line ends: French has one there, and no language wants a line to begin so.
_BOUND = expression(r" (?:(?<=\S )(?=[:;?!»](?:\s|\Z))|(?<=\d )(?=[%‰])|(?<=« )(?=\S))")
_OPENS_AFTER = expression(r"[\s(\[{<–—/„“‚‘”’]|\Z")
# Patterns begin with a sign, as those are found at once, and look back from it.
_DASHES = expression(r"-(?:(?<=\w-)--(?=[\w\s.,;:)])|(?<=\s-)--(?=\w)|(?<= -)--(?= )|(?<=\w-)-(?=\w)|(?<= -)-?(?= ))")
_MAY_CHANGE = re.compile("[\"'\\-:;?!»%‰«](?:(?<=[\"'])|(?<=[ -]-)|(?<= [:;?!»%‰])|(?<=«)(?= ))")
_OMISSION = expression(r"\d\ds?\b|(?:tis|twas|em|n|til|cause)\b", re.IGNORECASE)
_NARROW = "\u202f"
_WORD = 8  # characters that are enough to tell an omission
_SIGN = expression("[\"']")
# Addresses, and tags of HTML with quoted values, which are printed as they are written.
_AS_IT_IS = expression(
    r"(?:https?://|mailto:|doi:|www\.)\S+|<[A-Za-z][\w:-]*(?:\s+[\w:-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+))+\s*/?>",
    re.IGNORECASE,
)


# ``…'' and `…' of LaTeX; between other backquotes stands code.
_LATEX_QUOTES = expression(
    r"(?<!`)``(?!`)((?:[^`']|'(?!')){1,1000}?)''(?!')|(?<![\w`])`(?=[^\W\d_])([^`'\n]{1,200})'(?![\w'])"
)


def straight_quotes(text: str) -> str:
    """``…'' and `…' of LaTeX as the straight quotes that `typographic` turns into those of the language."""
    if "`" not in text:
        return text
    return _LATEX_QUOTES.sub(lambda found: f'"{found[1]}"' if found[1] else f"'{found[2]}'", text)


def typographic(text: str, language: str = "en", before: str = "", after: str = "") -> str:
    """`text` with typographic quotes of the language, apostrophes and dashes. Addresses stay as they are.

    `before` and `after` are the text around it on the same line: a quote opens or closes by them. " - ", " -- " and "--"
    between letters or digits become an en dash, "---" an em dash. A quote directly after a digit that closes nothing is a
    minute, second, foot or inch (′, ″). A blank before : ; ? ! », and between a number and %, becomes one at which no line
    ends.
    """
    if not _MAY_CHANGE.search(text):
        return text
    tag = language.lower()
    quotes = _QUOTES.get(tag) or _QUOTES.get(tag.split("-")[0], _ENGLISH)
    inside = _NARROW if tag.split("-")[0] in _SPACED_QUOTES else ""
    parts = []
    end = 0
    for kept in _AS_IT_IS.finditer(text):
        parts.append(_signs(text[end : kept.start()], (quotes, inside), before + text[:end], kept[0]))
        parts.append(kept[0])
        end = kept.end()
    parts.append(_signs(text[end:], (quotes, inside), before + text[:end], after))
    return "".join(parts)


def _signs(text: str, marks: tuple[str, str], before: str, after: str) -> str:
    """`marks` are the quotes of the language, and the blank inside of the double ones."""
    quotes, inside = marks
    if " " in text:
        text = _BOUND.sub(_NARROW, text)
    if "-" in text:
        text = _DASHES.sub(lambda found: "—" if found[0] == "---" else "–", text)
    if not _SIGN.search(text):
        return text
    result: list[str] = []
    open_double = before.count(quotes[0]) > before.count(quotes[1]) or before.count('"') % 2 == 1
    open_single = False
    done = 0
    for found in _SIGN.finditer(text):
        index, character = found.start(), found[0]
        previous = text[index - 1] if index else before[-1:]
        following = (text[index + 1 : index + _WORD] + after)[: _WORD - 1]
        if character == '"':
            character, open_double = _double(previous, following[:1], quotes, open_double)
            if inside and character in quotes[:2]:
                character = character + inside if open_double else inside + character
        else:
            character, open_single = _single(previous, following, quotes, open_single)
        result += (text[done:index], character)
        done = index + 1
    return "".join(result) + text[done:]


def _double(previous: str, following: str, quotes: str, is_open: bool) -> tuple[str, bool]:
    """The sign for a straight double quote, and whether a quotation is open after it."""
    if not is_open and previous.isdigit():
        return "″", False
    if not is_open and _OPENS_AFTER.match(previous) and following.strip():
        return quotes[0], True
    return quotes[1], False


def _single(previous: str, following: str, quotes: str, is_open: bool) -> tuple[str, bool]:
    """The sign for a straight single quote or apostrophe, and whether a quotation is open after it."""
    if previous.isdigit() and not is_open and not following[:1].isalpha():
        return "′", False
    if _OPENS_AFTER.match(previous) and following[:1].strip() and not _OMISSION.match(following):
        return quotes[2], True
    if is_open and not following[:1].isalnum():
        return quotes[3], False
    return "’", is_open
