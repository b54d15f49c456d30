"""Three versions of a content file into the one that it is to be, and findings on what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from booklet.codes import CONFLICT, KEPT_EDIT
from booklet.finding import Finding
from booklet.importing.merging.document import Document, read_document
from booklet.importing.merging.edits import Edit, edited, edited_as_written, plain
from booklet.importing.merging.merge_documents import MergedDocument, edits_kept, merge_documents, place_of
from booklet.importing.merging.merge_paragraphs import merge_paragraphs
from booklet.importing.merging.merge_values import Move, Name
from booklet.importing.merging.wording import FRESH, Remark
from booklet.place import Place
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
    old, own, new = (read_content(text, about.file) for text in (before, here, there))
    if isinstance(old, Finding) or isinstance(own, Finding) or isinstance(new, Finding):
        if before not in (here, there):
            findings.append(_not_understood(about, own if isinstance(own, Finding) else None))
        return theirs if before == here else mine
    merged, edits, remarks = _merged(about, old, own, new, moves)
    if before == here:
        whole = theirs if mine == last else edited_as_written(mine, (Edit(0, len(here), there),))
        findings.extend(_told(about, remark, new.document, there, edits) for remark in remarks)
        return whole
    result = edited(here, edits)
    told = [remark for remark in remarks if remark.code is not KEPT_EDIT]
    findings.extend(_told(about, remark, merged.result, result, edits) for remark in told)
    kept = edits_kept(remarks) or int(before == there)
    if kept:
        message = "an edit by hand is kept" if kept == 1 else f"{kept} edits by hand are kept"
        findings.append(Finding(KEPT_EDIT, message, Place(about.file), talk=about.talk))
    return edited_as_written(mine, edits)


def _merged(
    about: Subject, old: Content, own: Content, new: Content, moves: Mapping[Name, Move] | None
) -> tuple[MergedDocument, tuple[Edit, ...], tuple[Remark, ...]]:
    """The merged YAML, the edits of the whole file, and all remarks."""
    merged = merge_documents(old.document, own.document, new.document, about.words, moves)
    edits = tuple(Edit(one.start + own.begin, one.end + own.begin, one.text) for one in merged.edits)
    if not about.file.endswith(".md"):
        return merged, edits, merged.remarks
    name = f"abstract of {about.words}" if about.talk else f"text of {about.words}"
    text = merge_paragraphs(old.body, own.body, new.body, name)
    at = own.body_begin
    edits += tuple(Edit(one.start + at, one.end + at, one.text) for one in text.edits)
    below = tuple(one if one.offset is None else replace(one, offset=one.offset + at) for one in text.remarks)
    return merged, edits, merged.remarks + below


def _told(about: Subject, remark: Remark, document: Document, result: str, edits: tuple[Edit, ...]) -> Finding:
    """The finding of a remark, at its place in the result."""
    if remark.offset is None:
        place = place_of(document, remark.path)
    else:
        grown = sum(len(one.text) - (one.end - one.start) for one in edits if one.start < remark.offset)
        at = remark.offset + grown
        place = place_in(result, at + len(result[at:]) - len(result[at:].lstrip("\n")), about.file, width=0)
    path = tuple(step if isinstance(step, str) else step[1] for step in remark.path)
    return Finding(remark.code, remark.message, place, remark.hint, path=path, talk=about.talk)


def _not_understood(about: Subject, trouble: Finding | None) -> Finding:
    why = f": {trouble.message}" if trouble else ""
    message = f"the file cannot be read{why}; what changed in the source is not put in"
    place = trouble.place if trouble else Place(about.file)
    return Finding(CONFLICT, message, place, FRESH, talk=about.talk)
