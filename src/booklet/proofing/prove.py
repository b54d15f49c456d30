"""A finished PDF and the program it was made from → what is wrong with it, before it says that it is accessible."""

from booklet.composing.coverage import lacks
from booklet.lettering.letters import Letters
from booklet.model.program import Program
from booklet.proofing.audit import texts
from booklet.proofing.round_trip import lost_texts


def prove(pdf: bytes, program: Program, letters: Letters, places: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """Sentences on faults of its structure, or on texts of the content that it does not say; none for a good file. `places`
    are the destinations of its sections, in order."""
    unknown = "".join(lack.characters for lack in lacks(program, letters))
    faults: dict[str, None] = {}
    lost = lost_texts(program, places, texts(pdf, faults), unknown)
    return tuple(faults) or lost
