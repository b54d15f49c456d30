"""Rules about slips that every reader sees and no author: words written twice, references never resolved, shouting titles."""

import re
from collections.abc import Iterator
from operator import eq

from booklet.checking.wording import shown
from booklet.codes import SLIP
from booklet.finding import Finding
from booklet.model.bare_letters import ASCII_WORDS
from booklet.model.program import Program
from booklet.model.rich_text import plain
from booklet.model.talk import Talk
from booklet.text_file import place_in

# Small words only: "had had" and "that that" are English.
_TWICE = re.compile(
    r"\b(?=\w{1,3}\s)(a|an|and|at|by|for|from|in|is|of|on|the|to|we|with|der|die|das|und|ist|mit|von|le|la|les|et|de|des|que|el|los)\s+\1\b",
    re.IGNORECASE,
)
_LETTERS_AS_WELL = "ſİı"  # that are s or i where capitals do not count
_SMALL_LETTER = re.compile("[a-z]")
_UNRESOLVED = re.compile(r"\[\?\]|\(\?\)|(?<!\?)\?\?(?!\?)")
_FULL_STOP = re.compile(r"[^\W\d_]{4,}\.\Z")
_SHOUTED = 15  # letters


def slips(program: Program) -> Iterator[Finding]:
    """K077: a small word twice, a reference that LaTeX did not find, a title in capitals or with a full stop."""
    for talk in program.talks:
        yield from _in_title(talk)
        text, start = talk.abstract_written, talk.places.of("abstract")
        for may_be, form, hint in (
            (_may_be_twice(text), _TWICE, "take one out"),
            ("?" in text, _UNRESOLVED, "write the number that was meant"),
        ):
            for found in form.finditer(text) if may_be else ():
                place = place_in(text, found.start(), start.file, start.line, len(found[0].split("\n")[0]))
                what = " ".join(found[0].split())
                yield Finding(SLIP, f"{shown(what)} looks like a slip", place, hint, talk=talk.id)


def _in_title(talk: Talk) -> Iterator[Finding]:
    title, place = plain(talk.title), talk.places.of("title")
    if _FULL_STOP.search(title):
        yield Finding(SLIP, f"the title {shown(title)} ends with a full stop", place, "take it out", talk=talk.id)
    capitals = 0 if _SMALL_LETTER.search(title) else sum(map(str.isupper, title))
    if capitals >= _SHOUTED and capitals == sum(map(str.isalpha, title)):  # ideographs are neither
        hint = "write it as others write theirs"
        yield Finding(SLIP, f"the title {shown(title)} is in capitals", place, hint, talk=talk.id)
    if _may_be_twice(title) and (found := _TWICE.search(title)):
        yield Finding(SLIP, f"{shown(found[0])} in the title looks like a slip", place, "take one out", talk=talk.id)


def _may_be_twice(text: str) -> bool:
    """A quick answer for nearly all texts: whether anything stands twice in a row, whatever signs stand between."""
    words = text.encode("ascii", "replace").translate(ASCII_WORDS).split()
    return any(map(eq, words, words[1:])) or any(letter in text for letter in _LETTERS_AS_WELL)
