"""A program and what its booklet says when it is read out → sentences on what got lost on the way.

The texts of the content are looked for in the text of the file, which went through composing, lettering and the writer: so a
line that was dropped, doubled over another or made decoration by mistake is found whoever did it.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from booklet.composing.authors_form import named_in_head, names_key
from booklet.composing.program_form import list_form
from booklet.composing.sections.talks.abstracts import talk_key
from booklet.model.program import Program
from booklet.model.rich_text import Line
from booklet.model.talk import Talk
from booklet.proofing.texts_of_parts import Row, texts_of_parts
from booklet.typesetting.digest import digest

_SOFT_HYPHEN = "\u00ad"
_INSTEAD = "\ufffd?"  # what is printed for characters that no font has


# Sections that together name everything that happens.
_OF_THE_PROGRAM = ("program", "posters")


class Wanted(NamedTuple):
    """What the parts of a booklet have to say, by the names of their destinations: talks, talks whose names stand apart, rows
    of other texts; `present` are the names that the booklet has, `unknown` the characters that no font has."""

    talks: dict[str, Talk]
    names: dict[str, Talk]
    others: dict[str, list[Row]]
    present: frozenset[str]
    unknown: str


class LossesOfPart(NamedTuple):
    """One sentence for each destination in a part whose texts it does not say; and what it says of the program, if it is a
    part of that."""

    faults: tuple[str, ...]
    program: str


def wanted_texts(program: Program, places: Sequence[tuple[str, ...]], unknown: str) -> Wanted:
    """What is wanted of all parts; `places` are the names of the destinations in each."""
    return Wanted(
        talks={talk_key(talk): talk for talk in program.talks},
        names={names_key(talk): talk for talk in program.talks},
        others=texts_of_parts(program),
        present=frozenset(name for names in places for name in names),
        unknown=unknown,
    )


def lost_texts(
    program: Program, wanted: Wanted, places: Sequence[tuple[str, ...]], parts: Sequence[LossesOfPart]
) -> tuple[str, ...]:
    """One sentence for every talk and part, and for the program, whose texts are not there. `places` are the names of the
    destinations in each of the `parts` of the file, its own before those inside it."""
    if len(parts) != len(places):
        return (f"the file has {len(parts)} parts instead of {len(places)}",)
    faults = [fault for part in parts for fault in part.faults]
    if any(names[0].startswith("program") for names in places):
        said = [part.program for names, part in zip(places, parts, strict=True) if _is_of_the_program(names)]
        faults += _lost_in_program(program, said, wanted.unknown)
    return tuple(faults)


def lost_in_part(wanted: Wanted, names: tuple[str, ...], part: str) -> LossesOfPart:
    """What of the texts that belong to the `names` in a part is not in what it says."""
    said = _Reader(part, wanted.unknown)
    faults = []
    for name in names:
        missing = said.missing(_rows_of(wanted, name))
        if missing is not None:
            faults.append(f'"{name}" does not say "{missing[:60]}"')
    return LossesOfPart(tuple(faults), part if _is_of_the_program(names) else "")


def facts_of(wanted: Wanted, names: tuple[str, ...]) -> bytes:
    """A digest of all that the texts that belong to the `names` in a part are made of, and of what is not printed of them."""
    facts = [(name, *_owners(wanted, name), wanted.others.get(name)) for name in names]
    return digest(wanted.unknown, facts)


def _owners(wanted: Wanted, name: str) -> tuple[Talk | None, bool, Talk | None]:
    """The talk whose page a name is, whether all its names follow on a page of their own, and the talk whose such page it
    is."""
    talk = wanted.talks.get(name)
    return talk, talk is not None and names_key(talk) in wanted.present, wanted.names.get(name)


def _rows_of(wanted: Wanted, name: str) -> Iterator[list[str]]:
    """Rows of texts that follow each other where a destination has this name."""
    if name in wanted.talks:
        talk = wanted.talks[name]
        yield from _texts_of_talk(talk, names_follow=names_key(talk) in wanted.present)
    elif name in wanted.names:
        yield _all_names(wanted.names[name])
    for row in wanted.others.get(name, ()):
        yield [text for one in row for text in _plain(one)]


def _is_of_the_program(names: tuple[str, ...]) -> bool:
    return bool(names) and names[0].startswith(_OF_THE_PROGRAM)


def _lost_in_program(program: Program, parts: list[str], unknown: str) -> Iterator[str]:
    missing = _missing_title(_titles(program), parts, unknown, in_order=list_form(program) == "table")
    if missing is not None:
        yield f'"program" does not say "{missing[:60]}"'


def _missing_title(titles: list[str], parts: list[str], unknown: str, *, in_order: bool) -> str | None:
    """The first title that the program does not say, at all or in order."""
    if in_order and len(parts) == 1:
        return _Reader(parts[0], unknown).missing([titles])
    said = _Reader(" ".join(parts), unknown)
    return next((missing for title in titles if (missing := said.missing([[title]])) is not None), None)


def _texts_of_talk(talk: Talk, *, names_follow: bool) -> Iterator[list[str]]:
    """Rows of texts that follow each other on the page of a talk. Where all its names follow on a page of their own, it has
    some of them and no affiliations."""
    some = [talk.authors[index].name for index in named_in_head(talk)]
    yield [*_plain(talk.title), *(some if names_follow else _all_names(talk))]
    yield [text for block in talk.abstract for text in _plain(block.spans)]
    if talk.translation:
        yield _plain(talk.translation.title)
        yield [text for block in talk.translation.abstract for text in _plain(block.spans)]
    yield [text for figure in talk.figures if figure.picture for text in _plain(figure.caption)]
    yield [text for reference in talk.references for text in _plain(reference)]
    yield _plain(talk.funding)


def _all_names(talk: Talk) -> list[str]:
    """All authors, then all affiliations."""
    return [*(author.name for author in talk.authors), *talk.affiliations]


def _titles(program: Program) -> list[str]:
    """What the program names, in its order. A list by time does not name the sessions that hold its items."""
    form = list_form(program)
    if form == "none":
        return []
    return [
        text
        for session in program.sessions
        for line in (
            *(() if form == "time" and session.timed and session.items else (session.title,)),
            *(item.title if item.talk is None else item.talk.title for item in session.items),
        )
        for text in ([line] if isinstance(line, str) else _plain(line))
    ]


def _plain(line: Line) -> list[str]:
    """The stretches of a line between its formulas, which are read out in other words than they are written in."""
    plain = [span.text for span in line if not span.formula]
    if plain and len(plain) == len(line):
        return ["".join(plain)]
    return [
        "".join(span.text for span in spans)
        for formula, spans in groupby(line, lambda s: bool(s.formula))
        if not formula
    ]


class _Reader:
    """A text in which others are looked for, at first from where those of the talk before began: most stand in their order,
    and a part may hold thousands of talks."""

    def __init__(self, text: str, unknown: str) -> None:
        self._text = _bare(text, unknown)
        self._unknown = unknown
        self._at = 0

    def missing(self, rows: Iterable[list[str]]) -> str | None:
        """The first text of any row that is not found behind those before it in the row."""
        for number, row in enumerate(rows):
            start, missing = self._found(row, self._at)
            if missing is not None and self._at:
                start, missing = self._found(row, 0)
            if missing is not None:
                return missing
            if number == 0:
                self._at = start
        return None

    def _found(self, texts: list[str], at: int) -> tuple[int, str | None]:
        """Where the first of some texts begins that are found one after another; and which is not found. Most stand there
        as they were written."""
        first = None
        for text in texts:
            wanted = text
            found = self._text.find(wanted, at)
            if found < 0:
                wanted = self._wanted(text)
                found = self._text.find(wanted, at)
            if found < 0:
                return 0, wanted
            first = found if first is None else first
            at = found + len(wanted)
        return first or 0, None

    def _wanted(self, text: str) -> str:
        """What is looked for: a text without marks at its beginning, which go with the last sign of a formula."""
        wanted = _bare(text, self._unknown)
        while wanted and unicodedata.combining(wanted[0]):
            wanted = wanted[1:]
        return wanted


@lru_cache(maxsize=1)
def _as_printed(unknown: str) -> dict[int, str]:
    """What is printed for each of the characters that no font has."""
    return dict.fromkeys(map(ord, unknown + _INSTEAD), "?")


def _bare(text: str, unknown: str) -> str:
    """A text without what layout may change: kinds of spaces, superior and presentation forms, hidden characters."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).replace(_SOFT_HYPHEN, "")
    if unknown:
        text = text.translate(_as_printed(unknown))
    text = " ".join(text.split())
    if text.isprintable():
        return text
    for hidden in [character for character in set(text) if unicodedata.category(character) == "Cf"]:
        text = text.replace(hidden, "")
    return " ".join(text.split())
