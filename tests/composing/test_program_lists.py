"""The lists of the program: everything once, in its order, with places that links lead to, and nothing overfull."""

import io
import json
import random
import re
from collections import Counter
from pathlib import Path

import pytest
from pypdf import PdfReader

from booklet.composing.labels import Labels
from booklet.composing.section import Column, Section
from booklet.composing.sections import SECTIONS
from booklet.composing.text import paragraph
from booklet.flowable import Block
from booklet.job import Job
from booklet.lettering.letters import Letters
from booklet.make import make
from booklet.model.program import Program
from booklet.page_map import PageMap
from booklet.proofing.audit import audit
from booklet.proofing.dump import dump
from booklet.proofing.self_check import self_check
from booklet.structure import Element

Json = dict[str, object]
FORMS = ["days", "tracks", "time"]
ROOMS = ["Blue Room", "Red Room", "Green Room with a long name"]
WORDS = ["tide", "gauge", "mud", "harbour", "rain", "cloud", "long", "measured", "winter", "without", "of", "in", "the"]


class Made:
    """A booklet of a program, its dumped lines without the covers, and what is read of it."""

    def __init__(self, folder: Path, sessions: list[Json], talks: Json, form: str = "auto", **more: Json | str) -> None:
        content = folder / "content"
        (content / "talks").mkdir(parents=True)
        for name, talk in talks.items():
            (content / "talks" / f"{name}.md").write_text(f"---\n{json.dumps(talk)}\n---\nWords.\n", "utf-8")
        sections = str(more.get("sections", "program abstracts")).split()
        event = more.get("event", {})
        assert isinstance(event, dict)
        for name, value in (
            ("event", {"title": "Meeting", "zone": "Europe/Berlin", "language": "en-GB", **event}),
            ("program", {"rooms": ROOMS, "sessions": sessions}),
            ("booklet", {"sections": sections, "program": {"list": form, "at-a-glance": "none"}}),
        ):
            (content / f"{name}.yaml").write_text(json.dumps(value, ensure_ascii=False), "utf-8")
        outcome = make(Job(folder, paper=str(more.get("paper", "A4"))), lambda *_: None)
        assert outcome.output is not None, outcome.findings
        assert not {"B001", "B002"} & {finding.code.name for finding in outcome.findings}, outcome.findings
        self.pdf = outcome.output.read_bytes()
        examined = audit(self.pdf)
        assert examined.faults == ()
        self.parts = [" ".join(part.split()) for part in examined.parts]
        self.lines = [line for line in dump(self.pdf).splitlines() if not line.startswith("page ")]
        self.reader = PdfReader(io.BytesIO(self.pdf))
        self.told = " ".join(part for part in self.parts if "Words." not in part)

    def page_of(self, words: str) -> list[int]:
        """On which pages a run of text that begins so stands."""
        return [int(line.split(" ")[0]) for line in self.lines if line.partition('"')[2].startswith(words)]

    def outline(self) -> list[tuple[int, str]]:
        """Titles of the outline with their level."""

        def below(entries: list[object], level: int) -> list[tuple[int, str]]:
            found = []
            for entry in entries:
                if isinstance(entry, list):
                    found += below(entry, level + 1)
                else:
                    found.append((level, str(entry.title)))  # type: ignore[attr-defined]
            return found

        return below(list(self.reader.outline), 0)


def talk(title: str, *names: str, presenting: bool = False, **more: str) -> Json:
    authors = [{"name": name, "presenting": presenting and not at} for at, name in enumerate(names or ("Ann Other",))]
    return {"title": title, "authors": authors, **more}


def session(key: str, start: str | None, *items: Json, date: str = "2026-09-15", **more: object) -> Json:
    times = {"start": start} if start else {}
    return {"id": key, "title": f"Session {key}", "date": date, **times, "items": list(items), **more}


def pause(key: str, start: str, until: str, date: str = "2026-09-15") -> Json:
    return {"id": key, "title": f"Pause {key}", "date": date, "start": start, "until": until, "kind": "break"}


def generated(seed: int) -> tuple[list[Json], dict[str, Json]]:
    """Two days in three rooms, all sizes of sessions, with talks that come twice, and titles that nothing else is called."""
    chance = random.Random(seed)
    talks: dict[str, Json] = {}
    sessions: list[Json] = []

    def words(least: int, most: int) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(chance.randint(least, most)))

    def item() -> Json:
        kind = chance.random()
        if kind < 0.15:
            return {"title": f"Item-{len(sessions)}-{chance.randrange(10**6)}. {words(0, 4)}", "minutes": 10}
        if kind < 0.25 and talks:
            return {"talk": chance.choice(sorted(talks)), "minutes": 20}
        name = f"t{len(talks)}"
        people = [f"Person{chance.randrange(90)} {words(1, 1)}" for _ in range(chance.choice([1, 2, 3, 9, 30]))]
        talks[name] = talk(f"Talk-{len(talks)}. {words(1, 20)}", *dict.fromkeys(people), presenting=True)
        return {"talk": name, **({"minutes": 20} if chance.random() < 0.9 else {})}

    for day in ("2026-09-15", "2026-09-16"):
        for hour in (9, 11, 14, 16):
            for room in chance.sample(ROOMS, chance.randint(1, 3)):
                items = [item() for _ in range(chance.choice([1, 2, 4, 5, 14]))]
                more = {"chairs": [f"Chair{chance.randrange(90)} Name"], "note": words(0, 30)} if hour > 9 else {}
                key = f"s{len(sessions)}"
                sessions.append(session(key, f"{hour}:00", *items, date=day, room=room, **more))
            if hour != 9:
                sessions.append(pause(f"p{len(sessions)}", f"{hour + 1}:50", f"{hour + 2}:00", day))
    sessions.append(session("any", None, item(), item()))
    return sessions, talks


@pytest.mark.parametrize("paper", ["A4", "A5", "Letter"])
@pytest.mark.parametrize("form", FORMS)
def test_everything_is_listed_as_often_as_it_happens_and_nothing_leaves_the_page(
    tmp_path: Path, form: str, paper: str
) -> None:
    sessions, talks = generated(FORMS.index(form) * 3 + len(paper))
    made = Made(tmp_path, sessions, talks, form, paper=paper)
    items = [item for one in sessions for item in one.get("items", ())]  # type: ignore[attr-defined]
    titles = Counter(str(talks[one["talk"]]["title"] if "talk" in one else one["title"]).split(" ")[0] for one in items)
    assert Counter(re.findall(r"(?:Talk|Item)-\d+(?:-\d+)?\.", made.told)) == titles
    assert self_check(made.pdf) == ()
    foot = 48 if paper == "A5" else 65
    body = [line.split(" ") for line in made.lines if float(line.split(" ")[2]) < foot]
    program_pages = sum(1 for page in made.reader.pages if "Words." not in page.extract_text())
    furniture = {round(float(y), 1) for page, _, y, *_ in body if int(page) <= program_pages}
    assert len(furniture) == 1  # the folio and what stands beside it


@pytest.mark.parametrize("form", FORMS)
def test_each_day_has_its_place_and_begins_a_page_in_columns(tmp_path: Path, form: str) -> None:
    talks: Json = {"one": talk("First things"), "two": talk("Second things")}
    sessions = [
        session("a", "9:00", {"talk": "one", "minutes": 20}, {"title": "Questions", "minutes": 5}),
        session("b", "9:00", {"talk": "two", "minutes": 20}, {"title": "Answers", "minutes": 5}, date="2026-09-16"),
        session("c", None, {"talk": "one"}, {"talk": "two"}),
        pause("tea", "10:00", "10:30"),
    ]
    made = Made(tmp_path, sessions, talks, form)
    assert made.page_of("Tuesday 15 September")[0] == 1
    last = 1 if form == "days" else 2  # short days one after another share a page
    assert made.page_of("Wednesday 16 September")[0] == last
    assert made.page_of("At any time") == [last]  # below the last day
    names = made.reader.named_destinations
    assert {"program", "program-1", "program-2", "program-any-time"} <= names.keys()
    outline = made.outline()
    days = [(0, "Programme"), (1, "Tuesday 15 September"), (1, "Wednesday 16 September"), (1, "At any time")]
    assert [entry for entry in outline if entry[0] < 2][: len(days)] == days
    named = [title for level, title in outline if level == 2]
    if form == "time":
        assert named == ["Session c"]
        return
    assert named == ["Session a", "Session b", "Session c"]
    assert {"session-a", "session-b", "session-c", "session-tea"} <= names.keys()
    assert [line for line in made.lines if "Times in CEST" in line]


def test_sessions_stand_in_the_order_of_start_and_room(tmp_path: Path) -> None:
    talks: Json = {f"t{n}": talk(f"Talk number {n}") for n in range(3)}
    sessions = [
        session("z", "9:00", {"talk": "t0", "minutes": 20}, {"title": "End", "minutes": 5}, room=ROOMS[0]),
        session("y", "9:00", {"talk": "t1", "minutes": 20}, {"title": "End", "minutes": 5}, room=ROOMS[1]),
        session("a", "9:00", {"talk": "t2", "minutes": 20}, {"title": "End", "minutes": 5}, room=ROOMS[2]),
        {**pause("tea", "9:00", "9:30"), "kind": "plenary"},
    ]
    for form in ("days", "tracks"):
        told = Made(tmp_path / form, sessions, talks, form).told
        assert re.findall("Pause tea|Session [a-z]", told) == ["Pause tea", "Session z", "Session y", "Session a"]
    told = Made(tmp_path / "time", sessions, talks, "time").told
    assert told.startswith("Tuesday 15 September 09:00 Pause tea Blue Room Talk number 0 Ann Other")
    assert told.index("09:20") > told.index("Talk number 2")
    assert told.count("09:20") == 1


def long_day(count: int, hour: int, key: str, **more: object) -> tuple[Json, Json]:
    names = [f"{key}{n}" for n in range(count)]
    talks: Json = {name: talk(f"Talk {name} of a session", "Ann Other", "Ben Other") for name in names}
    return session(key, f"{hour}:00", *({"talk": name, "minutes": 10} for name in names), **more), talks


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_a_day_that_is_longer_than_a_page_is_parted_at_its_longest_break(tmp_path: Path, paper: str) -> None:
    first, some = long_day(6, 9, "a")
    second, more = long_day(6, 11, "b")
    third, rest = long_day(12, 14, "c")
    breaks = [pause("tea", "10:00", "11:00"), pause("lunch", "12:00", "14:00")]
    made = Made(tmp_path, [first, second, third, *breaks], some | more | rest, "days", paper=paper)
    assert made.page_of("Session a")[0] == made.page_of("Session b")[0] == made.page_of("Pause lunch")[0] == 1
    assert made.page_of("Session c")[0] == 2
    assert not made.page_of("continued")
    assert sum("Words." not in part for part in made.parts) == 1  # one section


def test_a_break_inside_a_session_parts_a_day_too(tmp_path: Path) -> None:
    talks: Json = {f"t{n}": talk(f"Talk {n} of one session", "Ann Other", "Ben Other") for n in range(24)}
    items: list[Json] = [{"talk": f"t{n}", "minutes": 10} for n in range(24)]
    items[12:12] = [{"title": "Lunch", "minutes": 60, "kind": "break"}]
    sessions = [session("a", "9:00", *items), pause("end", "16:00", "17:00")]
    made = Made(tmp_path, sessions, talks, "days")
    assert made.page_of("Lunch") == [1]
    assert made.page_of("Talk 12 of") == [2, made.page_of("Talk 12 of")[1]]
    again = [line for line in made.lines if line.startswith("2 ") and "continued" in line]
    assert again
    assert "continued" not in made.told  # repeated for the eye alone


@pytest.mark.parametrize("count", [24, 40])
def test_a_session_without_breaks_fills_its_pages_alike(tmp_path: Path, count: int) -> None:
    one, talks = long_day(count, 9, "a")
    made = Made(tmp_path, [one, pause("end", "20:00", "21:00")], talks, "days", sections="program")
    rows = Counter(made.page_of("Talk a"))
    assert len(rows) > 1
    assert max(rows.values()) - min(rows.values()) <= 2


def test_the_head_of_a_session_is_repeated_where_it_goes_on(tmp_path: Path) -> None:
    one, talks = long_day(60, 9, "a", room=ROOMS[0])
    made = Made(tmp_path, [one, pause("end", "20:00", "21:00")], talks, "tracks")
    assert len([line for line in made.lines if "continued" in line]) == 3  # the second column, and both overleaf
    assert made.told.count("Session a") == 1
    made = Made(tmp_path / "time", [one, pause("end", "20:00", "21:00")], talks, "time")
    assert "continued" not in made.told


def test_a_session_of_one_talk_is_one_block(tmp_path: Path) -> None:
    talks: Json = {
        "one": {**talk("The only talk"), "authors": [{"name": "Ann Other", "affiliations": ["Home"]}]},
        "two": talk("Two of a kind"),
        "three": talk("The third talk"),
    }
    sessions = [
        session(
            "a",
            "9:00",
            {"talk": "one", "minutes": "40 + 5"},
            chairs=["Cleo Chair"],
            title="Opening keynote",
            room=ROOMS[0],
        ),
        session("b", "10:00", {"talk": "two", "minutes": 20}, title="Invited: Two of a kind", kind="keynote"),
        session(
            "c", "11:00", {"talk": "three", "minutes": 20}, title="A title that needs more than the margin has " * 3
        ),
    ]
    told = Made(tmp_path, sessions, talks, "days").told
    assert "The only talk Ann Other, Home · Chair Cleo Chair · Blue Room 09:00–09:45 Opening keynote 40′ + 5′" in told
    assert "Invited: Two of a kind Ann Other 10:00–10:20 Keynote 20′" in told
    assert told.count("Two of a kind") == 1
    assert "11:00–11:20 The third talk" not in told  # a head of its own, and a row
    assert re.search(r"margin has 11:00–11:20 11:00–11:20 20′ The third talk", told)


@pytest.mark.parametrize("form", FORMS)
def test_what_became_of_a_talk_and_notes_are_shown(tmp_path: Path, form: str) -> None:
    talks: Json = {"one": talk("The only talk", status="cancelled"), "two": talk("Another one")}
    sessions = [
        session("a", "9:00", {"talk": "one", "minutes": 20}, {"talk": "two", "minutes": 20}, note="Bring a lamp."),
        {**pause("dinner", "19:00", "21:00"), "kind": "social", "note": "By the water."},
    ]
    made = Made(tmp_path, sessions, talks, form, event={"notes": ["Doors close at nine."]})
    assert "Cancelled" in made.told
    assert "By the water." in made.told
    assert made.told.count("Bring a lamp.") == 1
    assert made.told.split(" ")[-4:] == ["Doors", "close", "at", "nine."]


def test_a_list_by_time_says_once_where_a_session_begins_who_chairs_it(tmp_path: Path) -> None:
    names = ("one", "two", "three", "alone", "plain", "more")
    talks: Json = {name: talk(f"Talk {name}") for name in names}
    sessions = [
        session(
            "a",
            "9:00",
            {"talk": "one", "minutes": 20},
            {"talk": "two", "minutes": 20},
            chairs=["Cy Chair"],
            note="Dry.",
        ),
        session(
            "b", "9:20", {"talk": "three", "minutes": 20}, until="9:40", room=ROOMS[0], chairs=["Di Chair"], note="Wet."
        ),
        session("c", "10:00", {"talk": "plain", "minutes": 20}, {"talk": "more", "minutes": 20}),
        {**pause("d", "11:00", "12:00"), "kind": "plenary", "chairs": ["Ed Chair"]},
    ]
    told = Made(tmp_path, sessions, talks, "time", sections="program").told
    assert " ".join(told.split()[3:]) == (
        "09:00 Session a Chair Cy Chair Dry. Talk one Ann Other "
        "09:20 Talk two Ann Other Blue Room Talk three Ann Other Chair Di Chair Wet. "
        "10:00 Talk plain Ann Other 10:20 Talk more Ann Other 11:00 Pause d Chair Ed Chair"
    )


def test_bold_names_are_explained_where_there_are_any(tmp_path: Path) -> None:
    alone: Json = {n: talk(f"Talk {n}", "Ann Other", presenting=True) for n in ("one", "two")}
    both: Json = {n: talk(f"Talk {n}", "Ann Other", "Ben Other", presenting=True) for n in ("one", "two")}
    sessions = [session("a", "9:00", *({"talk": n, "minutes": 20} for n in alone)), pause("tea", "10:00", "10:30")]
    for form, talks, bold in (("tracks", alone, False), ("tracks", both, True), ("days", alone, True)):
        made = Made(tmp_path / f"{form}-{bold}", sessions, talks, form)
        assert ("Bold: presents." in made.told) == bold
        fonts = {line.split(" ")[4] for line in made.lines if '"Ann Other' in line and line.startswith("1 ")}
        assert any("Semibold" in font for font in fonts) == bold


def test_posters_are_listed_with_their_boards_where_they_have_no_part_of_their_own(tmp_path: Path) -> None:
    talks: Json = {f"p{n}": talk(f"Poster {n} on mud", kind="poster", board=f"P{n}") for n in range(1, 4)}
    sessions = [
        session("p", "16:00", *({"talk": name} for name in talks), kind="posters", until="17:00", room=ROOMS[0]),
        pause("tea", "15:00", "16:00"),
    ]
    for form in FORMS:
        told = Made(tmp_path / form, sessions, talks, form).told
        assert re.findall(r"Poster \d", told) == ["Poster 1", "Poster 2", "Poster 3"]
        assert re.search("P2 Poster 2 on mud", told)
        assert told.count("16:00") == 1 + ("15:00–16:00" in told)  # of the session, not of its first poster


def test_times_of_another_zone_say_so(tmp_path: Path) -> None:
    talks: Json = {"one": talk("Here"), "two": talk("There")}
    sessions = [
        session("a", "9:00", {"talk": "one", "minutes": 20}, {"title": "End", "minutes": 5}),
        session("b", "9:00", {"talk": "two", "minutes": 20}, {"title": "End", "minutes": 5}, zone="America/Denver"),
    ]
    for form in FORMS:
        told = Made(tmp_path / form, sessions, talks, form).told
        assert ("09:00 MDT" if form == "time" else "09:00–09:25 MDT") in told
        assert "CEST" not in told


def test_a_start_that_says_nothing_is_left_to_the_session(tmp_path: Path) -> None:
    talks: Json = {f"t{n}": talk(f"Talk number {n}") for n in range(3)}
    sessions = [
        session("a", "9:00", *({"talk": name} for name in talks), until="11:00"),
        pause("tea", "11:00", "12:00"),
    ]
    for form in FORMS:
        told = Made(tmp_path / form, sessions, talks, form).told
        assert told.count("09:00") == 1
        assert "09:00–11:00" in told


def test_a_program_without_a_list_still_has_a_place(tmp_path: Path) -> None:
    talks: Json = {"one": talk("Here"), "two": talk("There")}
    sessions = [session("a", "9:00", {"talk": "one", "minutes": 20}), session("b", "10:00", {"talk": "two"})]
    made = Made(tmp_path, sessions, talks, "none")
    assert "program" in made.reader.named_destinations
    assert made.told == "Meeting"
    made = Made(tmp_path / "untimed", [session("a", None, {"talk": "one"}, {"talk": "two"})], talks)
    assert made.told.startswith("At any time Session a")
    assert "program" in made.reader.named_destinations


@pytest.mark.parametrize("form", ["days", "tracks"])
@pytest.mark.parametrize(("last", "tabs"), [("2026-09-15", []), ("2026-09-16", ["1", "2"])])
def test_only_one_of_several_days_has_a_tab(tmp_path: Path, form: str, last: str, tabs: list[str]) -> None:
    talks: Json = {"one": talk("Here"), "two": talk("There")}
    sessions = [session("a", "9:00", {"talk": "one"}), session("b", "10:00", {"talk": "two"}, date=last)]
    made = Made(tmp_path, sessions, talks, form, sections="program")
    assert [line[-2] for line in made.lines if ' 8.75 SourceSans3-Semibold "' in line] == tabs


def test_short_days_in_columns_are_shared_out(tmp_path: Path) -> None:
    sessions, talks = [], {}
    for at, key in enumerate("abcd"):
        one, more = long_day(4, 9 + at, key, room=ROOMS[at % 2])
        sessions.append(one)
        talks |= more
    made = Made(tmp_path, sessions, talks, "tracks")
    heads = [line for line in made.lines if line.startswith("1 ") and '"Session ' in line]
    left = {line.partition('"')[2][:9]: float(line.split(" ")[1]) for line in heads}
    assert left["Session a"] == left["Session b"] < 60
    assert left["Session c"] == left["Session d"] > 290


def test_morning_and_afternoon_have_a_page_each_rather_than_a_few_rows_overleaf(tmp_path: Path) -> None:
    """A day in columns that would leave an hour for its second page."""
    sessions, talks = [pause("lunch", "12:00", "14:00")], {}
    for hour, key in ((9, "a"), (10, "b"), (11, "c"), (14, "d"), (15, "e"), (16, "f")):
        one, more = long_day(8, hour, key, room=ROOMS[hour % 2])
        sessions.append(one)
        talks |= more
    made = Made(tmp_path, sessions, talks, "tracks")
    assert [made.page_of(f"Session {key}")[0] for key in "abcdef"] == [1, 1, 1, 2, 2, 2]
    assert made.page_of("Pause lunch") == [1]
    assert not made.page_of("continued")
    runs = [line.split(" ") for line in made.lines if '"Talk ' in line]
    for page in ("1", "2"):
        assert len({float(run[1]) for run in runs if run[0] == page}) == 2  # columns


@pytest.mark.parametrize("paper", ["A4", "A5"])
@pytest.mark.parametrize("form", FORMS)
def test_what_no_column_holds_goes_on_in_the_next(tmp_path: Path, form: str, paper: str) -> None:
    endless = ("W" * 40 + " ") * 7
    rooms = [f"A room with a long name, number {n}" for n in range(60)]
    talks: Json = {f"t{n}": talk(f"{n} {endless}", "Ann Other", status="moved") for n in range(4)}
    items = [{"talk": name, "minutes": 20} for name in talks]
    sessions = [
        session("a", "9:00", *items, note=endless, chairs=[f"Ann Number {n}" for n in range(60)], room=rooms),
        session("b", "12:00", {"talk": "t0", "minutes": 20}, title=endless, room=rooms),
        {**pause("tea", "14:00", "15:00"), "title": endless, "room": rooms},
    ]
    made = Made(tmp_path, sessions, talks, form, paper=paper)
    assert ("number 3, +56" if form == "time" else "number 59") in made.told
    assert min(float(line.split(" ")[2]) for line in made.lines) > 10


@pytest.mark.parametrize("form", FORMS)
def test_posters_with_a_part_of_their_own_are_only_named(
    tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compose_posters(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> tuple[Section, ...]:
        root, text = Element("Sect"), letters.style.text.body
        page = letters.style.page
        blocks = [Block(paragraph(letters, text, one.title, root.add("P"))) for one in program.talks]
        return (Section("posters", root, "Posters", (Column(page.left, page.inner_width),), tuple(blocks)),)

    monkeypatch.setitem(SECTIONS, "posters", compose_posters)
    talks: Json = {f"p{n}": talk(f"Poster {n} on mud", kind="poster", board=f"P{n}") for n in (2, 10, 3)}
    items: list[Json] = [{"talk": name} for name in talks]
    sessions = [
        session("p", "16:00", *items, kind="posters", until="17:00", room=ROOMS[0], note="Drinks are served."),
        session("q", "17:00", *items, {"title": "Prizes", "minutes": 5}, kind="posters", until="18:00"),
    ]
    made = Made(tmp_path, sessions, talks, form, sections="program posters abstracts")
    program = made.parts[0]
    assert "on mud" not in program
    assert "Prizes" in program
    assert program.count("Boards P2–P10") == (1 if form == "time" else 2)
    assert "Drinks are served." in program
    assert program.count("Blue Room") == 1
    links = [one.get_object() for one in made.reader.pages[0]["/Annots"]]  # type: ignore[attr-defined]
    assert "posters" in {str(one["/Dest"]) for one in links}
