"""Whatever sessions and cities there are: every city is told its hours, and nothing is drawn beside the page."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.composing.labels import load_labels
from booklet.composing.section import Section
from booklet.composing.sections.zones.zone_page import compose_time_zones
from booklet.lettering.letters import Letters
from booklet.model.event import City, Event, Region
from booklet.model.program import Program
from booklet.model.session import Session
from booklet.model.settings import Settings
from booklet.page_map import PageMap
from booklet.place import Place, Places
from booklet.plain_dataclasses import replace
from booklet.proofing.audit import audit
from booklet.structure import Element
from booklet.styling.load_style import load_style
from booklet.styling.style import Page
from booklet.tagged_canvas import Color
from booklet.typesetting.page_canvas import PageCanvas
from booklet.typesetting.paginate import paginate
from sheet import NOWHERE, bound

PLACES = Places(Place("content/program.yaml"))
ZONES = ["UTC", "Europe/Berlin", "Europe/London", "Asia/Kathmandu", "America/New_York", "America/St_Johns",
         "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Honolulu", "Asia/Tokyo"]  # fmt: skip
# Around the ends of summer time on both sides of the Atlantic and in Australia.
DAYS = st.sampled_from([date(2026, 10, 3), date(2026, 10, 4), *(date(2026, 10, day) for day in range(23, 27)),
                        date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 2)])  # fmt: skip
HOURS = st.tuples(st.sampled_from([0, 3, 17, 18, 20, 26, 27, 30, 44]), st.integers(1, 9))
# The same hours on some days, and other sessions on any of them.
SESSIONS = st.tuples(
    st.lists(DAYS, min_size=1, max_size=4, unique=True),
    st.lists(HOURS, min_size=1, max_size=3, unique=True),
    st.lists(st.tuples(DAYS, HOURS), max_size=2),
)
REGIONS = st.lists(st.lists(st.sampled_from(ZONES), min_size=1, max_size=8), min_size=1, max_size=4)


Hours = tuple[int, int]


class Watched(PageCanvas):
    """Notes every block and rule by its edges."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.width, page.height)
        self.boxes: list[tuple[float, float, float, float]] = []

    def block(self, x: float, y: float, width: float, height: float, color: Color) -> None:
        self.boxes.append((x, y, x + width, y + height))
        super().block(x, y, width, height, color)

    def rule(self, x0: float, x1: float, y: float, weight: float, color: Color, *, dotted: bool = False) -> None:
        self.boxes.append((x0, y, x1, y))
        super().rule(x0, x1, y, weight, color, dotted=dotted)


def session(number: int, zone: str, day: date, start: int, halves: int) -> Session:
    begin = datetime.combine(day, datetime.min.time()) + timedelta(minutes=30 * start)
    begin = begin.replace(tzinfo=ZoneInfo(zone))
    # A time that clocks leave out is none at which anything begins.
    begin = begin.astimezone(ZoneInfo("UTC")).astimezone(ZoneInfo(zone))
    end = (begin.astimezone(ZoneInfo("UTC")) + timedelta(minutes=30 * halves)).astimezone(ZoneInfo(zone))
    return Session(f"s{number}", (), begin.date(), begin, PLACES, begin.date(), end)


def stretches(sessions: list[Session]) -> dict[date, list[tuple[float, float]]]:
    """Seconds from which and to which anything happens, by day: sessions parted by more than an hour."""
    found: dict[date, list[tuple[float, float]]] = defaultdict(list)
    for one in sorted(sessions, key=lambda one: one.start.timestamp()):
        begin, end = one.start.timestamp(), (one.end or one.start).timestamp()
        before = found[one.date]
        if before and begin - before[-1][1] <= 3600:
            before[-1] = (before[-1][0], max(before[-1][1], end))
        else:
            before.append((begin, end))
    return found


def hours(begin: float, end: float, zone: str) -> str:
    return "–".join(datetime.fromtimestamp(moment, ZoneInfo(zone)).strftime("%H:%M") for moment in (begin, end))


def drawn(section: Section, letters: Letters) -> tuple[bytes, Watched]:
    page = letters.style.page
    canvas = Watched(page)
    canvas.add_destination(section.key, page.height)
    for placed in paginate(section.blocks, section.width, letters.style):
        for one in placed:
            one.flowable.draw_on(canvas, section.columns[0].x, one.y)
        canvas.end_page()
    return bound([canvas.piece(section.key, section.root)], letters), canvas


def columns(row: Element, spans: list[int]) -> int:
    """How many columns a row has, with those cells of rows above that reach into it; `spans` are of the latter."""
    reaching = sum(span > 0 for span in spans)
    spans[:] = [span - 1 for span in spans if span > 1]
    for cell in row.content:
        assert isinstance(cell, Element)
        if "RowSpan" in cell.attributes:
            spans.append(int(cell.attributes.split("RowSpan ")[1].strip("> ")) - 1)
    return reaching + len(row.content)


def letters_of(paper: str) -> Letters:
    style, findings = load_style("base", paper, NOWHERE, Place("content/booklet.yaml"))
    assert style, findings
    return Letters(style, "en-GB")


LETTERS = {paper: letters_of(paper) for paper in ("A4", "A5")}


@pytest.mark.parametrize("paper", ["A4", "A5"])
@settings(max_examples=25, deadline=None)
@given(SESSIONS, REGIONS, st.sampled_from(ZONES))
def test_every_city_is_told_its_hours(
    paper: str, meeting: tuple[list[date], list[Hours], list[tuple[date, Hours]]], regions: list[list[str]], home: str
) -> None:
    letters = LETTERS[paper]
    days, every, others = meeting
    times = [*((day, one) for day in days for one in every), *others]
    sessions = [session(number, home, day, *one) for number, (day, one) in enumerate(times)]
    named = tuple(
        Region(f"Region{n}", tuple(City(f"City{n}x{k}", zone) for k, zone in enumerate(zones)))
        for n, zones in enumerate(regions)
    )
    event = Event("Meeting", "en-GB", home, PLACES, regions=named)
    settled = replace(Settings(PLACES), sections=("time-zones",))
    program = Program(event, settled, tuple(sorted(sessions, key=lambda one: (one.start.timestamp(), one.id))))
    (section,) = compose_time_zones(program, letters, load_labels("en-GB"), PageMap())
    pdf, canvas = drawn(section, letters)
    examined = audit(pdf)
    assert examined.faults == ()
    told = examined.parts[0].split()
    rows = rows_of(told)
    for region in named:
        for city in region.cities:
            expected = {hours(*one, city.zone) for day in stretches(sessions).values() for one in day}
            assert {word[:11] for word in rows[city.label] if word[2:3] == ":" and "–" in word} == expected
    page = letters.style.page
    for x0, y0, x1, y1 in canvas.boxes:
        assert page.left - 0.01 <= x0 <= x1 <= page.width - page.right + 0.01
        assert page.bottom - 0.01 <= y0 <= y1 <= page.height - page.top + 0.01
    for table in section.root.content:
        if isinstance(table, Element) and table.role == "Table":
            spans: list[int] = []
            assert len({columns(row, spans) for row in table.content if isinstance(row, Element)}) == 1


def rows_of(told: list[str]) -> dict[str, list[str]]:
    """The words of the rows of every city, from its name to the next or to a new table."""
    rows: dict[str, list[str]] = defaultdict(list)
    city = None
    for word in told:
        if word.startswith("City"):
            city = word
        elif word.startswith("Region") or word == "Times":
            city = None
        elif city:
            rows[city].append(word)
    return rows
