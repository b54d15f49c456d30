"""Schedules of real meetings become what is known of them, where they are at hand."""

import datetime as dt
import json
import re
from collections import Counter

from real_data import DATA, all_quoted, facts, quoted, read

from booklet.codes import CONTRADICTION, GUESSED, NO_TEXT, NO_ZONE
from booklet.importing.meeting import ImportedSession, Meeting


def days(meeting: Meeting) -> list[int]:
    """How many items are on each day of the program."""
    count = Counter(session.day or session.date for session in meeting.sessions for _ in session.items)
    return [count[day] for day in sorted(count)]


def talk_of(meeting: Meeting, session: ImportedSession, position: int) -> str:
    titles = {talk.key: talk.title for talk in meeting.talks}
    return titles[session.items[position].talk]


def begins(session: ImportedSession, position: int) -> str:
    """When an item of a session begins whose items all have minutes."""
    assert session.start
    now = starts = dt.datetime.combine(session.date, session.start)
    for item in session.items[: len(session.items) + position + 1]:
        starts = dt.datetime.combine(session.date, item.at) if item.at else now
        now = starts + dt.timedelta(minutes=(item.minutes or 0) + (item.questions or 0))
    return f"{starts}"


def people(meeting: Meeting) -> set[str]:
    return {author.name for talk in meeting.talks for author in talk.authors}


def test_ccc_camp_2019() -> None:
    meeting, findings = read("ccc-camp-2019", "frab-json")
    assert (len(meeting.talks), days(meeting)) == (79, [17, 17, 19, 17, 9])
    assert (len(meeting.rooms), len(meeting.tracks), len(people(meeting))) == (2, 7, 90)
    assert set(all_quoted("ccc-camp-2019", "pseudonyms of 2 letters")) <= people(meeting)
    assert sum(not talk.authors for talk in meeting.talks) == 1
    assert Counter(talk.language for talk in meeting.talks) == {"": 55, "de": 24}
    assert (meeting.event.zone, meeting.event.language) == ("Europe/Berlin", "en")
    first, last = meeting.sessions[0], meeting.sessions[-1]
    opens, closes, *_ = all_quoted("ccc-camp-2019", "First by time")
    assert (f"{first.date} {first.start}", talk_of(meeting, first, 0)) == ("2019-08-21 11:00:00", opens)
    assert {session.title for session in meeting.sessions} == {room.name for room in meeting.rooms}
    (closing,) = [session for session in meeting.sessions if talk_of(meeting, session, -1) == closes]
    assert begins(closing, -1) == "2019-08-25 18:00:00"
    assert closing.date == last.date
    assert sum(not talk.abstract for talk in meeting.talks) == 3
    (late,) = [talk for talk in meeting.talks if talk.title == quoted("ccc-camp-2019", "CROSSES MIDNIGHT")]
    (session,) = [one for one in meeting.sessions if any(item.talk == late.key for item in one.items)]
    assert f"{session.date}" == "2019-08-22"
    assert [item.minutes for item in session.items if item.talk == late.key] == [90]
    assert NO_ZONE not in {finding.code for finding in findings}


def test_ccc_rc3_2020() -> None:
    meeting, findings = read("ccc-rc3-2020", "frab-json")
    assert (len(meeting.talks), days(meeting)) == (48, [12, 15, 14, 7])
    assert (len(meeting.rooms), len(meeting.tracks), len(people(meeting))) == (5, 5, 56)
    assert sum(not talk.authors for talk in meeting.talks) == 1
    assert Counter(talk.language for talk in meeting.talks) == {"": 29, "de": 19}
    assert meeting.event.zone == "Europe/Berlin"
    first, last = meeting.sessions[0], meeting.sessions[-1]
    assert f"{first.date} {first.start}" == "2020-12-27 11:30:00"
    opens, closes = all_quoted("ccc-rc3-2020", "First by time")
    assert talk_of(meeting, first, 0) == opens
    assert f"{last.date} {last.start}" == "2020-12-30 16:00:00"
    assert talk_of(meeting, last, 0) == closes
    assert quoted("ccc-rc3-2020", "One-letter speaker name") in people(meeting)
    assert {GUESSED, CONTRADICTION, NO_TEXT} <= {finding.code for finding in findings}


def test_fosdem_2026() -> None:
    meeting, findings = read("fosdem-2026", "frab-xml")
    assert (len(meeting.talks), days(meeting)) == (883, [484, 399])
    assert (len(meeting.rooms), len(meeting.tracks), len(people(meeting))) == (30, 62, 927)
    # One of 1086 is named twice in one event.
    assert sum(len(talk.authors) for talk in meeting.talks) == 1085
    assert max(len(talk.authors) for talk in meeting.talks) == 7
    assert sum(not talk.authors for talk in meeting.talks) == 6
    assert meeting.event.zone == "Europe/Brussels"
    first = meeting.sessions[0]
    opens, closes = all_quoted("fosdem-2026", "First by time")
    assert (f"{first.date} {first.start}", talk_of(meeting, first, 0)) == ("2026-01-31 09:30:00", opens)
    ends = [talk.key for talk in meeting.talks if talk.title == closes]
    (last,) = [session for session in meeting.sessions if session.items[-1].talk in ends]
    assert begins(last, -1) == "2026-02-01 17:50:00"
    assert sum(talk.title == quoted("fosdem-2026", "share the title") for talk in meeting.talks) == 2
    assert quoted("fosdem-2026", "Names:") in people(meeting)
    assert not any("<p>" in talk.abstract for talk in meeting.talks)
    twice = [finding for finding in findings if finding.code is CONTRADICTION]
    assert [("named twice" in finding.message) for finding in twice] == [True]


def test_fosdem_2014() -> None:
    meeting, findings = read("fosdem-2014-xcal", "xcal")
    assert (len(meeting.talks), len(days(meeting)), len(meeting.rooms), len(meeting.tracks)) == (508, 2, 23, 44)
    assert len(people(meeting)) == 481
    assert sum(not talk.authors for talk in meeting.talks) == 8
    assert facts("fosdem-2014-xcal").startswith(f"# {meeting.event.title} (")
    first, last = meeting.sessions[0], meeting.sessions[-1]
    opens, closes = all_quoted("fosdem-2014-xcal", "First by time")
    assert (f"{first.date} {first.start}", talk_of(meeting, first, 0)) == ("2014-02-01 10:30:00", opens)
    assert (f"{last.date} {last.start}", talk_of(meeting, last, -1)) == ("2014-02-02 17:00:00", closes)
    assert [item.minutes for item in last.items] == [50, 10]
    # All of its durations are written as hours, minutes, seconds and hundredths.
    assert CONTRADICTION not in {finding.code for finding in findings}


def test_global_azure_bootcamp_linz_2020() -> None:
    meeting, findings = read("gab-linz-2020", "sessionize", "Europe/Vienna")
    assert (len(meeting.talks), days(meeting), len(people(meeting)), len(meeting.people)) == (28, [28], 28, 28)
    (lunch,) = [session for session in meeting.sessions if session.kind == "break"]
    assert (f"{lunch.start}", f"{lunch.until}", lunch.rooms) == ("12:00:00", "13:00:00", ())
    source = json.loads((DATA / "gab-linz-2020" / "sessionize.json").read_text(encoding="utf-8"))
    without_sizes = {re.sub(r" \(\d+\)$", "", room["name"]) for room in source["rooms"]}
    assert {room.name for room in meeting.rooms} <= without_sizes
    assert quoted("gab-linz-2020", "Room names").split(" (")[0] in {room.name for room in meeting.rooms}
    assert not any(room.note for room in meeting.rooms)
    free = next(finding.message for finding in findings if "nothing happens" in finding.message)
    assert len(meeting.rooms) + free.count('"') // 2 == 6
    (tracks,) = [category["items"] for category in source["categories"] if category["title"] == "Track"]
    assert meeting.tracks == tuple(track["name"] for track in tracks)
    assert len(meeting.tracks) == 2
    assert Counter(talk.language for talk in meeting.talks) == {"": 18, "en": 10}
    ends = [talk_of(meeting, meeting.sessions[0], 0), talk_of(meeting, meeting.sessions[-1], -1)]
    assert ends == all_quoted("gab-linz-2020", "First by time")
    assert "teams.microsoft.com" not in repr(meeting)


def test_droidcon_italy_2025() -> None:
    meeting, findings = read("droidcon-italy-2025", "pretalx-csv")
    assert (len(meeting.talks), len(days(meeting)), len(meeting.rooms)) == (28, 2, 2)
    assert f"({', '.join(room.name for room in meeting.rooms)})" in facts("droidcon-italy-2025")
    (without,) = [talk for talk in meeting.talks if not talk.authors]
    assert without.title == quoted("droidcon-italy-2025", "without a speaker")
    assert len({person.name for person in meeting.people}) == 31
    assert people(meeting) <= {person.name for person in meeting.people}
    first, last = meeting.sessions[0], meeting.sessions[-1]
    opens, closes = all_quoted("droidcon-italy-2025", "First: ")
    assert (f"{first.date} {first.start}", talk_of(meeting, first, 0)) == ("2025-11-19 09:30:00", opens)
    final = max((session for session in meeting.sessions if session.date == last.date), key=lambda one: len(one.items))
    assert talk_of(meeting, final, -1) == closes
    assert NO_ZONE in {finding.code for finding in findings}
    (silent,) = [finding.message for finding in findings if finding.code is CONTRADICTION]
    assert "speaks in no session" in silent
    company = facts("droidcon-italy-2025").split("company: ")[1].split('"')[0]
    assert company not in repr(meeting)
