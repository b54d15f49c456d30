"""A name as somebody wrote it → what stands between its blanks, and which of that is the name itself."""

import re
import unicodedata
from functools import lru_cache

from booklet.plain_dataclasses import dataclass

# What stands in brackets or quotation marks: nicknames, the name in another script.
_ASIDE = (
    r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）|\"[^\"]*\"|“[^“”]*”"
    r"|„[^„“”]*[“”]|`[^`]*`|«[^«»]*»|(?<!\w)[‘'][^‘’']+[’'](?!\w)"
)
_TOKEN = re.compile(rf"(?:{_ASIDE})|\S+")
_ONLY_ASIDE = re.compile(_ASIDE)
# Hyphenated words are one; the article in al-Farsi is a word of its own.
_WORD = re.compile(r"(?:a[dlnrstz]|ash|el|et)(?=[-‐‑]\w)|[^\W_]+(?:['’\-‐‑][^\W_]+)*")
_EAST_ASIAN = frozenset({
    "CJK", "HIRAGANA", "KATAKANA", "HALFWIDTH", "KATAKANA-HIRAGANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameTokens:
    """All that stands between the blanks of a name; `plain` are the indices of those that are the name, in their order: no
    asides, and beside Latin letters not the name once more in another script. `eastern`: all is in East Asian script."""

    tokens: tuple[str, ...]
    plain: tuple[int, ...]
    eastern: bool

    @property
    def bare(self) -> str:
        """The name itself."""
        return " ".join(self.tokens[index] for index in self.plain)

    @property
    def aside(self) -> str:
        """What stands beside it."""
        return " ".join(token for index, token in enumerate(self.tokens) if index not in self.plain)


def name_tokens(written: str) -> NameTokens:
    """The tokens of "Ada Quill (dreamer)"; a name that is nothing but asides has no plain ones."""
    tokens = tuple(_TOKEN.findall(written))
    plain = [index for index, token in enumerate(tokens) if not _ONLY_ASIDE.fullmatch(token)]
    scripts = {script for index in plain for script in _scripts(tokens[index])}
    counting = {"LATIN"} & scripts or scripts
    plain = [index for index in plain if counting & _scripts(tokens[index]) or tokens[index] == ","]
    return NameTokens(tokens, tuple(plain), bool(scripts) and scripts <= _EAST_ASIAN)


def words_of(text: str) -> list[str]:
    """The words of a name without its punctuation."""
    return _WORD.findall(text)


def _scripts(token: str) -> set[str]:
    """The scripts of its letters, as their names in Unicode begin; figures stand in any."""
    if token.isascii() and token.isalpha():
        return {"LATIN"}
    return {_script(sign) for sign in token if sign.isalnum()}


@lru_cache(maxsize=8192)
def _script(sign: str) -> str:
    return unicodedata.name(sign, "NONE").split(" ")[0]
