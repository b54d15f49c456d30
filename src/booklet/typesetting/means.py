"""What makes the setting of large booklets faster."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from booklet.lettering.line_ends import LineEnds
from booklet.picture import Picture
from booklet.typesetting.earlier_pieces import EarlierPieces


class Means(NamedTuple):
    """`workers` are so many other processes that set sections (none: this one does); `earlier` are the pieces of an earlier
    run. `pictures` are those that sections show, by name. `plain` are parts that print no page numbers and are made of what
    those are made of that do: as these they are composed by workers, and kept as a whole. `line_ends` is what the letters of
    the booklet know of lines."""

    workers: int = 0
    earlier: EarlierPieces | None = None
    pictures: Mapping[str, Picture] = MappingProxyType({})
    plain: frozenset[str] = frozenset()
    line_ends: LineEnds | None = None

    @property
    def are_any(self) -> bool:
        """Whether there is anything of these."""
        return bool(self.workers or self.earlier)
