"""The JSON of a G-Node conference (GCA), a list of abstracts, into a Meeting without sessions."""

from collections.abc import Iterator

from booklet.codes import BAD_SOURCE, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.kinds import talk_kind
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.person_names import joined_name
from booklet.importing.cleaning.prose import prose
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.meeting import ImportedAuthor, ImportedEvent, ImportedTalk, Meeting
from booklet.importing.meeting_parts.asides import say_private
from booklet.importing.meeting_parts.submissions import accepted, verdict
from booklet.importing.sources.json_records import json_value
from booklet.importing.sources.record import Record, listed_records, text_of
from booklet.importing.sources.source import Source
from booklet.importing.wish import Wish
from booklet.place import Place

_PARTS = ("department", "section", "address", "country")
_PRIVATE = {"mail": "e-mail addresses", "reasonForTalk": "reasons for a talk", "stateLog": "notes of the editors"}
_GROUP = 16  # bits: those above them of a sortId are the group, those below the number in it
_OPEN = frozenset({"inpreparation", "submitted", "inreview", "inrevision"})


def is_gca(source: Source) -> bool:
    """Whether a JSON file is a list of abstracts with affiliations by index."""
    abstracts = _abstracts(source, [])
    return bool(abstracts) and "text" in abstracts[0] and "affiliations" in abstracts[0]


def read_gca(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """Those abstracts that are accepted; their numbers are the boards of posters."""
    abstracts = _abstracts(source, findings)
    if not abstracts:
        findings.append(Finding(BAD_SOURCE, "there are no abstracts with a uuid in it", Place(source.name)))
    kept = accepted(abstracts, _verdict, lambda one: one.place, findings)
    say_private([*abstracts, *(author for one in abstracts for author in one.records("authors"))], _PRIVATE, findings)
    talks = tuple(_talk(one, findings) for one in kept)
    conference = abstracts[0].record("conference") if abstracts else Record({}, Place(source.name), {})
    title = title_text(conference.text("name"), conference.of("name"), findings)
    return Meeting(
        event=ImportedEvent(title=wish.title or title, zone=wish.zone, language=wish.language),
        talks=talks,
        tracks=tuple(dict.fromkeys(talk.track for talk in talks if talk.track)),
    )


def _abstracts(source: Source, findings: list[Finding]) -> tuple[Record, ...]:
    for file in source.ending(".json"):
        found = listed_records(json_value(file, findings), "abstracts")
        if found and "uuid" in found[0] and "authors" in found[0]:
            return found
    return ()


def _verdict(one: Record) -> bool | None:
    state = one.text("state")
    return None if state.casefold() in _OPEN else verdict(state)


def _talk(one: Record, findings: list[Finding]) -> ImportedTalk:
    group, board = _group_and_board(one)
    kind = talk_kind(" ".join((group, *(kind.text("name") for kind in one.records("abstrTypes")))))
    if not kind and "isTalk" in one and not one.truth("isTalk") and board:
        kind = "poster"
    if one.records("figures"):
        findings.append(
            Finding(LEFT_OUT, "figures are left out", one.of("figures"), "put their files into content/figures/")
        )
    return ImportedTalk(
        key=one.text("uuid"),
        title=title_text(one.text("title"), one.of("title"), findings),
        place=one.place,
        abstract=prose(one.text("text"), "any", one.of("text"), findings),
        authors=tuple(_authors(one, findings)),
        kind=kind,
        track=one_line(one.text("topic"), one.of("topic"), findings),
        board=board if kind == "poster" else "",
        references=tuple(filter(None, (_reference(each, findings) for each in one.records("references")))),
        funding=" ".join(prose(one.text("acknowledgements"), "any", one.of("acknowledgements"), findings).split()),
    )


def _group_and_board(one: Record) -> tuple[str, str]:
    """The name of the group of an abstract and its number in it, below the short name of the group."""
    number = one.number("sortId") or 0
    if number <= 0:
        return "", ""
    groups = {group.text("prefix"): group for group in one.record("conference").records("groups")}
    group = groups.get(f"{number >> _GROUP}")
    short = group.text("short")[:10] if group else ""
    return (group.text("name") if group else ""), f"{short}{number & (1 << _GROUP) - 1}"


def _authors(one: Record, findings: list[Finding]) -> Iterator[ImportedAuthor]:
    """The authors; their affiliations are indexes into the list of the abstract, from 0 on."""
    listed = [_affiliation(each, findings) for each in one.records("affiliations")]
    for author in one.records("authors"):
        name = joined_name(author.text("firstName"), author.text("middleName"), author.text("lastName"))
        indexes = [
            int(text) for text in author.texts("affiliations") if text.isascii() and text.isdigit() and len(text) < 5
        ]
        wanted = tuple(listed[index] for index in indexes if index < len(listed) and listed[index])
        if name:
            yield ImportedAuthor(name, wanted)


def _affiliation(each: Record, findings: list[Finding]) -> str:
    parts = (text_of(each.values.get(part)) for part in _PARTS)
    return one_line(", ".join(part for part in parts if part), each.place, findings)


def _reference(each: Record, findings: list[Finding]) -> str:
    text = " ".join(prose(each.text("text"), "any", each.of("text"), findings).split())
    doi = each.text("doi")
    return f"{text} doi:{doi}".strip() if doi and doi not in text else text
