"""Local times on pages of their own, and in short below the program."""

import json
from collections import Counter
from pathlib import Path

import pytest

from booklet.job import Job
from booklet.make import make
from booklet.proofing.audit import audit
from booklet.proofing.dump import dump

Json = dict[str, object]
WORLD = {"Europe": ["London", "Berlin"], "Asia": [{"zone": "Asia/Kolkata", "label": "Mumbai"}, "Tokyo"],
         "America": ["San Francisco", "New York"]}  # fmt: skip
CITIES = ["London", "Berlin", "Athens", "Tokyo", "Sydney", "Auckland", "Honolulu", "Denver", "New York", "Lima"]


def session(number: int, date: str, start: str, until: str, title: str = "Words") -> Json:
    return {"id": f"s{number}", "title": title, "date": date, "start": start, "until": until}


def late_october(hours: tuple[tuple[str, str], ...]) -> list[Json]:
    days = [f"2026-10-{day}" for day in range(23, 27)]
    return [session(n, day, *times) for n, (day, times) in enumerate((d, h) for d in days for h in hours)]


class Made:
    """A booklet of nothing but local times: its pages as dumped lines, and what is read."""

    def __init__(
        self,
        folder: Path,
        event: Json,
        sessions: list[Json],
        paper: str = "A4",
        parts: tuple[str, ...] = ("time-zones",),
    ) -> None:
        content = folder / "content"
        (content / "talks").mkdir(parents=True)
        (content / "talks" / "t.md").write_text("---\ntitle: A talk\nauthors: [{name: A B}]\n---\nWords.\n")
        sessions = [{"items": [{"title": "Opening", "minutes": 5}], **one} for one in sessions]
        for name, value in (
            ("event", {"title": "Meeting", "time-zones": WORLD, **event}),
            ("program", {"sessions": sessions}),
            ("booklet", {"sections": list(parts), "paper": paper}),
        ):
            (content / f"{name}.yaml").write_text(json.dumps(value, ensure_ascii=False), "utf-8")
        outcome = make(Job(folder), lambda *_: None)
        assert outcome.output is not None, outcome.findings
        pdf = outcome.output.read_bytes()
        examined = audit(pdf)
        assert examined.faults == ()
        self.parts = [" ".join(part.split()) for part in examined.parts]
        self.told = self.parts[-1]
        self.lines = [line for line in dump(pdf).splitlines() if not line.startswith("page ")]
        self.pages = outcome.pages

    def on(self, page: int) -> str:
        """What stands on a page."""
        return " ".join(line for line in self.lines if line.startswith(f"{page} "))

    def shown(self, words: str) -> list[int]:
        """On which pages a run of text stands."""
        return [int(line.split(" ")[0]) for line in self.lines if line.endswith(f'"{words}"')]


def test_days_with_the_same_hours_are_told_once(tmp_path: Path) -> None:
    days = [session(n, f"2026-09-1{n}", "9:00", "11:00", "Morning") for n in range(4, 7)]
    made = Made(tmp_path, {"zone": "Europe/Berlin"}, days)
    assert made.told.startswith(
        "When is it where you are? Daylight-saving time is included. Shaded with a moon: partly "
    )
    assert "Every day, September 14 – 16, 2026 Times in CEST Morning 09:00–11:00 Europe London BST UTC+1 " in made.told
    assert "Asia Mumbai IST UTC+5:30 12:30–14:30 Tokyo JST UTC+9 16:00–18:00 " in made.told
    assert made.told.endswith("San Francisco PDT UTC−7 00:00–02:00 New York EDT UTC−4 03:00–05:00")
    assert len(made.shown("16:00")) == 1  # in the chart, which is not read: the table says it
    assert made.shown("Berlin")  # the home city, bold in the chart
    assert [line.split(" ")[4] for line in made.lines if line.endswith('"Berlin"')] == [
        "SourceSans3-Semibold",
        "SourceSans3-Regular",
    ]


def test_other_days_have_headings_and_tables_of_their_own(tmp_path: Path) -> None:
    days = [
        session(1, "2026-09-14", "9:00", "12:00"),
        session(2, "2026-09-15", "14:00", "18:00"),
        session(3, "2026-09-17", "9:00", "12:00"),
    ]
    made = Made(tmp_path, {"zone": "UTC"}, days)
    assert "Monday, September 14, 2026 · Thursday, September 17, 2026 Times in UTC Words 09:00–12:00" in made.told
    assert "Tuesday, September 15, 2026 Times in UTC Words 14:00–18:00" in made.told


def test_a_day_stands_on_a_page_of_its_own_where_two_do_not_fit(tmp_path: Path) -> None:
    regions = {"Region": [{"zone": c, "label": f"{c} 0"} for c in CITIES]}
    days = [session(1, "2026-09-14", "9:00", "12:00"), session(2, "2026-09-15", "14:00", "18:00")]
    made = Made(tmp_path, {"zone": "UTC", "time-zones": regions}, days)
    assert made.pages == 2
    assert made.shown(f"{CITIES[0]} 0") == [1, 1, 2, 2]  # a chart and a table each
    assert made.shown("Tuesday, September 15, 2026") == [2]


def test_a_day_of_many_pages_is_named_on_each(tmp_path: Path) -> None:
    regions = {f"Region {n}": [{"zone": c, "label": f"{c} {n}"} for c in CITIES] for n in range(8)}
    days = [session(1, "2026-09-14", "9:00", "12:00"), session(2, "2026-09-15", "14:00", "18:00")]
    made = Made(tmp_path, {"zone": "UTC", "time-zones": regions}, days)
    heads = [page for page in range(1, made.pages + 1) if "September" in made.on(page)]
    assert heads == list(range(1, made.pages + 1))
    assert made.told.count("Tuesday, September 15, 2026") == 1
    assert "continued" in made.on(made.pages)


def test_clocks_that_change_elsewhere_give_a_city_two_lines(tmp_path: Path) -> None:
    made = Made(tmp_path, {"zone": "UTC"}, late_october((("7:00", "9:00"), ("14:00", "16:30"))))
    assert "Clocks change" not in made.told
    assert (
        "London Oct 23 – 24 BST UTC+1 08:00–10:00 15:00–17:30 Oct 25 – 26 GMT UTC+0 07:00–09:00 14:00–16:30 Berlin"
        in made.told
    )
    assert (
        "Mumbai IST UTC+5:30 12:30–14:30 19:30–22:00 Tokyo JST UTC+9 16:00–18:00 23:00–01:300/+1 America" in made.told
    )
    charts = made.told.index("October 23 – 24, 2026 October 25 – 26, 2026 Every day, October 23")
    assert charts < made.told.index("London")
    assert len(made.shown("16:00")) == 3  # Tokyo in two charts, and Berlin in that of the first days


def test_hours_are_said_in_the_words_of_the_language(tmp_path: Path) -> None:
    days = [session(1, "2026-09-14", "9:00", "12:00"), session(2, "2026-09-14", "14:30", "16:00")]
    made = Made(tmp_path, {"zone": "Europe/Berlin", "clock": "12", "language": "es"}, days)
    assert "Tokyo JST UTC+9 4–7 p. m. 9:30–11 p. m." in made.told  # in the table
    assert made.shown("4 p. m.")  # in the chart
    assert not any(line.endswith(('am"', 'pm"')) for line in made.lines)


def test_sentences_of_ideographs_stand_without_blanks_between(tmp_path: Path) -> None:
    days = [session(1, "2026-09-14", "9:00", "12:00")]
    made = Made(tmp_path, {"zone": "Europe/Berlin", "language": "ja"}, days)
    notes = made.told.partition(" 2026年")[0]
    assert notes.count("。") > 1
    assert "。 " not in notes


def test_clocks_that_change_at_home_are_said_first(tmp_path: Path) -> None:
    made = Made(
        tmp_path, {"zone": "Europe/Berlin", "clock": "12"}, late_october((("9:00", "12:00"), ("13:30", "17:30")))
    )
    assert made.told.startswith(
        "When is it where you are? Clocks change in Berlin on Sunday, October 25, 2026. Daylight"
    )
    assert "between 11 pm and 6 am" in made.told
    assert "Times in CEST / CET" in made.told
    assert (
        "Tokyo Oct 23 – 24 JST UTC+9 4–7 pm 8:30 pm–12:30 am0/+1 Oct 25 – 26 JST UTC+9 5–8 pm 9:30 pm–1:30 am0/+1"
        in made.told
    )
    assert (
        "Berlin Oct 23 – 24 CEST UTC+2 9 am–12 pm 1:30–5:30 pm Oct 25 – 26 CET UTC+1 9 am–12 pm 1:30–5:30 pm"
        in made.told
    )


def test_marks_tell_other_days_and_no_day_has_24_hours(tmp_path: Path) -> None:
    made = Made(tmp_path, {"zone": "America/New_York"}, [
        session(1, "2026-07-10", "4:00", "6:00"), session(2, "2026-07-10", "11:00", "13:30"),
        session(3, "2026-07-10", "21:00", "23:59"),
    ])  # fmt: skip
    assert "Tokyo JST UTC+9 17:00–19:00 00:00–02:30+1 10:00–12:59+1" in made.told
    assert "San Francisco PDT UTC−7 01:00–03:00 08:00–10:30 18:00–20:59" in made.told
    assert "24:" not in made.told


def test_one_city(tmp_path: Path) -> None:
    made = Made(
        tmp_path, {"zone": "UTC", "time-zones": {"Here": ["Berlin"]}}, [session(1, "2026-07-10", "4:00", "6:00")]
    )
    assert made.told.endswith("Friday, July 10, 2026 Times in UTC Words 04:00–06:00 Here Berlin CEST UTC+2 06:00–08:00")


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_many_cities_go_on_under_the_same_head(tmp_path: Path, paper: str) -> None:
    regions = {f"Region {n}": [{"zone": c, "label": f"{c} {n}"} for c in CITIES] for n in range(12)}
    event: Json = {"zone": "Europe/Berlin", "time-zones": regions}
    made = Made(tmp_path, event, [session(1, "2026-07-10", "9:00", "17:00")], paper)
    assert made.pages > 4
    heads = made.shown("Times in CEST")
    assert Counter(heads).keys() == set(range(1, made.pages + 1))  # no page without
    assert made.told.count("Times in CEST") == 1  # read once
    for region, cities in regions.items():
        assert made.told.count(f"{region} London") == 1
        for city in cities:
            assert made.told.count(f"{city['label']} ") == 1
            assert len(made.shown(city["label"])) == 2  # in chart and table
    tables = [line for line in made.lines if '"Region ' in line]
    assert {int(line.split(" ")[0]) for line in tables} == set(range(min(made.shown("Region 0")), made.pages + 1))
    assert min(float(line.split(" ")[2]) for line in made.lines) > 10


def test_narrow_columns_have_no_chart(tmp_path: Path) -> None:
    sessions = [session(n, "2026-07-10", f"{hour}:00", f"{hour + 1}:30") for n, hour in enumerate((4, 9, 14, 19))]
    made = Made(tmp_path, {"zone": "America/New_York"}, sessions, "A5")
    assert "Upright strokes" not in made.told
    assert made.told.count("Times in EDT") > 1  # more stretches than columns fit
    assert made.told.count("London") == made.told.count("Times in EDT")


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_names_of_any_length_stay_on_the_page(tmp_path: Path, paper: str) -> None:
    regions = {
        f"{'W' * 50}": [{"zone": "Tokyo", "label": "W" * 60}, {"zone": "Lima", "label": "Quite a few words " * 3}]
    }
    sessions = [{**session(1, "2026-07-10", "9:00", "17:00"), "title": "Wonderful " * 20}]
    made = Made(tmp_path, {"zone": "UTC", "clock": "12", "time-zones": regions}, sessions, paper)
    assert "W" * 60 in made.told.replace(" ", "")
    assert all(float(line.split(" ")[1]) > 20 for line in made.lines)


def test_a_session_without_an_end_counts_with_its_start(tmp_path: Path) -> None:
    sessions = [{"id": "a", "title": "Open", "date": "2026-07-10", "start": "9:00", "items": [{"talk": "t"}]}]
    made = Made(tmp_path, {"zone": "UTC"}, sessions)
    assert "London BST UTC+1 10:00–10:00" in made.told
    assert "Upright" not in made.told


def test_no_cities_no_pages(tmp_path: Path) -> None:
    parts = ("front-cover", "time-zones", "back-cover")
    made = Made(tmp_path, {"zone": "UTC", "time-zones": {}}, [session(1, "2026-07-10", "9:00", "10:00")], parts=parts)
    assert made.pages == 2


class TestBelowTheProgram:
    PARTS = ("program", "time-zones")

    def made(self, folder: Path, items: int, parts: tuple[str, ...] = PARTS, cities: int = 3) -> Made:
        world = {
            name: [{"zone": c, "label": c} for c in CITIES[n : n + cities]]
            for n, name in enumerate(("One", "Two", "Three"))
        }
        rows = [{"title": f"Item {n}", "minutes": 5} for n in range(items)]
        sessions = [{"id": "a", "title": "Day", "date": "2026-07-10", "start": "9:00", "items": rows}]
        return Made(folder, {"zone": "UTC", "time-zones": world}, sessions, parts=parts)

    def test_one_session_has_its_times_there(self, tmp_path: Path) -> None:
        made = self.made(tmp_path, 5)
        assert made.pages == 1
        assert "London UTC+1" in made.told

    def test_when_there_is_little_room_they_are_short(self, tmp_path: Path) -> None:
        kinds = []
        for items in range(26, 36):
            made = self.made(tmp_path / str(items), items)
            below = "London" in made.parts[0]
            assert made.pages == len(made.parts) == (1 if below else 2)
            kinds.append("page" if not below else "long" if "London UTC+1" in made.told else "short")
            assert "BST London" in made.told or not below
            assert "UTC+" not in made.told or kinds[-1] != "short"
        assert list(dict.fromkeys(kinds)) == ["long", "short", "page"]
        assert kinds == sorted(kinds, key=["long", "short", "page"].index)
        alone = self.made(tmp_path / "alone", 35, ("program",))
        assert "London UTC+1" in alone.told  # where no page of its own was asked for

    def test_more_sessions_have_them_on_a_page_of_their_own(self, tmp_path: Path) -> None:
        days = [session(n, f"2026-09-1{n}", "9:00", "11:00") for n in range(4, 6)]
        made = Made(tmp_path / "both", {"zone": "UTC"}, days, parts=self.PARTS)
        assert ["London" in part for part in made.parts] == [False, True]
        made = Made(tmp_path / "alone", {"zone": "UTC"}, days, parts=("program",))
        assert "London" not in made.told
