"""Contents of a page are read as they are written: escapes in strings, and what paints outside of all marks."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.lettering.operands import CODES
from booklet.proofing.marked_text import CodeTexts, MarkedText

FONTS = {b"F": CodeTexts({code: f"<{code}>" for code in range(0x10000)})}


@given(st.lists(st.integers(0, 0xFFFF), min_size=1, max_size=40))
def test_every_code_is_read_back(codes: list[int]) -> None:
    strings = ")-12(".join("".join(CODES[code] for code in codes[at : at + 3]) for at in range(0, len(codes), 3))
    content = f"/F 10 Tf 0 0 0 rg\n/P<</MCID 0>>BDC\n[({strings})]TJ\nEMC".encode("latin-1")
    found = MarkedText(content, FONTS)
    assert (found.texts, found.faults) == ({0: "".join(f"<{code}>" for code in codes)}, [])


def test_an_escape_that_needs_none_is_read_as_well() -> None:
    content = b"/F 10 Tf 0 0 0 rg\n/P<</MCID 0>>BDC\n" + rb"[(\A\\\(\))]TJ" + b"\nEMC"
    assert MarkedText(content, FONTS).texts == {0: f"<{0x415C}><{0x2829}>"}


LATIN = CodeTexts({code: f"<{code}>" for code in (1, 0x28, 0x29, 0x5C, 0x0A0D, 0x5B28, 0x295D, 0x544A, 0xFFF0)})
LINES = st.lists(
    st.tuples(st.sampled_from("FG"), st.lists(st.sampled_from(sorted(LATIN)), min_size=1, max_size=6)),
    min_size=1,
    max_size=5,
)


@given(
    LINES,
    st.sampled_from(["", " 3 Ts", "/{} 9 Tf", "\n1 0 0 1 5 -7.5 Tm\n", "\n0.5 g\n", "\n/{} 9 Tf 0 0 0 rg\n"]),
    st.booleans(),
)
def test_strings_of_a_mark_follow_each_other(lines: list[tuple[str, list[int]]], between: str, backwards: bool) -> None:
    """With shifts, in other fonts, or on other lines; words that stand backwards are turned around line by line."""
    switches = "{}" in between
    fonts = [font if switches else lines[0][0] for font, _ in lines]
    strings = [")-12(".join(CODES[code] for code in codes) for _, codes in lines]
    drawn = f"/{fonts[0]} 10 Tf 0 0 0 rg\n[({strings[0]})]TJ"
    for font, string in zip(fonts[1:], strings[1:], strict=True):
        drawn += f"{between.format(font)}[({string})]TJ"
    content = f"/P<</MCID 0>>BDC\n{drawn}\nEMC"
    if backwards:
        content = f"/ReversedChars BMC\n{content}\nEMC"
    said = [
        [("G" if font == "G" else "") + f"<{code}>" for code in codes]
        for font, (_, codes) in zip(fonts, lines, strict=True)
    ]
    if backwards:
        rows = said if "\n" in between else [[text for row in said for text in row]]
        said = [row[::-1] for row in rows]
    both = {b"F": LATIN, b"G": CodeTexts({code: f"G<{code}>" for code in LATIN})}
    found = MarkedText(content.encode("latin-1"), both)
    assert (found.texts, found.faults) == ({0: "".join(text for row in said for text in row)}, [])


def test_formulas_choose_a_font_for_themselves() -> None:
    content = b"/F 9 Tf\n/P<</MCID 0>>BDC\nq BT /G 9 Tf 1 0 0 1 0 0 Tm(\0\1) Tj ET Q\n[(\0\1)]TJ\nEMC"
    assert MarkedText(content, {b"F": LATIN, b"G": CodeTexts()}).texts == {0: "<1>"}


@pytest.mark.parametrize("string", [b"\0\2", b"\xd8\x01", b"\xd8\x01\xdc\x01"])
def test_codes_without_characters_say_nothing(string: bytes) -> None:
    content = b"/F 9 Tf\n/P<</MCID 0>>BDC\n[(" + string + b")]TJ\nEMC"
    assert MarkedText(content, {b"F": LATIN}).faults == ["a glyph says nothing"]


def test_half_a_code_is_no_code() -> None:
    with pytest.raises(ValueError, match="truncated"):
        MarkedText(b"/F 9 Tf\n/P<</MCID 0>>BDC\n[(\0\1\0)]TJ\nEMC", {b"F": LATIN})


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("/P<</MCID 0>>BDC\n[(AB)]TJ", "is not closed"),
        ("/P<</MCID 0>>BDC\n/Artifact BMC\nEMC", "nested"),
        ("/ReversedChars BMC\n/ReversedChars BMC\nEMC", "nested"),
        ("/ReversedChars BMC", "is not closed"),
        ("/P <</Lang(en)>>BDC\nEMC", "has no number"),
        ("EMC", "never began"),
        ("/P<</MCID 0>>BDC\nEMC\n/P<</MCID 0>>BDC\nEMC", "is there twice"),
    ],
)
def test_signs_that_do_not_match(content: str, fault: str) -> None:
    assert fault in " ".join(MarkedText(content.encode(), FONTS).faults)


PAINTS = ["f", "n 1 2 3 4 re f*", "B", "b*", "0 0 m S", "s", "F", "/Sh sh", "(AB) Tj", "q /Pic Do", "q /Pic Do Q"]
SILENT = ["q", "Q", "ET", "1 0 0 1 2 3 Tm", "0.1 0.2 0.3 rg", "5 w", "2 3 l", "/F 10 Tf 0 0 0 rg"]


@pytest.mark.parametrize("line", PAINTS)
def test_what_paints_belongs_to_a_mark(line: str) -> None:
    assert MarkedText(line.encode(), FONTS).faults == ["something is drawn outside of all marked content"]
    assert MarkedText(f"/Artifact BMC\n{line}\nEMC".encode(), FONTS).faults == []


@pytest.mark.parametrize("line", SILENT)
def test_what_does_not_paint_may_stand_anywhere(line: str) -> None:
    assert MarkedText(line.encode(), FONTS).faults == []


@given(st.lists(st.sampled_from(["f", "f*", "sh", "Do", "Q", "Tj", "x", " ", "S"]), max_size=5))
def test_painting_is_known_by_the_end_of_a_line(words: list[str]) -> None:
    line = "".join(words)
    paints = re.search(r"(?:Tj| Do(?: Q)?|(?:^| )(?:[fFBbSs]\*?|sh))\Z", line) is not None
    assert bool(MarkedText(line.encode(), FONTS).faults) is paints
