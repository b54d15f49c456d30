"""Title, authors and affiliations of a talk, above its abstract."""

from booklet.composing.authors_form import (
    affiliations_below,
    affiliations_numbered,
    authors_form,
    named_in_head,
    names_key,
)
from booklet.composing.flowables.list_item import ListItem
from booklet.composing.labels import Labels
from booklet.composing.sections.talks.talk_authors import author_runs, figure, run_in_affiliations
from booklet.composing.sections.talks.talk_translation import translated_title
from booklet.composing.text import paragraph, space_to, voice
from booklet.flowable import Block, Flowable
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.model.talk import Talk
from booklet.structure import Element


def talk_head(talk: Talk, letters: Letters, labels: Labels, element: Element) -> list[Block]:
    """Blocks that stay together with the beginning of the abstract."""
    text = letters.style.text
    title = paragraph(letters, text.talk_title, talk.title, element.add("H1"), align="balance", language=talk.language)
    blocks = [Block(title, keep=True)]
    above = text.talk_title
    if talk.translation:
        above = text.talk_translated_title
        second = translated_title(talk.translation, letters, element)
        blocks.append(Block(second, space_to(text.talk_title, above, above.leading * 1.25), keep=True))
    if talk.authors:
        style = {"run-in": text.talk_many_authors, "below": text.talk_small_authors}.get(
            authors_form(talk), text.talk_authors
        )
        runs = author_runs(talk, named_in_head(talk), style, talk.language or letters.language)
        authors = Paragraph(letters, runs, style.leading, element.add("P"), align="left", language=talk.language)
        blocks.append(Block(authors, space_to(above, style, style.leading * 1.55), keep=True))
        above = style
    small = text.talk_affiliations
    for index, line in enumerate(_lines_below(talk, letters, labels, element)):
        distance = small.leading if index else small.leading * 1.42
        blocks.append(Block(line, space_to(above, small, distance), keep=True))
        above = small
    return blocks


def _lines_below(talk: Talk, letters: Letters, labels: Labels, element: Element) -> list[Flowable]:
    """What stands below the names: the affiliations, or where they and all the names are."""
    form = authors_form(talk)
    if form == "lines":
        return _affiliations(talk, letters, element)
    if form == "page":
        return [_to_names(talk, letters, labels, element)]
    if not talk.affiliations or affiliations_below(talk):
        return []
    return [run_in_affiliations(talk, letters, letters.style.text.talk_affiliations, element.add("P"))]


def _affiliations(talk: Talk, letters: Letters, element: Element) -> list[Flowable]:
    """A paragraph for every affiliation, with its number hanging."""
    style = letters.style.text.talk_affiliations
    names = [Run(affiliation, voice(style), isolate=True) for affiliation in talk.affiliations]
    figures = [figure(number, style) if affiliations_numbered(talk) else () for number in range(1, len(names) + 1)]

    def set_runs(runs: tuple[Run, ...], paragraph: Element) -> Paragraph:
        return Paragraph(letters, runs, style.leading, paragraph, align="left", language=talk.language)

    hang = max((set_runs(figure, element).natural_width() for figure in figures if figure), default=0.0)
    done: list[Flowable] = []
    for own_figure, name in zip(figures, names, strict=True):
        own = element.add("P")
        body = set_runs((name,), own)
        done.append(ListItem(set_runs(own_figure, own) if own_figure else None, body, 0.0, hang) if hang else body)
    return done


def _to_names(talk: Talk, letters: Letters, labels: Labels, element: Element) -> Paragraph:
    """How many they are, with a link to the page of their names; in the language of the booklet."""
    several = len(talk.affiliations) > 1
    words = labels.names_on_next_page if several else labels.all_names_on_next_page
    words = words.format(authors=len(talk.authors), institutions=len(talk.affiliations))
    own = element.add("P", lang=letters.language if talk.language else None)
    return paragraph(letters, letters.style.text.talk_affiliations, words, own, link=f"#{names_key(talk)}")
