"""What kind of file a booklet becomes: what it says of itself, how fine its pictures are, what is attached to it."""

from booklet.binding.conformance import Conformance
from booklet.binding.fineness import FINE, Fineness
from booklet.plain_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in the file (ISO 32000-1, 7.11.4): its name, its media type ("text/calendar"), what it is in words, its data."""

    name: str
    media_type: str
    description: str
    data: bytes


@dataclass(frozen=True, slots=True)
class FilePlan:
    """A modern claim makes a PDF 2.0 file, others PDF 1.7."""

    claim: Conformance
    fineness: Fineness = FINE
    attachments: tuple[Attachment, ...] = ()
