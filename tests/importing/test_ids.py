"""Ids are readable, each given once, and the same in every import."""

import re

from hypothesis import given
from hypothesis import strategies as st

from booklet.importing.ids import NO_IDS, identifier, ids_of
from booklet.importing.meeting import ImportedAuthor, ImportedEvent, ImportedTalk, Meeting
from booklet.place import Place

HERE = Place("programme.csv")


def talk(key: str, *names: str, title: str = "Tides") -> ImportedTalk:
    return ImportedTalk(key, title, HERE, authors=tuple(ImportedAuthor(name) for name in names))


def meeting(*talks: ImportedTalk) -> Meeting:
    return Meeting(ImportedEvent("Days"), talks=talks)


@given(st.text(max_size=100))
def test_an_identifier_is_one_or_nothing(text: str) -> None:
    found = identifier(text)
    assert found == "" or (re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", found) and len(found) <= 60)


def test_letters_of_europe_become_their_nearest() -> None:
    assert identifier("Kasper Tølløse") == "kasper-tollose"
    assert identifier("Łukasz Größe") == "lukasz-grosse"
    assert identifier("O'Neil") == "oneil"
    assert identifier("con") == "con-1"


def test_a_talk_is_called_by_the_family_name_of_who_presents() -> None:
    second = ImportedTalk(
        "2", "Waves", HERE, authors=(ImportedAuthor("Ada Example"), ImportedAuthor("Bo van Dijk", presenting=True))
    )
    ids = ids_of(meeting(talk("1", "Ada Example"), second, talk("3", "Cy Example")), NO_IDS)
    assert ids.talks == {"1": "example", "2": "dijk", "3": "example-2"}


def test_a_talk_without_authors_is_called_by_its_title() -> None:
    ids = ids_of(
        meeting(talk("1", title="*Tides* of the fjord"), talk("2", title="潮汐"), talk("3", "胡玮文", title="潮")),
        NO_IDS,
    )
    assert ids.talks == {"1": "tides-of-the-fjord", "2": "talk", "3": "talk-2"}


def test_ids_of_the_last_import_stay_and_are_not_given_again() -> None:
    first = ids_of(meeting(talk("1", "Ada Example"), talk("2", "Bo Example")), NO_IDS)
    later = ids_of(meeting(talk("3", "Cy Example"), talk("2", "Bo Newname")), first, ("example-3",))
    assert later.talks == {"3": "example-4", "2": "example-2"}


def test_affiliations_have_short_keys() -> None:
    names = (
        "Swedish Meteorological and Hydrological Institute (SMHI)",
        "University of Oslo, Norway",
        "University of Oslo, Department of Physics",
        "数学研究所",
    )
    one = ImportedTalk("1", "Tides", HERE, authors=(ImportedAuthor("Ada", names),))
    assert ids_of(meeting(one), NO_IDS).affiliations == dict(
        zip(names, ("smhi", "university-oslo", "university-oslo-2", "affiliation"), strict=True)
    )


def test_thousands_of_one_title_are_counted_on() -> None:
    ids = ids_of(meeting(*(talk(str(number), title="Tides") for number in range(10_000))), NO_IDS)
    assert list(ids.talks.values())[:3] == ["tides", "tides-2", "tides-3"]
    assert len(set(ids.talks.values())) == 10_000
