"""The shorter ways that nearly all texts go through reading → what the long way gives, on which anything odd sends them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.finding import Finding
from booklet.model.rich_text import plain
from booklet.place import Place
from booklet.reading.fields import _AS_PRINTED, plain_text
from booklet.reading.markdown import _MAY_BE_MARKUP, markdown_line

NAMES = st.text(st.sampled_from("aZ0éÖžÃÂâ .,()/-"), min_size=1)
PROSE = st.text(st.sampled_from("doi:http/s.x \n7é—"), min_size=1)


def printed(text: str) -> tuple[str, tuple[str, ...]]:
    findings: list[Finding] = []
    return plain_text(text, Place("x"), "fr", findings), tuple(str(one.code) for one in findings)


@given(NAMES)
def test_names_are_printed_as_the_long_way_would_print_them(name: str) -> None:
    if _AS_PRINTED.fullmatch(name):
        text, codes = printed(f"{name} $")  # which goes the long way
        assert (text, codes) == (f"{name} $", ())
        assert printed(name) == (name, ())


def test_letters_of_names_that_go_the_short_way_are_whole() -> None:
    letters = [letter for letter in map(chr, range(0x110000)) if _AS_PRINTED.fullmatch(letter)]
    assert len(letters) > 200
    for letter in letters:
        assert printed(f"{letter}{letter} $") == (f"{letter}{letter} $", ())


@given(PROSE)
def test_prose_without_markup_is_what_the_parser_would_make_of_it(text: str) -> None:
    if not _MAY_BE_MARKUP.search(text):
        ours = plain(markdown_line(f"x{text}x", "en"))
        assert f"{ours} & y" == plain(markdown_line(f"x{text}x & y", "en"))  # & calls the parser


@pytest.mark.parametrize("text", ["http://a.b/c_d", "DOI:10.1234/x_y", "See hTTps://a.b"])
def test_addresses_call_the_parser(text: str) -> None:
    assert any(span.link for span in markdown_line(text, "en"))
