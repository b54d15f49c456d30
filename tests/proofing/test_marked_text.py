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
