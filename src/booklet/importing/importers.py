"""The forms that booklet imports: what each is called, how it is recognised, and what reads it."""

from collections.abc import Callable
from dataclasses import dataclass

from booklet.finding import Finding
from booklet.importing.meeting import Meeting
from booklet.importing.sources.source import Source
from booklet.importing.wish import Wish

Read = Callable[[Source, Wish, list[Finding]], Meeting]


@dataclass(frozen=True, slots=True)
class Importer:
    """A form: its `name` for --format, a `title` for people, whether a source `is_it` (by what its files hold, not by what
    they are called alone), and `read`, which adds what is to be said to the list of findings."""

    name: str
    title: str
    is_it: Callable[[Source], bool]
    read: Read


IMPORTERS: tuple[Importer, ...] = ()
