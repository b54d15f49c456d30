"""A file of pages/ into a FreePage: front matter, then its text, which may have headings."""

import re
from collections.abc import Iterator

from booklet import limits
from booklet.codes import TOO_LARGE
from booklet.expression import expression
from booklet.finding import Finding
from booklet.model.free_page import FreePage, Signature
from booklet.model.rich_text import Block, Line, RichText
from booklet.place import Place
from booklet.plain_dataclasses import replace
from booklet.reading.fields import marked_blocks, marked_text, plain_text
from booklet.reading.front_matter import split_front_matter
from booklet.reading.read_figures import in_lists, read_figures
from booklet.reading.read_names import Shared
from booklet.reading.records import PageRecord
from booklet.reading.validate import places, validate
from booklet.text_file import read_text
from booklet.yaml_file import read_yaml_text

_HEADING = expression(r"^#{1,6}[ ]+(\S.*)$", re.MULTILINE)


def read_page(data: bytes, file: str, page_id: str, shared: Shared, findings: list[Finding]) -> FreePage | None:
    """The page of one file; None where it has no front matter that can be used."""
    text, found = read_text(data, file)
    findings.extend(found)
    split = split_front_matter(text, file, findings) if text is not None else None
    if split is None:
        return None
    front, body, body_line = split
    node, found = read_yaml_text(front, file, 2)
    findings.extend(found)
    record, good, found = (None, None, ()) if node is None and found else validate(PageRecord, node, file)
    findings.extend(found)
    if record is None:
        return None
    at = in_lists(places(good, file), "figures", "signatures")
    language = record.language or shared.language

    def plain(value: str | None, *path: str | int) -> str:
        return plain_text(value, at.of(*path), language, findings)

    def line(value: str | None, *path: str | int) -> Line:
        return marked_text(value, at.of(*path), language, findings, macros=shared.macros)

    return FreePage(
        id=page_id,
        title=line(record.title, "title"),
        places=replace(at, parts=(*at.parts, (("text",), Place(file, body_line)))),
        text=_text(body, Place(file, body_line), language, shared, findings),
        language=record.language if record.language != shared.language else None,
        figures=read_figures(record.figures, at, plain, line),
        signatures=tuple(
            Signature(
                shared.people.printed(plain(one.name, "signatures", i, "name")),
                plain(one.role, "signatures", i, "role") or None,
            )
            for i, one in enumerate(record.signatures)
        ),
    )


def _text(body: str, start: Place, language: str, shared: Shared, findings: list[Finding]) -> RichText:
    """The text, which begins in the line of `start`; what exceeds a limit is left out, with a finding."""
    if len(body) > limits.ABSTRACT:
        message = f"the text has {len(body)} characters; at most {limits.ABSTRACT} are taken"
        findings.append(Finding(TOO_LARGE, message, start, "make two pages of it"))
        body = body[: limits.ABSTRACT]
    blocks: list[Block] = []
    for line, heading, text in _parts(body):
        place = start._replace(line=start.line + line)
        if heading:
            spans = marked_text(heading, place, language, findings, macros=shared.macros)
            blocks.append(Block(spans, "heading"))
            place = place._replace(line=place.line + 1)
        blocks += marked_blocks(text, place, language, findings, macros=shared.macros).blocks
    if len(blocks) > limits.PARAGRAPHS:
        message = f"the text has {len(blocks)} paragraphs; at most {limits.PARAGRAPHS} are taken"
        findings.append(Finding(TOO_LARGE, message, start, "make two pages of it"))
    return tuple(blocks[: limits.PARAGRAPHS])


def _parts(body: str) -> Iterator[tuple[int, str, str]]:
    """The number of lines before a part, its heading (empty for what stands before the first), and its text."""
    found = list(_HEADING.finditer(body))
    ends = [*(one.start() for one in found[1:]), len(body)] if found else []
    yield 0, "", body[: found[0].start()] if found else body
    for one, end in zip(found, ends, strict=True):
        yield body.count("\n", 0, one.start()), _without_close(one[1]), body[one.end() + 1 : end]


def _without_close(heading: str) -> str:
    """A heading without the signs and blanks that may end its line; of nothing but signs one is left."""
    return heading.rstrip(" ").rstrip("#").rstrip(" ") or "#"
