"""Those who support the meeting."""

from booklet.model.picture_file import PictureFile
from booklet.plain_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sponsor:
    """A sponsor, with a logo and an https or http address where given."""

    name: str
    logo: PictureFile | None = None
    website: str | None = None


@dataclass(frozen=True, slots=True)
class Tier:
    """Sponsors of one rank, in the file's order."""

    name: str
    sponsors: tuple[Sponsor, ...]
