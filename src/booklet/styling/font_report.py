"""A style → the fonts of its booklet as lines to read: what each face is set in, and what is fallen back on."""

from booklet.styling.fallback import fallback_order
from booklet.styling.font_facts import font_facts
from booklet.styling.font_tables import REGULAR
from booklet.styling.fonts import FontFile
from booklet.styling.style import Style


def font_report(style: Style, language: str) -> tuple[str, ...]:
    """A line for every face, then one for every fallback font in the order that regular text of a language tries them: its
    name and its file."""
    width = max(len(face) for face, _ in style.faces) + 2
    faces = [f"{face:{width}}{_named(font)}" for face, font in style.faces]
    order = fallback_order([(font, font_facts(font)) for font in style.fallback], REGULAR, language)
    return (*faces, *(f"{'fallback':{width}}{_named(font)}" for font in order))


def _named(font: FontFile) -> str:
    """The file; the number of the face in a collection, and the weight of a variable font."""
    file, index, weight = font.source
    number = f"#{index + 1}" if file.lower().endswith((".ttc", ".otc")) else ""
    return f"{file}{number}" + (f"  at weight {weight}" if weight else "")
