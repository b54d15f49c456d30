"""Rules about what talks say: too little, too much, placeholders."""

import re
from collections.abc import Iterator

from booklet.checking.wording import plural, shown
from booklet.codes import EXCESSIVE_ABSTRACT, PLACEHOLDER, SHORT_ABSTRACT
from booklet.finding import Finding
from booklet.model.program import Program
from booklet.model.rich_text import Line, plain
from booklet.place import Place

_IDEOGRAPH = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
_WORD = re.compile(rf"[{_IDEOGRAPH}]|[^\W_{_IDEOGRAPH}]+(?:['’-][^\W_]+)*")
_LATER = r"""(?:(?:to|will)\ (?:follow|come) | follows | missing | pending | not\ (?:yet\ )?(?:available|submitted|received)
    | goes\ here | to\ be\ (?:added|announced|confirmed|decided|determined|done|provided|written)(?:\ later)?
    | t\.?b\.?[acd]\.? | here | submitted | later | attached)"""
_PLACEHOLDER = re.compile(
    rf"""(?: (?:[^\W_]+\ )? t\.?b\.?[acd]\.? | untitled | placeholder | coming\ soon | x{{3,}} | \?+ | -+ | –+ | … | \.{{2,}}
        | to\ be\ (?:added|announced|confirmed|decided|determined|done|provided|written)(?:\ later)?
        | (?:the\ |no\ )? (?:abstract|title|text) \ {_LATER} | no\ (?:abstract|title|text)
        | (?:your|insert)\ .{{1,30}}\ here | (?:wird|folgt)\ (?:nachgereicht|noch) | todo\b.* | see\ attach.*
        ) \W*""",
    re.IGNORECASE | re.VERBOSE,
)
_ONLY_AS_TEXT = re.compile(r"(?:(?:the )?(?:abstract|title|text)|n\.?/?a\.?|none)\W*", re.IGNORECASE)
_LONGEST_PLACEHOLDER = 80


def abstract_length(program: Program) -> Iterator[Finding]:
    """K070, K071: an abstract with fewer or more words, as printed, than the organizers ask for; a formula is a word."""
    least, most = program.settings.least_words, program.settings.most_words
    for talk in program.talks if least or most else ():
        count = sum(_words(block.spans) for block in talk.abstract)
        place = talk.places.of("abstract")
        if talk.abstract and least and count < least:
            message = f'the abstract of talk "{talk.id}" has {plural(count, "word")}; {least} are the least'
            yield Finding(SHORT_ABSTRACT, message, place, "ask its author for more", talk=talk.id)
        if most and count > most:
            message = f'the abstract of talk "{talk.id}" has {plural(count, "word")}; {most} are the most'
            yield Finding(EXCESSIVE_ABSTRACT, message, place, "ask its author to shorten it", talk=talk.id)


def _words(line: Line) -> int:
    return len(_WORD.findall("".join("x" if span.formula else span.text for span in line)))


def placeholder(program: Program) -> Iterator[Finding]:
    """K072: a text that says that another will come."""
    for text, place, talk in _short_texts(program):
        stripped = " ".join(text.split()).strip("()[]<>*_ ")
        if stripped and _stands_for_another(stripped):
            hint = "write what is meant, or leave it out until it is known"
            yield Finding(PLACEHOLDER, f"{shown(stripped)} looks like a placeholder", place, hint, talk=talk)


def _stands_for_another(text: str) -> bool:
    if text.lower().startswith("lorem ipsum"):
        return True
    return len(text) <= _LONGEST_PLACEHOLDER and _PLACEHOLDER.fullmatch(text) is not None


def _short_texts(program: Program) -> Iterator[tuple[str, Place, str | None]]:
    """What may be a placeholder: of an abstract its first paragraph, as what follows may be a note on when it comes."""
    event = program.event
    for key, value in (("title", event.title), ("topic", event.topic), ("venue", event.venue)):
        yield value or "", event.places.of(key), None
    for session in program.sessions:
        yield plain(session.title), session.places.of("title"), None
        yield session.room or "", session.places.of("room"), None
        for item in session.items:
            if not item.talk:
                yield plain(item.title), item.places.of("title"), None
    for talk in program.talks:
        yield plain(talk.title), talk.places.of("title"), talk.id
        first = re.split(r"\n\s*\n", talk.abstract_written.strip(), maxsplit=1)[0]
        alone = _ONLY_AS_TEXT.fullmatch(talk.abstract_written.strip())
        yield "TBA" if alone else first, talk.places.of("abstract"), talk.id
        for index, text in enumerate(talk.affiliations):
            yield text, talk.places.of("affiliations", index), talk.id
        for index, line in enumerate(talk.references):
            yield plain(line), talk.places.of("references", index), talk.id
        yield plain(talk.funding), talk.places.of("funding"), talk.id
