"""A Program → every place where a person is named."""

from collections.abc import Iterator

from booklet.model.program import Program
from booklet.place import Place
from booklet.plain_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands. `group` is that of people named together, who are different people; `talk` is its id."""

    name: str
    place: Place
    group: str
    talk: str | None


def mentions(program: Program) -> Iterator[Mention]:
    """Organizers, members of committees, chairs, authors, participants, in this order."""
    for index, person in enumerate(program.event.organizers):
        yield Mention(person.name, program.event.places.of("organizers", index, "name"), "organizers", None)
    for committee in program.event.committees:
        for index, member in enumerate(committee.members):
            place = program.event.places.of("committees", committee.role, index)
            yield Mention(member.name, place, f"committee {committee.role}", None)
    for session in program.sessions:
        for index, chair in enumerate(session.chairs):
            yield Mention(chair, session.places.of("chairs", index), f"chairs {session.id}", None)
    for talk in program.talks:
        group = f"talk {talk.id}"
        for index, author in enumerate(talk.authors):
            yield Mention(author.name, talk.places.of("authors", index, "name"), group, talk.id)
    for participant in program.participants:
        yield Mention(participant.name, participant.place, "participants", None)
