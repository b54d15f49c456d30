"""A finished PDF and the program it was made from → what is wrong with it, before it says that it is accessible."""

from collections.abc import Iterator

from booklet.model.program import Program
from booklet.proofing.audit import faults_of
from booklet.proofing.book_file import BookFile
from booklet.proofing.part_proof import PartProof
from booklet.proofing.proved_parts import ProvingMeans, proved_parts
from booklet.proofing.round_trip import LossesOfPart, lost_texts, wanted_texts

_ALONE = ProvingMeans()


def prove(
    pdf: bytes,
    program: Program,
    unknown: str,
    places: tuple[tuple[str, ...], ...],
    means: ProvingMeans = _ALONE,
) -> tuple[str, ...]:
    """Sentences on faults of its structure, or on texts of the content that it does not say; none for a good file. `unknown`
    are characters that no font has, `places` the destinations of its sections, in order."""
    wanted = wanted_texts(program, places, unknown)
    losses: list[LossesOfPart] = []

    def proofs(book: BookFile) -> Iterator[PartProof]:
        for proof, lost in proved_parts(book, wanted, places, means):
            losses.append(lost)
            yield proof

    return faults_of(pdf, proofs, means.records) or lost_texts(program, wanted, places, losses)
