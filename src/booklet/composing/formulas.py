"""LaTeX of the model → formulas that a style has room for, in a line of text or on lines of their own."""

from booklet.lettering.mathematics.cannot_set import CannotSetError
from booklet.lettering.mathematics.chunks import Chunk, Formula
from booklet.styling.style import Style, TextStyle

# The room that a number at the right takes from the formula: of the size for each figure or sign, for each letter, and for
# the parentheses with the white before them; of the measure at most.
_FIGURE, _LETTER, _AROUND_NUMBER, _WIDEST_NUMBER = 0.55, 1.0, 1.0, 0.3
# Of the measure: what a part of a formula may take in a line of text; some columns are narrower than others.
_WIDEST = 0.6
# Of the height between the margins: what a formula may take without being parted.
_HIGHEST = 0.7


def set_inline(source: str, text: TextStyle, style: Style) -> Formula:
    """A formula in a text of a style. Raises CannotSetError, also for one with a part that no line has room for."""
    # Reading LaTeX takes time to import, and most texts have no formula.
    from booklet.lettering.mathematics.formula import set_formula

    formula = set_formula(source, display=False)
    if max(chunk.advance for chunk in formula.chunks) * text.size / 1000 > style.page.text_width * _WIDEST:
        raise CannotSetError("a part of it is too wide for a line of text")
    return formula


def set_display(source: str, style: Style) -> tuple[tuple[Chunk, ...], str]:
    """A display as lines that the text column of a style has room for, and its number. Raises CannotSetError."""
    # Reading LaTeX takes time to import, and most texts have no formula.
    from booklet.lettering.mathematics.formula import display_lines, set_formula

    page, em = style.page, style.text.body.size / 1000
    tag = set_formula(source, display=True).tag
    characters = sum(_LETTER if character.isalpha() else _FIGURE for character in tag) + _AROUND_NUMBER
    number = characters * style.text.body.size if tag else 0.0
    if number > page.text_width * _WIDEST_NUMBER:
        raise CannotSetError("its number is too long")
    height = page.text_height * _HIGHEST
    return display_lines(source, (page.text_width - number) / em, height / em), tag
