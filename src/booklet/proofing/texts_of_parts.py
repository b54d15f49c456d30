"""A part of the booklet by the name of its destination → the texts that it has to say, apart from those of abstracts."""

from collections.abc import Iterator

from booklet.composing.sections.free_pages import page_key
from booklet.composing.sections.talks.abstracts import talk_key
from booklet.composing.sections.talks.keynotes import keynotes_of, speakers
from booklet.model.committee import Committee
from booklet.model.free_page import FreePage
from booklet.model.program import Program
from booklet.model.rich_text import Line, line

Row = list[Line]


def texts_of_part(name: str, program: Program) -> Iterator[Row]:
    """Rows of texts that follow each other: of a free page, the committees, the sponsors, the posters, a keynote's speakers;
    nothing for other names."""
    if name == "committees":
        for committee in program.event.committees:
            yield _of_committee(committee)
    elif name == "sponsors":
        yield from ([line(tier.name)] for tier in program.event.sponsors if tier.sponsors)
        for sponsor in (sponsor for tier in program.event.sponsors for sponsor in tier.sponsors):
            if not (sponsor.logo and sponsor.logo.picture):
                yield [line(sponsor.name)]
    elif name == "posters":
        yield from ([talk.title] for talk in program.talks if talk.kind == "poster")
    else:
        yield from (row for page in program.pages if page_key(page.id) == name for row in _of_page(page))
        if "keynotes" in program.settings.sections:
            yield from _of_speakers(name, program)


def _of_committee(committee: Committee) -> Row:
    """Role and members in order; nothing of one that has none."""
    texts = [text for one in committee.members for text in (one.name, one.affiliation or "", one.office or "") if text]
    return [line(text) for text in (committee.role, *texts)] if texts else []


def _of_page(page: FreePage) -> Iterator[Row]:
    """Title, text and signatures in order, and captions."""
    signed = [line(text) for one in page.signatures for text in (one.name, one.role or "")]
    yield [page.title, *(block.spans for block in page.text), *signed]
    yield [figure.caption for figure in page.figures if figure.picture]


def _of_speakers(name: str, program: Program) -> Iterator[Row]:
    """Biographies on the page of a keynote."""
    for talk in keynotes_of(program):
        if talk_key(talk) == name:
            people = filter(None, map(program.person, speakers(talk)))
            yield [person.biography for person in people]
