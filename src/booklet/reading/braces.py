"""LaTeX into the pairs of its braces."""

import re

from booklet.expression import expression

_BRACE = expression(r"\\.|[{}]", re.DOTALL)


def brace_pairs(text: str) -> dict[int, int]:
    r"""The offset of the closing brace by that of the opening one, for all braces that pair; `\{` and `\}` are signs."""
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for found in _BRACE.finditer(text):
        if found[0] == "{":
            waiting.append(found.start())
        elif found[0] == "}" and waiting:
            pairs[waiting.pop()] = found.start()
    return pairs
