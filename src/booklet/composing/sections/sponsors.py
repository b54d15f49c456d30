"""The sponsors → rows of logos, rank by rank, the smaller the lower the rank."""

import math

from booklet.composing.flowables.logo_row import Logo, LogoRow
from booklet.composing.flowables.short_rule import ShortRule
from booklet.composing.flowables.table_row import Rule
from booklet.composing.furniture import titled_furniture
from booklet.composing.labels import Labels
from booklet.composing.section import Column, Section
from booklet.composing.sections.in_margin import in_margin
from booklet.composing.sections.part_title import HAIR, OPENING, part_title
from booklet.composing.text import voice
from booklet.flowable import Block
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.model.program import Program
from booklet.model.sponsor import Sponsor, Tier
from booklet.page_map import PageMap
from booklet.picture import Picture
from booklet.structure import Element
from booklet.units import MM

_Size = tuple[float, float]

_KEY = "sponsors"
# Boxes in a row and their height on A4, for the first rank to the fourth and all below it.
_RANKS = ((2, 24 * MM), (3, 17 * MM), (4, 12 * MM), (5, 9 * MM))
# Boxes keep their shape on a narrower measure.
_MEASURE = 138 * MM
_GAP = 4 * MM  # between boxes
# What a logo takes of the area of its box, and by how many points it is narrower at least.
_AREA, _NARROWER = 0.6, 14.0
# From the rule to a row and from a row to the rule, of the grid; from the rule to the baseline of the rank.
_ABOVE, _BELOW, _DROP = 0.5, 1.2, 1.17
_SMALLEST = 7.0  # points: names get no smaller than that
_STEP = 0.5


def compose_sponsors(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> tuple[Section, ...]:
    """One section with all sponsors; none where there are none."""
    del pages  # no pages are named here
    tiers = [tier for tier in program.event.sponsors if tier.sponsors]
    if not tiers:
        return ()
    page, root = letters.style.page, Element("Sect")
    blocks = part_title(letters, labels.sponsors, root)
    scale = page.text_width / _MEASURE
    for rank, tier in enumerate(tiers):
        in_row, height = _RANKS[min(rank, len(_RANKS) - 1)]
        box = (page.text_width - _GAP * (in_row - 1)) / in_row, height * scale
        blocks += _tier(tier, in_row, box, letters, labels, root, closes=tier is tiers[-1])
    furniture = titled_furniture(program.event, labels.sponsors)
    column = Column(page.left, page.inner_width)
    return (Section(_KEY, root, labels.sponsors, (column,), tuple(blocks), furniture=furniture),)


def _tier(
    tier: Tier, in_row: int, box: _Size, letters: Letters, labels: Labels, root: Element, *, closes: bool
) -> list[Block]:
    """The rank in the margin, beside it rows of so many boxes, and the rule below."""
    style, colors = letters.style.text.sponsor_tier, letters.style.colors
    page, drop = letters.style.page, letters.style.page.grid * _DROP
    name = in_margin(letters, style, (Run(tier.name, voice(style)),), root.add("H2"), drop)
    again = (Run(f"{tier.name} ", voice(style)), Run(labels.continued, voice(letters.style.text.note)))
    repeated = (Block(in_margin(letters, style, again, None, drop).flowable),)
    listing = root.add("L")
    blocks = [Block(name.flowable, keep=True)]
    depth = 0.0
    for start in range(0, len(tier.sponsors), in_row):
        boxes = tuple(
            _box(sponsor, box, letters, listing.add("LI").add("LBody"))
            for sponsor in tier.sponsors[start : start + in_row]
        )
        row = LogoRow(boxes, page.text_left - page.left, box, _GAP)
        space = _GAP if start else page.grid * _ABOVE
        depth += space + row.wrap(page.inner_width, 0)[1]
        last = start + in_row >= len(tier.sponsors)
        blocks.append(Block(row, space, keep=last, again=repeated if start else ()))
    rule = Rule(OPENING, colors.ink) if closes else Rule(HAIR, colors.rule)
    white = max(page.grid * _BELOW, name.depth + page.grid * _ABOVE - depth)
    return [*blocks, Block(ShortRule(page.inner_width, rule.weight, rule.color), white)]


def _box(sponsor: Sponsor, box: _Size, letters: Letters, element: Element) -> Logo | Paragraph:
    """The logo, or the name where there is none that can be used."""
    picture = sponsor.logo.picture if sponsor.logo else None
    if sponsor.logo is None or picture is None:
        return _name(sponsor, box, letters, element)
    link = element.add("Link") if sponsor.website else None
    figure = (link or element).add("Figure", alt=sponsor.logo.alt or sponsor.name)
    return Logo(picture, logo_size(picture, box), figure, sponsor.name, link, sponsor.website or "")


def logo_size(picture: Picture, box: _Size) -> _Size:
    """The size of a logo in a box, in points: of one area whatever its shape, as far as the box allows it."""
    (width, height), shape = box, picture.width / picture.height
    wide = min(math.sqrt(_AREA * width * height * shape), width - _NARROWER, height * shape)
    return wide, wide / shape


def _name(sponsor: Sponsor, box: _Size, letters: Letters, element: Element) -> Paragraph:
    """A name in the largest size in which it stands in its box."""
    own = letters.style.text.sponsor_name
    width, height = box[0] - _NARROWER, box[1]
    size = max(_SMALLEST, own.size * height / (_RANKS[0][1] * letters.style.page.text_width / _MEASURE))
    while True:
        run = Run(sponsor.name, voice(own)._replace(size=size), sponsor.website)
        name = Paragraph(letters, (run,), own.leading * size / own.size, element, align="center")
        words = (Paragraph(letters, (run._replace(text=word),), size, None) for word in sponsor.name.split())
        widest = max((word.natural_width() for word in words), default=0.0)
        if size <= _SMALLEST or (name.wrap(width, 0)[1] <= height and widest <= width):
            return name
        size = max(_SMALLEST, size - _STEP)
