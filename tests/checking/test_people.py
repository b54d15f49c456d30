"""Names are taken apart, and spellings of one person are found without ever being merged."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "reading"))

from small_project import TALK, read

from booklet.checking.check import check
from booklet.finding import Finding
from booklet.model.name_likeness import likeness, likeness_keys
from booklet.model.person_name import PersonName, person_name


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Ludwig van Beethoven", PersonName(("Ludwig",), ("van",), "Beethoven")),
        ("Beethoven, Ludwig van", PersonName(("Ludwig",), ("van",), "Beethoven")),
        ("de la Cruz, María", PersonName(("María",), ("de", "la"), "Cruz")),
        ("van der Berg", PersonName((), ("van", "der"), "Berg")),
        ("CHENG Sibo", PersonName(("Sibo",), (), "CHENG", family_first=True)),
        ("LI Wei", PersonName(("Wei",), (), "LI")),
        ("JM Smith", PersonName(("J", "M"), (), "Smith")),
        ("van der Berg JM", PersonName(("J", "M"), ("van", "der"), "Berg")),
        ("Prof. Dr. Ada Example", PersonName(("Ada",), (), "Example", "", ("Prof", "Dr"))),
        ("Dr. Li", PersonName((), (), "Li", "", ("Dr",))),
        ("Dr", PersonName((), (), "Dr")),
        ("Sibo CHENG", PersonName(("Sibo",), (), "CHENG")),
        ("Sammy Davis Jr.", PersonName(("Sammy",), (), "Davis", "Jr")),
        ("Davis, Sammy, Jr.", PersonName(("Sammy",), (), "Davis", "Jr")),
        ("J. R. R. Tolkien", PersonName(("J", "R", "R"), (), "Tolkien")),
        ("Vincent 't Hooft", PersonName(("Vincent",), ("t",), "Hooft")),
        ("Madonna", PersonName((), (), "Madonna")),
        ("程思博", PersonName((), (), "程思博")),
        ("?", PersonName((), (), "?")),
    ],
)
def test_parts(written: str, parts: PersonName) -> None:
    assert person_name(written) == parts


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Etienne Memin", "Étienne Mémin", "same"),
        ("Sibo Cheng", "Sib0 Cheng", "same"),
        ("Cheng Sibo", "Sibo CHENG", "same"),
        ("Müller, Hans", "Hans Mueller", "same"),
        ("Søren Skytte", "Soren Skytte", "same"),
        ("Jan van den Berg", "Jan Van-den-Berg", "same"),
        ("Weiß", "Weiss", "same"),
        ("S. Cheng", "Sibo Cheng", "maybe"),
        ("A. Quill-Orren", "Quill-Orren, Ada", "maybe"),
        ("A. Orren", "Ada Quill-Orren", "maybe"),
        ("A. Quill", "Ada De Quill", "maybe"),
        ("A. Van Quill", "Ada De Quill", None),
        ("M. Liang", "Liang Meihua", "maybe"),
        ("E. Quill", "Quill, E", "same"),
        ("Ada Quill (Pen)", "Ada Quill", "maybe"),
        ("Ada Quill (Lund)", "Ada Quill (Turku)", None),
        ("James R. Taylor", "James Taylor", "maybe"),
        ("Sibor Cheng", "Sibo Cheng", "maybe"),
        ("Anna Berger", "Anne Berger", "maybe"),
        ("Micheal Berger", "Michael Berger", "maybe"),
        ("Anna Bergers", "Anna Regbers", None),
        ("Dr. Edgar T. Quill", "Edgar T. Quill", "same"),
        ("Prof. Dr. Ada Example", "Ada Example", "same"),
        ("Ludwig van Beethoven", "Ludwig Beethoven", "same"),
        ("Wang Xiaoming", "Xiao-Ming Wang", "same"),
        ("Lee, Sang-Hyun", "Sanghyun Lee", "same"),
        ("Вob Miller", "Bob Miller", "same"),  # the first letter is Cyrillic
        ("JM Smith", "John M. Smith", "maybe"),
        ("Smith J", "John Smith", "maybe"),
        ("Smith JM", "J. M. Smith", "same"),
        ("Tim Berg", "Timothy Berg", "maybe"),
        ("R. Harald Bø", "Harald Bø", "maybe"),
        ("Asli Yildirim", "Asli Yildirim Deniz", "maybe"),
        ("Pedro Balage Filho", "Pedro Balage", "maybe"),
        ("John Smith Jr.", "John Smith", "maybe"),
        ("John Smith Jr.", "John Smith Sr.", None),
        ("John Smith II", "John Smith III", None),
        ("Wenyi Li", "Wenyi Liu", None),
        ("Yuran Zhou", "Yulan Zhou", None),
        ("Jan Berg", "Janet Bergen", None),
        ("J. Berg", "Jane Bergen", None),
        ("Jun Wang", "Jing Wang", None),
        ("Li Wei", "Li Wen", None),
        ("Peter Lean", "Peter Dean", None),
        ("Ann Lee", "Bob Lee", None),
        ("Cheng", "Sibo Cheng", None),
    ],
)
def test_likeness(one: str, other: str, expected: str | None) -> None:
    assert likeness(one, other) == likeness(other, one) == expected
    if expected:
        assert set(likeness_keys(one)) & set(likeness_keys(other))


NAMES = st.text(st.sampled_from("abcABC éÉöøß.,-'0 数Ж"), max_size=14)


@given(NAMES, NAMES)
def test_what_is_alike_is_found_by_its_keys(one: str, other: str) -> None:
    person_name(one)
    assert likeness(one, other) == likeness(other, one)
    if likeness(one, other):
        assert set(likeness_keys(one)) & set(likeness_keys(other))


def found(folder: Path, files: dict[str, str | bytes | None]) -> list[Finding]:
    program, before = read(folder, files)
    assert program is not None
    return [finding for finding in check(program, before) if finding.code.name.startswith("K06")]


def talk(title: str, *authors: str) -> str:
    rows = "".join(f"  - {{name: {author}, affiliations: [uni]}}\n" for author in authors)
    return TALK.replace("On engines", title).replace(
        "  - {name: Ada Example, affiliations: [uni], presenting: true}\n", rows
    )


def test_one_person_in_two_talks(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        "talks/ada.md": talk("On engines", "Etienne Mémin", "Sibo Cheng"),
        "talks/bob.md": talk("On waves", "Etienne Memin"),
        "talks/cy.md": talk("On tides", "S. Cheng", "Etienne Mémin"),
    }
    sure, maybe = found(tmp_path, files)
    assert (sure.code.name, str(sure.place), sure.talk) == ("K060", "content/talks/bob.md:4:12", "bob")
    assert sure.message == '"Etienne Memin" looks like another spelling of "Etienne Mémin"'
    assert "{name: Etienne Mémin, aliases: [Etienne Memin]}" in (sure.hint or "")
    assert [str(place) for place in sure.also] == ["content/talks/ada.md:4:12"]
    assert (maybe.code.name, str(maybe.place)) == ("K061", "content/talks/cy.md:4:12")


def test_an_alias_ends_it(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        "talks/ada.md": talk("On engines", "Etienne Mémin"),
        "talks/bob.md": talk("On waves", "Etienne Memin"),
        "people.yaml": "people:\n  - {name: Etienne Mémin, aliases: [Etienne Memin]}\n",
    }
    assert found(tmp_path, files) == []


def test_two_authors_of_one_talk_are_two_people(tmp_path: Path) -> None:
    assert found(tmp_path, {"talks/ada.md": talk("On engines", "J. Wang", "Jing Wang")}) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Sib0 Cheng", "has a digit in it"),
        ("ada@example.org", "is an e-mail address"),
        ("'Ada Example*'", "has a mark in it"),
        ("'Ada Example¹'", "has a mark in it"),
        ("◊Ada", "has a sign in it that is no letter"),
        ("Jo Smith and Bo Li", "looks like several people"),
        ("'A. Smith; B. Li'", "looks like several people"),
        ("Jo Smith et Bo Li", "looks like several people"),
        ("'A. Smith, B. Li'", "looks like several people"),
        ("'Ada B. Smith, Bo Li'", "looks like several people"),
        ("'Liang Meihua, Bo Li'", "looks like several people"),
        ("'山田 明、林 花'", "looks like several people"),
        ("'山田 明, 林 花'", "looks like several people"),
        ("N.N.", "stands for nobody"),
        ("TBA", "stands for nobody"),
        ("Вob Miller", "mixes letters of two scripts"),
        ("ADA EXAMPLE", "is in capitals"),
        ("ada example", "has no capitals"),
        ("'Ada Example.'", "ends with a full stop"),
        ("AdaExample", "has a capital inside"),
        ("Ada Example (Lagos)", "has more than a name in it"),
        ("Ada Example / Bob Li", "has more than a name in it"),
        ("Various authors", "stands for nobody"),
        ("Speaker", "stands for nobody"),
        ("'???'", "stands for nobody"),
    ],
)
def test_names_that_cannot_be_some(tmp_path: Path, name: str, words: str) -> None:
    (finding,) = found(tmp_path, {"talks/ada.md": talk("On engines", name)})
    assert finding.code.name == "K062"
    assert words in finding.message
    assert finding.hint
    assert str(finding.place).startswith("content/talks/ada.md:4:1")


@pytest.mark.parametrize(
    "name",
    [
        "Ada Example",
        "Al X",
        "Željko Đ. Ivić",
        "山田 たろう",
        "ヤマダ太郎",
        "J.-P. O'Neill III",
        "'Davis, Sammy, Jr.'",
        "Ada",
        "José Ortega y Gasset",
        "'Ortega y Gasset, José María'",
        "'García, Ana María'",
        "'García López, Ana'",
        "'García López, Ana M.'",
        "'García M., Ana María'",
        "'GARCÍA LÓPEZ, Ana María'",
        "'De la Cruz, Ana María'",
        "'van der Berg, Jan Willem'",
        "'Berg Hoff, Jan Willem van'",
        "'Ada Example, PhD'",
        "'山田, 花子'",
        "boat42",
        "'@nick'",
        "McDonald",
        "MacDonald",
        "MeLuKi",
        "OTTO",
        "Na Li",
        "DJ X",
        "Jonas B.",
    ],
)
def test_names_that_are_all_right(tmp_path: Path, name: str) -> None:
    assert found(tmp_path, {"talks/ada.md": talk("On engines", name)}) == []


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("University of Ljubljana, Faculty of Physics", "Univ. Ljubljana, Fac. of Physics", True),
        ("École normale supérieure, Paris", "Ecole Normale Superieure (Paris)", True),
        ("Paris, École normale supérieure", "École normale supérieure, Paris", True),
        ("Norwegian Meteorological Institute", "Norwegian Metereological Institute", True),
        ("Institute of Physics, Group 1", "Institute of Physics, Group 2", False),
        ("University of Oslo", "University of Olso, Norway and Sweden", False),
        ("ECMWF", "NCAR", False),
    ],
)
def test_affiliations(tmp_path: Path, first: str, second: str, alike: bool) -> None:
    files: dict[str, str | bytes | None] = {
        "talks/ada.md": TALK.replace("Example University", f"'{first}'"),
        "talks/bob.md": TALK.replace("Example University", f"'{second}'").replace("On engines", "On waves"),
    }
    assert [finding.code.name for finding in found(tmp_path, files)] == ["K064"] * alike


TWO_ROOMS = """\
sessions:
  - {id: one, title: A, date: 2026-04-23, start: 9:00, room: X, chairs: [CHAIR], items: [{talk: ada, minutes: 20}]}
  - {id: two, title: B, date: 2026-04-23, start: START, room: Y, items: [{talk: bob, minutes: 20}]}
"""


@pytest.mark.parametrize(
    ("start", "chair", "busy"),
    [("9:10", "Carl", ["Ada Example"]), ("9:20", "Carl", []), ("9:00", "ada example", ["Ada Example"])],
)
def test_nobody_is_in_two_places(tmp_path: Path, start: str, chair: str, busy: list[str]) -> None:
    files: dict[str, str | bytes | None] = {
        "talks/bob.md": TALK.replace("On engines", "On waves"),
        "program.yaml": TWO_ROOMS.replace("START", start).replace("CHAIR", chair),
    }
    program, before = read(tmp_path, files)
    assert program is not None
    said = [finding for finding in check(program, before) if finding.code.name == "K044"]
    assert [finding.message.split('"')[1] for finding in said] == busy
