"""True times → places on a page: an axis that is even, and folded where nothing goes on for long."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import pairwise

from booklet.composing.sections.glance.boxes import minute, moment_of
from booklet.plain_dataclasses import dataclass

# So many minutes of nothing are folded into a band of so many points.
_FOLD_FROM, _FOLD = 75.0, 15.0
# Of what is long and for all so many minutes are kept.
_KEPT = 45.0
# An axis begins and ends with a full or half hour.
_ROUND = 30
# Hours apart that are named, where not every hour can be.
_STEPS = (1, 2, 3, 4, 6, 12, 24)
# The scale is at most so many points a minute: what is short need not fill a page.
_MOST = 3.0


# From one moment to another, in minutes.
Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Tick:
    """A full or half hour of the axis."""

    minute: float
    hour: int
    is_half: bool

    @property
    def is_midnight(self) -> bool:
        """Whether a day begins here."""
        return self.hour == 0 and not self.is_half


@dataclass(frozen=True, slots=True)
class Axis:
    """From `begin` to `end` in minutes, `height` points long; each of the `folds` takes `fold` points."""

    begin: float
    end: float
    folds: tuple[Stretch, ...]
    height: float
    zone: str

    @property
    def fold(self) -> float:
        """Height of a fold: less where there are very many."""
        return min(_FOLD, self.height / (2 * len(self.folds))) if self.folds else 0.0

    @property
    def scale(self) -> float:
        """Points a minute, where nothing is folded."""
        open_minutes = self.end - self.begin - sum(end - begin for begin, end in self.folds)
        return (self.height - self.fold * len(self.folds)) / open_minutes

    def depth(self, minutes: float) -> float:
        """How far below the top of the axis a moment is, in points."""
        depth, before = 0.0, self.begin
        for begin, end in self.folds:
            if minutes <= begin:
                break
            depth += (begin - before) * self.scale + self.fold * (min(minutes, end) - begin) / (end - begin)
            before = min(minutes, end)
        return depth + (minutes - before) * self.scale

    def is_folded(self, minutes: float) -> bool:
        """Whether a moment lies inside a fold."""
        return any(begin < minutes < end for begin, end in self.folds)

    def ticks(self, least: float) -> Iterator[Tick]:
        """Full and half hours outside of folds; hours stand at least so many points apart, halves only where all hours do."""
        hour = self.scale * 60
        steps = (*_STEPS, *(24 * 2**power for power in range(1, 20)))
        step = next((step for step in steps if step * hour >= least), steps[-1])
        here = self.begin
        while here <= self.end + 1e-6:
            clock = moment_of(here, self.zone)
            if not self.is_folded(here) and clock.second == 0:
                if (
                    clock.minute == 0
                    and clock.hour % min(step, 24) == 0
                    and (clock.toordinal() % max(1, step // 24)) == 0
                ):
                    yield Tick(here, clock.hour, is_half=False)
                elif clock.minute == _ROUND and step == 1:
                    yield Tick(here, clock.hour, is_half=True)
            here += _ROUND


def axis_of(
    times: Iterable[Stretch], zone: str, height: float, long: Iterable[Stretch] = (), *, fill: bool = False
) -> Axis:
    """The axis for what goes on from and to these minutes, at most `height` points long, and exactly so where it has to
    `fill` that. `long` are stretches of hours beside which nothing else goes on: they are folded after their first part."""
    busy = merged(times)
    nothing = [(before[1], after[0]) for before, after in pairwise(busy) if after[0] - before[1] >= _FOLD_FROM]
    rest = [(begin + _KEPT, end) for begin, end in long]
    folds = tuple(sorted(nothing + rest))
    begin, end = _rounded(busy[0][0], zone, up=False), _rounded(busy[-1][1], zone, up=True)
    whole = Axis(begin, end, folds, height, zone)
    if fill or whole.scale <= _MOST:
        return whole
    return Axis(
        begin, end, folds, height - (whole.scale - _MOST) * (height - whole.fold * len(folds)) / whole.scale, zone
    )


def merged(times: Iterable[Stretch]) -> list[Stretch]:
    """The stretches in which anything goes on, in order and apart from each other."""
    done: list[Stretch] = []
    for begin, end in sorted(times):
        if done and begin <= done[-1][1]:
            done[-1] = (done[-1][0], max(end, done[-1][1]))
        else:
            done.append((begin, end))
    return done


def _rounded(minutes: float, zone: str, *, up: bool) -> float:
    """The full or half hour on the clocks of the zone, before or after."""
    clock = moment_of(minutes, zone)
    over = timedelta(minutes=clock.minute % _ROUND, seconds=clock.second)
    if not over:
        return minutes
    return minute(clock - over) + (_ROUND if up else 0)
