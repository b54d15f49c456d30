"""What the user says about a source besides its files."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """The event's `zone` (an IANA name), `language` (a tag) and `title`, each empty where the source is to say it."""

    zone: str = ""
    language: str = ""
    title: str = ""


NO_WISH = Wish()
