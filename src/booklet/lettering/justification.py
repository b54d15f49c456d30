"""What a line lacks → how much of it goes into each of its gaps."""

from collections.abc import Iterator
from itertools import accumulate, chain, pairwise, repeat

from booklet.lettering.breaking import OPEN_SHRINK, OPEN_STRETCH
from booklet.lettering.lines import Line, Measure


def shares(line: Line, extra: float, gaps: int, measure: Measure) -> Iterator[int]:
    """What is added in each of the `gaps` of a line in turn, in whole units of 1/1000 of the size, exact to one unit over the
    line. Spaces share alike, gaps between ideographs as much less as they can give."""
    if not gaps:
        return iter(())
    if not any(phrase.gap is not None for phrase in line.phrases):
        each, more = divmod(round(extra), gaps)
        return chain(repeat(each + 1, more), repeat(each, gaps - more))
    give = list(_give(line, extra > 0, measure))
    whole = sum(give) or 1.0
    return (
        after - before for before, after in pairwise([0, *(round(extra * part / whole) for part in accumulate(give))])
    )


def _give(line: Line, is_wider: bool, measure: Measure) -> Iterator[float]:
    """What each gap can give."""
    for run, _, words, space, gap in line.phrases:
        if gap is not None:
            yield OPEN_STRETCH if is_wider else OPEN_SHRINK
        for stretch in [space] * (space >= 0) + [run] * (len(words) - 1):
            table = measure.tables[stretch]
            yield (table.stretch if is_wider else table.shrink) * measure.scales[stretch]
