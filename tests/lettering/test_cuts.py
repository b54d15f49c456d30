"""Words are parted where readers expect it, the harder a line has to try, and never inside what is one sign to them."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.lettering.cuts import (
    ANYWHERE,
    AS_WRITTEN,
    COMPOUNDS_TOO,
    EFFORTS,
    HYPHENATED,
    belongs_before,
    cuts,
    is_hidden,
    lacks_spaces,
)
from booklet.lettering.hyphens import Hyphens, hyphens_for


def parted(text: str, effort: int, language: str = "en-US", hyphens: Hyphens | None = None) -> str:
    """The word with "-" where it may be hyphenated, "|" where it may be parted without a hyphen."""
    done, start = "", 0
    for at, hyphen in cuts(text, effort, hyphens or hyphens_for(language), language):
        done += text[start:at] + ("-" if hyphen else "|")
        start = at
    return done + text[start:]


def efforts(text: str, language: str = "en-US") -> list[str]:
    """A word at the three efforts that respect how it is written."""
    return [parted(text, effort, language) for effort in (AS_WRITTEN, HYPHENATED, COMPOUNDS_TOO)]


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["assimilation", "fjord", "www", "doi", "Ⅷ", "İstanbul"])
    | st.text("aáeinßtw", min_size=1, max_size=12),
    st.text(".,;:!?)]”’»", min_size=1, max_size=3),
    st.sampled_from([AS_WRITTEN, HYPHENATED, COMPOUNDS_TOO]),
)
def test_stops_after_a_word_change_nothing(word: str, stops: str, effort: int) -> None:
    """Nor do they where another sign makes the word one that is looked at more closely."""
    assert parted(word + stops, effort) == parted(word, effort) + stops
    assert parted(f"({word}{stops}", effort) == f"({parted(word, effort)}{stops}"


class TestEfforts:
    @pytest.mark.parametrize(
        ("text", "as_written", "hyphenated", "compounds_too"),
        [
            ("assimilation", "assimilation", "as-sim-i-la-tion", "as-sim-i-la-tion"),
            ("three-dimensional", "three-|dimensional", "three-|dimensional", "three-|di-men-sional"),
            ("pre–industrial", "pre–|industrial", "pre–|industrial", "pre–|in-dus-trial"),
            ("rain—precipitation", "rain—|precipitation", "rain—|precipitation", "rain—|pre-cip-i-ta-tion"),
            ("non\u2010linearities", "non\u2010|linearities", "non\u2010|linearities", "non\u2010|lin-ear-i-ties"),
            ("input/output", "input/|output", "input/|output", "in-put/|out-put"),
            ("2026–2027", "2026–|2027", "2026–|2027", "2026–|2027"),
            ("non-linear-modeling", "non-|linear-|modeling", "non-|linear-|modeling", "non-|lin-ear-|mod-el-ing"),
            ("assimilation,forecast", "assimilation,forecast", "as-sim-i-la-tion,fore-cast", "as-sim-i-la-tion,fore-cast"),
        ],
    )  # fmt: skip
    def test_grow(self, text: str, as_written: str, hyphenated: str, compounds_too: str) -> None:
        assert efforts(text) == [as_written, hyphenated, compounds_too]

    def test_the_last_parts_between_any_two_letters(self) -> None:
        assert parted("rain-fall", ANYWHERE) == "r|a|i|n|-|f|a|l|l"
        assert parted("NASA2026", ANYWHERE) == "N|A|S|A|2|0|2|6"
        assert parted("x", ANYWHERE) == "x"
        assert parted("", ANYWHERE) == ""

    @settings(max_examples=300, deadline=None)
    @given(
        st.lists(
            st.sampled_from(["assimilation", "Rain", "NASA", "snow", "é", "x", "2026", *"-–/’()._@", "नि", "กำ"]),
            max_size=7,
        ).map("".join),
        st.sampled_from(["en-US", "de", "hu"]),
    )  # fmt: skip
    def test_each_offers_what_the_one_before_did(self, text: str, language: str) -> None:
        hyphens = hyphens_for(language)
        offered = [cuts(text, effort, hyphens, language) for effort in EFFORTS]
        for found in offered:
            places = [at for at, _ in found]
            assert places == sorted(set(places))
            assert all(0 < at < len(text) for at in places)
            for at, hyphen in found:
                assert not hyphen or (text[at - 1].isalpha() and text[at].isalpha())
        for less, more in pairwise(offered):
            assert {at for at, _ in less} <= {at for at, _ in more}
        assert not any(hyphen for _, hyphen in offered[AS_WRITTEN])
        assert [cut for cut in offered[ANYWHERE] if cut.hyphen] == [cut for cut in offered[COMPOUNDS_TOO] if cut.hyphen]

    def test_without_patterns_only_signs_part_words(self) -> None:
        found = [cuts("three-dimensional", effort, None, "xx") for effort in (AS_WRITTEN, HYPHENATED, COMPOUNDS_TOO)]
        assert found == [((6, False),)] * 3
        assert cuts("assimilation", HYPHENATED, None, "xx") == ()


class TestWhatStaysWhole:
    @pytest.mark.parametrize("text", ["Assimilation", "Reykjavik", "“Assimilation”", "Assimilation,", "Kirchhoff’s"])
    def test_capitalised_words(self, text: str) -> None:
        assert efforts(text) == [text] * 3

    @pytest.mark.parametrize("text", ["NASA", "ECMWF", "EUMETSAT", "(EUMETSAT)", "PhD", "eBay", "LaTeX", "pyTorch"])
    def test_acronyms_and_words_with_capitals_inside(self, text: str) -> None:
        assert efforts(text) == [text] * 3

    @pytest.mark.parametrize(
        "text",
        ["2026", "1,000,000", "3.14159265358979", "0.000000000001", "−273.15", "12:30:45.123456", "ERA5", "H2O", "2m",
         "assimilation2", "4assimilation", "CMIP6models", "10%", "1.234567890e10"],
    )  # fmt: skip
    def test_numbers_and_words_with_figures(self, text: str) -> None:
        assert efforts(text) == [text] * 3

    @pytest.mark.parametrize("text", ["rain", "it", "a", "“rain”", "over.", "e\u0301tat"])
    def test_short_words(self, text: str) -> None:
        assert efforts(text) == [text] * 3

    def test_short_words_whatever_the_patterns_say(self) -> None:
        eager = Hyphens({"a": "a1"}, left=1, right=1)
        assert [parted(text, HYPHENATED, hyphens=eager) for text in ("rain", "“rain”", "rains")] == [
            "rain",
            "“rain”",
            "ra-ins",
        ]

    @pytest.mark.parametrize("text", ["-", "—", "--", "...", "!?", "-x", "x-", "/", "(-)", "a_b", "ab.cd", "’’"])
    def test_signs_without_letters_on_both_sides(self, text: str) -> None:
        assert efforts(text) == [text] * 3

    def test_figures_beside_a_sign(self) -> None:
        assert parted("PM2.5-concentration", COMPOUNDS_TOO) == "PM2.5-|con-cen-tra-tion"
        assert parted("CO2-concentration", COMPOUNDS_TOO) == "CO2-|con-cen-tra-tion"


class TestSignsAroundWords:
    @pytest.mark.parametrize(
        ("before", "after"),
        [("(", ")"), ("“", "”"), ("", ","), ("", "."), ("", "…"), ("[", "];"), ("‘", "’"), ("-", "-")],
    )
    def test_do_not_keep_them_from_being_hyphenated(self, before: str, after: str) -> None:
        assert parted(f"{before}assimilation{after}", HYPHENATED) == f"{before}as-sim-i-la-tion{after}"

    @pytest.mark.parametrize(
        ("text", "language", "expected"),
        [
            ("scientist’s", "en-US", "sci-en-tist’s"),
            ("scientist's", "en-US", "sci-en-tist's"),
            ("don’t", "en-US", "don’t"),
            ("couldn’t", "en-US", "couldn’t"),
            ("l’assimilation", "fr", "l’as-si-mi-la-tion"),
            ("aujourd’hui", "fr", "au-jourd’hui"),
            ("dell’atmosfera", "it", "dell’at-mo-sfera"),
        ],
    )
    def test_apostrophes_end_no_line(self, text: str, language: str, expected: str) -> None:
        assert parted(text, HYPHENATED, language) == expected


class TestLanguages:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Wettervorhersage", "Wet-ter-vor-her-sage"),
            ("„Niederschlag“", "„Nie-der-schlag“"),
            ("Wettervorhersage-Modell", "Wettervorhersage-|Modell"),
            ("vorhersagen", "vor-her-sa-gen"),
            ("NIEDERSCHLAG", "NIEDERSCHLAG"),
            ("NiederSchlag", "NiederSchlag"),
        ],
    )
    def test_german_nouns_are_hyphenated(self, text: str, expected: str) -> None:
        assert parted(text, HYPHENATED, "de") == expected
        assert parted(text, HYPHENATED, "de-AT") == expected

    def test_so_are_those_of_luxembourgish(self) -> None:
        german = hyphens_for("de")
        assert parted("Wettervorhersage", HYPHENATED, "lb", german) == "Wet-ter-vor-her-sage"
        assert parted("Wettervorhersage", HYPHENATED, "nl", german) == "Wettervorhersage"

    @pytest.mark.parametrize(
        ("text", "language", "expected"),
        [
            ("предсказание", "ru", "пред-ска-за-ние"),
            ("Предсказание", "ru", "Предсказание"),
            ("θερμοκρασία", "el", "θερ-μο-κρα-σία"),
            ("előrejelzés", "hu", "elő-re-jel-zés"),
            ("assimilation", "fr", "as-si-mi-la-tion"),
        ],
    )
    def test_other_languages(self, text: str, language: str, expected: str) -> None:
        assert parted(text, HYPHENATED, language) == expected


class TestAddresses:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("https://www.example.org/some/path", "https://www.example.org/|some/|path"),
            ("https://example.org/a?query=value&other=1#part", "https://example.org/|a|?query|=value|&other|=1|#part"),
            ("https://example.org/some_name.html", "https://example.org/|some|_name|.html"),
            ("https://example.org/~user/x%20y", "https://example.org/|~user/|x|%20y"),
            ("(https://example.org/assimilation)", "(https://example.org/|assimilation)"),
            ("http://assimilation.example.org", "http://assimilation.example.org"),  # the host stays whole
            ("https://example.org/", "https://example.org/"),
            ("https://example.org/well-known/Assimilation", "https://example.org/|well-known/|Assimilation"),
            ("www.example.org/data", "www.example.org/|data"),
            ("WWW.EXAMPLE.ORG/DATA", "WWW.EXAMPLE.ORG/|DATA"),
            ("ftp://example.org//data", "ftp://example.org//|data"),
            ("https://example.org/Łódź/東京", "https://example.org/|Łódź/|東京"),
        ],
    )
    def test_are_parted_after_slashes_and_before_other_signs(self, text: str, expected: str) -> None:
        """Chicago Manual of Style, 14.18: never after a hyphen, and none is added."""
        assert efforts(text) == [expected] * 3

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("doi:10.1234/abc.def-ghi", "doi:10.1234/|abc|.def-ghi"),
            ("10.5194/egusphere-2026-1234", "10.5194/|egusphere-2026-1234"),
            ("https://doi.org/10.5194/acp-26-1", "https://doi.org/|10|.5194/|acp-26-1"),
        ],
    )
    def test_digital_object_identifiers(self, text: str, expected: str) -> None:
        assert efforts(text) == [expected] * 3

    @pytest.mark.parametrize("text", ["someone.else@example.org", "assimilation@x.de", "a+b@data-center.example.org"])
    def test_mail(self, text: str) -> None:
        """Behind the @, or before a stop after it; never in a name."""
        found = efforts(text)
        assert found == [found[0]] * 3
        assert found[0].startswith(text[: text.index("@") + 1] + "|")
        assert "-" not in found[0].replace("data-center", "")

    def test_a_slash_parts_words_but_no_units(self) -> None:
        assert parted("assimilation/verification", COMPOUNDS_TOO) == "as-sim-i-la-tion/|ver-i-fi-ca-tion"
        assert parted("m/s", AS_WRITTEN) == "m/s"


class TestIdentifiers:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("snake_case_variable_name", "snake_|case_|variable_|name"),
            ("total_precipitation_2m", "total_|precipitation_|2m"),
            ("camelCaseIdentifierName", "camel|Case|Identifier|Name"),
            ("ScientificPython", "Scientific|Python"),
            ("numpy.linalg.norm", "numpy.|linalg.|norm"),
            ("__init_subclass__", "__init_|subclass__"),
        ],
    )
    def test_are_parted_at_their_joints_late(self, text: str, expected: str) -> None:
        assert parted(text, AS_WRITTEN) == text
        assert parted(text, COMPOUNDS_TOO).replace("-", "") == expected

    @pytest.mark.parametrize("text", ["snake_case", "camelCase", "np.linalg", "PyTorch", "GitHub"])
    def test_short_ones_stay_whole(self, text: str) -> None:
        assert efforts(text) == [text] * 3

    def test_words_between_underscores_are_not_hyphenated(self) -> None:
        for effort in (AS_WRITTEN, HYPHENATED):
            assert parted("total_precipitation_amount", effort) == "total_precipitation_amount"


class TestClusters:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("e\u0301tude\u0323", "e\u0301|t|u|d|e\u0323"),
            ("नमस्ते", "न|म|स्ते"),
            ("क्षत्रिय", "क्ष|त्रि|य"),
            ("র‍্যাম", "র‍্যা|ম"),
            ("தமிழ்", "த|மி|ழ்"),
            ("สวัสดี", "ส|วั|ส|ดี"),
            ("เก่งแล้ว", "เก่|ง|แล้|ว"),
            ("ໄປ", "ໄປ"),
            ("שָׁלוֹם", "שָׁ|ל|וֹ|ם"),
            ("مُحَمَّد", "مُ|حَ|مَّ|د"),
            ("葛\U000e0100城", "葛\U000e0100|城"),
            ("a\u200db\u200cc", "a\u200db\u200c|c"),
            ("👨‍👩‍👧👧", "👨‍👩‍👧|👧"),
            ("❤️☀️", "❤️|☀️"),
            ("👍🏽👍", "👍🏽|👍"),
            ("🇯🇵", "🇯🇵"),
        ],
    )
    def test_are_never_parted(self, text: str, expected: str) -> None:
        assert parted(text, ANYWHERE) == expected

    @settings(max_examples=200, deadline=None)
    @given(st.text("aé\u0301\u0323नमस्ते्िก่เแ\u200d\u200c\ufe0f👩❤", max_size=16))
    def test_no_part_begins_with_a_mark(self, text: str) -> None:
        for at, _ in cuts(text, ANYWHERE, None, "en"):
            assert unicodedata.category(text[at])[0] != "M"
            assert not is_hidden(text[at])
            assert text[at - 1] not in "\u200d्เแ"

    def test_what_belongs_to_what(self) -> None:
        assert belongs_before("e", "\u0301")
        assert belongs_before("क\u094d"[-1], "ष")
        assert belongs_before("เ", "ก")
        assert not belongs_before("ก", "ง")
        assert not belongs_before("a", "b")

    @pytest.mark.parametrize("character", "\u200b\u200c\u200d\u2060\u200e\u2068\ufe0f\U000e0100\u00ad")
    def test_hidden_characters(self, character: str) -> None:
        assert is_hidden(character)
        assert not is_hidden("a")
        assert not is_hidden("\u0301")


@pytest.mark.parametrize("text", ["สวัสดี", "ລາວ", "မြန်မာ", "ខ្មែរ", "NASA ไทย"])
def test_scripts_whose_words_only_a_dictionary_finds(text: str) -> None:
    assert lacks_spaces(text)
    assert not any(map(lacks_spaces, ("東京", "서울", "བོད", "नमस्ते", "rain", "")))
