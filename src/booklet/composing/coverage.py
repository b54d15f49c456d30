"""Characters of the program that no font of the style has → findings that name them."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from functools import cache, partial
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


class Lack(NamedTuple):
    """Characters of one field of a record that no font has, in the order in which they first appear, and where the first
    stands; or of the `own` words of the booklet, at the language that asks for them."""

    characters: str
    place: Place
    talk: Talk | None
    own: bool = False


def lacks(program: Program, letters: Letters) -> tuple[Lack, ...]:
    """Every field that holds characters without a glyph, and the words that the booklet itself prints."""
    has = cache(partial(_has, letters))
    covered: dict[str | None, set[str]] = defaultdict(set)  # by language, what was found to have glyphs
    found = []
    for text, place, talk in _texts(program):
        languages = {None, talk.language} if talk else {None}  # a title is also set in the language of the event
        fine = covered[talk.language if talk else None]
        if fine.issuperset(text):
            continue
        unknown = [one for one in dict.fromkeys(text) if not all(has(one, language) for language in languages)]
        fine.update(set(text).difference(unknown))
        if unknown:
            if talk and place == talk.places.of("abstract"):
                place = _in_abstract(talk, unknown[0])
            found.append(Lack("".join(unknown), place, talk if talk and place.file == talk.place.file else None))
    own = "".join(one for one in dict.fromkeys(_own_words(program)) if not has(one, None))
    return (*([Lack(own, program.event.places.of("language"), None, own=True)] if own else []), *found)


def missing_characters(program: Program, letters: Letters) -> tuple[Finding, ...]:
    """One finding for every field of a record, at its place; where many lack letters of one script, which then needs a font,
    one for the script, at all their places."""
    found = lacks(program, letters)
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
    return Finding(NO_GLYPH, message, lack.place, _HINT, talk=lack.talk.id if lack.talk else None)


def _texts(program: Program) -> Iterator[tuple[str, Place, Talk | None]]:
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
    for talk in program.talks:
        yield from _texts_of_talk(talk)
    for page in program.pages:
        words = "".join(f"{one.name}{one.role or ''}" for one in page.signatures)
        yield _letters(page.title) + words, page.places.of("title"), None
        yield _rich_letters(page.text), page.places.of("text"), None
        for figure in page.figures:
            yield _letters(figure.caption), figure.places.of("caption"), None


def _texts_of_sessions(program: Program) -> Iterator[tuple[str, Place, Talk | None]]:
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


def _texts_of_people(program: Program) -> Iterator[tuple[str, Place, Talk | None]]:
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


def _texts_of_talk(talk: Talk) -> Iterator[tuple[str, Place, Talk]]:
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
