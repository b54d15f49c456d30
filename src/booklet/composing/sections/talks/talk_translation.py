"""A talk in a second language → its title and abstract in it, beside the first abstract or below it."""

from booklet.composing.abstracts_form import column_places, holds_two_columns
from booklet.composing.flowables.side_by_side import SideBySide
from booklet.composing.sections.talks.talk_body import on_grid, talk_body
from booklet.composing.text import paragraph, space_to
from booklet.flowable import Block
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import ASCENT, Paragraph
from booklet.model.talk import Talk, Translation
from booklet.plain_dataclasses import replace
from booklet.structure import Element

# Of the grid: white above abstracts side by side; between one and the other below it.
_ABOVE, _APART = 1.2, 1.5
_TITLE, _TO_BODY = 1.9, 1.25  # of their leading: above a second title, and from it to its abstract


def translated_title(translation: Translation, letters: Letters, element: Element) -> Paragraph:
    """The title in the second language."""
    own = element.add("P", lang=translation.language)
    style = letters.style.text.talk_translated_title
    return paragraph(letters, style, translation.title, own, align="balance", language=translation.language)


def both_abstracts(talk: Talk, letters: Letters, root: Element, head: float, aside: float) -> list[Block]:
    """Both abstracts of a talk that has a page: side by side over margin and text column where that fits below its head and
    what is beside that, so many points high; else one below the other."""
    page, translation = letters.style.page, talk.translation
    if talk.abstract and translation and translation.abstract and holds_two_columns(page):
        trial = _side_by_side(talk, translation, letters, Element("Sect"))
        needed = trial.flowable.wrap(page.text_width, 0)[1] + trial.space + page.grid
        if max(head, aside) + needed <= page.text_height:
            both = _side_by_side(talk, translation, letters, root)
            return [replace(both, space=both.space + max(0.0, aside - head))]
    return [*talk_body(talk, letters, root), *_one_below(talk, letters, root)]


def _side_by_side(talk: Talk, translation: Translation, letters: Letters, root: Element) -> Block:
    """The abstracts in columns, each in its language."""
    style = letters.style
    page, (lefts, width) = style.page, column_places(style.page)
    narrow = letters.with_style(replace(style, page=replace(page, text_left=page.width - page.right - width)))
    first = talk_body(talk, narrow, root.add("Sect", lang=talk.language or letters.language))
    second = talk_body(_in_translation(talk, translation), narrow, root.add("Sect", lang=translation.language))
    both = SideBySide(first, second, page.text_left - page.left, lefts[1] - lefts[0] - width)
    return Block(both, page.grid * _ABOVE, on_grid=True, ascent=ASCENT * style.text.body.size)


def _one_below(talk: Talk, letters: Letters, root: Element) -> list[Block]:
    """The abstract in the second language."""
    if not talk.translation:
        return []
    own = root.add("Sect", lang=talk.translation.language)
    body = talk_body(_in_translation(talk, talk.translation), letters, own)
    return [
        replace(block, space=block.space if index else letters.style.page.grid * _APART)
        for index, block in enumerate(body)
    ]


def translation_below(talk: Talk, letters: Letters, root: Element, *, grid: bool) -> list[Block]:
    """Title and abstract in the second language, for below the abstract of a talk among others, on their `grid` or not."""
    if not talk.translation:
        return []
    text, own = letters.style.text, root.add("Sect", lang=talk.translation.language)
    style, title = text.body, text.talk_translated_title
    heading = translated_title(talk.translation, letters, own)
    body = talk_body(_in_translation(talk, talk.translation), letters, own)
    above = space_to(style, title, style.leading * _TITLE)
    if not body:
        return [Block(heading, above)]
    space = space_to(title, style, style.leading * _TO_BODY)
    ascent = heading.wrap(letters.style.page.text_width, 0)[1] + space + ASCENT * style.size
    first = replace(body[0], space=space, on_grid=False)
    return [
        Block(heading, above, keep=True, on_grid=grid, ascent=ascent),
        first,
        *(on_grid(body[1:], style) if grid else body[1:]),
    ]


def _in_translation(talk: Talk, translation: Translation) -> Talk:
    """The talk with the second language for its first."""
    return replace(talk, title=translation.title, abstract=translation.abstract, language=translation.language)
