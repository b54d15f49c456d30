"""Bytes → digests by which they are known again."""

from array import array
from collections.abc import Iterable
from hashlib import blake2b

_SIZE = 16  # bytes


def byte_digest(kind: bytes, values: "Iterable[bytes | memoryview | array[int]]") -> bytes:
    """A digest of values one after another. Those of another `kind`, some words of up to 16 octets, have another."""
    digest = blake2b(digest_size=_SIZE, person=kind)
    for value in values:
        data = memoryview(value).cast("B")
        digest.update(len(data).to_bytes(8))
        digest.update(data)
    return digest.digest()
