"""Rules about what talks say: too little, too much, placeholders, citations and figures that lead nowhere."""

import re
from collections.abc import Iterator

from booklet.codes import EXCESSIVE_ABSTRACT, PLACEHOLDER, SHORT_ABSTRACT, WRONG_CITATION, WRONG_FIGURE
from booklet.finding import Finding
from booklet.model.program import Program
from booklet.model.rich_text import plain
from booklet.model.talk import Talk
from booklet.place import Place

_IDEOGRAPH = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
_WORD = re.compile(rf"[{_IDEOGRAPH}]|[^\W_{_IDEOGRAPH}]+(?:['’-][^\W_]+)*")
_PLACEHOLDER = re.compile(
    r"""(?: t\.?b\.?[acd]\.? | n/?a | none | untitled | placeholder | coming\ soon | x{3,} | \?+ | -+ | –+ | … | \.{2,}
        | to\ be\ (?:announced|confirmed|decided|determined|done|provided|written)
        | (?:the\ )? (?:abstract|title|text)
            (?:\ (?:to\ follow|follows|to\ come|will\ follow|will\ come|missing|pending|tb[acd]|goes\ here|here))?
        | (?:your|insert)\ .{1,30}\ here
        ) \W*""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_PLACEHOLDER = 80
_CITATION = re.compile(r"(?<![\w\\$\]}])\[(\d{1,3}(?:\s*[,–-]\s*\d{1,3})*)\](?![(\[:])")
_FIGURE = re.compile(r"\bfig(?:ure|\.)?s?\.?\s?(\d{1,2})\b", re.IGNORECASE)
_MATHEMATICS = re.compile(r"\$[^$]*\$")


def abstract_length(program: Program) -> Iterator[Finding]:
    """K070, K071: an abstract with fewer or more words than the organizers ask for."""
    least, most = program.settings.least_words, program.settings.most_words
    for talk in program.talks:
        count = len(_WORD.findall(talk.abstract_written))
        place = talk.places.of("abstract")
        if talk.abstract and least and count < least:
            message = f'the abstract of talk "{talk.id}" has {count} words; {least} are the least'
            yield Finding(SHORT_ABSTRACT, message, place, "ask its author for more", talk=talk.id)
        if most and count > most:
            message = f'the abstract of talk "{talk.id}" has {count} words; {most} are the most'
            yield Finding(EXCESSIVE_ABSTRACT, message, place, "ask its author to shorten it", talk=talk.id)


def placeholder(program: Program) -> Iterator[Finding]:
    """K072: a text that says that another will come."""
    for text, place, talk in _short_texts(program):
        stripped = " ".join(text.split())
        starts = stripped.lower().startswith("lorem ipsum")
        if stripped and (starts or (len(stripped) <= _LONGEST_PLACEHOLDER and _PLACEHOLDER.fullmatch(stripped))):
            shown = stripped[:40] + ("…" if len(stripped) > 40 else "")
            hint = "write what is meant, or leave it out until it is known"
            yield Finding(PLACEHOLDER, f'"{shown}" looks like a placeholder', place, hint, talk=talk)


def _short_texts(program: Program) -> Iterator[tuple[str, Place, str | None]]:
    for session in program.sessions:
        yield plain(session.title), session.places.of("title"), None
        if session.room:
            yield session.room, session.places.of("room"), None
        for item in session.items:
            if not item.talk:
                yield plain(item.title), item.places.of("title"), None
    for talk in program.talks:
        yield plain(talk.title), talk.places.of("title"), talk.id
        yield talk.abstract_written, talk.places.of("abstract"), talk.id
        for text in talk.affiliations:
            yield text, talk.places.of("affiliations"), talk.id


def wrong_citation(program: Program) -> Iterator[Finding]:
    """K073: the abstract cites a reference by a number that its list does not have; or the list has one that is cited
    nowhere, while others are."""
    for talk in program.talks:
        cited = _cited(talk)
        known = len(talk.references)
        place = talk.places.of("abstract")
        missing = sorted(number for number in cited if number > known)
        if missing:
            has = "has no references" if not known else f"has {known} references" if known > 1 else "has one reference"
            message = f'talk "{talk.id}" cites {_list(missing)} and {has}'
            yield Finding(WRONG_CITATION, message, place, "add it to references:, or correct the number", talk=talk.id)
        idle = sorted(set(range(1, known + 1)) - cited)
        if cited and idle and not missing:
            message = f'talk "{talk.id}" cites {_list(sorted(cited))}, but not {_list(idle)} of its references'
            hint = "cite it where it belongs, or take it out"
            yield Finding(WRONG_CITATION, message, talk.places.of("references"), hint, talk=talk.id)


def _cited(talk: Talk) -> set[int]:
    """The numbers in brackets in the abstract, formulas left aside."""
    cited: set[int] = set()
    for found in _CITATION.finditer(_MATHEMATICS.sub(" ", talk.abstract_written)):
        for part in found[1].split(","):
            ends = [int(number) for number in re.split(r"\s*[–-]\s*", part.strip())]
            cited.update(range(ends[0], ends[-1] + 1))
    return cited - {0}


def _list(numbers: list[int]) -> str:
    shown = ", ".join(f"[{number}]" for number in numbers[:5])
    return f"{shown} and {len(numbers) - 5} more" if len(numbers) > 5 else shown


def wrong_figure(program: Program) -> Iterator[Finding]:
    """K074: the abstract speaks of a figure by a number that the talk does not have."""
    for talk in program.talks:
        named = {int(found[1]) for found in _FIGURE.finditer(talk.abstract_written)}
        missing = sorted(number for number in named if number > len(talk.figures))
        if missing:
            has = f"has {len(talk.figures)}" if talk.figures else "has none"
            message = f'talk "{talk.id}" speaks of figure {", ".join(map(str, missing[:5]))} and {has}'
            hint = "add it to figures:, or take the mention out"
            yield Finding(WRONG_FIGURE, message, talk.places.of("abstract"), hint, talk=talk.id)
