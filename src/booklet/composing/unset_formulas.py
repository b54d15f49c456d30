"""Formulas of the program that cannot be set → findings that say why; their sources are printed instead."""

from collections.abc import Iterator
from typing import NamedTuple

from booklet.codes import FORMULA_AS_WRITTEN
from booklet.composing.formulas import set_display, set_inline
from booklet.finding import Finding
from booklet.lettering.mathematics.cannot_set import CannotSetError
from booklet.model.program import Program
from booklet.model.rich_text import Line, RichText
from booklet.model.talk import Talk
from booklet.place import Place
from booklet.styling.style import Style, Texts, TextStyle

# By the beginning of a reason, what to do; the last for all others.
_HINTS = (
    ("the command", "correct it, or declare it under macros:"),
    ("a part of it that cannot be broken", "part it with \\\\ in aligned, split or multline, or write it shorter"),
    ("a part of it is too wide", "make a display of it with $$, or write it shorter"),
    ("it is too high", "make a display of it with $$"),
    ("it is higher", "part it into several formulas"),
    ("the formula has more", "part it into several formulas"),
    ("", "correct it; until then its source is printed"),
)
_SHOWN = 60  # characters of a formula in a message


class _Text(NamedTuple):
    """A text that may hold formulas, where it stands, its talk, and how it is set (None: a display)."""

    line: Line
    place: Place
    talk: Talk | None
    style: TextStyle | None


def unset_formulas(program: Program, style: Style) -> tuple[Finding, ...]:
    """One finding for every formula, at its first place in a talk."""
    findings = []
    told: set[tuple[str | None, str]] = set()
    for line, place, talk, text in _texts(program, style.text):
        for span in line:
            reason = _reason(span.formula, text, style) if span.formula else ""
            key = (talk.id if talk else None, span.text)
            if reason and key not in told:
                told.add(key)
                source = span.text if len(span.text) <= _SHOWN else f"{span.text[:_SHOWN]}…"
                message = f'formula "{source}" cannot be set: {reason}'
                hint = next(hint for words, hint in _HINTS if reason.startswith(words))
                findings.append(Finding(FORMULA_AS_WRITTEN, message, place, hint, talk=key[0]))
    return tuple(findings)


def _reason(source: str, text: TextStyle | None, style: Style) -> str:
    """Why a formula cannot be set; empty when it can."""
    try:
        if text:
            set_inline(source, text, style)
        else:
            set_display(source, style)
    except CannotSetError as trouble:
        return str(trouble)
    return ""


def _texts(program: Program, styles: Texts) -> Iterator[_Text]:
    for session in program.sessions:
        yield _Text(session.title, session.places.of("title"), None, styles.section_title)
        for item in session.items:
            if item.talk is None:
                yield _Text(item.title, item.places.of("title"), None, styles.row_event)
    for talk in program.talks:
        yield from _texts_of_talk(talk, styles)
    for page in program.pages:
        yield _Text(page.title, page.places.of("title"), None, styles.section_title)
        yield from _blocks(page.text, page.places.of("text"), None, styles)
    for person in program.people:
        yield _Text(person.biography, person.place, None, styles.body)


def _texts_of_talk(talk: Talk, styles: Texts) -> Iterator[_Text]:
    yield _Text(talk.title, talk.places.of("title"), talk, styles.talk_title)
    number = 0
    for block in talk.abstract:
        for span in block.spans:
            if span.formula:
                style = None if block.kind == "formula" else styles.body
                yield _Text((span,), talk.places.of("abstract", number), talk, style)
                number += 1
    for index, reference in enumerate(talk.references):
        yield _Text(reference, talk.places.of("references", index), talk, styles.references)
    yield _Text(talk.funding, talk.places.of("funding"), talk, styles.references)
    for figure in talk.figures:
        yield _Text(figure.caption, figure.places.of("caption"), talk, styles.caption)
    if talk.translation:
        place = talk.places.of("translation")
        yield _Text(talk.translation.title, place, talk, styles.talk_title)
        yield from _blocks(talk.translation.abstract, place, talk, styles)


def _blocks(text: RichText, place: Place, talk: Talk | None, styles: Texts) -> Iterator[_Text]:
    """The blocks of a text whose formulas have no places of their own."""
    for block in text:
        yield _Text(block.spans, place, talk, None if block.kind == "formula" else styles.body)
