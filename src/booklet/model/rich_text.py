"""Text with the little formatting that authors may use, free of any markup language."""

from typing import Literal

from booklet.plain_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text of one kind. `script` is +1 for superscript, -1 for subscript; `link` an https, http, mailto or
    doi address; `formula` is the LaTeX of a formula without its delimiters (macros of the content expanded), where the span
    is one: its `text` is then the source as it was written. `language` is a BCP 47 tag where it is not that of the line."""

    text: str
    emphasis: bool = False
    strong: bool = False
    script: Literal[-1, 0, 1] = 0
    link: str | None = None
    formula: str = ""
    language: str | None = None


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item of a list with its marker ("•", "2.") and its nesting depth from 0, a display formula, which is
    one span, or a heading, which only free pages have. `continued`: a paragraph that goes on after a display formula or a
    forced line end, so that no space for a new paragraph stands before it."""

    spans: Line
    kind: Literal["paragraph", "item", "formula", "heading"] = "paragraph"
    marker: str = ""
    depth: int = 0
    continued: bool = False


RichText = tuple[Block, ...]


def plain(line: Line) -> str:
    """The characters of a line without their formatting: for bookmarks, metadata and comparisons."""
    return line[0].text if len(line) == 1 else "".join(span.text for span in line)


def line(text: str) -> Line:
    """A line of unformatted text."""
    return (Span(text),) if text else ()
