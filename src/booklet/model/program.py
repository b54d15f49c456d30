"""The program: everything the content folder says, in one fixed order."""

from datetime import datetime

from booklet.model.committee import Participant
from booklet.model.day import Day, days_of
from booklet.model.event import Event
from booklet.model.free_page import FreePage
from booklet.model.person import Person
from booklet.model.room import Room, Track
from booklet.model.session import Item, Session
from booklet.model.settings import Settings
from booklet.model.talk import Talk
from booklet.plain_dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Slot:
    """One appearance of a talk: which item of which session."""

    session: Session
    item_index: int

    @property
    def item(self) -> Item:
        """The item itself."""
        return self.session.items[self.item_index]

    @property
    def times(self) -> tuple[datetime | None, datetime | None]:
        """Start and end of the item; of a poster without times of its own those of the session as long as which it hangs."""
        hangs = self.session.kind == "posters" and self.session.timed and self.item.start is None
        return (self.session.start, self.session.end) if hangs else (self.item.start, self.item.end)


@dataclass(frozen=True, slots=True)
class Program:
    """The whole meeting. Sessions are sorted by start, room and id, those without times last; talks by their first appearance
    in the program, then those in no session by kind, board and id; shuffled input files give the same value.

    `rooms` and `tracks` are those of the file in its order, then those that sessions name besides, by first appearance.
    `people` are those of people.yaml, whose names are right. `days` are those on which there are sessions with times;
    `groups_items` says that sessions hold several items, or tracks several sessions.
    """

    event: Event
    settings: Settings
    sessions: tuple[Session, ...] = ()
    talks: tuple[Talk, ...] = ()
    people: tuple[Person, ...] = ()
    rooms: tuple[Room, ...] = ()
    tracks: tuple[Track, ...] = ()
    pages: tuple[FreePage, ...] = ()
    participants: tuple[Participant, ...] = ()
    days: tuple[Day, ...] = field(init=False)
    groups_items: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "days", days_of(self.timed, self.rooms))
        grouped = any(len(session.items) > 1 or session.track for session in self.sessions)
        object.__setattr__(self, "groups_items", grouped)

    def __hash__(self) -> int:
        """Of its measures alone: one of every word in it takes as long as composing some pages."""
        return hash((self.event.heading, len(self.sessions), len(self.talks)))

    @property
    def timed(self) -> tuple[Session, ...]:
        """The sessions that have times."""
        return tuple(session for session in self.sessions if session.timed)

    def slots(self) -> dict[str, tuple[Slot, ...]]:
        """All appearances of every talk that has any, by its id."""
        found: dict[str, tuple[Slot, ...]] = {}
        for session in self.sessions:
            for index, item in enumerate(session.items):
                if item.talk is not None:
                    found[item.talk.id] = (*found.get(item.talk.id, ()), Slot(session, index))
        return found

    def first_slots(self) -> dict[str, Slot]:
        """The first appearance of every scheduled talk, by its id."""
        return {talk_id: slots[0] for talk_id, slots in self.slots().items()}

    def by_name(self) -> dict[str, Person]:
        """What people.yaml says of persons, by their printed names; of several of one name the first."""
        return {person.name: person for person in reversed(self.people)}
