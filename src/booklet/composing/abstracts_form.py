"""A program → which talks have abstracts, in which order and groups, and how they are laid out."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Literal

from booklet.composing.program_form import list_form
from booklet.composing.section import Tab
from booklet.composing.text import spoken
from booklet.model.arrange import by_board
from booklet.model.collation import collation_key
from booklet.model.program import Program, Slot
from booklet.model.session import Session
from booklet.model.talk import Talk
from booklet.plain_dataclasses import dataclass
from booklet.styling.style import Page
from booklet.units import MM

Layout = Literal["page", "run-on", "two-columns"]

_A_PAGE_EACH, _ONE_COLUMN = 60, 200  # talks, at most
_WRITTEN = 0.5  # of the talks, at least, have an abstract where each has a page
_NAMES = 3  # of a talk, at most, that every list of the program says in full
_MOST_TABS = 15  # of days: more find no places below each other at the edge of A5
_COLUMN_GAP = 6 * MM
_NARROWEST = 75 * MM  # of two columns: on A5 there is one


@dataclass(frozen=True, slots=True)
class Group:
    """Talks that follow each other under one heading: that of their session, of their track, or none. `posters` says that
    they are what hangs there without a session. `day` is that of the session."""

    talks: tuple[Talk, ...]
    session: Session | None = None
    track: str = ""
    posters: bool = False

    @property
    def day(self) -> date | None:
        """The day of the program on which its session takes place."""
        return self.session.day if self.session and self.session.timed else None


def talk_key(talk: Talk) -> str:
    """Destination of a talk's abstract; where it has a page of its own, its section key too."""
    return f"talk-{talk.id}"


def among_abstracts(program: Program) -> tuple[Talk, ...]:
    """The talks whose abstracts stand in the part of that name, in the order of the program: all, but keynotes where these
    have a part of their own; none where the program says all that there is of each."""
    apart = "keynotes" in program.settings.sections
    talks = tuple(talk for talk in program.talks if not (apart and talk.kind == "keynote"))
    # Indexes lead to sessions then: a list by time has no places for them.
    listed = "program" in program.settings.sections and list_form(program) in {"table", "days", "tracks"}
    slots = program.first_slots()
    return () if listed and all(talk.id in slots and not _says_more(talk) for talk in talks) else talks


def _says_more(talk: Talk) -> bool:
    """Whether there is more to say of a talk than the lists of the program do: kind, title, status, and a few names."""
    at_once = talk.has_abstract or talk.has_more or talk.figures or talk.author_count > _NAMES
    return bool(at_once or talk.keywords or talk.links or talk.affiliations)


def abstracts_layout(program: Program, page: Page) -> Layout:
    """How abstracts are laid out: as is wanted, or by their number, and by how many are written. Two columns need a page that
    is wide enough."""
    wanted = program.settings.abstracts.layout
    if wanted == "auto":
        talks = among_abstracts(program)
        written = sum(talk.has_abstract for talk in talks)
        a_page = len(talks) <= _A_PAGE_EACH and written >= len(talks) * _WRITTEN
        wanted = "page" if a_page else "run-on" if len(talks) <= _ONE_COLUMN else "two-columns"
    if wanted == "two-columns" and not holds_two_columns(page):
        return "run-on"
    return wanted


def column_places(page: Page) -> tuple[tuple[float, float], float]:
    """The left edges of two columns between the margins, and the width of each, in points."""
    width = (page.inner_width - _COLUMN_GAP) / 2
    return (page.left, page.left + width + _COLUMN_GAP), width


def holds_two_columns(page: Page) -> bool:
    """Whether two columns of text between the margins are wide enough to be read."""
    return column_places(page)[1] >= _NARROWEST


def tabs_count_talks(program: Program) -> bool:
    """Whether the thumb tabs of abstracts with a page each have the numbers of the talks: else, those of the days."""
    return len(among_abstracts(program)) <= _A_PAGE_EACH


def day_tabs(program: Program, day: date | None) -> tuple[Tab, ...]:
    """The thumb tab of a day, which is that of its program; none where there is but one day, or where those of a series would
    begin at the top of the edge again."""
    number = next((one.number for one in program.days if one.date == day), None)
    return (Tab(str(number), number),) if number and 1 < len(program.days) <= _MOST_TABS else ()


def abstract_groups(program: Program) -> tuple[Group, ...]:
    """All abstracts in their order, each talk once: with its session those that are in any."""
    talks, slots = among_abstracts(program), program.first_slots()
    order = program.settings.abstracts.order
    if order == "title":
        language = program.event.language
        return (Group(tuple(sorted(talks, key=lambda talk: (collation_key(spoken(talk.title), language), talk.id)))),)
    if order == "board":
        parts = {hangs: tuple(talk for talk in talks if (talk.kind == "poster") == hangs) for hangs in (False, True)}
        return _filled((Group(parts[False]), Group(by_board(parts[True]), posters=True)))
    if order == "track":
        return _by_track(program, talks, slots)
    held = [(slots[talk.id], talk) for talk in talks if talk.id in slots]  # as the program lists them
    if order == "time":
        held.sort(
            key=lambda pair: (not pair[0].session.timed, (pair[0].item.start or pair[0].session.start).timestamp())
        )
    runs = groupby(held, lambda pair: pair[0].session)
    groups = [Group(tuple(talk for _, talk in run), session) for session, run in runs]
    loose = [talk for talk in talks if talk.id not in slots]
    groups += [Group(tuple(some), posters=hang) for hang, some in groupby(loose, lambda talk: talk.kind == "poster")]
    return _filled(groups)


def _by_track(program: Program, talks: tuple[Talk, ...], slots: dict[str, Slot]) -> tuple[Group, ...]:
    """A talk stands under its own track, or that of its session; those without any come last."""

    def track_of(talk: Talk) -> str:
        return talk.track or (slots[talk.id].session.track if talk.id in slots else "") or ""

    under: dict[str, list[Talk]] = {**{track.name: [] for track in program.tracks}, "": []}
    for talk in talks:
        under[track_of(talk)].append(talk)
    return _filled(Group(tuple(some), track=name) for name, some in under.items())


def _filled(groups: Iterable[Group]) -> tuple[Group, ...]:
    return tuple(group for group in groups if group.talks)
