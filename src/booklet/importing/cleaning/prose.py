"""A text of another system (HTML, Markdown, LaTeX, plain) into paragraphs in booklet's Markdown."""

import re

from booklet import limits
from booklet.codes import NO_TEXT
from booklet.finding import Finding
from booklet.importing.cleaning.bounds import bounded_prose, bounded_source
from booklet.importing.cleaning.finished_blocks import finished
from booklet.importing.cleaning.html_reader import html_blocks
from booklet.importing.cleaning.latex_prose import latex_prose
from booklet.importing.cleaning.line_ends import with_line_ends
from booklet.importing.cleaning.markdown_reader import markdown_blocks
from booklet.importing.cleaning.mathematics import DEFINITION
from booklet.importing.cleaning.placeholders import is_placeholder
from booklet.importing.cleaning.plain_reader import plain_blocks
from booklet.importing.cleaning.private import without_private
from booklet.importing.cleaning.told_apart import form_of
from booklet.place import Place
from booklet.reading.clean_text import clean

_TRAILING = re.compile(r"[ \t]+(?=\n|\Z)")
_MANY_LINES = re.compile(r"\n{3,}")


def prose(text: str, form: str, place: Place, findings: list[Finding]) -> str:
    """Paragraphs in booklet's Markdown, which prints all words of the text; "" for a placeholder such as TBA.

    `form` is "html", "markdown", "latex", "plain", or "any" where the source does not say. Pictures, e-mail addresses,
    meeting rooms and what is beyond the limits are left out; `findings` gets what was left out or changed. Never raises.
    """
    said: list[Finding] = []
    text = clean(bounded_source(text, limits.ABSTRACT, place, said)).text.strip("\n ")
    made = "" if is_placeholder(text) else _made(text, form, place, said)
    if is_placeholder(text) or is_placeholder(made):
        said.append(Finding(NO_TEXT, "a placeholder instead of a text is left out", place))
        made = ""
    made = bounded_prose(made, place, said)
    findings += dict.fromkeys(said)
    return made


def _made(text: str, form: str, place: Place, findings: list[Finding]) -> str:
    form = form_of(text) if form == "any" else "latex" if form == "markdown" and DEFINITION.search(text) else form
    if form != "html":
        text = bounded_source(text, limits.ABSTRACT, place, findings, html=False)
    text = with_line_ends(text, latex=form == "latex")
    if form == "latex":
        return _tidy(without_private(latex_prose(text, place, findings), place, findings)).strip()
    if form == "plain":
        return finished(plain_blocks(_tidy(text)), place, findings, formulas=False)
    blocks = (markdown_blocks if form == "markdown" else html_blocks)(text, place, findings)
    return finished(blocks, place, findings, formulas=True)


def _tidy(text: str) -> str:
    """Without blanks at the ends of lines, without two blank lines in a row."""
    return _MANY_LINES.sub("\n\n", _TRAILING.sub("", text)).strip("\n")
