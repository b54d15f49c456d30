"""The title of a part of the booklet → blocks: the words, and a rule that opens what follows."""

from booklet.composing.flowables.short_rule import ShortRule
from booklet.composing.text import paragraph
from booklet.flowable import Block
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import DESCENT
from booklet.structure import Element

# Weights of the rules that open and close a table, and of those between its rows.
OPENING, HAIR = 0.9, 0.25
# From the last baseline above it to the rule, of the grid.
_BELOW = 0.95


def part_title(letters: Letters, words: str, root: Element) -> list[Block]:
    """The title of a part on one line if it can be, and the rule as wide as the page's text."""
    style = letters.style.text.section_title
    title = paragraph(letters, style, words, root.add("H1"), align="balance")
    return [Block(title, keep=True), opening_rule(letters, style.size)]


def opening_rule(letters: Letters, above: float) -> Block:
    """The rule below text of the size `above`."""
    page = letters.style.page
    rule = ShortRule(page.inner_width, OPENING, letters.style.colors.ink)
    return Block(rule, _BELOW * page.grid - DESCENT * above, keep=True)
