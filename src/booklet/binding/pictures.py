"""Pictures from outside → objects of the file."""

from booklet.binding.book_document import BookDocument
from booklet.pdf_syntax import pdf_ref
from booklet.picture import Picture


def add_picture(document: BookDocument, picture: Picture) -> int:
    """Add all objects of a picture; the number of its XObject."""
    numbers = [document.reserve() for _ in picture.objects]
    for number, part in zip(numbers, picture.objects, strict=True):
        body = b"".join(pdf_ref(numbers[piece]).encode() if isinstance(piece, int) else piece for piece in part.parts)
        if part.stream is None:
            document.put(number, body)
        else:
            entries = body.removeprefix(b"<<").removesuffix(
                b">>"
            )  # the document writes the dictionary, with the length
            document.put_encoded(number, entries, part.stream)
    return numbers[0]
