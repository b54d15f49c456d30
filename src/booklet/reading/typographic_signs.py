"""Signs of the typewriter into signs of typography: quotes, apostrophes, dashes."""

import re

# Opening and closing double quotes, opening and closing single quotes, by language (CLDR 46, delimiters).
_ENGLISH = "“”‘’"
_QUOTES = {
    **dict.fromkeys(("bg", "cs", "de", "et", "is", "lt", "sk", "sl"), "„“‚‘"),
    **dict.fromkeys(("hr", "hu", "pl", "ro"), "„”‚’"),
    **dict.fromkeys(("fi", "sv"), "””’’"),
    **dict.fromkeys(("da", "el", "es", "it", "pt"), _ENGLISH),
}
_OPENS_AFTER = re.compile(r"[\s(\[{<–—/„“‚‘”’]|\Z")
_DASHES = re.compile(r"(?<=\w)---(?=\w)|(?<= )---(?= )|(?<=\w)--(?=\w)|(?<= )--?(?= )")
_MAY_CHANGE = re.compile("[\"']| -|--")
_SIGN = re.compile("[\"']")
_ADDRESS = re.compile(r"(?:https?://|mailto:|doi:|www\.)\S+", re.IGNORECASE)


def typographic(text: str, language: str = "en", before: str = "", after: str = "") -> str:
    """`text` with typographic quotes of the language, apostrophes and dashes. Addresses stay as they are.

    `before` and `after` are the text around it on the same line: a quote opens or closes by them. " - ", " -- " and "--"
    between letters or digits become an en dash, "---" an em dash. A quote directly after a digit that closes nothing is a
    minute, second, foot or inch (′, ″).
    """
    if not _MAY_CHANGE.search(text):
        return text
    quotes = _QUOTES.get(language.split("-")[0].lower(), _ENGLISH)
    parts = []
    end = 0
    for address in _ADDRESS.finditer(text):
        parts.append(_signs(text[end : address.start()], quotes, before + text[:end], address[0]))
        parts.append(address[0])
        end = address.end()
    parts.append(_signs(text[end:], quotes, before + text[:end], after))
    return "".join(parts)


def _signs(text: str, quotes: str, before: str, after: str) -> str:
    if "-" in text:
        text = _DASHES.sub(lambda found: "—" if found[0] == "---" else "–", text)
    if not _SIGN.search(text):
        return text
    result: list[str] = []
    open_double = before.count(quotes[0]) > before.count(quotes[1]) or before.count('"') % 2 == 1
    for index, character in enumerate(text):
        previous = text[index - 1] if index else before[-1:]
        following = text[index + 1 : index + 2] or after[:1]
        if character == '"':
            sign, open_double = _double(previous, following, quotes, open_double)
            result.append(sign)
        elif character == "'":
            result.append(_single(previous, text[index + 1 :] + after, quotes, "".join(result)))
        else:
            result.append(character)
    return "".join(result)


def _double(previous: str, following: str, quotes: str, is_open: bool) -> tuple[str, bool]:
    """The sign for a straight double quote, and whether a quotation is open after it."""
    if not is_open and previous.isdigit():
        return "″", False
    if not is_open and _OPENS_AFTER.match(previous) and following.strip():
        return quotes[0], True
    return quotes[1], False


def _single(previous: str, following: str, quotes: str, so_far: str) -> str:
    is_open = so_far.rfind(quotes[2]) > so_far.rfind(quotes[3]) if quotes[2] != quotes[3] else False
    if previous.isdigit() and not is_open and not following[:1].isalpha():
        return "′"
    is_omission = re.match(r"\d\ds?\b|(?:tis|twas|em|n|til|cause)\b", following, re.IGNORECASE)
    if _OPENS_AFTER.match(previous) and following[:1].strip() and not is_omission:
        return quotes[2]
    return quotes[3] if is_open else "’"
