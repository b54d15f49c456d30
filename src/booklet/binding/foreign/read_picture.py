"""Turns the bytes of a file from outside into pictures, or into a finding that says why it cannot be used."""

from typing import TYPE_CHECKING

from booklet.binding.foreign.picture_rules import PictureError, Use
from booklet.codes import BAD_PICTURE, IN_PIXELS, PICTURE_PARTS, REPAIRED_PICTURE, REPLACED_FONT
from booklet.finding import Code, Finding
from booklet.limits import PICTURE_BYTES
from booklet.picture import Picture
from booklet.place import Place
from booklet.plain_dataclasses import dataclass

if TYPE_CHECKING:
    from booklet.binding.foreign.pdf_pictures import PdfPictures

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_PDF = b"%PDF-"
_SHOWN_FONTS = 3
_PDF_WITHIN = 1024  # readers take a header after some junk (ISO 32000-1, Annex H, note 13)


@dataclass(frozen=True, slots=True)
class ReadFile:
    """The pictures of a file, one a page, and what there is to say about it. No picture: it cannot be used."""

    pictures: tuple[Picture, ...]
    findings: tuple[Finding, ...] = ()


def read_picture(data: bytes, name: str, use: Use, place: Place | None = None) -> ReadFile:
    """Read a PDF, PNG or JPEG file from outside, told apart by its bytes. Never raises for what is in them.

    `name` is the file's name for messages, `place` where the project names it. A PDF gives one picture a page, a form whose
    natural size is that of the page as a printer would cut it; an image gives one, sized by its resolution.
    """
    try:
        return _read(data, name, use, place)
    except PictureError as error:
        return ReadFile((), (_finding(BAD_PICTURE, name, use, error.reason, error.hint, place),))


def _read(data: bytes, name: str, use: Use, place: Place | None) -> ReadFile:
    if not data:
        raise PictureError("is empty")
    if len(data) > PICTURE_BYTES:
        raise PictureError(f"has more than {PICTURE_BYTES // 1_000_000} MB", "save it smaller")
    if data.startswith((_PNG, _JPEG)):
        from booklet.binding.foreign.image_picture import image_picture  # Pillow takes time that most runs do not need

        return ReadFile((image_picture(data),))
    if _PDF not in data[:_PDF_WITHIN]:
        raise PictureError("is not a PDF, PNG or JPEG file", "export it as one of these")
    from booklet.binding.foreign.pdf_pictures import pdf_pictures  # as does pypdf

    read = pdf_pictures(data, use)
    found = _remarks(read, use)
    pictures, strange = _archived(read)
    if strange and not read.replaced:
        reason = f"is placed as pixels, since PDF/A does not take {' and '.join(strange)}"
        hint = "export it as PDF/A, or with all fonts embedded and colors in RGB, to keep its lines and letters"
        found.append((IN_PIXELS, reason, hint))
    return ReadFile(pictures, tuple(_finding(code, name, use, reason, hint, place) for code, reason, hint in found))


def _remarks(read: "PdfPictures", use: Use) -> list[tuple[Code, str, str]]:
    """What there is to say about the pages taken: code, reason and remedy."""
    found = []
    if read.repaired:
        hint = "look at it in the booklet; export it again if something is missing"
        found.append((REPAIRED_PICTURE, "is damaged; it was repaired as well as it goes", hint))
    if read.left_out:
        reason = "has notes, stamps or form fields, which are left out"
        found.append((PICTURE_PARTS, reason, "print it to a new PDF to have them in the page"))
    if read.pages > len(read.pictures):
        reason = f"has {read.pages} pages, of which the first is printed"
        hint = f"leave only the {use.word} in it, or save the other pages as files of their own"
        found.append((PICTURE_PARTS, reason, hint))
    if read.replaced:
        shown = ", ".join(read.replaced[:_SHOWN_FONTS]) + ", …" * (len(read.replaced) > _SHOWN_FONTS)
        reason = f"is placed as pixels with similar letters, since it does not contain its fonts: {shown}"
        found.append((REPLACED_FONT, reason, "embed all fonts when exporting it"))
    return found


def _archived(read: "PdfPictures") -> tuple[tuple[Picture, ...], tuple[str, ...]]:
    """The pages, in pixels where PDF/A does not take them as they are, and which parts it does not take."""
    from booklet.binding.foreign.archival import strange_parts  # as do the validator
    from booklet.binding.foreign.pixels import in_pixels  # and PDFium

    parts = {picture: strange_parts(picture) for picture in read.pictures}
    kept = tuple(in_pixels(picture) if parts[picture] else picture for picture in read.pictures)
    return kept, tuple(sorted(set().union(*parts.values())))


def _finding(code: Code, name: str, use: Use, reason: str, hint: str | None, place: Place | None) -> Finding:
    return Finding(code, f'{use.word} "{name}" {reason}', place, hint)
