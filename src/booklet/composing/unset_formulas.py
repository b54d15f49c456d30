"""Formulas of the program that cannot be set → findings that say why; their sources are printed instead."""

from collections.abc import Iterator

from booklet.codes import FORMULA_AS_WRITTEN
from booklet.composing.display_formula import set_display
from booklet.finding import Finding
from booklet.lettering.mathematics.cannot_set import CannotSetError
from booklet.model.program import Program
from booklet.model.rich_text import Line
from booklet.model.talk import Talk
from booklet.place import Place
from booklet.styling.style import Style

_HINT = (
    "correct it, or declare what it uses under macros: (docs/reference/content.md); its source is printed until then"
)
_SHOWN = 60  # characters of a formula in a message


def unset_formulas(program: Program, style: Style) -> tuple[Finding, ...]:
    """One finding for every formula, at its field."""
    findings = []
    for line, place, talk, display in _lines(program):
        for span in line:
            reason = _reason(span.formula, style, display=display) if span.formula else ""
            if reason:
                source = span.text if len(span.text) <= _SHOWN else f"{span.text[:_SHOWN]}…"
                message = f'formula "{source}" cannot be set: {reason}'
                findings.append(Finding(FORMULA_AS_WRITTEN, message, place, _HINT, talk=talk.id if talk else None))
    return tuple(findings)


def _reason(source: str, style: Style, *, display: bool) -> str:
    """Why a formula cannot be set; empty when it can."""
    # Reading LaTeX takes time to import, and most programs have no formula.
    from booklet.lettering.mathematics.formula import set_formula

    try:
        if display:
            set_display(source, style)
        else:
            set_formula(source, display=False)
    except CannotSetError as trouble:
        return str(trouble)
    return ""


def _lines(program: Program) -> Iterator[tuple[Line, Place, Talk | None, bool]]:
    """All texts that may hold formulas, with the talk they belong to and whether they are displays."""
    for session in program.sessions:
        yield session.title, session.places.of("title"), None, False
        for item in session.items:
            if item.talk is None:
                yield item.title, item.places.of("title"), None, False
    for talk in program.talks:
        yield talk.title, talk.places.of("title"), talk, False
        number = 0
        for block in talk.abstract:
            for span in block.spans:
                if span.formula:
                    yield (span,), talk.places.of("abstract", number), talk, block.kind == "formula"
                    number += 1
        for index, reference in enumerate(talk.references):
            yield reference, talk.places.of("references", index), talk, False
        yield talk.funding, talk.places.of("funding"), talk, False
        for figure in talk.figures:
            yield figure.caption, figure.places.of("caption"), talk, False
