"""Pages of the organizers' own, such as a welcome → one section each: title, text with headings, figures, signatures."""

from functools import partial
from itertools import groupby, takewhile

from booklet.composing.copyfit import tighter_leadings
from booklet.composing.furniture import titled_furniture
from booklet.composing.labels import Labels
from booklet.composing.section import Aside, Column, Section, Tighter
from booklet.composing.sections.margin_pictures import margin_pictures
from booklet.composing.sections.talks.talk_body import rich_text_blocks
from booklet.composing.sections.talks.talk_figures import figure_blocks
from booklet.composing.text import WIDE, bold_voice, paragraph, space_to, spoken, voice
from booklet.flowable import Block
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.model.free_page import FreePage
from booklet.model.program import Program
from booklet.model.rich_text import Block as TextBlock
from booklet.model.settings import PAGE_PREFIX
from booklet.page_map import PageMap
from booklet.plain_dataclasses import replace
from booklet.structure import Element
from booklet.styling.style import Style

# From the top of a title to that of its capitals, of its size.
_TO_CAPITALS = 0.12
# Distances of baselines, of the grid: from the title to the text, from text to a heading and from there to text, from text
# to the signatures.
_BELOW_TITLE, _ABOVE_HEADING, _BELOW_HEADING, _ABOVE_SIGNATURES = 2.6, 2.1, 1.3, 2.0
_BELOW_LEAD = 1.4  # of its leading: from the larger beginning of a letter to what follows


def page_key(page_id: str) -> str:
    """Destination and section key of a free page, which is what content/booklet.yaml calls it too."""
    return f"{PAGE_PREFIX}{page_id}"


def other_pages(program: Program) -> tuple[FreePage, ...]:
    """The pages that the sections do not name one by one."""
    return tuple(page for page in program.pages if page_key(page.id) not in program.settings.sections)


def compose_pages(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> tuple[Section, ...]:
    """The part "pages"."""
    del pages  # no pages are named here
    return tuple(_section(page, program, letters, labels) for page in other_pages(program))


def compose_page(name: str, program: Program, letters: Letters, labels: Labels) -> tuple[Section, ...]:
    """A part that is one page ("page/venue"); nothing where there is no such page."""
    return tuple(_section(page, program, letters, labels) for page in program.pages if page_key(page.id) == name)


def _section(page: FreePage, program: Program, letters: Letters, labels: Labels) -> Section:
    """The page, with less leading where that saves a second one."""
    in_style = partial(_in_style, page, program, letters, labels)
    tighter = Tighter(partial(tighter_leadings, letters.style), in_style)
    return replace(in_style(letters.style), tighter=tighter)


def _in_style(page: FreePage, program: Program, letters: Letters, labels: Labels, style: Style) -> Section:
    """The page. Beside a letter, which is signed, stand photographs, which have no caption; other figures stand below."""
    letters = letters.with_style(style)
    root = Element("Sect", lang=page.language)
    title_style = style.text.section_title
    title = paragraph(letters, title_style, page.title, root.add("H1"), align="balance", language=page.language)
    photographs = tuple(figure for figure in page.figures if page.signatures and not figure.caption)
    beside = margin_pictures(
        tuple((figure.picture, figure.alt or spoken(page.title)) for figure in photographs if figure.picture),
        letters,
        root,
        title_style.size * _TO_CAPITALS,
    )
    blocks = [Block(title, keep=True), *_text(page, letters, root), *_signatures(page, letters, root)]
    below = tuple(figure for figure in page.figures if figure not in photographs)
    blocks += figure_blocks(below, page.language, letters, labels, root)
    words = spoken(page.title)
    return Section(
        page_key(page.id),
        root,
        words,
        (Column(style.page.text_left, style.page.text_width),),
        tuple(blocks),
        aside=Aside(Column(style.page.left, style.page.margin_width), beside, 1) if beside else None,
        furniture=titled_furniture(program.event, words),
    )


def _text(page: FreePage, letters: Letters, root: Element) -> list[Block]:
    """Headings and what stands below each; a letter, which is signed, begins in larger type."""
    text, grid = letters.style.text, letters.style.page.grid
    blocks: list[Block] = []
    parts, above, distance = page.text, text.section_title, grid * _BELOW_TITLE
    for part in _lead(page, letters):
        words = paragraph(letters, text.page_lead, part.spans, root.add("P"), language=page.language)
        blocks.append(Block(words, space_to(above, text.page_lead, distance)))
        parts, above, distance = parts[1:], text.page_lead, text.page_lead.leading * _BELOW_LEAD
    for is_heading, group in groupby(parts, lambda part: part.kind == "heading"):
        if not is_heading:
            first, *others = rich_text_blocks(tuple(group), page.language, letters, root)
            on_grid = above is not text.page_heading
            blocks += [replace(first, space=space_to(above, text.body, distance), on_grid=on_grid), *others]
            above = text.body
            continue
        for part in group:
            distance = grid * _ABOVE_HEADING
            words = paragraph(
                letters, text.page_heading, part.spans, root.add("H2"), align="balance", language=page.language
            )
            blocks.append(Block(words, space_to(above, text.page_heading, distance), keep=True))
            above, distance = text.page_heading, grid * _BELOW_HEADING
    return blocks


def _lead(page: FreePage, letters: Letters) -> tuple[TextBlock, ...]:
    """What is set in larger type: the first paragraph of a letter, and after a salutation, which is a line, the next."""
    first = page.text[:2] if page.signatures else ()
    count = len(tuple(takewhile(lambda part: part.kind == "paragraph", first)))
    if count > 1:
        salutation = paragraph(letters, letters.style.text.page_lead, first[0].spans, None)
        count -= salutation.natural_width() > letters.style.page.text_width
    return first[:count]


def _signatures(page: FreePage, letters: Letters, root: Element) -> list[Block]:
    """Names below each other, each with what its bearer is."""
    text, grid = letters.style.text, letters.style.page.grid
    names, small = text.body, text.caption
    blocks = []
    for index, signature in enumerate(page.signatures):
        runs = [Run(signature.name, bold_voice(names), isolate=True)]
        if signature.role:
            runs += [Run(f"{WIDE}{WIDE} ", voice(small)), Run(signature.role, voice(small), isolate=True)]
        words = Paragraph(letters, tuple(runs), names.leading, root.add("P"), align="left", language=page.language)
        distance = names.leading if index else grid * _ABOVE_SIGNATURES
        last = index + 1 == len(page.signatures)
        blocks.append(Block(words, space_to(names, names, distance), keep=not last))
    return blocks
