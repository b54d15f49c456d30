"""Folios: the printed number of a page. It is the page's place in the booklet, covers counted, so that the folio on paper
and the number that a PDF viewer shows are the same."""


def folio(index: int) -> str:
    """Folio of the page with this index; index 0 is the front cover, whose number is counted and not printed."""
    return str(index + 1)


def is_recto(index: int) -> bool:
    """Whether the page lies on the right-hand side of an opening: odd folios do."""
    return index % 2 == 0
