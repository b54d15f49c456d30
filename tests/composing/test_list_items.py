"""Lists in abstracts: texts stand below each other level by level, and the structure says what belongs to what."""

import re
import zlib

import pytest

from booklet.composing.sections.list_items import list_items
from booklet.model.rich_text import Block, line
from booklet.structure import Element
from sheet import letters, set_sheet, style
from tag_tree import Tag, tag_of

SIZE = style().text.body.size


def item(words: str, marker: str, depth: int = 0) -> Block:
    return Block(line(words), "item", marker, depth)


def placed(*items: Block) -> tuple[list[tuple[float, float]], Tag]:
    """Where the marker and the text of every item begin, from the left of the column; and the structure."""
    root = Element("Sect")
    piece = set_sheet(list_items(items, letters(), root, None), root)
    drawn = zlib.decompress(piece.pages[0].body).decode("latin-1")
    starts = [float(x) - 50 for x in re.findall(r"1 0 0 1 (\S+) \S+ Tm", drawn)]
    return list(zip(starts[::2], starts[1::2], strict=True)), tag_of(piece)


def roles(tag: Tag) -> object:
    """A tree as nested lists of roles, marks left out."""
    return [tag.role, *(roles(part) for part in tag.content if isinstance(part, Tag))]


def test_numbers_end_at_one_edge_and_texts_begin_at_one() -> None:
    (one, nine, ten, _), _ = placed(*(item("text", f"{number}.") for number in (1, 9, 10, 11)))
    assert one[1] == nine[1] == ten[1]
    assert ten[0] == pytest.approx(0, abs=0.01)
    assert one[0] == pytest.approx(SIZE * 0.5, abs=1)


def test_levels_begin_where_the_text_above_does() -> None:
    (one, two, three, four), _ = placed(item("a", "1."), item("b", "•", 1), item("c", "-", 2), item("d", "2."))
    assert one[0] == pytest.approx(0, abs=SIZE * 0.1)
    assert one[1] == four[1] == two[0] == pytest.approx(SIZE * 1.2, abs=SIZE * 0.15)
    assert two[1] == three[0] == pytest.approx(one[1] + SIZE * 1.2, abs=0.01)
    assert three[1] == pytest.approx(two[1] + SIZE * 1.2, abs=0.01)


def test_a_list_inside_belongs_to_the_item_before_it() -> None:
    _, tag = placed(
        item("a", "1."), item("b", "•", 1), item("c", "•", 2), item("d", "•", 2), item("e", "•", 1), item("f", "2.")
    )
    entry = ["LI", ["Lbl"], ["LBody"]]
    inner = ["L", entry, entry]
    middle = ["L", ["LI", ["Lbl"], ["LBody", ["P"], inner]], entry]
    assert roles(tag) == ["Sect", ["L", ["LI", ["Lbl"], ["LBody", ["P"], middle]], entry]]


def test_lists_say_how_they_are_numbered() -> None:
    _, tag = placed(item("a", "1."), item("b", "•", 1))
    (numbered,) = (part for part in tag.content if isinstance(part, Tag))
    assert numbered.attributes == "<</O/List/ListNumbering/Decimal>>"
    _, tag = placed(item("a", "•"))
    (bulleted,) = (part for part in tag.content if isinstance(part, Tag))
    assert bulleted.attributes == "<</O/List/ListNumbering/Disc>>"


def test_depths_that_jump_are_taken_as_one_level_more() -> None:
    (first, second, third), tag = placed(item("a", "•", 3), item("b", "•", 5), item("c", "•", 1))
    assert first < second == third
    assert roles(tag) == roles(placed(item("a", "•"), item("b", "•", 1), item("c", "•", 1))[1])


def test_no_items() -> None:
    assert list_items((), letters(), Element("Sect"), None) == []


@pytest.mark.parametrize(("words", "at_right"), [("قليل من المطر", True), ("a little rain", False)])
@pytest.mark.parametrize("mirrored", [False, True])
def test_markers_stand_where_their_texts_begin_whichever_way_the_page_runs(
    words: str, at_right: bool, mirrored: bool
) -> None:
    root = Element("Sect")
    piece = set_sheet(list_items((item(words, "•"),), letters(), root, None), root, 300, 50, mirrored=mirrored)
    drawn = zlib.decompress(piece.pages[0].body).decode("latin-1")
    marker, *rest = [float(x) for x in re.findall(r"1 0 0 1 (\S+) \S+ Tm", drawn)]
    assert min(marker, *rest) >= 50
    assert max(marker, *rest) < 350
    assert all(x < marker - SIZE for x in rest[1:]) if at_right else marker + SIZE < min(rest)
