"""Two words → whether one is the other with a slip of the fingers."""

_SHORTEST, _LONG = 5, 10  # letters; in shorter words a slip makes another word, in long ones two make none
_LONGEST = 40  # what is longer is no word


def misspelt(one: str, other: str) -> bool:
    """Whether two different words are one: with a slip in a word of some length, with two in a long one. A digit more or less
    is no slip, but another number."""
    shortest = min(len(one), len(other))
    if not _SHORTEST <= shortest <= _LONGEST:
        return False
    most = 2 if shortest >= _LONG else 1
    return slipped(one, other, most) and not any(sign.isdigit() for sign in one + other)


def slipped(one: str, other: str, most: int) -> bool:
    """Whether it takes one slip to `most` to write one word for the other: a letter added, left out, exchanged, or in the
    place of the next. Not the first letter, which makes another word (Linz, Binz)."""
    if one == other or one[:1] != other[:1] or abs(len(one) - len(other)) > most:
        return False
    if len(set(one) ^ set(other)) > 2 * most:
        return False
    one, other = _without_ends_in_common(one, other)
    if most == 1 and max(len(one), len(other)) > 2:
        return False  # nothing but two letters that have changed places is left of a single slip
    return _slips(one, other) <= most


def _without_ends_in_common(one: str, other: str) -> tuple[str, str]:
    shortest = min(len(one), len(other))
    start = next((at for at in range(shortest) if one[at] != other[at]), shortest)
    one, other = one[start:], other[start:]
    shortest -= start
    end = next((at for at in range(shortest) if one[-1 - at] != other[-1 - at]), shortest)
    return one[: len(one) - end], other[: len(other) - end]


def _slips(one: str, other: str) -> int:
    """How many slips it takes to write one word for the other (the optimal string alignment distance)."""
    before, row = [0] * (len(other) + 1), list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, above, row = row, before, [at]
        for to, meant in enumerate(other, 1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != meant))
            if at > 1 and to > 1 and letter == other[to - 2] and meant == one[at - 2]:
                cost = min(cost, above[to - 2] + 1)
            row.append(cost)
    return row[-1]
