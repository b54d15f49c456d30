"""A display formula of the model → a flowable: set, or its source where that cannot be done."""

from booklet.composing.formulas import set_display
from booklet.composing.text import paragraph, source_voice, voice
from booklet.flowable import Flowable
from booklet.lettering.bidi import runs_backwards
from booklet.lettering.display import Display
from booklet.lettering.letters import Letters
from booklet.lettering.mathematics.cannot_set import CannotSetError
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.model.rich_text import Block as TextBlock
from booklet.structure import Element


def display_formula(part: TextBlock, letters: Letters, root: Element, language: str | None) -> Flowable:
    """The formula of a block, for the text column; its number stands where lines in the language end."""
    backwards = runs_backwards(language or letters.language)
    style = letters.style.text.body
    (span,) = part.spans
    try:
        lines, tag = set_display(span.formula, letters.style)
    except CannotSetError:
        runs = (Run(span.text, source_voice(style)),)
        return Paragraph(letters, runs, style.leading, root.add("P"), align="left")
    element = root.add("Formula", alt=span.formula)
    number = paragraph(letters, style, tag, root.add("P"), align="right", language=language) if tag else None
    return Display(letters, lines, voice(style), element, number, backwards=backwards)
