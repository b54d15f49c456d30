"""Rules about what is written and printed nowhere."""

from collections.abc import Iterator

from booklet.codes import UNPRINTED_VALUE
from booklet.finding import Finding
from booklet.model.program import Program
from booklet.model.settings import PAGE_PREFIX


def unprinted_values(program: Program) -> Iterator[Finding]:
    """C032: what stands on covers that booklet draws, where others take their places or none are there; and content for
    parts that the booklet was not asked to have."""
    yield from _of_covers(program)
    if program.settings.chosen:
        yield from _of_parts(program)


def _of_covers(program: Program) -> Iterator[Finding]:
    event, settings = program.event, program.settings
    front = settings.front_cover is None and "front-cover" in settings.sections
    back = settings.back_cover is None and "back-cover" in settings.sections
    hint = "see to it that the cover says it, or take it out"
    if event.venue and not front:
        message = '"venue" is printed nowhere, since booklet draws no front cover'
        yield Finding(UNPRINTED_VALUE, message, event.places.of("venue"), hint)
    if event.website and not front and not back:
        message = '"website" is printed nowhere, since booklet draws no cover'
        yield Finding(UNPRINTED_VALUE, message, event.places.of("website"), hint)
    if settings.logo and not front:
        message = "the logo is printed nowhere, since booklet draws no front cover"
        yield Finding(UNPRINTED_VALUE, message, settings.logo.places.of("file"), "use the logo or the cover")


def _of_parts(program: Program) -> Iterator[Finding]:
    settings, event = program.settings, program.event
    first = program.participants[0].place if program.participants else None
    keynotes = [talk.places.of("kind") for talk in program.talks if talk.kind == "keynote"]
    posters = [talk.places.of("kind") for talk in program.talks if talk.kind == "poster"]
    given = {
        "committees": ("the committees are", event.places.of("committees") if event.committees else None),
        "sponsors": ("the sponsors are", event.places.of("sponsors") if event.sponsors else None),
        "participants": ("the participants are", first),
        "keynotes": ("portraits and biographies of keynotes are", keynotes[0] if keynotes else None),
        "posters": ("the list of posters is", posters[0] if posters else None),
    }
    for name, (what, place) in given.items():
        if place and name not in settings.sections:
            hint = f"add {name} to sections: in content/booklet.yaml, or take the line sections: out"
            yield Finding(UNPRINTED_VALUE, f"{what} printed nowhere, since sections: leaves {name} out", place, hint)
    if "pages" not in settings.sections:
        for page in program.pages:
            if PAGE_PREFIX + page.id not in settings.sections:
                message = f'the page "{page.id}" is printed nowhere, since sections: leaves it out'
                hint = f"add {PAGE_PREFIX}{page.id} to sections: in content/booklet.yaml, or take the file out"
                yield Finding(UNPRINTED_VALUE, message, page.places.record, hint)
