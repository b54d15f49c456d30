"""What a record says of a picture into a PictureFile."""

from booklet.finding import Finding
from booklet.model.picture_file import PictureFile
from booklet.place import Places
from booklet.reading.field_types import PictureRecord
from booklet.reading.fields import plain_text


def read_picture_file(
    record: PictureRecord | None, at: Places, language: str, findings: list[Finding]
) -> PictureFile | None:
    """The picture whose record stands `at`; None where none is given."""
    if record is None:
        return None
    alt = plain_text(record.alt, at.of("alt"), language, findings) or None
    return PictureFile(f"content/{record.file}", alt, at)
