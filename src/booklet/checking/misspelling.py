"""Two words → whether one is the other with a slip of the fingers."""

_SHORTEST, _LONG = 5, 10  # letters; in shorter words a slip makes another word, in long ones two make none
_LONGEST = 40  # what is longer is no word


def misspelt(one: str, other: str) -> bool:
    """Whether one letter was added, left out, exchanged, or changed places with the next; two, in a long word. Not the first,
    which makes another word (Linz, Binz), and no digit, which makes another number."""
    shortest = min(len(one), len(other))
    most = 2 if shortest >= _LONG else 1
    if not _SHORTEST <= shortest <= _LONGEST or abs(len(one) - len(other)) > most or one[0] != other[0] or one == other:
        return False
    if len(set(one) ^ set(other)) > 2 * most or any(sign.isdigit() for sign in one + other):
        return False
    return _slips(one, other) <= most


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
