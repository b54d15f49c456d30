"""Where the lines of justified paragraphs end, as far as that is known before it is worked out.

A paragraph that stands among others which were edited has the lines that it had: to find them takes longer than to set it.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# For every line the word that it ends after or in, the character before which that is parted (0: it is not), and whether a
# hyphen is added; None where no way fills all lines.
Ends = list[tuple[int, int, bool]] | None

_SIZE = 16  # bytes of a digest


class LineEnds:
    """The ends of lines by digests of all that they depend on. Nothing is remembered but inside of `remembered`."""

    def __init__(self) -> None:
        self._earlier: dict[str, Ends] = {}
        self._met: dict[str, Ends] | None = None

    @contextmanager
    def remembered(self, earlier: dict[str, Ends]) -> Iterator[dict[str, Ends]]:
        """Inside the block what is known `earlier` is not worked out. What is given has in the end all that was asked for."""
        self._earlier, self._met = earlier, {}
        try:
            yield self._met
        finally:
            self._earlier, self._met = {}, None

    def of(self, facts: object, find: Callable[[], Ends]) -> Ends:
        """The ends of the lines of a paragraph of which these facts, values, are all that they depend on."""
        if self._met is None:
            return find()
        key = hashlib.blake2b(repr(facts).encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()
        if key not in self._met:
            self._met[key] = self._earlier[key] if key in self._earlier else find()
        return self._met[key]
