"""A file of talks/ into a Talk: front matter between lines of three hyphens, then the abstract."""

from collections.abc import Callable
from typing import NamedTuple

from booklet import limits
from booklet.codes import TOO_LARGE
from booklet.finding import Finding
from booklet.model.rich_text import Line, RichText
from booklet.model.talk import Link, Talk, Translation
from booklet.place import Place, Places
from booklet.plain_dataclasses import dataclass, replace
from booklet.reading.fields import MarkedBlocks, marked_blocks, marked_text, plain_text
from booklet.reading.front_matter import split_front_matter
from booklet.reading.macros import take_definitions
from booklet.reading.read_authors import read_authors
from booklet.reading.read_figures import in_lists, read_figures
from booklet.reading.read_macros import read_macros
from booklet.reading.read_names import Shared
from booklet.reading.records import LinkRecord, TalkRecord
from booklet.reading.shapes import RefusedError
from booklet.reading.validate import places, validate
from booklet.reading.values import read_id
from booklet.text_file import read_text
from booklet.yaml_file import read_yaml_text


@dataclass(frozen=True, slots=True)
class TalkReading:
    """What came of one file: its talk (None: nothing usable), its id where one is known, the shared affiliations used."""

    talk: Talk | None
    id: str | None
    used: frozenset[str] = frozenset()


class _Body(NamedTuple):
    """The abstract as it is read, and as it was written."""

    abstract: RichText
    written: str


def read_talk(data: bytes, file: str, stem: str, shared: Shared, findings: list[Finding]) -> TalkReading:
    """The talk of one file. `stem` is the name of the file without .md: the talk's id unless it gives another."""
    text, found = read_text(data, file)
    findings.extend(found)
    split = split_front_matter(text, file, findings) if text is not None else None
    if split is None:
        return TalkReading(None, stem)
    front, body, body_line = split
    node, found = read_yaml_text(front, file, 2)
    findings.extend(found)
    record, good, found_in_record = (None, None, ()) if node is None and found else validate(TalkRecord, node, file)
    talk_id = record.id if record and record.id else id_of_file(stem, file, findings)
    findings.extend(replace(finding, talk=talk_id) for finding in found_in_record)
    language = record.language if record and record.language else shared.language
    at = in_lists(places(good, file), "authors", "figures", "links")
    if record:
        # The talk's own macros go before the event's.
        shared = shared.with_macros(read_macros(record.macros, at, findings, talk_id))
    abstract, formulas = _abstract(body, Place(file, body_line), language, shared, talk_id or stem, findings)
    if record is None or talk_id is None:
        return TalkReading(None, talk_id or stem)
    # What its author defines in the abstract, the title and the references use as well.
    shared = shared.with_macros(take_definitions(body[: limits.ABSTRACT])[1])
    blank = len(body) - len(body.lstrip())
    begin = Place(file, body_line + body.count("\n", 0, blank))
    parts = ((("abstract", number), place) for number, place in enumerate(formulas))
    at = Places(at.record, (*at.parts, (("abstract",), begin), *parts))
    written = body[body.rfind("\n", 0, blank) + 1 :]
    talk, used = _talk(record, talk_id, at, shared, _Body(abstract, written), findings)
    return TalkReading(talk, talk_id, used)


def _links(records: list[LinkRecord], text: Callable[..., str]) -> tuple[Link, ...]:
    """The links of a talk; `text` reads a value of it at a path."""
    return tuple(
        Link(text(one.label, "links", i, "label") or one.address, one.address) for i, one in enumerate(records)
    )


def _translation(
    record: TalkRecord, at: Places, shared: Shared, talk_id: str, findings: list[Finding]
) -> Translation | None:
    """Title and abstract in the second language, when they are given."""
    one = record.translation
    if one is None:
        return None
    title = marked_text(one.title, at.of("translation", "title"), one.language, findings, talk_id, shared.macros)
    place = at.of("translation", "abstract")
    return Translation(
        one.language, title, _abstract(one.abstract, place, one.language, shared, talk_id, findings).blocks
    )


def _talk(
    record: TalkRecord, talk_id: str, at: Places, shared: Shared, body: _Body, findings: list[Finding]
) -> tuple[Talk, frozenset[str]]:
    """The talk, and the keys of shared affiliations that it uses."""
    language = record.language or shared.language
    spent = [0]  # characters that the formulas have become, in all fields together

    def line(value: str | None, *path: str | int) -> Line:
        macros = shared.macros if spent[0] <= limits.MACRO_TEXT else {}
        read = marked_text(value, at.of(*path), language, findings, talk_id, macros)
        spent[0] += sum(len(span.formula) for span in read)
        return read

    def text(value: str | None, *path: str | int) -> str:
        return plain_text(value, at.of(*path), language, findings, talk_id)

    authors, affiliations, used = read_authors(record, at, shared, talk_id, findings)
    stand = ((("affiliations", number), place) for number, place in enumerate(affiliations.values()))
    at = Places(at.record, (*at.parts, *stand))
    talk = Talk(
        id=talk_id,
        title=line(record.title, "title"),
        places=at,
        authors=authors,
        affiliations=tuple(affiliations),
        short_title=text(record.short_title, "short-title") or None,
        language=record.language if record.language != shared.language else None,
        status=record.status,
        keywords=tuple(word for i, one in enumerate(record.keywords) if (word := text(one, "keywords", i))),
        references=tuple(row for i, one in enumerate(record.references) if (row := line(one, "references", i))),
        figures=read_figures(record.figures, at, text, line),
        funding=line(record.funding, "funding"),
        links=_links(record.links, text),
        kind=record.kind,
        track=text(record.track, "track") or None,
        board=text(record.board, "board") or None,
        abstract=body.abstract,
        abstract_written=body.written,
        translation=_translation(record, at, shared, talk_id, findings),
    )
    return talk, used


def id_of_file(stem: str, file: str, findings: list[Finding]) -> str | None:
    """The id that the name of a file is, without its ending; None, with a finding, where it can be none."""
    try:
        return read_id(stem)
    except RefusedError as refused:
        hint = f"rename the file, or give id: in it; {refused.hint}"
        findings.append(Finding(refused.code, refused.message, Place(file), hint))
        return None


def _abstract(
    body: str, start: Place, language: str, shared: Shared, talk_id: str, findings: list[Finding]
) -> MarkedBlocks:
    """The abstract, which begins in the line of `start`; what exceeds a limit is left out, with a finding."""
    if len(body) > limits.ABSTRACT:
        message = f"the abstract has {len(body)} characters; at most {limits.ABSTRACT} are taken"
        findings.append(Finding(TOO_LARGE, message, start, "shorten it", talk=talk_id))
        body = body[: limits.ABSTRACT]
    abstract = marked_blocks(body, start, language, findings, talk_id, shared.macros)
    count = len(abstract.blocks)
    if count > limits.PARAGRAPHS:
        message = f"the abstract has {count} paragraphs; at most {limits.PARAGRAPHS} are taken"
        findings.append(Finding(TOO_LARGE, message, start, "join them", talk=talk_id))
    return abstract._replace(blocks=abstract.blocks[: limits.PARAGRAPHS])
