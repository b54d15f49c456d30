"""A program and what its booklet says when it is read out → sentences on what got lost on the way.

The texts of the content are looked for in the text of the file, which went through composing, lettering and the writer: so a
line that was dropped, doubled over another or made decoration by mistake is found whoever did it.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, groupby

from booklet.composing.authors_form import named_in_head, names_key
from booklet.composing.program_form import list_form
from booklet.composing.sections.talks.abstracts import talk_key
from booklet.model.program import Program
from booklet.model.rich_text import Line
from booklet.model.talk import Talk
from booklet.proofing.texts_of_parts import texts_of_parts

_INSTEAD = "\ufffd?"  # what is printed for characters that no font has


# Sections that together name everything that happens.
_OF_THE_PROGRAM = ("program", "posters")


def lost_texts(
    program: Program, places: tuple[tuple[str, ...], ...], parts: tuple[str, ...], unknown: str
) -> tuple[str, ...]:
    """One sentence for every talk and part, and for the program, whose texts are not there. `places` are the names of the
    destinations in each of the `parts` of the file, its own before those inside it; `unknown` are the characters that no font
    has."""
    if len(places) != len(parts):
        return (f"the file has {len(parts)} parts instead of {len(places)}",)
    talks = {talk_key(talk): talk for talk in program.talks}
    names_of = {names_key(talk): talk for talk in program.talks}
    others = texts_of_parts(program)
    present = frozenset(name for names in places for name in names)
    faults = []
    program_parts: list[str] = []
    for names, part in zip(places, parts, strict=True):
        said = _Reader(_bare(part, unknown), unknown)
        if names[0].startswith(_OF_THE_PROGRAM):
            program_parts.append(said.text)
        for name in names:
            rows: Iterator[list[str]] = iter(())
            if name in talks:
                rows = _texts_of_talk(talks[name], names_follow=names_key(talks[name]) in present)
            elif name in names_of:
                rows = iter([_all_names(names_of[name])])
            more = ([text for one in row for text in _plain(one)] for row in others.get(name, ()))
            missing = said.missing(chain(rows, more))
            if missing is not None:
                faults.append(f'"{name}" does not say "{missing[:60]}"')
    if any(names[0].startswith("program") for names in places):
        in_order = list_form(program) == "table"
        missing = _missing_title(_titles(program), program_parts, unknown, in_order=in_order)
        if missing is not None:
            faults.append(f'"program" does not say "{missing[:60]}"')
    return tuple(faults)


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
    return [
        "".join(span.text for span in spans)
        for formula, spans in groupby(line, lambda s: bool(s.formula))
        if not formula
    ]


class _Reader:
    """A text in which others are looked for, at first from where those of the talk before began: most stand in their order,
    and a part may hold thousands of talks."""

    def __init__(self, text: str, unknown: str) -> None:
        self.text = text
        self._unknown = unknown
        self._at = 0

    def missing(self, rows: Iterable[list[str]]) -> str | None:
        """The first text of any row that is not found behind those before it in the row."""
        for number, row in enumerate(rows):
            wanted = [self._wanted(text) for text in row]
            start, missing = self._found(wanted, self._at)
            if missing is not None and self._at:
                start, missing = self._found(wanted, 0)
            if missing is not None:
                return missing
            if number == 0:
                self._at = start
        return None

    def _wanted(self, text: str) -> str:
        """What is looked for: a text without marks at its beginning, which go with the last sign of a formula."""
        wanted = _bare(text, self._unknown)
        while wanted and unicodedata.combining(wanted[0]):
            wanted = wanted[1:]
        return wanted

    def _found(self, texts: list[str], at: int) -> tuple[int, str | None]:
        """Where the first of some texts begins that are found one after another; and which is not found."""
        first = None
        for text in texts:
            found = self.text.find(text, at)
            if found < 0:
                return 0, text
            first = found if first is None else first
            at = found + len(text)
        return first or 0, None


@lru_cache(maxsize=1)
def _as_printed(unknown: str) -> dict[int, str]:
    """What is printed for each of the characters that no font has."""
    return dict.fromkeys(map(ord, unknown + _INSTEAD), "?")


def _bare(text: str, unknown: str) -> str:
    """A text without what layout may change: kinds of spaces, superior and presentation forms, hidden characters."""
    text = unicodedata.normalize("NFKC", text)
    if unknown:
        text = text.translate(_as_printed(unknown))
    if not text.isascii():
        for hidden in [character for character in set(text) if unicodedata.category(character) == "Cf"]:
            text = text.replace(hidden, "")
    return " ".join(text.split())
