"""Text into remarks on markup in it that is not read, but printed as it is written."""

import re
from collections.abc import Iterator

from booklet.codes import MARKUP_AS_WRITTEN, UNKNOWN_COMMAND
from booklet.expression import expression
from booklet.reading.html_rules import AS_WRITTEN
from booklet.reading.lists import Paragraph, like_items
from booklet.reading.remark import Remark

_BEGIN = r"(?<![^\n])[ ]{0,3}"
# What each is called in a message, where it begins a line or anywhere, and what to do about it.
_FORMS = (
    (r"!\[[^\[\]]{0,200}\]\([^()\s]{0,200}\)", "name the picture under figures:"),
    (_BEGIN + r"#{1,6} +\S[^\n]{0,60}", "begin the paragraph with **words** in bold"),
    (_BEGIN + r"```", "take it out; all text is set as text"),
    (
        _BEGIN + r"\|[^\n|]*\|[^\n]*(?=\n *\|?[ :|-]*--[ :|-]*(?:\n|\Z))",
        "write the table as a list, or show it as a figure",
    ),
    (r"(?:\A|(?<=\n\n))> ?[^\W\d_][^\n]{0,60}", "take the > out"),
)
_AS_WRITTEN = expression("|".join(f"(?P<form{number}>{form})" for number, (form, _) in enumerate(_FORMS)))
_COMMENT = expression(_BEGIN + r"%[^\n]{0,60}")
# Indices of TeX are no prose; \^{o} is an accent.
_INDEX = expression(r"(?:[^\W_]{0,20}|[)\]|])(?<!\\)[_^]\{[^{}\n]{0,40}\}")
_ITEMS = "for a list begin every item with a hyphen and a blank, on a line of its own, and indent its other lines"
_MAY_BE_MARKUP = re.compile(r"[$^~*<\\]")
# Markup where none is read: formulas, superscripts, stars, tags, commands with arguments.
_MARKUP = expression(
    r"\$(?![\s\d])[^$]{1,100}(?<!\s)\$|\^[\w,*†‡]{1,20}\^|~\d{1,3}~|(?<![\w*])\*{1,2}[^\s*][^*]{0,100}\*{1,2}(?![\w*])"
    rf"|{AS_WRITTEN.pattern}|\\[A-Za-z]+\{{[^{{}}]{{0,100}}\}}",
    re.IGNORECASE,
)


def markup_in_plain_text(text: str) -> Iterator[Remark]:
    """Remarks on what would be markup elsewhere, but not in a name, an affiliation or a keyword."""
    for found in _MARKUP.finditer(text) if _MAY_BE_MARKUP.search(text) else ():
        hint = (
            "names, affiliations and the like are plain text, and numbers of affiliations are made for you; take it out"
        )
        yield Remark(MARKUP_AS_WRITTEN, found[0], found.start(), hint)


def markup_as_written(text: str, *, latex: bool) -> Iterator[Remark]:
    """Remarks on pictures, headings, code, tables and quotations of Markdown, on indices of TeX outside of formulas, and, in
    text that surely is LaTeX, on lines of comment."""
    if "!" in text or "#" in text or "`" in text or "|" in text or ">" in text:
        for found in _AS_WRITTEN.finditer(text):
            hint = _FORMS[int(str(found.lastgroup).removeprefix("form"))][1]
            words = found[0].lstrip()
            yield Remark(MARKUP_AS_WRITTEN, words, found.end() - len(words), hint)
    if "_{" in text or "^{" in text:
        for found in _INDEX.finditer(text):
            yield Remark(UNKNOWN_COMMAND, found[0], found.start())
    if latex and "%" in text:
        for found in _COMMENT.finditer(text):
            words = found[0].lstrip()
            yield Remark(MARKUP_AS_WRITTEN, words, found.end() - len(words), "take it out if it is a comment")


def lost_items(paragraph: Paragraph) -> Iterator[Remark]:
    """Remarks on lines of a paragraph that look like the items of a list."""
    for words, at in like_items(paragraph.text)[:1]:
        yield Remark(MARKUP_AS_WRITTEN, words, paragraph.at + at, _ITEMS)
