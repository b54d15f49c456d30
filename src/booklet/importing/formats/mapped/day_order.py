"""Dates such as 04/05/2026 into dates that are clear, by what the others of their column are."""

import datetime as dt
import re
from collections.abc import Iterable

_SLASHED = re.compile(r"(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?!\d)", re.ASCII)
_READ = 100  # characters


def day_order(texts: Iterable[str]) -> str:
    """Whether the "day" or the "month" comes first, as one of them says; else what brings the dates of the column nearer to
    each other; "" where that cannot be told either."""
    found = [each for text in texts if (each := _SLASHED.search(text[:_READ]))]
    days = {order: [_date(one, order) for one in found] for order in ("day", "month")}
    possible = [order for order, dates in days.items() if dates and None not in dates]
    if len(possible) != 2:
        return possible[0] if possible else ""
    reach = {order: _reach([day for day in days[order] if day]) for order in possible}
    return min(possible, key=reach.__getitem__) if reach["day"] != reach["month"] else ""


def in_order_of(text: str, order: str) -> str:
    """The text with such a date as 2026-05-04, where the order is known."""
    found = _SLASHED.search(text[:_READ]) if order else None
    day = _date(found, order) if found else None
    return f"{text[: found.start()]}{day}{text[found.end() :]}" if found and day else text


def _date(found: re.Match[str], order: str) -> dt.date | None:
    day, month = (found[1], found[3]) if order == "day" else (found[3], found[1])
    try:
        return dt.date(int(found[4]), int(month), int(day))
    except ValueError:
        return None


def _reach(days: list[dt.date]) -> int:
    return (max(days) - min(days)).days
