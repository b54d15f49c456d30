"""Styles are layers; what is wrong in a style file is found with its place and the nearest remedy."""

from collections.abc import Callable
from pathlib import Path

import pytest

from booklet.codes import BAD_FONT, BAD_STYLE, DUPLICATE_KEY, UNKNOWN_KEY
from booklet.finding import Code, Finding
from booklet.place import Place
from booklet.plain_dataclasses import fields
from booklet.styling.load_style import PAPERS, STYLE_KEYS, load_style
from booklet.styling.style import Colors, Page, Style, Texts, TextStyle
from booklet.units import MM
from font_bytes import small_font, variable_font

ASKED = Place("content/booklet.yaml", 2, 8)
Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write styles/NAME.yaml of a project; its folder."""

    def one(name: str, text: str) -> Path:
        (tmp_path / "styles").mkdir(exist_ok=True)
        (tmp_path / "styles" / f"{name}.yaml").write_text(text, "utf-8")
        return tmp_path

    return one


def good(name: str, folder: Path, paper: str | None = None) -> Style:
    style, findings = load_style(name, paper, folder, ASKED)
    assert findings == ()
    assert style
    return style


def bad(name: str, folder: Path, paper: str | None = None) -> tuple[Finding, ...]:
    _, findings = load_style(name, paper, folder, ASKED)
    assert findings
    assert all("\n" not in f"{finding.message}{finding.hint or ''}" for finding in findings)
    return findings


def only(name: str, folder: Path, code: Code = BAD_STYLE, paper: str | None = None) -> Finding:
    (finding,) = bad(name, folder, paper)
    assert finding.code == code
    return finding


@pytest.mark.parametrize(
    ("name", "paper", "width", "height", "body"),
    [
        ("base", None, 210 * MM, 297 * MM, 10.5),
        ("base", "A4", 210 * MM, 297 * MM, 10.5),
        ("base", "A5", 148 * MM, 210 * MM, 9),
        ("base", "Letter", 612, 792, 10.5),
        ("a5", None, 148 * MM, 210 * MM, 9),
        ("a5", "A4", 210 * MM, 297 * MM, 10.5),
        ("a5", "Letter", 612, 792, 10.5),
        ("letter", None, 612, 792, 10.5),
        ("base", "a5", 148 * MM, 210 * MM, 9),
    ],
)  # fmt: skip
def test_shipped_styles(tmp_path: Path, name: str, paper: str | None, width: float, height: float, body: float) -> None:
    style = good(name, tmp_path, paper)
    assert (style.page.width, style.page.height) == pytest.approx((width, height))
    assert style.text.body.size == body
    assert style.paper in PAPERS
    assert style.paper.casefold() == (paper or {"base": "A4"}.get(name, name)).casefold()


def test_keys_are_all_that_a_style_has() -> None:
    assert len(STYLE_KEYS) == len(set(STYLE_KEYS))
    count = len(fields(Page)) + len(fields(Colors)) + len(fields(Texts)) * len(fields(TextStyle))
    assert sum(key.split(".")[0] in {"page", "colors", "text"} for key in STYLE_KEYS) == count
    assert {"extends", "paper", "fallback", "text.talk-title.size", "colors.accent", "faces.sans-bold"} <= set(
        STYLE_KEYS
    )


def test_a_layer_overrides_single_keys(write: Write) -> None:
    folder = write("own", "colors: {accent: '#C00080'}\ntext:\n  body: {size: 11pt}\npage: {left: 1in}\n")
    own, base = good("own", folder), good("base", folder)
    assert own.colors.accent == (0.753, 0.0, 0.502)
    assert own.colors.ink == base.colors.ink
    assert (own.text.body.size, own.text.body.leading) == (11, base.text.body.leading)
    assert (own.page.left, own.page.right) == (72, base.page.right)
    assert own.text.page_number.color == own.colors.accent


def test_a_style_on_a5(write: Write) -> None:
    own = good("own", write("own", "extends: a5\ntext: {body: {leading: 13}}\n"))
    assert own.paper == "A5"
    assert (own.text.body.size, own.text.body.leading) == (9, 13)


def test_a_style_of_the_project_takes_the_place_of_a_shipped_one(write: Write) -> None:
    folder = write("a5", "paper: A5\npage: {top: 30mm}\n")
    assert good("a5", folder).page.top == pytest.approx(30 * MM)
    assert good("base", folder, "A5").page.top == pytest.approx(30 * MM)


class TestPapers:
    def test_layers_for_other_papers_are_left_out(self, write: Write) -> None:
        folder = write("own", "extends: own-a5\ncolors: {ink: '#000000'}\n")
        write("own-a5", "extends: a5\npaper: A5\npage: {left: 15mm}\n")
        a5, a4 = good("own", folder), good("own", folder, "A4")
        assert (a5.paper, a4.paper) == ("A5", "A4")
        assert a5.page.left == pytest.approx(15 * MM)
        assert a4.page.left == pytest.approx(18 * MM)
        assert a4.page.width == pytest.approx(210 * MM)
        assert a4.colors.ink == a5.colors.ink == (0, 0, 0)

    def test_a_style_that_names_a_paper_stands_on_the_shipped_layer(self, write: Write) -> None:
        folder = write("own", "paper: a5\npage: {left: 15mm}\n")
        for paper in (None, "A5"):
            own = good("own", folder, paper)
            assert own.paper == "A5"
            assert own.page.width == pytest.approx(148 * MM)
            assert own.page.left == pytest.approx(15 * MM)
        assert good("own", folder, "Letter").page.left == pytest.approx(19 * MM)

    def test_a_paper_of_ones_own(self, write: Write) -> None:
        folder = write("own", "paper: B5\npage: {width: 176mm, height: 250mm}\n")
        for paper in (None, "B5"):
            own = good("own", folder, paper)
            assert (own.paper, round(own.page.width)) == ("B5", 499)

    @pytest.mark.parametrize("paper", ["A6", "tabloid", "", "A4 "])
    def test_a_paper_that_no_style_is_for(self, tmp_path: Path, paper: str) -> None:
        style, findings = load_style("base", paper, tmp_path, ASKED)
        if not paper:
            assert style
            return
        assert style is None
        assert findings[0].message == f'no style is for the paper "{paper}"'
        assert findings[0].place == ASKED
        assert findings[0].hint == "known papers: A4, A5, Letter"


class TestFindings:
    @pytest.mark.parametrize(
        ("text", "code", "place", "words", "hint"),
        [
            ("colors: {acent: '#000000'}", UNKNOWN_KEY, (1, 10), '"acent"', 'did you mean "accent"?'),
            ("colour: {ink: '#000000'}", UNKNOWN_KEY, (1, 1), '"colour"', None),
            ("text:\n  bodi: {size: 9}", UNKNOWN_KEY, (2, 3), '"bodi"', None),
            ("text:\n  body: {sise: 9}", UNKNOWN_KEY, (2, 10), '"sise"', 'did you mean "size"?'),
            ("colors: {ink: {a: b}}", UNKNOWN_KEY, (1, 16), '"a"', None),
            ("colors: {ink: 'red'}", BAD_STYLE, (1, 15), '"red" is not a color', None),
            ("colors: {ink: '#12345'}", BAD_STYLE, (1, 15), '"#12345" is not a color', None),
            ("page: {left: 3 inches}", BAD_STYLE, (1, 14), '"3 inches" is not a length', None),
            ("page: {left: -3mm}", BAD_STYLE, (1, 14), '"-3mm" is not between 0 and 2000 mm', None),
            ("page: {width: 3000mm}", BAD_STYLE, (1, 15), "not between", None),
            ("page: {grid: 0}", BAD_STYLE, (1, 14), "not between 1 and 400", None),
            ("text: {body: {size: 0}}", BAD_STYLE, (1, 21), "not between 1 and 400", None),
            ("text: {body: {leading: 1000}}", BAD_STYLE, (1, 24), "not between 1 and 400", None),
            ("text: {body: {face: gothic}}", BAD_STYLE, (1, 21), '"gothic" is not one of serif, ', None),
            ("text: {body: {color: red}}", BAD_STYLE, (1, 22), '"red" is not one of ink, ', None),
            ("page: 5", BAD_STYLE, (1, 7), "wrong shape", None),
            ("page: [1, 2]", BAD_STYLE, (1, 7), "wrong shape", None),
            ("colors: {ink: ['#000000']}", BAD_STYLE, (1, 15), "wrong shape", None),
            ("fallback: noto/NotoSerif-Regular.ttf", BAD_STYLE, (1, 11), "wrong shape", None),
            ("fallback:\n  - {a: b}", BAD_STYLE, (2, 5), "list of font files", None),
            ("faces: {serif: x/Missing.ttf}", BAD_FONT, (1, 16), "there is no such file", None),
            ("fallback: [../x.ttf]", BAD_FONT, (1, 12), "cannot be used", None),
            ("colors: {ink: '#000000', ink: '#111111'}", DUPLICATE_KEY, (1, 26), "given twice", None),
            ("paper: 'A4\tx/y'", BAD_STYLE, (1, 8), "not the name of a paper", None),
            ("page: {left: 100mm, right: 100mm, text-left: 101mm}", BAD_STYLE, (1, 14), "less than 40 mm by 60 mm", None),
            ("page: {top: 220mm}", BAD_STYLE, (1, 13), "less than 40 mm by 60 mm", None),
            ("text: {body: {leading: 300}}", BAD_STYLE, (1, 24), "a page holds at most 139 points of it", None),
            ("extends: nothing-like-it", BAD_STYLE, (1, 10), 'there is no style "nothing-like-it"', None),
            ("extends: bse", BAD_STYLE, (1, 10), 'there is no style "bse"', "known styles: base"),
        ],
    )  # fmt: skip
    def test_with_place_and_remedy(
        self, write: Write, text: str, code: Code, place: tuple[int, int] | None, words: str, hint: str | None
    ) -> None:
        finding = only("own", write("own", f"{text}\n"), code)
        assert words in finding.message
        assert finding.place
        if place:
            assert (finding.place.file, finding.place.line, finding.place.column) == ("styles/own.yaml", *place)
        if hint:
            assert finding.hint == hint

    def test_all_at_once(self, write: Write) -> None:
        text = "colors: {ink: red, mute: blue}\npage: {left: x}\nfaces: {sans: a.ttf, serif: b.ttf}\ntext: {bdy: {size: 9}}\n"
        findings = bad("own", write("own", text))
        assert [(finding.place.line if finding.place else 0) for finding in findings] == [4, 1, 1, 2, 3, 3]
        assert load_style("own", None, write("own", text), ASKED)[0] is None

    @pytest.mark.parametrize("name", ["bsae", "a6", "../base", "Base", "base.yaml", "x" * 300, "", "a/b", "ä"])
    def test_a_style_that_there_is_not(self, tmp_path: Path, name: str) -> None:
        finding = only(name, tmp_path)
        assert finding.place == ASKED
        assert finding.message == f'there is no style "{name[:80]}"'
        assert finding.hint
        assert finding.hint.startswith("known styles: ")

    @pytest.mark.parametrize(
        ("files", "message"),
        [
            ({"own": "own"}, 'style "own" builds on itself'),
            ({"own": "two", "two": "own"}, 'style "own" builds on itself'),
            ({"own": "two", "two": "two"}, 'style "two" builds on itself'),
            ({"own": "s1", **{f"s{n}": f"s{n + 1}" for n in range(1, 9)}}, "styles build on each other too deep"),
        ],
    )
    def test_circles_and_towers(self, write: Write, files: dict[str, str], message: str) -> None:
        for name, below in files.items():
            folder = write(name, f"extends: {below}\n")
        finding = only("own", folder)
        assert finding.message == message
        assert finding.place
        assert finding.place.file.startswith("styles/")

    def test_seven_layers_are_not_too_many(self, write: Write) -> None:
        for number in range(6):
            folder = write(f"s{number}", f"extends: s{number + 1}\n" if number < 5 else "colors: {ink: '#000000'}\n")
        assert good("s0", folder).colors.ink == (0, 0, 0)

    @pytest.mark.parametrize("text", ["", "# nothing\n", "- a\n", "just words\n", "~\n"])
    def test_a_file_without_keys(self, write: Write, text: str) -> None:
        assert only("own", write("own", text)).message == "styles/own.yaml has no keys"

    def test_a_file_that_is_not_yaml(self, write: Write) -> None:
        style, findings = load_style("own", None, write("own", "colors: {ink: [}\n"), ASKED)
        assert style is None
        assert findings[0].place
        assert findings[0].place.file == "styles/own.yaml"

    def test_base_cannot_be_replaced(self, write: Write) -> None:
        folder = write("base", "colors: {ink: '#000000'}\n")
        assert 'cannot be called "base"' in only("base", folder).message
        write("own", "extends: base\n")
        assert only("own", folder).place == Place("styles/base.yaml")

    def test_a_copy_of_base_is_base(self, write: Write) -> None:
        shipped = Path(__file__).parents[2] / "styles" / "base.yaml"
        assert good("base", write("base", shipped.read_text("utf-8"))).text.body.size == 10.5

    def test_links_do_not_lead_out_of_the_project(self, write: Write, tmp_path_factory: pytest.TempPathFactory) -> None:
        outside = tmp_path_factory.mktemp("outside") / "own.yaml"
        outside.write_text("colors: {ink: '#000000'}\n", "utf-8")
        folder = write("other", "extends: own\n")
        (folder / "styles" / "own.yaml").symlink_to(outside)
        (finding,) = bad("own", folder)
        assert "outside the project folder" in finding.message

    def test_two_fonts_of_one_name(self, write: Write) -> None:
        folder = write("own", "faces:\n  sans: one/Regular.ttf\n  serif: two/Regular.ttf\n")
        for family in ("one", "two"):
            (folder / "fonts" / family).mkdir(parents=True)
            (folder / "fonts" / family / "Regular.ttf").write_bytes(small_font())
        finding = only("own", folder, BAD_FONT)
        assert finding.message == 'the fonts "two/Regular.ttf" and "one/Regular.ttf" have one name'
        assert finding.place
        assert finding.place.line == 2

    def test_fonts_of_the_project(self, write: Write) -> None:
        folder = write("own", "faces: {serif: own/Small.ttf}\nfallback: [own/Small.ttf]\n")
        (folder / "fonts" / "own").mkdir(parents=True)
        (folder / "fonts" / "own" / "Small.ttf").write_bytes(small_font())
        style = good("own", folder)
        assert style.font("serif").file == "own/Small.ttf"
        assert [font.file for font in style.fallback] == ["own/Small.ttf"]
        (folder / "fonts" / "own" / "Small.ttf").write_bytes(variable_font())
        assert all("variable" in finding.message for finding in bad("own", folder))


def test_nothing_where_a_value_could_be_means_the_one_below(write: Write) -> None:
    folder = write("own", "colors: {ink: ~}\npage:\ntext: {body: {size: }}\n")
    style, findings = load_style("own", None, folder, ASKED)
    assert [finding.code for finding in findings] in ([], [BAD_STYLE])
    if style:
        assert style.text.body.size == 10.5


class TestFeatures:
    def test_a_list_of_tags(self, write: Write) -> None:
        folder = write("mine", "text: {talk-authors: {features: [smcp, c2sc, smcp]}, body: {features: [ss20, cv07]}}\n")
        style = good("mine", folder)
        assert style.text.talk_authors.features == ("smcp", "c2sc")
        assert style.text.body.features == ("ss20", "cv07")
        assert style.text.talk_title.features == ()

    def test_a_layer_takes_them_back(self, write: Write) -> None:
        write("caps", "text: {body: {features: [smcp]}}\n")
        folder = write("mine", "extends: caps\ntext: {body: {features: []}}\n")
        assert good("caps", folder).text.body.features == ("smcp",)
        assert good("mine", folder).text.body.features == ()

    @pytest.mark.parametrize("tag", ["liga", "kern", "ss00", "ss21", "cv00", "SMCP", "smcp=1", "init"])
    def test_others_are_refused(self, write: Write, tag: str) -> None:
        finding = only("mine", write("mine", f"text: {{body: {{features: [smcp, {tag}]}}}}\n"))
        assert finding.message == f'text.body.features: "{tag}" is not a feature that is taken'
        assert finding.place == Place("styles/mine.yaml", 1, 32, 32 + len(tag))
        assert "smcp" in (finding.hint or "")

    def test_shapes(self, write: Write) -> None:
        assert "wrong shape" in only("mine", write("mine", "text: {body: {features: smcp}}\n")).message
        assert "OpenType features" in only("mine", write("mine", "text: {body: {features: [[smcp]]}}\n")).message


@pytest.mark.parametrize(("written", "height"), [("40 %", 0.4), ("0.75", 0.75), ("100%", 1.0), ("1", 1.0)])
def test_how_high_figures_may_be(write: Write, written: str, height: float) -> None:
    assert good("mine", write("mine", f"figures: {{height: {written}}}\n")).figure_height == height


@pytest.mark.parametrize("written", ["0", "60", "101 %", "-5 %", "high", "6 cm"])
def test_shares_that_are_not_taken(write: Write, written: str) -> None:
    finding = only("mine", write("mine", f"figures: {{height: {written}}}\n"))
    assert finding.message == f'figures.height: "{written}" is not a share such as 60 % or 0.6'
