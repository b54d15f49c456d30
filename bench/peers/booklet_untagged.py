"""`booklet` as it would be if nobody needed tags: no marks in the contents, no structure elements, no proof of either.

usage: python bench/peers/booklet_untagged.py make DIR …     (the words of the command line)

The files that it writes still say that they are accessible; they are for measuring alone.
"""

import sys

from booklet import bind_book, cli
from booklet.structure import Element
from booklet.typesetting.page_canvas import PageCanvas
from booklet.typesetting.set_piece import SetPiece

_piece = PageCanvas.piece


class _Untagged:
    """What a PageCanvas does about tags, left out; it still counts how deep it is, so that it draws the same."""

    def open_mark(self, _element: Element | None, _text: str = "") -> None:
        self._open += 1

    def close_mark(self) -> None:
        self._open -= 1

    def piece(self, key: str, root: Element) -> SetPiece:
        return _piece(self, key, Element(root.role))


def main() -> None:
    for name in ("open_mark", "close_mark", "piece"):
        setattr(PageCanvas, name, getattr(_Untagged, name))
    bind_book.prove = lambda *_: ()
    cli.main(sys.argv[1:])


if __name__ == "__main__":
    main()
