"""Names of persons as other systems and people write them, one or many in a text, into names as booklet takes them."""

import re
import unicodedata

from booklet import limits
from booklet.codes import CONTRADICTION, LEFT_OUT, MENDED_NAME, NO_TEXT
from booklet.finding import Finding
from booklet.importing.cleaning.name_forms import is_institution, out_of_capitals, parted, turned
from booklet.importing.cleaning.name_marks import without_marks
from booklet.importing.cleaning.parted_names import parted_names
from booklet.importing.cleaning.plain_name import plain_name
from booklet.importing.cleaning.written_name import WrittenName
from booklet.place import Place
from booklet.plain_dataclasses import replace

__all__ = ["WrittenName", "joined_name", "names_in", "one_name"]

_PLACEHOLDER = re.compile(
    r"(?:speakers?|authors?|names?)?[\s:]*(?:t\.?b\.?[acd]\.?|n/a|n\.\s?n\.|-+|–|—|\?+|(?:to be|yet to be) "
    r"(?:announced|confirmed|decided|defined|determined)|tba/tbd)",
    re.IGNORECASE,
)
_ET_AL = re.compile(
    r"[\s,;]{0,9}(?<!\w)(?:et\.? al(?:\.|(?!\w))|and others|u\.\s?a\.|e outros|y otros|et autres)\s*$", re.IGNORECASE
)
_NUMBERED = re.compile(r"^(?:\d{1,3}[.)]|[-–])\s+(?=[^\W\d_])")
_LONGEST = 4000
_LAST_BRACKET = re.compile(r"\s*[(（\[]([^()（）\[\]]{2,})[)）\]]\s*([\d,†‡§*¹²³]*)$")


def one_name(text: str, place: Place, findings: list[Finding], *, among: int = 1) -> WrittenName:
    """The one name of the text, with its marks; commas part nothing but "Family, Given". Empty for TBA and the like. It
    stands `among` so many of a list: there, "JohnSmith" has lost a blank; alone it may be what somebody calls themselves."""
    return _finished(without_marks(_line(plain_name(text, place, findings))), place, findings, among=among)


def names_in(text: str, place: Place, findings: list[Finding]) -> tuple[WrittenName, ...]:
    """The names of the text in their order, each once: "A, B and C", "A; B", a line each, "Smith, J., Doe, A."; with the
    affiliations in brackets behind them."""
    plain = plain_name(text, place, findings)
    if _ET_AL.search(plain):
        plain = _ET_AL.sub("", plain)
        findings.append(Finding(LEFT_OUT, '"et al." after names is left out', place, "add the other names by hand"))
    parts = parted_names(plain)
    bracketed = len(parts) > 1 and all(_LAST_BRACKET.search(part[:_LONGEST]) for part in parts)
    written = [_with_affiliation(part, numbered=False, bracketed=bracketed) for part in parts]
    if any(name.marks for name in written):
        written = [_with_affiliation(part, numbered=True, bracketed=bracketed) for part in parts]
    if len(written) > limits.AUTHORS:
        message = f"only the first {limits.AUTHORS} of {len(written)} names of a list are taken"
        findings.append(Finding(LEFT_OUT, message, place))
    named = [_finished(name, place, findings, among=len(written)) for name in written[: limits.AUTHORS]]
    return _each_once([name for name in named if name.name], place, findings)


def joined_name(given: str, middle: str, family: str) -> str:
    """The name as it is printed of its parts, any of which may be empty; one that is repeated in the next is said once."""
    parts: list[str] = []
    for part in (given, middle, family):
        words = " ".join(part.split())
        before = " ".join(parts).casefold()
        if words and not f" {before}".endswith(f" {words.casefold()}"):
            parts.append(words)
    return " ".join(parts)


def _line(text: str) -> str:
    return text.replace("\n", " ")


def _with_affiliation(text: str, *, numbered: bool, bracketed: bool) -> WrittenName:
    """The name and its marks; the last bracket is an affiliation unless it begins small, as nicknames and pronouns do, or is
    one word that may be a name and not all names of the list are `bracketed`."""
    text = _NUMBERED.sub("", text[:_LONGEST])
    found = _LAST_BRACKET.search(text)
    if found and text[: found.start()].strip() and _is_affiliation(found[1], bracketed=bracketed):
        name = without_marks(f"{text[: found.start()]}{found[2]}", numbered=numbered)
        return replace(name, affiliation=found[1].strip())
    before, comma, after = text.partition(", ")
    if comma and " " in before.strip() and is_institution(after) and not turned(text):
        return replace(without_marks(before, numbered=numbered), affiliation=after.strip())
    return without_marks(text, numbered=numbered)


def _is_affiliation(text: str, *, bracketed: bool) -> bool:
    if not text[0].isupper() or without_marks(f"Ada Bo ({text})").name == "Ada Bo":
        return False
    return bracketed or is_institution(text) or " " in text.strip()


def _finished(written: WrittenName, place: Place, findings: list[Finding], *, among: int) -> WrittenName:
    """The name in the form in which it is printed, with what is to be said about it."""
    name = _line(written.name)
    if _PLACEHOLDER.fullmatch(name[:60]):
        findings.append(Finding(NO_TEXT, f'"{name}" in the place of a name is left out', place))
        return WrittenName("")
    if round_ := turned(name):
        findings.append(Finding(MENDED_NAME, 'names written "Family, Given" are turned round', place))
        name = round_
    if (small := out_of_capitals(name)) != name:
        findings.append(Finding(MENDED_NAME, "names in capitals are written with small letters", place))
        name = small
    if among > 1 and (apart := parted(name)) != name:
        findings.append(Finding(MENDED_NAME, "names without a blank between their parts have one now", place))
        name = apart
    if len(name) > limits.NAME:
        message = f'the name that begins with "{name[:60]}" is cut to {limits.NAME} characters'
        findings.append(Finding(LEFT_OUT, message, place))
        name = name[: limits.NAME].rstrip()
    return replace(written, name=name)


def _each_once(names: list[WrittenName], place: Place, findings: list[Finding]) -> tuple[WrittenName, ...]:
    """The names without repetitions; what stands with a repetition goes to the first."""
    once: dict[str, WrittenName] = {}
    for name in names:
        key = _folded(name.name)
        first = once.setdefault(key, name)
        if first is name:
            continue
        if first.name != name.name:
            message = f'"{name.name[:60]}" is taken for "{first.name[:60]}", who stands in the same list'
            findings.append(Finding(CONTRADICTION, message, place))
        marks = tuple(dict.fromkeys(first.marks + name.marks))
        affiliation = first.affiliation or name.affiliation
        once[key] = WrittenName(first.name, marks, first.presenting or name.presenting, affiliation)
    return tuple(once.values())


def _folded(name: str) -> str:
    parted = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(sign for sign in parted if sign.isalnum() or unicodedata.category(sign) == "Mc")
    return letters or name
