"""Footnote marks and marks of who presents, off a name."""

import re

from booklet import limits
from booklet.importing.cleaning.plain_name import PRESENTING
from booklet.importing.cleaning.written_name import WrittenName

_PRESENTER = (
    r"presenter|presenting(?:\sauthor)?|speaker|presented\sby|vortragende[rn]?|referent(?:in)?|orateur|oratrice"
    r"|pr[ée]sentat(?:eur|rice)|ponente|relat(?:ore|rice)|apresentador[a]?"
)
_PRESENTING_WORD = re.compile(
    rf"\s*[(\[]\s*(?:{_PRESENTER})\s*[)\]]|^(?:{_PRESENTER})\s?:\s*|\s*[,–—-]\s(?:presenter|presenting\sauthor|speaker)$",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"(\*\*\*|\*\*|\*|___|__|_)(\S|\S.*\S)\1(?=[\s\d,*†‡§¶()⁰¹²³⁴-⁹^]*$)")
_STARS = "*∗⋆＊★"
_SIGNS = "†‡§¶‖◊◇◆♠♣♡♢♥♦☆△▲▽▼□■○●"
_SUPER = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(_SUPER, "0123456789")
_RAISED_END = re.compile(rf"\s?((?:[{_SUPER}]{{1,3}}|[{_SIGNS}{_STARS}]|(?<=[{_SUPER}{_SIGNS}{_STARS}]),)+)$")
_CARET_END = re.compile(
    rf"\s?\^((?:\d{{1,3}}|[A-Za-z]|[{_SIGNS}{_STARS}])(?:[,;]?(?:\d{{1,3}}|[A-Za-z]|[{_SIGNS}{_STARS}])){{0,19}})$"
)
_NUMBER = r"[1-9]\d{0,2}(?!\d)"
_BRACKET_END = re.compile(
    rf"(?<=[^\W\d_.]|[{_STARS}{_SIGNS}])\.?\s?[(\[]({_NUMBER}(?:\s?[,;]\s?{_NUMBER}){{0,19}}|[a-z]|[{_SIGNS}{_STARS}])[)\]]$"
)
_LIST_END = re.compile(rf"(?<=[^\W\d_]|[{_STARS}{_SIGNS}])(\.?)\s?({_NUMBER}(?:\s?[,;]\s?{_NUMBER}){{1,19}})$")
_PLAIN_END = re.compile(r"(?<=[^\W\d_])(\.?)\s?([1-9]\d?)$")
_START = re.compile(rf"([{_SUPER}{_SIGNS}{_STARS}]+)\s?(?=\S)")
_HASH_END = re.compile(r"(?<=[^\W\d_])\s?([#+]+)$")
MARKS_ONLY = re.compile(rf"[\^\d{_SUPER}{_SIGNS}{_STARS}]{{1,12}}")
_ROUNDS = 6
_LONGEST = 4 * limits.NAME


def without_marks(text: str, *, numbered: bool = False) -> WrittenName:
    """The name without its marks. A number without a comma is a mark where the name has two words ("Agent 47" has one),
    or where the other names of the list are `numbered`."""
    presenting = PRESENTING in text
    text = text[:_LONGEST].replace(PRESENTING, "").strip()
    if _PRESENTING_WORD.search(text) and _PRESENTING_WORD.sub("", text).strip():
        text, presenting = _PRESENTING_WORD.sub("", text).strip(), True
    if (emphasis := _EMPHASIS.match(text)) and re.search(r"[^\W\d_]", emphasis[2]):
        text, presenting = emphasis[2] + text[emphasis.end() :], True
    marks: list[str] = []
    for _ in range(_ROUNDS):
        rest, found = _one_end(text, numbered=numbered)
        if not found or not rest:
            break
        text, marks = rest, found + marks
    first = _START.match(text)
    if first and text[first.end() :].strip():
        text, marks = text[first.end() :], _each(first[1]) + marks
    presenting = presenting or any(mark in _STARS for mark in marks)
    signs = tuple(dict.fromkeys(mark for mark in marks if mark not in _STARS))
    return WrittenName(text.strip(" ,;"), signs, presenting)


def _one_end(text: str, *, numbered: bool) -> tuple[str, list[str]]:
    """The text without one group of marks at its end, and these."""
    text = text.rstrip(" ,;")
    for pattern in (_RAISED_END, _CARET_END):
        if found := pattern.search(text):
            return text[: found.start()], _each(found[1])
    if found := _BRACKET_END.search(text):
        at = found.start() + found[0].startswith(".")
        return text[:at].rstrip(), _each(found[1])
    if found := _LIST_END.search(text):
        return text[: found.end(1)], _each(found[2])
    found = _PLAIN_END.search(text)
    if found and (numbered or _is_full(text[: found.end(1)])):
        return text[: found.end(1)], [found[2]]
    found = _HASH_END.search(text)
    return (text[: found.start()], list(found[1])) if found and _is_full(text[: found.start()]) else (text, [])


def _is_full(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper() and len(words[-1].strip(".")) > 1


def _each(marks: str) -> list[str]:
    plain = marks.translate(_DIGITS)
    return re.findall(r"\d{1,3}|[^\s,;\d()]", plain)
