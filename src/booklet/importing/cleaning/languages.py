"""What other systems write for a language, a tag or a name in some language, into a language tag; empty where it is none."""

import re
from functools import cache

from booklet.plain_babel import locale_of

_TAG = re.compile(
    r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_.@]\S{1,40})?", re.IGNORECASE | re.ASCII
)
_NAMED_IN = ("en", "de", "fr", "es", "pt", "it")
_OF_THREE = {
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it", "por": "pt", "nld": "nl",
    "dut": "nl", "jpn": "ja", "zho": "zh", "chi": "zh", "kor": "ko", "rus": "ru", "tur": "tr", "pol": "pl", "ces": "cs",
    "cze": "cs", "swe": "sv", "dan": "da", "nor": "no", "fin": "fi", "ell": "el", "gre": "el", "ara": "ar", "heb": "he",
    "hin": "hi", "ukr": "uk", "hun": "hu", "ron": "ro", "rum": "ro",
}  # fmt: skip
_LONGEST = 60


def language_tag(word: str) -> str:
    """The tag of language, script and region: "de" of "de", "German", "Deutsch" and "de-formal"; "" where it is unknown."""
    word = re.sub(r"\s*\([^()]{1,40}\)$", "", word.strip()[: 2 * _LONGEST])
    if not word or len(word) > _LONGEST:
        return ""
    found = _TAG.fullmatch(word)
    # Names take long to gather, and no name of a language has two letters that are not better taken for a tag.
    if (not found or len(found[1]) > 2) and (
        named := _names().get(word.casefold()) or _own_names().get(word.casefold())
    ):
        return named
    if not found:
        return ""
    language = _OF_THREE.get(found[1].lower(), found[1].lower())
    if language not in locale_of("en").languages:
        return ""
    region = (found[3] or "").upper().replace("UK", "GB")
    region = region if region.isdigit() or region in locale_of("en").territories else ""
    return "-".join(part for part in (language, (found[2] or "").title(), region) if part)


@cache
def _names() -> dict[str, str]:
    """Languages by their names in a few languages, in small letters."""
    names: dict[str, str] = {}
    for locale in map(locale_of, _NAMED_IN):
        for tag, name in sorted(locale.languages.items()):
            if re.fullmatch(r"[a-z]{2,3}", tag):
                names.setdefault(name.casefold(), tag)
    return names


@cache
def _own_names() -> dict[str, str]:
    """Languages by their own names, in small letters."""
    names: dict[str, str] = {}
    for tag in sorted(tag for tag in map(str, locale_of("en").languages) if len(tag) == 2):
        own = locale_of(tag)
        if own.language == tag and own.display_name:
            names.setdefault(own.display_name.casefold(), tag)
    return names
