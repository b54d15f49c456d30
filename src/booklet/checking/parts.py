"""Rules about the parts that the booklet is to have: whether they exist, and have something to print."""

from collections.abc import Iterator

from booklet.checking.wording import listed
from booklet.codes import EMPTY_SECTION, UNKNOWN_PAGE
from booklet.finding import Finding
from booklet.model.program import Program
from booklet.model.settings import PAGE_PREFIX


def unknown_pages(program: Program) -> Iterator[Finding]:
    """C033: sections name a free page that does not exist."""
    known = [page.id for page in program.pages]
    for index, name in enumerate(program.settings.sections):
        page = name.removeprefix(PAGE_PREFIX)
        if page != name and page not in known:
            hint = f"pages are {listed(known)}" if known else f"add the file content/pages/{page}.md"
            place = program.settings.places.of("sections", index)
            yield Finding(UNKNOWN_PAGE, f'there is no page "{page}"', place, hint)


def empty_sections(program: Program) -> Iterator[Finding]:
    """C034: a part that was asked for has nothing to print."""
    settings = program.settings
    for index, name in enumerate(settings.sections if settings.chosen else ()):
        content = _content(program).get(name)
        if content is not None and not content[0]:
            message = f'the part "{name}" has nothing to print'
            yield Finding(EMPTY_SECTION, message, settings.places.of("sections", index), content[1])


def _content(program: Program) -> dict[str, tuple[bool, str]]:
    """Whether there is something for a part, and where it is written."""
    event, talks = program.event, program.talks
    return {
        "committees": (bool(event.committees), "add committees: to content/event.yaml"),
        "keynotes": (any(talk.kind == "keynote" for talk in talks), "give a talk kind: keynote"),
        "keywords": (any(talk.keywords for talk in talks), "add keywords: to talks"),
        "pages": (bool(program.pages), "add files to content/pages"),
        "participants": (bool(program.participants), "add content/participants.yaml"),
        "posters": (any(talk.kind == "poster" for talk in talks), "give a talk kind: poster"),
        "rooms": (bool(program.rooms), "add room: to sessions"),
        "sponsors": (bool(event.sponsors), "add sponsors: to content/event.yaml"),
        "time-zones": (bool(event.regions), "add time-zones: to content/event.yaml"),
    }
