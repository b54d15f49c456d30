"""Turns a foreign PDF into pictures, one a page, with nothing of the file but what the pages draw."""

import io

from pypdf import PageObject, PdfReader

from booklet.binding.complaints import complaints
from booklet.binding.foreign.objects import ForeignFile, copy_page
from booklet.binding.foreign.picture_rules import AS_PICTURE, MAX_SIDE, PictureError, Use
from booklet.binding.foreign.syntax import number_syntax
from booklet.binding.pdf_values import entry, items, name, real, reals
from booklet.picture import Picture
from booklet.plain_dataclasses import dataclass
from booklet.units import MM

Box = tuple[float, float, float, float]

_LONGEST_FONT_NAME = 60
_NOT_DRAWN = frozenset(("/Link", "/Popup", ""))


@dataclass(frozen=True, slots=True)
class PdfPictures:
    """Pages of a file as pictures, of so many `pages` that it has; `repaired`: it was damaged; `left_out`: the pages taken
    have notes, stamps or form fields; `replaced`: fonts that it does not hold, for which others have to stand in."""

    pictures: tuple[Picture, ...]
    pages: int
    repaired: bool
    left_out: bool
    replaced: tuple[str, ...]


def pdf_pictures(data: bytes, use: Use) -> PdfPictures:
    """The pages of a PDF that its use asks for, each as a form XObject. Raises PictureError, whatever the bytes are."""
    if b"%%EOF" not in data:
        raise PictureError("is not complete", "copy or export it again")
    try:
        with complaints() as heard:
            reader = _opened(data)
            file = ForeignFile(hidden_layers=_has_hidden_layers(reader))
            count = len(reader.pages)
            pages = _pages(reader, count, use)
            pictures = tuple(_page_picture(file, page, use) for page in pages)
            miscounted = real(entry(entry(reader.root_object, "/Pages"), "/Count"), count) != count
            notes = [note for page in pages for note in items(entry(page, "/Annots"))]
            left_out = any(name(note, "/Subtype") not in _NOT_DRAWN for note in notes)
    except PictureError:
        raise
    except Exception as error:  # pypdf 7.1 answers bad bytes with AttributeError and others besides its own
        raise PictureError("is damaged", AS_PICTURE) from error
    if file.fonts_missing:
        raise _missing_fonts(file.fonts_missing)
    repaired = bool(heard) or miscounted or file.damaged
    return PdfPictures(pictures, count, repaired, left_out, tuple(sorted(file.fonts_replaced)))


def _opened(data: bytes) -> PdfReader:
    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
    except NotImplementedError as error:
        raise PictureError("is encrypted in a way that is not known", "save it without encryption") from error
    if locked:
        raise PictureError("has a password", "save it without one")
    return reader


def _pages(reader: PdfReader, count: int, use: Use) -> list[PageObject]:
    if count == 0:
        raise PictureError("has no pages")
    if count > use.pages > 1:
        reason = f"has {count} pages; a {use.word} has at most {use.pages}"
        raise PictureError(reason, f"leave only the {use.word} in it")
    return [reader.pages[index] for index in range(min(count, use.pages))]


def _has_hidden_layers(reader: PdfReader) -> bool:
    """Whether a layer is hidden when the file is opened (ISO 32000-1, 8.11.4.3)."""
    settings = entry(entry(reader.root_object, "/OCProperties"), "/D")
    return bool(items(entry(settings, "/OFF"))) or name(settings, "/BaseState") in {"/OFF", "/Unchanged"}


def _page_picture(file: ForeignFile, page: PageObject, use: Use) -> Picture:
    box = _box(page)
    turn = real(entry(page, "/Rotate"))
    unit = real(entry(page, "/UserUnit"), 1)
    if turn % 90 or unit <= 0:
        raise PictureError("has a page that is turned or scaled in a way that is not known", AS_PICTURE)
    width, height = (box[2] - box[0]) * unit, (box[3] - box[1]) * unit
    if not all(use.least <= side <= MAX_SIDE for side in (width, height)):
        size = f"{width / MM:.0f} × {height / MM:.0f} mm"
        least, most = use.least / MM, MAX_SIDE / MM
        raise PictureError(f"has a page of {size}", f"the sides of a {use.word} are {least:.0f} to {most:.0f} mm long")
    matrix = _upright(box, unit, int(turn) % 360)
    form = b"/BBox[%s]/Matrix[%s]" % (_numbers(box), _numbers(matrix))
    if turn % 180:
        width, height = height, width
    return Picture(width, height, copy_page(file, page, box, form), None, is_page=True)


def _box(page: PageObject) -> Box:
    """What a printer would cut the page to: its trim box within its crop box within its media box (14.11.2)."""
    box = _rectangle(reals(entry(page, "/MediaBox")))
    if box is None:
        raise PictureError("has a page without a size", AS_PICTURE)
    for key in ("/CropBox", "/TrimBox"):
        inner = _rectangle(reals(entry(page, key)))
        if inner:
            cut = (max(box[0], inner[0]), max(box[1], inner[1]), min(box[2], inner[2]), min(box[3], inner[3]))
            box = cut if cut[0] < cut[2] and cut[1] < cut[3] else box
    return box


def _rectangle(corners: list[float]) -> Box | None:
    """Left, bottom, right, top of a rectangle given by two opposite corners; None when it has no area."""
    if len(corners) != 4:
        return None
    x, y, right, top = corners
    return (min(x, right), min(y, top), max(x, right), max(y, top)) if x != right and y != top else None


def _upright(box: Box, unit: float, turn: int) -> tuple[float, ...]:
    """The matrix that turns the page clockwise by `turn` degrees, scales it, and puts its lower left corner at 0 0."""
    left, bottom, right, top = box
    matrix = {
        0: (1, 0, 0, 1, -left, -bottom),
        90: (0, -1, 1, 0, -bottom, right),
        180: (-1, 0, 0, -1, right, top),
        270: (0, 1, -1, 0, top, -left),
    }[turn]
    return tuple(value * unit for value in matrix)


def _numbers(values: tuple[float, ...]) -> bytes:
    return b" ".join(number_syntax(value) for value in values)


def _missing_fonts(fonts: set[str]) -> PictureError:
    shown = sorted({"".join(c if c.isprintable() else "?" for c in font)[:_LONGEST_FONT_NAME] for font in fonts})
    more = f" and {len(shown) - 3} more" if len(shown) > 3 else ""
    noun = "a font" if len(shown) == 1 else "fonts"
    return PictureError(
        f"uses {noun} that it does not contain: {', '.join(shown[:3])}{more}",
        "embed all fonts when exporting it, or export it as PNG with 300 dpi",
    )
