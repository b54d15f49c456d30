"""Turns a font dictionary of a PDF into what its codes mean: the text and the width of each."""

import re
from collections.abc import Iterator

from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from booklet.binding.content_stream import is_string, number, operations, string_bytes
from booklet.binding.pdf_values import entry, items, name, real, reals
from booklet.plain_dataclasses import dataclass

_SUBSET_TAG = re.compile(r"[A-Z]{6}\+")
_UNKNOWN = "�"


@dataclass(frozen=True, slots=True)
class FontCodes:
    """What the codes of one font mean. Widths are in 1/1000 of the font size; `code_bytes` is the length of a code.

    `name` is the PostScript name without the tag of the subset ("SourceSerif4-Regular").
    """

    name: str
    code_bytes: int
    texts: dict[int, str]
    widths: dict[int, float]
    default_width: float

    def codes(self, string: bytes) -> list[int]:
        """The codes in a shown string."""
        if self.code_bytes == 1:
            return list(string)
        return [int.from_bytes(string[i : i + 2], "big") for i in range(0, len(string), 2)]

    def text(self, codes: list[int]) -> str:
        """What the codes read as; U+FFFD for a code that the font gives no text."""
        texts = self.texts
        return "".join([texts.get(code, _UNKNOWN) for code in codes])

    def width(self, codes: list[int]) -> float:
        """Sum of the advance widths in 1/1000 of the font size, kerning and spacing apart."""
        widths, default = self.widths, self.default_width
        return sum([widths.get(code, default) for code in codes])


def read_font(font: DictionaryObject) -> FontCodes:
    """The codes of a font dictionary (ISO 32000-1, 9.5 to 9.10): Type 0 with two-byte codes, or a simple font.

    Text is what ToUnicode says; a simple font without that map is read as Windows Latin 1.
    """
    base_font = _SUBSET_TAG.sub("", name(font, "/BaseFont")[1:] or "?", count=1)
    unicode_map = entry(font, "/ToUnicode")
    texts = dict(_unicode_entries(unicode_map.get_data())) if isinstance(unicode_map, StreamObject) else None
    if name(font, "/Subtype") == "/Type0":
        widths, default = _composite_widths(font)
        return FontCodes(base_font, 2, texts or {}, widths, default)
    if texts is None:
        texts = {code: bytes((code,)).decode("cp1252", "replace") for code in range(32, 256)}
    return FontCodes(base_font, 1, texts, *_simple_widths(font))


def _unicode_entries(data: bytes) -> Iterator[tuple[int, str]]:
    """Code and text of every entry of a ToUnicode map (9.10.3)."""
    for operation in operations(data):
        if operation.operator == b"endbfchar":
            strings = [string_bytes(token) for token in operation.operands if is_string(token)]
            for code, text in zip(strings[::2], strings[1::2], strict=False):
                yield int.from_bytes(code, "big"), _utf16(text)
        elif operation.operator == b"endbfrange":
            yield from _unicode_ranges(operation.operands)


def _unicode_ranges(tokens: list[bytes]) -> Iterator[tuple[int, str]]:
    remaining = iter(tokens)
    for first in remaining:
        low = int.from_bytes(string_bytes(first), "big")
        high = int.from_bytes(string_bytes(next(remaining, b"<>")), "big")
        target = next(remaining, b"<>")
        if target == b"[":
            texts = iter(lambda: next(remaining, b"]"), b"]")
            yield from ((low + i, _utf16(string_bytes(text))) for i, text in enumerate(texts))
        else:
            start = string_bytes(target)
            last = int.from_bytes(start[-2:], "big")
            for code in range(low, min(high, low + 0xFFFF) + 1):
                yield code, _utf16(start[:-2] + ((last + code - low) & 0xFFFF).to_bytes(2, "big"))


def _utf16(text: bytes) -> str:
    return text.decode("utf-16-be", "replace")


def _composite_widths(font: DictionaryObject) -> tuple[dict[int, float], float]:
    """Width by code of a Type 0 font: W and DW of its descendant (9.7.4.3), through the CMap that is its Encoding."""
    descendant = next(iter(items(entry(font, "/DescendantFonts"))), None)
    by_cid: dict[int, float] = {}
    rest = iter(items(entry(descendant, "/W")))
    for first in rest:
        second = next(rest, None)
        if isinstance(second, ArrayObject):
            by_cid |= {int(real(first)) + i: real(width) for i, width in enumerate(items(second))}
        else:
            by_cid |= dict.fromkeys(range(int(real(first)), min(int(real(second)), 0xFFFF) + 1), real(next(rest, None)))
    default = real(entry(descendant, "/DW"), 1000)
    encoding = entry(font, "/Encoding")
    if not isinstance(encoding, StreamObject):
        return by_cid, default
    return {code: by_cid.get(cid, default) for code, cid in _cids(encoding.get_data())}, default


def _cids(cmap: bytes) -> Iterator[tuple[int, int]]:
    """Code and CID of every entry of an embedded CMap (9.7.5.3)."""
    for operation in operations(cmap):
        tokens = [
            int.from_bytes(string_bytes(token), "big") if is_string(token) else int(number(token))
            for token in operation.operands
        ]
        if operation.operator == b"endcidchar":
            yield from zip(tokens[::2], tokens[1::2], strict=False)
        elif operation.operator == b"endcidrange":
            for low, high, cid in zip(tokens[::3], tokens[1::3], tokens[2::3], strict=False):
                yield from ((code, cid + code - low) for code in range(low, min(high, low + 0xFFFF) + 1))


def _simple_widths(font: DictionaryObject) -> tuple[dict[int, float], float]:
    """Width by code of a simple font (9.6.2), and of codes without one. Type 3 widths go through the font matrix."""
    scale = 1.0
    if name(font, "/Subtype") == "/Type3":
        scale = 1000 * next(iter(reals(entry(font, "/FontMatrix"))), 0.001)
    first = int(real(entry(font, "/FirstChar")))
    widths = {first + i: scale * real(width) for i, width in enumerate(items(entry(font, "/Widths")))}
    return widths, real(entry(entry(font, "/FontDescriptor"), "/MissingWidth"))
