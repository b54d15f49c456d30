"""Named places of the booklet → what links, bookmarks and addresses lead to (ISO 32000-1, 12.3.2)."""

from typing import NamedTuple

from booklet.binding.book_document import BookDocument
from booklet.errors import DefectError
from booklet.pdf_syntax import pdf_number, pdf_ref, pdf_text


class Target(NamedTuple):
    """Object numbers of a page and of the structure element that stands there, and the height on that page."""

    page: int
    element: int
    top: float

    @property
    def view(self) -> str:
        """How much of the page is shown: its width as it is, from the height on."""
        return f"/XYZ 0 {pdf_number(self.top)} null"


class Destinations:
    """Targets by name. In a PDF 2.0 file all of them lead to elements as well as pages (ISO 14289-2, 8.8)."""

    def __init__(self, targets: dict[str, Target], *, modern: bool) -> None:
        self._targets = targets
        self._modern = modern

    def entry(self, name: str) -> str:
        """The entry of a link or bookmark that leads to `name`. Raises DefectError when there is no such place."""
        if name not in self._targets:
            raise DefectError(f"a link or bookmark leads to #{name}, which is nowhere in the booklet")
        if not self._modern:
            return f"/Dest{pdf_text(name)}"
        target = self._targets[name]
        return f"/A<</S/GoTo/D{pdf_text(name)}/SD[{pdf_ref(target.element)}{target.view}]>>"

    def add_names(self, document: BookDocument) -> int:
        """Add the name tree (7.9.6): what "#talk-…" leads to, inside the file and from outside."""
        rows = "".join(f"{pdf_text(name)}{self._place(self._targets[name])}" for name in sorted(self._targets))
        return document.add(f"<</Names[{rows}]>>")

    def _place(self, target: Target) -> str:
        page = f"[{pdf_ref(target.page)}{target.view}]"
        return f"<</D{page}/SD[{pdf_ref(target.element)}{target.view}]>>" if self._modern else page
