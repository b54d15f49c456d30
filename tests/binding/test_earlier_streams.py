"""A file with streams of an earlier run is the file without."""

import random

import pytest

from booklet.binding.book_document import BookDocument
from booklet.binding.earlier_streams import NO_STREAMS, EarlierStreams
from booklet.binding.object_streams import Lines
from booklet.byte_digest import byte_digest
from booklet.errors import DefectError
from booklet.proofing.file_objects import read_objects


class Kept:
    """Records, and the keys of those that were found."""

    def __init__(self) -> None:
        self.records: dict[bytes, bytes] = {}
        self.used: list[bytes] = []

    def found(self, key: bytes) -> bytes | None:
        if key in self.records:
            self.used.append(key)
        return self.records.get(key)

    def keep(self, key: bytes, record: bytes) -> None:
        self.records[key] = record


MADE: list[str] = []  # texts that had to be made


def lines(text: str) -> Lines:
    """Lines that are noted when they are made."""

    def made() -> str:
        MADE.append(text)
        return text

    return Lines(byte_digest(b"lines", (text.encode(),)), made)


def written(bodies: list[str], data: bytes, earlier: EarlierStreams = NO_STREAMS) -> bytes:
    """A file of objects in runs, between them single ones and streams."""
    document = BookDocument(earlier)
    root = document.add("<<>>")
    for start in range(0, len(bodies), 130):
        run = bodies[start : start + 130]
        document.put_all(document.reserve(len(run)), lines("\n".join(run)))
        document.add_stream("", data + bytes([start % 256]))
        document.add(f"({start})")
    return document.written(root, None)


BODIES = [f"<</A {number}>>" for number in range(700)]
DATA = bytes(500)


def test_streams_are_kept_and_found() -> None:
    kept = Kept()
    first = written(BODIES, DATA, EarlierStreams(kept))
    assert (len(kept.records), kept.used) == (6 + 4, [])
    assert written(BODIES, DATA, EarlierStreams(kept)) == first == written(BODIES, DATA)
    assert len(kept.used) == len(set(kept.used)) == len(kept.records)


def test_only_what_changed_is_made_again() -> None:
    kept = Kept()
    written(BODIES, DATA, EarlierStreams(kept))
    MADE.clear()
    written(BODIES, DATA, EarlierStreams(kept))
    assert MADE == []
    changed = [*BODIES[:150], "<</B 3>>", *BODIES[151:]]
    known = set(kept.records)
    found = written(changed, DATA, EarlierStreams(kept))
    assert len(kept.records.keys() - known) == 2
    assert len(MADE) == 4  # all that these two streams have a part of
    assert found == written(changed, DATA)


def test_a_run_has_as_many_objects_as_numbers() -> None:
    document = BookDocument()
    document.put_all(document.reserve(3), lines("1\n2"))
    with pytest.raises(DefectError, match="2 objects were written where 3 were numbered"):
        document.written(1, None)


def test_any_change_of_objects_or_numbers_is_seen() -> None:
    """Bodies that together are the same text, and the same bodies with other numbers."""
    chance, kept = random.Random(4), Kept()
    for _ in range(50):
        count = chance.randrange(1, 400)
        text = "1" * (count + chance.randrange(3))
        cuts = sorted(chance.sample(range(1, len(text)), count - 1))
        bodies = [text[begin:end] for begin, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
        assert written(bodies, b"", EarlierStreams(kept)) == written(bodies, b"")


def test_data_is_not_taken_for_objects() -> None:
    """Whatever a stream is made of, one of another kind is not taken for it."""
    kept = Kept()
    earlier = EarlierStreams(kept)
    assert earlier.stream(b"one", (b"a", b"b"), lambda: b"1") == b"1"
    assert earlier.stream(b"other", (b"a", b"b"), lambda: b"2") == b"2"
    assert earlier.stream(b"one", (b"ab", b""), lambda: b"3") == b"3"
    assert earlier.stream(b"one", (b"a", b"b"), lambda: b"4") == b"1"


def test_numbers_with_gaps_are_where_the_file_says() -> None:
    objects = read_objects(written(BODIES, DATA))
    assert [objects.body(number) for number in objects.numbers() if objects.is_packed(number)] == [
        b"<<>>",
        *(
            body
            for start in range(0, 700, 130)
            for body in (*map(str.encode, BODIES[start : start + 130]), b"(%d)" % start)
        ),
    ]
