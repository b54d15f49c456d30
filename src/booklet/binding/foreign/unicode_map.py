"""The ToUnicode CMap of a foreign font → the same without entries that stand for no character (ISO 32000-1, 9.10.3)."""

import re

_BLOCK = re.compile(rb"\d+\s+beginbfchar((?:\s*<[0-9A-Fa-f]+>\s*<[0-9A-Fa-f]*>)*)\s*endbfchar")
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
# Programs fill tables of 256 codes with the first of these; PDF/A forbids all three (ISO 19005-2, 6.2.11.7.2).
_NO_CHARACTERS = frozenset({b"", b"0000", b"FEFF", b"FFFE"})
_PER_BLOCK = 100


def with_characters_only(cmap: bytes) -> bytes:
    """The CMap with single codes that mean nothing left out, and at most 100 in a block, as CMaps want it."""
    return _BLOCK.sub(_cleaned, cmap)


def _cleaned(found: re.Match[bytes]) -> bytes:
    pairs = [(code, text) for code, text in _PAIR.findall(found[1]) if text.upper() not in _NO_CHARACTERS]
    blocks = []
    for start in range(0, len(pairs), _PER_BLOCK):
        part = pairs[start : start + _PER_BLOCK]
        rows = b"".join(b"<%s> <%s>\n" % pair for pair in part)
        blocks.append(b"%d beginbfchar\n%sendbfchar" % (len(part), rows))
    return b"\n".join(blocks)
