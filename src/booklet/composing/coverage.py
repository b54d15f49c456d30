"""Characters of the program that no font of the style has → findings that name them."""

import unicodedata
from collections.abc import Iterator

from booklet.codes import NO_GLYPH
from booklet.finding import Finding
from booklet.lettering.letters import Letters
from booklet.model.program import Program
from booklet.model.rich_text import plain
from booklet.model.talk import Talk
from booklet.place import Place

# Variation selectors, like joiners and direction marks (category Cf), need no glyph of their own; nor do fixed spaces.
_NAMED = 5  # characters in one message
_INVISIBLE = frozenset("\u00a0\u202f") | {chr(code) for code in range(0xFE00, 0xFE10)}


def missing_characters(program: Program, letters: Letters) -> tuple[Finding, ...]:
    """One finding for every field of a record, at its place."""
    findings = []
    for text, place, talk in _texts(program):
        visible = {character for character in set(text) - _INVISIBLE if unicodedata.category(character) != "Cf"}
        unknown = sorted(character for character in visible if not letters.has(character))
        if unknown:
            named = ", ".join(f"U+{ord(character):04X}" for character in unknown[:_NAMED])
            more = f" and {len(unknown) - _NAMED} more" if len(unknown) > _NAMED else ""
            message = f'no font has "{"".join(unknown[:_NAMED])}" ({named}{more}); a question mark is printed instead'
            hint = "write it in other letters, or add a font that has it to the style (docs/reference/style.md)"
            findings.append(Finding(NO_GLYPH, message, place, hint, talk=talk.id if talk else None))
    return tuple(findings)


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
    for session in program.sessions:
        words = plain(session.title) + (session.room or "") + "".join(session.chairs)
        yield words, session.places.record, None
        for item in session.items:
            if item.talk is None:
                yield plain(item.title), item.places.record, None
    for talk in program.talks:
        yield from _texts_of_talk(talk)


def _texts_of_talk(talk: Talk) -> Iterator[tuple[str, Place, Talk]]:
    places = talk.places
    yield plain(talk.title), places.of("title"), talk
    for index, author in enumerate(talk.authors):
        yield author.name, places.of("authors", index, "name"), talk
    for affiliation in talk.affiliations:
        yield affiliation, places.of("affiliations"), talk
    for block in talk.abstract:
        yield block.marker + plain(block.spans), places.of("abstract"), talk
    for key, lines in (("keywords", talk.keywords), ("references", tuple(map(plain, talk.references)))):
        for index, line in enumerate(lines):
            yield line, places.of(key, index), talk
    yield plain(talk.funding), places.of("funding"), talk
    for index, link in enumerate(talk.links):
        yield link.label + link.address, places.of("links", index), talk
