"""Pictures from outside → objects of the file, no finer than anybody can see."""

from collections.abc import Iterable

from booklet.binding.book_document import BookDocument
from booklet.binding.fineness import Fineness
from booklet.pdf_syntax import pdf_ref
from booklet.picture import Picture
from booklet.typesetting.set_piece import SetPiece, ShownPicture


def add_pictures(document: BookDocument, pieces: Iterable[SetPiece], fineness: Fineness) -> dict[str, int]:
    """Add the pictures of all pieces, each once however often it is shown; the numbers of their XObjects by name."""
    widest: dict[str, ShownPicture] = {}
    for shown in (shown for piece in pieces for shown in piece.pictures):
        if shown.name not in widest or widest[shown.name].width < shown.width:
            widest[shown.name] = shown
    return {name: _add_picture(document, _fit(shown, fineness)) for name, shown in widest.items()}


def _fit(shown: ShownPicture, fineness: Fineness) -> Picture:
    """The picture with as many pixels as its width on paper asks for; a drawing as it is."""
    resolution = shown.picture.resolution(shown.width)
    if resolution is None or not fineness.concerns(resolution):
        return shown.picture
    from booklet.binding.foreign.reduced_picture import reduced_picture  # Pillow takes time that most runs do not need

    return reduced_picture(shown.picture, min(1.0, fineness.resolution / resolution), fineness.quality)


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
