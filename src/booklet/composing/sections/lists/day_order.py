"""The sessions of a day → the order in which a list has them."""

from booklet.model.program import Program
from booklet.model.session import Session


def in_list_order(program: Program, sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    """Sessions by start; of those at one time first what is for all rooms, then by the order of the rooms."""
    places = {room.name: place for place, room in enumerate(program.rooms)}

    def key(session: Session) -> tuple[float, bool, int, str]:
        first = min((places[room] for room in session.rooms), default=len(places))
        return session.start.timestamp(), not session.is_for_all, first, session.id

    return tuple(sorted(sessions, key=key))
