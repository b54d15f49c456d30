"""Sections: what is set as one piece, before it has pages."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from booklet.flowable import Block
from booklet.plain_dataclasses import dataclass
from booklet.structure import Element
from booklet.styling.style import Style
from booklet.tagged_canvas import TaggedCanvas


@dataclass(frozen=True, slots=True)
class Column:
    """Where blocks flow: left edge and width in points; top and bottom are the page's margins."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Head:
    """Blocks above the columns on the first page of a section; the columns begin `foot` points below the last."""

    column: Column
    blocks: tuple[Block, ...]
    foot: float


@dataclass(frozen=True, slots=True)
class Aside:
    """Blocks beside the column on the first page of a section: they have to fit. They are read, and therefore drawn, after so
    many blocks of the column."""

    column: Column
    blocks: tuple[Block, ...]
    after: int


@dataclass(frozen=True, slots=True)
class Tab:
    """A thumb tab: what is written in it, and the how manyth of the edge it is, from 1."""

    words: str
    place: int


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands around the body: running head at the outer and inner edge, foot at the inner edge, thumb tabs. The folio
    stands at the outer edge of the foot. `head_next`, where there is one, takes the place of `head_outer` from the second
    page on. Pages whose blocks have entries name the first and the last in place of `head_inner`: several texts have a dash
    between them, and each its own direction."""

    head_outer: str
    head_inner: str | tuple[str, ...]
    foot_inner: str
    tabs: tuple[Tab, ...] = ()
    head_next: str = ""


@dataclass(frozen=True, slots=True)
class Tighter:
    """How a section is composed that would not fit one page: `styles` gives the styles to try, each a step tighter than the
    one before, and `compose` the section in one of them."""

    styles: "Callable[[], tuple[Style, ...]]"
    compose: "Callable[[Style], Section]"


@dataclass(frozen=True, slots=True)
class Section:
    """One section. `key` names it and its destination. `paint`, for pages without a column, draws the one page by itself.

    Blocks fill the columns one after another, page by page; all are of one width. `head` stands above them on the first page;
    `even`: the columns of the last are of about one height.

    `furniture` None: nothing around the body (covers). `bookmark` is its entry in the outline (empty: none), at `level` from
    0; `label` a page label that takes the place of the folio. `text` are those of the blocks that are running text; `tighter`
    is there when the section ought to have one page. `style` is there when its blocks stand on another
    baseline grid than that of the booklet.
    """

    key: str
    root: Element
    bookmark: str
    columns: tuple[Column, ...] = (Column(0, 0),)
    blocks: tuple[Block, ...] = ()
    head: Head | None = None
    even: bool = False
    aside: Aside | None = None
    paint: Callable[[TaggedCanvas], None] | None = None
    furniture: Furniture | None = None
    level: int = 0
    label: str | None = None
    text: tuple[Block, ...] = ()
    tighter: Tighter | None = None
    style: Style | None = None

    @property
    def width(self) -> float:
        """Width of each column, in points."""
        return self.columns[0].width

    def around(self) -> "Section":
        """What is still needed of it when it is set: its names and what stands around its pages."""
        return Section(
            self.key, Element("Sect"), self.bookmark, furniture=self.furniture, level=self.level, label=self.label
        )


class Later(NamedTuple):
    """A section that is composed when it is about to be set: `compose` takes the `facts`, which are values, then what all
    sections of the booklet have in `common`: event, letters, labels. By its facts a section is known in a later run. Where it
    has many talks, it has a `name` by which it is known even when some facts are others."""

    compose: Callable[..., Section]
    facts: tuple[object, ...]
    common: tuple[object, ...]
    name: str = ""

    def __call__(self) -> Section:
        """Compose it."""
        return self.compose(*self.facts, *self.common)


@dataclass(frozen=True, slots=True)
class ComposedLater:
    """Sections that are composed one by one, each when it is about to be set: thousands of talks are never there at once."""

    makers: tuple[Later, ...]

    def __len__(self) -> int:
        return len(self.makers)

    def __iter__(self) -> Iterator[Section]:
        return (make() for make in self.makers)

    def __contains__(self, section: object) -> bool:
        return any(section == one for one in self)
