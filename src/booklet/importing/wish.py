"""What the user says about a source besides its files."""

from booklet.importing.column_mapping import ColumnMapping
from booklet.plain_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """The event's `zone` (an IANA name), `language` (a tag) and `title`, each empty where the source is to say it; and what
    the columns of a table are taken for, where somebody said it."""

    zone: str = ""
    language: str = ""
    title: str = ""
    mapping: ColumnMapping | None = None


NO_WISH = Wish()
