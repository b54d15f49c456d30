"""Runs of text → stretches of one direction → boxes: the words that a line is made of, each in one voice or several."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from booklet.lettering.bidi import (
    FIRST_STRONG_ISOLATE,
    MAY_TURN,
    POP_ISOLATE,
    base_level,
    embedding_levels,
)
from booklet.lettering.letters import Voice
from booklet.lettering.mathematics.chunks import Formula

# It has done its work once the words are parted; as a glyph it is a space like any other.
_NO_BREAK = "\u00a0"
# Scripts written without spaces, whose texts line breaking has to look into: all but what is named, since Python looks at
# each character of a class when it compiles it.
_WITHOUT_SPACES = re.compile(
    "[^\x00-\u0dff\u1200-\u13ff\u1c50-\u2e7f\ufb00-\ufe2f\ufe50-\ufeff\ufff0-\U00015fff\U00040000-\U0010ffff]"
)


class Run(NamedTuple):
    """Text in one voice. No-break spaces join words into one that is neither parted nor stretched.

    `link` is "#" and a destination of the booklet or an address; `words` say where it leads when the text does not.
    `isolate` keeps the direction of a name or a title apart from what stands around it. With a `formula`, which is set in
    its place, `text` is its reading. `language` is said to readers who listen where it is not that of the paragraph.
    """

    text: str
    voice: Voice
    link: str | None = None
    words: str | None = None
    isolate: bool = False
    formula: Formula | None = None
    language: str | None = None


class Stretch(NamedTuple):
    """Text of one run, by its number, and of one direction, by its bidirectional level. The text of a formula has one
    character for each of its chunks. `outside` is the level around an isolate, -1 for what is none."""

    run: int
    text: str
    level: int
    formula: Formula | None = None
    outside: int = -1


class Part(NamedTuple):
    """Characters of a word that are in one stretch, by the stretch's number."""

    run: int
    text: str


class Plain(NamedTuple):
    """Words of one stretch, by its number, with its spaces between them; then the stretch that the space after the last
    belongs to (-1: no space). Where there is a `gap` instead a line may end although no space is there, as between
    ideographs: its white in 1/1000 of the size."""

    run: int
    texts: tuple[str, ...]
    space: int
    gap: int | None = None


class Joined(NamedTuple):
    """One word of several stretches ("Alexe" and a superior figure); `space` and `gap` as those of Plain."""

    parts: tuple[Part, ...]
    space: int
    gap: int | None = None

    @property
    def length(self) -> int:
        """Number of characters in all parts."""
        return sum(len(part.text) for part in self.parts)


Box = Plain | Joined


def stretches(runs: tuple[Run, ...], *, backwards: bool) -> tuple[tuple[Stretch, ...], int]:
    """The runs parted where the direction changes, and the level of the paragraph: 1 when it runs from right to left.

    Its first strong character decides. Where it is expected to run `backwards`, it does as long as any strong character
    outside of isolates does, or there is none.
    """
    texts = [_marks(run.formula) if run.formula else run.text for run in runs]
    if not backwards and (all(map(str.isascii, texts)) or not any(map(MAY_TURN.search, texts))):
        return tuple([Stretch(index, text, 0, runs[index].formula) for index, text in enumerate(texts)]), 0
    apart = [
        f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}" if run.isolate or run.formula else text
        for run, text in zip(runs, texts, strict=True)
    ]
    whole = "".join(apart)
    base = base_level(whole, otherwise=int(backwards))
    if backwards and not base:
        base = int(any(MAY_TURN.search(text) for run, text in zip(runs, texts, strict=True) if not run.isolate))
    levels = embedding_levels(whole, base)
    done: list[Stretch] = []
    start = 0
    for index, (run, text, wrapped) in enumerate(zip(runs, texts, apart, strict=True)):
        inner, outside = (start + 1, levels[start]) if wrapped is not text else (start, -1)
        if run.formula:
            done.append(Stretch(index, text, levels[inner], run.formula, outside))
        else:
            done += _parted(index, text, levels[inner : inner + len(text)], outside)
        start += len(wrapped)
    return tuple(done), base


def boxes(parts: tuple[Stretch, ...]) -> list[Box]:
    """Split stretches at their spaces, and where scripts without spaces may be parted. A word may cross stretches; empty
    words vanish."""
    if len(parts) == 1 and (parts[0].text.isascii() or not _WITHOUT_SPACES.search(parts[0].text)):  # nearly always
        words = _words(parts[0].text)
        return [Plain(0, words, -1)] if words else []
    done: list[Box] = []
    word: list[Part] = []  # that may go on in the next stretch
    for index, stretch in enumerate(parts):
        texts = [text.replace(_NO_BREAK, " ") for text in stretch.text.split(" ")]
        if texts[0]:
            word.append(Part(index, texts[0]))
        if len(texts) == 1:
            continue
        if word:
            # A formula has no space of its own, and a space goes in the direction of its own stretch.
            last = parts[word[-1].run]
            ours = any(texts[1:]) or last.formula is not None or last.level != stretch.level
            done += _boxes_of_word(tuple(word), index if ours else word[-1].run)
        inner = tuple(filter(None, texts[1:-1]))
        if inner and _WITHOUT_SPACES.search(stretch.text):
            for text in inner:
                done += _boxes_of_word((Part(index, text),), index)
        elif inner:
            done.append(Plain(index, inner, index))
        word = [Part(index, texts[-1])] if texts[-1] else []
    if word:
        done += _boxes_of_word(tuple(word), -1)
    elif done:
        done[-1] = done[-1]._replace(space=-1)
    return done


def _words(text: str) -> tuple[str, ...]:
    words = tuple(filter(None, text.split(" ")))
    return tuple([word.replace(_NO_BREAK, " ") for word in words]) if _NO_BREAK in text else words


def _marks(formula: Formula) -> str:
    """One character a chunk, of a strong left-to-right class."""
    return "".join(chr(0xE000 + index) for index in range(len(formula.chunks)))


def _parted(run: int, text: str, levels: list[int], outside: int) -> list[Stretch]:
    starts = [0, *(index for index in range(1, len(text)) if levels[index] != levels[index - 1]), len(text)]
    return [Stretch(run, text[a:b], levels[a], None, outside) for a, b in pairwise(starts) if a < b]


def _boxes_of_word(word: tuple[Part, ...], space: int) -> list[Box]:
    """A word as one box, or as several where a script without spaces lets a line end inside it."""
    if len(word) == 1 and word[0].text.isascii():
        return [Plain(word[0].run, (word[0].text,), space)]
    text = "".join(part.text for part in word)
    if text.isascii() or not _WITHOUT_SPACES.search(text):
        return [_box(word, space, None)]
    from booklet.lettering.line_breaks import breaks_between, white_between

    ends = [*breaks_between(text), len(text)]
    return [
        _box(piece, space, None) if end == len(text) else _box(piece, -1, white_between(text[end - 1], text[end]))
        for piece, end in zip(_pieces(word, ends), ends, strict=True)
    ]


def _box(word: tuple[Part, ...], space: int, gap: int | None) -> Box:
    if len(word) == 1:
        return Plain(word[0].run, (word[0].text,), space, gap)
    return Joined(word, space, gap)


def _pieces(word: tuple[Part, ...], ends: list[int]) -> Iterator[tuple[Part, ...]]:
    """The parts of a word up to each of the ends, which count characters through all parts."""
    parts = iter(word)
    run, text = next(parts)
    start = 0
    for end in ends:
        piece, missing = [], end - start
        while missing > len(text):
            piece.append(Part(run, text))
            missing -= len(text)
            run, text = next(parts)
        piece.append(Part(run, text[:missing]))
        text = text[missing:]
        start = end
        yield tuple(part for part in piece if part.text)
