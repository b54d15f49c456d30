"""Lines end in texts without spaces where Unicode lets them, and where readers of these scripts expect it."""

import time
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.lettering.breaking import justified
from booklet.lettering.letters import Letters
from booklet.lettering.line_breaks import breaks_between, white_between
from booklet.lettering.lines import Line
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run, boxes, stretches
from sheet import letters, voice

SAMPLE = Path(__file__).with_name("line-break-test.txt")
LINES = [line for line in SAMPLE.read_text("utf-8").splitlines() if not line.startswith("#")]

# The tests of Unicode keep numbers together by a regular expression (UAX 14, 8.2, example 7) where we have the pairs of rule
# LB25: brackets, signs and numbers stay together without looking further.
NUMBERS = {
    "}%", "}\u0308%", "}$", "}\u0308$", ")%", ")\u0308%", ")$", ")\u0308$",
    ",0", ",\u03080", "/0", "/\u03080",
    "%\u2329", "%\u0308\u2329", "%(", "%\u0308(", "$\u2329", "$\u0308\u2329", "$(", "$\u0308(",
    "code\\(s\\)", "code\\{s\\}", "a.2\u3000本", "a.2\u3000ま", "a.2\u30003", "a.2\u3000「",
}  # fmt: skip
# LB21a and the part of LB30b on pictographs that are not assigned yet: neither stands in a text without spaces.
LEFT_OUT = {"א-א", "\U0001f02c\U0001f3ff"}


def ends(text: str) -> str:
    """The text with a bar wherever a line may end."""
    edges = [0, *breaks_between(text), len(text)]
    return "|".join(text[begin:end] for begin, end in pairwise(edges))


def parts(text: str) -> list[str]:
    return ends(text).split("|")


def read(line: str) -> tuple[str, list[int]]:
    """A line of Unicode's test: its text, and the indexes where it may be broken."""
    fields = line.split()
    text = "".join(chr(int(code, 16)) for code in fields[1::2])
    return text, [index for index in range(1, len(text)) if fields[2 * index] == "÷"]


def test_conformance() -> None:
    different = set()
    for line in LINES:
        text, expected = read(line)
        if breaks_between(text) != expected:
            different.add(text)
    assert different == NUMBERS | LEFT_OUT
    assert len(LINES) == 330


def test_where_numbers_differ_they_stay_together() -> None:
    for text, expected in map(read, LINES):
        if text in NUMBERS:
            assert set(breaks_between(text)) < set(expected)


class TestJapanese:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("「学校」へ、行く。", "「学|校」|へ、|行|く。"),
            ("データー・センター", "デー|ター・|セ|ン|ター"),
            ("しょっちゅう", "しょっ|ちゅ|う"),
            ("ニュース", "ニュー|ス"),
            ("人々", "人々"),
            ("東京（日本）。", "東|京|（日|本）。"),
            ("ある。』」と", "あ|る。』」|と"),
            ("何だ！？と", "何|だ！？|と"),
            ("第3章", "第|3|章"),
            ("約50％の", "約|50％|の"),
            ("1,000人", "1,000|人"),
            ("気温は20℃", "気|温|は|20℃"),
            ("￥500", "￥500"),
            ("東京〜大阪", "東|京〜|大|阪"),
            ("エラー…", "エ|ラー…"),
            ("WRFモデル", "WRF|モ|デ|ル"),
            ("x²の値", "x²|の|値"),
            ("か\u3099く", "か\u3099|く"),  # a voiced sound mark of its own
            ("葛\U000e0100城", "葛\U000e0100|城"),  # a variant of an ideograph
            ("東\u00a0京", "東\u00a0京"),
            ("東\u2060京都", "東\u2060京|都"),
        ],
    )
    def test_where_lines_end(self, text: str, expected: str) -> None:
        assert ends(text) == expected

    @pytest.mark.parametrize("sign", "、。，．」』）】〉》〕］ー々ゝヽょっャぁ・：；？！…℃％")
    def test_no_line_begins_with(self, sign: str) -> None:
        assert [part for part in parts(f"東京{sign}20{sign}大阪{sign}") if part.startswith(sign)] == []

    @pytest.mark.parametrize("sign", "「『（【〈《〔［￥＄“‘«")
    def test_no_line_ends_with(self, sign: str) -> None:
        text = f"{sign}東京{sign}大阪に{sign}"
        assert [part for part in parts(text)[:-1] if part.endswith(sign)] == []
        assert ends(text).startswith(f"{sign}東|")


class TestChinese:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("中国科学院、北京。", "中|国|科|学|院、|北|京。"),
            ("《大气》杂志", "《大|气》|杂|志"),
            ("你好！“世界”。", "你|好！|“世|界”。"),
            ("他说“是”，我说“不是”。", "他|说|“是”，|我|说|“不|是”。"),
            ("‘东京’在", "‘东|京’|在"),
            ("上海(中国)。", "上|海|(中|国)。"),
            ("3.5万", "3.5|万"),
            ("北京–上海", "北|京–|上|海"),
        ],
    )
    def test_where_lines_end(self, text: str, expected: str) -> None:
        assert ends(text) == expected

    def test_quotation_marks_between_letters_are_not_parted(self) -> None:
        assert ends("l’école“x”") == "l’école“x”"
        assert ends('东"京"') == '东"京"'  # nobody knows whether it opens or closes


class TestOtherScripts:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("서울대학교(한국)에서", "서|울|대|학|교|(한|국)|에|서"),
            ("한국어。", "한|국|어。"),
            ("\u1100\u1161\u11a8\u1100\u1161", "\u1100\u1161\u11a8|\u1100\u1161"),  # syllables written as their letters
            ("각\u11a8가", "각\u11a8|가"),
            ("བོད་ཡིག་གི་", "བོད་|ཡིག་|གི་"),
            ("ཁ།ག", "ཁ།|ག"),
            # Words of these only a dictionary finds: cuts.py parts them between letters where nothing else helps.
            ("สวัสดีครับ", "สวัสดีครับ"),
            ("ພາສາລາວ", "ພາສາລາວ"),
            ("မြန်မာ", "မြန်မာ"),
            ("ភាសាខ្មែរ", "ភាសាខ្មែរ"),
            ("ไทย日本", "ไทย|日|本"),
        ],
    )
    def test_where_lines_end(self, text: str, expected: str) -> None:
        assert ends(text) == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("👍🏽👍の", "👍🏽|👍|の"),
            ("👨‍👩‍👧👧", "👨‍👩‍👧|👧"),
            ("🇯🇵🇩🇪🇫🇷", "🇯🇵|🇩🇪|🇫🇷"),
            ("❤️の", "❤️|の"),
            ("東🇯🇵京", "東|🇯🇵|京"),
        ],
    )
    def test_pictures_stay_whole(self, text: str, expected: str) -> None:
        assert ends(text) == expected


class TestWhite:
    @pytest.mark.parametrize(
        ("before", "after", "white"),
        [
            ("東", "京", 0),
            ("か", "ア", 0),
            ("서", "울", 0),
            ("」", "「", -500),  # each is half white
            ("。", "（", -500),
            ("、", "東", 0),
            ("東", "「", 0),
            ("東", "a", 125),
            ("a", "東", 125),
            ("2", "月", 125),
            ("第", "3", 125),
            ("é", "の", 125),
            ("²", "の", 0),  # superior figures are far from what follows as they are
            ("東", "(", 0),
            (")", "東", 0),
            ("東", "–", 0),
            ("་", "ཡ", 0),
        ],
    )
    def test_between_two_characters(self, before: str, after: str, white: int) -> None:
        assert white_between(before, after) == white

    def test_variants_of_ideographs_touch_as_ideographs_do(self) -> None:
        assert white_between("\U000e0100", "城") == 0


texts = st.text("東京アょっー、。「」（）“”ab1.,-%$/서각བ་ก🇯👍🏽\u0301\u200d\ufe0f\u2060\u00a0éא", max_size=24)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_of_any_text(text: str) -> None:
    found = breaks_between(text)
    assert found == sorted(set(found))
    assert all(0 < index < len(text) for index in found)
    for index in found:
        before, after = text[index - 1], text[index]
        assert unicodedata.category(after) not in {"Mn", "Mc", "Me", "Pe", "Pf"} or before == "\u200b"
        assert before not in "「（\u00a0\u2060\u200d"
        assert after not in "、。\u2060\u200d"


@settings(max_examples=100, deadline=None)
@given(texts, texts)
def test_what_follows_a_full_stop_does_not_count_before_it(text: str, more: str) -> None:
    """A break depends on what stands beside it: a text can be broken piece by piece."""
    before = f"{text}東"
    assert breaks_between(f"{before}京{more}")[: len(breaks_between(before))] == breaks_between(before)


@pytest.mark.parametrize("text", ["東京", "「", "あー", "東\u0300\u0300", "\u200d", "🇯", "각", "“", "(a)%", "ก"])
def test_long_texts_are_quick(text: str) -> None:
    start = time.process_time()
    breaks_between(text * (40_000 // len(text)))
    assert time.process_time() - start < 2


def lines(text: str, width: float) -> list[Line]:
    """The lines of a paragraph as text, set by a font without these characters: their places are all that counts."""
    used: Letters = letters("ja")
    block = Paragraph(used, (Run(text, voice()),), 14, None)
    parts_, _ = stretches(block.runs, backwards=False)
    return justified(boxes(parts_), block.setting.measure._replace(width=width * 100))


@pytest.mark.parametrize("width", [40, 55, 73, 90, 200])
def test_set_lines_begin_and_end_as_they_should(width: float) -> None:
    text = "「気候」（きこう）は、ある土地でのデーターの平均、すなわち「ふつうの天気」をいう。しょっちゅう変わる！" * 3
    set_lines = ["".join(text for phrase in line.phrases for text in phrase.texts) for line in lines(text, width)]
    assert "".join(set_lines) == text
    assert len(set_lines) > 3
    for line in set_lines:
        assert line[0] not in "、。」）ーょっゅ！"
        assert line[-1] not in "「（" or line is set_lines[-1]
