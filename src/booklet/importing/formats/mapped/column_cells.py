"""The cells of a column into what they are: dates, times, durations, names, long texts."""

import re
from collections.abc import Callable, Iterable

from booklet.importing.cleaning.durations import duration
from booklet.importing.cleaning.moments import calendar_day, clock, moment
from booklet.importing.cleaning.spans import span
from booklet.importing.formats.mapped.day_order import day_order, in_order_of
from booklet.plain_dataclasses import dataclass

_SAMPLE = 200
_SHORT = 100
_LONG = 250
_MOST = 0.8
_MAIL = re.compile(r"[^\s@]{1,80}@[^\s@]{1,80}\.[a-z]{2,20}", re.IGNORECASE)
_WEB = re.compile(r"https?://\S{1,500}", re.IGNORECASE)
_NAME = re.compile(
    r"[^\W\d_a-z][\w.'’-]{0,30}(?: (?:[^\W\d_a-z][\w.'’-]{0,30}|van|von|de|der|den|del|della|di|da|dos|la|le|el)){1,4}"
)
_BETWEEN = re.compile(r", | and | & |; ?|\|")


@dataclass(frozen=True, slots=True)
class Cells:
    """The first few hundred texts of a column that are not empty, dates in an order that is clear."""

    texts: tuple[str, ...]

    def are(self, is_such: Callable[[str], object], share: float = _MOST) -> bool:
        """Whether there are any, and such a share of them is such."""
        return bool(self.texts) and sum(1 for text in self.texts if is_such(text)) >= share * len(self.texts)

    @property
    def length(self) -> float:
        """The mean length."""
        return sum(map(len, self.texts)) / len(self.texts) if self.texts else 0

    @property
    def variety(self) -> float:
        """The share of those that are not there twice."""
        return len(set(self.texts)) / len(self.texts) if self.texts else 0


def cells_of(texts: Iterable[str]) -> Cells:
    """The cells of a column."""
    found = [text for one in texts if (text := one.strip())][:_SAMPLE]
    order = day_order(found)
    return Cells(tuple(in_order_of(text, order) for text in found))


def is_time(text: str) -> bool:
    """Whether it says when something begins: a time, a date with a time, or from when till when."""
    return len(text) < _SHORT and bool(clock(text) or moment(text) or span(text))


def is_day(text: str) -> bool:
    """Whether it is a date, with or without a time."""
    return len(text) < _SHORT and calendar_day(text) is not None


def is_duration(text: str) -> bool:
    """Whether it is a duration."""
    return duration(text) is not None


def is_minutes(text: str) -> bool:
    """Whether it is a number as those of minutes are: 5, 20, 90."""
    return re.fullmatch(r"[1-9]\d{0,2}", text, re.ASCII) is not None and int(text) % 5 == 0


def is_name(text: str) -> bool:
    """Whether it looks like one name or several."""
    return len(text) < 2 * _LONG and all(map(_NAME.fullmatch, _BETWEEN.split(text)))


def is_mail(text: str) -> bool:
    """Whether it is an e-mail address."""
    return _MAIL.fullmatch(text) is not None


def is_web(text: str) -> bool:
    """Whether it is an address of the web."""
    return _WEB.fullmatch(text) is not None


def is_long(text: str) -> bool:
    """Whether it is as long as an abstract."""
    return len(text) > _LONG


def is_wordy(text: str) -> bool:
    """Whether it has words and is no longer than a title."""
    return len(text) <= _LONG and re.search(r"[^\W\d_]{2}", text) is not None
