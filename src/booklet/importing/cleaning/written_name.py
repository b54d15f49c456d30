"""A name with what stands around it, as it was understood."""

from booklet.plain_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A person's name; the `marks` that point to affiliations or footnotes ("1", "2", "†"); whether it is marked as that of
    who is `presenting`; and the `affiliation` that stands with it in brackets or after a comma."""

    name: str
    marks: tuple[str, ...] = ()
    presenting: bool = False
    affiliation: str = ""
