"""Destinations → the page numbers of an entry in an index, each a link, in ascending order and once."""

from collections.abc import Iterable
from enum import IntEnum

from booklet.composing.labels import Labels
from booklet.composing.page_number import page_run
from booklet.composing.program_form import list_form, names_sessions, session_key
from booklet.composing.sections.talks.abstracts import talk_key
from booklet.composing.text import WIDE, bold_voice, comma, emphasised, voice
from booklet.lettering.letters import Voice
from booklet.lettering.runs import Run
from booklet.model.program import Program
from booklet.model.session import Session
from booklet.model.talk import Talk
from booklet.page_map import PageMap
from booklet.plain_dataclasses import dataclass
from booklet.styling.style import TextStyle

_CHAIR = "c"  # as the key to the index says in all languages


class Part(IntEnum):
    """What somebody has to do with a page. Of several on one page the highest is shown."""

    NAMED = 0
    CHAIRS = 1
    PRESENTS = 2


@dataclass(frozen=True, slots=True)
class Reference:
    """A destination of the booklet, and what it is to the entry."""

    destination: str
    part: Part = Part.NAMED


@dataclass(frozen=True, slots=True)
class Finder:
    """Where talks and sessions are found. Without pages, in the first round, all is thought to be where the parts of the
    booklet may have it; so an index never waits for pages that only it would make."""

    program: Program
    pages: PageMap

    def known(self, destinations: Iterable[str]) -> tuple[str, ...]:
        """Those that the booklet has."""
        return tuple(name for name in destinations if not self.pages.counted or self.pages.page(name) is not None)

    def talks(self) -> dict[str, tuple[str, ...]]:
        """Of every talk, by its id: where it stands with its abstract, else the sessions in which it is."""
        slots = self.program.slots()
        return {
            talk.id: self.known([talk_key(talk)] if self._has_text(talk) else [])
            or tuple(place for slot in slots.get(talk.id, ()) for place in self.session(slot.session))
            for talk in self.program.talks
        }

    def _has_text(self, talk: Talk) -> bool:
        parts = self.program.settings.sections
        return "abstracts" in parts or ("keynotes" in parts and talk.kind == "keynote")

    def session(self, session: Session) -> tuple[str, ...]:
        """Where a session stands, if it does; one that is a table with everything on one page is the program."""
        if names_sessions(self.program):
            return self.known([session_key(session.id)])
        is_table = "program" in self.program.settings.sections and list_form(self.program) == "table"
        return self.known(["program"] if is_table else [])


@dataclass(frozen=True, slots=True)
class NumberSetting:
    """How page numbers are set: those of pages that only name somebody in `style`."""

    style: TextStyle
    labels: Labels
    pages: PageMap
    language: str

    def runs(self, references: Iterable[Reference]) -> tuple[Run, ...]:
        """The numbers behind what they belong to; none while pages are not known."""
        found: dict[int, Reference] = {}
        for reference in references:
            index = self.pages.page(reference.destination)
            if index is not None and (index not in found or found[index].part < reference.part):
                found[index] = reference
        runs: list[Run] = []
        for index in sorted(found):
            part = found[index].part
            runs.append(Run(comma(self.language) if runs else f"{WIDE} ", voice(self.style)))
            mark = _CHAIR if part is Part.CHAIRS else ""
            runs.append(page_run(index, found[index].destination, self._voice(part), self.labels, mark=mark))
        return tuple(runs)

    def _voice(self, part: Part) -> Voice:
        if part is Part.PRESENTS:
            return bold_voice(self.style)
        plain = voice(self.style)
        italic = emphasised(self.style.face, italic=True, bold=False)
        return Voice(italic, plain.size, plain.color, features=plain.features) if part is Part.CHAIRS else plain
