"""The text of a Markdown file into its front matter, between lines of three hyphens, and the text after it."""

import re

from booklet.codes import MISSING_KEY, WRONG_SHAPE
from booklet.finding import Finding
from booklet.place import Place

_FENCE = re.compile(r"---[ \t]*")


def split_front_matter(text: str, file: str, findings: list[Finding]) -> tuple[str, str, int] | None:
    """Front matter, text, and the line on which the text begins; None without front matter."""
    lines = text.split("\n")
    if not _FENCE.fullmatch(lines[0]):
        message = "the file does not begin with front matter"
        hint = 'begin with a line "---", then "title: …", then a second line "---"; the text follows'
        findings.append(Finding(MISSING_KEY, message, Place(file), hint))
        return None
    end = next((index for index, line in enumerate(lines[1:], 1) if _FENCE.fullmatch(line)), None)
    if end is None:
        message = 'the front matter that begins here has no second line "---"'
        findings.append(Finding(WRONG_SHAPE, message, Place(file, 1, 1, 4), 'write "---" before the text'))
        return None
    return "\n".join(lines[1:end]), "\n".join(lines[end + 1 :]), end + 2
