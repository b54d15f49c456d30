"""Titles, names of rooms and the like, placeholders, and what is private."""

import pytest
from cleaned_texts import HERE, cleaned, printed_words, said, words
from hypothesis import given
from hypothesis import strategies as st

from booklet import limits
from booklet.finding import Finding
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.placeholders import is_placeholder
from booklet.importing.cleaning.private import is_private
from booklet.importing.cleaning.prose import prose
from booklet.importing.cleaning.title_text import title_text


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("Q&amp;A:  the <i>E. coli</i>\n case", "Q&A: the *E. coli* case"),
        ("Of *args and **kwargs", "Of *args and **kwargs"),
        ("The *real* _thing_", r"The \*real\* \_thing\_"),
        ("On $L^2$ and $5", "On $L^2$ and $5"),
        (r"G\"odel and \emph{others}", r"G\"odel and \emph{others}"),
        ("Vec<T> in C++ & <script>", "Vec&lt;T> in C++ & &lt;script>"),
        ("H<sub>2</sub>O", "H~2~O"),
        ("", ""),
    ],
)
def test_titles(source: str, made: str) -> None:
    assert title_text(source, HERE, []) == made


@given(st.text(alphabet="ab *_$<>&;~^[]()\\#1.\n", max_size=40))
def test_a_title_prints_the_words_of_its_text(text: str) -> None:
    if "\\" not in text and "&" not in text and "$" not in text and "<" not in text:
        assert printed_words(title_text(text, HERE, [])) == words(text)


def test_a_long_title_is_cut_at_a_blank() -> None:
    findings: list[Finding] = []
    made = title_text("A title of words " * 100, HERE, findings)
    assert made.endswith("…")
    assert not made.endswith(" …")
    assert len(made) <= limits.TITLE
    assert [finding.code.name for finding in findings] == ["I002"]


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("<b>Room</b> 1\n(first&nbsp;floor)", "Room 1 (first floor)"),
        (r"Universit\'e de Montr\'eal", "Université de Montréal"),
        ("a*b_c <d>", "a*b_c <d>"),
        ("so\u200bme", "some"),
    ],
)
def test_lines_of_plain_text(source: str, made: str) -> None:
    assert one_line(source, HERE, []) == made


def test_a_long_line_is_cut() -> None:
    assert len(one_line("word " * 1000, HERE, [])) <= limits.SHORT


@pytest.mark.parametrize(
    "text",
    [
        *(
            "TBA",
            "tbd",
            "T.B.A.",
            "(tba)",
            "n/a",
            "N.A.",
            "-",
            "--",
            "—",
            "?",
            "...",
            "To be announced.",
            "to be determined",
        ),
        *("Abstract to follow", "Abstract will follow soon", "Coming soon!", "Lorem ipsum dolor sit amet, consectetur"),
        *("folgt", "Abstract folgt noch", "Beschreibung folgt in Kürze", "à venir", "por confirmar", "da definire"),
        *("a definir", "*TBA*", "None", "No abstract provided"),
    ],
)
def test_placeholders(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    ["", "Follow the water", "Details", "What follows", "TBA and its history", "A test of time", "Nan", "1", "Da"],
)
def test_what_is_no_placeholder(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("Write to ada.b+c@mail.example.org, please", "Write to, please"),
        ("Contact (ada@example.org) us", "Contact us"),
        ("Ask ****@example.org now", "Ask now"),
        ("ada at example dot org helps", "helps"),
        ("ada [at] example [dot] org helps", "helps"),
        ("Join https://example.zoom.us/j/123?pwd=abc today", "Join today"),
        ("Join https://teams.microsoft.com/l/meetup-join/19%3a today", "Join today"),
        ("Join https://bbb.example.org/b/abc-def-ghi today", "Join today"),
        ("Meeting ID: 123 4567 8901 Passcode: x7Y", ""),
        ("We met at home dot and went", "We met at home dot and went"),
        ("@handle and a@b stay, 5 @ 3", "@handle and a@b stay, 5 @ 3"),
        ("The password: a history", "The password: a history"),
        ("Use password: x77y here", "Use here"),
        ("https://example.org/@ada stays", "https://example.org/@ada stays"),
    ],
)
def test_private_values_are_left_out(source: str, made: str) -> None:
    assert cleaned("plain", source) == made


def test_links_to_private_places_keep_their_words() -> None:
    source = '<a href="mailto:a@example.org">Write</a> or <a href="https://zoom.us/j/1">join</a>'
    assert cleaned("html", source) == "Write or join"
    assert said("html", source) == [
        ("I006", "e-mail addresses are left out"),
        ("I006", "addresses of meeting rooms are left out"),
    ]


def test_brackets_around_a_private_link_go_with_it() -> None:
    assert cleaned("markdown", "Write ([a@example.org](mailto:a@example.org)).") == "Write."


def test_public_pages_are_not_private() -> None:
    assert is_private("mailto:a@example.org")
    assert not is_private("https://zoom.us/download")
    assert not is_private("https://example.org/b/about")


@given(st.text(alphabet="ab@. atdo[]()-:/*", max_size=40))
def test_no_address_is_left(text: str) -> None:
    assert "x@example.org" not in prose(f"{text} x@example.org {text}", "plain", HERE, [])
