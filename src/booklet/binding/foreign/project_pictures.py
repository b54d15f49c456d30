"""Files of the project that the content names → their pictures, each file inside the booklet read once."""

from collections.abc import Callable, Iterator
from pathlib import Path

from booklet.binding.foreign.picture_rules import FIGURE, LOGO, PHOTO, Use
from booklet.binding.foreign.read_picture import ReadFile, read_picture
from booklet.finding import Finding
from booklet.limits import PICTURE_BYTES
from booklet.model.picture_file import PictureFile
from booklet.model.program import Program
from booklet.model.settings import prints_pages, prints_talks
from booklet.model.sponsor import Tier
from booklet.model.talk import Figure
from booklet.picture import Picture
from booklet.place import Place
from booklet.plain_dataclasses import replace
from booklet.reading.project_file import read_bytes


def picture_file(folder: Path, relative: str, use: Use, place: Place) -> ReadFile:
    """What the file `relative` to the project folder shows; nothing, and a finding at `place`, when it cannot be used."""
    data = read_bytes(folder, relative, PICTURE_BYTES, place)
    if isinstance(data, Finding):
        return ReadFile((), (data,))
    return read_picture(data, relative, use, place)


def with_pictures(
    program: Program, folder: Path, progress: Callable[[int, int], None]
) -> tuple[Program, tuple[Finding, ...]]:
    """The program with the pictures of what its sections show: figures of talks and pages, portraits, logos of sponsors. What
    there is to say about a file is said where it is named first.

    `progress` is told how many files are read, and of how many.
    """
    reader = _Reader(folder, progress, len(set(_files(program))))
    settings = program.settings
    talks, pages, people, event = program.talks, program.pages, program.people, program.event
    if prints_talks(settings):
        talks = tuple(talk.illustrated(reader.shown(talk.figures, talk.id)) if talk.figures else talk for talk in talks)
    if "keynotes" in settings.sections:
        people = tuple(replace(person, photo=reader.picture(person.photo, PHOTO)) for person in people)
    if prints_pages(settings):
        pages = tuple(replace(page, figures=reader.figures(page.figures)) for page in pages)
    if "sponsors" in settings.sections:
        event = replace(event, sponsors=tuple(reader.tier(tier) for tier in event.sponsors))
    return replace(program, talks=talks, pages=pages, people=people, event=event), tuple(reader.findings)


def _files(program: Program) -> Iterator[str]:
    """The files that may have to be read."""
    yield from (figure.file for talk in program.talks for figure in talk.figures)
    yield from (figure.file for page in program.pages for figure in page.figures)
    yield from (person.photo.file for person in program.people if person.photo)
    yield from (sponsor.logo.file for tier in program.event.sponsors for sponsor in tier.sponsors if sponsor.logo)


class _Reader:
    """Reads files, each once, and collects the findings."""

    def __init__(self, folder: Path, progress: Callable[[int, int], None], total: int) -> None:
        self.findings: list[Finding] = []
        self._folder, self._progress, self._total = folder, progress, total
        self._known: dict[str, Picture | None] = {}

    def shown(self, figures: tuple[Figure, ...], talk: str | None) -> tuple[Picture | None, ...]:
        """What figures show; `talk` is the id of the one that they belong to."""
        return tuple(self._read(figure.file, FIGURE, figure.places.of("file"), talk) for figure in figures)

    def figures(self, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
        """Figures of a page with their pictures."""
        pictures = self.shown(figures, None)
        return tuple(replace(one, picture=picture) for one, picture in zip(figures, pictures, strict=True))

    def picture(self, file: PictureFile | None, use: Use) -> PictureFile | None:
        """A file with its picture."""
        return file and replace(file, picture=self._read(file.file, use, file.places.of("file"), None))

    def tier(self, tier: Tier) -> Tier:
        """Sponsors with their logos."""
        logos = (replace(sponsor, logo=self.picture(sponsor.logo, LOGO)) for sponsor in tier.sponsors)
        return replace(tier, sponsors=tuple(logos))

    def _read(self, file: str, use: Use, place: Place, talk: str | None) -> Picture | None:
        if file not in self._known:
            read = picture_file(self._folder, file, use, place)
            self.findings += [replace(finding, talk=talk) for finding in read.findings]
            self._known[file] = read.pictures[0] if read.pictures else None
            self._progress(len(self._known), self._total)
        return self._known[file]
