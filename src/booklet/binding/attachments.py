"""Attached files → objects of the file (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8)."""

from booklet.binding.book_document import BookDocument
from booklet.binding.file_plan import Attachment
from booklet.pdf_syntax import pdf_ref, pdf_text


def add_attachments(document: BookDocument, attachments: tuple[Attachment, ...]) -> dict[str, int]:
    """Add the files; the numbers of their specifications by name, in the order of names."""
    return {one.name: _add(document, one) for one in sorted(attachments, key=lambda one: one.name)}


def _add(document: BookDocument, one: Attachment) -> int:
    kind = one.media_type.replace("/", "#2F")
    data = document.add_stream(f"/Type/EmbeddedFile/Subtype/{kind}/Params<</Size {len(one.data)}>>", one.data)
    name = pdf_text(one.name)
    return document.add(
        f"<</Type/Filespec/F{name}/UF{name}/Desc{pdf_text(one.description)}/AFRelationship/Supplement"
        f"/EF<</F {pdf_ref(data)}/UF {pdf_ref(data)}>>>>"
    )
