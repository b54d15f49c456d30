"""The text of one field as written into text as printed, with what there is to say about it."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from booklet.finding import Finding
from booklet.model.rich_text import Line, RichText
from booklet.place import Place
from booklet.reading.clean_text import clean, one_line, remarks
from booklet.reading.html_rules import decoded
from booklet.reading.latex_letters import plain_letters
from booklet.reading.markdown import markdown_blocks, markdown_line
from booklet.reading.remark import Remark, remark_findings
from booklet.reading.typographic_signs import typographic
from booklet.text_file import place_in

_NO_MACROS: Mapping[str, str] = MappingProxyType({})


def plain_text(text: str | None, place: Place, language: str, findings: list[Finding], talk: str | None = None) -> str:
    r"""One line of cleaned text without markup: a name, an affiliation. LaTeX for single letters and HTML's entities are
    read ("Garc\'ia", "M&uuml;ller"). Empty when nothing was given."""
    if not text:
        return ""
    cleaned = clean(text)
    findings.extend(remarks(cleaned, text, place, talk))
    letters = clean(decoded(plain_letters(cleaned.text))).text
    return typographic(one_line(letters), language)


def marked_text(
    text: str | None,
    place: Place,
    language: str,
    findings: list[Finding],
    talk: str | None = None,
    macros: Mapping[str, str] = _NO_MACROS,
) -> Line:
    """One line of cleaned text with its markup: a title, a reference. Empty when nothing was given."""
    if not text:
        return ()
    cleaned = clean(text)
    findings.extend(remarks(cleaned, text, place, talk))
    said: list[Remark] = []
    line = markdown_line(cleaned.text, language, macros, said)
    findings.extend(remark_findings(said, lambda _: place, talk))
    return line


def marked_blocks(
    text: str,
    start: Place,
    language: str,
    findings: list[Finding],
    talk: str | None = None,
    macros: Mapping[str, str] = _NO_MACROS,
) -> RichText:
    """Paragraphs, lists and formulas of a text that begins at the line of `start`: an abstract. Findings name line and
    column."""
    cleaned = clean(text)
    findings.extend(remarks(cleaned, text, place_in(text, cleaned.first, start.file, start.line), talk))
    said: list[Remark] = []
    blocks = markdown_blocks(cleaned.text, language, macros, said)
    findings.extend(remark_findings(said, lambda words: _place_of(words, text, start), talk))
    return blocks


def _place_of(words: str, text: str, start: Place) -> Place:
    """The place of words in a text: of all, else of the first of them; of the whole text where they are not found."""
    first_line = words.split("\n")[0].rstrip()
    for part in (words, first_line, re.split(r"\s", words)[0]):
        offset = text.find(part) if part else -1
        if offset >= 0:
            return place_in(text, offset, start.file, start.line, len(part.split("\n")[0]))
    return start
