"""Rules about numbers that lead elsewhere: references and figures that an abstract names and its talk does not have."""

import re
from collections.abc import Iterator

from booklet.checking.wording import listed, plural, shown
from booklet.codes import LOOSE_CITATION, OWN_NUMBER, WRONG_CITATION, WRONG_FIGURE
from booklet.expression import expression
from booklet.finding import Finding
from booklet.model.program import Program
from booklet.model.rich_text import plain
from booklet.model.talk import Talk
from booklet.place import Place
from booklet.plain_dataclasses import dataclass
from booklet.text_file import place_in

_LISTED = r"\d{1,2}(?:\s*[,–-]\s*\d{1,2})*\]"
_CITATION = re.compile(rf"\[(?<![\\$\]}}]\[)(?<!\b\w\[){_LISTED}(?:\[{_LISTED})*(?![(:])")
_NUMBERS = expression(r"\[([^\]]*)\]")
_LONGEST_RANGE = 10
# What stands before brackets that are an interval, and after those that are a direction, a weight or a list of values.
_INTERVAL_BEFORE = expression(
    r"(?:\b(?:in|between|interval|range|within|from|to|over|at|direction|along|ages?)|[=∈×<>±])\s*\Z", re.IGNORECASE
)
_MEASURE_AFTER = expression(
    r"\s*(?:%|°|(?:[kcmnµμhMG]?m|m?s|h|min|K|[hk]?Pa|[kMG]?Hz|e?V|k?g|dB)\b|(?:directions?|planes?|axis|intervals?)\b)"
)
_AND = expression(r"\s*(?:,|and|or|und)\s*")
_LIST_LINE = re.compile(r"^\s*(?:[-*]\s*)?\[(\d{1,2})\]\s", re.MULTILINE)
_HEADING = re.compile(
    r"^\W*(?:references|bibliography|literature|literatur|références|bibliographie)\b", re.IGNORECASE | re.MULTILINE
)
_FIGURE = re.compile(
    r"[fFaA](?<=\b\w)(?i:(?:(?<=f)ig(?:ure|\.)?s?|(?<=a)bb(?:ildung|\.)?)\.?[\s~]*(\d{1,2})[a-h]?\b"
    r"(?:\s*(?:and|und|,|-|–|&)\s*(\d{1,2})\b)?)"
)

_LIST_NUMBER = expression(r"\s*(?:\[\d{1,2}\]|\(\d{1,2}\)|\d{1,2}[.)])\s")
_CAPTION_NUMBER = expression(r"\s*(?:fig(?:ure|\.)?|abb(?:ildung|\.)?)\s?\d{1,2}\s?[.:]?\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Citation:
    """The numbers of brackets in an abstract, and where in it they stand."""

    numbers: tuple[int, ...]
    start: int
    end: int


def wrong_citation(program: Program) -> Iterator[Finding]:
    """K073, K075: the abstract cites a reference by a number that no list has, neither `references` nor one at its own end;
    or the list has one that is cited nowhere, while others are."""
    for talk in program.talks:
        if "[" not in talk.abstract_written:
            continue
        cited, own = _citations(talk)
        known = len(talk.references)
        missing = [one for one in cited if any(number > known and number not in own for number in one.numbers)]
        if missing:
            yield _missing(talk, missing, own)
            continue
        numbers = {number for one in cited for number in one.numbers}
        idle = sorted(set(range(1, known + 1)) - numbers)
        if numbers and idle:
            message = f'talk "{talk.id}" cites {_listed(sorted(numbers))}, but not {_listed(idle)} of its references'
            hint = "cite it where it belongs, or take it out"
            yield Finding(WRONG_CITATION, message, talk.places.of("references", idle[0] - 1), hint, talk=talk.id)


def _missing(talk: Talk, missing: list[_Citation], own: set[int]) -> Finding:
    known = len(talk.references)
    numbers = sorted({number for one in missing for number in one.numbers if number > known and number not in own})
    place = _place(talk, missing[0].start, missing[0].end)
    also = tuple(_place(talk, one.start, one.end) for one in missing[1:])
    if known:
        message = f'talk "{talk.id}" cites {_listed(numbers)} and has {plural(known, "reference")}'
        hint = "add it to references:, or correct the number"
        return Finding(WRONG_CITATION, message, place, hint, also, talk=talk.id)
    message = f'talk "{talk.id}" cites {_listed(numbers)} and has no references'
    return Finding(LOOSE_CITATION, message, place, "add references:, or take the numbers out", also, talk=talk.id)


def _citations(talk: Talk) -> tuple[list[_Citation], set[int]]:
    """What an abstract cites outside of its formulas, and the numbers of a list of references inside of it."""
    text = _without_formulas(talk)
    heading = _HEADING.search(text)
    end = heading.start() if heading else len(text)
    own = {int(number) for number in _LIST_LINE.findall(text)}
    own |= {number for one in _brackets(text, end, len(text)) for number in one.numbers}
    lines = {found.start() for found in _LIST_LINE.finditer(text)}
    cited = [one for one in _brackets(text, 0, end) if text.rfind("\n", 0, one.start) + 1 not in lines]
    return cited, own


def _brackets(text: str, start: int, end: int) -> Iterator[_Citation]:
    end_of_interval = -1
    for found in _CITATION.finditer(text, start, end):
        before, after = text[max(0, found.start() - 20) : found.start()], text[found.end() : found.end() + 12]
        parts = ",".join(_NUMBERS.findall(found[0])).split(",")
        ranges = [[int(number) for number in re.split(r"\s*[–-]\s*", part.strip())] for part in parts]
        values = [number for one in ranges for number in one]
        long = any(one[-1] - one[0] > _LONGEST_RANGE for one in ranges)
        interval = len(values) > 1 and (_INTERVAL_BEFORE.search(before) or values != sorted(values))
        listed_on = end_of_interval >= 0 and _AND.fullmatch(text, end_of_interval, found.start())
        if 0 in values or long or interval or listed_on or _MEASURE_AFTER.match(after):
            end_of_interval = found.end()
            continue
        numbers = tuple(number for one in ranges for number in range(one[0], one[-1] + 1))
        yield _Citation(numbers, found.start(), found.end())


def _without_formulas(talk: Talk) -> str:
    """The abstract as it was written, with blanks for its formulas, so that all places stay right."""
    text, at = talk.abstract_written, 0
    for span in (span for block in talk.abstract for span in block.spans if span.formula):
        found = text.find(span.text, at)
        if found >= 0:
            at = found + len(span.text)
            text = text[:found] + re.sub(r"[^\n]", " ", text[found:at]) + text[at:]
    return text


def _listed(numbers: list[int]) -> str:
    return listed([f"[{number}]" for number in numbers])


def _place(talk: Talk, start: int, end: int) -> Place:
    first = talk.places.of("abstract")
    return place_in(talk.abstract_written, start, first.file, first.line, end - start)


def wrong_figure(program: Program) -> Iterator[Finding]:
    """K074: the abstract speaks of a figure by a number that the talk does not have."""
    for talk in program.talks:
        found = list(_FIGURE.finditer(talk.abstract_written))
        named = [(int(number), one) for one in found for number in one.groups() if number]
        missing = [(number, one) for number, one in named if number > len(talk.figures)]
        if missing:
            has = f"has {len(talk.figures)}" if talk.figures else "has none"
            numbers = listed([str(number) for number in sorted({number for number, _ in missing})])
            message = f'talk "{talk.id}" speaks of figure {numbers} and {has}'
            hint = "add it to figures:, or take the mention out"
            yield Finding(WRONG_FIGURE, message, _place(talk, *missing[0][1].span()), hint, talk=talk.id)


def own_numbers(program: Program) -> Iterator[Finding]:
    """K076: a reference or a caption begins with the number that booklet prints before it."""
    for talk in program.talks:
        lines = [(line, talk.places.of("references", at), _LIST_NUMBER) for at, line in enumerate(talk.references)]
        lines += [(figure.caption, figure.places.of("caption"), _CAPTION_NUMBER) for figure in talk.figures]
        for line, place, number in lines:
            if found := number.match(plain(line)):
                message = f"{shown(found[0].strip())} would be printed twice: booklet numbers references and figures"
                yield Finding(OWN_NUMBER, message, place, "take the number out", talk=talk.id)
