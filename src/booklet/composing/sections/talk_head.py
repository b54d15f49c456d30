"""Title, authors and affiliations of a talk, above its abstract."""

from booklet.composing.flowables.list_item import ListItem
from booklet.composing.text import bold_voice, comma, paragraph, space_to, superior, superior_voice, unbroken, voice
from booklet.flowable import Block, Flowable
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.model.talk import Talk
from booklet.structure import Element
from booklet.styling.style import TextStyle

# From this many authors on, affiliations are run in to save space; names up to this length stay on one line.
_RUN_IN_FROM = 13
_UNBROKEN_NAME = 24


def talk_head(talk: Talk, letters: Letters, element: Element) -> list[Block]:
    """Blocks that stay together with the beginning of the abstract."""
    text = letters.style.text
    title = paragraph(letters, text.talk_title, talk.title, element.add("H1"), align="balance", language=talk.language)
    blocks = [Block(title, keep=True)]
    above = text.talk_title
    if talk.authors:
        style = text.talk_authors
        runs = _author_runs(talk, style, talk.language or letters.language)
        authors = Paragraph(letters, runs, style.leading, element.add("P"), align="left", language=talk.language)
        blocks.append(Block(authors, space_to(above, style, style.leading * 1.55), keep=True))
        above = style
    small = text.talk_affiliations
    for index, affiliation in enumerate(_affiliations(talk, letters, element)):
        distance = small.leading if index else small.leading * 1.42
        blocks.append(Block(affiliation, space_to(above, small, distance), keep=True))
        above = small
    return blocks


def _author_runs(talk: Talk, style: TextStyle, language: str) -> tuple[Run, ...]:
    """Names in the file's order, presenters bold, with the numbers of their affiliations as superior figures."""
    runs: list[Run] = []
    for index, author in enumerate(talk.authors):
        name = unbroken(author.name) if len(author.name) <= _UNBROKEN_NAME else author.name
        runs.append(Run(name, bold_voice(style) if author.presenting else voice(style), isolate=True))
        if author.affiliations and _numbered(talk):
            runs.append(Run(superior(author.affiliations), superior_voice(style)))
        if index + 1 < len(talk.authors):
            runs.append(Run(comma(language), voice(style)))
    return tuple(runs)


def _numbered(talk: Talk) -> bool:
    """Whether affiliations need numbers: not when all authors share the only one."""
    return len(talk.affiliations) > 1 or any(not author.affiliations for author in talk.authors)


def _affiliations(talk: Talk, letters: Letters, element: Element) -> list[Flowable]:
    """A paragraph for every affiliation, with its number hanging, or one for all when there are many authors."""
    style = letters.style.text.talk_affiliations
    names = [Run(affiliation, voice(style), isolate=True) for affiliation in talk.affiliations]
    figures = [_figure(number, style) if _numbered(talk) else () for number in range(1, len(names) + 1)]

    def set_runs(runs: tuple[Run, ...], paragraph: Element) -> Paragraph:
        return Paragraph(letters, runs, style.leading, paragraph, align="left", language=talk.language)

    if len(talk.authors) >= _RUN_IN_FROM and names:
        runs: tuple[Run, ...] = ()
        for figure, name in zip(figures, names, strict=True):
            runs += (*((Run(" · ", voice(style)),) if runs else ()), *figure, name)
        return [set_runs(runs, element.add("P"))]
    hang = max((set_runs(figure, element).natural_width() for figure in figures if figure), default=0.0)
    done: list[Flowable] = []
    for figure, name in zip(figures, names, strict=True):
        own = element.add("P")
        body = set_runs((name,), own)
        done.append(ListItem(set_runs(figure, own) if figure else None, body, 0.0, hang) if hang else body)
    return done


def _figure(number: int, style: TextStyle) -> tuple[Run, ...]:
    """The number of an affiliation, and the space after it."""
    return Run(superior((number,)), superior_voice(style)), Run(unbroken(" "), voice(style))
