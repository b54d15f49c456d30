"""LaTeX of an abstract into what booklet reads of LaTeX: comments and layout are taken out, the rest stays as it is."""

import re

from booklet.codes import CHANGED_TEXT, LEFT_OUT
from booklet.finding import Finding
from booklet.place import Place

_COMMENT_LINE = re.compile(r"^[ \t]*%[^\n]*(?:\n|\Z)", re.MULTILINE)
_COMMENT = re.compile(r"(?<=[^\\\d\s])[ \t]+%[ \t][^\n]*|(?<=[^\\\d\s])%(?=\n)")
_HEADING = re.compile(r"\\(?:(?:sub){0,2}section|(?:sub)?paragraph|chapter)\*?\{([^{}\n]{1,300})\}[ \t]*")
_PICTURE = re.compile(r"\\includegraphics(?:\[[^\[\]\n]{0,300}\])?\{[^{}\n]{0,300}\}")
_LAYOUT = re.compile(
    r"\\(?:begin|end)\{(?:abstract|center|quote|quotation|flushleft|flushright|document|figure|minipage)\*?\}(?:\[[a-z!]{0,5}\])?"
    r"|\\(?:centering|maketitle|clearpage|hfill|vfill|indent|bigbreak|medbreak|smallbreak)(?![A-Za-z])"
    r"|\\[vh]space\*?\{[^{}\n]{0,40}\}"
)
_BLANKS = re.compile(r"(?<=\S)[ ]{2,}")


def latex_prose(text: str, place: Place, findings: list[Finding]) -> str:
    """The text as booklet reads it; headings are bold paragraphs, pictures are left out."""
    text = _COMMENT.sub("", _COMMENT_LINE.sub("", text))
    if _HEADING.search(text):
        findings.append(Finding(CHANGED_TEXT, "a heading is a bold line now", place))
        text = _HEADING.sub(r"\n\n\\textbf{\1}\n\n", text)
    if _PICTURE.search(text):
        findings.append(Finding(LEFT_OUT, "a picture is left out", place))
        text = _PICTURE.sub("", text)
    return _BLANKS.sub(" ", _LAYOUT.sub(" ", text))
