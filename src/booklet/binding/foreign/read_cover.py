"""Turns the bytes of a cover file from outside into pictures, or into a finding that says why it cannot be used."""

from dataclasses import dataclass

from booklet.binding.foreign.cover_rules import CoverError
from booklet.codes import BAD_COVER, COVER_PARTS, REPAIRED_COVER
from booklet.finding import Code, Finding
from booklet.limits import COVER_BYTES
from booklet.picture import Picture
from booklet.place import Place

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_PDF = b"%PDF-"
_PDF_WITHIN = 1024  # readers take a header after some junk (ISO 32000-1, Annex H, note 13)


@dataclass(frozen=True, slots=True)
class Cover:
    """The pictures of a cover file, one a page, and what there is to say about it. No picture: it cannot be used."""

    pictures: tuple[Picture, ...]
    findings: tuple[Finding, ...] = ()


def read_cover(data: bytes, name: str, place: Place | None = None) -> Cover:
    """Read a cover from outside: a PDF, PNG or JPEG file, told apart by its bytes. Never raises for what is in them.

    `name` is the file's name for messages, `place` where the project names it. A PDF gives one picture a page, a form whose
    natural size is that of the page as a printer would cut it; an image gives one, sized by its resolution.
    """
    try:
        return _read(data, name, place)
    except CoverError as error:
        return Cover((), (_finding(BAD_COVER, name, error.reason, error.hint, place),))


def _read(data: bytes, name: str, place: Place | None) -> Cover:
    if not data:
        raise CoverError("is empty")
    if len(data) > COVER_BYTES:
        raise CoverError(f"has more than {COVER_BYTES // 1_000_000} MB", "save it smaller")
    if data.startswith((_PNG, _JPEG)):
        from booklet.binding.foreign.cover_image import image_picture  # Pillow takes time that most runs do not need

        return Cover((image_picture(data),))
    if _PDF not in data[:_PDF_WITHIN]:
        raise CoverError("is not a PDF, PNG or JPEG file", "export it as one of these")
    from booklet.binding.foreign.cover_pdf import pdf_pictures  # as does pypdf

    read = pdf_pictures(data)
    findings = []
    if read.repaired:
        hint = "look at it in the booklet; export it again if something is missing"
        findings.append(_finding(REPAIRED_COVER, name, "is damaged; it was repaired as well as it goes", hint, place))
    if read.left_out:
        hint = "print it to a new PDF to have them in the page"
        findings.append(
            _finding(COVER_PARTS, name, "has notes, stamps or form fields, which are left out", hint, place)
        )
    return Cover(read.pictures, tuple(findings))


def _finding(code: Code, name: str, reason: str, hint: str | None, place: Place | None) -> Finding:
    return Finding(code, f'cover "{name}" {reason}', place, hint)
