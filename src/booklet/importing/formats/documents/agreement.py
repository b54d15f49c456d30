"""Entries of the program and abstracts into talks: which belongs to which, and where the two contradict each other."""

from collections.abc import Sequence

from booklet.codes import CONTRADICTION
from booklet.finding import Finding
from booklet.importing.cleaning.kinds import session_kind
from booklet.importing.formats.documents.abstract_block import AbstractBlock
from booklet.importing.formats.documents.author_line import Author, are_authors, authors_of
from booklet.importing.formats.documents.line import folded, plain
from booklet.importing.formats.documents.marked_title import marked_title
from booklet.importing.formats.documents.one_person import agreed
from booklet.importing.formats.documents.program_entries import SIGNS, Entry
from booklet.importing.meeting import ImportedAuthor, ImportedTalk
from booklet.model.name_likeness import likeness
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace

_ALIKE = 0.6  # of the words of two titles that they have in common
_MANY = 400  # entries without an abstract that are looked at for an abstract without an entry


@dataclass(frozen=True, slots=True)
class Agreed:
    """The talks in the order of the document, and for each entry the key of its talk (empty: it is none)."""

    talks: tuple[ImportedTalk, ...]
    keys: tuple[str, ...]


def agreed_talks(entries: Sequence[Entry], blocks: Sequence[AbstractBlock], findings: list[Finding]) -> Agreed:
    """The talks of a document. Of two titles that of the abstract is taken; entries with authors and no abstract are talks
    too."""
    titles = {folded(block.title) for block in blocks}
    entries = [_parted(entry, titles, findings) for entry in entries]
    matches = _matches(entries, blocks)
    entry_of = {at: one for one, at in reversed(matches.items())}
    used: dict[str, int] = {}
    talks: list[ImportedTalk] = []
    for at, block in enumerate(blocks):
        talk = _of_both(entries[entry_of[at]], block, findings) if at in entry_of else block.talk()
        if entries and at not in entry_of:
            message = f'the abstract "{block.title[:60]}" is of no talk of the program'
            findings.append(Finding(CONTRADICTION, message, block.place, "add the talk to the program, or take it out"))
        talks.append(replace(talk, key=_key(talk, used)))
    keys = []
    for one, entry in enumerate(entries):
        if one in matches:
            keys.append(talks[matches[one]].key)
        elif other := _without_abstract(entry, findings, alone=not blocks):
            talks.append(replace(other, key=_key(other, used)))
            keys.append(talks[-1].key)
        else:
            keys.append("")
    return Agreed(tuple(talks), tuple(keys))


def _without_abstract(entry: Entry, findings: list[Finding], *, alone: bool) -> ImportedTalk | None:
    """The talk of an entry with authors or with time for questions; None for all others. Where none has an abstract there is
    nothing to say about it."""
    is_talk = entry.questions is not None or (entry.names and not _is_item(plain(entry.title)))
    if not is_talk or not folded(entry.title):
        return None
    title = marked_title(entry.title, entry.place, findings)
    if not alone:
        message = f'"{title[:60]}" stands in the program and has no abstract'
        findings.append(Finding(CONTRADICTION, message, entry.place, "add its abstract, if there is one"))
    return ImportedTalk("", title, entry.place, authors=_imported(entry))


def _imported(entry: Entry) -> tuple[ImportedAuthor, ...]:
    """The names of an entry as authors."""
    return tuple(ImportedAuthor(one.name, (one.affiliation,) if one.affiliation else ()) for one in entry.names)


def _key(talk: ImportedTalk, used: dict[str, int]) -> str:
    """What the talk is called by: its first author, whose name changes less often than a title; with the title where one is
    the first author of several, and then with a number."""
    author = folded(talk.authors[0].name) if talk.authors else ""
    both = f"{author}: {folded(talk.title)}"
    key = author if author and author not in used else both
    used[key] = used.get(key, 0) + 1
    return key if used[key] == 1 else f"{key} {used[key]}"


def _parted(entry: Entry, titles: set[str], findings: list[Finding]) -> Entry:
    """An entry whose title has names before a colon or a dash or in brackets behind it, where that is what they are."""
    if entry.names:
        return entry
    text = plain(entry.title)
    if folded(text) in titles:
        return entry
    for sign in SIGNS:
        first, found, rest = text.partition(sign)
        for names, title in ((first, rest), (rest, first)):
            if found and folded(title) in titles and are_authors(names):
                return replace(entry, title=title, names=authors_of(names, entry.place, findings))
    begin = text.rfind(" (")
    if begin > 0 and text.endswith(")") and are_authors(text[begin + 2 : -1]):
        title, names = text[:begin], text[begin + 2 : -1]
        if folded(title) in titles or not _is_item(title):
            return replace(entry, title=title, names=authors_of(names, entry.place, findings))
    return entry


def _is_item(text: str) -> bool:
    """Whether a title is that of an opening, a break or the like: who is named with it gives no talk."""
    return bool(session_kind(text)) or not set(folded(text).split()) - set(_ITEMS.split())


_ITEMS = (
    "welcome opening closing introduction remarks break coffee lunch dinner discussion panel registration reception poster "
    "posters summary farewell and final round table general group photo questions begrüßung eröffnung abschluss pause "
    "kaffeepause mittagspause"
)


def _matches(entries: Sequence[Entry], blocks: Sequence[AbstractBlock]) -> dict[int, int]:
    """The number of the abstract by the number of its entry: by equal titles, then by titles or authors that are alike."""
    by_title: dict[str, int] = {}
    for at, block in enumerate(blocks):
        by_title.setdefault(folded(block.title), at)
    found = {one: by_title[folded(entry.title)] for one, entry in enumerate(entries) if folded(entry.title) in by_title}
    for test in (_same_words, _same_authors):
        left = [one for one in range(len(entries)) if one not in found][:_MANY]
        taken = set(found.values())
        free = [at for at in range(len(blocks)) if at not in taken][:_MANY]
        for at in free:
            right = [one for one in left if one not in found and test(entries[one], blocks[at])]
            if len(right) == 1:
                found[right[0]] = at
    return found


def _same_words(entry: Entry, block: AbstractBlock) -> bool:
    one, other = set(folded(entry.title).split()), set(folded(block.title).split())
    return len(one | other) > 2 and len(one & other) >= _ALIKE * len(one | other)


def _same_authors(entry: Entry, block: AbstractBlock) -> bool:
    names = [author.name for author in block.authors]
    same = sum(any(one.name == name or likeness(one.name, name) for name in names) for one in entry.names)
    return bool(same) and 2 * same >= len(entry.names)


def _of_both(entry: Entry, block: AbstractBlock, findings: list[Finding]) -> ImportedTalk:
    talk = block.talk()
    if folded(entry.title) != folded(block.title):
        message = (
            f'one talk has two titles: "{plain(entry.title)[:60]}" in the program, "{block.title[:60]}" above the '
            "abstract, which is taken"
        )
        findings.append(
            Finding(CONTRADICTION, message, entry.place, "check which is right", (block.place, *entry.below))
        )
    return replace(talk, authors=_authors(entry, block, findings))


def _authors(entry: Entry, block: AbstractBlock, findings: list[Finding]) -> tuple[ImportedAuthor, ...]:
    """The authors of the abstract, under the fullest form of each name; who alone stands in the program speaks."""
    if not block.authors:
        return _imported(entry)
    rest = list(entry.names)
    authors = []
    found: list[bool] = []
    for author, written in zip(block.authors, block.written, strict=True):
        same = next((one for one in rest if folded(one.name) == folded(author.name)), None)
        same = same or next((one for one in rest if likeness(one.name, author.name)), None)
        found.append(same is not None)
        if same:
            rest.remove(same)
            author = replace(author, name=agreed(same, written, findings))
        authors.append(author)
    _missing(entry, block, found, rest, findings)
    speaks = len(entry.names) == 1 and sum(found) == 1 and not any(author.presenting for author in authors)
    return tuple(
        replace(author, presenting=author.presenting or (speaks and is_found and len(authors) > 1))
        for author, is_found in zip(authors, found, strict=True)
    )


def _missing(
    entry: Entry, block: AbstractBlock, found: list[bool], rest: list[Author], findings: list[Finding]
) -> None:
    """Authors that only one of the two names. A program that names a single speaker does not mean all authors."""
    where: Place = block.written[0].place if block.written else block.place
    for one in rest:
        message = f'"{one.name[:60]}" is an author in the program, but not above the abstract'
        findings.append(Finding(CONTRADICTION, message, entry.place, "add the author by hand, if it is one", (where,)))
    if len(entry.names) < 2:
        return
    for author, is_found in zip(block.written, found, strict=True):
        if not is_found:
            message = f'"{author.name[:60]}" is an author above the abstract, but not in the program'
            findings.append(
                Finding(CONTRADICTION, message, author.place, "check it; the abstract is taken", (entry.place,))
            )
