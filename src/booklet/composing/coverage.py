"""Characters of the program that no font of the style has → findings that name them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import cache, partial
from itertools import chain
from typing import NamedTuple

from booklet.codes import NO_GLYPH
from booklet.composing.labels import load_labels
from booklet.composing.text import comma
from booklet.composing.times import printed_date, printed_time
from booklet.finding import Finding
from booklet.lettering.cuts import is_hidden
from booklet.lettering.letters import Letters
from booklet.model.program import Program
from booklet.model.rich_text import Line, RichText
from booklet.model.talk import Talk
from booklet.place import Place
from booklet.styling.script_names import described, script_name
from booklet.text_file import place_in

_NAMED = 5  # characters in one message
_EACH = 20  # fields that are named one by one; of a script that more of them have, it is said once
_HINT = (
    "`booklet fonts --add` copies a font of this computer that has it into the project; or write it in other letters"
)
_FIXED_SPACES = frozenset("\u00a0\u202f")

Text = tuple[str, Place, Talk | None]  # with where it stands


class Lack(NamedTuple):
    """Characters of one field of a record that no font has, in the order in which they first appear, and where the first
    stands, with the id of the talk whose file that is; or of the `own` words of the booklet, at the language that asks for
    them."""

    characters: str
    place: Place
    talk: str | None
    own: bool = False


class LacksOfProgram(NamedTuple):
    """What there is before and after the talks."""

    before: tuple[Lack, ...]
    after: tuple[Lack, ...]


def lacks(program: Program, letters: Letters) -> tuple[Lack, ...]:
    """Every field that holds characters without a glyph, and the words that the booklet itself prints."""
    before, after = lacks_of_program(program, letters)
    return (*before, *chain.from_iterable(lacks_of_talks(program.talks, letters)), *after)


def lacks_of_program(program: Program, letters: Letters) -> LacksOfProgram:
    """The fields of other records than talks, and the words that the booklet itself prints."""
    glyphs = _Glyphs(letters)
    before = tuple(glyphs.lacks(_texts_before_talks(program)))
    own = glyphs.unknown(_own_words(program), {None})
    place = program.event.places.of("language")
    after = tuple(glyphs.lacks(_texts_of_pages(program)))
    return LacksOfProgram((*([Lack(own, place, None, own=True)] if own else []), *before), after)


def lacks_of_talks(talks: Iterable[Talk], letters: Letters) -> Iterator[tuple[Lack, ...]]:
    """The fields of each talk."""
    glyphs = _Glyphs(letters)
    return (tuple(glyphs.lacks(_texts_of_talk(talk))) for talk in talks)


class _Glyphs:
    """What has glyphs, looked up once for each character."""

    def __init__(self, letters: Letters) -> None:
        self._has = cache(partial(_has, letters))
        self._fine: dict[str | None, set[str]] = defaultdict(set)  # by language, what was found to have glyphs

    def lacks(self, texts: Iterable[Text]) -> Iterator[Lack]:
        """The texts that have characters without a glyph."""
        for text, place, talk in texts:
            fine = self._fine[talk.language if talk else None]
            if fine.issuperset(text):
                continue
            # a title is also set in the language of the event
            unknown = self.unknown(text, {None, talk.language} if talk else {None})
            fine.update(set(text).difference(unknown))
            if unknown and talk and place == talk.places.of("abstract"):
                place = _in_abstract(talk, unknown[0])
            if unknown:
                yield Lack(unknown, place, talk.id if talk and place.file == talk.place.file else None)

    def unknown(self, text: str, languages: set[str | None]) -> str:
        """The characters without a glyph in one of the languages, each once."""
        return "".join(
            one for one in dict.fromkeys(text) if not all(self._has(one, language) for language in languages)
        )


def missing_characters(found: Sequence[Lack]) -> tuple[Finding, ...]:
    """One finding for every field of a record, at its place; where many lack letters of one script, which then needs a font,
    one for the script, at all their places."""
    scripts: dict[str, list[Lack]] = {}
    for lack in found:
        for script in dict.fromkeys(map(script_name, lack.characters)):
            scripts.setdefault(script, []).append(lack)
    many = {script for script, some in scripts.items() if len(some) > _EACH}
    wholly = (_of_script(script, some) for script, some in scripts.items() if script in many)
    rest = (_without(lack, many) for lack in found)
    return (*wholly, *dict.fromkeys(_finding(lack) for lack in rest if lack.characters))


def _without(lack: Lack, scripts: set[str]) -> Lack:
    """The lack without characters of these scripts."""
    if not scripts:
        return lack
    return lack._replace(characters="".join(one for one in lack.characters if script_name(one) not in scripts))


def _of_script(script: str, found: list[Lack]) -> Finding:
    """One finding for a script that many fields have."""
    characters = dict.fromkeys(one for lack in found for one in lack.characters if script_name(one) == script)
    shown = "".join(characters)[:_NAMED]
    what = "letter" if script else "sign"
    count = f"{len(characters)} {what}{'s' * (len(characters) > 1)}"
    of = f" of the script {script}" if script else ""
    message = (
        f'no font has {count}{of}, "{shown}" among them, in {len(found)} places; question marks are printed instead'
    )
    first, *others = (lack.place for lack in found)
    return Finding(NO_GLYPH, message, first, _HINT, tuple(others))


def _in_abstract(talk: Talk, character: str) -> Place:
    """Where a character of an abstract stands, as far as its author wrote it and not something else for it."""
    place = talk.places.of("abstract")
    at = talk.abstract_written.find(character)
    return place if at < 0 else place_in(talk.abstract_written, at, place.file, place.line)


def _has(letters: Letters, character: str, language: str | None) -> bool:
    return character in _FIXED_SPACES or is_hidden(character) or letters.has(character, language)


def _finding(lack: Lack) -> Finding:
    shown, others = lack.characters[:_NAMED], lack.characters[_NAMED:]
    scripts = dict.fromkeys(
        script for one in others if (script := script_name(one)) and script not in map(script_name, shown)
    )
    more = f" and {len(others)} more" + (f" ({', '.join(scripts)})" if scripts else "") if others else ""
    where = ", for the words that booklet itself prints" if lack.own else ""
    message = f'no font has "{shown}", {described(shown)}{more}{where}; a question mark is printed instead'
    return Finding(NO_GLYPH, message, lack.place, _HINT, talk=lack.talk)


def _texts_before_talks(program: Program) -> Iterator[Text]:
    event = program.event
    for key, value in (
        ("title", event.title), ("topic", event.topic), ("series", event.series),
        ("subtitle", event.subtitle), ("venue", event.venue), ("website", event.website),
    ):  # fmt: skip
        yield value or "", event.places.of(key), None
    for index, person in enumerate(event.organizers):
        yield f"{person.name}{person.affiliation or ''}", event.places.of("organizers", index), None
    for index, note in enumerate(event.notes):
        yield note, event.places.of("notes", index), None
    for region in event.regions:
        yield (
            region.name + "".join(city.label for city in region.cities),
            event.places.of("time-zones", region.name),
            None,
        )
    yield from _texts_of_people(program)
    yield from _texts_of_sessions(program)


def _texts_of_pages(program: Program) -> Iterator[Text]:
    for page in program.pages:
        words = "".join(f"{one.name}{one.role or ''}" for one in page.signatures)
        yield _letters(page.title) + words, page.places.of("title"), None
        yield _rich_letters(page.text), page.places.of("text"), None
        for figure in page.figures:
            yield _letters(figure.caption), figure.places.of("caption"), None


def _texts_of_sessions(program: Program) -> Iterator[Text]:
    """Sessions, items, rooms and tracks."""
    for session in program.sessions:
        words = _letters(session.title) + (session.room or "") + "".join(session.chairs)
        yield words + (session.track or "") + (session.note or ""), session.places.record, None
        for item in session.items:
            if item.talk is None:
                yield _letters(item.title), item.places.record, None
    for room in program.rooms:
        yield f"{room.building or ''}{room.note or ''}", room.place or program.event.places.record, None
    for track in program.tracks:
        yield track.short or "", track.place or program.event.places.record, None


def _texts_of_people(program: Program) -> Iterator[Text]:
    """Committees, sponsors, biographies, participants."""
    event = program.event
    for committee in event.committees:
        words = "".join(f"{one.name}{one.affiliation or ''}{one.office or ''}" for one in committee.members)
        yield committee.role + words, event.places.of("committees", committee.role), None
    for tier in event.sponsors:
        words = "".join(f"{one.name}{one.website or ''}" for one in tier.sponsors)
        yield tier.name + words, event.places.of("sponsors", tier.name), None
    for person in program.people:
        yield _letters(person.biography), person.place, None
    for participant in program.participants:
        yield participant.name + (participant.affiliation or ""), participant.place, None


def _texts_of_talk(talk: Talk) -> Iterator[Text]:
    places = talk.places
    yield _letters(talk.title), places.of("title"), talk
    for index, author in enumerate(talk.authors):
        yield author.name, places.of("authors", index, "name"), talk
    for number, affiliation in enumerate(talk.affiliations):
        yield affiliation, places.of("affiliations", number), talk
    yield _rich_letters(talk.abstract), places.of("abstract"), talk
    for key, text in (("track", talk.track), ("board", talk.board), ("short-title", talk.short_title)):
        yield text or "", places.of(key), talk
    if talk.translation:
        words = _letters(talk.translation.title) + _rich_letters(talk.translation.abstract)
        yield words, places.of("translation"), talk
    for key, lines in (("keywords", talk.keywords), ("references", tuple(map(_letters, talk.references)))):
        for index, line in enumerate(lines):
            yield line, places.of(key, index), talk
    for figure in talk.figures:
        yield _letters(figure.caption), figure.places.of("caption"), talk
    yield _letters(talk.funding), places.of("funding"), talk
    for index, link in enumerate(talk.links):
        yield link.label + link.address, places.of("links", index), talk


def _own_words(program: Program) -> str:
    """All words that the booklet may print of itself in the language of the event, among them the days of the sessions."""
    language = program.event.language
    days = "".join(printed_date(session.date, language) for session in program.sessions)
    halves = "".join(printed_time(datetime(2000, 1, 1, hour), 12, language) for hour in (6, 18))  # noqa: DTZ001
    return load_labels(language).texts() + comma(language) + days + halves * (program.event.clock == 12)


def _rich_letters(text: RichText) -> str:
    return "".join(block.marker + _letters(block.spans) for block in text)


def _letters(line: Line) -> str:
    """The characters that text faces have to show: formulas have a font of their own."""
    return "".join(span.text for span in line if not span.formula)
