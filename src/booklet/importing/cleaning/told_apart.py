"""A text into the markup it is written in: HTML, LaTeX, Markdown or none."""

import re

from booklet.importing.cleaning.mathematics import is_mathematics
from booklet.reading.formulas import hold

_TAG = re.compile(
    r"</(?:p|em|i|strong|b|sup|sub|a|ul|ol|li|div|span|h[1-6]|blockquote|u|code|pre|table)\s*>"
    r"|<(?:br|hr|p)\s*/?>|<img\s",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[A-Za-z]{2,10}\d?);")
_LATEX = re.compile(
    r"\\(?:emph|text[a-z]{2,10}|cite[a-z]{0,5}|ref|begin|item|footnote|href|url|section|mbox|noindent|par|newline|ldots|dots"
    r"|newcommand)(?![A-Za-z])|\\[`'^\"~=.cvuHkr]\{|\\[`'^\"~][A-Za-z]|(?<!`)``[^`']{1,300}''|\\[%&#$_](?!\w)"
)
_MARKDOWN = re.compile(
    r"(?<!!)\[[^\[\]\n]{1,300}\]\((?:https?:|mailto:|/|#)[^()\s]*\)|!\[[^\[\]\n]{0,300}\]\("
    r"|^#{1,6}[ ]\S|^```|^>[ ]\S|^\[[^\[\]\n]{1,80}\]:[ ]"
    r"|(?<![\w*])\*\*(?=\S)[^*\n]{1,300}(?<=\S)\*\*(?![\w*])|(?<![\w*\\])\*(?=[^\s*])[^*\n]{1,300}(?<=[^\s*])\*(?![\w*])"
    r"|(?<![\w_])__?(?=[^\W_])[^_\n]{1,300}(?<=[^\W_])__?(?![\w_])"
    r"|^[ ]{0,3}(?:[-*+][ ]\S|\d{1,2}[.)][ ]\S)|(?<!`)`[^`\n]{1,200}`(?!`)",
    re.MULTILINE,
)


def form_of(text: str) -> str:
    """The form: "html", "latex", "markdown" or "plain"."""
    if _TAG.search(text):
        return "html"
    if _LATEX.search(text) or _has_formula(text):
        return "latex"
    if _MARKDOWN.search(text):
        return "markdown"
    return "html" if _ENTITY.search(text) else "plain"


def _has_formula(text: str) -> bool:
    if "$" not in text and "\\" not in text:
        return False
    return any(piece.formula and is_mathematics(piece.formula) for piece in hold(text, {}, []).pieces)
