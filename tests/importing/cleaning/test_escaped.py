"""Plain text into markup that prints just that text."""

import re

import pytest
from cleaned_texts import printed_words, words
from hypothesis import example, given, settings
from hypothesis import strategies as st

from booklet.importing.cleaning.escaped import escaped
from booklet.model.rich_text import Block, Span
from booklet.reading.clean_text import clean
from booklet.reading.markdown import markdown_blocks

SIGNS = st.text(alphabet="ab1 \n*_^~$[]()<>&;#\\`{}-.+|!\"'/:=@%é–漢", max_size=60)
PIECES = st.sampled_from(
    (
        "*a*", "**", "_b_", "^2^", "~2~", "$x$", "$$", "\\(", "\\)", "\\[", "\\]", "\\emph{", "}", "\\'e", "\\n",
        "<b>", "</b>", "<br>", "<p>", "<ul><li>", "</ul>", "&amp;", "&#42;", "[a](https://e.org)",
        "https://e.org/a_b_c*", "- ", "1. ", "2. ", "\n", "\n\n", "  ", "# ", "``", "''", "\\begin{itemize}",
        "\\item", "\\end{itemize}", "\\newcommand{\\a}{b}", "C:\\temp\\new", "doi:10.1000/x_y", "> ", "| a |",
        "word", " ", "\\par", "\\\\", "\\cite{a}", "{\\em a}", "et~al.", "mailto:a@e.org", "\\ce{H2}", "%", "* ",
        "• ",
    )
)  # fmt: skip
MIXTURES = st.lists(PIECES, max_size=12).map("".join)


@given(SIGNS | st.text(max_size=60) | MIXTURES)
@example("\\\\")
@example("1. a\n\n2. b")
@example("- a\n- b")
@settings(max_examples=500, deadline=None)
def test_escaped_text_prints_the_words_of_the_text(text: str) -> None:
    assert printed_words(escaped(text)) == words(text)


@given(MIXTURES | SIGNS)
@settings(max_examples=300, deadline=None)
def test_escaped_text_has_no_formatting(text: str) -> None:
    for block in markdown_blocks(escaped(text), "en"):
        assert block.kind == "paragraph"
        assert not any(span.emphasis or span.strong or span.script or span.formula for span in block.spans)


@pytest.mark.parametrize(
    "text",
    [
        "a*b and 2 * 3",
        "snake_case and __init__",
        "10% of x < y",
        "~5 km, 10^-3",
        "$5 million and $6 million",
        "AT&T, C:\\temp\\new",
        "[1] and (a)",
        "1986. A great year",
        "https://example.org/a_b_c",
        "what? (this!)",
    ],
)
def test_what_is_no_markup_needs_no_backslash(text: str) -> None:
    assert escaped(text) == text


def test_only_the_sign_that_is_markup_is_escaped() -> None:
    assert escaped("a_b of *args* costs $5") == r"a_b of \*args\* costs $5"


def test_blank_lines_part_paragraphs_and_numbers_make_no_list() -> None:
    blocks = markdown_blocks(escaped("1. One\n\n2. Two"), "en")
    assert blocks == (Block((Span("1. One"),)), Block((Span("2. Two"),)))


def test_what_is_not_seen_is_left_out() -> None:
    assert escaped("so\u00adme\u200b te\x07xt") == "some text"


@given(MIXTURES)
@settings(max_examples=100, deadline=None)
def test_what_is_escaped_is_as_it_was_cleaned(text: str) -> None:
    assert clean(escaped(text)).text == escaped(text)
    assert not re.search(r"\n{3,}", escaped(text))
