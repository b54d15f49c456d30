"""A line of a document and what it says without its marks of emphasis."""

import html
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from booklet.place import Place
from booklet.plain_dataclasses import dataclass

_SUPER = re.compile(r"<sup>([^<]{0,60})</sup>", re.IGNORECASE)
_RAISED_TEXT = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,˒‚·][⁰¹²³⁴⁵⁶⁷⁸⁹]+)*")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹˒‚·", "0123456789,,,")
_TAG = re.compile(r"</?(?:b|i|u|em|strong|span|font|p|div|br)\b[^<>]{0,200}>", re.IGNORECASE)
_STRONG = re.compile(r"(?<!\\)(?:\*\*|__)")
_EMPHASIS = re.compile(r"(?<![\w*\\])\*(?=\S)([^*]+)(?<=\S)\*(?![\w*])|(?<![\w\\])_(?=\S)([^_]+)(?<=\S)_(?!\w)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SIGNED = re.compile(r"\$[^$\n]{1,500}\$|(?<!\\)\^([^\s^\\]{1,40})\^|(?<![~\\])~([^\s~\\]{1,40})~(?!~)")
_WORD = re.compile(r"[^\W_]+")
_BOLD_LINE = re.compile(r"(?:\*\*|__)(?!\s)(?:(?!\*\*|__).)+(?:\*\*|__)[\s.:]*")
_ITALIC_LINE = re.compile(r"\*(?![\s*])[^*]+\*|_(?![\s_])[^_]+_")


@dataclass(frozen=True, slots=True)
class Line:
    """A line or a paragraph as it stands in the document, in Markdown and without blanks around it. `heading` is the level of
    a heading (0: none; 1 is the highest); `cells` are those of a row of a table, whose `markup` is all of them."""

    place: Place
    markup: str
    heading: int = 0
    cells: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What it says, without emphasis; what is raised stands between ^ and ^."""
        return plain(self.markup)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return bool(_BOLD_LINE.fullmatch(self.markup))

    @property
    def italic(self) -> bool:
        """Whether all of it is in italics."""
        return bool(_ITALIC_LINE.fullmatch(self.markup))


def raised(markup: str) -> str:
    """Markup in which all that is raised stands between ^ and ^."""
    text = _SUPER.sub(r"^\1^", markup)
    return _RAISED_TEXT.sub(lambda found: f"^{found.group().translate(_RAISED)}^", text).replace("^^", "")


@lru_cache(maxsize=2048)
def plain(markup: str) -> str:
    """The words of some markup, with single blanks and without emphasis; what is raised stands between ^ and ^."""
    text = _STRONG.sub("", _TAG.sub(" ", raised(markup)))
    text = without_italics(text)
    return " ".join(html.unescape(_ESCAPED.sub(r"\1", text)).split())


def without_italics(markup: str) -> str:
    """Markup without the signs of single emphasis."""
    return _EMPHASIS.sub(lambda found: found.group(1) or found.group(2), markup)


def with_tags(markup: str) -> str:
    """Markup in which what is raised or lowered (x^2^, H~2~O) stands in <sup> and <sub>, as Markdown of others has it."""
    return _SIGNED.sub(_tagged, markup)


def _tagged(found: re.Match[str]) -> str:
    if found[1]:
        return f"<sup>{found[1]}</sup>"
    return f"<sub>{found[2]}</sub>" if found[2] else found[0]


def folded(markup: str) -> str:
    """The letters and digits of some markup, without capitals and signs: by which two titles are one."""
    return " ".join(_WORD.findall(plain(markup).casefold().replace("^", "")))


def paragraphs(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    """Lines that follow each other without a blank line between them; headings and rows of tables stand alone."""
    group: list[Line] = []
    for line in lines:
        alone = bool(line.heading or line.cells)
        if group and (alone or not line.markup):
            yield tuple(group)
            group = []
        if alone:
            yield (line,)
        elif line.markup:
            group.append(line)
    if group:
        yield tuple(group)
