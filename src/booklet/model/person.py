"""A person as people.yaml describes them."""

from booklet.model.picture_file import PictureFile
from booklet.model.rich_text import Line
from booklet.place import Place
from booklet.plain_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """A person: the name as printed everywhere, ORCID ("0000-0002-1825-0097"), portrait and biography."""

    name: str
    place: Place
    orcid: str | None = None
    photo: PictureFile | None = None
    biography: Line = ()
