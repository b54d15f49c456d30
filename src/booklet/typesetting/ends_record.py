"""Where the lines of a section end as bytes, and back."""

import json

from booklet.lettering.line_ends import Ends
from booklet.reading.record_cache import UNREADABLE


def packed_ends(known: dict[str, Ends]) -> bytes:
    """The record of what is known of lines."""
    return json.dumps(known, separators=(",", ":")).encode("ascii")


def unpacked_ends(record: bytes) -> dict[str, Ends]:
    """What a record says of lines; nothing, where it cannot be read."""
    try:
        return {
            key: None if ends is None else [(int(word), int(at), bool(hyphen)) for word, at, hyphen in ends]
            for key, ends in json.loads(record).items()
        }
    except UNREADABLE:
        return {}
