"""What reading notices inside a text, into findings at the very words."""

import re
from collections.abc import Callable, Iterable

from booklet.codes import (
    DROPPED_CHARACTER,
    ENDLESS_MACRO,
    MARKUP_AS_WRITTEN,
    OTHER_FORM,
    PASTED_HYPHEN,
    UNCLOSED_FORMULA,
    UNKNOWN_COMMAND,
)
from booklet.finding import Code, Finding
from booklet.place import Place
from booklet.plain_dataclasses import dataclass

_SHOWN = 3
_LONGEST = 40
_MOST = 10

# What is said about one text, and about several; then the hint where a remark has none of its own.
_WORDS = {
    MARKUP_AS_WRITTEN: ("is printed as it is written", "are printed as they are written", "take it out"),
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
        "expands without end or to too much; it is left as it is",
        "expand without end or to too much; they are left as they are",
        "look for a macro that uses itself",
    ),
    DROPPED_CHARACTER: (
        "is left out, as it would not be seen",
        "are left out, as they would not be seen",
        "take it out of the file",
    ),
    UNCLOSED_FORMULA: (
        "opens a formula that nothing closes; it is printed as it is written",
        "open formulas that nothing closes; they are printed as they are written",
        "close it, or write \\$ where a dollar sign is meant",
    ),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say about words that stand at the offset `at` of a text, with a hint where their case has its own."""

    code: Code
    words: str
    at: int = 0
    hint: str = ""


def remark_findings(
    remarks: Iterable[Remark], place_of: Callable[[int, int], Place], talk: str | None = None
) -> tuple[Finding, ...]:
    """One finding for each kind of remark, at its first words, and one for each hyphen. `place_of` gives the place of an
    offset and a length. A command whose macro has no end is not also called unknown."""
    ordered = sorted(remarks, key=lambda remark: remark.at)
    endless = {remark.words for remark in ordered if remark.code is ENDLESS_MACRO}
    kinds: dict[tuple[str, str], list[Remark]] = {}
    named: set[tuple[str, str, str]] = set()
    for remark in ordered:
        explained = remark.code is UNKNOWN_COMMAND and remark.words in endless
        same = (remark.code.name, remark.hint, remark.words)
        if not explained and same not in named:
            named.add(same)
            kinds.setdefault(same[:2], []).append(remark)
    findings = []
    for (_, hint), group in kinds.items():
        first = group[0]
        if first.code is PASTED_HYPHEN:
            findings += [_hyphen(one.words, _place(one, place_of), talk) for one in group[:_MOST]]
            continue
        singular, plural, usual = _WORDS[first.code]
        shown = ", ".join(f'"{_short(one.words)}"' for one in group[:_SHOWN])
        more = f" and {len(group) - _SHOWN} more" if len(group) > _SHOWN else ""
        message = f"{shown}{more} {plural if len(group) > 1 else singular}"
        findings.append(Finding(first.code, message, _place(first, place_of), hint or usual, talk=talk))
    return tuple(findings)


def _place(remark: Remark, place_of: Callable[[int, int], Place]) -> Place:
    return place_of(remark.at, len(remark.words.split("\n")[0].rstrip()))


def _short(words: str) -> str:
    words = re.sub(r"\s+", " ", words).strip()
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _hyphen(words: str, place: Place, talk: str | None) -> Finding:
    written = re.sub(r"\s+", "", words)
    message = f'"{_short(words)}" looks like one word that was parted at the end of a line'
    return Finding(PASTED_HYPHEN, message, place, f'write "{written.replace("-", "")}" if it is one', talk=talk)
