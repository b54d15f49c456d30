"""Programs into findings: every rule fires where it should, and is silent on a good program."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "reading"))

from kinds_of_rules import hold_rules_to_their_kinds
from small_project import PROGRAM, TALK, read

from booklet import codes
from booklet.checking.check import RULES, RULES_OF_HEADS, RULES_OF_TALKS, check
from booklet.finding import Finding
from booklet.reading.read_project import read_project

ROOT = Path(__file__).parents[2]
HEAD = PROGRAM.split("    items:")[0]


def findings(folder: Path, files: dict[str, str | bytes | None]) -> tuple[Finding, ...]:
    program, read_findings = read(folder, files)
    assert [f for f in read_findings if f.severity.value == "error"] == []
    assert program is not None
    hold_rules_to_their_kinds(program)
    return check(program)


def test_a_good_program_has_no_findings(tmp_path: Path) -> None:
    assert findings(tmp_path, {}) == ()


@pytest.mark.parametrize(
    ("files", "code", "place", "words"),
    [
        ({"program.yaml": "sessions: []\n", "talks/ada.md": None}, "K030", "content/event.yaml:1:1", "no sessions"),
        ({"program.yaml": "", "talks/ada.md": None}, "K030", "content/event.yaml:1:1", "no sessions"),
        (
            {"program.yaml": PROGRAM + "  - {id: two, title: Empty, date: 2026-04-24, start: 9:00}\n"},
            "K030",
            "content/program.yaml:9:10",
            '"two" has no items',
        ),
        (
            {"program.yaml": PROGRAM.replace(", minutes: 18 + 2", "")},
            "K022",
            "content/program.yaml:8:9",
            '"On engines"',
        ),
        (
            {"talks/bob.md": TALK.replace("On engines", "Other")},
            "K005",
            "content/talks/bob.md:2:1",
            '"bob" is in no session',
        ),
        (
            {"program.yaml": PROGRAM + "      - {talk: ada, minutes: 5}\n"},
            "K006",
            "content/program.yaml:9:16",
            '2 times in session "one"',
        ),
        (
            {
                "talks/bob.md": TALK.replace("On engines", "'ON «Engines»!'"),
                "program.yaml": PROGRAM + "      - {talk: bob, minutes: 5}\n",
            },
            "K010",
            "content/talks/bob.md:2:8",
            '"ada" and "bob" have the same title',
        ),
        ({"talks/ada.md": TALK.replace("An abstract.", " \n")}, "K020", "content/talks/ada.md:2:1", "no abstract"),
        ({"talks/ada.md": "---\ntitle: x\n---\nWords.\n"}, "K021", "content/talks/ada.md:2:1", "no authors"),
        (
            {"talks/ada.md": TALK.replace(", presenting: true}", "}\n  - {name: Bob, affiliations: uni}")},
            "K023",
            "content/talks/ada.md:3:1",
            "presenting",
        ),
        (
            {"talks/ada.md": TALK.replace("}\naff", "}\n  - Bob\n  - Carl\naff")},
            "K024",
            "content/talks/ada.md:5:5",
            '"Bob" and "Carl": no affiliation',
        ),
        (
            {"program.yaml": PROGRAM.replace("talk: ada,", "talk: ada, at: 9:02,")},
            "K040",
            "content/program.yaml:7:9",
            '"Welcome" and "On engines" overlap in session "one" (09:00–09:05, 09:02–09:22)',
        ),
        (
            {"program.yaml": PROGRAM.replace("start: 9:00", "start: 9:00\n    until: 9:20")},
            "K041",
            "content/program.yaml:6:12",
            'session "one" ends at 09:25, 5 minutes after its announced end 09:20',
        ),
        (
            {"program.yaml": PROGRAM.replace("start: 9:00", "start: 9:00\n    until: 9:26")},
            "K042",
            "content/program.yaml:6:12",
            "ends at 09:25, 1 minute before its announced end 09:26",
        ),
        (
            {"program.yaml": PROGRAM.replace("talk: ada,", "talk: ada, at: 9:25,")},
            "K043",
            "content/program.yaml:8:25",
            '20 minutes without anything between "Welcome" and "On engines"',
        ),
        (
            {"program.yaml": PROGRAM.replace("talk: ada,", "talk: ada, at: 8:30,")},
            "K045",
            "content/program.yaml:8:25",
            '"On engines" at 08:30 stands after "Welcome" at 09:00',
        ),
        (
            {"program.yaml": PROGRAM.replace("start: 9:00", "start: 23:50")},
            "K046",
            "content/program.yaml:5:12",
            "goes on after midnight, until 00:15 of 2026-04-24",
        ),
        (
            {
                "program.yaml": PROGRAM.replace("2026-04-23", "2026-10-24")
                + PROGRAM.split("sessions:\n")[1]
                .replace("2026-04-23", "2026-10-25")
                .replace("id: one", "id: two")
                .replace("talk: ada", "title: Talk")
            },
            "K047",
            "content/program.yaml:12:12",
            'in Europe/Berlin between sessions "one" and "two"',
        ),
        (
            {
                "program.yaml": PROGRAM
                + PROGRAM.split("sessions:\n")[1].replace("id: one", "id: two").replace("9:00", "11:00")
            },
            "K007",
            "content/program.yaml:15:16",
            'talk "ada" is given in 2 sessions',
        ),
        (
            {
                "talks/ada.md": TALK.replace("On engines", "Learning the deep ocean from sparse data"),
                "talks/bob.md": TALK.replace("On engines", "Learning the deep ocean from very sparse data").replace(
                    "An abstract.", "Other words."
                ),
                "program.yaml": PROGRAM + "      - {talk: bob, minutes: 5}\n",
            },
            "K011",
            "content/talks/bob.md:2:8",
            '"ada" and "bob" have 83% of their words in common',
        ),
        (
            {
                "talks/ada.md": TALK.replace("An abstract.", "One of the many words that nobody else writes. " * 4),
                "talks/bob.md": TALK.replace("On engines", "On waves").replace(
                    "An abstract.", "One of the many words that nobody else writes. " * 5
                ),
                "program.yaml": PROGRAM + "      - {talk: bob, minutes: 5}\n",
            },
            "K012",
            "content/talks/bob.md:8:1",
            '"ada" and "bob" are alike to 100%',
        ),
        (
            {"booklet.yaml": "abstract-words: {least: 3}"},
            "K070",
            "content/talks/ada.md:8:1",
            "has 2 words; 3 are the least",
        ),
        ({"booklet.yaml": "abstract-words: {most: 1}"}, "K071", "content/talks/ada.md:8:1", "2 words; 1 are the most"),
        ({"talks/ada.md": TALK.replace("On engines", "TBA")}, "K072", "content/talks/ada.md:2:8", '"TBA" looks like'),
        (
            {"talks/ada.md": TALK.replace("An abstract.", "Abstract to follow")},
            "K072",
            "content/talks/ada.md:8:1",
            '"Abstract to follow"',
        ),
        (
            {"talks/ada.md": TALK.replace("An abstract.", "Lorem ipsum dolor sit amet, " * 20)},
            "K072",
            "content/talks/ada.md:8:1",
            '"Lorem ipsum dolor',
        ),
        (
            {"program.yaml": PROGRAM.replace("start: 9:00", "start: 9:00\n    room: To be announced")},
            "K072",
            "content/program.yaml:6:11",
            '"To be announced"',
        ),
        (
            {"talks/ada.md": TALK.replace("An abstract.", "As was shown [1, 3-5].")},
            "K075",
            "content/talks/ada.md:8:14",
            'talk "ada" cites [1], [3], [4] and [5] and has no references',
        ),
        (
            {
                "talks/ada.md": TALK.replace("An abstract.", "As shown [1].").replace(
                    "title:", "references: [A, B]\ntitle:"
                )
            },
            "K073",
            "content/talks/ada.md:2:17",
            "cites [1], but not [2]",
        ),
        (
            {"talks/ada.md": TALK.replace("An abstract.", "See Fig. 2 and Figure 3.")},
            "K074",
            "content/talks/ada.md:8:5",
            "speaks of figure 2 and 3 and has none",
        ),
        ({"booklet.yaml": "covers: {front: x.pdf}"}, "P003", "content/booklet.yaml:1:17", '"content/x.pdf"'),
        ({"booklet.yaml": "covers: {logo: x.pdf}"}, "P003", "content/booklet.yaml:1:16", 'logo "content/x.pdf"'),
        (
            {
                "talks/ada.md": TALK.replace(
                    "title: On engines", "title: On engines\nfigures: [{file: x.png, alt: X}, y.png]"
                )
            },
            "P003",
            "content/talks/ada.md:3:34",
            'figure "content/y.png" has no alternative text',
        ),
    ],
)
def test_every_rule(tmp_path: Path, files: dict[str, str | bytes | None], code: str, place: str, words: str) -> None:
    (finding,) = findings(tmp_path, files)
    assert (finding.code.name, str(finding.place)) == (code, place)
    assert words in finding.message
    assert finding.hint


def test_an_overlap_names_both_places(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, {"program.yaml": PROGRAM.replace("talk: ada,", "talk: ada, at: 9:02,")})
    assert [str(place) for place in finding.also] == ["content/program.yaml:8:25"]
    assert finding.talk == "ada"


def test_a_long_item_overlaps_all_that_it_covers(tmp_path: Path) -> None:
    rows = ("{title: Long, minutes: 60}", "{title: A, at: 9:10, minutes: 5}", "{title: B, at: 9:30, minutes: 5}")
    items = "    items:\n" + "".join(f"      - {row}\n" for row in rows)
    found = findings(tmp_path, {"program.yaml": HEAD + items, "talks/ada.md": None})
    assert [f.message.split(" overlap")[0] for f in found] == ['"Long" and "A"', '"Long" and "B"']


@pytest.mark.parametrize(("pin", "expected"), [("9:05", []), ("9:30", ["K043"])])
def test_a_pin_at_or_after_the_computed_time_is_fine(tmp_path: Path, pin: str, expected: list[str]) -> None:
    found = findings(tmp_path, {"program.yaml": PROGRAM.replace("talk: ada,", f"talk: ada, at: {pin},")})
    assert [finding.code.name for finding in found] == expected


def test_clocks_that_go_back_are_no_overlap(tmp_path: Path) -> None:
    program = HEAD.replace("2026-04-23", "2026-10-25").replace("9:00", "1:30") + (
        "    items:\n      - {title: A, minutes: 90}\n      - {title: B, minutes: 60}\n"
    )
    note, night = findings(tmp_path, {"program.yaml": program, "talks/ada.md": None})
    assert night.code.name == "K049"
    assert note.message == 'clocks change in Europe/Berlin while session "one" lasts'


def test_one_talk_under_two_titles(tmp_path: Path) -> None:
    """The program names it by the old title, and the abstract came with the new one."""
    authors = "  - {name: Ada Example, affiliations: [uni], presenting: true}\n  - {name: Bob, affiliations: [uni]}"
    other = TALK.replace("  - {name: Ada Example, affiliations: [uni], presenting: true}", authors)
    files: dict[str, str | bytes | None] = {
        "talks/ada.md": other.replace("An abstract.", ""),
        "talks/new.md": other.replace("On engines", "On mills"),
    }
    found = {finding.code.name: finding for finding in findings(tmp_path, files)}
    assert set(found) == {"K005", "K013", "K020"}
    assert found["K013"].message == 'talks "ada" and "new" have the same authors and different titles'


def test_an_item_that_may_be_the_talk_that_is_missing(tmp_path: Path) -> None:
    program = PROGRAM.replace("talk: ada", "title: Something else")
    (finding,) = findings(tmp_path, {"program.yaml": program})
    assert (finding.hint or "").endswith('instead of "Something else", which is no talk and has time for questions')


@pytest.mark.parametrize(
    "text",
    [
        "A matrix $x[1]$ and $[2]$, an interval $[3, 4]$, x[5], [6](https://example.org), figures in 2020.",
        "The abstract of this talk is here. To be determined by experiment. None of it is known.",
        "Text",
    ],
)
def test_texts_that_are_all_right(tmp_path: Path, text: str) -> None:
    found = findings(tmp_path, {"talks/ada.md": TALK.replace("An abstract.", text)})
    assert [finding.code.name for finding in found] == (["K072"] if text == "Text" else [])


def test_unknown_times_are_not_judged(tmp_path: Path) -> None:
    program = PROGRAM.replace("start: 9:00", "start: 9:00\n    until: 9:01").replace(", minutes: 18 + 2", "")
    assert [f.code.name for f in findings(tmp_path, {"program.yaml": program})] == ["K041", "K022"]


def test_long_titles_are_shortened_in_messages(tmp_path: Path) -> None:
    program = PROGRAM.replace("talk: ada,", "talk: ada, at: 9:02,").replace("Welcome", "W" * 100)
    (finding,) = findings(tmp_path, {"program.yaml": program})
    assert len(finding.message) < 150


def test_every_rule_is_in_the_table_once_and_explains_itself() -> None:
    assert len(set(RULES)) == len(RULES)
    named = {rule.__doc__.split(":")[0] for rule in RULES if rule.__doc__}
    names = {name for text in named for name in text.split(", ")}
    assert names <= {code.name for code in codes.CODES}
    for rules in (RULES_OF_HEADS, RULES_OF_TALKS):  # what looks at both is a rule in each
        assert len({(rule.__doc__ or "").split(":")[0] for rule in rules}) == len(rules)


@pytest.mark.parametrize("project", sorted((ROOT / "tests" / "cases").iterdir()), ids=lambda folder: folder.name)
def test_rules_look_at_what_the_table_says(project: Path) -> None:
    """So they do on all programs of the tests in this file and the next."""
    program, _ = read_project(project)
    if program:
        hold_rules_to_their_kinds(program)
