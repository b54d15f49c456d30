"""Three versions of a content file into the one that it is to be, and findings on what became of it."""

from collections.abc import Iterable, Iterator, Mapping

from booklet.codes import CONFLICT, KEPT_EDIT
from booklet.finding import Finding
from booklet.importing.merging.document import Document, read_document
from booklet.importing.merging.edits import Edit, edited, edited_as_written, plain
from booklet.importing.merging.merge_documents import changes, merge_documents, nearest_place, places_of
from booklet.importing.merging.merge_paragraphs import MergedText, merge_paragraphs
from booklet.importing.merging.merge_values import Move, Name
from booklet.importing.merging.wording import FRESH, Remark
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace
from booklet.reading.front_matter import split_front_matter
from booklet.text_file import place_in


@dataclass(frozen=True, slots=True)
class Subject:
    """What a file is about: its path below the project, the words for it in messages (or empty), the id of its talk (or
    None)."""

    file: str
    words: str = ""
    talk: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """A file taken apart: its YAML, where in the text this begins, and for Markdown the text below, and where that begins."""

    document: Document
    begin: int = 0
    body: str = ""
    body_begin: int = 0


def read_content(text: str, file: str) -> Content | Finding:
    """The parts of a file whose lines end with line feeds; what is wrong with it where it cannot be understood."""
    if not file.endswith(".md"):
        document = read_document(text, file)
        return document if isinstance(document, Finding) else Content(document)
    found: list[Finding] = []
    split = split_front_matter(text, file, found)
    if split is None:
        return found[0]
    front, body, _ = split
    document = read_document(f"{front}\n", file, 2)
    if isinstance(document, Finding):
        return document
    return Content(document, text.index("\n") + 1, body, len(text) - len(body))


def merge_file(
    about: Subject,
    last: str,
    mine: str,
    theirs: str,
    findings: list[Finding],
    moves: Mapping[Name, Move] | None = None,
) -> str:
    """The organizer's file with what the source changed. `moves` are the items that stand in different sessions."""
    before, here, there = plain(last), plain(mine), plain(theirs)
    if here == there:
        return mine
    old, new = (read_content(text, about.file) for text in (before, there))
    own = old if before == here else read_content(here, about.file)
    if isinstance(old, Finding) or isinstance(own, Finding) or isinstance(new, Finding):
        if before not in (here, there):
            findings.append(_not_understood(about, own if isinstance(own, Finding) else None))
        return theirs if before == here else mine
    body = merge_paragraphs(old.body, own.body, new.body, _body_name(about))
    if before == here:
        remarks = (*changes(old.document, new.document, about.words), *_moved_on(body, new.body_begin))
        findings.extend(_told(about, remarks, new.document, there))
        return theirs if mine == last else edited_as_written(mine, (Edit(0, len(here), there),))
    merged = merge_documents(old.document, own.document, new.document, about.words, moves)
    edits = (*_shifted(merged.edits, own.begin), *_shifted(body.edits, own.body_begin))
    remarks = (*merged.remarks, *_moved_on(body, own.body_begin + _growth(merged.edits)))
    findings.extend(_told(about, remarks, merged.result, edited(here, edits)))
    if kept := sum(one.code is KEPT_EDIT for one in remarks) or int(before == there):
        message = "an edit by hand is kept" if kept == 1 else f"{kept} edits by hand are kept"
        findings.append(Finding(KEPT_EDIT, message, Place(about.file), talk=about.talk))
    return edited_as_written(mine, edits)


def _body_name(about: Subject) -> str:
    return f"abstract of {about.words}" if about.talk else f"text of {about.words}"


def _shifted(edits: tuple[Edit, ...], by: int) -> tuple[Edit, ...]:
    return tuple(Edit(one.start + by, one.end + by, one.text) for one in edits)


def _growth(edits: Iterable[Edit]) -> int:
    return sum(len(one.text) - (one.end - one.start) for one in edits)


def _moved_on(body: MergedText, begin: int) -> Iterator[Remark]:
    """The remarks on a text with their offsets in the whole result, where the text begins at `begin`."""
    for remark in body.remarks:
        at = remark.offset or 0
        yield replace(remark, offset=begin + at + _growth(one for one in body.edits if one.start < at))


def _told(about: Subject, remarks: Iterable[Remark], document: Document, result: str) -> Iterator[Finding]:
    """The findings of remarks, at their places in the result."""
    told = [remark for remark in remarks if remark.code is not KEPT_EDIT]
    places = places_of(document) if told else {}
    for remark in told:
        if remark.offset is None:
            place = nearest_place(places, remark.path)
        else:
            at = remark.offset
            while result[at : at + 1] == "\n":
                at += 1
            place = place_in(result, at, about.file, width=0)
        path = tuple(step if isinstance(step, str) else step[1] for step in remark.path)
        yield Finding(remark.code, remark.message, place, remark.hint, path=path, talk=about.talk)


def _not_understood(about: Subject, trouble: Finding | None) -> Finding:
    why = f": {trouble.message}" if trouble else ""
    message = f"the file cannot be read{why}; what changed in the source is not put in"
    place = trouble.place if trouble else Place(about.file)
    return Finding(CONFLICT, message, place, FRESH, talk=about.talk)
