"""What streams of the file are made of → the streams, as an earlier run has kept them where it has made the same: to deflate
takes most of the time in which a file is written."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from booklet.byte_digest import byte_digest
from booklet.reading.record_cache import Records


class EarlierStreams(NamedTuple):
    """Streams by digests of all that they are made of. `records` is where they are kept (None: nowhere).

    A record is taken as it is: it has a checksum, the engine that made it is this one, and the finished file is read back.
    """

    records: Records | None = None

    def stream(self, kind: bytes, facts: Iterable[bytes], make: Callable[[], bytes]) -> bytes:
        """What an earlier run has made of these facts, else what is made now. Streams of one `kind` are made in one
        way."""
        if self.records is None:
            return make()
        key = byte_digest(kind, facts)
        stream = self.records.found(key)
        if stream is None:
            stream = make()
            self.records.keep(key, stream)
        return stream


NO_STREAMS = EarlierStreams()
