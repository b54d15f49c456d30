"""Pages for notes, as many as make the whole a multiple of four: a booklet is folded from sheets of four pages."""

from booklet.composing.labels import Labels
from booklet.composing.section import Section
from booklet.composing.sections.covers.back_cover import note_lines
from booklet.composing.sections.covers.cover_text import Fact, cover_scale, set_down
from booklet.lettering.letters import Letters
from booklet.model.program import Program
from booklet.page_map import PageMap
from booklet.structure import Element
from booklet.tagged_canvas import TaggedCanvas
from booklet.units import MM

_KEY = "notes"
_SHEET = 4


def compose_notes(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> tuple[Section, ...]:
    """One section a page; none where the pages are a multiple of four already."""
    del program
    missing = (note_pages(pages) - pages.count) % _SHEET
    return tuple(_page(number, letters, labels) for number in range(1, missing + 1))


def note_pages(pages: PageMap) -> int:
    """How many pages for notes the booklet has."""
    return sum(pages.page(f"{_KEY}-{number}") is not None for number in range(1, _SHEET))


def _page(number: int, letters: Letters, labels: Labels) -> Section:
    root = Element("Sect")

    def paint(canvas: TaggedCanvas) -> None:
        page, scale = letters.style.page, cover_scale(letters.style)
        heading = (Fact(letters.style.text.back_label, labels.notes, 0.0),)
        set_down(canvas, letters, root, [heading], page.height - 30 * MM * scale, 9 * MM * scale)
        note_lines(canvas, letters, page.height - 39 * MM * scale, page.bottom)

    return Section(f"{_KEY}-{number}", root, labels.notes if number == 1 else "", paint=paint)
