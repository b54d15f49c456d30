"""A display formula of the model → a flowable: set, or its source where that cannot be done."""

from booklet.composing.text import paragraph, source_voice, voice
from booklet.flowable import Flowable
from booklet.lettering.display import Display
from booklet.lettering.letters import Letters
from booklet.lettering.mathematics.cannot_set import CannotSetError
from booklet.lettering.mathematics.chunks import Chunk
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.model.rich_text import Block as TextBlock
from booklet.structure import Element
from booklet.styling.style import Style

# Of the measure: the room that a number at the right takes from the formula.
_NUMBER_ROOM = 0.1
# Of the height between the margins: what a formula may take without being parted.
_HIGHEST = 0.7


def set_display(source: str, style: Style) -> tuple[tuple[Chunk, ...], str]:
    """A display as lines that the text column of a style has room for, and its number. Raises CannotSetError."""
    # Reading LaTeX takes time to import, and most texts have no formula.
    from booklet.lettering.mathematics.formula import display_lines, set_formula

    page, em = style.page, style.text.body.size / 1000
    tag = set_formula(source, display=True).tag
    width = page.text_width * (1 - _NUMBER_ROOM * bool(tag))
    return display_lines(source, width / em, (page.height - page.top - page.bottom) * _HIGHEST / em), tag


def display_formula(part: TextBlock, letters: Letters, root: Element) -> Flowable:
    """The formula of a block, for the text column."""
    style = letters.style.text.body
    (span,) = part.spans
    try:
        lines, tag = set_display(span.formula, letters.style)
    except CannotSetError:
        runs = (Run(span.text, source_voice(style)),)
        return Paragraph(letters, runs, style.leading, root.add("P"), align="left")
    element = root.add("Formula", alt=span.formula)
    number = paragraph(letters, style, f"({tag})", root.add("P"), align="right") if tag else None
    return Display(letters, lines, voice(style), element, number)
