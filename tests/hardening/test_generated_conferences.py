"""Conferences of any shape: days, rooms, tracks, kinds, posters, people, and every form of the booklet. All is printed, page
numbers are true, and two runs give the same bytes."""

import json
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from mutated import FUZZED
from test_generated_programs import NAMES, TEXTS, ZONES, pages_that_rows_name

from booklet.finding import Severity
from booklet.job import Job
from booklet.make import make
from booklet.proofing.self_check import self_check

ROOMS = ["Aula", "Lab 1", "Lab 2", "Attic", "Cellar", "Barn", "Garden", "Hall A", "Online", "W" * 250,
         "Auditorium Maximum of the Faculty of Mathematics and Natural Sciences, second floor, east wing"]  # fmt: skip
TRACKS = ["Methods", "Data & tools", "A track with a name that is far too long for any legend of a grid"]
IDS = [f"t{number}" for number in range(12)]
CLOCKS = [f"{hour}:{minute:02}" for hour in range(24) for minute in (0, 5, 20, 30, 45)]
DAYS = ["2027-03-27", "2027-03-28", "2027-03-29"]  # clocks change in Europe on the second
KINDS = ["session", "plenary", "keynote", "posters", "break", "social"]

TALKS = st.fixed_dictionaries(
    {"title": TEXTS, "authors": st.lists(st.fixed_dictionaries({"name": NAMES}), max_size=4)},
    optional={
        "kind": st.sampled_from(["talk", "keynote", "poster"]), "board": st.sampled_from(["P1", "P2", "P10", "A"]),
        "track": st.sampled_from(TRACKS), "keywords": st.lists(NAMES, max_size=3), "short-title": NAMES,
        "status": st.just("cancelled"),
        "translation": st.fixed_dictionaries({"language": st.sampled_from(["de", "ar", "ja"]), "title": TEXTS}),
    },
)  # fmt: skip
ITEMS = st.one_of(
    st.fixed_dictionaries(
        {"talk": st.sampled_from(IDS)},
        optional={"minutes": st.sampled_from(["1", "5", "20", "18 + 2", "480"]), "at": st.sampled_from(CLOCKS)},
    ),
    st.fixed_dictionaries(
        {"title": TEXTS},
        optional={"minutes": st.integers(1, 90).map(str), "kind": st.sampled_from(["break", "social"])},
    ),
)
SESSIONS = st.lists(
    st.fixed_dictionaries(
        {"title": TEXTS, "date": st.sampled_from(DAYS)},
        optional={
            "start": st.sampled_from(CLOCKS), "until": st.sampled_from(CLOCKS), "items": st.lists(ITEMS, max_size=8),
            "room": st.lists(st.sampled_from(ROOMS), max_size=3), "track": st.sampled_from(TRACKS),
            "kind": st.sampled_from(KINDS), "chairs": st.lists(NAMES, max_size=2), "note": NAMES,
            "zone": st.sampled_from(ZONES),
        },
    ),
    max_size=14,
)  # fmt: skip
PEOPLE = st.lists(st.fixed_dictionaries({"name": NAMES}, optional={"affiliation": NAMES}), max_size=5)
EVENTS = st.fixed_dictionaries(
    {"title": TEXTS, "zone": st.sampled_from(ZONES), "language": st.sampled_from(["en-US", "de", "ar", "ja", "es"])},
    optional={
        "clock": st.sampled_from(["12", "24"]), "committees": st.dictionaries(st.sampled_from(["Program", "Local"]), PEOPLE),
        "sponsors": st.dictionaries(
            st.sampled_from(["Gold", "Silver"]), st.lists(st.fixed_dictionaries({"name": NAMES}), max_size=4)
        ),
        "time-zones": st.just({"Europe": ["London", "Berlin"], "Asia": ["Tokyo", "Kathmandu"], "West": ["Denver"]}),
    },
)  # fmt: skip
SETTINGS = st.fixed_dictionaries(
    {"paper": st.sampled_from(["A4", "A5", "Letter"])},
    optional={
        "program": st.fixed_dictionaries(
            {},
            optional={
                "at-a-glance": st.sampled_from(["auto", "grid", "overview", "none"]),
                "rooms-a-page": st.integers(1, 8),
                "list": st.sampled_from(["auto", "days", "tracks", "time", "none"]),
            },
        ),
        "abstracts": st.fixed_dictionaries(
            {
                "layout": st.sampled_from(["page", "run-on", "two-columns"]),
                "order": st.sampled_from(["time", "session", "track", "board", "title"]),
            }
        ),
        "sections": st.just(
            ["front-cover", "contents", "pages", "committees", "program", "time-zones", "keynotes", "posters", "abstracts",
             "people", "keywords", "rooms", "participants", "sponsors", "notes", "back-cover"]
        ),
    },
)  # fmt: skip

Record = dict[str, object]


def write(
    folder: Path, event: Record, sessions: list[Record], talks: dict[str, tuple[Record, str]], more: Record
) -> None:
    """The project as files; JSON is YAML."""
    (folder / "content" / "talks").mkdir(parents=True)
    (folder / "content" / "pages").mkdir()
    numbered = [{"id": f"s{number}", **session} for number, session in enumerate(sessions)]
    for session in numbered:
        items = session.get("items", [])
        assert isinstance(items, list)
        session["items"] = [item for item in items if "talk" not in item or item["talk"] in talks]
    files = {"event": event, "program": {"sessions": numbered, "rooms": ROOMS[:4], "tracks": TRACKS[:2]}, **more}
    for name, value in files.items():
        (folder / "content" / f"{name}.yaml").write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    for name, (front, abstract) in talks.items():
        text = f"---\n{json.dumps(front, ensure_ascii=False)}\n---\n{abstract}"
        (folder / "content" / "talks" / f"{name}.md").write_text(text, "utf-8")
    (folder / "content" / "pages" / "hello.md").write_text("---\ntitle: Hello\n---\nText.\n\n## Below\n\nMore.\n")


@FUZZED
@given(
    EVENTS,
    SESSIONS,
    st.dictionaries(st.sampled_from(IDS), st.tuples(TALKS, TEXTS), max_size=12),
    st.fixed_dictionaries({"booklet": SETTINGS, "participants": st.fixed_dictionaries({"participants": PEOPLE})}),
)
def test_any_conference(
    event: Record, sessions: list[Record], talks: dict[str, tuple[Record, str]], more: Record
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, event, sessions, talks, more)
        outcome = make(Job(folder), lambda *_: None)
        codes = {finding.code.name for finding in outcome.findings}
        assert "B002" not in codes  # nothing that was read got lost
        if outcome.output is None:
            assert any(finding.severity is Severity.ERROR for finding in outcome.findings)
            return
        pdf = outcome.output.read_bytes()  # its claims were validated before it was written, as those of all tests are
        assert self_check(pdf) == ()
        assert all(number == label for number, label in pages_that_rows_name(pdf))
        make(Job(folder), lambda *_: None)
        assert outcome.output.read_bytes() == pdf
