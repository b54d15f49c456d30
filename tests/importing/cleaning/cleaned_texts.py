"""What tests of cleaned texts ask: which words booklet prints of them, and what was said."""

import re

from booklet.finding import Finding
from booklet.importing.cleaning.prose import prose
from booklet.model.rich_text import plain
from booklet.place import Place
from booklet.reading.clean_text import clean
from booklet.reading.markdown import markdown_blocks

HERE = Place("source.json", 3)

_TYPOGRAPHY = re.compile("[`'\"“”„‘’‚′″«»‹›]")


def cleaned(form: str, text: str) -> str:
    """The text as booklet's Markdown, whatever was to say."""
    return prose(text, form, HERE, [])


def said(form: str, text: str) -> list[tuple[str, str]]:
    """Code and message of what is said about a text."""
    findings: list[Finding] = []
    prose(text, form, HERE, findings)
    assert all(finding.place == HERE for finding in findings)
    return [(finding.code.name, finding.message) for finding in findings]


def printed_words(markup: str) -> list[str]:
    """The words that booklet prints of its Markdown; blocks part words."""
    return words(" ".join(plain(block.spans) for block in markdown_blocks(clean(markup).text, "en")))


def words(text: str) -> list[str]:
    """The words of a text, without quotes; one kind of dash and of blank."""
    text = re.sub(r"\s*[-–—]+\s*", "-", _TYPOGRAPHY.sub("", clean(text).text))
    return re.sub(r"[\s\u202f\u2009]+", " ", text).split()
