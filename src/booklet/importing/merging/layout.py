"""The entries that a list or mapping is to have into edits of its text."""

from booklet.importing.merging.document import Document, Part, in_brackets, parts
from booklet.importing.merging.edits import Edit, edited
from booklet.importing.merging.written import as_entry, as_lines, in_one_line, shifted
from booklet.plain_dataclasses import dataclass
from booklet.yaml_file import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Piece:
    """An entry to be: a part of a document with edits of it, and its key where it is that of a mapping."""

    document: Document
    part: Part
    edits: tuple[Edit, ...] = ()
    key: str | None = None


def laid_out(document: Document, node: Mapping | Sequence, pieces: tuple[Piece, ...]) -> tuple[Edit, ...]:
    """The edits after which the list or mapping has these pieces in this order."""
    have = parts(document, node)
    if tuple(piece.part for piece in pieces if piece.document is document) == have and len(pieces) == len(have):
        return tuple(edit for piece in pieces for edit in piece.edits)
    if in_brackets(document, node):
        return _in_brackets(document, node, have, pieces)
    if not pieces:
        return (_emptied(document, node, have),)
    places = {part.begin: index for index, part in enumerate(have)}
    kept = [places[piece.part.begin] for piece in pieces if _is_of(piece, document, have, places)]
    if kept != sorted(kept):
        return (_in_new_order(document, node, have, pieces, places),)
    return _in_old_order(document, node, have, pieces, places)


def _emptied(document: Document, node: Mapping | Sequence, have: tuple[Part, ...]) -> Edit:
    """All entries become empty brackets, in the line of the key where that is possible."""
    empty, text = "{}" if isinstance(node, Mapping) else "[]", document.text
    first, bottom = have[0], have[-1].bottom
    line = text.rfind("\n", 0, first.begin) + 1
    if text[line : first.begin].strip():
        return Edit(first.begin, bottom, f"{empty}\n")
    if text[:line].endswith(":\n"):
        return Edit(line - 1, bottom, f" {empty}\n")
    return Edit(line, bottom, f"{' ' * (first.column(document) + 2)}{empty}\n")


def _is_of(piece: Piece, document: Document, have: tuple[Part, ...], places: dict[int, int]) -> bool:
    """Whether a piece stands in this very list."""
    return piece.document is document and piece.part.begin in places and have[places[piece.part.begin]] == piece.part


def _in_brackets(
    document: Document, node: Mapping | Sequence, have: tuple[Part, ...], pieces: tuple[Piece, ...]
) -> tuple[Edit, ...]:
    texts = [as_entry(piece.document, piece.part, piece.edits, piece.key) for piece in pieces]
    start, end = (have[0].begin, have[-1].end) if have else (document.start(node) + 1, document.end(node) - 1)
    places = {part.begin: index for index, part in enumerate(have)}
    joined = ""
    before: int | None = None
    for piece, text in zip(pieces, texts, strict=True):
        index = places[piece.part.begin] if _is_of(piece, document, have, places) else None
        follows = before is not None and index == before + 1
        between = document.text[have[index - 1].end : have[index].begin] if follows and index else ", "
        joined += (between if joined else "") + text
        before = index
    return (Edit(start, end, joined),)


def _line(piece: Piece, column: int, node: Node) -> str:
    text = as_lines(piece.document, piece.part, piece.edits, column, of_mapping=isinstance(node, Mapping))
    return " " * column + text


def _in_new_order(
    document: Document,
    node: Mapping | Sequence,
    have: tuple[Part, ...],
    pieces: tuple[Piece, ...],
    places: dict[int, int],
) -> Edit:
    column = have[0].column(document)
    texts = []
    for piece in pieces:
        if _is_of(piece, document, have, places):
            begin, end = piece.part.top, piece.part.bottom
            inner = tuple(Edit(edit.start - begin, edit.end - begin, edit.text) for edit in piece.edits)
            texts.append(edited(document.text[begin:end], inner))
        else:
            texts.append(_line(piece, column, node))
    return Edit(have[0].top, have[-1].bottom, "".join(texts))


def _in_old_order(
    document: Document,
    node: Mapping | Sequence,
    have: tuple[Part, ...],
    pieces: tuple[Piece, ...],
    places: dict[int, int],
) -> tuple[Edit, ...]:
    column = have[0].column(document)
    edits: list[Edit] = []
    stays: set[int] = set()
    at = have[0].top
    for piece in pieces:
        if _is_of(piece, document, have, places):
            edits += piece.edits
            stays.add(piece.part.begin)
            at = piece.part.bottom
        else:
            edits.append(Edit(at, at, _line(piece, column, node)))
    for index, part in enumerate(have):
        if part.begin not in stays:
            after = next((other for other in have[index + 1 :] if other.begin in stays), None)
            edits.append(_without(document, part, after))
    return tuple(edits)


def _without(document: Document, part: Part, after: Part | None) -> Edit:
    """What takes a part out: its lines; in the line of a hyphen all up to the next that stays."""
    line = document.text.rfind("\n", 0, part.begin) + 1
    if document.text[line : part.begin].strip() and after:
        return Edit(part.begin, after.begin, "")
    return Edit(line, part.bottom, "")


def replaced(document: Document, part: Part, other: Document, new: Part, key: str | None) -> tuple[Edit, ...]:
    """The edit after which a part has the value of a part of another document."""
    text, start, end = document.text, document.start(part.node), document.end(part.node)
    value = other.text[other.start(new.node) : other.end(new.node)]
    if part.in_brackets:
        one_line = in_one_line(other, new.node)
        empty = start == end
        return (Edit(start, max(start, end), _after_key(text, start, one_line) if empty else one_line),)
    is_line = "\n" not in value and (isinstance(new.node, Scalar) or in_brackets(other, new.node))
    is_short = isinstance(part.node, Scalar) or in_brackets(document, part.node)
    if is_short and (is_line or text[end : part.bottom].strip() or (isinstance(part.node, Scalar) and start == end)):
        return (
            Edit(
                start, max(start, end), _after_key(text, start, in_one_line(other, new.node) if not is_line else value)
            ),
        )
    if is_short and isinstance(new.node, Scalar):
        column = part.column(document) - (0 if new.in_brackets else new.column(other))
        return (Edit(start, end, shifted(value, column)),)
    lines = as_lines(other, new, (), part.column(document), of_mapping=key is not None)
    return (Edit(part.begin, part.bottom, lines),)


def _after_key(text: str, start: int, value: str) -> str:
    """A value with a blank before it where it would touch what stands before."""
    return value if not start or text[start - 1] in " \n\t[{" else f" {value}"
