"""Names of other systems: what belongs to them, what stands around them, and that none is spoilt."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet import limits
from booklet.finding import Finding
from booklet.importing.cleaning.person_names import WrittenName, joined_name, names_in, one_name
from booklet.place import Place

PLACE = Place("people.csv", 2)
DATA = Path(__file__).parents[3] / ".." / "shared" / "data"


def one(text: str) -> WrittenName:
    return one_name(text, PLACE, [])


def many(text: str) -> list[str]:
    return [name.name for name in names_in(text, PLACE, [])]


def codes(text: str) -> list[str]:
    findings: list[Finding] = []
    names_in(text, PLACE, findings)
    return [finding.code.name for finding in findings]


@pytest.mark.parametrize(
    "text",
    [
        "J. Smith III",
        "N'dour",
        "K.L.M.N.",
        "4boats",
        "yo",
        "y",
        "林小海",
        "Pavel Example - Павел",
        'Katharina "Kat" Example',
        "Ada Example (sailor)",
        "LI Wei",
        "LI WEI",
        "Dr. Ann Lee",
        "Agent 47",
        "user123",
        "Smith, PhD",
        "John Smith, Jr.",
        "Ann B. Lee, Oslo",
        "José Ortega y Gasset",
        "DJ AKI",
        "@ada",
        "=1+1",
        "MacDonald",
    ],
)
def test_names_that_stay(text: str) -> None:
    findings: list[Finding] = []
    assert one_name(text, PLACE, findings) == WrittenName(text)
    assert findings == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann   Lee", "Ann Lee"),
        ("Ann&nbsp;Lee", "Ann Lee"),
        ("&Eacute;milie &amp;Eacute;", "Émilie É"),
        (r"Jos\'e Garc{\'\i}a", "José García"),
        (r"J{\"u}rgen {van der Berg}", "Jürgen van der Berg"),
        ("J.~Smith", "J. Smith"),
        ("JOHN SMITH", "John Smith"),
        ("JEAN-LUC O'BRIEN", "Jean-Luc O'Brien"),
        ("MARÍA DEL CARMEN LÓPEZ III", "María del Carmen López III"),
        ("İBRAHİM YILMAZ", "İbrahim Yilmaz"),
        ("Smith, John", "John Smith"),
        ("Smith III, John", "John Smith III"),
        ("van der Berg, Anna Maria", "Anna Maria van der Berg"),
        ("Ann Lee <ann@example.org>", "Ann Lee"),
        ("Ann Lee 0000-0002-1825-0097", "Ann Lee"),
        ("Ann\u200b Lee\ufeff", "Ann Lee"),
        ("TBA", ""),
        ("n/a", ""),
        ("", ""),
    ],
)
def test_names_that_are_put_right(text: str, name: str) -> None:
    assert one(text) == WrittenName(name)


@pytest.mark.parametrize(
    ("text", "name", "marks", "presenting"),
    [
        ("Smith1,2", "Smith", ("1", "2"), False),
        ("Smith, John*1,2", "John Smith", ("1", "2"), True),
        ("Ann Lee1", "Ann Lee", ("1",), False),
        ("Ann Lee 2", "Ann Lee", ("2",), False),
        ("Ann Lee (1)", "Ann Lee", ("1",), False),
        ("Ann Lee¹,²", "Ann Lee", ("1", "2"), False),
        ("Ann Lee†", "Ann Lee", ("†",), False),
        ("Ann Lee<sup>1,2,*</sup>", "Ann Lee", ("1", "2"), True),
        ("Ann Lee$^{1,2}$", "Ann Lee", ("1", "2"), False),
        ("Ann Lee^a,b", "Ann Lee", ("a", "b"), False),
        (r"\underline{Ann Lee}\textsuperscript{3}", "Ann Lee", ("3",), True),
        ("*Ann Lee", "Ann Lee", (), True),
        ("Ann Lee*", "Ann Lee", (), True),
        ("**Ann Lee**", "Ann Lee", (), True),
        ("_Ann Lee_", "Ann Lee", (), True),
        ("<u>Ann Lee</u>", "Ann Lee", (), True),
        ("Ann Lee (presenter)", "Ann Lee", (), True),
        ("Speaker: Ann Lee", "Ann Lee", (), True),
    ],
)
def test_marks(text: str, name: str, marks: tuple[str, ...], presenting: bool) -> None:
    assert one(text) == WrittenName(name, marks, presenting)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee, Bo Li and Cy Ox", ["Ann Lee", "Bo Li", "Cy Ox"]),
        ("Ann Lee, Bo Li, and Cy Ox", ["Ann Lee", "Bo Li", "Cy Ox"]),
        ("Ann Lee & Bo Li", ["Ann Lee", "Bo Li"]),
        ("Ann Lee und Bo Li", ["Ann Lee", "Bo Li"]),
        ("Ann Lee et Bo Li", ["Ann Lee", "Bo Li"]),
        ("Ann Lee y Bo Li", ["Ann Lee", "Bo Li"]),
        (r"Ann Lee \and Bo Li", ["Ann Lee", "Bo Li"]),
        ("Ann Lee; Bo Li", ["Ann Lee", "Bo Li"]),
        ("Ann Lee | Bo Li", ["Ann Lee", "Bo Li"]),
        ("Ann Lee\nBo Li\r\n", ["Ann Lee", "Bo Li"]),
        ("Ann Lee<br>Bo Li", ["Ann Lee", "Bo Li"]),
        ("李明、王伟", ["李明", "王伟"]),
        ("1. Ann Lee, 2. Bo Li", ["Ann Lee", "Bo Li"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Smith, J., Doe, A.", ["J. Smith", "A. Doe"]),
        ("Smith, J. A., Doe, A.-B. and Roe, C.", ["J. A. Smith", "A.-B. Doe", "C. Roe"]),
        ("Smith, John; Doe, Ann", ["John Smith", "Ann Doe"]),
        ("Smith, John and Doe, Ann", ["John Smith", "Ann Doe"]),
        ("M&uuml;ller, Hans; Doe, Ann", ["Hans Müller", "Ann Doe"]),
        ("Ann Lee, Bo Li and Cy Ox, Di Poe", ["Ann Lee", "Bo Li", "Cy Ox", "Di Poe"]),
        ("Ann Lee, Bo Li; Cy Ox", ["Ann Lee", "Bo Li", "Cy Ox"]),
        ("John Smith, Jr., Bo Li", ["John Smith Jr.", "Bo Li"]),
        ("Ann Lee, Bo Li et al.", ["Ann Lee", "Bo Li"]),
        ("Ann Lee, Bo Li, Ann Lee", ["Ann Lee", "Bo Li"]),
        ("Robert (Bob) Smith, Ann Lee (dreamer)", ["Robert (Bob) Smith", "Ann Lee (dreamer)"]),
        ("TBA", []),
        ("", []),
    ],
)
def test_lists_of_names(text: str, names: list[str]) -> None:
    assert many(text) == names


def test_marks_of_a_list() -> None:
    names = names_in("Ann Lee1,2, <u>Bo Li</u><sup>2</sup>, Cy3*", PLACE, [])
    assert names == (
        WrittenName("Ann Lee", ("1", "2")),
        WrittenName("Bo Li", ("2",), presenting=True),
        WrittenName("Cy", ("3",), presenting=True),
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee (MIT), Bo Li (ETH Zürich, Switzerland)", [("Ann Lee", "MIT"), ("Bo Li", "ETH Zürich, Switzerland")]),
        ("Ann Lee (Acme), Bo Li (Foo)", [("Ann Lee", "Acme"), ("Bo Li", "Foo")]),
        ("Ann Lee, MIT; Bo Li, University of X", [("Ann Lee", "MIT"), ("Bo Li", "University of X")]),
        ("Lee, Ann (MIT); Li, Bo (ETH)", [("Ann Lee", "MIT"), ("Bo Li", "ETH")]),
        ("Ann Lee (Annie)", [("Ann Lee (Annie)", "")]),
        ("Ann Lee (MIT", [("Ann Lee (MIT", "")]),
    ],
)
def test_affiliations_of_a_list(text: str, names: list[tuple[str, str]]) -> None:
    assert [(name.name, name.affiliation) for name in names_in(text, PLACE, [])] == names


def test_two_full_names_are_two() -> None:
    assert [name.name for name in names_in("Ada Example, Bo Other", PLACE, [])] == ["Ada Example", "Bo Other"]
    assert [name.name for name in names_in("van der Berg, Jan Piet", PLACE, [])] == ["Jan Piet van der Berg"]


def test_a_star_before_numbers_in_brackets() -> None:
    found = one_name("Eve Guest* (1,2)", PLACE, [])
    assert (found.name, found.marks, found.presenting) == ("Eve Guest", ("1", "2"), True)


def test_a_blank_that_was_lost_comes_back_in_lists_alone() -> None:
    """Who is alone may call themselves so."""
    assert one_name("NightOwl", PLACE, []).name == "NightOwl"
    assert [name.name for name in names_in("JohnSmith, AnnLee, MacDonald, LeRoy", PLACE, [])] == [
        "John Smith",
        "Ann Lee",
        "MacDonald",
        "LeRoy",
    ]


def test_what_is_said() -> None:
    assert codes("Ann Lee, Bo Li et al.") == ["I002"]
    assert codes("Ann Lee <ann@example.org>") == ["I006"]
    assert codes("Smith, John") == ["I009"]
    assert codes("JohnSmith") == []
    assert codes("JohnSmith, Ann Lee") == ["I009"]
    assert codes("JOHN SMITH") == ["I009"]
    assert codes("TBA") == ["I007"]
    assert codes("Ann Lee, Ann Lee") == []
    assert codes("Ann Lee, ann lee") == ["I005"]
    assert codes("A" * (limits.NAME + 1)) == ["I002"]


def test_what_is_too_much_is_cut() -> None:
    assert len(one("x" * (limits.NAME + 50)).name) == limits.NAME
    assert len(many("; ".join(f"Ann {'I' * at}" for at in range(1, 1100)))) <= limits.AUTHORS


def test_a_name_of_its_parts() -> None:
    assert joined_name(" Ann ", "B.", " Lee") == "Ann B. Lee"
    assert joined_name("", "", "Lee") == "Lee"
    assert joined_name("Ann Lee", "", "Lee") == "Ann Lee"
    assert joined_name("", "", "") == ""


LETTERS = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGäéßøĐЖ胡 .-'()", max_size=60)


@given(LETTERS)
def test_no_letter_of_a_name_is_lost(text: str) -> None:
    kept = one(text)
    assert (
        kept.presenting or _letters(kept.name) == _letters(text) or _letters(text) in ("tba", "tbc", "tbd", "na", "nn")
    )


@given(
    st.lists(
        st.from_regex(r"[A-ZÄ][a-zé]{2,9} [A-Z][a-zß]{2,9}", fullmatch=True),
        min_size=1,
        max_size=8,
        unique_by=str.casefold,
    )
)
def test_every_name_of_a_list_is_found(names: list[str]) -> None:
    assert many("; ".join(names)) == many("\n".join(names)) == names


@given(st.text(max_size=200) | st.text("A b,;.&|()[]<>{}\\^*_1²†\n\"'", max_size=200))
def test_nothing_raises(text: str) -> None:
    findings: list[Finding] = []
    found = [one_name(text, PLACE, findings), *names_in(text, PLACE, findings)]
    assert all(len(name.name) <= limits.NAME and "\n" not in name.name for name in found)
    assert all("\n" not in finding.message for finding in findings)


@pytest.mark.parametrize(
    "text", ["(" * 50_000, ",,;;" * 12_000, "a, " * 17_000, "*a" * 25_000, "{" * 50_000, "a1," * 17_000, "\\" * 50_000]
)
def test_long_texts_take_no_time(text: str) -> None:
    names_in(text, PLACE, [])
    one(text)


@pytest.mark.skipif(not (DATA / "nipype-authors").is_dir(), reason="needs shared/data/nipype-authors")
def test_a_real_list_of_authors() -> None:
    import json

    records = json.loads((DATA / "nipype-authors" / "zenodo.json").read_text(encoding="utf-8"))["creators"]
    names = [one(record["name"]) for record in records]
    assert len(names) == 216
    assert names[0].name.split()[-1] == records[0]["name"].partition(",")[0]
    assert not any("," in name.name or name.marks for name in names)


def _letters(text: str) -> str:
    return "".join(sorted(sign for sign in text.casefold() if sign.isalnum()))
