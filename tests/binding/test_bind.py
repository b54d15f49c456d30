"""Pieces become one file: structure and parent tree agree, links lead where they say, bookmarks and labels are right."""

import io
from collections.abc import Iterator

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NumberObject

from booklet.binding.book_document import BookDocument
from booklet.binding.content_stream import operations
from booklet.binding.destinations import Destinations
from booklet.binding.outline import Bookmark, add_outline
from booklet.errors import DefectError
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.picture import PdfObject, Picture
from booklet.plain_dataclasses import replace
from booklet.proofing.self_check import self_check
from booklet.structure import Element
from booklet.typesetting.page_canvas import PageCanvas
from booklet.typesetting.placed_piece import PlacedPiece
from booklet.typesetting.set_piece import SetPiece
from sheet import HEIGHT, WIDTH, bound, letters, said, voice

URI = "https://example.org/a_(b)?c=d\\e"


def piece(key: str, pages: int = 2, *, lead: str = "#first") -> SetPiece:
    """Pages with a heading, a paragraph that links inside and outside, and a table; a paragraph spans all of them."""
    canvas, root = PageCanvas(WIDTH, HEIGHT), Element("Sect", lang="de")
    canvas.add_destination(key, HEIGHT)
    across = root.add("P")
    for page in range(pages):
        if page:
            canvas.end_page()
            canvas.add_destination(f"{key}-{page}", 300)
        heading, text = root.add("H1"), root.add("P")
        row = root.add("Table").add("TR")
        cells = [row.add("TH", attributes="<</O/Table/Scope/Column>>"), row.add("TD")]
        figure = root.add("Figure", alt="A (small) picture")
        linked = (
            Run("see ", voice()),
            Run("there", voice(), link=lead),
            Run(" and ", voice()),
            Run("out", voice(), link=URI),
        )
        drawn: list[tuple[Element, tuple[Run, ...]]] = [
            (heading, (Run(f"{key} {page}", voice(14)),)), (text, linked), (across, (Run(f"part {page}", voice()),)),
            (cells[0], (Run("head", voice()),)), (figure, (Run("picture", voice()),)),
        ]  # fmt: skip
        for line, (element, runs) in enumerate(drawn):
            block = Paragraph(letters(), runs, 14, element, align="left")
            block.wrap(300, 0)
            block.draw_on(canvas, 50, 500 - 30 * line)
        canvas.rule(10, 20, 30, 1, (0, 0, 0))
    canvas.end_page()
    return canvas.piece(key, root)


PDF = bound([piece("first"), piece("second", 1), piece("third", 3)], letters())
READER = PdfReader(io.BytesIO(PDF), strict=True)
ROOT = READER.trailer["/Root"]
TREE = ROOT["/StructTreeRoot"]


def elements(node: DictionaryObject) -> Iterator[DictionaryObject]:
    """All structure elements below a node, in reading order."""
    for kid in kids(node):
        if isinstance(kid, DictionaryObject) and kid.get("/Type") == "/StructElem":
            yield kid
            yield from elements(kid)


def kids(node: DictionaryObject) -> list[object]:
    value = node.get("/K", ArrayObject())
    return [kid.get_object() for kid in (value if isinstance(value, ArrayObject) else [value])]


def number(value: DictionaryObject) -> int:
    assert value.indirect_reference
    return value.indirect_reference.idnum


def parents() -> dict[int, object]:
    """The parent tree: key → what it says, references kept."""
    found: dict[int, object] = {}
    for leaf in TREE["/ParentTree"]["/Kids"]:
        node = leaf.get_object()
        rows = node["/Nums"]
        keys = [int(key) for key in rows[::2]]
        assert keys == sorted(keys)
        assert [int(limit) for limit in node["/Limits"]] == [keys[0], keys[-1]]
        found |= {key: list.__getitem__(rows, 2 * index + 1) for index, key in enumerate(keys)}
    return found


def test_a_reader_takes_it_without_repair() -> None:
    assert self_check(PDF) == ()
    assert len(READER.pages) == 6
    assert [float(side) for side in READER.pages[0].mediabox] == [0, 0, WIDTH, HEIGHT]
    assert "second 0" in "".join(said(PDF))


def test_same_pieces_same_bytes() -> None:
    assert bound([piece("first"), piece("second", 1), piece("third", 3)], letters()) == PDF


class TestPictures:
    IMAGE = Picture(10, 10, (PdfObject((b"<</Type/XObject/Subtype/Image/SMask ", 1, b">>"), b"red"),
                             PdfObject((b"<</Type/XObject>>",), b"gray")), (1, 1))  # fmt: skip
    FORM = Picture(10, 10, (PdfObject((b"<</Type/XObject/Subtype/Form/BBox[0 0 10 10]>>",), b"q Q"),), None)

    def piece(self, key: str, *pages: tuple[Picture, ...]) -> SetPiece:
        canvas, root = PageCanvas(WIDTH, HEIGHT), Element("Sect")
        canvas.add_destination(key, HEIGHT)
        for pictures in pages:
            for picture in pictures:
                canvas.place(picture, root.add("Figure", alt="A picture"), (10, 10, 20, 20))
            canvas.end_page()
        return canvas.piece(key, root)

    def pdf(self) -> bytes:
        same = replace(self.IMAGE)
        pieces = [self.piece("a", (self.IMAGE, self.FORM), ()), self.piece("b", (same, same)), self.piece("c", ())]
        return bound(pieces, letters())

    def test_each_is_in_the_file_once(self) -> None:
        reader = PdfReader(io.BytesIO(self.pdf()), strict=True)
        shown = [page["/Resources"].get("/XObject", {}) for page in reader.pages]
        assert [sorted(names) for names in shown] == [
            sorted([f"/{self.IMAGE.name}", f"/{self.FORM.name}"]), [], [f"/{self.IMAGE.name}"], [],
        ]  # fmt: skip
        numbers = {dict.__getitem__(names, f"/{self.IMAGE.name}").idnum for names in shown if names}
        assert len(numbers) == 1
        image = shown[0][f"/{self.IMAGE.name}"]
        assert (image.get_data(), image["/SMask"].get_data()) == (b"red", b"gray")
        assert self.pdf().count(b"/Subtype/Image") == 1

    def test_pages_without_share_their_resources(self) -> None:
        reader = PdfReader(io.BytesIO(self.pdf()), strict=True)
        numbers = [dict.__getitem__(page, "/Resources").idnum for page in reader.pages]
        assert numbers[1] == numbers[3]
        assert len(set(numbers)) == 3
        assert all("/Font" in page["/Resources"] for page in reader.pages)

    def test_same_pictures_same_bytes(self) -> None:
        assert self.pdf() == self.pdf()
        assert self_check(self.pdf()) == ()


class TestStructure:
    def test_every_element_knows_its_parent(self) -> None:
        assert number(TREE["/K"]["/P"]) == number(TREE)
        assert TREE["/K"]["/S"] == "/Document"
        for element in elements(TREE):
            for kid in kids(element):
                if isinstance(kid, DictionaryObject) and kid.get("/Type") == "/StructElem":
                    assert number(kid["/P"]) == number(element)

    def test_roles_are_in_reading_order(self) -> None:
        roles = [str(element["/S"]) for element in elements(TREE)]
        page = ["/H1", "/P", "/Link", "/Link", "/Table", "/TR", "/TH", "/TD", "/Figure"]
        assert roles == [
            "/Document",
            *(["/Sect", "/P"] + page * 2),
            *(["/Sect", "/P", *page]),
            *(["/Sect", "/P"] + page * 3),
        ]

    def test_every_mark_is_owned_by_the_element_that_lists_it(self) -> None:
        """Both ways: from the tree to the pages, and from the pages over the parent tree to the tree."""
        known = parents()
        listed: dict[tuple[int, int], int] = {}
        for element in elements(TREE):
            for kid in kids(element):
                if isinstance(kid, NumberObject):
                    place = (number(element["/Pg"]), int(kid))
                elif isinstance(kid, DictionaryObject) and kid.get("/Type") == "/MCR":
                    place = (number(kid["/Pg"]), int(kid["/MCID"]))
                else:
                    continue
                assert place not in listed
                listed[place] = number(element)
        owned: dict[tuple[int, int], int] = {}
        for page in READER.pages:
            row = known[int(page["/StructParents"])]
            assert isinstance(row, ArrayObject)
            owned |= {(number(page), mcid): number(owner.get_object()) for mcid, owner in enumerate(row)}
        assert owned == listed

    def test_pages_hold_exactly_the_marks_that_are_listed(self) -> None:
        known = parents()
        for page in READER.pages:
            contents = page.get_contents()
            assert contents is not None
            marked = []
            for operation in operations(contents.get_data()):
                if operation.operator == b"BDC" and b"/MCID" in operation.operands:
                    marked.append(int(operation.operands[operation.operands.index(b"/MCID") + 1]))
            assert marked == list(range(len(known[int(page["/StructParents"])])))  # type: ignore[arg-type]

    def test_every_link_leads_back_to_its_element(self) -> None:
        known, seen = parents(), set()
        for page in READER.pages:
            for note in page["/Annots"]:
                annotation = note.get_object()
                key = int(annotation["/StructParent"])
                assert key not in seen
                seen.add(key)
                owner = known[key]
                assert isinstance(owner, IndirectObject)
                element = owner.get_object()
                assert element["/S"] == "/Link"
                references = [
                    kid for kid in kids(element) if isinstance(kid, DictionaryObject) and kid.get("/Type") == "/OBJR"
                ]
                assert [number(kid["/Obj"]) for kid in references] == [note.idnum]
                assert number(references[0]["/Pg"]) == number(page)
        assert seen == set(range(6, 18))
        assert int(TREE["/ParentTreeNextKey"]) == 18 == len(known)

    def test_languages_and_alternatives(self) -> None:
        found = list(elements(TREE))
        assert {str(element["/Lang"]) for element in found if element["/S"] == "/Sect"} == {"de"}
        assert {str(element["/Alt"]) for element in found if element["/S"] == "/Figure"} == {"A (small) picture"}
        assert {str(element["/A"]["/Scope"]) for element in found if element["/S"] == "/TH"} == {"/Column"}

    def test_many_pages_take_several_leaves(self) -> None:
        reader = PdfReader(io.BytesIO(bound([piece("first", 260)], letters())), strict=True)
        leaves = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Kids"]
        limits = [[int(limit) for limit in leaf.get_object()["/Limits"]] for leaf in leaves]
        assert limits == [[0, 499], [500, 779]]


class TestLinks:
    def test_inside_they_lead_to_named_places(self) -> None:
        names = ROOT["/Names"]["/Dests"]["/Names"]
        named = {str(name): names[2 * index + 1] for index, name in enumerate(names[::2])}
        assert list(named) == sorted(named)
        assert list(named) == ["first", "first-1", "second", "third", "third-1", "third-2"]
        pages = {number(page): index for index, page in enumerate(READER.pages)}
        assert [pages[place[0].get_object().indirect_reference.idnum] for place in named.values()] == [0, 1, 2, 3, 4, 5]
        assert [float(place[3]) for place in named.values()] == [HEIGHT, 300, HEIGHT, HEIGHT, 300, 300]
        assert {
            str(note.get_object()["/Dest"]) for note in READER.pages[3]["/Annots"] if "/Dest" in note.get_object()
        } == {"first"}

    def test_outside_the_address_is_as_it_was_given(self) -> None:
        actions = [note.get_object()["/A"] for note in READER.pages[0]["/Annots"] if "/A" in note.get_object()]
        assert [(action["/S"], action["/URI"]) for action in actions] == [("/URI", URI)]
        words = [str(note.get_object()["/Contents"]) for note in READER.pages[0]["/Annots"]]
        assert words == ["there", "out"]

    def test_they_are_printed_without_a_frame(self) -> None:
        for note in READER.pages[0]["/Annots"]:
            annotation = note.get_object()
            assert [int(part) for part in annotation["/Border"]] == [0, 0, 0]
            assert int(annotation["/F"]) == 4
            left, bottom, right, top = (float(side) for side in annotation["/Rect"])
            assert 50 <= left < right <= 350
            assert top - bottom == pytest.approx(10)

    def test_one_that_leads_nowhere_is_a_bug_of_ours(self) -> None:
        with pytest.raises(DefectError, match="#nowhere"):
            bound([piece("first", lead="#nowhere")], letters())


class TestOutline:
    def tree(self, *levels: int) -> list[object]:
        """Titles ("0", "1" …, in order), those below another in a list after it."""
        pieces = [
            PlacedPiece(piece(f"k{index}", 1, lead="#k0"), None, str(index), level=level)
            for index, level in enumerate(levels)
        ]
        reader = PdfReader(io.BytesIO(bound(pieces, letters())), strict=True)

        def titles(part: list[object]) -> list[object]:
            return [titles(item) if isinstance(item, list) else int(item["/Title"]) for item in part]  # type: ignore[index]

        return titles(reader.outline)  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("levels", "expected"),
        [
            ((0, 0, 0), [0, 1, 2]),
            ((0, 1, 1, 0), [0, [1, 2], 3]),
            ((0, 1, 2, 1, 0), [0, [1, [2], 3], 4]),
            ((0, 2, 1), [0, [1, 2]]),  # no level is left out
            ((1, 0), [0, 1]),
        ],
    )
    def test_levels(self, levels: tuple[int, ...], expected: list[object]) -> None:
        assert self.tree(*levels) == expected

    def test_neighbors_know_each_other(self) -> None:
        reader = PdfReader(
            io.BytesIO(bound([PlacedPiece(piece(f"k{n}", 1, lead="#k0"), None, str(n)) for n in range(4)], letters())),
            strict=True,
        )
        top = reader.trailer["/Root"]["/Outlines"]
        item, titles, before = top["/First"], [], None
        while True:
            titles.append(str(item["/Title"]))
            assert ("/Prev" in item) == (before is not None)
            assert before is None or number(item["/Prev"]) == number(before)
            assert number(item["/Parent"]) == number(top)
            if "/Next" not in item:
                break
            before, item = item, item["/Next"]
        assert titles == ["0", "1", "2", "3"]
        assert number(item) == number(top["/Last"])
        assert int(top["/Count"]) == 4
        assert reader.trailer["/Root"]["/PageMode"] == "/UseOutlines"

    def test_an_open_item_counts_all_below_it(self) -> None:
        pieces = [
            PlacedPiece(piece(f"k{n}", 1, lead="#k0"), None, str(n), level) for n, level in enumerate((0, 1, 2, 1))
        ]
        reader = PdfReader(io.BytesIO(bound(pieces, letters())), strict=True)
        first = reader.trailer["/Root"]["/Outlines"]["/First"]
        assert (int(first["/Count"]), int(first["/First"]["/Count"])) == (3, 1)  # ISO 32000-1, table 153

    def test_no_bookmarks_no_outline(self) -> None:
        assert add_outline(BookDocument(), (), Destinations({}, modern=False)) is None
        assert Bookmark("a", 0, "b").level == 0
