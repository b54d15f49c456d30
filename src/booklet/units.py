"""Lengths: everything inside is in points (1/72 inch); files may say mm, cm, in or pt."""

import re

MM = 72 / 25.4

_UNITS = {"": 1.0, "pt": 1.0, "mm": MM, "cm": 10 * MM, "in": 72.0}
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)\s*(pt|mm|cm|in)?")


def length(text: str) -> float:
    """Points of "27mm", "10.5", "1.5 cm". Raises ValueError with a sentence when `text` is not a length."""
    found = _LENGTH.fullmatch(text.strip())
    if not found:
        raise ValueError(f'"{text}" is not a length; write a number with pt, mm, cm or in')
    return float(found[1]) * _UNITS[found[2] or ""]
