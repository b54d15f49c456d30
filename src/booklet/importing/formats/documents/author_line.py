"""A line of authors with their marks ("**Ada Example**^1^, Bo Other^1,2^") into authors."""

import re

from booklet import limits
from booklet.codes import MENDED_NAME
from booklet.finding import Finding
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.person_names import one_name
from booklet.importing.formats.documents.line import plain, raised, without_italics
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace

_LABEL = re.compile(
    r"^(?:\*\*|__|\*|_)?(?:Authors?|Speakers?|Presenters?|Presented by|Presenting authors?|By|With)(?:\*\*|__|\*|_)?"
    r"(?:[ \t]*:(?:\*\*|__|\*|_)?|(?<=[Bb]y))[ \t]+",
    re.IGNORECASE,
)
_MARKS = re.compile(r"\^([^^]{1,60})\^")
_MARK = re.compile(r"\d{1,3}|[^\W\d_]{1,2}|[*†‡§¶#∗]")
_DIGITS_BEHIND = re.compile(r"(?<=[^\W\d_.])[ ]?(\d{1,2}(?:[ ]?,[ ]?\d{1,2})*)(?=[ ]*(?:$|[,;&]|and\b|und\b|et\b))")
_IN_BRACKETS = re.compile(r"(?<=[^\W\d_.*])(?:\*\*)?[ ]?[(\[](\d{1,2}(?:[ ]?[,;][ ]?\d{1,2})*)[)\]]")
_SIGN_BEHIND = re.compile(r"(?<=[^\W\d_.])(?:\*\*)?[ ]?(\*(?!\*)|[†‡∗]+)(?=[ ]*(?:$|[,;&^]|and\b))")
_AFFILIATION = re.compile(r"\(([^()]{2,500})\)")
_ZERO = re.compile(r"(?<=[^\W\d_])0(?![\d])")
_SEPARATOR = re.compile(r"(\([^()]{0,500}\)|\[[^\[\]]{0,500}\]|\^[^^]{0,60}\^)|([,;\n]|\s(?:and|und|et|y|e|&)(?=\s))")
_STRESSED = re.compile(r"\*\*|__|</?(?:b|strong|u)\b[^<>]{0,200}>", re.IGNORECASE)
_SMALL = {
    "van",
    "von",
    "der",
    "den",
    "de",
    "di",
    "da",
    "dos",
    "das",
    "del",
    "della",
    "du",
    "la",
    "le",
    "el",
    "al",
    "ter",
    "ten",
}
_SMALL |= {"bin", "ibn", "zu", "zur", "af", "y", "e", "st.", "und", "and", "dr.", "dr", "prof.", "prof", "ir.", "ir"}
_LONGEST, _WORDS = 60, 7
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[ -]?){1,3}")


@dataclass(frozen=True, slots=True)
class Author:
    """An author as a line has them: `marks` name affiliations, `affiliation` is one in full in brackets behind the name."""

    name: str
    written: str
    place: Place
    marks: tuple[str, ...] = ()
    affiliation: str = ""
    presenting: bool = False


def authors_of(markup: str, place: Place, findings: list[Finding]) -> tuple[Author, ...]:
    """The authors of a line. Who is bold or underlined presents, where not all are."""
    found = []
    for chunk in _chunks(_prepared(markup))[: limits.AUTHORS]:
        marks, text = _marks_of(chunk)
        outside = _AFFILIATION.search(text)
        affiliation = one_line(plain(outside[1]), place, findings) if outside else ""
        bare = plain(_AFFILIATION.sub(" ", text)).strip(" ,;:^")
        if not any(sign.isalpha() for sign in bare):
            continue
        name = one_name(_without_digits(bare, place, findings), place, findings)
        stressed = bool(_STRESSED.search(chunk)) or name.presenting
        if name.name:
            found.append(Author(name.name, bare, place, (*marks, *name.marks), affiliation, stressed))
    if len(found) > 1 and all(one.presenting for one in found):
        return tuple(replace(one, presenting=False) for one in found)
    if len(found) == 1 and _STRESSED.search(markup):
        return (replace(found[0], presenting=False),)
    return tuple(found)


def _without_digits(name: str, place: Place, findings: list[Finding]) -> str:
    """A name in which a 0 was typed or scanned for an o."""
    mended = _ZERO.sub("o", name)
    if mended != name:
        findings.append(Finding(MENDED_NAME, f'"{name[:60]}" is written "{mended[:60]}"', place, "check it"))
    return mended


def are_authors(markup: str) -> bool:
    """Whether a line looks like names: words with capitals, without anything that only sentences have."""
    prepared = _prepared(markup)
    names = [plain(_AFFILIATION.sub(" ", _marks_of(chunk)[1])).strip(" ,;:^") for chunk in _chunks(prepared)]
    return bool(names) and all(map(_is_name, names))


def has_marks(markup: str) -> bool:
    """Whether a line has marks of affiliations."""
    return "://" not in markup and bool(_MARKS.search(_prepared(markup)))


def has_label(markup: str) -> bool:
    """Whether a line says itself that authors follow ("Speaker: Ada Example")."""
    return bool(_LABEL.match(markup))


def _prepared(markup: str) -> str:
    """The line without its label, with all marks of affiliations between ^ and ^."""
    text = raised(_LABEL.sub("", markup, count=1)).replace("\\", "")
    text = without_italics(text)
    for pattern in (_DIGITS_BEHIND, _IN_BRACKETS, _SIGN_BEHIND):
        text = pattern.sub(r"^\1^", text)
    return text


def _chunks(text: str) -> list[str]:
    """The line parted at commas (at semicolons, if it has any), "and" and line ends, but not inside of marks and brackets."""
    sign = ";" if ";" in _AFFILIATION.sub("", text) else ","
    parts, begin = [], 0
    for found in _SEPARATOR.finditer(text):
        if found[2] and found[2] not in {",", ";"} - {sign}:
            parts.append(text[begin : found.start()])
            begin = found.end()
    parts.append(text[begin:])
    whole = [part.strip() for part in parts if plain(part).strip(" ^,;")]
    return _with_initials(whole) if sign == "," else whole


def _with_initials(chunks: list[str]) -> list[str]:
    """The chunks, in which initials go with the family name before them: "Example, A., Other, B." has two names."""
    given = chunks[1::2]
    if given and len(chunks) % 2 == 0 and all(_INITIALS.fullmatch(plain(_MARKS.sub("", one))) for one in given):
        return [f"{family}, {initials}" for family, initials in zip(chunks[::2], given, strict=True)]
    return chunks


def _marks_of(chunk: str) -> tuple[tuple[str, ...], str]:
    """The marks of a chunk, and the chunk without them."""
    marks = tuple(mark for group in _MARKS.findall(chunk) for mark in _MARK.findall(group))
    return tuple(dict.fromkeys(marks)), _MARKS.sub("", chunk)


def _is_name(name: str) -> bool:
    words = name.replace(",", " ").split()
    if not 2 <= len(words) <= _WORDS or len(name) > _LONGEST or any(sign in name for sign in ":!?/@=<>|"):
        return False
    if sum(sign.isdigit() for sign in name) > 1 or (name.endswith(".") and len(words[-1]) > 4):
        return False
    return all(word[0].isupper() or word.casefold() in _SMALL or not word[0].isascii() for word in words)
