"""Rules about duties: somebody has to be in two places at once."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from booklet.checking.at_once import at_once
from booklet.checking.odd_names import is_nobody
from booklet.checking.wording import shown
from booklet.codes import BUSY_PERSON
from booklet.finding import Finding
from booklet.model.bare_letters import unaccented
from booklet.model.program import Program
from booklet.place import Place
from booklet.plain_dataclasses import dataclass

_EACH = 3


@dataclass(frozen=True, slots=True)
class _Duty:
    """When somebody has to be in a session, since nobody else can be there instead."""

    name: str
    does: str
    session: str
    start: datetime
    end: datetime
    place: Place
    talk: str | None = None


def busy_people(program: Program) -> Iterator[Finding]:
    """K044: somebody presents or chairs alone in two sessions at one time."""
    duties: dict[str, list[_Duty]] = defaultdict(list)
    for duty in _duties(program):
        if not is_nobody(duty.name):
            # in whichever order given and family name were written
            duties[" ".join(sorted(unaccented(duty.name).replace(",", " ").split()))].append(duty)
    for own in duties.values():
        clashes = _clashes(sorted(own, key=lambda duty: (duty.start.timestamp(), duty.session)))
        found = [_clash(one, two) for one, two in clashes]
        message = f"{shown(own[0].name)} has to be in two places at once {len(found)} times"
        yield from at_once(found, _EACH, message, "let another present or chair")


def _clashes(duties: list[_Duty]) -> Iterator[tuple[_Duty, _Duty]]:
    """Every duty that begins while another one lasts in another session, with the one of those that lasts longest; for each
    session once."""
    longest: list[
        _Duty
    ] = []  # of the sessions so far the two that last longest: one of them is not that of the next duty
    told: set[str] = set()
    for duty in duties:
        others = [one for one in longest if one.session != duty.session]
        own = [one for one in longest if one.session == duty.session]
        if others and others[0].end.timestamp() > duty.start.timestamp() and duty.session not in told:
            told.add(duty.session)
            yield others[0], duty
        longest = sorted([max([*own, duty], key=_until), *others], key=_until, reverse=True)[:2]


def _until(duty: _Duty) -> tuple[float, str]:
    return duty.end.timestamp(), duty.session


def _clash(one: _Duty, two: _Duty) -> Finding:
    when = f"{two.start:%Y-%m-%d %H:%M}"
    message = f'{shown(two.name)} {two.does} in session "{two.session}" and {one.does} in "{one.session}", {when}'
    hint = "move one of them, or let another present or chair"
    return Finding(BUSY_PERSON, message, two.place, hint, (one.place,), talk=two.talk)


def _duties(program: Program) -> Iterator[_Duty]:
    for session in program.sessions:
        if session.end and len(session.chairs) == 1:
            place = session.places.of("chairs", 0)
            yield _Duty(session.chairs[0], "chairs", session.id, session.start, session.end, place)
        for item in session.items:
            talk = item.talk
            if talk is None or not item.start or not item.end or talk.status:
                continue
            presenters = talk.presenters or talk.authors
            if len(presenters) == 1:
                place = item.places.of("talk")
                yield _Duty(presenters[0].name, "presents", session.id, item.start, item.end, place, talk.id)
