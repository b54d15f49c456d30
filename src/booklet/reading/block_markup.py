"""The text of an abstract with its LaTeX and HTML for paragraphs and lists into paragraphs and items."""

import re
from itertools import pairwise
from typing import NamedTuple

from booklet.expression import expression
from booklet.reading.html_rules import ATTRIBUTES
from booklet.reading.list_numbers import Numbering, at_value, html_numbering, latex_numbering
from booklet.reading.lists import DEEPEST, ListItem, Paragraph, split_blocks

_PARAGRAPH = expression(
    rf"[ ]*(?:\\par(?![A-Za-z])|\\(?:begin|end)\{{abstract\}}|<p{ATTRIBUTES}>|</p\s*>|(?:<br{ATTRIBUTES}>\s*){{2,}})[ ]*",
    re.IGNORECASE,
)
_TOKEN = expression(
    r"\\begin\{(?P<begin>itemize|enumerate|description)\}(?:\[(?P<options>[^\[\]\n]{0,80})\])?"
    r"|\\end\{(?P<end>itemize|enumerate|description)\}"
    r"|(?P<item>\\item)(?![A-Za-z])(?:[ ]?\[(?P<label>[^\[\]]{1,80})\])?"
    rf"|<(?P<open>ul|ol){ATTRIBUTES}>|</(?P<close>ul|ol)\s*>|(?P<li><li{ATTRIBUTES}>)|(?P<lost></li\s*>)",
    re.IGNORECASE,
)
_MAY_BE_LIST = expression(r"\\item|<li", re.IGNORECASE)
_LONGEST_MARKER = 8


class _Marker(NamedTuple):
    """What stands before an item, and what of its label is left for its text; whether its author wrote it."""

    shown: str
    label: str
    written: bool


def split_markup(text: str) -> tuple[Paragraph | ListItem, ...]:
    r"""Paragraphs and items in order, of Markdown, of LaTeX (\par, itemize, enumerate, description) and of HTML (<p>, <ul>,
    <ol>; two or more <br>). A list that is not complete, or begins with text that is no item, stays as it is written."""
    if "<" not in text and "\\" not in text:
        return split_blocks(text)
    if not _MAY_BE_LIST.search(text):
        return split_blocks(_PARAGRAPH.sub(_blank_line, text))
    tokens = list(_TOKEN.finditer(text))
    whole = _complete(text, tokens)
    result: list[Paragraph | ListItem] = []
    lists: list[Numbering | None] = []  # of those that are open, None for one that does not count
    done = 0
    marker: _Marker | None = None
    for index, found in enumerate(tokens):
        opens, closes = whole.get(index) == "open", whole.get(index) == "close"
        if not opens and not closes and not (lists and whole.get(index) == "item"):
            continue
        result += _pieces(Paragraph(text[done : found.start()], done), marker, len(lists))
        done = found.end()
        marker = None
        if opens:
            lists.append(_numbering(found) if _counts(found) else None)
        elif closes:
            lists.pop()
        elif not found["lost"]:
            numbering = lists[-1] and at_value(lists[-1], found["li"] or "")
            marker = _marker(numbering, found["label"] or "")
            lists[-1] = numbering and numbering.following
    return (*result, *_pieces(Paragraph(text[done:], done), marker, 0))


def _blank_line(found: re.Match[str]) -> str:
    """A blank line as long as what it stands for, so that offsets stay right."""
    return "\n\n".ljust(len(found[0]))


def _name(found: re.Match[str]) -> str:
    return (found["begin"] or found["open"] or found["end"] or found["close"] or "").lower()


def _counts(found: re.Match[str]) -> bool:
    return _name(found) in {"ol", "enumerate"}


def _numbering(found: re.Match[str]) -> Numbering | None:
    """How a list that begins counts; None when that is not understood."""
    return html_numbering(found[0]) if found["open"] else latex_numbering(found["options"] or "")


def _marker(numbering: Numbering | None, label: str) -> _Marker:
    """The marker of an item, and what of its label stands before its text."""
    if label and len(label) <= _LONGEST_MARKER and "\\" not in label:
        return _Marker(label, "", written=True)
    return _Marker(numbering.marker if numbering else "•", f"{label} " if label else "", written=False)


def _pieces(between: Paragraph, marker: _Marker | None, depth: int) -> list[Paragraph | ListItem]:
    """The text between two tokens: an item where it has a marker, else paragraphs."""
    if marker is None:
        return list(split_blocks(_PARAGRAPH.sub(_blank_line, between.text), between.at))
    shown, label = marker.shown, marker.label
    written = label + _PARAGRAPH.sub(lambda found: " " * len(found[0]), between.text)
    words = written.strip()
    at = between.at - len(label) + len(written) - len(written.lstrip())
    if not words and marker.written:
        words, shown = shown, "•"
    return [ListItem(words, at, shown, min(depth - 1, DEEPEST))] if words else []


def _complete(text: str, tokens: list[re.Match[str]]) -> dict[int, str]:
    """Which tokens count, by their index: those of lists that close, and that begin with an item."""
    begins = {
        index
        for index, (one, following) in enumerate(pairwise(tokens))
        if ((one["begin"] and following["item"]) or (one["open"] and following["li"]))
        and (not _counts(one) or _numbering(one))
        and not text[one.end() : following.start()].strip()
    }
    whole: dict[int, str] = {}
    waiting: list[int] = []
    names: dict[str, int] = {}
    for index, found in enumerate(tokens):
        name = _name(found)
        if index in begins:
            waiting.append(index)
            names[name] = names.get(name, 0) + 1
        while (found["end"] or found["close"]) and names.get(name):
            other = waiting.pop()
            names[_name(tokens[other])] -= 1
            if _name(tokens[other]) == name:
                whole |= {other: "open", index: "close"}
                break
    return whole | _items(tokens, whole)


def _items(tokens: list[re.Match[str]], whole: dict[int, str]) -> dict[int, str]:
    """The items that stand in a complete list of their own kind."""
    items: dict[int, str] = {}
    latex: list[bool] = []
    for index, found in enumerate(tokens):
        if whole.get(index) == "open":
            latex.append(bool(found["begin"]))
        elif whole.get(index) == "close":
            latex.pop()
        elif latex and (found["item"] if latex[-1] else found["li"] or found["lost"]):
            items[index] = "item"
    return items
