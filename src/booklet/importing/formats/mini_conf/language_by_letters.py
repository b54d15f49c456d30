"""Titles into the language that their letters alone give away: Japanese or Korean."""

import re
from collections.abc import Iterable

from booklet.codes import GUESSED
from booklet.finding import Finding
from booklet.place import Place

_KANA = re.compile(r"[\u3041-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")


def language_by_letters(titles: Iterable[str], place: Place, findings: list[Finding]) -> str:
    """Ja or ko where more than half of the titles have letters that only this language has; else empty."""
    written = tuple(titles)
    for tag, name, letters in (("ja", "Japanese", _KANA), ("ko", "Korean", _HANGUL)):
        if sum(letters.search(title) is not None for title in written) * 2 > len(written):
            message = f"the language is taken to be {name}, as most titles have its letters"
            findings.append(Finding(GUESSED, message, place, f"import with --language {tag}, or with the right one"))
            return tag
    return ""
