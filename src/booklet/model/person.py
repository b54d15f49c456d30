"""A person as people.yaml describes them."""

from dataclasses import dataclass

from booklet.model.picture_file import PictureFile
from booklet.model.rich_text import Line
from booklet.place import Place


@dataclass(frozen=True, slots=True)
class Person:
    """A person: the name as printed everywhere, ORCID ("0000-0002-1825-0097"), portrait and biography."""

    name: str
    place: Place
    orcid: str | None = None
    photo: PictureFile | None = None
    biography: Line = ()
