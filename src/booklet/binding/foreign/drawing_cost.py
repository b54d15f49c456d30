"""Turns the objects of a picture into how much a viewer has to draw, so that a small file that never ends is not let in."""

from collections import Counter

from booklet.binding.foreign.picture_rules import AS_PICTURE, MAX_DRAWN, MAX_NESTING, PictureError
from booklet.plain_dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Drawn:
    """What it takes to draw one object: `weight` of its own, the objects it draws with how often, all of it `times` over.

    `one_of`: only one of the objects is drawn at a time (the glyphs of a Type 3 font).
    """

    weight: int = 1
    draws: Counter[int] = field(default_factory=Counter)
    times: int = 1
    one_of: bool = False


def check_drawing(objects: list[Drawn]) -> None:
    """Raise PictureError when an object draws itself, is nested too deep, or when object 0 draws more than anybody needs."""
    known: dict[int, int] = {}

    def cost(index: int, depth: int) -> int:
        if depth > MAX_NESTING:
            raise PictureError(f"draws itself, or forms in forms more than {MAX_NESTING} deep", AS_PICTURE)
        if index not in known:
            drawn = objects[index]
            inner = [times * cost(child, depth + 1) for child, times in sorted(drawn.draws.items())]
            known[index] = drawn.times * (drawn.weight + (max(inner, default=0) if drawn.one_of else sum(inner)))
        return known[index]

    if cost(0, 0) > MAX_DRAWN:
        raise PictureError("draws more than a picture can need", AS_PICTURE)
