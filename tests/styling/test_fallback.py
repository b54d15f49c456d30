"""Fallback fonts are tried in an order that weight and language decide, from what the fonts say about themselves."""

import pytest

from booklet.styling.fallback import fallback_order, region_rank
from booklet.styling.font_facts import FontFacts, font_facts
from booklet.styling.fonts import FontFile, shipped_fonts
from font_bytes import collection, family_font, small_font, with_table, without
from sheet import style

CJK = "Noto Sans CJK"


def described(*fonts: tuple[str, str, int, bool]) -> list[tuple[FontFile, FontFacts]]:
    """Fonts as file, family, weight and slant; of one file they are the faces of a collection."""
    seen: dict[str, int] = {}
    pairs = []
    for file, family, weight, slanted in fonts:
        seen[file] = seen.get(file, -1) + 1
        pairs.append((FontFile(file, b"", seen[file]), FontFacts(family, weight, slanted, "")))
    return pairs


def keys(fonts: list[tuple[FontFile, FontFacts]], weight: int = 400, language: str = "en") -> list[str]:
    return [font.key for font in fallback_order(fonts, weight, language)]


FAMILY = described(
    ("A-Bold.ttf", "A", 700, False),
    ("A-Italic.ttf", "A", 400, True),
    ("A-Regular.ttf", "A", 400, False),
    ("B-Regular.ttf", "B", 400, False),
)


@pytest.mark.parametrize(
    ("weight", "order"),
    [
        (400, ["A-Regular", "B-Regular", "A-Bold", "A-Italic"]),
        (300, ["A-Regular", "B-Regular", "A-Bold", "A-Italic"]),
        (500, ["A-Regular", "B-Regular", "A-Bold", "A-Italic"]),
        (600, ["A-Bold", "B-Regular", "A-Italic", "A-Regular"]),
        (900, ["A-Bold", "B-Regular", "A-Italic", "A-Regular"]),
    ],
)
def test_the_nearest_weight_of_each_family_comes_first(weight: int, order: list[str]) -> None:
    assert keys(FAMILY, weight) == order


def test_a_family_in_several_files_of_one_weight_stays_together() -> None:
    parts = described(("S-1.ttf", "S", 400, False), ("T.ttf", "T", 400, False), ("S-2.ttf", "S", 400, False))
    assert keys(parts) == ["S-1", "S-2", "T"]


@pytest.mark.parametrize(
    ("language", "key"),
    [
        ("ja", "C"),
        ("ja-JP", "C"),
        ("ko", "C-2"),
        ("zh", "C-3"),
        ("zh-CN", "C-3"),
        ("zh-Hans", "C-3"),
        ("zh-SG", "C-3"),
        ("zh-TW", "C-4"),
        ("zh-Hant", "C-4"),
        ("zh-HK", "C-5"),
        ("zh-Hant-HK", "C-5"),
        ("zh-MO", "C-5"),
        ("en-US", "C"),
        ("th", "C"),
        ("", "C"),
    ],
)
def test_the_language_chooses_among_faces_for_regions(language: str, key: str) -> None:
    faces = described(
        *(("C.ttc", f"{CJK} {region}", 400, False) for region in ("JP", "KR", "SC", "TC", "HK")),
        *(("C.ttc", f"Noto Sans Mono CJK {region}", 400, False) for region in ("JP", "KR", "SC", "TC", "HK")),
    )
    assert keys(faces, 400, language) == [key]


def test_faces_that_are_no_variants_of_each_other_all_stay() -> None:
    faces = described(("Cambria.ttc", "Cambria", 400, False), ("Cambria.ttc", "Cambria Math", 400, False))
    assert keys(faces) == ["Cambria", "Cambria-2"]
    numbered = described(("C.ttc#1", f"{CJK} JP", 400, False), ("C.ttc#3", f"{CJK} SC", 400, False))
    assert len(keys(numbered)) == 2


def test_weights_of_one_region_belong_together() -> None:
    regular = [("R.ttc", f"{CJK} {region}", 400, False) for region in ("JP", "SC")]
    bold = [("B.ttc", f"{CJK} {region}", 700, False) for region in ("JP", "SC")]
    assert keys(described(*regular, *bold), 700, "zh") == ["B-2", "R-2"]
    assert keys(described(*regular, *bold), 400, "ja") == ["R", "B"]


@pytest.mark.parametrize(
    ("family", "language", "rank"),
    [
        ("Noto Serif JP", "ja", 0),
        ("Noto Serif SC", "ja", 3),
        ("Noto Serif", "ja", 2),
        ("Noto Sans TC", "zh-HK", 2),
        ("Noto Serif SC", "de", 0),
    ],
)
def test_region_rank(family: str, language: str, rank: int) -> None:
    assert region_rank(family, language) == rank


def test_shipped_fonts_say_what_they_are() -> None:
    facts = {font.stem: font_facts(font) for font in shipped_fonts()}
    assert facts["SourceSerif4-SemiboldIt"].family == "Source Serif 4"
    assert (facts["SourceSerif4-SemiboldIt"].weight, facts["SourceSerif4-SemiboldIt"].slanted) == (600, True)
    assert (facts["NotoNaskhArabic-Bold"].family, facts["NotoNaskhArabic-Bold"].weight) == ("Noto Naskh Arabic", 700)
    assert facts["SourceSans3-Light"].weight == 300
    assert all("Open Font License" in fact.license for fact in facts.values())
    assert all("\n" not in fact.license for fact in facts.values())


def test_bold_text_falls_back_on_bold_fonts() -> None:
    fonts = [(font, font_facts(font)) for font in style().fallback]
    bold = [font.stem for font in fallback_order(fonts, 600, "en")]
    for name in ("NotoNaskhArabic", "NotoSerifHebrew", "NotoSerifDevanagari"):
        assert bold.index(f"{name}-Bold") < bold.index(f"{name}-Regular")
    assert bold[:2] == ["SourceSerif4-Semibold", "SourceSans3-Semibold"]
    assert sorted(bold) == sorted(font.stem for font in style().fallback)


@pytest.mark.parametrize(
    ("data", "facts"),
    [
        (family_font("", "My Family", 700), FontFacts("My Family", 700, False, "A free license.")),
        (family_font("", "F", 250, italic=True), FontFacts("F", 250, True, "A free license.")),
        (without(small_font(), "name"), FontFacts("Own", 400, False, "")),
        (without(small_font(), "OS/2"), FontFacts("Small", 400, False, "")),
        (with_table(small_font(), "name", b"\0\0\xff\xff\xff\xff"), FontFacts("Own", 400, False, "")),
        (with_table(small_font(), "name", b"\0"), FontFacts("Own", 400, False, "")),
        (family_font("", "F", 0), FontFacts("F", 400, False, "A free license.")),
        (family_font("", "F\n" + "x" * 1000), FontFacts("F " + "x" * 158, 400, False, "A free license.")),
    ],
    ids=range(8),
)  # fmt: skip
def test_facts_of_a_font(data: bytes, facts: FontFacts) -> None:
    assert font_facts(FontFile("own/Own.ttf", data)) == facts


def test_facts_of_a_face_in_a_collection_and_of_a_weight() -> None:
    data = collection(family_font("", "One"), family_font("", "Two", 700))
    assert [font_facts(FontFile("c.ttc", data, index)).family for index in (0, 1)] == ["One", "Two"]
    assert font_facts(FontFile("v.ttf", small_font(), 0, 700)).weight == 700
