"""Lines below the authors into affiliations with their marks, and marks into the affiliations of each author."""

import re

from booklet.codes import CONTRADICTION, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.formats.documents.author_line import Author
from booklet.importing.formats.documents.line import Line, plain, raised
from booklet.importing.meeting import ImportedAuthor
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace

_RAISED = re.compile(r"\^([^^]{1,20})\^([^^]+)")
_NUMBERED = re.compile(r"[(\[]?(\d{1,3}|[a-z](?=[)\].]))(?:[)\].:]+\s*|\s+)(?=\D)(.+)")
_DIRECT = re.compile(r"(\d{1,2})(?=[^\W\d_])(.+)")
_SIGNED = re.compile(r"\\?([*†‡∗])[ \t]*(?=[^\W_(])([^*]+)")
_PLACE_WORD = re.compile(
    r"universi|universidad|institut|\bcent(?:er|re)\b|laborator|\bdepartment|\bdept\b|\bschool\b|college|\bservice\b|"
    r"agency|\boffice\b|observator|academy|facult|research|hochschule|\binc\b|\bgmbh\b|\bltd\b|\bmuseum\b|hospital|ministry|"
    r"\bcompany\b|polytech|\bunit\b|\bgroup\b|ecole|école",
    re.IGNORECASE,
)
_PRESENTS = re.compile(r"present|speak", re.IGNORECASE)
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Affiliation:
    """An affiliation as a line has it; `mark` is empty where it has none."""

    mark: str
    text: str
    place: Place


def affiliations_of(line: Line, findings: list[Finding]) -> tuple[Affiliation, ...]:
    """The affiliations of a line that begins with a mark; none where it does not."""
    text = raised(line.markup).removeprefix("- ")
    if text.startswith("^") and (found := _RAISED.findall(text)):
        pairs = [(mark.strip(), rest) for mark, rest in found]
    else:
        one = _NUMBERED.fullmatch(text) or _DIRECT.fullmatch(text) or _SIGNED.fullmatch(text)
        pairs = [(one[1], one[2])] if one and len(text) <= _LONGEST else []
    return tuple(
        Affiliation(mark, one_line(plain(rest).strip(" ,;"), line.place, findings), line.place) for mark, rest in pairs
    )


def names_a_place(line: Line) -> bool:
    """Whether a line without a mark looks like an affiliation."""
    text = line.text
    return (
        len(text) <= _LONGEST
        and not text.endswith((".", ":", "?"))
        and bool(_PLACE_WORD.search(text) or text.isupper())
    )


def with_affiliations(
    authors: tuple[Author, ...], affiliations: tuple[Affiliation, ...], findings: list[Finding]
) -> tuple[ImportedAuthor, ...]:
    """The authors with their affiliations in full. Marks that do not fit are findings."""
    wanted = tuple(dict.fromkeys(mark for author in authors for mark in author.marks))
    known = _without_footnotes(_renumbered(affiliations, wanted, findings))
    presenting = {one.mark for one in affiliations if one.mark in "*†‡∗" and _PRESENTS.search(one.text)}
    by_mark: dict[str, list[str]] = {}
    for one in known:
        by_mark.setdefault(one.mark, []).append(one.text)
    for mark in wanted:
        if mark not in by_mark and mark[0].isalnum():
            author = next(author for author in authors if mark in author.marks)
            message = f'"{author.name[:60]}" has the mark {mark}, which no affiliation has'
            findings.append(Finding(CONTRADICTION, message, author.place, "add the affiliation by hand"))
    for one in known:
        if one.mark and one.mark not in wanted and len(known) > 1:
            message = f'no author has the mark {one.mark} of the affiliation "{one.text[:60]}"'
            findings.append(Finding(LEFT_OUT, message, one.place, "add it to an author by hand"))
    every = [one.text for one in known if not one.mark or len(known) == 1]
    return tuple(_author(author, by_mark, every, presenting) for author in authors)


def _author(author: Author, by_mark: dict[str, list[str]], every: list[str], presenting: set[str]) -> ImportedAuthor:
    own = [text for mark in author.marks for text in by_mark.get(mark, ())]
    texts = ([author.affiliation] if author.affiliation else []) + own
    if not texts:
        texts = every
    presents = author.presenting or bool(presenting.intersection(author.marks))
    return ImportedAuthor(author.name, tuple(dict.fromkeys(texts)), presents)


def _without_footnotes(affiliations: tuple[Affiliation, ...]) -> tuple[Affiliation, ...]:
    return tuple(one for one in affiliations if one.mark not in {"*", "†", "‡", "∗"} or not _PRESENTS.search(one.text))


def _renumbered(
    affiliations: tuple[Affiliation, ...], wanted: tuple[str, ...], findings: list[Finding]
) -> tuple[Affiliation, ...]:
    """The affiliations, in which the second of one number has the number that its place in the list has, where an author
    has it and no affiliation does."""
    first: dict[str, Affiliation] = {}
    marks = {one.mark for one in affiliations}
    result = []
    for position, one in enumerate(affiliations, 1):
        if not one.mark or one.mark not in first:
            first.setdefault(one.mark, one)
            result.append(one)
            continue
        before, right = first[one.mark], str(position)
        free = right in wanted and right not in marks
        message = f'two affiliations have the mark {one.mark}: "{before.text[:60]}" and "{one.text[:60]}"'
        taken = f"the second is taken as {right}, which an author has" if free else "authors with this mark get both"
        findings.append(Finding(CONTRADICTION, f"{message}; {taken}", one.place, "check it", (before.place,)))
        result.append(replace(one, mark=right) if free else one)
    return tuple(result)
