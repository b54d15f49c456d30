"""The sessions of a day → how long nothing happens before each of them."""

from booklet.model.session import Session


def seconds_before(sessions: tuple[Session, ...]) -> tuple[float, ...]:
    """For every session in the order of a list the seconds since all before it have ended, breaks not counted; 0 for what
    begins while another lasts, for breaks, and for the first."""
    found = []
    ended = 0.0
    for session in sessions:
        start = session.start.timestamp()
        counts = session.kind != "break"
        found.append(start - ended if counts and 0 < ended < start else 0.0)
        if counts:
            ended = max(ended, (session.end or session.start).timestamp())
    return tuple(found)
