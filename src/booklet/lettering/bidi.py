"""Text → embedding levels, and a line of levels → the order in which it is seen: the Unicode Bidirectional Algorithm.

Unicode Standard Annex #9, revision 50. Rule names in comments are those of the annex. Of the explicit formatting characters
only isolates act: embeddings and overrides are left out of all texts when they are cleaned, and count as BN here.
"""

import re
import unicodedata
from itertools import groupby

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"

# A character of a right-to-left script, or one that makes a direction: texts without any need none of this.
MAY_TURN = re.compile("[\u0590-\u08ff\u200f\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")

# Languages whose usual script runs from right to left (CLDR 46, characterOrder).
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})

_DEEPEST = 125  # BD2
_INITIATORS = {"LRI", "RLI", "FSI"}
_NEUTRAL = {"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"}
_REMOVED = {"LRE", "RLE", "LRO", "RLO", "PDF", "BN"}
# Opening brackets whose partner is not the next closing one in code order (BidiBrackets.txt).
_ODD_PAIRS = {"\u298d": "\u2990", "\u298f": "\u298e", "\u2329": "\u3009"}
_MOST_BRACKETS = 63  # BD16


def runs_backwards(language: str) -> bool:
    """Whether a language, by its BCP 47 tag, is usually written from right to left."""
    return language.split("-")[0].lower() in _RIGHT_TO_LEFT


def base_level(text: str, otherwise: int = 0) -> int:
    """0 or 1: the direction of the first strong character outside isolates (P2, P3); `otherwise` when there is none."""
    classes = [unicodedata.bidirectional(character) for character in text]
    return _first_strong(classes, _partners(classes), 0, len(classes), otherwise)


def embedding_levels(text: str, base: int) -> list[int]:
    """The level of every character of one paragraph, whose own level is `base`: odd levels run from right to left."""
    classes = [unicodedata.bidirectional(character) or "L" for character in text]
    partners = _partners(classes)
    levels = _explicit(classes, partners, base)
    for sequence in _sequences(classes, partners, levels):
        _resolve(text, classes, levels, sequence, base)
    before = base
    for index, kind in enumerate(classes):  # what X9 removes goes with the character before it (5.2)
        if kind in _REMOVED:
            levels[index] = before
        before = levels[index]
    return levels


def visual_order(levels: list[int]) -> list[int]:
    """Indexes of one line's elements from left to right (L2)."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    for level in range(max(levels, default=0), min(odd, default=1) - 1, -1):
        inside = {index for index in order if levels[index] >= level}
        start = 0
        for turned, stretch in groupby(order, inside.__contains__):
            size = len(list(stretch))
            if turned:
                order[start : start + size] = order[start : start + size][::-1]
            start += size
    return order


def _partners(classes: list[str]) -> dict[int, int]:
    """Isolate initiators and the PDI that ends each, both ways (BD9)."""
    partners: dict[int, int] = {}
    opened: list[int] = []
    for index, kind in enumerate(classes):
        if kind in _INITIATORS:
            opened.append(index)
        elif kind == "PDI" and opened:
            start = opened.pop()
            partners[start], partners[index] = index, start
    return partners


def _first_strong(classes: list[str], partners: dict[int, int], start: int, end: int, otherwise: int) -> int:
    index = start
    while index < end:
        kind = classes[index]
        if kind in {"L", "R", "AL"}:
            return int(kind != "L")
        if kind in _INITIATORS:
            index = partners.get(index, end)
        index += 1
    return otherwise


def _explicit(classes: list[str], partners: dict[int, int], base: int) -> list[int]:
    """X1–X8 for isolates."""
    levels: list[int] = []
    stack = [base]
    overflow = 0
    for index, kind in enumerate(classes):
        if kind == "PDI" and index in partners:
            if overflow:
                overflow -= 1
            else:
                stack.pop()
        levels.append(base if kind == "B" else stack[-1])
        if kind in _INITIATORS:
            odd = kind == "RLI" or (
                kind == "FSI" and _first_strong(classes, partners, index + 1, partners.get(index, len(classes)), 0) == 1
            )
            following = stack[-1] + (1 if stack[-1] % 2 != odd else 2)
            # An isolate without an end lasts to the end of the paragraph; nothing pops it.
            if following <= _DEEPEST and not overflow:
                stack.append(following)
            else:
                overflow += 1
    return levels


def _sequences(classes: list[str], partners: dict[int, int], levels: list[int]) -> list[list[int]]:
    """Isolating run sequences, as the indexes of their characters (BD13), without what X9 removes."""
    kept = [index for index, kind in enumerate(classes) if kind not in _REMOVED]
    runs = [list(run) for _, run in groupby(kept, levels.__getitem__)]
    starts = {run[0]: run for run in runs}
    sequences = []
    for run in runs:
        if classes[run[0]] == "PDI" and run[0] in partners:
            continue  # goes on what began before an isolate
        sequence = list(run)
        while classes[sequence[-1]] in _INITIATORS and partners.get(sequence[-1]) in starts:
            sequence += starts[partners[sequence[-1]]]
        sequences.append(sequence)
    return sequences


def _resolve(text: str, classes: list[str], levels: list[int], sequence: list[int], base: int) -> None:
    """Levels of one isolating run sequence: W1–W7, N0–N2, I1–I2."""
    level = levels[sequence[0]]
    before = next((levels[i] for i in range(sequence[0] - 1, -1, -1) if classes[i] not in _REMOVED), base)
    last = sequence[-1]
    after = next((levels[i] for i in range(last + 1, len(classes)) if classes[i] not in _REMOVED), base)
    if classes[last] in _INITIATORS:
        after = base  # an isolate that never ends
    edges = ("LR"[max(level, before) % 2], "LR"[max(level, after) % 2])  # X10
    kinds = [classes[index] for index in sequence]
    _weak(kinds, edges[0])
    marks = [unicodedata.bidirectional(text[index]) == "NSM" for index in sequence]
    _brackets([text[index] for index in sequence], kinds, marks, "LR"[level % 2], edges[0])
    _neutrals(kinds, edges, "LR"[level % 2])
    for index, kind in zip(sequence, kinds, strict=True):
        if level % 2:
            levels[index] = level + (kind != "R")
        else:
            levels[index] = level + {"L": 0, "R": 1}.get(kind, 2)


def _weak(kinds: list[str], start: str) -> None:
    """W1–W7, in place."""
    _marks_and_numbers(kinds, start)
    for index in range(1, len(kinds) - 1):  # W4
        left, right = kinds[index - 1], kinds[index + 1]
        if left == right and (
            (kinds[index] == "CS" and left in {"EN", "AN"}) or (kinds[index] == "ES" and left == "EN")
        ):
            kinds[index] = left
    at = 0
    for kind, stretch in groupby(list(kinds)):  # W5
        end = at + len(list(stretch))
        if kind == "ET" and ((at and kinds[at - 1] == "EN") or kinds[end : end + 1] == ["EN"]):
            kinds[at:end] = ["EN"] * (end - at)
        at = end
    strong = start
    for index, kind in enumerate(kinds):  # W6, W7
        if kind in {"ES", "ET", "CS"}:
            kinds[index] = "ON"
        elif kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"


def _marks_and_numbers(kinds: list[str], start: str) -> None:
    """W1–W3, in place."""
    before = strong = start
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[index] = kind = "ON" if before in _INITIATORS or before == "PDI" else before
        before = kind
    for index, kind in enumerate(kinds):
        if kind in {"L", "R", "AL"}:
            strong = kind
            kinds[index] = "R" if kind == "AL" else kind
        elif kind == "EN" and strong == "AL":
            kinds[index] = "AN"


def _brackets(characters: list[str], kinds: list[str], marks: list[bool], embedding: str, start: str) -> None:
    """N0, in place: both brackets of a pair take one direction."""
    for opening, closing in _pairs(characters, kinds):
        inside = {_strong(kind) for kind in kinds[opening + 1 : closing]} - {None}
        if embedding in inside:
            direction = embedding
        elif inside:
            context = (_strong(kinds[at]) for at in range(opening - 1, -1, -1))
            before = next(filter(None, context), start)
            direction = before if before != embedding else embedding
        else:
            continue
        for at in (opening, closing):
            kinds[at] = direction
            for mark in range(at + 1, len(kinds)):  # marks go with the bracket that they stand on
                if not marks[mark]:
                    break
                kinds[mark] = direction


def _pairs(characters: list[str], kinds: list[str]) -> list[tuple[int, int]]:
    """Brackets that belong together, in the order of the opening ones (BD14–BD16)."""
    opened: list[tuple[str, int]] = []
    pairs = []
    for index, character in enumerate(characters):
        if kinds[index] != "ON" or not unicodedata.mirrored(character):
            continue
        category = unicodedata.category(character)
        if category == "Ps":
            if len(opened) == _MOST_BRACKETS:
                return []
            opened.append((_closing(character), index))
        elif category == "Pe":
            wanted = "\u3009" if character == "\u232a" else character
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == wanted:
                    pairs.append((opened[depth][1], index))
                    del opened[depth:]
                    break
    return sorted(pairs)


def _closing(opening: str) -> str:
    following = chr(ord(opening) + 1)
    return _ODD_PAIRS.get(opening) or (following if unicodedata.category(following) == "Pe" else chr(ord(opening) + 2))


def _strong(kind: str) -> str | None:
    """The direction that a class counts as for brackets and neutrals: numbers count as right to left."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind)


def _neutrals(kinds: list[str], edges: tuple[str, str], embedding: str) -> None:
    """N1, N2, in place: neutrals between texts of one direction take it, others that of the embedding."""
    start = 0
    for neutral, stretch in groupby(list(kinds), _NEUTRAL.__contains__):
        size = len(list(stretch))
        end = start + size
        if neutral:
            before = _strong(kinds[start - 1]) if start else edges[0]
            after = _strong(kinds[end]) if end < len(kinds) else edges[1]
            direction = before if before == after and before else embedding
            kinds[start:end] = [direction] * size
        start = end
