"""Submissions as pretalx's REST interface gives them, with slots, rooms and speakers within or beside, into a Meeting."""

from collections.abc import Iterator

from booklet.codes import BAD_SOURCE, LEFT_OUT, PRIVATE
from booklet.finding import Finding
from booklet.importing.cleaning.durations import minutes_between
from booklet.importing.cleaning.moments import moment
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.meeting import ImportedEvent, ImportedRoom, ImportedTalk, Meeting
from booklet.importing.meeting_parts.happening import Happening
from booklet.importing.meeting_parts.schedule import Schedule, meeting_of
from booklet.importing.meeting_parts.schedule_talk import Said, happening_of, talk_of
from booklet.importing.meeting_parts.speakers import Speaker, people_of
from booklet.importing.sources.json_records import json_value
from booklet.importing.sources.record import Record
from booklet.importing.sources.source import Source
from booklet.importing.wish import Wish
from booklet.place import Place
from booklet.plain_dataclasses import dataclass

_TAKEN = {"accepted", "confirmed", ""}


@dataclass(frozen=True, slots=True)
class _Answers:
    """The objects of all files: submissions, slots and rooms by number, names of tracks, types and tags, speakers by code."""

    submissions: tuple[Record, ...]
    slots: dict[str, Record]
    rooms: dict[str, Record]
    names: dict[tuple[str, str], str]
    speakers: dict[str, Record]
    event: Record


def is_pretalx_rest(source: Source) -> bool:
    """Whether a JSON file has submissions with code, title, state and speakers."""
    return bool(_answers(source, []).submissions)


def read_pretalx_rest(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """The Meeting of all submissions that are accepted; those that are cancelled stay where they have a place."""
    answers = _answers(source, findings)
    if not answers.submissions:
        findings.append(Finding(BAD_SOURCE, "there are no submissions of pretalx in it", Place(source.name)))
        return Meeting(ImportedEvent())
    place = Place(answers.submissions[0].place.file)
    if any(submission.records("answers") for submission in answers.submissions):
        findings.append(Finding(PRIVATE, "answers to questions of the call for papers are left out", place))
    happenings: list[Happening] = []
    unplaced: list[ImportedTalk] = []
    speakers: list[Speaker] = []
    for submission in answers.submissions:
        state = submission.text("state").casefold()
        slots = tuple(_slots(submission, answers, findings))
        if state not in _TAKEN and not (state == "canceled" and slots):
            findings.append(Finding(LEFT_OUT, "submissions that are not accepted are left out", submission.place))
            continue
        said = _said(submission, answers)
        speakers.extend(said.speakers)
        happenings.extend(happening_of(said, at, findings) for at in slots)
        unplaced.extend([] if slots else [talk_of(said, findings)])
    schedule = Schedule(
        event=ImportedEvent(
            title=title_text(_word(answers.event, "name"), answers.event.place, findings),
            zone=answers.event.text("timezone"),
        ),
        place=place,
        happenings=tuple(happenings),
        unplaced=tuple(unplaced),
        people=people_of(speakers, findings),
        rooms=tuple(
            ImportedRoom(one_line(_word(room, "name"), room.place, findings), note=_word(room, "description"))
            for room in sorted(answers.rooms.values(), key=lambda room: room.number("position") or 0)
        ),
    )
    return meeting_of(schedule, wish, findings)


def _answers(source: Source, findings: list[Finding]) -> _Answers:
    """Objects are told apart by their fields; a file is a page of results, a list, or a single object."""
    records: list[Record] = []
    for file in source.ending(".json"):
        value = json_value(file, findings)
        found = value.values.get("results", value) if isinstance(value, Record) else value
        records.extend(one for one in (found if isinstance(found, tuple) else (found,)) if isinstance(one, Record))
    submissions = [one for one in records if {"code", "title", "state", "speakers"} <= one.values.keys()]
    slots = [one for one in records if {"submission", "start", "room"} <= one.values.keys()]
    persons = [one for one in records if {"code", "name"} <= one.values.keys() and "title" not in one]
    rooms = [
        one for one in records if {"id", "name"} <= one.values.keys() and one.values.keys() & {"capacity", "position"}
    ]
    named = [one for one in records if "id" in one and one.values.keys() & {"name", "tag"}]
    events = [one for one in records if {"slug", "name", "timezone"} <= one.values.keys()]
    return _Answers(
        submissions=tuple({one.text("code"): one for one in reversed(submissions)}.values())[::-1],
        slots={one.text("id") or f"{number}": one for number, one in enumerate(slots)},
        rooms={one.text("id"): one for one in rooms},
        names={(_list_of(one), one.text("id")): _word(one, "tag") or _word(one, "name") for one in named},
        speakers={one.text("code"): one for one in persons},
        event=events[0] if events else Record({}, Place(source.name), {}),
    )


def _list_of(record: Record) -> str:
    """What a named object is: a type has a duration, a track a color."""
    if "default_duration" in record:
        return "submission_type"
    return "tags" if "tag" in record else "track" if "color" in record else "room"


def _slots(submission: Record, answers: _Answers, findings: list[Finding]) -> Iterator[Happening]:
    code = submission.text("code")
    slots = [*submission.records("slots"), *submission.records("slot")]
    slots += [answers.slots[number] for number in submission.texts("slots") if number in answers.slots]
    slots = slots or [slot for slot in answers.slots.values() if slot.text("submission") == code]
    for slot in slots:
        start, end = moment(slot.text("start")), moment(slot.text("end"))
        if start is None:
            continue
        room = one_line(_named(slot, "room", answers), slot.place, findings)
        yield Happening(
            key=f"{code} {slot.text('id') or f'{start:%Y-%m-%d %H:%M}'}",
            start=start,
            place=submission.place,
            minutes=minutes_between(start, end) or slot.number("duration") or submission.number("duration"),
            rooms=(room,) if room else (),
            track=one_line(_named(submission, "track", answers), submission.place, findings),
        )


def _said(submission: Record, answers: _Answers) -> Said:
    return Said(
        key=submission.text("code"),
        title=submission.text("title"),
        place=submission.place,
        abstract=submission.text("abstract"),
        description=submission.text("description"),
        speakers=tuple(_speakers(submission, answers)),
        kind=_named(submission, "submission_type", answers),
        language=submission.text("content_locale"),
        track=_named(submission, "track", answers),
        keywords=tuple(answers.names.get(("tags", tag), tag) for tag in submission.texts("tags")),
        status="cancelled" if submission.text("state").casefold() == "canceled" else "",
    )


def _speakers(submission: Record, answers: _Answers) -> Iterator[Speaker]:
    found = [*submission.records("speakers")]
    found += [answers.speakers[code] for code in submission.texts("speakers") if code in answers.speakers]
    for person in found:
        yield Speaker(person.text("name"), person.place, biography=person.text("biography"))


def _named(record: Record, field: str, answers: _Answers) -> str:
    """A name that is written out, in one language or several, in an object, or by its number in another file."""
    number = record.text(field)
    inside = record.record(field)
    name = _word(inside, "name") if "name" in inside else _word(record, field)
    return answers.names.get((field, number), "" if number.isdigit() else name)


def _word(record: Record, field: str) -> str:
    """A text, or one in several languages, of which English is taken, else the first."""
    said = record.record(field)
    return record.text(field) or next((text for key in ("en", *said.values) if (text := said.text(key))), "")
