"""Cleaned text with a little Markdown into spans and blocks; whatever is not surely markup stays what it is.

The rules are stricter than CommonMark, which turns `2*3*4` into italics, "1986. A great year" into a list and four leading
blanks into code. mdit-py-plugins 0.7.0 is not used: it reads x^2+y^2 as one superscript, and looks at the last character of
the text when a formula stands first.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from booklet.codes import PASTED_HYPHEN, UNKNOWN_COMMAND
from booklet.expression import expression
from booklet.model.rich_text import Block, Line, RichText, Span
from booklet.plain_dataclasses import replace
from booklet.reading.block_markup import split_markup
from booklet.reading.clean_text import one_line
from booklet.reading.formulas import HeldText, hold
from booklet.reading.lists import ListItem
from booklet.reading.markup_as_written import lost_items, markup_as_written
from booklet.reading.offsets import before_joining
from booklet.reading.paragraphs import paragraph_blocks, trimmed
from booklet.reading.pasted_hyphens import pasted_hyphens
from booklet.reading.remark import Remark
from booklet.reading.typographic_signs import straight_quotes, typographic
from booklet.when_called import when_called

_SIGNS, _MAY_BE = r"*_~^\\\[:<&{`", r"(?:(?<!:)|(?i:(?<=ttp:)|(?<=tps:)|(?<=doi:)))"
_MAY_BE_MARKUP = re.compile(f"[{_SIGNS}]{_MAY_BE}")
_MAY_BE_HELD = re.compile(f"[{_SIGNS}\U000f0000-\U000ffffd]{_MAY_BE}")
_NO_MACROS: Mapping[str, str] = MappingProxyType({})
_BREAK = "\n"
_marked_spans: Callable[[str, HeldText, list[Remark]], list[Span]] = when_called(
    "booklet.reading.inline_markup", "marked_spans"
)
_NO_QUOTE = expression('[^"“”„]+')


def markdown_line(
    text: str, language: str, macros: Mapping[str, str] = _NO_MACROS, remarks: list[Remark] | None = None
) -> Line:
    r"""One line: emphasis (*a*, **a**), x^2^, H~2~O, links, formulas, and what LaTeX and HTML have for them. Never raises.

    Line ends are blanks, display formulas stand in the line. `macros` are private commands of LaTeX, by name with its
    backslash; what there is to say about the text is added to `remarks`.
    """
    remarks = [] if remarks is None else remarks
    held = hold(text, macros, remarks)
    remarks += _at_home(markup_as_written(held.text, latex=held.latex), held)
    return _in_line(held.text, 0, held, language, remarks)


def markdown_blocks(
    text: str,
    language: str,
    macros: Mapping[str, str] = _NO_MACROS,
    remarks: list[Remark] | None = None,
    formulas: list[tuple[int, int]] | None = None,
) -> RichText:
    """Paragraphs (parted by blank lines), lists and display formulas; otherwise as `markdown_line`. Never raises. Offset and
    length of each formula in the text are added to `formulas`."""
    remarks = [] if remarks is None else remarks
    held = hold(text, macros, remarks)
    noticed = [Remark(PASTED_HYPHEN, words, at) for at, words in pasted_hyphens(held.text)]
    noticed += markup_as_written(held.text, latex=held.latex)
    blocks: list[Block] = []
    for part in split_markup(held.text):
        if isinstance(part, ListItem):
            if spans := _in_line(part.text, part.at, held, language, remarks):
                blocks.append(Block(spans, "item", part.marker, part.depth))
        else:
            noticed += lost_items(part)
            blocks += paragraph_blocks(_spans_of(part.text, part.at, held, language, remarks))
    remarks += _at_home(noticed, held)
    if formulas is not None:
        formulas += _places(blocks, held)
    return tuple(blocks)


def _at_home(noticed: Iterable[Remark], held: HeldText) -> Iterator[Remark]:
    """Remarks on held text as remarks on the text before. Of what a macro wrote, the macro is named."""
    for remark in noticed:
        at, macro = held.origin(remark.at)
        if not macro:
            yield replace(remark, at=at)
        elif remark.code is UNKNOWN_COMMAND:
            yield Remark(UNKNOWN_COMMAND, macro, at, "mathematics belongs between dollar signs")
        else:
            yield replace(remark, at=at, words=macro)


def _places(blocks: Iterable[Block], held: HeldText) -> Iterator[tuple[int, int]]:
    """Offset and length of the formulas that came into blocks."""
    pieces = (piece for piece in held.pieces if piece.formula)
    for span in (span for block in blocks for span in block.spans if span.formula):
        piece = next((piece for piece in pieces if span.text.startswith(piece.text)), None)
        if piece:
            yield piece.at, piece.length


def _in_line(text: str, at: int, held: HeldText, language: str, remarks: list[Remark]) -> Line:
    """The spans of a line, with blanks for forced line ends."""
    spans = [
        replace(span, text=" ") if span.text == _BREAK else span
        for span in _spans_of(text, at, held, language, remarks)
    ]
    return trimmed(spans)


def _spans_of(text: str, at: int, held: HeldText, language: str, remarks: list[Remark]) -> list[Span]:
    """The spans of a text that stands at the offset `at` of the held one."""
    joined = straight_quotes(one_line(text))
    if not (_MAY_BE_HELD if held.parts else _MAY_BE_MARKUP).search(joined):
        return _signed([Span(joined)] if joined else [], language)
    noticed: list[Remark] = []
    spans = _marked_spans(joined, held, noticed)
    stood = before_joining({remark.at for remark in noticed}, joined, text) if noticed else {}
    remarks += _at_home((replace(remark, at=at + stood[remark.at]) for remark in noticed), held)
    return _signed(spans, language)


def _signed(spans: list[Span], language: str) -> list[Span]:
    """The spans with typographic signs, outside formulas and addresses."""
    if len(spans) == 1 and not spans[0].formula:
        text = typographic(spans[0].text, language)
        return spans if text == spans[0].text else [replace(spans[0], text=text)]
    result = []
    quotes = last = ""  # of the text before, all that matters for its signs
    for span, following in zip(spans, [*spans, Span("")][1:], strict=True):
        text = span.text if span.formula else typographic(span.text, language, quotes + last, following.text)
        before = last + span.text
        quotes, last = (quotes + _NO_QUOTE.sub("", before[:-1])).replace('""', ""), before[-1:]
        result.append(span if text == span.text else replace(span, text=text))
    return result
