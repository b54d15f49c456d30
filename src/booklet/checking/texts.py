"""Rules about what talks say: too little, too much, placeholders."""

import re
from collections.abc import Iterable, Iterator

from booklet.checking.short_texts import Text, short_texts
from booklet.checking.wording import plural, shown
from booklet.codes import EXCESSIVE_ABSTRACT, PLACEHOLDER, SHORT_ABSTRACT
from booklet.finding import Finding
from booklet.model.program import Program
from booklet.model.rich_text import Line, plain
from booklet.place import Place

_IDEOGRAPH = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
_WORD = rf"[{_IDEOGRAPH}]|[^\W_{_IDEOGRAPH}]+(?:['’-][^\W_]+)*"
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
_AROUND = "()[]<>*_ "


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
    return len(re.findall(_WORD, "".join("x" if span.formula else span.text for span in line)))


def placeholder(program: Program) -> Iterator[Finding]:
    """K072: a title or another short text that says that another will come."""
    yield from _placeholders(_short_texts(program))


def placeholder_for_text(program: Program) -> Iterator[Finding]:
    """K072: the same of what talks say: abstracts, references, funding."""
    yield from _placeholders(_long_texts(program))
    for one in program.talks:
        if _ONLY_AS_TEXT.fullmatch(one.abstract_written.strip()):
            yield _placeholder(one.abstract_written.strip(), one.places.of("abstract"), one.id)


def _placeholders(texts: Iterable[Text]) -> Iterator[Finding]:
    for text, place, talk in texts:
        stripped = _stripped(text)
        if stripped and _stands_for_another(stripped):
            yield _placeholder(stripped, place, talk)


def _stripped(text: str) -> str:
    """The text on one line, without brackets and the like around it; of a long one no more than tells that it is long."""
    words = text.split(maxsplit=_LONGEST_PLACEHOLDER)
    begin = " ".join(words[:_LONGEST_PLACEHOLDER]).strip(_AROUND)
    is_enough = len(words) <= _LONGEST_PLACEHOLDER or len(begin) > _LONGEST_PLACEHOLDER
    return begin if is_enough else " ".join(text.split()).strip(_AROUND)


def _placeholder(text: str, place: Place, talk: str | None) -> Finding:
    hint = "write what is meant, or leave it out until it is known"
    return Finding(PLACEHOLDER, f"{shown(text)} looks like a placeholder", place, hint, talk=talk)


def _stands_for_another(text: str) -> bool:
    if text.lower().startswith("lorem ipsum"):
        return True
    return len(text) <= _LONGEST_PLACEHOLDER and _PLACEHOLDER.fullmatch(text) is not None


def _short_texts(program: Program) -> Iterator[Text]:
    event = program.event
    for key, value in (("title", event.title), ("topic", event.topic), ("venue", event.venue)):
        yield value or "", event.places.of(key), None
    yield from short_texts(program)


def _long_texts(program: Program) -> Iterator[Text]:
    """What may be a placeholder: of an abstract its first paragraph, as what follows may be a note on when it comes."""
    for talk in program.talks:
        first = re.split(r"\n\s*\n", talk.abstract_written.strip(), maxsplit=1)[0]
        yield first, talk.places.of("abstract"), talk.id
        for index, line in enumerate(talk.references):
            yield plain(line), talk.places.of("references", index), talk.id
        yield plain(talk.funding), talk.places.of("funding"), talk.id
