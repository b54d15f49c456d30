"""Runs of text → boxes: the words that a line is made of, each in one voice or several."""

from dataclasses import dataclass
from typing import NamedTuple

from booklet.lettering.letters import Voice


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one voice. No-break spaces join words into one that is neither parted nor stretched.

    `link` is "#" and a destination of the booklet or an address; `words` say where it leads when the text does not.
    """

    text: str
    voice: Voice
    link: str | None = None
    words: str | None = None


class Part(NamedTuple):
    """Characters of a word that are in one run, by the run's number."""

    run: int
    text: str


class Box(NamedTuple):
    """A word: its parts, and the run that the space after it belongs to (-1: no space, the paragraph ends): that of its
    last part, or of the word after it."""

    parts: tuple[Part, ...]
    space: int

    @property
    def length(self) -> int:
        """Number of characters in all parts."""
        return sum(len(part.text) for part in self.parts)


def boxes(runs: tuple[Run, ...]) -> list[Box]:
    """Split runs at their spaces. A word may cross runs ("Alexe" and a superior figure); empty words vanish."""
    done: list[Box] = []
    parts: list[Part] = []
    for index, run in enumerate(runs):
        # A no-break space has done its work once the words are parted; as a glyph it is a space like any other.
        first, *rest = [word.replace("\u00a0", " ") for word in run.text.split(" ")]
        if first:
            parts.append(Part(index, first))
        for text in rest:
            if parts:
                done.append(Box(tuple(parts), index if text else parts[-1].run))
                parts = []
            if text:
                parts.append(Part(index, text))
    if parts:
        done.append(Box(tuple(parts), -1))
    elif done:
        done[-1] = Box(done[-1].parts, -1)
    return done
