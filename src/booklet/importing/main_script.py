"""The titles of a meeting into the language that their letters alone tell: some scripts are those of one language."""

import unicodedata
from collections import Counter
from collections.abc import Iterable

_LANGUAGES = {
    "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "GREEK": "el", "HEBREW": "he", "THAI": "th", "ARMENIAN": "hy",
    "GEORGIAN": "ka",
}  # fmt: skip
_FEWEST = 3  # letters of a script in a title, so that a formula or a name in it does not count


def language_of_titles(titles: Iterable[str]) -> str:
    """The language that most of the titles are in, where their script tells it; else an empty text."""
    found = [_language(title) for title in titles]
    best, count = Counter(found).most_common(1)[0] if found else ("", 0)
    return best if 2 * count > len(found) else ""


def _language(title: str) -> str:
    letters = (unicodedata.name(sign, "").split(" ")[0] for sign in title if ord(sign) > 0x36F)
    counts = Counter(_LANGUAGES[script] for script in letters if script in _LANGUAGES)
    best, count = counts.most_common(1)[0] if counts else ("", 0)
    return best if count >= _FEWEST else ""
