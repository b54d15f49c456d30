"""HTML with MathML into HTML with the LaTeX that its makers wrote beside it, between dollar signs."""

import re
from html import unescape

_TEX = re.compile(
    r"<annotation\s[^<>]{0,200}application/x-(?:la)?tex[^<>]{0,200}>([^<>]{1,3000})</annotation\s*>", re.IGNORECASE
)
_ALTERNATIVE = re.compile(r"\salttext\s*=\s*(?:\"([^\"<>]{1,3000})\"|'([^'<>]{1,3000})')", re.IGNORECASE)
_OPENING = re.compile(r"<math(?=[\s>])", re.IGNORECASE)
_CLOSING = re.compile(r"</math\s*>", re.IGNORECASE)
ELEMENTS = frozenset(
    (
        "math", "semantics", "mrow", "mi", "mn", "mo", "ms", "mtext", "mspace", "mstyle", "mpadded", "mphantom",
        "menclose", "mfenced", "mfrac", "msqrt", "mroot", "msub", "msup", "msubsup", "munder", "mover", "munderover",
        "mmultiscripts", "mtable", "mtr", "mtd", "merror", "annotation", "annotation-xml", "none",
    )
)  # fmt: skip


def with_tex(text: str) -> str:
    """The text with LaTeX for each <math> that has it as annotation or alternative text; others stay."""
    if "<math" not in text.lower():
        return text
    parts, done = [], 0
    for opening in _OPENING.finditer(text):
        closing = _CLOSING.search(text, opening.end())
        if closing is None:
            break
        element = text[opening.start() : closing.end()]
        tex = _TEX.search(element)
        alternative = _ALTERNATIVE.search(element.partition(">")[0])
        written = tex[1] if tex else (alternative[1] or alternative[2]) if alternative else ""
        if opening.start() < done or not written.strip() or "$" in written:
            continue
        parts += [text[done : opening.start()], f"${_escaped(unescape(written).strip())}$"]
        done = closing.end()
    return "".join([*parts, text[done:]])


def _escaped(tex: str) -> str:
    return tex.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
