"""Pictures from outside → objects of the file."""

from collections.abc import Iterable

from booklet.binding.book_document import BookDocument
from booklet.pdf_syntax import pdf_ref
from booklet.picture import Picture
from booklet.typesetting.set_piece import SetPiece


def add_pictures(document: BookDocument, pieces: Iterable[SetPiece]) -> dict[str, int]:
    """Add the pictures of all pieces, each once however often it is shown; the numbers of their XObjects by name."""
    numbers: dict[str, int] = {}
    for piece in pieces:
        for name, picture in piece.pictures:
            if name not in numbers:
                numbers[name] = _add_picture(document, picture)
    return numbers


def _add_picture(document: BookDocument, picture: Picture) -> int:
    """Add all objects of a picture; the number of its XObject."""
    numbers = [document.reserve() for _ in picture.objects]
    for number, part in zip(numbers, picture.objects, strict=True):
        body = b"".join(pdf_ref(numbers[piece]).encode() if isinstance(piece, int) else piece for piece in part.parts)
        if part.stream is None:
            document.put(number, body)
        else:
            # The document writes the dictionary, with the length.
            entries = body.removeprefix(b"<<").removesuffix(b">>")
            document.put_encoded(number, entries, part.stream)
    return numbers[0]
