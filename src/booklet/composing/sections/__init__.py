"""The sections of a booklet, one file each; SECTIONS is the list. Their files are imported when they are composed."""

from collections.abc import Callable, Iterable

from booklet.composing.labels import Labels
from booklet.composing.section import Section
from booklet.lettering.letters import Letters
from booklet.model.program import Program
from booklet.model.settings import PAGE_PREFIX
from booklet.page_map import PageMap
from booklet.when_called import when_called

Compose = Callable[[Program, Letters, Labels, PageMap], Iterable[Section]]
_ComposePage = Callable[[str, Program, Letters, Labels], Iterable[Section]]

# By the names that content/booklet.yaml uses.
SECTIONS: dict[str, Compose] = {
    "front-cover": when_called("booklet.composing.sections.covers.front_cover", "compose_front_cover"),
    "contents": when_called("booklet.composing.sections.contents", "compose_contents"),
    "pages": when_called("booklet.composing.sections.free_pages", "compose_pages"),
    "committees": when_called("booklet.composing.sections.committees", "compose_committees"),
    "program": when_called("booklet.composing.sections.program", "compose_program"),
    "time-zones": when_called("booklet.composing.sections.zones.zone_page", "compose_time_zones"),
    "keynotes": when_called("booklet.composing.sections.talks.keynotes", "compose_keynotes"),
    "posters": when_called("booklet.composing.sections.posters", "compose_posters"),
    "abstracts": when_called("booklet.composing.sections.talks.abstracts", "compose_abstracts"),
    "people": when_called("booklet.composing.sections.indexes.people_index", "compose_people"),
    "keywords": when_called("booklet.composing.sections.indexes.keyword_index", "compose_keywords"),
    "rooms": when_called("booklet.composing.sections.indexes.room_index", "compose_rooms"),
    "participants": when_called("booklet.composing.sections.indexes.participants", "compose_participants"),
    "sponsors": when_called("booklet.composing.sections.sponsors", "compose_sponsors"),
    "notes": when_called("booklet.composing.sections.notes", "compose_notes"),
    "back-cover": when_called("booklet.composing.sections.covers.back_cover", "compose_back_cover"),
}

_compose_page: _ComposePage = when_called("booklet.composing.sections.free_pages", "compose_page")

# Sections that print page numbers or depend on their count: they are composed again when those change.
NUMBERED = frozenset({"contents", "program", "posters", "people", "keywords", "rooms", "notes"})

# Sections that print none, show no pictures and say nothing of what abstracts say.
PLAIN = frozenset({"front-cover", "committees", "time-zones", "participants", "back-cover"})


def compose_part(name: str, program: Program, letters: Letters, labels: Labels, pages: PageMap) -> Iterable[Section]:
    """The sections of a part by its name in content/booklet.yaml; none where its page does not exist."""
    if name.startswith(PAGE_PREFIX):
        return _compose_page(name, program, letters, labels)
    return SECTIONS[name](program, letters, labels, pages)
