"""Plain text into markup that prints just that text."""

import re

from booklet.importing.cleaning.markup import written
from booklet.model.rich_text import Block, Span
from booklet.reading.clean_text import clean

_BLANK_LINES = re.compile(r"\n[ ]*(?:\n[ ]*)+")


def escaped(text: str) -> str:
    """Plain text as markup in which nothing is read as formatting; blank lines part paragraphs, other line ends are
    blanks."""
    paragraphs = _BLANK_LINES.split(clean(text).text.strip())
    return written([Block((Span(paragraph),)) for paragraph in paragraphs])
