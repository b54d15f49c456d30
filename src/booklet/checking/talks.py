"""Rules about talks: whether each is in the program once and has what a reader expects."""

from collections import Counter
from collections.abc import Iterator, Sequence

from booklet.checking.at_once import at_once
from booklet.checking.wording import listed, shown
from booklet.codes import (
    DUPLICATE_TITLE,
    KEYNOTE_ALONE,
    NO_ABSTRACT,
    NO_AFFILIATION,
    NO_AUTHORS,
    NO_PRESENTER,
    SAME_BOARD,
    TALK_AGAIN,
    TALK_TWICE,
    UNSCHEDULED_TALK,
)
from booklet.finding import Code, Finding
from booklet.model.bare_letters import bare_letters
from booklet.model.program import Program
from booklet.model.rich_text import plain
from booklet.model.talk import Talk
from booklet.place import Place

_EACH = 10  # talks that are named one by one; what more of them lack is said once
_MOST = 0.8  # share of all talks, from which it is the way of the house and not a slip
_SHORT = 2  # words of a title that tells nothing: Welcome, Lightning talks


def unscheduled_talk(program: Program) -> Iterator[Finding]:
    """K005: a talk that no session names; it stands among the abstracts only. Where there is no program, K030 says so. Of a
    poster with a board the list of posters says where it is."""
    items = [item for session in program.sessions for item in session.items]
    scheduled = {item.talk.id for item in items if item.talk}
    loose = [talk for talk in program.talks if talk.id not in scheduled and _needs_a_session(talk)]
    if not items:
        return
    titled = {bare_letters(plain(item.title)): plain(item.title) for item in items if not item.talk}
    free = [plain(item.title) for item in items if not item.talk and item.questions]
    found = []
    for talk in loose:
        hint = f"add it to a session of content/program.yaml: talk: {talk.id}"
        instead = titled.get(bare_letters(plain(talk.title)))
        if instead:
            hint += f", instead of title: {shown(instead)}"
        elif len(free) == len(loose) == 1:
            hint += f", perhaps instead of {shown(free[0])}, which is no talk and has time for questions"
        message = f'talk "{talk.id}" is in no session'
        found.append(Finding(UNSCHEDULED_TALK, message, talk.place, hint, talk=talk.id))
    names = listed([f'"{talk.id}"' for talk in loose])
    message, hint = f"{len(loose)} talks are in no session: {names}", "add them to content/program.yaml: talk: ID"
    yield from at_once(found, _EACH, message, hint)


def _needs_a_session(talk: Talk) -> bool:
    return talk.status != "cancelled" and not (talk.kind == "poster" and talk.board)


def same_board(program: Program) -> Iterator[Finding]:
    """K008: two posters hang on one board in the same sessions."""
    slots = program.slots()
    first: dict[tuple[str, tuple[str, ...]], Talk] = {}
    for talk in _held(program):
        if not talk.board:
            continue
        sessions = tuple(sorted({slot.session.id for slot in slots.get(talk.id, ())}))
        other = first.setdefault((talk.board.casefold(), sessions), talk)
        if other is not talk:
            message = f'talks "{other.id}" and "{talk.id}" both have the board {shown(talk.board)}'
            also = (other.places.of("board"),)
            yield Finding(SAME_BOARD, message, talk.places.of("board"), "give one of them another", also, talk=talk.id)


def keynote_alone(program: Program) -> Iterator[Finding]:
    """K009: a session of kind keynote whose talks are all of another kind, so that none has a page of its own."""
    for session in program.sessions:
        talks = [item.talk for item in session.items if item.talk]
        if session.kind == "keynote" and talks and all(talk.kind != "keynote" for talk in talks):
            message = f'session "{session.id}" is a keynote, and talk "{talks[0].id}" is not'
            hint = "write kind: keynote in the file of the talk, so that it has a page with portrait and biography"
            yield Finding(KEYNOTE_ALONE, message, talks[0].place, hint, (session.places.of("kind"),), talk=talks[0].id)


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
    """K007: several sessions name a talk. Where most talks are given again, the event means it so, and it is said once."""
    named: dict[str, list[Place]] = {}
    for session in program.sessions:
        for talk_id, item in {item.talk.id: item for item in session.items if item.talk}.items():
            named.setdefault(talk_id, []).append(item.places.of("talk"))
    again = {talk_id: places for talk_id, places in named.items() if len(places) > 1}
    found = [
        Finding(
            TALK_AGAIN, f'talk "{talk_id}" is given in {len(places)} sessions', places[1],
            "if it is given once, take it out of the others", (places[0], *places[2:]), talk=talk_id,
        )
        for talk_id, places in again.items()
    ]  # fmt: skip
    message = f"{len(again)} of {len(named)} talks are given in several sessions"
    yield from at_once(found, _EACH, message, "if they are given once, take them out of the others")


def duplicate_title(program: Program) -> Iterator[Finding]:
    """K010: two talks have one title, capitals and punctuation apart. Titles of a word or two may be those of several."""
    first: dict[str, Talk] = {}
    for talk in program.talks:
        key = bare_letters(plain(talk.title))
        other = first.setdefault(key, talk)
        if other is talk or not key:
            continue
        same = {author.name for author in talk.authors} & {author.name for author in other.authors}
        if same or len(plain(talk.title).split()) > _SHORT:
            message = f'talks "{other.id}" and "{talk.id}" have the same title'
            hint = "check which one it belongs to"
            if same:
                hint = f'if it is one talk, name "{other.id}" wherever it is given, and take the other file out'
            also = (other.places.of("title"),)
            yield Finding(DUPLICATE_TITLE, message, talk.places.of("title"), hint, also, talk=talk.id)


def no_abstract(program: Program) -> Iterator[Finding]:
    """K020: a talk without abstract."""
    found = [
        _lacking(
            NO_ABSTRACT, f'talk "{talk.id}" has no abstract', talk, 'write it below the second line "---" of the file'
        )
        for talk in _held(program)
        if not talk.has_abstract
    ]
    yield from _lacked(found, program, "have no abstract")


def no_authors(program: Program) -> Iterator[Finding]:
    """K021: a talk without authors."""
    found = [
        _lacking(NO_AUTHORS, f'talk "{talk.id}" has no authors', talk, "add authors")
        for talk in _held(program)
        if not talk.authors
    ]
    yield from _lacked(found, program, "have no authors")


def no_presenter(program: Program) -> Iterator[Finding]:
    """K023: a talk of several authors of whom none is said to present it."""
    found = [
        Finding(
            NO_PRESENTER, f'no author of talk "{talk.id}" is marked as presenting', talk.places.of("authors"),
            "add presenting: true to one", talk=talk.id,
        )
        for talk in _held(program)
        if len(talk.authors) > 1 and not talk.presenters
    ]  # fmt: skip
    yield from _lacked(found, program, "have several authors and none that is marked as presenting")


def no_affiliation(program: Program) -> Iterator[Finding]:
    """K024: authors without affiliation; one note a talk."""
    found = []
    for talk in _held(program):
        without = [index for index, author in enumerate(talk.authors) if not author.affiliations]
        if without:
            names = listed([f'"{talk.authors[index].name}"' for index in without], most=3)
            place = talk.places.of("authors", without[0])
            found.append(Finding(NO_AFFILIATION, f"{names}: no affiliation", place, "add affiliations", talk=talk.id))
    yield from _lacked(found, program, "have authors without affiliation")


def _held(program: Program) -> Iterator[Talk]:
    """Talks that take place; of one that is called off nobody needs anything."""
    return (talk for talk in program.talks if talk.status != "cancelled")


def _lacking(code: Code, message: str, talk: Talk, hint: str) -> Finding:
    return Finding(code, message, talk.place, hint, talk=talk.id)


def _lacked(found: Sequence[Finding], program: Program, lack: str) -> Iterator[Finding]:
    """The findings; or one for all, where most talks of many lack the same."""
    message = f"{len(found)} of {len(program.talks)} talks {lack}"
    hint = "if that is meant, accept it in content/booklet.yaml; --format json names each place"
    yield from at_once(found, max(_EACH, _MOST * len(program.talks)), message, hint)
