"""Kinds, languages, ORCIDs and addresses of other systems."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.importing.cleaning.addresses import orcid, web_address
from booklet.importing.cleaning.kinds import session_kind, talk_kind
from booklet.importing.cleaning.languages import language_tag
from booklet.reading.values import read_language


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Keynote", "keynote"),
        ("key-note speech", "keynote"),
        ("Plenary talk", "keynote"),
        ("invited keynote", "keynote"),
        ("Invited talk", ""),
        ("plenary", ""),
        ("Poster", "poster"),
        ("Poster presentation", "poster"),
        ("Oral or poster", ""),
        ("Talk", ""),
        ("", ""),
    ],
)
def test_kinds_of_talks(word: str, kind: str) -> None:
    assert talk_kind(word) == kind


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Coffee break", "break"),
        ("Lunch at the canteen", "break"),
        ("Kaffeepause", "break"),
        ("Déjeuner", "break"),
        ("Welcome and coffee", "break"),
        ("Registration", "break"),
        ("Conference dinner", "social"),
        ("Social event", "social"),
        ("Breakout discussion sessions", "social"),
        ("Sponsor booths", "social"),
        ("Panel discussion", ""),
        ("Opening", "plenary"),
        ("Closing remarks", "plenary"),
        ("plenary", "plenary"),
        ("Poster session 2: Ice", "posters"),
        ("Keynote: Ada Example", "keynote"),
        ("Session 3", ""),
        ("Social science", ""),
        ("Breaking symmetries", ""),
        ("Opening data", ""),
        ("Lunch talk", ""),
        ("", ""),
    ],
)
def test_kinds_of_sessions(word: str, kind: str) -> None:
    assert session_kind(word) == kind


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("de", "de"),
        ("German", "de"),
        ("Deutsch", "de"),
        ("allemand", "de"),
        ("de-formal", "de"),
        ("en_US", "en-US"),
        ("en-UK", "en-GB"),
        ("pt-br", "pt-BR"),
        ("English (US)", "en"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("eng", "en"),
        ("ga", "ga"),  # and not Gã, which is called so
        ("Gaeilge", "ga"),
        ("日本語", "ja"),
        ("xx", ""),
        ("en, de", ""),
        ("", ""),
    ],
)
def test_languages(word: str, tag: str) -> None:
    assert language_tag(word) == tag


@given(st.text(max_size=70))
def test_every_language_is_one_that_booklet_takes(word: str) -> None:
    tag = language_tag(word)
    assert not tag or read_language(tag) == tag
    talk_kind(word), session_kind(word)


def test_orcids() -> None:
    assert orcid("0000-0002-1825-0097") == orcid("https://orcid.org/0000-0002-1825-0097") == "0000-0002-1825-0097"
    assert orcid("0000000218250097") == orcid("ORCID: 0000-0002-1825-0097") == "0000-0002-1825-0097"
    assert orcid("0000-0002-1694-233x") == "0000-0002-1694-233X"
    assert [orcid(text) for text in ("", "0000-0002-1825-0098", "1825-0097", "N/A")] == [""] * 4


def test_addresses() -> None:
    assert web_address("https://example.org/a?b=c") == "https://example.org/a?b=c"
    assert web_address("www.example.org") == "https://www.example.org"
    assert web_address("example.org/a") == "https://example.org/a"
    assert web_address("10.1000/xyz") == web_address("https://dx.doi.org/10.1000/xyz") == "https://doi.org/10.1000/xyz"
    assert [web_address(text) for text in ("", "example", "javascript:alert(1)", "https://a b", "see below")] == [
        ""
    ] * 5


@given(st.text(max_size=100))
def test_no_address_raises(text: str) -> None:
    orcid(text), web_address(text)
