"""The abstract of a talk, and what stands below it: figures, keywords, funding, links, references, many affiliations."""

from collections.abc import Sequence
from itertools import groupby

from booklet.composing.display_formula import display_formula
from booklet.composing.flowables.list_item import ListItem
from booklet.composing.flowables.short_rule import ShortRule
from booklet.composing.labels import Labels
from booklet.composing.sections.list_items import NUMBERED, list_items
from booklet.composing.sections.talks.talk_authors import run_in_affiliations
from booklet.composing.sections.talks.talk_figures import talk_figures
from booklet.composing.text import WIDE, bold_voice, comma, paragraph, rich_runs, space_to, voice
from booklet.flowable import Block
from booklet.lettering.display import Display
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import ASCENT, Paragraph
from booklet.lettering.runs import Run
from booklet.model.rich_text import Block as TextBlock
from booklet.model.rich_text import RichText
from booklet.model.talk import Link, Talk
from booklet.plain_dataclasses import replace
from booklet.structure import Element
from booklet.styling.style import TextStyle
from booklet.units import MM

_RULE_LENGTH, _HAIR = 22 * MM, 0.25
# White above and below a display formula, of the leading.
_AROUND_FORMULA = 0.75


def talk_body(talk: Talk, letters: Letters, root: Element) -> list[Block]:
    """The abstract."""
    return rich_text_blocks(talk.abstract, talk.language, letters, root)


def rich_text_blocks(text: RichText, language: str | None, letters: Letters, root: Element) -> list[Block]:
    """Paragraphs half a line apart, the first on the baseline grid; lists."""
    style, grid = letters.style.text.body, letters.style.page.grid
    apart, within = (space_to(style, style, distance) for distance in (style.leading + grid / 2, style.leading))
    around_formula = style.leading * _AROUND_FORMULA
    blocks: list[Block] = []
    after_formula = False
    for is_list, group in groupby(text, lambda part: part.kind == "item"):
        parts = tuple(group)
        if is_list:
            items = list_items(parts, letters, root, language)
            # Neither the first nor the last item stands alone on its page.
            last = len(items) - 1
            blocks += [
                Block(item, within if index else apart, keep=index < last and index in {0, last - 1})
                for index, item in enumerate(items)
            ]
            after_formula = False
            continue
        for part in parts:
            if part.kind == "formula":
                formula = display_formula(part, letters, root, language)
                blocks.append(Block(formula, around_formula))
            else:
                space = around_formula if after_formula else within if part.continued else apart
                blocks.append(Block(_paragraph(part, letters, root, language), space))
            after_formula = part.kind == "formula"
    if blocks:
        # At least 0.8 lines below what precedes it.
        blocks[0] = Block(blocks[0].flowable, grid * 0.8, on_grid=True, ascent=ASCENT * style.size)
    return blocks


def on_grid(blocks: Sequence[Block], style: TextStyle) -> list[Block]:
    """Blocks of an abstract that all begin on the grid, formulas excepted."""
    return [
        block if isinstance(block.flowable, Display) else replace(block, on_grid=True, ascent=ASCENT * style.size)
        for block in blocks
    ]


def _paragraph(part: TextBlock, letters: Letters, root: Element, language: str | None) -> Paragraph:
    style = letters.style.text.body
    return Paragraph(letters, rich_runs(letters, style, part.spans), style.leading, root.add("P"), language=language)


def talk_tail(talk: Talk, letters: Letters, labels: Labels, root: Element, heading: str = "H2") -> list[Block]:
    """Figures; keywords, funding and links in lines that begin with a bold word; the references, below a `heading`."""
    text = letters.style.text
    style = text.references
    blocks = talk_figures(talk, letters, labels, root)
    last = text.caption if blocks else text.body
    lines: list[tuple[Run, ...]] = []
    if talk.keywords:
        between = comma(talk.language or letters.language)
        lines.append((*_label(style, labels.keywords), Run(between.join(talk.keywords), voice(style))))
    if talk.funding:
        lines.append((*_label(style, labels.funding), *rich_runs(letters, style, talk.funding)))
    lines += [_link(link, style) for link in talk.links]
    for index, runs in enumerate(lines):
        above, distance = (style, style.leading * 1.2) if index else (last, letters.style.page.grid * 1.7)
        block = Paragraph(letters, runs, style.leading, root.add("P"), align="left", language=talk.language)
        blocks.append(Block(block, space_to(above, style, distance)))
    return blocks + _references(talk, letters, labels, root, heading)


def talk_affiliations(talk: Talk, letters: Letters, root: Element, *, below_tail: bool) -> Block:
    """The affiliations of many authors, below all else: below the abstract itself unless there is more to it."""
    text = letters.style.text
    above, style = text.references if below_tail else text.body, text.talk_small_affiliations
    affiliations = run_in_affiliations(talk, letters, style, root.add("P"))
    return Block(affiliations, space_to(above, style, letters.style.page.grid * 1.7))


def _label(style: TextStyle, words: str) -> tuple[Run, ...]:
    """A label in the language of the booklet, with a wide space; its direction says nothing of what follows."""
    bold = bold_voice(style)
    return Run(words, bold, isolate=True), Run(f"{WIDE} ", bold)


def _link(link: Link, style: TextStyle) -> tuple[Run, ...]:
    """The address after its label, or alone when nothing else was given."""
    address = Run(link.address, voice(style), link.address, words=link.label, isolate=True)
    return (address,) if link.label == link.address else (*_label(style, link.label), address)


def _references(talk: Talk, letters: Letters, labels: Labels, root: Element, role: str) -> list[Block]:
    """Numbered references below a short rule."""
    if not talk.references:
        return []
    style, page = letters.style.text.references, letters.style.page
    runs = _label(style, labels.references)[:1]
    heading = Paragraph(letters, runs, style.leading, root.add(role), align="left", language=talk.language)
    rule = ShortRule(_RULE_LENGTH, _HAIR, letters.style.colors.rule, right=heading.runs_from_right)
    blocks = [Block(rule, page.grid, keep=True), Block(heading, style.leading * 0.6, keep=True)]
    listing = root.add("L", attributes=NUMBERED)
    muted = replace(style, color=letters.style.colors.mute)
    hang = paragraph(letters, style, f"[{len(talk.references)}]", None).natural_width() + style.size * 0.5
    for number, reference in enumerate(talk.references, 1):
        item = listing.add("LI")
        mark, words = item.add("Lbl"), item.add("LBody")
        body = paragraph(letters, style, reference, words, language=talk.language)
        if body.begins_at_right and not body.runs_from_right:  # one in Latin letters has its number at the left
            body = paragraph(letters, style, reference, words, language=talk.language, side="left")
        runs = (Run(f"[{number}]", voice(muted)),)
        label = Paragraph(letters, runs, style.leading, mark, align="left", backwards=body.runs_from_right)
        blocks.append(Block(ListItem(label, body, 0, hang), space_to(style, style, style.leading * 1.1)))
    return blocks
