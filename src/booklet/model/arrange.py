"""Sessions and talks, as they happen to be read, into a Program in its one fixed order."""

from booklet.model.event import Event
from booklet.model.program import Program
from booklet.model.session import Session
from booklet.model.settings import Settings
from booklet.model.talk import Talk


def arrange(event: Event, settings: Settings, sessions: tuple[Session, ...], talks: tuple[Talk, ...]) -> Program:
    """The program: sessions by start and id; talks by their first appearance in it, then those in no session by id."""
    ordered = tuple(sorted(sessions, key=lambda session: (session.start.timestamp(), session.id)))
    shown = [item.talk.id for session in ordered for item in session.items if item.talk]
    first = {talk_id: index for index, talk_id in reversed(list(enumerate(shown)))}
    by_appearance = sorted(talks, key=lambda talk: (first.get(talk.id, len(shown)), talk.id))
    return Program(event, settings, ordered, tuple(by_appearance))
