"""The authors of a talk, when they are very many → a section of their own after the talk: all names, all affiliations."""

from functools import partial

from booklet.composing.authors_form import names_key
from booklet.composing.copyfit import tighter_affiliations
from booklet.composing.flowables.short_rule import ShortRule
from booklet.composing.flowables.two_columns import TwoColumns
from booklet.composing.labels import Labels
from booklet.composing.section import Column, Furniture, Section, Tighter
from booklet.composing.sections.talks.talk_authors import author_runs, bold_numbered_affiliations
from booklet.composing.text import paragraph, space_to
from booklet.flowable import Block
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import ASCENT, DESCENT, Paragraph
from booklet.model.talk import Talk
from booklet.plain_dataclasses import replace
from booklet.structure import Element
from booklet.styling.style import Style
from booklet.units import MM

_GAP = 6 * MM  # between the columns of affiliations
_OPENING, _PARTING = 0.9, 0.5  # weights of the rules


def compose_names(talk: Talk, letters: Letters, labels: Labels, furniture: Furniture) -> Section:
    """The page of names, or the pages, under the furniture of the talk. Affiliations get smaller where that saves a page."""
    in_style = partial(_section, talk, letters, labels, replace(furniture, head_outer=furniture.head_next))
    tighter = Tighter(partial(tighter_affiliations, letters.style), in_style)
    return replace(in_style(letters.style), tighter=tighter)


def _section(talk: Talk, letters: Letters, labels: Labels, furniture: Furniture, style: Style) -> Section:
    letters, page = letters.with_style(style), style.page
    root = Element("Sect", lang=talk.language)
    return Section(
        names_key(talk),
        root,
        bookmark=labels.authors_and_affiliations,
        columns=(Column(page.left, page.inner_width),),
        blocks=(*_names(talk, letters, labels, root), *_affiliations(talk, letters, root)),
        furniture=furniture,
        level=1,
    )


def _names(talk: Talk, letters: Letters, labels: Labels, root: Element) -> tuple[Block, ...]:
    """The title of the talk, below it what follows, in the language of the booklet, over a rule; and all names, the full
    width of the page."""
    text, ink = letters.style.text, letters.style.colors.ink
    title, style, small = text.section_subtitle, text.talk_names, text.talk_small_affiliations
    heading = paragraph(letters, title, talk.title, root.add("H2"), language=talk.language, align="balance")
    own = root.add("P", lang=letters.language if talk.language else None)
    what = paragraph(letters, small, labels.authors_and_affiliations, own)
    rule = ShortRule(letters.style.page.inner_width, _OPENING, ink)
    runs = author_runs(talk, range(len(talk.authors)), style, talk.language or letters.language)
    names = Paragraph(letters, runs, style.leading, root.add("P"), align="left", language=talk.language)
    below = space_to(title, style, title.leading * 0.4 + style.leading * 1.25)
    return (
        Block(heading, keep=True),
        Block(what, space_to(title, small, small.leading * 1.2), keep=True),
        Block(rule, title.leading * 0.4 - DESCENT * small.size, keep=True),
        Block(names, below - title.leading * 0.4 + DESCENT * title.size),
    )


def _affiliations(talk: Talk, letters: Letters, root: Element) -> tuple[Block, ...]:
    """All affiliations below a rule, in two columns."""
    if not talk.affiliations:
        return ()
    text, page = letters.style.text, letters.style.page
    names, style = text.talk_names, text.talk_small_affiliations
    rule = ShortRule(page.inner_width, _PARTING, letters.style.colors.ink)
    body = bold_numbered_affiliations(talk, letters, style, root.add("P"))
    return (
        Block(rule, page.grid - DESCENT * names.size, keep=True),
        Block(TwoColumns(body, _GAP), style.leading * 1.25 - ASCENT * style.size),
    )
