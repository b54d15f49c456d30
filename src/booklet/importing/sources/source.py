"""A file or folder that somebody holds, or a ZIP archive, into its files in memory."""

from pathlib import PurePosixPath

from booklet.plain_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the source: its `name` below the source with forward slashes ("events/talks/event-001.md"), and its bytes."""

    name: str
    data: bytes

    @property
    def ending(self) -> str:
        """The suffix in small letters: ".csv"."""
        return PurePosixPath(self.name).suffix.lower()

    @property
    def base(self) -> str:
        """The name without folders, in small letters: "papers.yml"."""
        return PurePosixPath(self.name).name.lower()


@dataclass(frozen=True, slots=True)
class Source:
    """What was given to import: its name as the user wrote it, and its files by name. A single file is a source of one."""

    name: str
    files: tuple[SourceFile, ...]

    def named(self, *bases: str) -> SourceFile | None:
        """The first file with one of these names (without folders, in small letters), in the order of the names."""
        return next((file for base in bases for file in self.files if file.base == base), None)

    def ending(self, *endings: str) -> tuple[SourceFile, ...]:
        """The files with one of these suffixes (".csv"), in the order of their names."""
        return tuple(file for file in self.files if file.ending in endings)
