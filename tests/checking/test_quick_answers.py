"""The quick answers of rules for nearly all names and texts → what the whole rule says."""

import unicodedata
from itertools import filterfalse

from hypothesis import given
from hypothesis import strategies as st

from booklet.checking.likeness import _WORD, _words
from booklet.checking.slips import _TWICE, _may_be_twice
from booklet.checking.texts import _AROUND, _LONGEST_PLACEHOLDER, _stripped
from booklet.model.bare_letters import bare_letters, unaccented
from booklet.model.name_likeness import folded
from booklet.model.person_name import _HYPHEN, _MOST_INITIALS, _VOWELS, _are_initials, _initials

SIGNS = st.text(st.sampled_from("aEz019 -_'.’–\u00a0éÉßİſ\u0301㎏℡Дд𝐀-\n"))


def by_definition(text: str) -> str:
    return "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", text.casefold())))


def test_every_letter_without_its_accents() -> None:
    for letter in map(chr, range(0x110000)):
        assert unaccented(f"{letter}a") == by_definition(f"{letter}a"), hex(ord(letter))


@given(SIGNS)
def test_texts_without_accents(text: str) -> None:
    assert unaccented(text) == by_definition(text)
    assert bare_letters(text) == "".join(filter(str.isalnum, by_definition(text)))


@given(SIGNS)
def test_words_of_texts(text: str) -> None:
    assert _words(text) == _WORD.findall(by_definition(text).replace("-", ""))


@given(st.text(st.characters(max_codepoint=126)))
def test_letters_of_names_in_ascii(name: str) -> None:
    assert f"d{folded(name)}" == folded(f"đ{name}")  # which goes the long way


@given(st.text(st.sampled_from("ontheOFİiſsS (,_\n\u00a0")))
def test_no_word_that_stands_twice_is_missed(text: str) -> None:
    assert _may_be_twice(text) or not _TWICE.search(text)


@given(st.lists(st.sampled_from(["(", "*", "a", "TBA", " ", "\n", "w" * 30]), max_size=200).map(" ".join))
def test_what_may_be_a_placeholder(text: str) -> None:
    whole = " ".join(text.split()).strip(_AROUND)
    short = _stripped(text)
    assert short == whole or (whole.startswith(short) and len(short) > _LONGEST_PLACEHOLDER)


@given(st.text(st.sampled_from("JMAuéÉ-‐"), min_size=1, max_size=8))
def test_initials(word: str) -> None:
    parts = _HYPHEN.split(word)
    short = all(len(part) <= _MOST_INITIALS and part.isupper() and not _VOWELS & set(part) for part in parts)
    assert _are_initials(word) == (all(len(part) == 1 for part in parts) or short)
    assert _initials(word) == (tuple("".join(parts)) if _are_initials(word) else tuple(parts))
