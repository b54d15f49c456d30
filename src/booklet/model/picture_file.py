"""A picture that the content names."""

from booklet.picture import Picture
from booklet.place import Places
from booklet.plain_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A PDF, PNG or JPEG file, with the words that stand for it (alternative text).

    `file` is relative to the project folder ("content/covers/front.pdf"). `picture` is what it shows; None until it is read,
    and where it cannot be used.
    """

    file: str
    alt: str | None
    places: Places
    picture: Picture | None = None
