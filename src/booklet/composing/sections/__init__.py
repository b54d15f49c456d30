"""The sections of a booklet, one file each; SECTIONS is the list."""

from collections.abc import Callable, Iterable

from booklet.composing.labels import Labels
from booklet.composing.section import Section
from booklet.composing.sections.committees import compose_committees
from booklet.composing.sections.contents import compose_contents
from booklet.composing.sections.covers.back_cover import compose_back_cover
from booklet.composing.sections.covers.front_cover import compose_front_cover
from booklet.composing.sections.free_pages import compose_page, compose_pages
from booklet.composing.sections.indexes.keyword_index import compose_keywords
from booklet.composing.sections.indexes.participants import compose_participants
from booklet.composing.sections.indexes.people_index import compose_people
from booklet.composing.sections.indexes.room_index import compose_rooms
from booklet.composing.sections.notes import compose_notes
from booklet.composing.sections.posters import compose_posters
from booklet.composing.sections.program import compose_program
from booklet.composing.sections.sponsors import compose_sponsors
from booklet.composing.sections.talks.abstracts import compose_abstracts
from booklet.composing.sections.talks.keynotes import compose_keynotes
from booklet.composing.sections.zones.zone_page import compose_time_zones
from booklet.lettering.letters import Letters
from booklet.model.program import Program
from booklet.model.settings import PAGE_PREFIX
from booklet.page_map import PageMap

Compose = Callable[[Program, Letters, Labels, PageMap], Iterable[Section]]

# By the names that content/booklet.yaml uses.
SECTIONS: dict[str, Compose] = {
    "front-cover": compose_front_cover,
    "contents": compose_contents,
    "pages": compose_pages,
    "committees": compose_committees,
    "program": compose_program,
    "time-zones": compose_time_zones,
    "keynotes": compose_keynotes,
    "posters": compose_posters,
    "abstracts": compose_abstracts,
    "people": compose_people,
    "keywords": compose_keywords,
    "rooms": compose_rooms,
    "participants": compose_participants,
    "sponsors": compose_sponsors,
    "notes": compose_notes,
    "back-cover": compose_back_cover,
}

# Sections that print page numbers or depend on their count: they are composed again when those change.
NUMBERED = frozenset({"contents", "program", "posters", "people", "keywords", "rooms", "notes"})


def compose_part(name: str, program: Program, letters: Letters, labels: Labels, pages: PageMap) -> Iterable[Section]:
    """The sections of a part by its name in content/booklet.yaml; none where its page does not exist."""
    if name.startswith(PAGE_PREFIX):
        return compose_page(name, program, letters, labels)
    return SECTIONS[name](program, letters, labels, pages)
