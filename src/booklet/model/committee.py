"""Those who prepare the meeting, and those who come to it."""

from dataclasses import dataclass

from booklet.place import Place


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a committee; `office` is what they are in it ("chair")."""

    name: str
    affiliation: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Committee:
    """A committee, in the file's order."""

    role: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part."""

    name: str
    place: Place
    affiliation: str | None = None
