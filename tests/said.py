"""What a booklet says, part by part → what of its program is lost in that."""

from booklet.model.program import Program
from booklet.proofing.round_trip import lost_in_part, lost_texts, wanted_texts


def lost_in(
    program: Program, places: tuple[tuple[str, ...], ...], parts: tuple[str, ...], unknown: str
) -> tuple[str, ...]:
    """One sentence for each text that is not in the part that has its name among the `places`."""
    wanted = wanted_texts(program, places, unknown)
    names = (*places, *[()] * len(parts))
    losses = [lost_in_part(wanted, names[index], part) for index, part in enumerate(parts)]
    return lost_texts(program, wanted, places, losses)
