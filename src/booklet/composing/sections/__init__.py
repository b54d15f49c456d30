"""The sections of a booklet, one file each; SECTIONS is the list."""

from collections.abc import Callable, Collection

from booklet.composing.labels import Labels
from booklet.composing.section import Section
from booklet.composing.sections.abstracts import compose_abstracts
from booklet.composing.sections.back_cover import compose_back_cover
from booklet.composing.sections.front_cover import compose_front_cover
from booklet.composing.sections.keyword_index import compose_keywords
from booklet.composing.sections.notes import compose_notes
from booklet.composing.sections.participants import compose_participants
from booklet.composing.sections.people_index import compose_people
from booklet.composing.sections.program import compose_program
from booklet.composing.sections.room_index import compose_rooms
from booklet.composing.sections.zone_page import compose_time_zones
from booklet.lettering.letters import Letters
from booklet.model.program import Program
from booklet.page_map import PageMap

Compose = Callable[[Program, Letters, Labels, PageMap], Collection[Section]]

# By the names that content/booklet.yaml uses.
SECTIONS: dict[str, Compose] = {
    "front-cover": compose_front_cover,
    "program": compose_program,
    "time-zones": compose_time_zones,
    "abstracts": compose_abstracts,
    "people": compose_people,
    "keywords": compose_keywords,
    "rooms": compose_rooms,
    "participants": compose_participants,
    "notes": compose_notes,
    "back-cover": compose_back_cover,
}

# Sections that print page numbers or depend on their count: they are composed again when those change.
NUMBERED = frozenset({"program", "people", "keywords", "rooms", "notes"})
