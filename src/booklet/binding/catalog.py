"""The parts of a file → its catalog, where readers begin (ISO 32000-1, 7.7.2)."""

from typing import NamedTuple

from booklet.binding.attachments import add_attachments
from booklet.binding.book_document import BookDocument
from booklet.binding.file_plan import FilePlan
from booklet.binding.metadata import Metadata, xmp_packet
from booklet.binding.srgb_profile import NAME, srgb_profile
from booklet.lettering.bidi import runs_backwards
from booklet.pdf_syntax import pdf_ref, pdf_text


class Parts(NamedTuple):
    """Object numbers of the page tree, the structure tree, the destinations and, where there is one, the outline; and the
    page labels, ready."""

    pages: int
    structure: int
    destinations: int
    outline: int | None
    labels: str


def catalog(document: BookDocument, parts: Parts, metadata: Metadata, plan: FilePlan) -> str:
    """The catalog, with the metadata, the output intent and the attached files that it names."""
    packet = document.reserve()
    # readable without inflating, and PDF/A-1 would have it so
    document.put_encoded(packet, b"/Type/Metadata/Subtype/XML", xmp_packet(metadata, plan.claim))
    direction = (
        "/Direction/R2L" if runs_backwards(metadata.language) else ""
    )  # 12.2: which page of a spread lies at the left
    files = add_attachments(document, plan.attachments)
    rows = "".join(f"{pdf_text(name)}{pdf_ref(number)}" for name, number in files.items())
    return (
        f"<</Type/Catalog/Pages {pdf_ref(parts.pages)}/Lang{pdf_text(metadata.language)}/MarkInfo<</Marked true>>"
        f"/StructTreeRoot {pdf_ref(parts.structure)}/Metadata {pdf_ref(packet)}"
        f"/OutputIntents[{_output_intent(document)}]/ViewerPreferences<</DisplayDocTitle true{direction}>>"
        f"/PageLabels{parts.labels}/Names<</Dests {pdf_ref(parts.destinations)}"
        + (f"/EmbeddedFiles<</Names[{rows}]>>>>/AF[{' '.join(map(pdf_ref, files.values()))}]" if files else ">>")
        + (f"/Outlines {pdf_ref(parts.outline)}/PageMode/UseOutlines" if parts.outline else "")
        + ">>"
    )


def _output_intent(document: BookDocument) -> str:
    """What the colors of the file mean (14.11.5; ISO 19005-2, 6.2.3)."""
    profile = document.add_stream("/N 3", srgb_profile())
    return (
        f"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier{pdf_text(NAME)}/Info{pdf_text(NAME)}"
        f"/DestOutputProfile {pdf_ref(profile)}>>"
    )
