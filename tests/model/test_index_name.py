"""Names are listed by what readers look them up by, and nothing of them is lost."""

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.model.index_name import index_name

LISTED = {
    "Ada Quill": "Quill, Ada",
    "Quill": "Quill",
    "quill": "quill",
    "Quill, Ada": "Quill, Ada",
    "Ada B. C. Quill": "Quill, Ada B. C.",
    "Quill JM": "Quill, JM",
    "ORREN Lumo": "ORREN, Lumo",
    "Lumo ORREN-TASK": "ORREN-TASK, Lumo",
    "Ada van der Quill": "Quill, Ada van der",
    "de la Quill, Ada": "de la Quill, Ada",
    "Ada De Quill": "De Quill, Ada",
    "Salma Al Orren": "Al Orren, Salma",
    "Omar al-Orren": "al-Orren, Omar",
    "Van Orren": "Orren, Van",
    "Gerard 't Quill": "Quill, Gerard 't",
    "Ada Quill-Orren": "Quill-Orren, Ada",
    "Ada-Maria d’Orren": "d’Orren, Ada-Maria",
    "Ada O’Quill": "O’Quill, Ada",
    "Ada Quill Jr.": "Quill, Ada Jr.",
    "Ada Quill, Jr.": "Quill, Ada Jr.",
    "Dr. Ada Quill": "Quill, Dr. Ada",
    "Ada Quill (dreamer)": "Quill, Ada (dreamer)",
    'Ada "the pen" Quill': 'Quill, Ada "the pen"',
    "Ada ‘pen’ Quill": "Quill, Ada ‘pen’",
    "Quill (dreamer)": "Quill (dreamer)",
    "(dreamer)": "(dreamer)",
    "Ada Quill – Квилл": "Quill, Ada – Квилл",
    "Ada Quill 羽根": "Quill, Ada 羽根",
    "羽根": "羽根",
    "羽根 明": "羽根 明",
    "Ада Квилл": "Квилл, Ада",
    "דנה ברוש": "ברוש, דנה",
    "دانة بروش": "بروش، دانة",
    "Room 7": "Room 7",
    "7": "7",
}


@pytest.mark.parametrize(("written", "listed"), LISTED.items())
def test_how_names_are_listed(written: str, listed: str) -> None:
    assert index_name(written).words == listed


@pytest.mark.parametrize(
    "written",
    ["Liang Meihua", "Xu Ruolan", "Yoo Ji-won", "Han Seok-jin", "Nguyễn Thị Hoa", "Lê Văn Sơn", "Nguyen Minh"],
)
def test_names_that_begin_with_the_family_name_stay_as_they_are(written: str) -> None:
    name = index_name(written)
    assert name.words == written
    assert name.sorted_by == written.split()[0]


@pytest.mark.parametrize(
    "written",
    ["Meihua Liang", "Ji-won Yoo", "Hoa Nguyen", "Wei Li", "Mia Chen", "Han Solberg", "Lin Manders", "Kim Quill"],
)
def test_other_names_do_not(written: str) -> None:
    first, last = written.split()
    assert index_name(written).words == f"{last}, {first}"


def test_the_order_of_names() -> None:
    expected = [
        "Salma Al Orren",
        "Ada van der Aster",
        "Berta Aster",
        "Dr. Clara Aster",
        "Aster, Dora",
        "@brim",
        "Omar al-Corvo",
        'Ada "Zed" Quill',
        "Ada Quill-Aster",
    ]
    shuffled = random.Random(1).sample(expected, len(expected))
    assert sorted(shuffled, key=lambda written: index_name(written).key("en")) == expected


def test_people_by_family_name_then_given_names_without_particles() -> None:
    expected = [
        "Ludwig van Beethoven",
        "Anna Berg",
        "Berg, Béla",
        "Carl von Berg",
        "Dr. Zoë Berg",
        "LI Wei",
        "Tom O'Hara",
    ]
    assert (
        sorted(random.Random(1).sample(expected, len(expected)), key=lambda name: index_name(name).key("en"))
        == expected
    )


@pytest.mark.parametrize(
    ("written", "counts"), [("Omar al-Orren", "Orren"), ("Omar Al-Orren", "Al-Orren"), ("نور الدين", "دين")]
)
def test_small_articles_do_not_count(written: str, counts: str) -> None:
    assert index_name(written).sorted_by == counts


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_any_name_keeps_its_letters(written: str) -> None:
    words = index_name(written).words
    assert Counter(filter(str.isalnum, words)) == Counter(filter(str.isalnum, written))
