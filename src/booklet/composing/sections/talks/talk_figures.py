"""Figures of a talk or of a free page, numbered, each with its caption."""

from booklet.composing.flowables.figure import Figure
from booklet.composing.labels import Labels
from booklet.composing.picture_sizes import figure_size
from booklet.composing.text import WIDE, bold_voice, rich_runs, spoken
from booklet.flowable import Block
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import ASCENT, DESCENT, Paragraph
from booklet.lettering.runs import Run
from booklet.model.talk import Figure as TalkFigure
from booklet.model.talk import Talk
from booklet.structure import Element

# From the last baseline above a figure to its top, of the grid; from its foot to the caption's baseline, of its leading.
_ABOVE, _BELOW = 1.35, 1.05


def talk_figures(talk: Talk, letters: Letters, labels: Labels, root: Element) -> list[Block]:
    """The figures of a talk."""
    return figure_blocks(talk.figures, talk.language, letters, labels, root)


def figure_blocks(
    figures: tuple[TalkFigure, ...], language: str | None, letters: Letters, labels: Labels, root: Element
) -> list[Block]:
    """A block for every figure whose file can be used. A lone figure without a caption is not numbered either."""
    style = letters.style
    page, text = style.page, style.text
    room = page.text_height
    gap = _BELOW * text.caption.leading - ASCENT * text.caption.size
    blocks: list[Block] = []
    for number, figure in enumerate(figures, 1):
        if figure.picture is None:
            continue
        label = f"{labels.figure} {number}"
        element = root.add("Figure", alt=figure.alt or spoken(figure.caption) or label)
        size = figure_size(figure.picture, figure.width, style)
        caption = None
        if figure.caption or len(figures) > 1:
            caption = _caption(figure, label, letters, language)
        above = text.caption.size if blocks else text.body.size
        space = _ABOVE * page.grid - DESCENT * above
        blocks.append(Block(Figure(figure.picture, size, element, caption, gap, room), space))
    return blocks


def _caption(figure: TalkFigure, label: str, letters: Letters, language: str | None) -> Paragraph:
    """The label in bold and the words."""
    style = letters.style.text.caption
    bold = bold_voice(style, letters.style.colors.ink)
    words = rich_runs(letters, style, figure.caption)
    lead = Run(f"{label}." if words else label, bold, isolate=True)
    runs = (lead, Run(f"{WIDE} ", bold), *words) if words else (lead,)
    return Paragraph(letters, runs, style.leading, Element("Caption"), align="left", language=language)
