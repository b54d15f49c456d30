"""Programs that nobody would write: the booklet is made, keeps what it claims, and agrees with itself."""

import io
import json
import tempfile
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from mutated import FUZZED
from pypdf import PdfReader

from booklet.finding import Severity
from booklet.job import Job
from booklet.make import make
from booklet.proofing.self_check import self_check

SIGNS = st.sampled_from(
    ["a", "b ", "Ice", " sea-", "é", "ﬁ", "ß", "Ж", "λ", "ع", "م ", "ש", "न", "म", "ก", "日", "本", "한", "😀", "\u0301",
     "\u200b", "\u202e", "$x^2$", "$\\frac{1}{2}$", "$", "*", "_", "<b>", "</b>", "&amp;", "\\emph{", "}", "[1]", "[", "](",
     " – ", "-", "https://e.org/a", "\n", "\n\n", "- ", "1. ", "  ", "10 km", '"', "'", "\\", "%", "#", ": ", "{0}", "x" * 70]
)  # fmt: skip
TEXTS = st.lists(SIGNS, min_size=1, max_size=12).map(lambda parts: "T" + "".join(parts))
NAMES = st.lists(SIGNS, min_size=1, max_size=4).map(lambda parts: "N" + "".join(parts).replace("\n", " "))
IDS = ["a", "b", "c", "d", "e"]
ZONES = ["UTC", "Europe/Berlin", "Asia/Kathmandu", "Pacific/Apia", "America/St_Johns"]
LANGUAGES = ["en-US", "de", "ar", "ja", "fr"]

AUTHORS = st.fixed_dictionaries({"name": NAMES, "affiliations": st.lists(NAMES, max_size=2)})
TALKS = st.fixed_dictionaries(
    {"title": TEXTS, "authors": st.lists(AUTHORS, max_size=3)},
    optional={
        "keywords": st.lists(NAMES, max_size=2), "references": st.lists(TEXTS, max_size=2), "funding": TEXTS,
        "language": st.sampled_from(LANGUAGES), "status": st.sampled_from(["cancelled", "moved"]),
    },
)  # fmt: skip
MINUTES = st.sampled_from(["20", "18 + 2", "1440"])
ITEMS = st.one_of(
    st.fixed_dictionaries(
        {"talk": st.sampled_from(IDS)}, optional={"minutes": MINUTES, "at": st.sampled_from(["9:30", "0:10"])}
    ),
    st.fixed_dictionaries({"title": TEXTS}, optional={"minutes": st.integers(1, 60).map(str)}),
)
DAYS = st.dates(date(1901, 1, 1), date(2199, 1, 1)).map(str)
SESSIONS = st.lists(
    st.fixed_dictionaries(
        {"title": TEXTS, "date": DAYS, "start": st.sampled_from(["9:00", "23:30", "12:00"])},
        optional={
            "items": st.lists(ITEMS, max_size=6), "until": st.sampled_from(["23:45", "23:50"]), "room": NAMES,
            "chairs": st.lists(NAMES, max_size=2),
        },
    ),
    max_size=3,
)  # fmt: skip
EVENTS = st.fixed_dictionaries(
    {"title": TEXTS, "zone": st.sampled_from(ZONES), "language": st.sampled_from(LANGUAGES)},
    optional={
        "topic": TEXTS, "venue": NAMES, "notes": st.lists(NAMES, max_size=2), "clock": st.sampled_from(["12", "24"]),
        "organizers": st.lists(st.fixed_dictionaries({"name": NAMES}), max_size=3),
        "time-zones": st.just({"Europe": ["London", "Berlin"], "Asia": ["Tokyo"]}),
    },
)  # fmt: skip


Sessions = list[dict[str, object]]
Talks = dict[str, tuple[object, str]]


def write(folder: Path, event: object, sessions: Sessions, talks: Talks, settings: object) -> None:
    """The project as files; JSON is YAML."""
    (folder / "content" / "talks").mkdir(parents=True)
    numbered = [{"id": f"s{number}", **session} for number, session in enumerate(sessions)]
    for session in numbered:
        session["items"] = [
            item for item in session.get("items", ()) if item.get("talk", next(iter(talks), "")) in {*talks, ""}
        ]
    for name, value in (("event", event), ("program", {"sessions": numbered}), ("booklet", settings)):
        (folder / "content" / f"{name}.yaml").write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    for name, (front, abstract) in talks.items():
        text = f"---\n{json.dumps(front, ensure_ascii=False)}\n---\n{abstract}"
        (folder / "content" / "talks" / f"{name}.md").write_text(text, "utf-8")


def pages_that_rows_name(pdf: bytes) -> list[tuple[str, str]]:
    """For every link whose words are a number, that number and the label of the page that it leads to."""
    reader = PdfReader(io.BytesIO(pdf))
    labels = reader.page_labels
    places = {name: reader.get_destination_page_number(place) for name, place in reader.named_destinations.items()}
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", ())]
    return [
        (note["/Contents"], labels[places[note["/Dest"]] or 0])
        for note in notes
        if "/Dest" in note and note.get("/Contents", "").isdigit()
    ]


@FUZZED
@given(
    EVENTS,
    SESSIONS,
    st.dictionaries(st.sampled_from(IDS), st.tuples(TALKS, st.lists(SIGNS, max_size=60).map("".join)), max_size=5),
    st.fixed_dictionaries({"paper": st.sampled_from(["A4", "A5", "Letter"])}, optional={"attach": st.just("calendar")}),
)
def test_any_program(event: object, sessions: Sessions, talks: Talks, settings: object) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, event, sessions, talks, settings)
        outcome = make(Job(folder), lambda *_: None)
        codes = {finding.code.name for finding in outcome.findings}
        assert "B002" not in codes  # nothing that was read got lost
        if outcome.output is None:
            assert any(finding.severity is Severity.ERROR for finding in outcome.findings)
            return
        pdf = outcome.output.read_bytes()  # its claims were validated before it was written, as those of all tests are
        assert self_check(pdf, int("B005" not in codes and "attach" in settings)) == ()
        rows = pages_that_rows_name(pdf)
        assert all(number == label for number, label in rows)
        make(Job(folder), lambda *_: None)
        assert outcome.output.read_bytes() == pdf
