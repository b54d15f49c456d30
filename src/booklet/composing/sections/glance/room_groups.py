"""Rooms → groups for one page each: those of a building together, as even as their number allows."""

from collections.abc import Sequence
from itertools import groupby

from booklet.model.room import Room


def room_groups(rooms: Sequence[Room], most: int) -> tuple[tuple[Room, ...], ...]:
    """Groups of at most so many rooms, in their order: a building that is too large for one is parted evenly, smaller ones
    share a group where they fit as a whole."""
    groups: list[tuple[Room, ...]] = []
    for _, gathered in groupby(rooms, key=lambda room: room.building):
        building = tuple(gathered)
        parts = -(-len(building) // most)
        ends = [len(building) * part // parts for part in range(parts + 1)]
        pieces = [building[ends[part] : ends[part + 1]] for part in range(parts)]
        if parts == 1 and groups and len(groups[-1]) + len(building) <= most:
            groups[-1] += pieces.pop()
        groups += pieces
    return tuple(groups)
