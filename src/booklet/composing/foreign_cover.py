"""A cover from outside → a section of one page for each of its pictures."""

from collections.abc import Callable

from booklet.codes import COVER_SIZE
from booklet.composing.picture_sizes import coarse, fitted
from booklet.composing.section import Section
from booklet.finding import Finding
from booklet.model.picture_file import PictureFile
from booklet.picture import Picture
from booklet.structure import Element
from booklet.styling.style import Page, Style
from booklet.tagged_canvas import TaggedCanvas
from booklet.units import MM

# A cover may differ from the page by as much as a printer's cut does.
_TOLERANCE = 1 * MM


def compose_foreign_cover(
    cover: PictureFile, pictures: tuple[Picture, ...], key: str, label: str, style: Style
) -> tuple[tuple[Section, ...], tuple[Finding, ...]]:
    """Sections for the pictures of a cover, and what is to be said about their size."""
    sections: list[Section] = []
    findings: list[Finding] = []
    for number, picture in enumerate(pictures):
        root = Element("Sect")
        figure = root.add("Figure", alt=cover.alt or label)
        name = f"{key}-{number + 1}" if number else key
        paint = _painter(picture, figure, style.page)
        sections.append(Section(name, root, label, paint=paint, label=label))
        if not number and _differs(picture, style.page):
            findings.append(_of_another_size(cover, picture, style))
        width = fitted(picture, style.page.width, style.page.height)[0]
        findings += coarse(picture, width, f'cover "{cover.file}"', cover.places.of("file"))
    return tuple(sections), tuple(findings)


def _painter(picture: Picture, figure: Element, page: Page) -> Callable[[TaggedCanvas], None]:
    def paint(canvas: TaggedCanvas) -> None:
        draw_picture(canvas, picture, figure, (0.0, 0.0, page.width, page.height))

    return paint


def draw_picture(
    canvas: TaggedCanvas,
    picture: Picture,
    figure: Element,
    box: tuple[float, float, float, float],
    *,
    left: bool = False,
) -> None:
    """Draw a picture as large as the box (x, y, width, height in points) allows, in its middle or at its `left` and top."""
    x, y, width, height = box
    wide, high = fitted(picture, width, height)
    x, y = (x, y + height - high) if left else (x + (width - wide) / 2, y + (height - high) / 2)
    canvas.place(picture, figure, (x, y, wide, high))


def _differs(picture: Picture, page: Page) -> bool:
    if not picture.is_page:
        return abs(picture.width * page.height / picture.height - page.width) > _TOLERANCE
    return abs(picture.width - page.width) > _TOLERANCE or abs(picture.height - page.height) > _TOLERANCE


def _of_another_size(cover: PictureFile, picture: Picture, style: Style) -> Finding:
    def size(width: float, height: float) -> str:
        return f"{width / MM:.0f} × {height / MM:.0f} mm"

    theirs, ours = size(picture.width, picture.height), size(style.page.width, style.page.height)
    if picture.pixels and not picture.is_page:
        columns, rows = picture.pixels
        message = f'cover "{cover.file}" has {columns} × {rows} pixels, which is not the shape of the page ({ours})'
        return Finding(COVER_SIZE, f"{message}; it is fitted in", cover.places.of("file"), "cut it to that shape")
    message = f'cover "{cover.file}" is {theirs}, the page {ours}; it is fitted into the page'
    return Finding(COVER_SIZE, message, cover.places.of("file"), f"export it for {style.paper}")
