"""Objects with their numbers → the object streams that hold them (ISO 32000-1, 7.5.7)."""

import struct
import zlib
from collections.abc import Callable, Iterable
from functools import partial
from itertools import accumulate, chain
from operator import add
from typing import NamedTuple

from booklet.binding.earlier_streams import EarlierStreams
from booklet.errors import DefectError
from booklet.pdf_syntax import pdf_stream

PER_STREAM = 200
_DEFLATE = 6
_SPAN = struct.Struct(">III")


class Lines(NamedTuple):
    """The values of objects with numbers one after another: latin-1 characters, a line each. They are made when a stream that
    holds one of them is. `facts` is a digest of all that they are made of."""

    facts: bytes
    make: Callable[[], str]


class Run:
    """Objects with numbers one after another, of which the `first` is one. `facts` say all about them, or about the one that
    it is."""

    def __init__(self, first: int, count: int, value: bytes | Lines) -> None:
        self.first, self.count = first, count
        self.facts = value if isinstance(value, bytes) else value.facts
        self._value = value
        self._bodies: list[bytes] = []

    def bodies(self) -> list[bytes]:
        """The values of the objects."""
        if not self._bodies:
            value = self._value
            self._bodies = [value] if isinstance(value, bytes) else value.make().encode("latin-1").split(b"\n")
            if len(self._bodies) != self.count:
                raise DefectError(f"{len(self._bodies)} objects were written where {self.count} were numbered")
        return self._bodies


class _Portion(NamedTuple):
    """Objects of a run that are in one stream, from the index `begin` to the one before `end`."""

    run: Run
    begin: int
    end: int

    @property
    def numbers(self) -> range:
        """The numbers of the objects."""
        return range(self.run.first + self.begin, self.run.first + self.end)

    def facts(self) -> tuple[bytes, bytes]:
        """All about them."""
        return _SPAN.pack(self.run.first, self.begin, self.end), self.run.facts

    def bodies(self) -> list[bytes]:
        """Their values."""
        return self.run.bodies()[self.begin : self.end]


class ObjectStream(NamedTuple):
    """A stream, and the numbers of the objects that it holds."""

    numbers: list[range]
    stream: bytes


def object_streams(runs: Iterable[Run], earlier: EarlierStreams) -> list[ObjectStream]:
    """The streams, each as soon as it is full: as an earlier run has made it, where that has made the same."""
    found: list[ObjectStream] = []
    portions: list[_Portion] = []
    room = PER_STREAM
    for run in runs:
        begin = 0
        while begin < run.count:
            end = min(run.count, begin + room)
            portions.append(_Portion(run, begin, end))
            room -= end - begin
            begin = end
            if not room:
                found.append(_made(portions, earlier))
                portions, room = [], PER_STREAM
    if portions:
        found.append(_made(portions, earlier))
    return found


def _made(portions: list[_Portion], earlier: EarlierStreams) -> ObjectStream:
    facts = chain.from_iterable(portion.facts() for portion in portions)
    stream = earlier.stream(b"object stream", facts, partial(_stream, portions))
    return ObjectStream([portion.numbers for portion in portions], stream)


def _stream(portions: list[_Portion]) -> bytes:
    """Pairs of a number and where its object begins, then the objects, with a space between."""
    numbers = chain.from_iterable(portion.numbers for portion in portions)
    bodies = list(chain.from_iterable(portion.bodies() for portion in portions))
    begins = map(add, accumulate(map(len, bodies), initial=0), range(len(bodies)))
    head = b"%d %d " * len(bodies) % tuple(chain.from_iterable(zip(numbers, begins, strict=True)))
    data = zlib.compress(head + b" ".join(bodies), _DEFLATE)
    return pdf_stream(b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(bodies), len(head)), data)
