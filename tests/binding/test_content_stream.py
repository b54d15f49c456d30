"""Content streams fall into operations, whatever their bytes are, and only drawing is kept of foreign ones."""

import time
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.binding.content_stream import dictionary, operations, string_bytes
from booklet.binding.foreign.content import drawing_content, plain_name
from booklet.binding.foreign.picture_rules import Budget, PictureError


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"q 1 0 0 1 .5 -2. cm Q", [(b"q", []), (b"cm", [b"1", b"0", b"0", b"1", b".5", b"-2."]), (b"Q", [])]),
        (b"[(a)-20(b(c)\\))<4 1>]TJ", [(b"TJ", [b"[", b"(a)", b"-20", b"(b(c)\\))", b"<4 1>", b"]"])]),
        (b"((((deep)))) Tj", [(b"Tj", [b"((((deep))))"])]),
        (b"% Tj\n/F1 9 Tf%x\rET", [(b"Tf", [b"/F1", b"9"]), (b"ET", [])]),
        (b"/P <</A <FE>/B[true]>> BDC", [(b"BDC", [b"/P", b"<<", b"/A", b"<FE>", b"/B", b"[", b"true", b"]", b">>"])]),
        (b"--5 1.2.3 Td", [(b"Td", [b"--5", b"1.2.3"])]),
        (b"BI /W 2 /H 2 /BPC 8 /CS /G ID EI E EI Q",
         [(b"BI", [b"/W", b"2", b"/H", b"2", b"/BPC", b"8", b"/CS", b"/G", b"EI E"]), (b"Q", [])]),
        (b"BI /F/AHx ID 00>\nEI\nQ", [(b"BI", [b"/F", b"/AHx", b"00>"]), (b"Q", [])]),
        (b"BI /W 9 ID", [(b"BI", [b"/W", b"9", b""])]),
        (b"(open 1 0 0 rg", []),
        (b") } { > 1 g", [(b"g", [b"1"])]),
        (b"", []),
    ],
)  # fmt: skip
def test_operations(content, expected):
    found = list(operations(content))
    assert [(one.operator, one.operands) for one in found] == expected


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        (b"(a\\(b\\)\\\\)", b"a(b)\\"),
        (b"(\\n\\r\\t\\b\\f\\x)", b"\n\r\t\b\fx"),
        (b"(\\101\\7\\0612)", b"A\x0712"),
        (b"(a\\\nb\r\nc\rd)", b"ab\nc\nd"),
        (b"<41 4>", b"A@"),
        (b"<>", b""),
    ],
)
def test_strings(token, expected):
    assert string_bytes(token) == expected


def test_dictionaries():
    tokens = [b"/A", b"/B", b"/C", b"[", b"1", b"/D", b"]", b"/E", b"<<", b"/F", b"2", b">>"]
    assert dictionary(tokens) == {b"/A": [b"/B"], b"/C": [b"[", b"1", b"/D", b"]"], b"/E": [b"<<", b"/F", b"2", b">>"]}


@given(st.lists(st.sampled_from(b"q Q ( ) < > [ ] \\ / % BI ID EI Tj 1 -. \n \0 \xff".split(b" ")), max_size=40))
def test_any_bytes_give_operations_in_order_that_lie_in_the_content(pieces):
    content = b" ".join(pieces)
    end = 0
    for one in operations(content):
        assert end <= one.start < one.end <= len(content)
        end = one.end


@pytest.mark.parametrize("piece", [b"(", b"((", b"<", b"[", b"BI ", b"BI ID ", b"1 ", b"%", b"\\(", b"/"])
def test_no_repetition_takes_long(piece):
    began = time.perf_counter()
    list(operations(piece * 100_000))
    assert time.perf_counter() - began < 30


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        (b"/A BMC 1 g EMC", b"1 g"),
        (b"Q 1 g Q", b"1 g"),
        (b"q 1 g", b"q 1 g Q"),
        (b"BT /F 9 Tf ET", b"BT ET"),
        (b"BT /F 9 Tf /G 9 Tf (a) Tj ET", b"BT /G 9 Tf (a) Tj ET"),
        (b"BT /F 9 Tf q /G 8 Tf Q (a) Tj ET", b"BT /F 9 Tf q Q (a) Tj ET"),
        (b"1 2 unheard 1 g", b"1 g"),
    ],
)
def test_only_drawing_is_kept(content, kept):
    assert drawing_content(content, Budget()).data.split() == kept.split()


def test_uses_are_counted():
    content = b"/I Do /I Do /G gs /C cs /DeviceRGB cs 1 /P scn 1 scn /H sh BT /F 9 Tf [(ab)1<43>]TJ ET BI /CS/N ID x EI"
    assert drawing_content(content, Budget()).uses == {
        ("/XObject", b"I"): 2,
        ("/ExtGState", b"G"): 1,
        ("/ColorSpace", b"C"): 1,
        ("/ColorSpace", b"N"): 1,
        ("/Pattern", b"P"): 1,
        ("/Shading", b"H"): 1,
        ("/Font", b"F"): 3,
    }


def test_names_that_only_look_like_color_spaces_are_kept():
    assert drawing_content(b"/I Do /G gs /Pattern cs", Budget()).uses == {
        ("/XObject", b"I"): 1,
        ("/ExtGState", b"G"): 1,
    }


def test_names():
    assert plain_name(b"/A#20B#c3#A9#x") == b"A B\xc3\xa9#x"


@pytest.mark.parametrize(
    ("content", "budget"),
    [
        (b"1 g " * 11, Budget(operations=10)),
        (b"1 g " * 11, Budget(content=40)),
        (b"BI /W 7000 /H 7000 /F /Fl ID x EI", Budget()),
        (b"BI /F [/A85 /Fl /Fl] ID x EI", Budget()),
        (b"BI /Filter /Fl ID " + zlib.compress(bytes(1), 0) + b"x" * 70_000 + b" EI", Budget()),
    ],
)
def test_too_much(content, budget):
    with pytest.raises(PictureError, match="holds more than a picture can need"):
        drawing_content(content, budget)
