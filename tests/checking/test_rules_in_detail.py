"""What rules say, and what they leave unsaid, on small programs: one row for each decision in them."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "reading"))

from kinds_of_rules import hold_rules_to_their_kinds
from small_project import read

from booklet.checking.check import check
from booklet.finding import Finding

Files = dict[str, str | bytes | None]


def found(folder: Path, files: Files, *codes: str) -> list[Finding]:
    """The findings of these codes, by reading and by the rules."""
    program, before = read(folder, files)
    assert program is not None
    hold_rules_to_their_kinds(program)
    return [finding for finding in (*before, *check(program, before)) if finding.code.name in codes]


def talk(title: str, authors: str = "Ada Example", abstract: str = "Words.", more: str = "") -> str:
    rows = "".join(f"  - {{name: {name.strip()}, affiliations: [uni]}}\n" for name in authors.split(";"))
    return f"---\ntitle: {title}\nauthors:\n{rows}affiliations:\n  uni: Example University\n{more}---\n{abstract}\n"


def session(name: str, items: str, day: str = "2026-04-23", start: str = "9:00", more: str = "") -> str:
    return f"  - {{id: {name}, title: {name}, date: {day}, start: '{start}', {more}items: [{items}]}}\n"


def program(*sessions: str) -> str:
    return "sessions:\n" + "".join(sessions)


def talks(**by_id: str) -> Files:
    """Talks by id, all of them in one session."""
    items = ", ".join(f"{{talk: {name}, minutes: 20}}" for name in by_id)
    files: Files = {f"talks/{name}.md": text for name, text in by_id.items()}
    return {"talks/ada.md": None, "program.yaml": program(session("one", items)), **files}


class TestNames:
    def test_all_spellings_of_a_person_are_one_finding(self, tmp_path: Path) -> None:
        files = talks(
            a=talk("A", "Songül Demiray"),
            b=talk("B", "Songul Demiray"),
            c=talk("C", "Songul Demiray"),
            d=talk("D", "Demiray Songul"),
        )
        (finding,) = found(tmp_path, files, "K060")
        assert finding.message == '"Songul Demiray" and "Demiray Songul" look like other spellings of "Songül Demiray"'
        assert finding.hint is not None
        assert finding.hint.endswith("{name: Songül Demiray, aliases: [Songul Demiray, Demiray Songul]}")
        assert len(finding.also) == 3

    @pytest.mark.parametrize(
        ("right", "wrong"),
        [
            ("Özlem Taşer", "Ozlem Taser"),  # accents, however often the other is written
            ("Tom Smith", "TOM SMITH"),
            ("Jiannan Mao", "◊Jiannan Mao"),
            ("Gönül Ertem", "GÖnül Ertem"),
            ("Edgar Quill", "Dr. Edgar Quill"),
            ("Ada Example", "Ada Example*"),
        ],
    )
    def test_the_better_spelling_is_proposed(self, tmp_path: Path, right: str, wrong: str) -> None:
        files = talks(a=talk("A", f"'{wrong}'"), b=talk("B", f"'{wrong}'"), c=talk("C", f"'{right}'"))
        (finding,) = found(tmp_path, files, "K060")
        assert finding.message.endswith(f'looks like another spelling of "{right}"')

    def test_what_people_yaml_says_is_right(self, tmp_path: Path) -> None:
        files = talks(a=talk("A", "Özlem Taşer"), b=talk("B", "Ozlem Taser"))
        files["people.yaml"] = "people: [{name: Ozlem Taser}]"
        (finding,) = found(tmp_path, files, "K060")
        assert finding.message == '"Özlem Taşer" looks like another spelling of "Ozlem Taser"'

    def test_the_commonest_of_equal_ones_is_right(self, tmp_path: Path) -> None:
        files = talks(a=talk("A", "Bo van Li"), b=talk("B", "Bo Li"), c=talk("C", "Bo Li"))
        (finding,) = found(tmp_path, files, "K060")
        assert finding.message == '"Bo van Li" looks like another spelling of "Bo Li"'

    def test_the_hint_is_yaml_and_ends_it(self, tmp_path: Path) -> None:
        files = talks(a=talk("A", '"García, María"'), b=talk("B", "Maria Garcia"))
        (finding,) = found(tmp_path, files, "K060")
        assert finding.hint is not None
        proposal = finding.hint.split("people.yaml: ")[1]
        assert proposal == '{name: "García, María", aliases: [Maria Garcia]}'
        assert found(tmp_path, {**files, "people.yaml": f"people: [{proposal}]"}, "K060", "K061", "C014", "C016") == []

    @pytest.mark.parametrize("where", ["organizers: [{name: Pierre Lefevre}]", "chairs"])
    def test_aliases_hold_for_all_people(self, tmp_path: Path, where: str) -> None:
        files = talks(a=talk("A", "Pierre Lefèvre"))
        if where == "chairs":
            files["program.yaml"] = program(session("one", "{talk: a, minutes: 20}", more="chairs: [Pierre Lefevre], "))
        else:
            files["event.yaml"] = f"title: T\nzone: UTC\n{where}\n"
        assert len(found(tmp_path, files, "K060")) == 1
        files["people.yaml"] = "people: [{name: Pierre Lefèvre, aliases: [Pierre Lefevre]}]"
        assert found(tmp_path, files, "K060") == []

    def test_a_short_name_with_all_that_it_may_stand_for(self, tmp_path: Path) -> None:
        files = talks(a=talk("A", "J. Wang"), b=talk("B", "Jing Wang"), c=talk("C", "Jun Wang"))
        (finding,) = found(tmp_path, files, "K060", "K061")
        assert finding.message == '"J. Wang" may be the same person as "Jing Wang" or "Jun Wang"'
        assert finding.hint == "write the name in full"

    def test_people_named_together_are_not_one(self, tmp_path: Path) -> None:
        assert found(tmp_path / "one", talks(a=talk("A", "J. Wang; Jing Wang")), "K061") == []
        chairs = "chairs: [J. Wang], "
        rooms = (
            session("one", "", more=f"room: A, {chairs}"),
            session("two", "", more="room: B, chairs: [Jing Wang], "),
        )
        assert len(found(tmp_path / "two", {"program.yaml": program(*rooms)}, "K061")) == 1

    @pytest.mark.parametrize(
        ("authors", "said"), [("Liv Hansen; Liv Hansen", True), ("Wei Li; Li Wei", True), ("Liv; Lev", False)]
    )
    def test_one_name_twice(self, tmp_path: Path, authors: str, said: bool) -> None:
        assert bool(found(tmp_path, talks(a=talk("A", authors)), "K063")) is said

    def test_titles_are_odd_where_few_have_one(self, tmp_path: Path) -> None:
        few = talks(a=talk("A", "Dr. Ada Lo"), b=talk("B", "Bo Li"), c=talk("C", "Cy Mo"))
        (finding,) = found(tmp_path, few, "K062")
        assert finding.message == 'the name "Dr. Ada Lo" has a title, and most others have none'
        assert found(tmp_path, talks(a=talk("A", "Dr. Ada Lo"), b=talk("B", "Prof. Bo Li")), "K062") == []

    def chaired(self, chairs: str, *authors: str) -> Files:
        """A session with these chairs, and talks by these authors."""
        names = "abcd"[: len(authors)]
        items = ", ".join(f"{{talk: {name}, minutes: 20}}" for name in names)
        files: Files = {f"talks/{name}.md": talk(name, author) for name, author in zip(names, authors, strict=True)}
        files["program.yaml"] = program(session("one", items, more=f"chairs: {chairs}, "))
        return {"talks/ada.md": None, **files}

    @pytest.mark.parametrize(
        ("chairs", "authors", "codes"),
        [
            ("'Ada Nowak, Ben Ortiz'", ("Eve Lo",), ["K059"]),
            ("['Ada Nowak, Ben Ortiz', Cy Mo]", ("Eve Lo",), ["K059"]),
            ("'Ada Nowak, Ben Ortiz'", ("Ben Ortiz",), ["K062"]),
            ("'Ada Nowak, Ben Ortiz'", ("Ada Nowak",), ["K062"]),
            ("Ada Nowak and Ben Ortiz", ("Eve Lo",), ["K062"]),
            ("'A. Nowak, B. Ortiz'", ("Eve Lo",), ["K062"]),
            ("'Ada Nowak, Ben Ortiz'", ('"Lo, Eve"',), []),  # a house that writes family names first
            ("'Nowak, Ada'", ("Eve Lo",), []),
        ],
    )
    def test_two_in_one_name(self, tmp_path: Path, chairs: str, authors: tuple[str, ...], codes: list[str]) -> None:
        findings = found(tmp_path, self.chaired(chairs, *authors), "K059", "K062")
        assert [finding.code.name for finding in findings] == codes
        assert all(str(finding.place).startswith("content/program.yaml") for finding in findings)

    def test_a_name_of_people_yaml_is_one(self, tmp_path: Path) -> None:
        files = self.chaired("'García López, Ana María'", "Eve Lo")
        assert len(found(tmp_path / "one", files, "K059")) == 1
        files["people.yaml"] = "people: [{name: 'García López, Ana María'}]"
        assert found(tmp_path / "two", files, "K059", "K062") == []


class TestBusyPeople:
    def rooms(self, first: str, second: str, **more: str) -> Files:
        files = talks(a=talk("A", first), b=talk("B", second))
        files["program.yaml"] = program(
            session("one", "{talk: a, minutes: 20}", more=f"room: X, {more.get('one', '')}"),
            session("two", "{talk: b, minutes: 20}", more=f"room: Y, {more.get('two', '')}"),
        )
        return files

    def test_presents_twice(self, tmp_path: Path) -> None:
        (finding,) = found(tmp_path, self.rooms("Ada Lo", "Lo Ada"), "K044")
        assert '"Lo Ada" presents in session "two" and presents in "one"' in finding.message

    @pytest.mark.parametrize(("days", "said"), [(3, 3), (4, 1)])
    def test_many_times_are_one_finding(self, tmp_path: Path, days: int, said: int) -> None:
        files = self.rooms("Ada Lo", "Ada Lo")
        files["program.yaml"] = program(*(
            session(f"{key}{day}", f"{{talk: {key}, minutes: 20}}", f"2026-04-2{day}", more=f"room: {key}, ")
            for day in range(days)
            for key in "ab"
        ))  # fmt: skip
        findings = found(tmp_path, files, "K044")
        assert len(findings) == said
        if said == 1:
            assert findings[0].message == '"Ada Lo" has to be in two places at once 4 times'
            assert len(findings[0].also) == 3

    def test_one_of_several_can_do_it_alone(self, tmp_path: Path) -> None:
        assert found(tmp_path, self.rooms("Ada Lo; Bo Li", "Ada Lo"), "K044") == []
        assert found(tmp_path, self.rooms("Cy", "Ada Lo", one="chairs: [Ada Lo, Bo Li], "), "K044") == []
        assert len(found(tmp_path, self.rooms("Cy", "Ada Lo", one="chairs: [Ada Lo], "), "K044")) == 1

    @pytest.mark.parametrize("name", ["TBA", "N.N.", "'???'"])
    def test_nobody_is_never_busy(self, tmp_path: Path, name: str) -> None:
        assert found(tmp_path, self.rooms(name, name), "K044") == []

    @pytest.mark.parametrize("status", ["cancelled", "moved", "replaced"])
    def test_of_a_talk_that_is_not_held_there(self, tmp_path: Path, status: str) -> None:
        files = self.rooms("Ada Lo", "Ada Lo")
        files["talks/b.md"] = talk("B", "Ada Lo", more=f"status: {status}\n")
        assert found(tmp_path, files, "K044") == []


class TestAffiliations:
    def two(self, one: str, two: str) -> Files:
        def of(title: str, text: str) -> str:
            return talk(title).replace("uni: Example University", f"uni: '{text}'")

        return talks(a=of("A", one), b=of("B", two))

    @pytest.mark.parametrize(
        ("one", "two", "code"),
        [
            ("University of Porto", "University of Sapporo", None),
            ("Department of Mathematics, University of Bonn", "Department of Mathematics, University of Bern", None),
            ("University of Washington", "Washington University", None),
            ("Institute A, Section 1", "Institute A, Section 2", None),
            ("University of Toronto", "Univeristy of Toronto", "K064"),
            ("Faculty of Physics, University of Oslo", "University of Oslo, Faculty of Physics", "K064"),
            ("CNRS, Paris", "C.N.R.S., Paris", "K064"),
            ("Sun Yat-sen University", "SUN YAT-SEN UNIVERSITY", "K064"),
            ("Ghent University", "Ghent University, Belgium", "K066"),
            ("RIKEN", "RIKEN, Kobe, Japan", "K066"),
            ("University of Oxford", "University of Oxford, Department of Statistics", None),
            ("1 Aalto University", "2 University of Turku", "K067"),
            ("Aalto University 2 University of Turku", "ETH", "K067"),
            ("Institute 3", "3M", None),
            ("University of Oslo", "Norway", "K067"),
            ("ETH", "The Netherlands", "K067"),
            ("ETH", "Georgia Tech", None),
        ],
    )
    def test_two_of_them(self, tmp_path: Path, one: str, two: str, code: str | None) -> None:
        said = found(tmp_path, self.two(one, two), "K064", "K066", "K067")
        assert {finding.code.name for finding in said} == ({code} if code else set())
        assert all(finding.place and finding.place.line == 6 for finding in said)  # where the text stands, not its key

    def test_the_commonest_is_right_and_all_others_are_named(self, tmp_path: Path) -> None:
        files = self.two("University of Toronto", "University of Toronto")
        others = {"c": "Univeristy of Toronto", "d": "University of Tornoto", "e": "University of Torontto"}
        files |= {f"talks/{name}.md": talk(name).replace("Example University", text) for name, text in others.items()}
        (finding,) = found(tmp_path, files, "K064")
        assert finding.message.endswith('look like other spellings of "University of Toronto"')
        assert len(finding.also) == 3


class TestHours:
    @pytest.mark.parametrize(
        ("sessions", "codes"),
        [
            # gaps: not the time that it takes to change the speaker
            ([session("one", "{title: A, minutes: 20}, {title: B, minutes: 20, at: '9:30'}")], []),
            ([session("one", "{title: A, minutes: 20}, {title: B, minutes: 20, at: '9:31'}")], ["K043"]),
            # a long item beside a short one: its end counts
            (
                [
                    session(
                        "one",
                        "{title: Posters, minutes: 90}, {title: B, minutes: 10, at: '9:30'}",
                        more="until: '10:30', ",
                    )
                ],
                ["K040"],
            ),
            # nobody asks how long dinner takes
            ([session("one", "{title: A, minutes: 20}, {title: Dinner}", more="until: '23:00', ")], []),
            ([session("one", "{title: A, minutes: 20}, {title: Dinner}")], ["K022"]),
            ([session("one", "{title: A}, {title: B, at: '9:30', minutes: 5}")], []),
            # the end at midnight itself is not after it
            ([session("one", "{title: A, minutes: 60}", start="23:00")], []),
            ([session("one", "{title: A, minutes: 61}", start="23:00")], ["K046"]),
            # clocks that go back: moments that pass, not clocks
            (
                [session("one", "{title: A, minutes: 120}", "2026-10-25", "1:00", "until: '2:00', ")],
                ["K041", "K047", "K049"],
            ),
            (
                [session("one", "{title: A, minutes: 20}"), session("two", "{title: B, minutes: 20}", "2027-04-23")],
                ["K048"],
            ),
            ([session("one", "{title: A, minutes: 20}", start="1:45")], ["K049"]),
        ],
    )
    def test_sessions(self, tmp_path: Path, sessions: list[str], codes: list[str]) -> None:
        files: Files = {"talks/ada.md": None, "program.yaml": program(*sessions)}
        said = found(tmp_path, files, "K022", "K040", "K041", "K042", "K043", "K045", "K046", "K047", "K048", "K049")
        assert sorted(finding.code.name for finding in said) == codes

    def test_many_gaps_of_a_session_are_one_finding(self, tmp_path: Path) -> None:
        items = ", ".join(f"{{title: {hour}, minutes: 40, at: '{hour}:00'}}" for hour in range(9, 14))
        (finding,) = found(tmp_path, {"talks/ada.md": None, "program.yaml": program(session("one", items))}, "K043")
        assert finding.message == 'session "one" has 4 times of 20 minutes without anything'

    @pytest.mark.parametrize(("sessions", "said"), [(3, 3), (4, 1)])
    def test_many_sessions_past_midnight_are_one_finding(self, tmp_path: Path, sessions: int, said: int) -> None:
        rows = [session(f"s{day}", "{title: A, minutes: 90}", f"2026-04-2{day}", "23:00") for day in range(sessions)]
        findings = found(tmp_path, {"talks/ada.md": None, "program.yaml": program(*rows)}, "K046")
        assert len(findings) == said
        places = [place.line for finding in findings for place in (finding.place, *finding.also) if place]
        assert places == list(range(2, 2 + sessions))
        if said == 1:
            assert findings[0].message == 'sessions "s0", "s1", "s2" and "s3" go on after midnight'

    def test_three_sessions_at_once_are_one_finding(self, tmp_path: Path) -> None:
        rows = [session(name, "{title: A, minutes: 60}") for name in ("one", "two", "three")]
        (finding,) = found(tmp_path, {"talks/ada.md": None, "program.yaml": program(*rows)}, "K040")
        assert finding.message.startswith('sessions "one", "three" and "two" overlap and no rooms are named')

    def test_sessions_of_one_room_between_those_of_others(self, tmp_path: Path) -> None:
        rows = [
            session("one", "{title: A, minutes: 60}", more="room: X, "),
            session("two", "{title: A, minutes: 20}", start="9:10", more="room: Y, "),
            session("three", "{title: A, minutes: 20}", start="9:40", more="room: X, "),
        ]
        (finding,) = found(tmp_path, {"talks/ada.md": None, "program.yaml": program(*rows)}, "K040")
        assert finding.message.startswith('sessions "one" and "three" overlap in room "X"')

    def test_sessions_of_two_zones_at_once_are_told_with_them(self, tmp_path: Path) -> None:
        rows = [
            session("one", "{title: A, minutes: 60}"),
            session("two", "{title: A, minutes: 60}", start="12:45", more="zone: Asia/Kolkata, "),
        ]
        (finding,) = found(tmp_path, {"program.yaml": program(*rows)}, "K040")
        assert finding.message.endswith("(09:00–10:00 Europe/Berlin, 12:45–13:45 Asia/Kolkata)")

    def test_nights_and_changes_of_clocks_are_those_of_the_session(self, tmp_path: Path) -> None:
        rows = [
            session("one", "{title: A, minutes: 180}", "2026-11-01", "0:30", "zone: America/New_York, "),
            session("two", "{title: A, minutes: 20}", "2026-11-01", "8:00", "zone: Asia/Kolkata, "),  # 3:30 in Berlin
        ]
        change, night = found(tmp_path, {"program.yaml": program(*rows)}, "K047", "K049")
        assert change.message == 'clocks change in America/New_York while session "one" lasts'
        assert night.message == 'session "one" begins at 00:30, in the night'

    @pytest.mark.parametrize(
        ("one", "two", "said"), [("Aud 1", "aud. 1", True), ("Aula", "aula", True), ("Room 1", "Room 2", False)]
    )
    def test_rooms(self, tmp_path: Path, one: str, two: str, said: bool) -> None:
        rows = [session("one", "", more=f"room: {one}, "), session("two", "", start="10:00", more=f"room: {two}, ")]
        assert bool(found(tmp_path, {"program.yaml": program(*rows)}, "K065")) is said

    def test_clocks_of_the_cities(self, tmp_path: Path) -> None:
        event = "title: T\nzone: UTC\ntime-zones: {Europe: [London, Berlin], Asia: [Tokyo]}\n"
        rows = [
            session(name, "{title: A, minutes: 20}", day)
            for name, day in (("one", "2026-03-28"), ("two", "2026-03-30"))
        ]
        (finding,) = found(tmp_path, {"event.yaml": event, "program.yaml": program(*rows)}, "K047")
        assert finding.message == 'clocks change in London and Berlin between sessions "one" and "two"'


class TestTalks:
    def many(self, count: int, **odd: str) -> Files:
        return talks(**{f"t{number}": talk(f"Talk {number}", "Ada Lo; Bo Li") for number in range(count)}, **odd)

    def test_what_all_lack_is_said_once(self, tmp_path: Path) -> None:
        (finding,) = found(tmp_path, self.many(12), "K023")
        assert finding.message == "12 of 12 talks have several authors and none that is marked as presenting"
        assert len(finding.also) == 11

    def test_what_few_lack_is_said_of_each(self, tmp_path: Path) -> None:
        assert len(found(tmp_path, self.many(10), "K023")) == 10

    def test_of_a_talk_that_is_called_off_nothing_is_asked(self, tmp_path: Path) -> None:
        files = talks(a=talk("A", "Ada Lo; Bo Li", "", "status: cancelled\n"))
        files["program.yaml"] = program(session("one", "{title: B, minutes: 5}"))
        assert found(tmp_path, files, "K005", "K020", "K021", "K023", "K024") == []

    def test_many_talks_in_no_session_are_one_finding(self, tmp_path: Path) -> None:
        files = self.many(12)
        files["program.yaml"] = program(session("one", "{title: B, minutes: 5}"))
        (finding,) = found(tmp_path, files, "K005")
        assert finding.message == '12 talks are in no session: "t0", "t1", "t10", "t11", "t2" and 7 more'

    def test_an_item_with_the_title_of_a_loose_talk(self, tmp_path: Path) -> None:
        files = talks(a=talk("On engines"))
        files["program.yaml"] = program(session("one", "{title: 'On Engines!', minutes: 5}"))
        (finding,) = found(tmp_path, files, "K005")
        assert (finding.hint or "").endswith('instead of title: "On Engines!"')

    @pytest.mark.parametrize(
        ("one", "two", "codes"),
        [
            (talk("Welcome", "Ada Lo"), talk("Welcome", "Bo Li"), []),
            (talk("Welcome", "Ada Lo"), talk("Welcome", "Ada Lo"), ["K010"]),
            (talk("Waves in the deep", "Ada Lo"), talk("Waves in the deep", "Bo Li"), ["K010"]),
            (talk("Learning ocean dynamics", "Ada Lo"), talk("Learnig ocean dynamics", "Bo Li"), ["K011"]),
            (talk("Subgrid fluxes in ocean models"), talk("Sub-grid fluxes in ocean model", "Bo"), ["K011"]),
            (talk("Deep learning of fluxes, part I"), talk("Deep learning of fluxes, part II", "Bo"), []),
            (talk("Snow cover mapping in the Alps"), talk("Snow cover mapping in the Andes", "Bo"), []),
            (talk("Ice", "Ada", "The very same few words."), talk("Fog", "Bo", "The very same few words."), ["K012"]),
            (talk("Exam 1", "Ada", "The very same few words."), talk("Exam 2", "Bo", "The very same few words."), []),
            (talk("Ice", "Ada", "Too few words."), talk("Fog", "Bo", "Too few words."), []),
        ],
    )
    def test_talks_that_are_alike(self, tmp_path: Path, one: str, two: str, codes: list[str]) -> None:
        said = found(tmp_path, talks(a=one, b=two), "K010", "K011", "K012", "K013")
        assert [finding.code.name for finding in said] == codes

    def test_many_equal_abstracts(self, tmp_path: Path) -> None:
        """So many that each of their words is common."""
        files = talks(
            **{
                f"t{number:02}": talk(f"Title{number} x", f"N{number}", "The very same few words.")
                for number in range(30)
            }
        )
        assert len(found(tmp_path, files, "K012")) == 29

    def test_one_talk_under_two_titles_only_where_one_is_loose(self, tmp_path: Path) -> None:
        authors = "Ada Lo; Bo Li"
        assert found(tmp_path, talks(a=talk("A", authors), b=talk("B", authors)), "K013") == []
        assert len(found(tmp_path, talks(a=talk("A", authors), b=talk("B", authors, ""), c=talk("C")), "K013")) == 1
        assert (
            found(tmp_path, talks(a=talk("A", authors, ""), b=talk("B", authors, "")), "K013") == []
        )  # nobody has one


class TestTexts:
    @pytest.mark.parametrize(
        ("abstract", "codes"),
        [
            ("As in [3].", ["K075"]),
            ("before[1] and [2][3]", ["K075"]),
            ("Values in [0, 1] and [1, 5] hold between [10, 20] km, ages [18-65], the [11] direction, x[5].", []),
            ("It costs $5 as shown [4] and $6 later.", ["K075"]),
            (r"Weights \([2]\) and $[3]$.", []),
            ("As in [1].\n\n[1] A. Author, Journal.", []),
            ("As in [1].\n\nReferences: [1] A. Author, Journal.", []),
            ("See Fig.~2 and Figs. 3 and 4, Abb. 5a.", ["K074"]),
            ("Моdel errors", ["T011"]),
            ("The Δt of 3 μm, Снег", []),
            ("TBA\n\nTBA", ["K072"]),
            ("(To be announced)", ["K072"]),
            ("[Insert abstract here]", ["K072"]),
            ("Abstract not available.", ["K072"]),
            ("TODO: write abstract", ["K072"]),
            ("No abstract submitted.", ["K072"]),
            ("n/a", ["K072"]),
            ("None of it is known.", []),
            ("The abstract is here, in many words that are no placeholder.", []),
        ],
    )
    def test_abstracts(self, tmp_path: Path, abstract: str, codes: list[str]) -> None:
        said = found(tmp_path, talks(a=talk("A", abstract=abstract)), "K072", "K073", "K074", "K075", "T011")
        assert [finding.code.name for finding in said] == codes

    @pytest.mark.parametrize(
        ("title", "abstract", "places"),
        [
            ("Waves", "Words.\n\nAs in the\nthe deep.", ["10:7"]),
            ("Waves", "As in Fig. ?? and [?].", ["8:12", "8:19"]),
            ("Waves", "What had had to be, that that is??? The end.", []),
            ("Waves in the the sea", "Words.", ["2:8"]),
            ("Waves in the deep ocean.", "Words.", ["2:8"]),
            ("Waves vs. wind et al.", "Words.", []),
            ("WAVES IN THE DEEP SEA", "Words.", ["2:8"]),
            ("ECMWF AND NCAR", "Words.", []),
            ("生成AIを用いた方言生成のLLMの能力に関する検討", "Words.", []),
        ],
    )
    def test_slips(self, tmp_path: Path, title: str, abstract: str, places: list[str]) -> None:
        said = found(tmp_path, talks(a=talk(title, abstract=abstract)), "K077")
        assert [str(finding.place).split("a.md:")[1] for finding in said] == places

    def test_the_place_is_that_of_the_number(self, tmp_path: Path) -> None:
        (finding,) = found(tmp_path, talks(a=talk("A", abstract="Words.\n\nAs in [3], and [4].")), "K075")
        assert str(finding.place) == "content/talks/a.md:10:7"
        assert [str(place) for place in finding.also] == ["content/talks/a.md:10:16"]

    @pytest.mark.parametrize(
        ("more", "said"),
        [
            ("references: ['[1] A. Author']\n", True),
            ("references: ['1. A. Author']\n", True),
            ("references: ['2020 was a year']\n", False),
        ],
    )
    def test_numbers_that_would_be_printed_twice(self, tmp_path: Path, more: str, said: bool) -> None:
        assert bool(found(tmp_path, talks(a=talk("A", more=more)), "K076")) is said

    def test_words_are_counted_as_they_are_printed(self, tmp_path: Path) -> None:
        text = r"Two [words](https://example.org/a/b/c), *one* formula $\frac{a}{b} + c$."
        files = talks(a=talk("A", abstract=text))
        for most, said in ((5, False), (4, True)):
            files["booklet.yaml"] = f"abstract-words: {{most: {most}}}"
            assert bool(found(tmp_path, files, "K071")) is said


def test_what_is_printed_nowhere(tmp_path: Path) -> None:
    files: Files = {
        "event.yaml": "title: T\nzone: UTC\nvenue: Town hall\nwebsite: https://example.org\n",
        "booklet.yaml": "covers: {front: {file: a.pdf, alt: A}, back: {file: b.pdf, alt: B}, logo: {file: c.pdf, alt: C}}\n",
    }
    said = found(tmp_path, files, "C032")
    assert [finding.message.split(" is printed")[0] for finding in said] == ["the logo", '"venue"', '"website"']
    files["booklet.yaml"] = ""
    assert found(tmp_path, files, "C032") == []


def test_an_unknown_key_does_not_hide_the_talks_in_no_session(tmp_path: Path) -> None:
    files = talks(a=talk("A"), b=talk("B"))
    files["program.yaml"] = program(session("one", "{talk: a, minutes: 5}", more="color: red, "))
    assert [finding.talk for finding in found(tmp_path, files, "K005")] == ["b"]


def test_an_item_that_cannot_be_read_explains_what_follows_from_it(tmp_path: Path) -> None:
    files = talks(a=talk("A"))
    files["program.yaml"] = program(session("one", "{talk: a.md, minutes: 5}", more="until: '10:00', "))
    (finding,) = found(tmp_path, files, "C025", "K001", "K005", "K042")
    assert (finding.code.name, finding.hint) == ("C025", "write a")


@pytest.mark.parametrize(("count", "said"), [(10, 10), (11, 1)])
def test_many_talks_that_are_given_again_are_one_finding(tmp_path: Path, count: int, said: int) -> None:
    files = talks(**{f"t{number}": talk(f"Talk {number}") for number in range(count)})
    items = ", ".join(f"{{talk: t{number}, minutes: 20}}" for number in range(count))
    files["program.yaml"] = program(session("one", items), session("two", items, "2026-04-24"))
    findings = found(tmp_path, files, "K007")
    assert len(findings) == said
    if said == 1:
        assert findings[0].message == "11 of 11 talks are given in several sessions"
        assert len(findings[0].also) == 10
