"""Where in the user's files something stands."""

from typing import NamedTuple

from booklet.plain_dataclasses import dataclass, field


class Place(NamedTuple):
    """A stretch of one line of one file.

    `file` is relative to the project folder with forward slashes ("content/talks/alexe.md"); `line` and `column` count
    characters from 1; `end_column` is the column after the last character (equal to `column` for a mere point).
    """

    file: str
    line: int = 1
    column: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Places:
    """The place of a record and of its parts, by path: `("authors", 1, "name")`.

    Values of the model carry it so that later checks can point at the very word; a path that was not written in the file
    (an omitted key) answers with the nearest part that was.
    """

    record: Place
    parts: tuple[tuple[tuple[str | int, ...], Place], ...] = ()
    _known: dict[tuple[str | int, ...], Place] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_known", dict(self.parts))

    def of(self, *path: str | int) -> Place:
        """Place of the part at `path`, or of the nearest enclosing part that the file has."""
        while path:
            found = self._known.get(path)
            if found is not None:
                return found
            path = path[:-1]
        return self.record
