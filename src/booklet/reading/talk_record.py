"""What was read of a talk's file as bytes, which another process or a later run can read, and back.

A record is JSON: lists, in which a value is known by its position. A span without formatting is its text; places of a talk
name their file only where it is not its own. Pictures are not in it: they are read later.
"""

import json
from collections.abc import Sequence
from itertools import repeat
from typing import Any

from booklet.finding import Finding
from booklet.finding_record import finding_rows, findings_of
from booklet.model.rich_text import Block, Line, RichText, Span
from booklet.model.talk import Author, Figure, Link, Talk, Translation
from booklet.place import Place, Places
from booklet.reading.read_talk import TalkReading


def packed(reading: TalkReading, findings: Sequence[Finding], file: str) -> bytes:
    """The record of what was read of a file, and of what there was to say about it."""
    talk = reading.talk and _talk(reading.talk, file)
    facts = (reading.id, sorted(reading.used), finding_rows(findings), talk)
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpacked(record: bytes, file: str) -> tuple[TalkReading, list[Finding]]:
    """What `packed` was given. Raises an error of UNREADABLE for what is no record."""
    talk_id, used, findings, talk = json.loads(record.decode("utf-8", "surrogatepass"))
    reading = TalkReading(None if talk is None else _read_talk(file, *talk), talk_id, frozenset(used))
    return reading, findings_of(findings)


def _places(places: Places, file: str) -> tuple[object, ...]:
    """The paths; lines, columns and ends of the record and all parts; the files of those that stand elsewhere."""
    paths, parts = zip(*places.parts, strict=True) if places.parts else ((), ())
    files, *numbers = zip(places.record, *parts, strict=True)
    return paths, *numbers, [(at, one) for at, one in enumerate(files) if one != file]


def _read_places(
    file: str,
    paths: list[list[str | int]],
    lines: list[int],
    columns: list[int],
    ends: list[int],
    elsewhere: list[tuple[int, str]],
) -> Places:
    stands = list(map(Place._make, zip(repeat(file, len(lines)), lines, columns, ends, strict=True)))
    for at, other in elsewhere:
        stands[at] = stands[at]._replace(file=other)
    return Places(stands[0], tuple(zip(map(tuple, paths), stands[1:], strict=True)))


def _line(line: Line) -> list[object]:
    return [one.text if one == Span(one.text) else _span(one) for one in line]


def _span(span: Span) -> tuple[object, ...]:
    return span.text, span.emphasis, span.strong, span.script, span.link, span.formula, span.language


def _read_line(line: list[Any]) -> Line:
    return tuple([Span(one) if one.__class__ is str else Span(*one) for one in line])


def _blocks(text: RichText) -> list[object]:
    return [(_line(one.spans), one.kind, one.marker, one.depth, one.continued) for one in text]


def _read_blocks(text: list[Any]) -> RichText:
    return tuple([Block(_read_line(spans), *rest) for spans, *rest in text])


def _talk(talk: Talk, file: str) -> tuple[object, ...]:
    second = talk.translation
    return (
        talk.id,
        _line(talk.title),
        _places(talk.places, file),
        [(one.name, one.affiliations, one.presenting) for one in talk.authors],
        talk.affiliations,
        _blocks(talk.abstract),
        talk.abstract_written,
        talk.short_title,
        talk.language,
        talk.status,
        talk.keywords,
        [(one.file, _places(one.places, file), one.alt, _line(one.caption), one.width) for one in talk.figures],
        [_line(one) for one in talk.references],
        _line(talk.funding),
        [(one.label, one.address) for one in talk.links],
        talk.kind,
        talk.track,
        talk.board,
        second and (second.language, _line(second.title), _blocks(second.abstract)),
    )


def _read_talk(file: str, *facts: Any) -> Talk:
    talk_id, title, places, authors, affiliations, abstract, written, short_title, language, *more = facts
    status, keywords, figures, references, funding, links, kind, track, board, second = more
    return Talk(
        talk_id,
        _read_line(title),
        _read_places(file, *places),
        tuple([Author(name, tuple(numbers), presenting) for name, numbers, presenting in authors]),
        tuple(affiliations),
        _read_blocks(abstract),
        written,
        short_title,
        language,
        status,
        tuple(keywords),
        tuple([_read_figure(file, *one) for one in figures]),
        tuple(map(_read_line, references)),
        _read_line(funding),
        tuple([Link(label, address) for label, address in links]),
        kind,
        track,
        board,
        None if second is None else _read_translation(*second),
    )


def _read_figure(file: str, name: str, places: list[Any], alt: str | None, caption: list[Any], width: float) -> Figure:
    return Figure(name, _read_places(file, *places), alt, _read_line(caption), width)


def _read_translation(language: str, title: list[Any], abstract: list[Any]) -> Translation:
    return Translation(language, _read_line(title), _read_blocks(abstract))
