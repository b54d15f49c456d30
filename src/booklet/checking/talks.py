"""Rules about talks: whether each is in the program once and has what a reader expects."""

import unicodedata
from collections import Counter
from collections.abc import Iterator

from booklet.codes import (
    DUPLICATE_TITLE,
    NO_ABSTRACT,
    NO_AFFILIATION,
    NO_AUTHORS,
    NO_PRESENTER,
    TALK_AGAIN,
    TALK_TWICE,
    UNSCHEDULED_TALK,
)
from booklet.finding import Finding
from booklet.model.program import Program
from booklet.model.rich_text import plain
from booklet.model.talk import Talk
from booklet.place import Place


def unscheduled_talk(program: Program) -> Iterator[Finding]:
    """K005: a talk that no session names; it stands among the abstracts only."""
    scheduled = {item.talk.id for session in program.sessions for item in session.items if item.talk}
    for talk in program.talks:
        if talk.id not in scheduled:
            free = [item for session in program.sessions for item in session.items if not item.talk and item.questions]
            hint = f"add it to a session of content/program.yaml: talk: {talk.id}"
            if free:
                hint += (
                    f', perhaps instead of "{plain(free[0].title)[:60]}", which is no talk and has time for questions'
                )
            yield Finding(UNSCHEDULED_TALK, f'talk "{talk.id}" is in no session', talk.place, hint, talk=talk.id)


def talk_twice(program: Program) -> Iterator[Finding]:
    """K006: a session names a talk more than once."""
    for session in program.sessions:
        counts = Counter(item.talk.id for item in session.items if item.talk)
        for talk_id, count in counts.items():
            if count > 1:
                places = [item.places.of("talk") for item in session.items if item.talk and item.talk.id == talk_id]
                message = f'talk "{talk_id}" is given {count} times in session "{session.id}"'
                yield Finding(TALK_TWICE, message, places[1], "take one out", (places[0], *places[2:]), talk=talk_id)


def talk_again(program: Program) -> Iterator[Finding]:
    """K007: several sessions name a talk."""
    named: dict[str, list[Place]] = {}
    for session in program.sessions:
        for talk_id, item in {item.talk.id: item for item in session.items if item.talk}.items():
            named.setdefault(talk_id, []).append(item.places.of("talk"))
    for talk_id, places in named.items():
        if len(places) > 1:
            message = f'talk "{talk_id}" is given in {len(places)} sessions'
            hint = "if it is given once, take it out of the others"
            yield Finding(TALK_AGAIN, message, places[1], hint, (places[0], *places[2:]), talk=talk_id)


def duplicate_title(program: Program) -> Iterator[Finding]:
    """K010: two talks have one title, capitals and punctuation apart."""
    first: dict[str, Talk] = {}
    for talk in program.talks:
        key = _letters(plain(talk.title))
        other = first.setdefault(key, talk)
        if other is not talk and key:
            message = f'talks "{other.id}" and "{talk.id}" have the same title'
            also = (other.places.of("title"),)
            yield Finding(
                DUPLICATE_TITLE, message, talk.places.of("title"), "check which one it belongs to", also, talk=talk.id
            )


def no_abstract(program: Program) -> Iterator[Finding]:
    """K020: a talk without abstract; of one that is called off nobody needs it."""
    for talk in program.talks:
        if not talk.abstract and talk.status != "cancelled":
            hint = 'write it below the second line "---" of the file'
            yield Finding(NO_ABSTRACT, f'talk "{talk.id}" has no abstract', talk.place, hint, talk=talk.id)


def no_authors(program: Program) -> Iterator[Finding]:
    """K021: a talk without authors."""
    for talk in program.talks:
        if not talk.authors:
            yield Finding(NO_AUTHORS, f'talk "{talk.id}" has no authors', talk.place, "add authors", talk=talk.id)


def no_presenter(program: Program) -> Iterator[Finding]:
    """K023: a talk of several authors of whom none is said to present it."""
    for talk in program.talks:
        if len(talk.authors) > 1 and not talk.presenters:
            place = talk.places.of("authors")
            message = f'no author of talk "{talk.id}" is marked as presenting'
            yield Finding(NO_PRESENTER, message, place, "add presenting: true to one", talk=talk.id)


def no_affiliation(program: Program) -> Iterator[Finding]:
    """K024: authors without affiliation; one note a talk."""
    for talk in program.talks:
        without = [index for index, author in enumerate(talk.authors) if not author.affiliations]
        if without:
            names = ", ".join(f'"{talk.authors[index].name}"' for index in without[:3])
            more = f" and {len(without) - 3} more" if len(without) > 3 else ""
            place = talk.places.of("authors", without[0])
            yield Finding(NO_AFFILIATION, f"{names}{more}: no affiliation", place, "add affiliations", talk=talk.id)


def _letters(text: str) -> str:
    """Letters and digits only, without capitals and accents."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in folded if character.isalnum())
