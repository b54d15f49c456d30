"""The program: everything the content folder says, in one fixed order."""

from dataclasses import dataclass

from booklet.model.event import Event
from booklet.model.session import Session
from booklet.model.settings import Settings
from booklet.model.talk import Talk


@dataclass(frozen=True, slots=True)
class Slot:
    """One appearance of a talk: which item of which session."""

    session: Session
    item_index: int


@dataclass(frozen=True, slots=True)
class Program:
    """The whole meeting. Sessions are sorted by start and id; talks by their first appearance in the program, then those
    in no session by id; shuffled input files give the same value."""

    event: Event
    settings: Settings
    sessions: tuple[Session, ...] = ()
    talks: tuple[Talk, ...] = ()

    def slots(self, talk_id: str) -> tuple[Slot, ...]:
        """Every appearance of a talk, in the order of the program."""
        return tuple(
            Slot(session, index)
            for session in self.sessions
            for index, item in enumerate(session.items)
            if item.talk is not None and item.talk.id == talk_id
        )
