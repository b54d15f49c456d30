"""What the organizers know and do not want to be told again."""

from booklet.place import Place
from booklet.plain_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Findings of one code are silenced, for a reason that is written down: all of them, or those about a talk, or those
    whose message contains the words `about`."""

    code: str
    reason: str
    place: Place
    talk: str | None = None
    about: str | None = None
