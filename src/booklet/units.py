"""Lengths: everything inside is in points (1/72 inch); files may say mm, cm, in or pt."""

import re

MM = 72 / 25.4

_UNITS = {"": 1.0, "pt": 1.0, "mm": MM, "cm": 10 * MM, "in": 72.0}
_SHARE = re.compile(r"(\d{1,3}(?:\.\d{1,4})?)\s*(%?)")
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)\s*(pt|mm|cm|in)?")


def length(text: str) -> float:
    """Points of "27mm", "10.5", "1.5 cm". Raises ValueError with a sentence when `text` is not a length."""
    found = _LENGTH.fullmatch(text.strip())
    if not found:
        raise ValueError(f'"{text}" is not a length; write a number with pt, mm, cm or in')
    return float(found[1]) * _UNITS[found[2] or ""]


def share(text: str) -> float:
    """A share of 1 that is not more: 0.6 of "60 %", "60%" and "0.6". Raises ValueError with a sentence for anything else."""
    found = _SHARE.fullmatch(text.strip())
    part = float(found[1]) / (100 if found[2] else 1) if found else 0.0
    if not 0 < part <= 1:
        raise ValueError(f'"{text[:40]}" is not a share such as 60 % or 0.6')
    return part
