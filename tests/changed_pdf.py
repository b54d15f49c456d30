"""A finished booklet with one fault put into it, as a file again."""

import re
import zlib

from booklet.binding.book_document import BookDocument
from booklet.proofing.file_objects import read_objects


class Objects:
    """The objects of a file, to be changed: values and dictionaries of streams by number, and the encoded data of streams."""

    def __init__(self, pdf: bytes) -> None:
        objects = read_objects(pdf)
        self.root = objects.root
        self.bodies = {number: objects.body(number) for number in objects.numbers()}
        self.data = {number: bytes(one.data) for number, one in objects.streams.items() if number in self.bodies}


def written(objects: Objects, info: int) -> bytes:
    """The objects as a file again, by the writer of the booklet; `info` is the number of the information dictionary."""
    document = BookDocument()
    for number in range(1, max(objects.bodies) + 1):
        assert document.reserve() == number
        body = objects.bodies.get(number, b"null")
        if number in objects.data:
            document.put_encoded(number, body.removeprefix(b"<<"), objects.data[number])
        else:
            document.put(number, body)
    return document.written(objects.root, info)


def info_of(pdf: bytes) -> int:
    """The number of the information dictionary."""
    found = re.search(rb"/Info (\d+) 0 R", pdf)
    assert found
    return int(found[1])


def changed(pdf: bytes, pattern: bytes, becomes: bytes, count: int = 1) -> bytes:
    """The file with something in its objects, or in the data of its streams, changed `count` times; raises when that is not
    found so often."""
    objects, done = Objects(pdf), 0
    for number, body in sorted(objects.bodies.items()):
        new, times = re.subn(pattern, becomes, body, count=count - done, flags=re.DOTALL)
        objects.bodies[number] = new
        done += times
        if number in objects.data and done < count:
            packed = b"/Filter/FlateDecode" in body and b"/Width" not in body
            data = zlib.decompress(objects.data[number]) if packed else objects.data[number]
            data, times = re.subn(pattern, becomes, data, count=count - done, flags=re.DOTALL)
            if times:
                objects.data[number] = zlib.compress(data) if packed else data
            done += times
        if done == count:
            return written(objects, info_of(pdf))
    raise AssertionError(f"{pattern!r} occurs {done} times, not {count}")
