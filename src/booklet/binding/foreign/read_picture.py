"""Turns the bytes of a file from outside into pictures, or into a finding that says why it cannot be used."""

from dataclasses import dataclass

from booklet.binding.foreign.picture_rules import PictureError, Use
from booklet.codes import BAD_PICTURE, PICTURE_PARTS, REPAIRED_PICTURE
from booklet.finding import Code, Finding
from booklet.limits import PICTURE_BYTES
from booklet.picture import Picture
from booklet.place import Place

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_PDF = b"%PDF-"
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
    findings = []
    if read.repaired:
        hint = "look at it in the booklet; export it again if something is missing"
        reason = "is damaged; it was repaired as well as it goes"
        findings.append(_finding(REPAIRED_PICTURE, name, use, reason, hint, place))
    if read.left_out:
        hint = "print it to a new PDF to have them in the page"
        reason = "has notes, stamps or form fields, which are left out"
        findings.append(_finding(PICTURE_PARTS, name, use, reason, hint, place))
    if read.pages > len(read.pictures):
        reason = f"has {read.pages} pages, of which the first is printed"
        hint = f"leave only the {use.word} in it, or save the other pages as files of their own"
        findings.append(_finding(PICTURE_PARTS, name, use, reason, hint, place))
    return ReadFile(read.pictures, tuple(findings))


def _finding(code: Code, name: str, use: Use, reason: str, hint: str | None, place: Place | None) -> Finding:
    return Finding(code, f'{use.word} "{name}" {reason}', place, hint)
