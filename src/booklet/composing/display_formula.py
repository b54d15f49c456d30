"""A display formula of the model → a flowable: set, or its source where that cannot be done."""

from booklet.composing.text import paragraph, source_voice, voice
from booklet.flowable import Flowable
from booklet.lettering.display import Display
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.model.rich_text import Block as TextBlock
from booklet.structure import Element

# Of the measure: the room that a number at the right takes from the formula.
_NUMBER_ROOM = 0.1


def display_formula(part: TextBlock, letters: Letters, root: Element, width: float) -> Flowable:
    """The formula of a block, for a measure of `width` points."""
    # Reading LaTeX takes time to import, and most texts have no formula.
    from booklet.lettering.mathematics.formula import CannotSetError, display_lines, set_formula

    style = letters.style.text.body
    (span,) = part.spans
    try:
        tag = set_formula(span.formula, display=True).tag
        lines = display_lines(span.formula, width * (1 - _NUMBER_ROOM * bool(tag)) * 1000 / style.size)
    except CannotSetError:
        runs = (Run(span.text, source_voice(style)),)
        return Paragraph(letters, runs, style.leading, root.add("P"), align="left")
    element = root.add("Formula", alt=span.formula)
    number = paragraph(letters, style, f"({tag})", root.add("P"), align="right") if tag else None
    return Display(letters, lines, voice(style), element, number)
