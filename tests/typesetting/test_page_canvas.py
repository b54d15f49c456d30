"""A canvas keeps drawing and structure together, and refuses what belongs to no element."""

import zlib

import pytest

from booklet.errors import DefectError
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.picture import PdfObject, Picture
from booklet.structure import Element, Mark
from booklet.typesetting.page_canvas import PageCanvas
from booklet.typesetting.set_piece import Destination, SetLink
from sheet import letters, voice
from tag_tree import tag_of


@pytest.fixture
def canvas() -> PageCanvas:
    return PageCanvas(200, 300)


def body(canvas: PageCanvas, page: int = 0) -> str:
    return zlib.decompress(canvas.piece("key", Element("Sect")).pages[page].body).decode("latin-1")


class TestMarks:
    def test_text_outside_any_mark_is_refused(self, canvas: PageCanvas) -> None:
        with pytest.raises(DefectError, match="no structure element"):
            canvas.write("[(a)]TJ")

    def test_text_after_a_mark_is_refused(self, canvas: PageCanvas) -> None:
        canvas.open_mark(Element("P"))
        canvas.write("[(a)]TJ")
        canvas.close_mark()
        with pytest.raises(DefectError):
            canvas.write("[(b)]TJ")

    def test_an_open_mark_at_the_end_of_a_page_is_refused(self, canvas: PageCanvas) -> None:
        canvas.open_mark(Element("P"))
        with pytest.raises(DefectError, match="inside a marked-content sequence"):
            canvas.end_page()

    def test_a_mark_closed_twice_is_refused(self, canvas: PageCanvas) -> None:
        canvas.open_mark(None)
        canvas.close_mark()
        canvas.close_mark()
        with pytest.raises(DefectError):
            canvas.end_page()

    def test_numbers_begin_anew_on_every_page(self, canvas: PageCanvas) -> None:
        element = Element("P")
        for _ in range(2):
            for _ in range(2):
                canvas.open_mark(element)
                canvas.close_mark()
            canvas.end_page()
        assert element.content == [Mark(0, 0), Mark(0, 1), Mark(1, 0), Mark(1, 1)]
        assert [page.marks for page in canvas.piece("key", element).pages] == [2, 2]
        assert "/P<</MCID 0>>BDC" in body(canvas, 1)


class TestArtifacts:
    def test_decoration_is_marked_as_such(self, canvas: PageCanvas) -> None:
        canvas.rule(10, 20, 30, 0.5, (0, 0, 0), dotted=True)
        canvas.block(1, 2, 3, 4, (1, 0, 0))
        canvas.disc(5, 5, 2, (0, 1, 0))
        canvas.ring(5, 5, 2, 1, (0, 0, 1))
        canvas.ring(5, 5, 2, 1, (0, 0, 1), (90, 45))
        canvas.end_page()
        text = body(canvas)
        assert text.count("/Artifact BMC") == text.count("EMC") == 5
        assert "MCID" not in text
        assert canvas.piece("key", Element("Sect")).pages[0].marks == 0

    def test_inside_a_mark_nothing_is_opened_again(self, canvas: PageCanvas) -> None:
        with canvas.artifact():
            canvas.block(1, 2, 3, 4, (1, 0, 0))
            canvas.rule(10, 20, 30, 0.5, (0, 0, 0))
        canvas.end_page()
        assert body(canvas).count("BMC") == body(canvas).count("EMC") == 1

    def test_the_graphics_state_is_kept(self, canvas: PageCanvas) -> None:
        canvas.block(1, 2, 3, 4, (1, 0, 0))
        canvas.end_page()
        text = body(canvas)
        assert text.count("q") == text.count("Q") >= 1
        assert text.index("q") < text.index("1 0 0 rg") < text.index("Q")


IMAGE = Picture(72, 36, (PdfObject((b"<<>>",), b"data"),), (300, 150))
FORM = Picture(200, 100, (PdfObject((b"<<>>",), b"q Q"),), None)


class TestPictures:
    def test_an_image_paints_the_unit_square(self, canvas: PageCanvas) -> None:
        figure = Element("Figure")
        canvas.place(IMAGE, figure, (10, 20, 100, 50))
        canvas.end_page()
        assert body(canvas).split("\n")[-3:] == [
            "/Figure<</MCID 0>>BDC",
            f"q 100.000000 0 0 50.000000 10 20 cm /{IMAGE.name} Do Q",
            "EMC",
        ]
        assert figure.content == [Mark(0, 0)]
        assert figure.attributes == "<</O/Layout/Placement/Block/BBox[10 20 110 70]>>"

    def test_a_form_is_scaled_and_begins_afresh(self, canvas: PageCanvas) -> None:
        canvas.place(FORM, Element("Figure"), (10, 20, 100, 25))
        canvas.end_page()
        text = body(canvas)
        assert f"0.500000 0 0 0.250000 10 20 cm /{FORM.name} Do Q" in text
        state = text[text.index("q 0 g") : text.index("0.500000")]
        assert all(operator in state for operator in (" g ", " G ", " w ", " d ", " Tz ", " Ts ", " Tr "))

    def test_pages_name_what_they_show_and_the_piece_holds_it_once(self, canvas: PageCanvas) -> None:
        root = Element("Sect")
        for pictures in ((FORM, IMAGE, FORM), (), (IMAGE,)):
            for picture in pictures:
                canvas.place(picture, root.add("Figure"), (0, 0, 10, 10))
            canvas.end_page()
        piece = canvas.piece("key", root)
        both = tuple(sorted((IMAGE.name, FORM.name)))
        assert [page.pictures for page in piece.pages] == [both, (), (IMAGE.name,)]
        assert [(name, picture) for name, picture, _ in piece.pictures] == sorted(
            {IMAGE.name: IMAGE, FORM.name: FORM}.items()
        )


def test_links_destinations_and_glyphs_are_collected(canvas: PageCanvas) -> None:
    root = Element("Sect")
    link = root.add("P").add("Link")
    canvas.add_destination("first", 300)
    canvas.end_page()
    canvas.add_destination("second", 120)
    canvas.add_link(link, "https://a.org", (1, 2, 3, 4), "A")
    canvas.add_link(link, "#first", (5, 6, 7, 8), "back")
    canvas.use("Two", {7, 3})
    canvas.use("One", {5})
    canvas.use("Two", {3, 1})
    canvas.end_page()
    piece = canvas.piece("key", root)
    assert piece.destinations == (Destination("first", 0, 300), Destination("second", 1, 120))
    assert piece.links == (SetLink(1, (1, 2, 3, 4), "https://a.org", "A"), SetLink(1, (5, 6, 7, 8), "#first", "back"))
    assert piece.codes == (("One", (5,)), ("Two", (1, 3, 7)))
    assert link.content == [0, 1]


def test_elements_that_hold_nothing_are_left_out(canvas: PageCanvas) -> None:
    root = Element("Sect")
    empty = root.add("P").add("Span")
    row = root.add("TR")
    row.add("TD")
    block = Paragraph(letters(), (Run("word", voice()),), 12, root.add("H1"))
    block.wrap(100, 100)
    block.draw_on(canvas, 10, 100)
    canvas.end_page()
    tag = tag_of(canvas.piece("key", root))
    assert [child.role for child in tag.content] == ["TR", "H1"]  # type: ignore[union-attr]
    assert not empty.holds_something()


def test_the_same_drawing_gives_the_same_value() -> None:
    def drawn() -> object:
        canvas, root = PageCanvas(200, 300), Element("Sect")
        block = Paragraph(letters(), (Run("word שלום", voice()),), 12, root.add("P"))
        block.wrap(100, 100)
        block.draw_on(canvas, 10, 100)
        canvas.end_page()
        return canvas.piece("key", root)

    assert drawn() == drawn()


def test_no_font_of_reportlab_is_named(canvas: PageCanvas) -> None:
    canvas.end_page()
    canvas.block(0, 0, 1, 1, (0, 0, 0))
    canvas.end_page()
    assert "/F1" not in body(canvas, 0) + body(canvas, 1)


class TestMirrored:
    """On a page 200 points wide that runs from right to left."""

    @pytest.fixture
    def mirrored(self) -> PageCanvas:
        return PageCanvas(200, 300, mirrored=True)

    def test_boxes_change_sides(self, mirrored: PageCanvas, canvas: PageCanvas) -> None:
        assert (mirrored.left(10, 50), canvas.left(10, 50)) == (140, 10)
        assert (mirrored.mirrored, canvas.mirrored) == (True, False)

    def test_rules_blocks_and_circles_change_sides(self, mirrored: PageCanvas) -> None:
        mirrored.rule(10, 60, 30, 0.5, (0, 0, 0))
        mirrored.block(20, 2, 30, 4, (1, 0, 0))
        mirrored.disc(50, 100, 2, (0, 1, 0))
        mirrored.end_page()
        text = body(mirrored)
        assert "140 30 m 190 30 l" in text
        assert "150 2 30 4 re" in text
        assert "152 100 m" in text  # a circle begins at its right: 50 from the right edge, and its radius

    def test_clocks_go_on_clockwise(self, mirrored: PageCanvas, canvas: PageCanvas) -> None:
        for one, x in ((mirrored, 50), (canvas, 150)):
            one.ring(x, 100, 20, 1, (0, 0, 1), (90, 45))
            one.end_page()
        assert body(mirrored) == body(canvas)

    def test_a_picture_stands_at_the_other_side_and_is_not_turned(self, mirrored: PageCanvas) -> None:
        figure = Element("Figure")
        mirrored.place(IMAGE, figure, (10, 20, 100, 50))
        mirrored.end_page()
        assert "100.000000 0 0 50.000000 90 20 cm" in body(mirrored)
        assert "BBox[90 20 190 70]" in str(figure.attributes)

    def test_links_lie_where_words_were_drawn(self, mirrored: PageCanvas) -> None:
        root = Element("P")
        block = Paragraph(letters(), (Run("Rain", voice(), "#rain"),), 14, root, align="left")
        block.wrap(80, 0)
        block.draw_on(mirrored, 10, 100)
        mirrored.end_page()
        (link,) = mirrored.piece("key", root).links
        assert link.box[0] == pytest.approx(110)  # the box of 80 points stands from 110 to 190, its words at its left
        assert "1 0 0 1 110 " in body(mirrored)
