"""Paragraphs know their height, split without leaving lines alone, align, link and leave nothing behind them."""

import re
import zlib

import pytest

from booklet.lettering.paragraph import ASCENT, DESCENT, Align, Paragraph
from booklet.lettering.runs import Run
from booklet.structure import Element, Mark
from booklet.typesetting.set_piece import SetPiece
from sheet import bound, letters, runs_of, said, set_sheet, voice

WORDS = " ".join(["assimilation of observations into models"] * 12)


def block(
    *runs: Run, align: Align = "left", leading: float = 14, element: Element | None = None, keep: int = 2
) -> Paragraph:
    return Paragraph(letters(), runs, leading, element, align=align, keep=keep)


def plain(text: str, size: float = 10) -> Run:
    return Run(text, voice(size))


def operators(piece: SetPiece, page: int = 0) -> str:
    return zlib.decompress(piece.pages[page].body).decode("latin-1")


def test_height_is_that_of_baselines_and_letters() -> None:
    one, several = block(plain("word")), block(plain(WORDS))
    assert one.wrap(300, 0) == (300, 10)
    several.wrap(200, 0)
    assert several.height == pytest.approx(10 + 14 * (several.line_count - 1))
    assert pytest.approx(1) == ASCENT + DESCENT


@pytest.mark.parametrize("runs", [(), (plain(""),), (plain("   "),), (plain(""), plain(" "))])
@pytest.mark.parametrize("align", ["justify", "left", "balance", "right", "center"])
def test_without_words_there_is_nothing(runs: tuple[Run, ...], align: Align) -> None:
    root = Element("Sect")
    empty = block(*runs, align=align, element=root.add("P"))
    assert empty.wrap(300, 0)[1] == 0
    assert empty.natural_width() == 0
    piece = set_sheet([empty], root)
    assert piece.pages[0].marks == 0
    assert "BT" not in operators(piece)


def test_first_baseline() -> None:
    root = Element("Sect")
    piece = set_sheet([block(plain("word"), element=root.add("P"))], root)
    (run,) = runs_of(bound([piece], letters()))
    assert run.y == pytest.approx(550 - ASCENT * 10, abs=0.001)


def test_natural_width_is_that_of_one_line() -> None:
    width = block(plain("Toward all-sky")).natural_width()
    assert block(plain("Toward all-sky")).wrap(width + 0.01, 0)[1] == 10
    assert block(plain("Toward all-sky")).wrap(width - 0.01, 0)[1] == 24


class TestSplit:
    def lines(self, count: int, keep: int = 2) -> Paragraph:
        made = block(*[plain(" ".join(["mmmmmmmm"] * count))], keep=keep)
        made.wrap(90, 0)
        assert made.line_count == count
        return made

    @pytest.mark.parametrize(
        ("count", "room", "parts"),
        [
            (6, 10 + 14 * 2, [3, 3]),
            (6, 10 + 14 * 4, [4, 2]),  # not a line alone on the next page
            (6, 10 + 14 * 1, [2, 4]),
            (6, 10 + 14 * 0, []),  # nor on this one
            (6, 5, []),
            (6, -20, []),
            (3, 10 + 14 * 1, []),
            (4, 10 + 14 * 2, [2, 2]),
            (6, 10 + 14 * 5, [6]),
            (6, 1000, [6]),
        ],
    )
    def test_two_lines_stay_together(self, count: int, room: float, parts: list[int]) -> None:
        assert [part.line_count for part in self.lines(count).split(90, room)] == parts

    def test_what_fits_is_as_high_as_the_room(self) -> None:
        first, second = self.lines(6).split(90, 10 + 14 * 2 + 3)
        assert first.wrap(90, 0)[1] == 10 + 14 * 2
        assert second.wrap(90, 0)[1] == 10 + 14 * 2

    def test_keep_is_a_choice(self) -> None:
        assert [part.line_count for part in self.lines(6, keep=1).split(90, 10)] == [1, 5]
        assert self.lines(6, keep=4).split(90, 66) == []

    def test_parts_split_again(self) -> None:
        _, rest = self.lines(9).split(90, 10 + 14)
        assert [part.line_count for part in rest.split(90, 10 + 14)] == [2, 5]

    def test_parts_draw_for_one_element_and_share_links(self) -> None:
        root = Element("Sect")
        element = root.add("P")
        linked = block(plain("see "), Run(WORDS, voice(), link="https://example.org"), element=element)
        linked.wrap(200, 0)
        first, second = linked.split(200, 40)
        piece = set_sheet([first, second], root, 200)
        assert [part.role for part in element.content if isinstance(part, Element)] == ["Link"]
        (link,) = [part for part in element.content if isinstance(part, Element)]
        assert len(piece.links) == first.line_count + second.line_count
        assert [part for part in link.content if isinstance(part, int)] == list(range(len(piece.links)))
        text = " ".join(said(bound([piece], letters())))
        assert re.sub(r" +", " ", text).strip() == f"see {WORDS}"


@pytest.mark.parametrize(("align", "share"), [("left", 0.0), ("center", 0.5), ("right", 1.0), ("balance", 0.0)])
def test_alignment(align: Align, share: float) -> None:
    root = Element("Sect")
    text = block(plain("Toward a probabilistic description of rain"), align=align, element=root.add("P"))
    runs = runs_of(bound([set_sheet([text], root, 120, 50)], letters()))
    assert len(runs) == text.line_count > 1
    for run in runs:
        space = letters().table(voice()).space / 100 if run.text.endswith(" ") else 0
        free = 120 - (run.end_x - run.x - space)
        assert free > 0
        assert run.x == pytest.approx(50 + free * share, abs=0.01)


class TestLinks:
    def test_a_box_on_every_line_around_its_words(self) -> None:
        root = Element("Sect")
        runs = (plain("see "), Run("the whole of these proceedings", voice(), link="#sheet"), plain(" or not"))
        text = block(*runs, element=root.add("P"))
        piece = set_sheet([text], root, 90, 50)
        drawn = runs_of(bound([piece], letters()))
        assert {link.target for link in piece.links} == {"#sheet"}
        assert {link.words for link in piece.links} == {"the whole of these proceedings"}
        lines = sorted({round(run.y, 2) for run in drawn}, reverse=True)
        assert [round(link.box[1] + DESCENT * 10, 2) for link in piece.links] == lines[: len(piece.links)]
        for link in piece.links:
            left, bottom, right, top = link.box
            assert top - bottom == pytest.approx(10)
            assert 50 <= left < right <= 140.01
        before = letters().table(voice()).word("see").advance + letters().table(voice()).space
        assert piece.links[0].box[0] == pytest.approx(50 + before / 100)

    def test_each_link_is_an_element_with_its_marks(self) -> None:
        root = Element("Sect")
        element = root.add("P")
        runs = (
            Run("one", voice(), link="https://a.org"),
            plain(" and "),
            Run("two", voice(), link="https://b.org", words="B"),
        )
        piece = set_sheet([block(*runs, element=element)], root)
        links = [part for part in element.content if isinstance(part, Element)]
        assert [link.content for link in links] == [[Mark(0, 0), 0], [Mark(0, 2), 1]]
        assert [(link.target, link.words) for link in piece.links] == [("https://a.org", "one"), ("https://b.org", "B")]

    def test_decoration_has_no_links(self) -> None:
        piece = set_sheet([block(Run("a", voice(), link="#b"))], Element("Sect"))
        assert piece.links == ()
        assert "/Artifact BMC" in operators(piece)


class TestState:
    def test_rise_and_scaling_are_reset(self) -> None:
        root = Element("Sect")
        runs = (plain(WORDS + " x"), Run("2", voice(6.8, rise=3.4)))
        body = operators(set_sheet([block(*runs, align="justify", element=root.add("P"))], root, 150))
        assert re.findall(r"(\S+) Ts", body)[-1] == "0"
        scalings = re.findall(r"(\S+) Tz", body)
        assert scalings == [] or scalings[-1] == "100"

    def test_rise_is_reset_for_the_next_run(self) -> None:
        root = Element("Sect")
        runs = (plain("x"), Run("2", voice(6.8, rise=3.4)), plain(" is"))
        drawn = runs_of(bound([set_sheet([block(*runs, element=root.add("P"))], root)], letters()))
        assert [(run.text, round(550 - 7.8 - run.y, 1)) for run in drawn] == [("x", 0.0), ("2", -3.4), (" is", 0.0)]

    def test_every_text_object_ends_and_every_mark_too(self) -> None:
        root = Element("Sect")
        runs = (plain("a "), Run("b", voice(), link="#c"), plain(" שלום 中"))
        body = operators(set_sheet([block(*runs, element=root.add("P")), block(plain("x"))], root))
        assert len(re.findall(r"\bBT\b", body)) == len(re.findall(r"\bET\b", body)) == 2
        assert len(re.findall(r"BDC|BMC", body)) == len(re.findall(r"EMC", body))

    def test_marks_within_words_are_raised_from_the_rise(self) -> None:
        root = Element("Sect")
        body = operators(set_sheet([block(Run("q\u0301\u0323", voice(10, rise=2.0)), element=root.add("P"))], root))
        rises = [float(rise) for rise in re.findall(r"(\S+) Ts", body)]
        assert rises[0] == rises[2] == 2.0
        assert rises[-1] == 0

    def test_glyphs_are_handed_over_by_face(self) -> None:
        root = Element("Sect")
        piece = set_sheet([block(plain("a שלום"), element=root.add("P"))], root)
        codes = dict(piece.codes)
        serif = letters().face("serif")
        assert set(codes["SourceSerif4-Regular"]) == {serif.cmap[ord("a")], serif.space}
        assert len(codes["NotoSerifHebrew-Regular"]) == 4


def test_a_last_line_wider_than_the_measure_is_shrunk() -> None:
    text = "observations into models"
    natural = block(plain(text)).natural_width()
    root = Element("Sect")
    tight = block(plain(text), align="justify", element=root.add("P"))
    tight.wrap(natural - 1, 0)
    assert tight.line_count == 1
    (run,) = runs_of(bound([set_sheet([tight], root, natural - 1)], letters()))
    assert run.end_x - run.x == pytest.approx(natural - 1, abs=0.02)
