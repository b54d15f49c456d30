"""Rules about duties: somebody has to be in two places at once."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from booklet.checking.odd_names import is_nobody
from booklet.checking.wording import shown
from booklet.codes import BUSY_PERSON
from booklet.finding import Finding
from booklet.model.bare_letters import unaccented
from booklet.model.program import Program
from booklet.place import Place


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
        own.sort(key=lambda duty: (duty.start.timestamp(), duty.session))
        for at, one in enumerate(own):
            for two in own[at + 1 :]:
                if two.start.timestamp() >= one.end.timestamp():
                    break
                if one.session != two.session:
                    yield _clash(one, two)


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
