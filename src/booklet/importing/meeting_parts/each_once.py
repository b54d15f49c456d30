"""Names of which some occur several times into keys of which each occurs once."""

from collections.abc import Iterable


def each_once(names: Iterable[str]) -> tuple[str, ...]:
    """The names in their order, with a number behind those that were there before: Break, Break (2), Break (3)."""
    given: set[str] = set()
    counts: dict[str, int] = {}
    keys = []
    for name in names:
        key = name
        while key in given:
            counts[name] = counts.get(name, 1) + 1
            key = f"{name} ({counts[name]})"
        given.add(key)
        keys.append(key)
    return tuple(keys)
