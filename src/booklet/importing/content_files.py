"""A Meeting with its ids into the files of content/, laid out as people would write them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import time

from booklet.importing.ids import Ids
from booklet.importing.meeting import (
    ImportedAuthor,
    ImportedCity,
    ImportedEvent,
    ImportedItem,
    ImportedName,
    ImportedPage,
    ImportedPerson,
    ImportedRoom,
    ImportedSession,
    ImportedSponsor,
    ImportedTalk,
    Meeting,
)
from booklet.importing.yaml_text import (
    Written,
    a_key,
    a_key_of_records,
    a_key_of_texts,
    a_list,
    a_record,
    one_value,
)
from booklet.place import Place
from booklet.reading.zones import city_of, read_city

_NOWHERE = Place("")


def content_files(meeting: Meeting, ids: Ids) -> dict[str, str]:
    """The texts of the files by their names below the project: "content/event.yaml", "content/talks/alexe.md"."""
    if meeting.files:
        return dict(meeting.files)
    shared = _shared_affiliations(meeting, ids)
    files = {
        "content/event.yaml": _text(_event(meeting.event)),
        "content/program.yaml": _text(_program(meeting, ids)),
        "content/affiliations.yaml": _text(line for key, text in shared.items() for line in a_key(key, text)),
        "content/people.yaml": _text(a_key_of_records("people", [_person(one) for one in meeting.people])),
    }
    files |= {f"content/pages/{page.name}.md": _page(page) for page in meeting.pages}
    files |= {f"content/talks/{ids.talks[talk.key]}.md": _talk(talk, ids, shared) for talk in meeting.talks}
    return {name: text for name, text in files.items() if text}


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _shared_affiliations(meeting: Meeting, ids: Ids) -> dict[str, str]:
    """Affiliations of several talks by their keys, in the order of the keys: each is written once."""
    count = Counter(
        text
        for talk in meeting.talks
        for text in {text: None for author in talk.authors for text in author.affiliations}
    )
    return dict(sorted((ids.affiliations[text], text) for text, talks in count.items() if talks > 1))


def _event(event: ImportedEvent) -> list[str]:
    return [
        *a_key("title", event.title),
        *a_key("topic", event.topic),
        *a_key("series", event.series),
        *a_key("venue", event.venue),
        *a_key("website", event.website),
        *a_key("language", event.language),
        *a_key("zone", event.zone),
        *a_key_of_records("organizers", [_name(one) for one in event.organizers]),
        *_sentences("notes", event.notes),
        *_mapping("time-zones", [(region, Written(_cities(cities))) for region, cities in event.regions]),
        *_lists("committees", [(name, [_name(one) for one in members]) for name, members in event.committees]),
        *_lists("sponsors", _tiers(event.sponsors)),
    ]


def _sentences(key: str, texts: tuple[str, ...]) -> list[str]:
    return [f"{key}:", *(f"  - {one_value(text)}" for text in texts)] if texts else []


def _mapping(key: str, values: list[tuple[str, Written]]) -> list[str]:
    return [f"{key}:", *(f"  {one_value(name)}: {value}" for name, value in values)] if values else []


def _lists(key: str, lists: list[tuple[str, list[dict[str, str]]]]) -> list[str]:
    """A key with lists of records by their names."""
    lines = [line for name, records in lists for line in a_key_of_records(one_value(name), records, 2)]
    return [f"{key}:", *lines] if lines else []


def _name(one: ImportedName) -> dict[str, str]:
    return {"name": one.name, "affiliation": one.affiliation, "office": one.office}


def _cities(cities: tuple[ImportedCity, ...]) -> str:
    """Cities in brackets: by name where the zone has it, else with the label."""
    return f"[{', '.join(_city(city) for city in cities)}]"


def _city(city: ImportedCity) -> str:
    name = city_of(city.zone)
    if city.label in {"", name}:
        return one_value(name if read_city(name, _NOWHERE) == city.zone else city.zone, in_flow=True)
    return a_record({"zone": city.zone, "label": one_value(city.label, in_flow=True)})


def _tiers(sponsors: tuple[ImportedSponsor, ...]) -> list[tuple[str, list[dict[str, str]]]]:
    tiers: dict[str, list[dict[str, str]]] = {}
    for one in sponsors:
        tiers.setdefault(one.tier, []).append({"name": one.name, "website": one.website})
    return list(tiers.items())


def _person(one: ImportedPerson) -> dict[str, str]:
    return {
        "name": one.name,
        "aliases": Written(a_list(one.aliases)) if one.aliases else "",
        "orcid": one.orcid,
        "biography": one.biography,
    }


def _program(meeting: Meeting, ids: Ids) -> list[str]:
    lines = [*_rooms(meeting.rooms), *_tracks(meeting.tracks), "sessions:"]
    for session in meeting.sessions:
        lines += _session(session, ids)
    return lines if meeting.sessions else [*lines[:-1], "sessions: []"]


def _rooms(rooms: tuple[ImportedRoom, ...]) -> list[str]:
    if all(not room.building and not room.note for room in rooms):
        return a_key_of_texts("rooms", [room.name for room in rooms])
    return a_key_of_records("rooms", [{"name": one.name, "building": one.building, "note": one.note} for one in rooms])


def _tracks(tracks: tuple[str, ...]) -> list[str]:
    return a_key_of_texts("tracks", tracks)


def _session(session: ImportedSession, ids: Ids) -> list[str]:
    room = session.rooms[0] if len(session.rooms) == 1 else ""
    lines = [
        *a_key("id", ids.sessions[session.key], 4),
        *a_key("title", session.title, 4),
        *a_key("date", session.date.isoformat(), 4),
        *a_key("start", _clock(session.start), 4),
        *a_key("until", _clock(session.until), 4),
        *a_key("day", session.day.isoformat() if session.day else "", 4),
        *a_key("zone", session.zone, 4),
        *a_key("kind", session.kind, 4),
        *a_key("track", session.track, 4),
        *(a_key("room", room, 4) if room else a_key_of_texts("room", session.rooms, 4)),
        *a_key_of_texts("chairs", session.chairs, 4),
        *a_key("note", session.note, 4),
    ]
    items = [f"      - {_item(item, ids)}" for item in session.items]
    return [f"  - {lines[0].lstrip()}", *lines[1:], *(["    items:", *items] if items else [])]


def _item(item: ImportedItem, ids: Ids) -> str:
    minutes = str(item.minutes or "") + (f" + {item.questions}" if item.minutes and item.questions else "")
    return a_record(
        {
            "talk": one_value(ids.talks[item.talk]) if item.talk else "",
            "title": one_value(item.title, in_flow=True) if item.title else "",
            "at": _clock(item.at),
            "minutes": minutes,
            "kind": item.kind,
        }
    )


def _clock(moment: time | None) -> str:
    """7:05, as content files have it."""
    return f"{moment.hour}:{moment.minute:02}" if moment else ""


def _talk(talk: ImportedTalk, ids: Ids, shared: Mapping[str, str]) -> str:
    """Front matter and abstract of a talk; of its affiliations, those that are not shared are written out."""
    own = dict.fromkeys(text for author in talk.authors for text in author.affiliations)
    keys = {ids.affiliations[text]: text for text in own if ids.affiliations[text] not in shared}
    front = [
        *a_key("title", talk.title),
        *a_key_of_records("authors", [_author(author, ids) for author in talk.authors]),
        *_mapping("affiliations", [(key, Written(one_value(text))) for key, text in keys.items()]),
        *a_key("kind", talk.kind),
        *a_key("language", talk.language),
        *a_key("status", talk.status),
        *a_key("track", talk.track),
        *a_key("board", talk.board),
        *a_key_of_texts("keywords", talk.keywords),
        *_sentences("references", talk.references),
        *a_key("funding", talk.funding),
        *a_key_of_records("links", [{"label": one.label, "address": one.address} for one in talk.links]),
        *_mapping("macros", [(name, Written(one_value(text))) for name, text in talk.macros]),
    ]
    return _text(["---", *front, "---", *([talk.abstract] if talk.abstract else [])])


def _author(author: ImportedAuthor, ids: Ids) -> dict[str, str]:
    keys = dict.fromkeys(ids.affiliations[text] for text in author.affiliations)
    return {
        "name": author.name,
        "affiliations": Written(a_list(list(keys))) if keys else "",
        "presenting": "true" if author.presenting else "",
    }


def _page(page: ImportedPage) -> str:
    signatures = [{"name": one.name, "role": one.office} for one in page.signatures]
    front = [*a_key("title", page.title), *a_key_of_records("signatures", signatures)]
    return _text(["---", *front, "---", *([page.text] if page.text else [])])
