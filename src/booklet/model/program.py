"""The program: everything the content folder says, in one fixed order."""

from dataclasses import dataclass

from booklet.model.event import Event
from booklet.model.session import Item, Session
from booklet.model.settings import Settings
from booklet.model.talk import Talk
from booklet.place import Place


@dataclass(frozen=True, slots=True)
class Slot:
    """One appearance of a talk: which item of which session."""

    session: Session
    item_index: int

    @property
    def item(self) -> Item:
        """The item itself."""
        return self.session.items[self.item_index]


@dataclass(frozen=True, slots=True)
class Program:
    """The whole meeting. Sessions are sorted by start and id; talks by their first appearance in the program, then those
    in no session by id; shuffled input files give the same value. `people` are the names of people.yaml, which are right."""

    event: Event
    settings: Settings
    sessions: tuple[Session, ...] = ()
    talks: tuple[Talk, ...] = ()
    people: tuple[tuple[str, Place], ...] = ()

    def first_slots(self) -> dict[str, Slot]:
        """The first appearance of every scheduled talk, by its id."""
        first: dict[str, Slot] = {}
        for session in self.sessions:
            for index, item in enumerate(session.items):
                if item.talk is not None:
                    first.setdefault(item.talk.id, Slot(session, index))
        return first
