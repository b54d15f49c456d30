"""The abstract of a talk, and what stands below it: keywords, funding, links and references."""

from booklet.composing.flowables.list_item import ListItem
from booklet.composing.flowables.short_rule import ShortRule
from booklet.composing.labels import Labels
from booklet.composing.text import WIDE, bold_voice, paragraph, rich_runs, space_to, voice
from booklet.flowable import Block
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import ASCENT, Paragraph
from booklet.lettering.runs import Run
from booklet.model.rich_text import Block as TextBlock
from booklet.model.talk import Talk
from booklet.structure import Element
from booklet.styling.style import TextStyle
from booklet.units import MM

_RULE_LENGTH, _HAIR = 22 * MM, 0.25


def talk_body(talk: Talk, letters: Letters, root: Element) -> list[Block]:
    """Paragraphs half a line apart, the first on the baseline grid; lists."""
    style, grid = letters.style.text.body, letters.style.page.grid
    blocks: list[Block] = []
    listing: Element | None = None
    for part in talk.abstract:
        goes_on = listing is not None and part.kind == "item"
        listing = (listing or root.add("L")) if part.kind == "item" else None
        space = space_to(style, style, style.leading if goes_on else style.leading + grid / 2)
        if listing:
            block = Block(_list_item(part, letters, listing, talk.language), space)
        else:
            runs = rich_runs(letters, style, part.spans)
            block = Block(Paragraph(letters, runs, style.leading, root.add("P"), language=talk.language), space)
        if not blocks:
            # At least 0.8 lines below what precedes it.
            block = Block(block.flowable, grid * 0.8, on_grid=True, ascent=ASCENT * style.size)
        blocks.append(block)
    return blocks


def _list_item(part: TextBlock, letters: Letters, listing: Element, language: str | None) -> ListItem:
    style = letters.style.text.body
    item = listing.add("LI")
    label = paragraph(letters, style, part.marker, item.add("Lbl"))
    runs = rich_runs(letters, style, part.spans)
    body = Paragraph(letters, runs, style.leading, item.add("LBody"), language=language)
    hang = max(style.size * 1.2, label.natural_width() + style.size * 0.4)
    return ListItem(label, body, part.depth * style.size * 1.4, hang)


def talk_tail(talk: Talk, letters: Letters, labels: Labels, root: Element) -> list[Block]:
    """Keywords, funding and links in lines that begin with a bold word, then the references."""
    style, body = letters.style.text.references, letters.style.text.body
    lines: list[tuple[Run, ...]] = []
    if talk.keywords:
        lines.append((_label(style, labels.keywords), Run(", ".join(talk.keywords), voice(style))))
    if talk.funding:
        lines.append((_label(style, labels.funding), *rich_runs(letters, style, talk.funding)))
    lines += [
        (_label(style, link.label), Run(link.address, voice(style), link.address, words=link.label))
        for link in talk.links
    ]
    blocks = []
    for index, runs in enumerate(lines):
        above, distance = (style, style.leading * 1.2) if index else (body, letters.style.page.grid * 1.7)
        block = Paragraph(letters, runs, style.leading, root.add("P"), align="left")
        blocks.append(Block(block, space_to(above, style, distance)))
    return blocks + _references(talk, letters, labels, root)


def _label(style: TextStyle, words: str) -> Run:
    return Run(f"{words}{WIDE} ", bold_voice(style))


def _references(talk: Talk, letters: Letters, labels: Labels, root: Element) -> list[Block]:
    """Numbered references below a short rule."""
    if not talk.references:
        return []
    style, page = letters.style.text.references, letters.style.page
    heading = Paragraph(letters, (_label(style, labels.references),), style.leading, root.add("H2"), align="left")
    rule = ShortRule(_RULE_LENGTH, _HAIR, letters.style.colors.rule)
    blocks = [Block(rule, page.grid, keep=True), Block(heading, style.leading * 0.6, keep=True)]
    listing = root.add("L")
    hang = paragraph(letters, style, f"[{len(talk.references)}]", None).natural_width() + style.size * 0.5
    for number, reference in enumerate(talk.references, 1):
        item = listing.add("LI")
        label = paragraph(letters, style, f"[{number}]", item.add("Lbl"))
        body = paragraph(letters, style, reference, item.add("LBody"))
        blocks.append(Block(ListItem(label, body, 0, hang), space_to(style, style, style.leading * 1.1)))
    return blocks
