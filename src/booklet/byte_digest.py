"""Bytes → digests by which they are known again."""

from array import array
from collections.abc import Iterable
from hashlib import sha256

_SIZE = 16  # bytes


def byte_digest(kind: bytes, values: "Iterable[bytes | memoryview | array[int] | array[float]]") -> bytes:
    """A digest of values one after another; those of another `kind` have another. It is cut from one for which most
    processors have instructions: a file has megabytes."""
    digest = sha256()
    for value in (kind, *values):
        data = memoryview(value).cast("B")
        digest.update(len(data).to_bytes(8))
        digest.update(data)
    return digest.digest()[:_SIZE]
