"""Texts without their markup, down to their letters and words: what must not get lost between a source and a booklet."""

import re
import unicodedata
from collections import Counter
from html import unescape
from html.parser import HTMLParser

from booklet.model.rich_text import RichText, plain
from booklet.model.talk import Talk

_MAIL = re.compile(r"(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
_LIQUID = re.compile(r"\{\{[^{}]*\}\}")
_REFERENCE = re.compile(r"\[([^\[\]]+)\] ?\[[^\[\]]*\]")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]^]+\]: +\S+.*$", re.MULTILINE)


def letters(text: str) -> str:
    """Letters and digits alone, NFKC, without their case: lines, hyphens and quotes do not count."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def words(text: str) -> Counter[str]:
    """How often each word is there."""
    return Counter(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold()))


def without_markup(text: str) -> str:
    """What a browser shows of HTML, numbers of lists among it, and the words of links of Markdown."""
    reader = _Shown()
    reader.feed(_LIQUID.sub("", text))
    reader.close()
    shown = unescape("".join(reader.parts))
    shown = _LINK.sub(r"\1", shown)
    if _DEFINITION.search(shown):
        shown = _REFERENCE.sub(r"\1", _DEFINITION.sub("", shown))
    return shown


def without_latex(text: str) -> str:
    r"""Without comments, commands, accents and the "\n" of programs, also that of "\nu", in source and import alike."""
    text = re.sub(r"(?:^|\\n)%.*?(?=\\n|\n|$)", " ", text, flags=re.MULTILINE)
    text = re.sub(r"\{?\\L(?![A-Za-z])(?:\{\}|\})? ?", "Ł", text)
    bare = re.sub(r"\\[`'^\"~=.]|\\[A-Za-z]+", "", text.replace("\\n", " "))
    return "".join(sign for sign in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(sign))


class _Shown(HTMLParser):
    """The words of HTML, and those that stand for pictures; no browser knows <version>, which people write nevertheless."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.lists: list[int | None] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"ul", "ol"}:
            self.lists.append(int(dict(attrs).get("start") or 1) if tag == "ol" else None)
        elif tag == "li" and self.lists and (number := self.lists[-1]) is not None:
            self.parts.append(f" {number}. ")
            self.lists[-1] = number + 1
        self.parts.append("<version>" if tag == "version" else (dict(attrs).get("alt") or "") if tag == "img" else "")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"ul", "ol"} and self.lists:
            self.lists.pop()


def text_of(talk: Talk) -> str:
    """All that a talk says besides its title and its authors."""
    more = (plain(line) for line in (*talk.references, talk.funding))
    return "\n".join([written(talk.abstract), *more])


def written(text: RichText) -> str:
    return "\n".join(f"{block.marker} {plain(block.spans)}" for block in text)


def lost_and_gained(source: str, imported: str) -> tuple[Counter[str], Counter[str]]:
    """The words that only the source has, and those that only the import has, e-mail addresses apart, which never come in;
    none where the two agree letter for letter."""
    source, imported = _MAIL.sub(" ", source), _MAIL.sub(" ", imported)
    if letters(source) == letters(imported):
        return Counter(), Counter()
    before, after = words(source), words(imported)
    return before - after, after - before
