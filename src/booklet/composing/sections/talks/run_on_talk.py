"""A talk among others that follow each other → blocks: title with time and number, people, abstract, what belongs to it."""

from itertools import takewhile
from typing import NamedTuple

from booklet.composing.abstracts_form import talk_key
from booklet.composing.authors_form import affiliations_below, authors_form, named_in_head, names_key
from booklet.composing.flowables.entry_head import EntryHead, PartingRule
from booklet.composing.flowables.opening import Opening
from booklet.composing.flowables.short_rule import ShortRule
from booklet.composing.flowables.strut import Strut
from booklet.composing.flowables.with_foot import WithFoot
from booklet.composing.labels import Labels
from booklet.composing.sections.talks.run_on_beside import Entry, above_title, beside_title, depth
from booklet.composing.sections.talks.talk_authors import author_runs, run_in_affiliations
from booklet.composing.sections.talks.talk_body import on_grid, talk_affiliations, talk_body, talk_tail
from booklet.composing.sections.talks.talk_translation import translation_below
from booklet.composing.text import paragraph, space_to, spoken
from booklet.flowable import Anchor, Block, stacked
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import ASCENT, DESCENT, Paragraph
from booklet.model.event import Event
from booklet.model.talk import Talk
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element
from booklet.styling.style import TextStyle

_HAIR = 0.25
# White between two talks, and below the heading of a session, of the leading of abstracts: in one column, and in two.
_BETWEEN, _BETWEEN_IN_TWO, _BELOW_HEADING = 1.5, 2.0, 1.0
# From the last baseline of the people to the first of the abstract, of its leading; so many lines of it stay with them.
_TO_BODY, _LINES_KEPT = 1.5, 3
_ROUNDING = 0.01
_HIGHEST_FOOT = 6.0  # of the leading: what stays below the end of an abstract, at most
_REFERENCES_BEGIN = 3  # blocks: rule, heading and the first of them
# A talk that begins less than so many lines below the top of its column is the first there: the grid may have lowered it.
_REACH = 1.2


@dataclass(frozen=True, slots=True)
class RunOn:
    """How talks that follow each other are set: `letters` in the style of the layout. `outdent` is the way from the margin
    column to that of the text; 0 in two columns, where there is none and no grid. `role` is that of titles."""

    event: Event
    letters: Letters
    labels: Labels
    outdent: float
    role: str

    @property
    def width(self) -> float:
        """Width of the text column, in points."""
        return self.letters.style.page.text_width

    @property
    def leading(self) -> float:
        """Leading of the abstracts, in points."""
        return self.letters.style.text.body.leading


class TalkBlocks(NamedTuple):
    """The blocks of a talk, and how far below a line of the grid they end, in points, where they are not parted."""

    blocks: list[Block]
    end: float


def run_on_talk(entry: Entry, setting: RunOn, root: Element, before: float | None) -> TalkBlocks:
    """The blocks of a talk below a heading (`before` None), or below another talk and where that ends. Title, people and
    three lines stay together; in one column the abstract stands on the grid."""
    talk, letters, text = entry.talk, setting.letters, setting.letters.style.text
    own = root.add("Sect", lang=talk.language, name=talk_key(talk))
    title = paragraph(
        letters, text.talk_title, talk.title, own.add(setting.role), align="balance", language=talk.language
    )
    said = own.add("Div", lang=letters.language if talk.language else None)
    if setting.outdent:
        beside, drop = beside_title(entry, setting.event, letters, setting.labels, said, setting.outdent), 0.0
    else:
        beside, drop = above_title(entry, setting.event, letters, setting.labels, said)
    people, last = _people(talk, setting, own)
    body, more, end = _texts(talk, setting, own, last)
    height = drop + title.wrap(setting.width, 0)[1] + stacked(people, setting.width)
    ascent = height + space_to(last, text.body, setting.leading * _TO_BODY) + ASCENT * text.body.size
    deep = depth(beside) - height if setting.outdent else 0.0
    rule, white = None, setting.leading * _BELOW_HEADING
    if before is not None:
        white = setting.leading * (_BETWEEN if setting.outdent else _BETWEEN_IN_TWO)
        rule = _rule(setting, before + white + ascent, white)
    begin = Block(
        EntryHead(title, beside, drop, letters.style.page.text_height, rule),
        white,
        keep=True,
        on_grid=bool(setting.outdent) and before is not None,
        ascent=ascent,
        anchor=Anchor(talk_key(talk), spoken(talk.title), 1),
    )
    head, kept = [begin, *people], _kept(body, deep, setting)
    if not kept and not more:
        head[-1] = replace(head[-1], keep=False)
    return TalkBlocks([replace(block, entry=entry.named) for block in (*head, *kept, *more)], end)


def _texts(talk: Talk, setting: RunOn, own: Element, above: TextStyle) -> tuple[list[Block], list[Block], float]:
    """The abstract; what follows it, in a second language and in smaller type; and how far that leads away from the grid."""
    letters = setting.letters
    body = _body(talk, setting, own, above)
    translation = translation_below(talk, letters, own, grid=bool(setting.outdent))
    tail = talk_tail(talk, letters, setting.labels, own, f"H{int(setting.role[1:]) + 1}")
    if affiliations_below(talk):
        tail.append(talk_affiliations(talk, letters, own, below_tail=bool(tail)))
    tail = _together(tail)
    end = DESCENT * letters.style.text.body.size + stacked(tail, setting.width)
    if translation:
        return body, _footed(translation, tail, setting), end
    if not body:
        return [], tail, end
    blocks = _footed(body, tail, setting)
    return blocks[: len(body)], blocks[len(body) :], end


def _together(tail: list[Block]) -> list[Block]:
    """What stands below an abstract so that its lines stay with what is above them, a figure or other lines."""
    below = (*(isinstance(block.flowable, Paragraph) for block in tail[1:]), False)
    return [replace(block, keep=block.keep or line) for block, line in zip(tail, below, strict=False)]


def _footed(text: list[Block], tail: list[Block], setting: RunOn) -> list[Block]:
    """Text and tail, whose first lines do not begin a page without the end of the text, and if there is room for it the
    beginning of the references does not either."""
    lines = sum(1 for _ in takewhile(lambda block: isinstance(block.flowable, Paragraph), tail))
    begin = _REFERENCES_BEGIN if lines < len(tail) and isinstance(tail[lines].flowable, ShortRule) else 0
    last = text[-1].flowable
    for count in (lines + begin, lines):
        foot = tuple(tail[:count])
        fits = stacked(foot, setting.width) <= _HIGHEST_FOOT * setting.leading
        if foot and fits and isinstance(last, Paragraph):
            return [*text[:-1], replace(text[-1], flowable=WithFoot(last, foot)), *tail[count:]]
    return [*text, *tail]


def _rule(setting: RunOn, distance: float, white: float) -> PartingRule:
    """The rule in the middle of the white above a talk, to which the grid adds what makes the `distance` from line to line a
    multiple of its own."""
    style, page, leading = setting.letters.style, setting.letters.style.page, setting.leading
    added = -distance % leading if setting.outdent else 0.0
    return PartingRule(_HAIR, style.colors.rule, (white + added) / 2, page.height - page.top, _REACH * leading)


def _people(talk: Talk, setting: RunOn, own: Element) -> tuple[list[Block], TextStyle]:
    """Authors and affiliations, run in, kept with what follows; and the style of the last line."""
    letters, text = setting.letters, setting.letters.style.text
    if not talk.authors:
        return [], text.talk_title
    names, small = text.talk_authors, text.talk_affiliations
    runs = author_runs(talk, named_in_head(talk), names, talk.language or letters.language)
    authors = Paragraph(letters, runs, names.leading, own.add("P"), align="left", language=talk.language)
    blocks = [Block(authors, space_to(text.talk_title, names, names.leading * 1.15), keep=True)]
    space = space_to(names, small, small.leading * 1.1)
    if authors_form(talk) == "page":
        return [*blocks, Block(_to_names(talk, setting, own), space, keep=True)], small
    if not talk.affiliations or affiliations_below(talk):
        return blocks, names
    return [*blocks, Block(run_in_affiliations(talk, letters, small, own.add("P")), space, keep=True)], small


def _to_names(talk: Talk, setting: RunOn, own: Element) -> Paragraph:
    """How many they are, with a link to all their names; in the language of the booklet."""
    letters, labels = setting.letters, setting.labels
    words = labels.names_after_abstracts if len(talk.affiliations) > 1 else labels.all_names_after_abstracts
    words = words.format(authors=len(talk.authors), institutions=len(talk.affiliations))
    element = own.add("P", lang=letters.language if talk.language else None)
    return paragraph(letters, letters.style.text.talk_affiliations, words, element, link=f"#{names_key(talk)}")


def _body(talk: Talk, setting: RunOn, own: Element, above: TextStyle) -> list[Block]:
    """The abstract, its first baseline at a fixed distance; in one column its paragraphs go on on the grid."""
    style = setting.letters.style.text.body
    blocks = talk_body(talk, setting.letters, own)
    if blocks:
        blocks[0] = replace(blocks[0], space=space_to(above, style, setting.leading * _TO_BODY), on_grid=False)
    return [blocks[0], *on_grid(blocks[1:], style)] if setting.outdent and blocks else blocks


def _kept(body: list[Block], deep: float, setting: RunOn) -> list[Block]:
    """The abstract so that three lines of it, or all, stay with what is above; where it ends less than `deep` points below
    that, with white for what stands in the margin."""
    size = setting.letters.style.text.body.size
    three_lines = (_LINES_KEPT - 1) * setting.leading + size - _ROUNDING
    least = max(deep, three_lines + body[0].space) if body else deep
    done: list[Block] = []
    taken = 0.0
    for index, block in enumerate(body):
        taken += block.space
        height = block.flowable.wrap(setting.width, 0)[1]
        if taken + height >= least:
            opening = Opening(block.flowable, least - taken)
            return [*done, replace(block, flowable=opening), *body[index + 1 :]]
        done.append(replace(block, keep=True))
        taken += height
    if done and taken >= deep:
        done[-1] = replace(done[-1], keep=False)
        return done
    return [*done, Block(Strut(deep - taken))] if deep > taken else done
