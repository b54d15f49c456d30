"""PDFs that hold known paragraphs → how evenly the words of their justified lines are spaced.

usage: evenness.py < JSON      prints JSON; needs pymupdf

In: {"files": {name: PDF}, "paragraphs": [text], "font": file, "size": points, "measure": points}. Out: figures by name.

The text is found in a PDF by its letters, so which lines are justified (all but the last of a paragraph) and where the spaces
are need not be guessed. A line's ratio is the mean of its spaces by the natural space of the font. Lines that stand out over
the measure by more than half the size are overfull. A river is a chain of four or more lines with spaces above each other
that overlap by half of the narrower one.
"""

import json
import statistics
import sys
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

HYPHENS = "-\u2010\u2011\u00ad"
WIDE, RIVER = 1.5, 4


@dataclass(frozen=True, slots=True)
class Character:
    """A visible character: page, baseline, left and right edge in points, size, text."""

    page: int
    y: float
    x0: float
    x1: float
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of a paragraph: its characters in order, and its spaces as pairs of edges."""

    characters: list[Character]
    gaps: list[tuple[float, float]]

    @property
    def hyphenated(self) -> bool:
        return self.characters[-1].text in HYPHENS


def characters(path: str, size: float) -> list[Character]:
    """What is set about as large as the body, in the order of the file."""
    import pymupdf

    found = []
    with pymupdf.open(path) as document:
        for number, page in enumerate(document):
            for block in page.get_text("rawdict", flags=0)["blocks"]:
                for span in (span for line in block.get("lines", []) for span in line["spans"]):
                    if 0.9 < span["size"] / size < 1.1:
                        found += [
                            Character(
                                number, one["origin"][1], one["origin"][0], one["bbox"][2], span["size"], one["c"]
                            )
                            for one in span["chars"]
                            if not one["c"].isspace()
                        ]
    return found


def letters(text: str) -> str:
    """`text` without hyphens, spaces and the differences between forms of one character."""
    normal = unicodedata.normalize("NFKC", text)
    return "".join(letter for letter in normal if not letter.isspace() and letter not in HYPHENS)


def find_lines(stream: list[Character], paragraphs: list[str]) -> tuple[list[list[SetLine]], int]:
    """The lines of every paragraph that is found, and how many are not."""
    spelled = [letters(one.text) for one in stream]
    text = "".join(spelled)
    owner = [index for index, part in enumerate(spelled) for _ in part]
    found, missing, start = [], 0, 0
    for paragraph in paragraphs:
        wanted = letters(paragraph)
        at = text.find(wanted, start)
        if at < 0:
            missing += 1
            continue
        start = at + len(wanted)
        found.append(_lines(stream, owner[at:start], paragraph))
    return found, missing


def _lines(stream: list[Character], owner: list[int], paragraph: str) -> list[SetLine]:
    """`owner`: the place in `stream` of every letter of the paragraph."""
    after_space, upto = set(), 0
    for word in paragraph.split():
        after_space.add(owner[min(upto, len(owner) - 1)])
        upto += len(letters(word))
    lines: list[SetLine] = []
    for before, index in pairwise([-1, *range(owner[0], owner[-1] + 1)]):
        one, last = stream[index], stream[before] if before >= 0 else None
        if last is None or one.page != last.page or abs(one.y - last.y) > 0.4 * one.size:
            lines.append(SetLine([], []))
        elif index in after_space:
            # A hyphen before the word counts to it: of the edges since the last letter, the two farthest apart.
            edges = pairwise(stream[_letter_before(stream, index) : index + 1])
            lines[-1].gaps.append(max(((a.x1, b.x0) for a, b in edges), key=lambda gap: gap[1] - gap[0]))
        lines[-1].characters.append(one)
    return lines


def _letter_before(stream: list[Character], index: int) -> int:
    index -= 1
    while stream[index].text in HYPHENS:
        index -= 1
    return index


def figures(stream: list[Character], job: dict[str, Any], space: float) -> dict[str, float]:
    """Figures of one PDF; `space` is the natural space in points."""
    paragraphs, missing = find_lines(stream, job["paragraphs"])
    ratios, hyphens, longest, rivers, overfull = [], 0, 0, 0, 0
    for lines in paragraphs:
        left = min(line.characters[0].x0 for line in lines)
        run = 0
        for line in lines[:-1]:
            if line.gaps:
                ratios.append(statistics.mean(right - start for start, right in line.gaps) / space)
            run = run + 1 if line.hyphenated else 0
            hyphens, longest = hyphens + line.hyphenated, max(longest, run)
            overfull += line.characters[-1].x1 > left + job["measure"] + 0.5 * job["size"]
        rivers += _rivers(lines)
    return {
        "missing": missing,
        "lines": len(ratios),
        "mean": statistics.mean(ratios or [0]),
        "sd": statistics.pstdev(ratios or [0]),
        "max": max(ratios, default=0),
        "above": sum(ratio > WIDE for ratio in ratios),
        "hyphens": hyphens,
        "run": longest,
        "rivers": rivers,
        "overfull": overfull,
    }


def _rivers(lines: list[SetLine]) -> int:
    """Chains of spaces, counted when they reach their fourth line."""
    count = 0
    above: list[tuple[float, float, int]] = []
    for line in lines:
        chains = []
        for start, end in line.gaps:
            length = 1 + max((long for a, b, long in above if _overlap((a, b), (start, end))), default=0)
            chains.append((start, end, length))
        count += sum(length == RIVER for *_, length in chains)
        above = chains
    return count


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common > 0.5 * min(one[1] - one[0], other[1] - other[0])


def main() -> None:
    import pymupdf

    job = json.load(sys.stdin)
    size = job["size"]
    space = pymupdf.Font(fontfile=job["font"]).text_length(" ", size)
    print(json.dumps({name: figures(characters(path, size), job, space) for name, path in job["files"].items()}))


if __name__ == "__main__":
    main()
