"""Paragraphs know their height, split without leaving lines alone, align, link and leave nothing behind them."""

import re
import zlib

import pytest

from booklet.lettering.mathematics.formula import set_formula
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


class TestSplitAtHyphens:
    """No page ends with a hyphen if it can be helped (each line of these texts stands as `hyphens` says)."""

    def hyphenated(self, keep: int = 2) -> Paragraph:
        made = Paragraph(letters(), (plain("assimilation of representations " * 9),), 14, None, keep=keep)
        made.wrap(88, 0)
        return made

    def test_the_line_with_the_hyphen_goes_over(self) -> None:
        made = self.hyphenated()
        hyphens = [line.hyphenated for line in made.lines]
        assert any(hyphens[2:-2])
        for taken in range(2, made.line_count - 1):
            first, second = made.split(88, 10 + 14 * (taken - 1))
            expected = taken - 1 if hyphens[taken - 1] and taken > 2 else taken
            assert (first.line_count, second.line_count) == (expected, made.line_count - expected)
            assert first.line_count == 2 or not first.lines[-1].hyphenated or hyphens[taken - 2]

    def test_but_not_for_a_line_alone(self) -> None:
        """As many lines as are kept stay before the page's end, hyphen or not."""
        start = next(at for at, line in enumerate(self.hyphenated().lines) if at and line.hyphenated)
        made = self.hyphenated(keep=start + 1)
        first, _ = made.split(88, 10 + 14 * start)
        assert first.line_count == start + 1
        assert first.lines[-1].hyphenated

    def test_a_hyphen_that_the_author_wrote_may_end_a_page(self) -> None:
        made = block(*[plain("well-being " * 20)], align="left")
        made.wrap(34, 0)
        assert not any(line.hyphenated for line in made.lines)
        assert made.lines[2].space == -1
        assert made.split(34, 10 + 14 * 2)[0].line_count == 3

    @pytest.mark.parametrize("lines", [4, 5, 7, 12])
    @pytest.mark.parametrize("room", [24.0, 38.0, 52.0, 55.5, 66.0, 80.0])
    def test_heights_of_the_parts_add_up(self, lines: int, room: float) -> None:
        """The leading between the last line of a part and the first of the next is all that is left out."""
        made = block(*[plain(" ".join(["mmmmmmmm"] * lines))])
        made.wrap(90, 0)
        parts = made.split(90, room)
        if len(parts) == 2:
            assert parts[0].height <= room
            assert sum(part.height for part in parts) == pytest.approx(made.height - 14 + 10)
            assert [line for part in parts for line in part.lines] == list(made.lines)
            assert parts[0].first_baseline == parts[1].first_baseline == ASCENT * 10

    def test_a_part_draws_what_the_whole_would(self) -> None:
        root = Element("Sect")
        made = Paragraph(letters(), (plain("assimilation of representations " * 6),), 14, root.add("P"))
        made.wrap(88, 0)
        parts = made.split(88, 52)
        whole = said(bound([set_sheet([made], root, 88)], letters()))
        assert said(bound([set_sheet(parts, root, 88)], letters())) == whole


class TestRightToLeft:
    HEBREW = "מודל האקלים נבדק על פני הים ולא ביבשה"

    def lines(self, align: Align) -> list[tuple[float, float]]:
        """Where the words of each line begin and end, for a column from 50 to 150."""
        root = Element("Sect")
        made = Paragraph(letters(), (plain(self.HEBREW),), 14, root.add("P"), align=align)
        body = operators(set_sheet([made], root, 100, 50))
        assert made.runs_from_right
        assert made.line_count > 1
        places = iter([float(x) for x in re.findall(r"1 0 0 1 (\S+) \S+ Tm", body)])  # one for each word and space
        space = letters().table(voice()).space / 100
        lines = []
        for number in range(made.line_count):
            groups = made.set_line(number).groups
            starts = [next(places) for _ in groups]
            words = [(x, x + group.width) for x, group in zip(starts, groups, strict=True) if group.width > space * 1.6]
            lines.append((min(left for left, _ in words), max(right for _, right in words)))
        assert next(places, None) is None
        return lines

    @pytest.mark.parametrize("align", ["left", "balance"])
    def test_left_means_the_side_where_lines_begin(self, align: Align) -> None:
        for left, right in self.lines(align):
            assert right == pytest.approx(150, abs=0.05)
            assert left > 50

    def test_right_means_the_other_one(self) -> None:
        for left, right in self.lines("right"):
            assert left == pytest.approx(50, abs=0.05)
            assert right < 150

    def test_centered(self) -> None:
        for left, right in self.lines("center"):
            assert left - 50 == pytest.approx(150 - right, abs=0.1)

    def test_justified_but_the_last(self) -> None:
        *lines, (left, right) = self.lines("justify")
        assert lines
        for start, end in lines:
            assert (start, end) == (pytest.approx(50, abs=0.05), pytest.approx(150, abs=0.05))
        assert right == pytest.approx(150, abs=0.05)
        assert left > 51

    @pytest.mark.parametrize(
        ("text", "language", "backwards", "expected"),
        [
            ("שלום", None, None, True),
            ("model", None, None, False),
            ("model שלום", None, None, False),
            ("model שלום", "he", None, True),  # it begins with a foreign word
            ("model", "he", None, False),
            ("2026", "ar", None, True),
            ("2026", "en", None, False),
            ("2026", "en", True, True),
            ("", "fa", None, True),
        ],
    )
    def test_which_way_a_paragraph_runs(
        self, text: str, language: str | None, backwards: bool | None, expected: bool
    ) -> None:
        made = Paragraph(letters(), (plain(text),), 14, None, language=language, backwards=backwards)
        assert made.runs_from_right == expected


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


class TestFormulas:
    FRACTION = set_formula(r"\dfrac{\dfrac{a}{b}}{\dfrac{c}{d}}", display=False)

    def high(self, *, at_start: bool = False) -> Paragraph:
        formula = Run(self.FRACTION.text, voice(), formula=self.FRACTION)
        runs = (formula, plain(" " + WORDS)) if at_start else (plain(WORDS + " "), formula, plain(" " + WORDS))
        made = block(*runs)
        made.wrap(200, 0)
        return made

    def test_a_high_first_line_moves_the_first_baseline(self) -> None:
        assert self.high().first_baseline == ASCENT * 10
        assert self.high(at_start=True).first_baseline > ASCENT * 10 + 1

    def test_a_part_without_the_formula_is_as_high_as_any(self) -> None:
        made = self.high(at_start=True)
        first, second = made.split(200, made.first_baseline + 14 * 2 + 3)
        assert second.first_baseline == ASCENT * 10
        assert second.height == pytest.approx(10 + 14 * (second.line_count - 1))
        assert first.height > 10 + 14 * (first.line_count - 1) + 1

    def test_heights_of_the_parts_hold_what_is_in_them(self) -> None:
        made = self.high()
        flat = block(plain(f"{WORDS} xxx {WORDS}"))
        flat.wrap(200, 0)
        assert made.height > flat.height + 5
        for room in range(24, int(made.height), 7):
            parts = made.split(200, room)
            if len(parts) == 2:
                assert parts[0].height <= room + 1e-6
                assert sum(part.line_count for part in parts) == made.line_count
                assert [part.wrap(200, 0)[1] for part in parts] == [part.height for part in parts]


def test_a_last_line_wider_than_the_measure_is_shrunk() -> None:
    text = "observations into models"
    natural = block(plain(text)).natural_width()
    root = Element("Sect")
    tight = block(plain(text), align="justify", element=root.add("P"))
    tight.wrap(natural - 1, 0)
    assert tight.line_count == 1
    (run,) = runs_of(bound([set_sheet([tight], root, natural - 1)], letters()))
    assert run.end_x - run.x == pytest.approx(natural - 1, abs=0.02)
