"""booklet.yaml into Settings."""

from booklet.finding import Finding
from booklet.model.acceptance import Acceptance
from booklet.model.picture_file import PictureFile
from booklet.model.settings import DEFAULT_SECTIONS, STANDARDS, AbstractSettings, ProgramSettings, Settings
from booklet.place import Place, Places
from booklet.reading.booklet_record import BookletRecord
from booklet.reading.field_types import PictureRecord
from booklet.reading.read_picture_file import read_picture_file
from booklet.reading.validate import part, places, validate
from booklet.yaml_file import Node


def read_settings(node: Node | None, file: str, language: str, findings: list[Finding]) -> Settings:
    """How the booklet is to be made; the defaults where the file says nothing or cannot be read."""
    record, good, found = validate(BookletRecord, node, file)
    findings.extend(found)
    if record is None:
        return Settings(Places(Place(file)))
    at = places(good, file)

    def cover(side: str, one: PictureRecord | None) -> PictureFile | None:
        return read_picture_file(one, places(part(good, "covers", side), file), language, findings)

    return Settings(
        places=at,
        paper=(record.paper or "").strip() or None,
        style=(record.style or "").strip() or None,
        sections=tuple(dict.fromkeys(record.sections)) or DEFAULT_SECTIONS,
        chosen=bool(record.sections),
        program=ProgramSettings(record.program.at_a_glance, record.program.list, record.program.rooms_a_page),
        abstracts=AbstractSettings(record.abstracts.layout, record.abstracts.order),
        front_cover=cover("front", record.covers.front),
        back_cover=cover("back", record.covers.back),
        logo=cover("logo", record.covers.logo),
        modern=record.standard == STANDARDS[1],
        attach=tuple(dict.fromkeys(record.attach)),
        least_words=record.abstract_words.least,
        most_words=record.abstract_words.most,
        accept=tuple(
            Acceptance(one.code, one.reason, at.of("accept", index, "code"), one.talk, one.about)
            for index, one in enumerate(record.accept)
        ),
    )
