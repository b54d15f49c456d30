"""The committees → a list: what they are in the margin, their members beside it."""

from booklet.composing.flowables.table_row import Cell, Rule, Stacked, TableRow
from booklet.composing.furniture import titled_furniture
from booklet.composing.labels import Labels
from booklet.composing.section import Column, Section
from booklet.composing.sections.in_margin import in_margin
from booklet.composing.sections.part_title import HAIR, OPENING, part_title
from booklet.composing.text import bold_voice, comma, paragraph, unbroken, voice
from booklet.flowable import Block
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.model.committee import Committee, Member
from booklet.model.program import Program
from booklet.page_map import PageMap
from booklet.plain_dataclasses import replace
from booklet.structure import Element

_KEY = "committees"
# From the rule above a committee to its first baseline, and from its last one to the rule below, of the grid.
_DROP, _FOOT = 1.17, 0.5
# Of the measure: how wide an office is at most. Before it, in points, at least so much white.
_OFFICE, _GAP = 0.35, 12.0


def compose_committees(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> tuple[Section, ...]:
    """One section with all committees; none where there are none."""
    del pages  # no pages are named here
    committees = [committee for committee in program.event.committees if committee.members]
    if not committees:
        return ()
    page, root = letters.style.page, Element("Sect")
    blocks = part_title(letters, labels.committees, root)
    for committee in committees:
        blocks += _committee(committee, letters, labels, root, closes=committee is committees[-1])
    furniture = titled_furniture(program.event, labels.committees)
    column = Column(page.left, page.inner_width)
    return (Section(_KEY, root, labels.committees, (column,), tuple(blocks), furniture=furniture),)


def _committee(committee: Committee, letters: Letters, labels: Labels, root: Element, *, closes: bool) -> list[Block]:
    """The role, and a row for every member; the first two stay together, and the last two."""
    style, text = letters.style, letters.style.text
    page, drop = style.page, style.page.grid * _DROP
    role = in_margin(letters, text.region, (Run(committee.role, voice(text.region)),), root.add("H2"), drop)
    again = (Run(f"{committee.role} ", voice(text.region)), Run(labels.continued, voice(text.note)))
    repeated = in_margin(letters, text.region, again, None, drop)
    listing = root.add("L")
    last = len(committee.members) - 1
    blocks = [Block(role.flowable, keep=True)]
    height = 0.0
    for index, member in enumerate(committee.members):
        distance = text.committee_name.leading if index else drop
        cells = _cells(member, letters, listing.add("LI").add("LBody"), distance)
        row = TableRow(cells, 0.0, page.text_height)
        height += row.wrap(page.inner_width, 0)[1]
        if index == last:
            rule = Rule(OPENING, style.colors.ink) if closes else Rule(HAIR, style.colors.rule)
            foot = max(page.grid * _FOOT, role.depth + page.grid * _FOOT - height)
            row = TableRow(cells, foot, page.text_height, below=rule)
        above = (Block(repeated.flowable),) if index else ()
        blocks.append(Block(row, keep=index < last and index in {0, last - 1}, again=above))
    return blocks


def _cells(member: Member, letters: Letters, element: Element, distance: float) -> tuple[Cell, ...]:
    """Name and affiliation, and at the right the office, for which the others make room."""
    style = letters.style
    page, names, offices = style.page, style.text.committee_name, style.text.committee_office
    muted = voice(replace(names, color=style.colors.mute))
    runs = [Run(unbroken(member.name), bold_voice(names), isolate=True)]
    if member.affiliation:
        runs += [Run(comma(letters.language), muted), Run(member.affiliation, muted, isolate=True)]
    name = Paragraph(letters, tuple(runs), names.leading, element.add("P"), align="left")
    start = page.text_left - page.left
    if not member.office:
        return (Cell(start, page.text_width, (Stacked(name, distance),)),)
    office = paragraph(letters, offices, member.office, element.add("P"), align="right")
    taken = min(office.natural_width() + 1, page.text_width * _OFFICE)
    return (
        Cell(start, page.text_width - taken - _GAP, (Stacked(name, distance),)),
        Cell(page.inner_width - taken, taken, (Stacked(office, distance),)),
    )
