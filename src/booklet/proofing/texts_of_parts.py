"""A program → the texts that each part of its booklet has to say, apart from those of abstracts."""

from collections.abc import Iterator

from booklet.composing.sections.free_pages import page_key
from booklet.composing.sections.talks.abstracts import talk_key
from booklet.composing.sections.talks.keynotes import keynotes_of, speakers
from booklet.model.committee import Committee
from booklet.model.free_page import FreePage
from booklet.model.program import Program
from booklet.model.rich_text import Line, line
from booklet.model.sponsor import Tier

Row = list[Line]


def texts_of_parts(program: Program) -> dict[str, list[Row]]:
    """Rows of texts that follow each other, by the name of the part: of free pages, the committees, the sponsors, the
    posters, the speakers of keynotes."""
    found = {
        "committees": [_of_committee(committee) for committee in program.event.committees],
        "sponsors": list(_of_sponsors(program.event.sponsors)),
        "posters": [[talk.title] for talk in program.talks if talk.kind == "poster"],
    }
    found |= {page_key(page.id): list(_of_page(page)) for page in program.pages}
    if "keynotes" in program.settings.sections:
        people = program.by_name()
        for talk in keynotes_of(program):
            found[talk_key(talk)] = [[people[name].biography for name in speakers(talk) if name in people]]
    return found


def _of_sponsors(tiers: tuple[Tier, ...]) -> Iterator[Row]:
    """Tiers, then the sponsors that have no logo."""
    yield from ([line(tier.name)] for tier in tiers if tier.sponsors)
    for sponsor in (sponsor for tier in tiers for sponsor in tier.sponsors):
        if not (sponsor.logo and sponsor.logo.picture):
            yield [line(sponsor.name)]


def _of_committee(committee: Committee) -> Row:
    """Role and members in order; nothing of one that has none."""
    texts = [text for one in committee.members for text in (one.name, one.affiliation or "", one.office or "") if text]
    return [line(text) for text in (committee.role, *texts)] if texts else []


def _of_page(page: FreePage) -> Iterator[Row]:
    """Title, text and signatures in order, and captions."""
    signed = [line(text) for one in page.signatures for text in (one.name, one.role or "")]
    yield [page.title, *(block.spans for block in page.text), *signed]
    yield [figure.caption for figure in page.figures if figure.picture]
