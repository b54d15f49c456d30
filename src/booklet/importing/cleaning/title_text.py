"""A title of another system into one line of booklet's Markdown."""

import re

from booklet import limits
from booklet.finding import Finding
from booklet.importing.cleaning.bounds import bounded_line, bounded_source, shortened
from booklet.importing.cleaning.finished_blocks import public_spans
from booklet.importing.cleaning.html_reader import html_blocks
from booklet.importing.cleaning.mathematics import with_formulas
from booklet.importing.cleaning.private import without_private
from booklet.importing.cleaning.told_apart import form_of
from booklet.importing.cleaning.written_line import written_line
from booklet.model.rich_text import Span, plain
from booklet.place import Place
from booklet.reading import clean_text
from booklet.reading.clean_text import clean
from booklet.reading.markdown import markdown_line

_LOST_LINE_END = re.compile(r"(?<!\\)\\r\\n")


def title_text(text: str, place: Place, findings: list[Finding]) -> str:
    """One line of markup, at most 300 characters: HTML and LaTeX in it are read, stars and underlines are signs."""
    said: list[Finding] = []
    text = bounded_source(text, limits.TITLE, place, said)
    made = bounded_title(
        _made(clean_text.one_line(clean(_LOST_LINE_END.sub(" ", text)).text), place, said), place, said
    )
    findings += dict.fromkeys(said)
    return made


def _made(text: str, place: Place, findings: list[Finding]) -> str:
    form = form_of(text)
    if form == "latex":
        return without_private(text, place, findings)
    if form == "html" or "&" in text:
        spans = [span for block in html_blocks(text, place, findings) for span in (*block.spans, Span(" "))]
    else:
        spans = [Span(text)]
    return written_line(with_formulas(public_spans(tuple(spans), place, findings))).replace("\n", " ")


def bounded_title(line: str, place: Place, findings: list[Finding]) -> str:
    """A line that is too long as the beginning of its words, without markup that would be cut."""
    if len(line) <= limits.TITLE:
        return line
    words = plain(markdown_line(line, "en"))
    for most in (limits.TITLE, limits.TITLE // 2, limits.TITLE // 8):
        cut = written_line([Span(shortened(words, most))])
        if len(cut) <= limits.TITLE:
            break
    bounded_line(line, limits.TITLE, place, findings)
    return cut
