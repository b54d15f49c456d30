"""Figures: how large they are, where they stand, what they are called, and what a reader who cannot see them gets."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject
from reportlab.pdfgen.canvas import Canvas

from booklet.composing.flowables.figure import Figure
from booklet.composing.picture_sizes import coarse, figure_size, fitted
from booklet.composing.text import paragraph
from booklet.job import Job
from booklet.lettering.paragraph import Paragraph
from booklet.make import Outcome, make
from booklet.picture import PdfObject, Picture
from booklet.place import Place
from booklet.plain_dataclasses import replace
from booklet.proofing.dump import dump
from booklet.proofing.self_check import self_check
from booklet.structure import Element
from booklet.styling.style import Style
from booklet.typesetting.page_canvas import PageCanvas
from sheet import letters, style

MEASURE = style().page.text_width  # 391 points
TEXT = style().page.height - style().page.top - style().page.bottom  # 694 points
INK = (PdfObject((b"<<>>",), b""),)


def image(columns: int, rows: int) -> Picture:
    """An image of 300 dpi."""
    return Picture(columns * 0.24, rows * 0.24, INK, (columns, rows))


def form(width: float, height: float) -> Picture:
    return Picture(width, height, INK, None)


class TestSizes:
    @pytest.mark.parametrize(
        ("picture", "share", "expected"),
        [
            (image(1600, 400), None, (MEASURE, MEASURE / 4)),  # at most the measure
            (image(500, 250), None, (240, 120)),  # at 150 dpi
            (Picture(1000, 500, INK, (500, 250)), None, (240, 120)),  # whatever resolution the file states
            (
                Picture(250, 250, INK, (500, 250)),
                None,
                (120, 120),
            ),  # pixels that are not square: the coarser way counts
            (image(500, 250), 1.0, (MEASURE, MEASURE / 2)),  # asked for
            (image(500, 250), 0.5, (MEASURE / 2, MEASURE / 4)),
            (form(200, 100), None, (200, 100)),
            (Picture(200, 100, INK, (834, 417), is_page=True), None, (200, 100)),  # a form that became pixels
            (form(2000, 1000), None, (MEASURE, MEASURE / 2)),
            (form(200, 100), 1.0, (MEASURE, MEASURE / 2)),
            (image(1000, 4000), None, (TEXT * 0.6 / 4, TEXT * 0.6)),  # not too high
            (form(100, 400), 1.0, (TEXT * 0.6 / 4, TEXT * 0.6)),
        ],
    )
    def test_on_a4(self, picture: Picture, share: float | None, expected: tuple[float, float]) -> None:
        assert figure_size(picture, share, style()) == pytest.approx(expected)

    def test_the_style_says_how_high(self) -> None:
        half = replace(style(), figure_height=0.25)
        assert figure_size(form(300, 300), None, half) == pytest.approx((TEXT / 4, TEXT / 4))

    def test_copyfitting_multiplies_what_it_has(self) -> None:
        smaller = replace(style(), figure_scale=0.6)
        for picture in (image(500, 250), image(1000, 4000), form(2000, 1000)):
            width, height = figure_size(picture, None, style())
            assert figure_size(picture, None, smaller) == pytest.approx((width * 0.6, height * 0.6))

    def test_extremes_have_a_size(self) -> None:
        for picture in (image(1_000_000, 1), image(1, 1_000_000), image(1, 1)):
            width, height = figure_size(picture, None, style())
            assert 0 < width <= MEASURE + 1e-6
            assert 0 < height <= TEXT * 0.6 + 1e-6

    def test_fitted(self) -> None:
        assert fitted(form(100, 50), 200, 50) == (100, 50)
        assert fitted(form(100, 50), 50, 500) == (50, 25)

    @pytest.mark.parametrize(
        ("picture", "width", "words"),
        [
            (image(600, 300), 288.0, None),  # 150
            (image(600, 300), 432.0, '"x" has 100 pixels to the inch in this size; fewer than 150 look coarse'),
            (form(600, 300), 432.0, None),
        ],
    )
    def test_coarse(self, picture: Picture, width: float, words: str | None) -> None:
        found = coarse(picture, width, '"x"', Place("f"), "ada")
        assert [finding.message for finding in found] == ([words] if words else [])
        assert [(finding.hint, finding.talk) for finding in found] == (
            [("export it with at least 900 pixels across", "ada")] if words else []
        )


class TestFlowable:
    def figure(self, words: str = "", height: float = 100, room: float = 300) -> tuple[Figure, Element]:
        element = Element("Figure")
        caption = paragraph(letters(), style().text.caption, words, Element("Caption")) if words else None
        return Figure(form(50, 50), (height, height), element, caption, 5, room), element

    def test_it_stands_in_the_middle(self) -> None:
        figure, element = self.figure()
        canvas = PageCanvas(400, 400)
        assert figure.wrap(300, 1000) == (300, 100)
        figure.draw_on(canvas, 20, 30)
        assert element.attributes == "<</O/Layout/Placement/Block/BBox[120 30 220 130]>>"

    def test_the_caption_is_below_and_read_after_it(self) -> None:
        figure, element = self.figure("Words")
        size = style().text.caption.size
        assert figure.wrap(300, 1000) == (300, 100 + 5 + size)
        figure.draw_on(PageCanvas(400, 400), 20, 30)
        assert element.attributes == f"<</O/Layout/Placement/Block/BBox[120 {35 + size:g} 220 {135 + size:g}]>>"
        picture, caption = element.content
        assert isinstance(caption, Element)
        assert not isinstance(picture, Element)
        assert caption.role == "Caption"
        assert caption.holds_something()

    def test_it_is_not_split(self) -> None:
        figure, _ = self.figure("many words " * 30)
        assert figure.wrap(300, 50)[1] < 300
        assert figure.split(300, 50) == []
        assert self.figure()[0].split(300, 50) == []

    def test_a_long_caption_makes_the_picture_smaller(self) -> None:
        figure, element = self.figure("many words " * 60, height=200)
        assert figure.wrap(300, 300)[1] == pytest.approx(300)
        figure.draw_on(PageCanvas(400, 400), 0, 0)
        corners = [float(part) for part in element.attributes.split("[")[1].rstrip("]>").split()]
        assert 60 < corners[2] - corners[0] < 200
        assert corners[3] == pytest.approx(300, abs=0.01)

    def test_a_caption_longer_than_a_page_goes_on(self) -> None:
        figure, element = self.figure("many words " * 400, height=200)
        assert figure.wrap(300, 300)[1] > 300
        assert figure.split(300, 40) == []  # no room for the picture
        first, rest = figure.split(300, 300)
        assert first.wrap(300, 300)[1] <= 300
        assert isinstance(rest, Paragraph)
        assert rest.wrap(300, 300)[1] > 0
        first.draw_on(PageCanvas(400, 400), 0, 0)
        corners = [float(part) for part in element.attributes.split("[")[1].rstrip("]>").split()]
        assert corners[3] - corners[1] == pytest.approx(50)
        assert rest.element is element.content[1]


EVENT = "title: Meeting\nzone: UTC\n"
PROGRAM = "sessions: [{id: a, title: S, date: 2026-05-05, start: 9:00, items: [{talk: one, minutes: 20}]}]\n"
BOOKLET = "sections: [abstracts]\n"


def project(folder: Path, keys: str, *, talk: str = "Words.", event: str = EVENT) -> Path:
    """A project of one talk with three pictures to name."""
    content = folder / "content"
    (content / "talks").mkdir(parents=True)
    (content / "figures").mkdir()
    for name, text in (("event", event), ("program", PROGRAM), ("booklet", BOOKLET)):
        (content / f"{name}.yaml").write_text(text)
    front = f"title: A talk\nauthors: [{{name: Ann, presenting: true, affiliations: [Home]}}]\n{keys}"
    (content / "talks" / "one.md").write_text(f"---\n{front}\n---\n{talk}\n")
    Image.new("RGB", (1600, 400), (10, 90, 60)).save(content / "figures" / "wide.png")
    Image.new("L", (300, 300), 90).save(content / "figures" / "small.jpg")
    canvas = Canvas(str(content / "figures" / "plot.pdf"), pagesize=(200, 100))
    canvas.rect(10, 10, 50, 50, fill=1)
    canvas.showPage()
    canvas.save()
    return folder


def made(folder: Path) -> tuple[bytes, Outcome]:
    outcome = make(Job(folder), lambda *_: None)
    assert outcome.output is not None, outcome.findings
    pdf = outcome.output.read_bytes()
    assert self_check(pdf) == ()
    return pdf, outcome


def lines(pdf: bytes) -> list[str]:
    return [line.split('"', 1)[1].rstrip('"') for line in dump(pdf).splitlines() if not line.startswith("page ")]


def elements(node: DictionaryObject) -> Iterator[DictionaryObject]:
    value = node.get("/K", ArrayObject())
    for kid in value if isinstance(value, ArrayObject) else [value]:
        part = kid.get_object()
        if isinstance(part, DictionaryObject) and "/S" in part:
            yield part
            yield from elements(part)


def figures(pdf: bytes) -> list[DictionaryObject]:
    tree = PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]
    return [element for element in elements(tree) if element["/S"] == "/Figure"]


class TestInTheBooklet:
    def test_they_are_numbered_below_the_abstract(self, tmp_path: Path) -> None:
        keys = (
            "figures:\n"
            "  - {file: figures/wide.png, alt: A field, caption: The *green* field.}\n"
            "  - {file: figures/plot.pdf, alt: A square}\n"
            "keywords: [green]\nreferences: [A reference]"
        )
        pdf, outcome = made(project(tmp_path, keys))
        said = " ".join(lines(pdf))
        order = ["Words.", "Figure 1.", "The", "green", "Figure 2", "Keywords", "References"]
        assert [said.index(word) for word in order] == sorted(said.index(word) for word in order)
        assert [finding.code.name for finding in outcome.findings] == ["C030"]  # small.jpg

    def test_what_a_reader_who_cannot_see_gets(self, tmp_path: Path) -> None:
        keys = (
            "figures:\n"
            "  - {file: figures/wide.png, alt: A field, caption: Green.}\n"
            "  - {file: figures/plot.pdf, caption: 'A *square*'}\n"
            "  - figures/small.jpg"
        )
        pdf, outcome = made(project(tmp_path, keys))
        found = figures(pdf)
        assert [str(figure["/Alt"]) for figure in found] == ["A field", "A square", "Figure 3"]
        for figure in found:
            mark, caption = figure["/K"]
            assert int(mark) >= 0
            assert caption["/S"] == "/Caption"
            assert "/BBox" in figure["/A"]
        missing = [finding for finding in outcome.findings if finding.code.name == "P003"]
        assert [(finding.talk, finding.place.line if finding.place else 0) for finding in missing] == [
            ("one", 6),
            ("one", 7),
        ]

    @pytest.mark.parametrize(
        ("language", "label"), [("de", "Abbildung 1."), ("fr", "Figure 1."), ("en-GB", "Figure 1.")]
    )
    def test_labels(self, tmp_path: Path, language: str, label: str) -> None:
        keys = "figures: {file: figures/wide.png, alt: A, caption: Text}"
        pdf, _ = made(project(tmp_path, keys, event=f"{EVENT}language: {language}\n"))
        assert label in " ".join(lines(pdf))

    def test_one_without_a_caption_has_no_number(self, tmp_path: Path) -> None:
        pdf, _ = made(project(tmp_path, "figures: {file: figures/wide.png, alt: A}"))
        assert "Figure" not in " ".join(lines(pdf))
        assert len(figures(pdf)) == 1

    def test_a_picture_is_in_the_file_once(self, tmp_path: Path) -> None:
        names = ", ".join(
            f"{{file: figures/{name}, alt: A, width: 20 %}}" for name in ("wide.png", "small.jpg", "wide.png")
        )
        pdf, _ = made(project(tmp_path, f"figures: [{names}]"))
        assert pdf.count(b"/Subtype/Image") == 2
        assert len(figures(pdf)) == 3

    def test_a_caption_is_as_wide_as_its_picture_or_three_fifths_of_the_measure(self, tmp_path: Path) -> None:
        long = "Words that go on and on. " * 8
        keys = (
            "figures:\n"
            "  - {file: figures/wide.png, alt: A, caption: Wide}\n"
            "  - {file: figures/small.jpg, alt: A, caption: Short}\n"
            f"  - {{file: figures/plot.pdf, alt: A, caption: {long}}}"
        )
        pdf, _ = made(project(tmp_path, keys))
        x = {line.split('"')[1][:9]: float(line.split(" ")[1]) for line in dump(pdf).splitlines() if '"Figure ' in line}
        left = style().page.text_left
        assert x["Figure 1."] == pytest.approx(left, abs=0.1)
        assert left + MEASURE / 4 < x["Figure 2."] < left + MEASURE / 2
        assert x["Figure 3."] == pytest.approx(left + MEASURE * 0.2, abs=0.1)

    def test_one_that_does_not_fit_goes_to_the_next_page_with_its_caption(self, tmp_path: Path) -> None:
        keys = "figures: {file: figures/wide.png, alt: A, caption: Below}"
        folder = project(tmp_path, keys, talk="\n\n".join(["Words that fill a line and go on."] * 30))
        (folder / "styles").mkdir()
        (folder / "styles" / "mine.yaml").write_text("fitting: {tighter: no}\n")
        (folder / "content" / "booklet.yaml").write_text(f"{BOOKLET}style: mine\n")
        pdf, _ = made(folder)
        reader = PdfReader(io.BytesIO(pdf))
        assert ["/XObject" in page["/Resources"] for page in reader.pages] == [False, True]
        assert "Below" in reader.pages[1].extract_text()

    @pytest.mark.parametrize(
        ("written", "code"),
        [("figures/none.png", "C001"), ("talks/one.md", "P001"), ("figures/Wide.png", "C001")],
    )
    def test_one_that_cannot_be_used_is_an_error(self, tmp_path: Path, written: str, code: str) -> None:
        outcome = make(Job(project(tmp_path, f"figures: {{file: {written}, alt: A}}")), lambda *_: None)
        assert outcome.output is None
        (finding,) = [finding for finding in outcome.findings if finding.code.severity.value == "error"]
        assert (finding.code.name, finding.talk, str(finding.place)) == (code, "one", "content/talks/one.md:4:17")

    def test_one_that_is_enlarged_too_far_is_a_warning(self, tmp_path: Path) -> None:
        keys = "figures: {file: figures/small.jpg, alt: A, width: 100 %}"
        _, outcome = made(project(tmp_path, keys))
        (finding,) = [finding for finding in outcome.findings if finding.code.name == "P006"]
        assert finding.message.startswith('figure "content/figures/small.jpg" has 55 pixels to the inch')
        assert str(finding.place) == "content/talks/one.md:4:51"

    def test_they_are_not_read_where_no_abstracts_are_printed(self, tmp_path: Path) -> None:
        folder = project(tmp_path, "figures: {file: talks/one.md, alt: A}")
        (folder / "content" / "booklet.yaml").write_text("sections: [program]\n")
        made(folder)

    def test_same_input_same_bytes(self, tmp_path: Path) -> None:
        keys = "figures: [figures/wide.png, figures/plot.pdf, {file: figures/small.jpg, alt: A}, figures/wide.png]"
        folder = project(tmp_path, keys)
        assert made(folder)[0] == made(folder)[0]

    def test_a_coarse_cover_is_a_warning(self, tmp_path: Path) -> None:
        folder = project(tmp_path, "")
        (folder / "content" / "booklet.yaml").write_text("covers: {front: {file: figures/small.jpg, alt: A}}\n")
        _, outcome = made(folder)
        (finding,) = [finding for finding in outcome.findings if finding.code.name == "P006"]
        assert finding.message.startswith('cover "content/figures/small.jpg" has 36 pixels to the inch')


def test_the_style_is_asked_for_the_height(tmp_path: Path) -> None:
    keys = "figures: {file: figures/small.jpg, alt: A, width: 100 %}"
    folder = project(tmp_path, keys)
    (folder / "styles").mkdir()
    (folder / "styles" / "mine.yaml").write_text("figures: {height: 10 %}\n")
    (folder / "content" / "booklet.yaml").write_text(f"{BOOKLET}style: mine\n")
    (figure,) = figures(made(folder)[0])
    x0, y0, x1, y1 = (float(side) for side in figure["/A"]["/BBox"])
    assert (x1 - x0, y1 - y0) == pytest.approx((TEXT / 10, TEXT / 10), abs=0.01)


def test_other_styles_have_the_key() -> None:
    assert isinstance(style("A5"), Style)
    assert style("A5").figure_height == style().figure_height == 0.6


def test_a_figure_too_small_to_be_seen_is_named(tmp_path: Path) -> None:
    _, outcome = made(project(tmp_path, "figures: {file: figures/small.jpg, alt: A, width: 2 %}"))
    (finding,) = [finding for finding in outcome.findings if finding.code.name == "P007"]
    assert finding.message.startswith('figure "content/figures/small.jpg" is printed 2.8 mm wide')
