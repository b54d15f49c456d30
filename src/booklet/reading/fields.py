"""The text of one field as written into text as printed, with what there is to say about it."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from booklet.finding import Finding
from booklet.model.rich_text import Line, RichText
from booklet.place import Place
from booklet.reading.clean_text import clean, one_line, remarks
from booklet.reading.html_rules import decoded
from booklet.reading.latex_letters import plain_letters
from booklet.reading.markdown import markdown_blocks, markdown_line
from booklet.reading.markup_as_written import markup_in_plain_text
from booklet.reading.offsets import before_cleaning
from booklet.reading.remark import Remark, remark_findings
from booklet.reading.typographic_signs import typographic
from booklet.text_file import place_in

_NO_MACROS: Mapping[str, str] = MappingProxyType({})
# Names and affiliations as nearly all are: nothing in them can be markup, damage, or a sign to be set otherwise.
_AS_PRINTED = re.compile(r"[0-9A-Za-zÀ-ÂÄ-ÖØ-öø-ž.,()/]++(?:[ -][0-9A-Za-zÀ-ÂÄ-ÖØ-öø-ž.,()/]++)*+")


def plain_text(text: str | None, place: Place, language: str, findings: list[Finding], talk: str | None = None) -> str:
    r"""One line of cleaned text without markup: a name, an affiliation. LaTeX for single letters and HTML's entities are
    read ("Garc\'ia", "M&uuml;ller"). Empty when nothing was given."""
    if not text:
        return ""
    if _AS_PRINTED.fullmatch(text):
        return text
    cleaned = clean(text)
    findings.extend(remarks(cleaned, text, lambda *_: place, talk))
    letters = one_line(clean(decoded(plain_letters(cleaned.text))).text)
    findings.extend(remark_findings(markup_in_plain_text(letters), lambda *_: place, talk))
    return typographic(letters, language)


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
    findings.extend(remarks(cleaned, text, lambda *_: place, talk))
    said: list[Remark] = []
    line = markdown_line(cleaned.text, language, macros, said)
    findings.extend(remark_findings(said, lambda *_: place, talk))
    return line


class MarkedBlocks(NamedTuple):
    """The blocks of a text, and the place of each formula in them, in order."""

    blocks: RichText
    formulas: tuple[Place, ...]


def marked_blocks(
    text: str,
    start: Place,
    language: str,
    findings: list[Finding],
    talk: str | None = None,
    macros: Mapping[str, str] = _NO_MACROS,
) -> MarkedBlocks:
    """Paragraphs, lists and formulas of a text that begins at the line of `start`: an abstract. Findings name line and
    column."""
    cleaned = clean(text)

    def place_of(offset: int, length: int) -> Place:
        return place_in(text, offset, start.file, start.line, length)

    findings.extend(remarks(cleaned, text, place_of, talk))
    said: list[Remark] = []
    formulas: list[tuple[int, int]] = []
    blocks = markdown_blocks(cleaned.text, language, macros, said, formulas)
    written = before_cleaning({remark.at for remark in said} | {at for at, _ in formulas}, cleaned, text)
    findings.extend(remark_findings(said, lambda at, length: place_of(written[at], length), talk))
    return MarkedBlocks(blocks, tuple(place_of(written[at], length) for at, length in formulas))
