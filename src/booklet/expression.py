"""A regular expression → one that Python compiles when it is first asked for something.

For those that many a booklet can do without: there are hundreds, and to compile them was a twentieth of the time of a short
one. What every booklet needs is compiled at once, as each call costs a little more here.
"""

import re
from typing import TYPE_CHECKING, Any

__all__ = ["expression"]

if TYPE_CHECKING:
    from re import compile as expression
else:

    class expression:  # noqa: N801
        """What `re.compile` gives, only later. It is no `re.Pattern`, and the functions of `re` do not take it."""

        def __init__(self, pattern: str, flags: int = 0) -> None:
            self.pattern = pattern
            self._flags = flags

        def __getattr__(self, name: str) -> Any:
            found = getattr(re.compile(self.pattern, self._flags), name)
            setattr(self, name, found)
            return found
