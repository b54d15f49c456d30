"""A start and an end, as a source has them, into a stretch of time on the clocks of the meeting."""

import datetime as dt
from collections.abc import Iterable

from booklet.codes import CONTRADICTION, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.moments import moment
from booklet.importing.meeting_parts.event_zone import event_zone
from booklet.importing.meeting_parts.in_quotes import in_quotes
from booklet.importing.wish import Wish
from booklet.limits import MINUTES
from booklet.place import Place
from booklet.plain_dataclasses import dataclass
from booklet.time_zone import time_zone

_HALF_DAY = 12 * 60
_YEARS = range(1900, 2200)


@dataclass(frozen=True, slots=True)
class Slot:
    """From `start`, a time on the clocks of the meeting, for `minutes`, where they are known."""

    start: dt.datetime
    minutes: int | None = None

    @property
    def end(self) -> dt.datetime:
        """The end on the same clocks; the start where it is not known."""
        return self.start + dt.timedelta(minutes=self.minutes or 0)

    @property
    def until(self) -> dt.time | None:
        """The end as an announced one; None where it is not known, or could be taken for one of the day before."""
        long = self.end.date() > self.start.date() and (self.minutes or 0) >= _HALF_DAY
        return None if self.minutes is None or long else self.end.time()


def read_slot(start: str, end: str, zone: str, place: Place, findings: list[Finding]) -> Slot | None:
    """The stretch between two moments; None where no start is written."""
    first, last = moment(start), moment(end)
    if first is None:
        if start:
            findings.append(
                Finding(LEFT_OUT, f"{in_quotes(start)} is no time that is understood, and is left out", place)
            )
        return None
    if first.year not in _YEARS:
        findings.append(Finding(LEFT_OUT, f"the year {first.year} is left out with its hours", place))
        return None
    begin = on_clocks(first, zone)
    minutes = round((on_clocks(last, zone) - begin).total_seconds() / 60) if last else None
    if minutes is not None and not 0 < minutes <= MINUTES:
        what = "longer than a day" if minutes > 0 else "not after its start"
        findings.append(Finding(CONTRADICTION, f"the end of a session is {what}, and is left out", place))
        minutes = None
    return Slot(begin, minutes)


def on_clocks(when: dt.datetime, zone: str) -> dt.datetime:
    """A moment as the clocks of `zone` show it; one without an offset is taken to be of them."""
    shown = when.astimezone(time_zone(zone)) if when.tzinfo else when
    return shown.replace(second=0, microsecond=0, tzinfo=None)


def zone_of(said: str, wish: Wish, moments: Iterable[str], language: str, place: Place, findings: list[Finding]) -> str:
    """The zone of a meeting with these times, as they are written; that of the wish, or none, where there are no times."""
    starts = [found for text in moments if (found := moment(text))]
    return event_zone(said, starts, language, wish, place, findings) if starts else wish.zone
