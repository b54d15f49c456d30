"""LaTeX source → tokens: commands, braces, white space, characters; what is too long or unbalanced is refused."""

import re

from booklet.lettering.mathematics.cannot_set import CannotSetError
from booklet.limits import FORMULA

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\s+|.", re.DOTALL)


def tokens(source: str) -> list[str]:
    """The tokens of a formula; joined they are the source.

    Raises CannotSetError for a formula longer than limits.FORMULA, and for braces that do not pair.
    """
    if len(source) > FORMULA:
        raise CannotSetError(f"the formula has more than {FORMULA} characters")
    found: list[str] = _TOKEN.findall(source)
    open_braces = 0
    for sign in found:
        open_braces += (sign == "{") - (sign == "}")
        if open_braces < 0:
            raise CannotSetError("a brace } has no partner {")
    if open_braces:
        raise CannotSetError("a brace { has no partner }")
    return found
