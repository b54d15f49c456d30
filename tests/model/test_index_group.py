"""The letters above groups of an index are those that a language sorts by."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.model.collation import collation_key
from booklet.model.index_group import index_group

GROUPS = {
    "en": "Alm A|Äol A|Øre O|Łaz L|ßen S|Ñem N|Ærin A|Þor Þ",
    "de": "Ähre A|Öl O|Über U|ßa S|Çel C",
    "da": "Zoe Z|Ærø Æ|Ähre Æ|Ørn Ø|Öhr Ø|Åby Å|Aaby Å|Übel Y",
    "nb": "Årø Å|Øy Ø|Ærlig Æ",
    "sv": "Zoe Z|Åby Å|Äng Ä|Ærø Ä|Öby Ö|Ørn Ö|Über Y",
    "fi": "Åby Å|Äly Ä|Öljy Ö",
    "cs": "Cyr C|Čep Č|Hora H|Chrt Ch|Rys R|Řez Ř|Ivo I",
    "sk": "Chrt Ch|Äro Ä|Ĺan L",
    "hu": "Csap Cs|Cap C|Gyep Gy|Szap Sz|Őr Ö|Ár A|Zsap Zs",
    "hr": "Đak Đ|Ljep Lj|Njem Nj|Džep Dž|Dan D",
    "pl": "Łan Ł|Ćma Ć|Żak Ż|Źle Ź|Ósmy Ó",
    "tr": "Işık I|İnan İ|inan İ|ışık I|Çam Ç|Şan Ş|Ünal Ü|Gül G",
    "es": "Ñandu Ñ|Ábaco A|Llano L|Chico C",
    "et": "Õun Õ|Šark Š|Žanr Ž|Wall W",
    "is": "Þór Þ|Ær Æ|Ás Á|Öl Ö",
    "lt": "Ymir I|Čia Č",
    "ro": "Șarpe Ș|Țară Ț|Îngheț Î",
    "vi": "Đinh Đ|Ân Â|Ơi Ơ",
    "ru": "Ёж Е|Йод Й|Шум Ш|Quill Q",
    "el": "Άννα Α|Ωμή Ω|Quill Q",
    "he": "ברוש ב",
    "ar": "أحمد ا|دانة د",
    "ja": "がく か|カク か|きり か|んだ わ|Quill Q|羽根 ",
    "ko": "김 ㄱ|까 ㄱ|이 ㅇ",
}


@pytest.mark.parametrize(("language", "expected"), GROUPS.items())
def test_letters_of_languages(language: str, expected: str) -> None:
    pairs = [entry.split(" ") for entry in expected.split("|")]
    assert [[text, index_group(text, language).letter] for text, _ in pairs] == pairs


@pytest.mark.parametrize("text", ["3-D", "Σ", "Квилл", "羽根", "", "–", "?"])
def test_figures_and_other_scripts_have_no_letter_and_come_last(text: str) -> None:
    assert index_group(text, "en").letter == ""
    assert index_group(text, "en") > index_group("Žula", "en")


def test_latin_letters_follow_those_of_the_language() -> None:
    assert index_group("Яма", "ru") < index_group("Alm", "ru") < index_group("Ωμή", "ru")
    assert index_group("わら", "ja") < index_group("Alm", "ja") < index_group("羽根", "ja")


@given(
    st.sampled_from([language for language in GROUPS if language not in {"ja", "ko", "ru", "el", "he", "ar"}]),
    st.lists(st.text("aáåäbcčchdđefgiıîjklłmnñoöøsšuüyzžæþIİ", min_size=1, max_size=4), min_size=2, max_size=8),
)
def test_groups_stand_in_the_order_of_the_collation(language: str, texts: list[str]) -> None:
    groups = [index_group(text, language) for text in sorted(texts, key=lambda text: collation_key(text, language))]
    assert groups == sorted(groups)


def test_the_order_of_headings_in_danish() -> None:
    names = ["Zoe", "Ærø", "Ørn", "Åby", "Alm"]
    groups = sorted(index_group(name, "da") for name in random.Random(2).sample(names, len(names)))
    assert [group.letter for group in groups] == ["A", "Z", "Æ", "Ø", "Å"]
