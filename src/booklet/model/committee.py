"""Those who prepare the meeting, and those who come to it."""

from booklet.place import Place
from booklet.plain_dataclasses import dataclass


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
