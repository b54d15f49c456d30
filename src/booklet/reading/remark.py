"""What reading notices inside a text, into findings at the very words."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from booklet.codes import (
    DROPPED_CHARACTER,
    ENDLESS_MACRO,
    MARKUP_AS_WRITTEN,
    OTHER_FORM,
    PASTED_HYPHEN,
    UNKNOWN_COMMAND,
)
from booklet.finding import Code, Finding
from booklet.place import Place

_SHOWN = 3
_LONGEST = 40
_MOST = 10

# What is said about one text, and about several; then the hint.
_WORDS = {
    MARKUP_AS_WRITTEN: (
        "is printed as it is written",
        "are printed as they are written",
        "emphasis is *…*, x^2^ and H~2~O are superscript and subscript",
    ),
    UNKNOWN_COMMAND: (
        "is printed as it is written",
        "are printed as they are written",
        "write what it stands for; LaTeX of mathematics belongs between dollar signs",
    ),
    OTHER_FORM: (
        "is printed in another form",
        "are printed in another form",
        "look at the page; labels of citations stand in brackets, footnotes in parentheses",
    ),
    ENDLESS_MACRO: (
        "uses macros that expand to too much; they are left as they are",
        "use macros that expand to too much; they are left as they are",
        "look for a macro that uses itself",
    ),
    DROPPED_CHARACTER: (
        "is left out, as it would not be seen",
        "are left out, as they would not be seen",
        "take it out of the file",
    ),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say about words of a text, as they are written there after cleaning."""

    code: Code
    words: str


def remark_findings(
    remarks: Iterable[Remark], place_of: Callable[[str], Place], talk: str | None = None
) -> tuple[Finding, ...]:
    """One finding for each kind of remark, at its first words, and one for each hyphen. `place_of` gives a place of words."""
    by_code: dict[Code, list[str]] = {}
    for remark in remarks:
        words = by_code.setdefault(remark.code, [])
        if remark.words not in words[:_MOST]:
            words.append(remark.words)
    findings = []
    for code, words in by_code.items():
        if code is PASTED_HYPHEN:
            findings += [_hyphen(one, place_of(one), talk) for one in words[:_MOST]]
            continue
        words = sorted(words[:_MOST], key=place_of) + words[_MOST:]
        singular, plural, hint = _WORDS[code]
        named = ", ".join(f'"{_short(one)}"' for one in words[:_SHOWN])
        more = f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else ""
        message = f"{named}{more} {plural if len(words) > 1 else singular}"
        findings.append(Finding(code, message, place_of(words[0]), hint, talk=talk))
    return tuple(findings)


def _short(words: str) -> str:
    words = re.sub(r"\s+", " ", words).strip()
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _hyphen(words: str, place: Place, talk: str | None) -> Finding:
    written = re.sub(r"\s+", "", words)
    message = f'"{_short(words)}" looks like one word that was parted at the end of a line'
    return Finding(PASTED_HYPHEN, message, place, f'write "{written.replace("-", "")}" if it is one', talk=talk)
