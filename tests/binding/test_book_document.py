"""Objects become one file that readers open: packed, complete, and the same for the same contents."""

import io
import re
import zlib

import pytest
from pypdf import PdfReader

from booklet.binding.book_document import BookDocument
from booklet.errors import DefectError


def written(*bodies: str, streams: tuple[bytes, ...] = ()) -> bytes:
    """A file of a catalog without pages, with more objects."""
    document = BookDocument()
    root, tree, info = document.reserve(), document.reserve(), document.reserve()
    document.put(root, f"<</Type/Catalog/Pages {tree} 0 R>>")
    document.put(tree, "<</Type/Pages/Kids[]/Count 0>>")
    document.put(info, "<</Title(x)>>")
    for body in bodies:
        document.add(body)
    for stream in streams:
        document.add_stream("/Type/Test", stream)
    return document.written(root, info)


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf), strict=True)


def test_every_object_is_read_back() -> None:
    bodies = [f"<</Number {number}/Text(\\(a\\) \\\\)>>" for number in range(500)]
    read = reader(written(*bodies, streams=(b"short", b"long " * 100)))
    for number in range(500):
        value = read.get_object(4 + number)
        assert (value["/Number"], value["/Text"]) == (number, "(a) \\")
    assert read.get_object(504).get_data() == b"short"
    assert read.get_object(505).get_data() == b"long " * 100
    assert read.trailer["/Root"]["/Type"] == "/Catalog"
    assert read.metadata
    assert read.metadata.title == "x"


def test_objects_are_packed_and_streams_are_not() -> None:
    pdf = written(*["<</A 1>>"] * 450, streams=(b"data",))
    assert pdf.count(b"/Type/ObjStm") == 3
    assert b"<</A 1>>" not in pdf
    assert b"\nxref\n" not in pdf
    assert b"trailer" not in pdf
    packed = [
        zlib.decompress(found) for found in re.findall(rb"/Type/ObjStm.*?stream\n(.*?)\nendstream", pdf, re.DOTALL)
    ]
    assert sum(data.count(b"<</A 1>>") for data in packed) == 450


def test_the_cross_reference_stream_points_at_every_object() -> None:
    """Read by hand: no reader's repair hides a wrong offset (ISO 32000-1, 7.5.8)."""
    pdf = written(*["<</A 1>>"] * 210, streams=(b"one", b"two" * 50))
    at = int(re.findall(rb"startxref\n(\d+)\n%%EOF\n$", pdf)[0])
    head, data = re.match(rb"\d+ 0 obj\n<<(.*?)>>stream\n(.*?)\nendstream", pdf[at:], re.DOTALL).groups()  # type: ignore[union-attr]
    assert b"/W[1 4 2]" in head
    table = zlib.decompress(data)
    rows = [table[start : start + 7] for start in range(0, len(table), 7)]
    assert int(re.findall(rb"/Size (\d+)", head)[0]) == len(rows)
    assert rows[0] == bytes((0, 0, 0, 0, 0, 0xFF, 0xFF))
    holders = {}
    for number, row in enumerate(rows[1:], 1):
        kind, place, index = row[0], int.from_bytes(row[1:5], "big"), int.from_bytes(row[5:], "big")
        if kind == 1:
            assert pdf[place:].startswith(b"%d 0 obj\n" % number)
        else:
            holders.setdefault(place, []).append((index, number))
    assert [len(kept) for kept in holders.values()] == [200, 13]
    for place, kept in holders.items():
        stream = pdf[int.from_bytes(rows[place][1:5], "big") :]
        count, first = map(int, re.findall(rb"/N (\d+)/First (\d+)", stream)[0])
        inner = zlib.decompress(re.findall(rb"stream\n(.*?)\nendstream", stream, re.DOTALL)[0])
        numbers = list(map(int, inner[:first].split()))
        assert count == len(kept)
        assert numbers[::2] == [number for _, number in sorted(kept)]
        assert all(inner[first + offset :].startswith(b"<<") for offset in numbers[1::2])


def test_the_identifier_depends_on_the_contents_only() -> None:
    def identifier(pdf: bytes) -> bytes:
        one, other = re.findall(rb"/ID\[<([0-9a-f]{32})><([0-9a-f]{32})>\]", pdf)[0]
        assert one == other
        return bytes(one)

    assert identifier(written("<</A 1>>")) == identifier(written("<</A 1>>"))
    assert identifier(written("<</A 1>>")) != identifier(written("<</A 2>>"))


def test_same_contents_same_bytes() -> None:
    assert written("<</A 1>>", streams=(b"a" * 99,)) == written("<</A 1>>", streams=(b"a" * 99,))


def test_a_number_that_was_never_used_is_a_bug_of_ours() -> None:
    document = BookDocument()
    root = document.add("<<>>")
    document.reserve()
    with pytest.raises(DefectError, match="numbered and never written"):
        document.written(root, root)


def test_numbers_are_given_in_turn() -> None:
    document = BookDocument()
    assert [document.reserve(), document.add("1"), document.add_stream("", b""), document.reserve()] == [1, 2, 3, 4]


def test_data_is_deflated_where_that_is_shorter() -> None:
    pdf = written(streams=(b"x", b"x" * 1000))
    assert b"<</Type/Test/Length 1>>stream\nx\nendstream" in pdf
    assert len(re.findall(rb"<</Type/Test/Filter/FlateDecode/Length \d+>>stream", pdf)) == 1
    document = BookDocument()
    document.add("<<>>")
    document.add_stream("", zlib.compress(b"ready"), deflated=True)
    document.put_encoded(document.reserve(), b"/Filter/DCTDecode", b"\xff\xd8")
    read = document.written(1, 1)
    assert b"<</Filter/FlateDecode/Length" in read
    assert b"<</Filter/DCTDecode/Length 2>>stream\n\xff\xd8\nendstream" in read
