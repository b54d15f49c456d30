"""Title, authors and affiliations of a talk, above its abstract."""

from booklet.composing.text import bold_voice, paragraph, space_to, superior, superior_voice, unbroken, voice
from booklet.flowable import Block
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
        runs = _author_runs(talk, style)
        authors = Paragraph(letters, runs, style.leading, element.add("P"), align="left", language=talk.language)
        blocks.append(Block(authors, space_to(above, style, style.leading * 1.55), keep=True))
        above = style
    small = text.talk_affiliations
    for index, runs in enumerate(_affiliation_runs(talk, small)):
        distance = small.leading if index else small.leading * 1.42
        affiliation = Paragraph(letters, runs, small.leading, element.add("P"), align="left", language=talk.language)
        blocks.append(Block(affiliation, space_to(above, small, distance), keep=True))
        above = small
    return blocks


def _author_runs(talk: Talk, style: TextStyle) -> tuple[Run, ...]:
    """Names in the file's order, presenters bold, with the numbers of their affiliations as superior figures."""
    runs: list[Run] = []
    for index, author in enumerate(talk.authors):
        name = unbroken(author.name) if len(author.name) <= _UNBROKEN_NAME else author.name
        runs.append(Run(name, bold_voice(style) if author.presenting else voice(style), isolate=True))
        if author.affiliations and _numbered(talk):
            runs.append(Run(superior(author.affiliations), superior_voice(style)))
        if index + 1 < len(talk.authors):
            runs.append(Run(", ", voice(style)))
    return tuple(runs)


def _numbered(talk: Talk) -> bool:
    """Whether affiliations need numbers: not when all authors share the only one."""
    return len(talk.affiliations) > 1 or any(not author.affiliations for author in talk.authors)


def _affiliation_runs(talk: Talk, style: TextStyle) -> list[tuple[Run, ...]]:
    """A paragraph for every affiliation, or one for all when there are many authors."""
    space = Run(unbroken(" "), voice(style))
    entries = []
    for number, affiliation in enumerate(talk.affiliations, 1):
        figure = (Run(superior((number,)), superior_voice(style)), space) if _numbered(talk) else ()
        entries.append((*figure, Run(affiliation, voice(style), isolate=True)))
    if len(talk.authors) < _RUN_IN_FROM or not entries:
        return entries
    joined = entries[0]
    for entry in entries[1:]:
        joined = (*joined, Run(" · ", voice(style)), *entry)
    return [joined]
