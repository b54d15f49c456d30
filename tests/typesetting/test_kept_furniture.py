"""Furniture that is found again is what would be set; what is damaged, or of other pages, is set."""

import pytest

from booklet.composing.section import Furniture, Tab
from booklet.reading.record_cache import UNREADABLE
from booklet.typesetting.furniture import FurnitureSetter
from booklet.typesetting.kept_furniture import KeptFurniture, packed_furniture, unpacked_furniture
from sheet import letters

AROUND = Furniture("Title", "Alexe", "ISDA-Online", (Tab("7", 7),), "Title, continued")
ENTRIES = ((), ("Ada", "Bo", "Cy"), ("Dana",))


class Drawer:
    """Records, and the keys that were looked for and are there."""

    def __init__(self) -> None:
        self.records: dict[bytes, bytes] = {}
        self.met: list[bytes] = []

    def found(self, key: bytes) -> bytes | None:
        self.met += [key] * (key in self.records)
        return self.records.get(key)

    def keep(self, key: bytes, record: bytes) -> None:
        self.records[key] = record


def test_furniture_is_found_again() -> None:
    drawer, made = Drawer(), FurnitureSetter(letters()).set(AROUND, ENTRIES, 4)
    assert len(made.bodies) == 3
    assert len(set(made.bodies)) == 3
    assert KeptFurniture(drawer, letters()).set(AROUND, ENTRIES, 4) == made
    assert not drawer.met
    assert KeptFurniture(drawer, letters()).set(AROUND, ENTRIES, 4) == made
    assert len(drawer.met) == 1


def test_other_words_entries_and_pages_are_other_furniture() -> None:
    drawer = Drawer()
    kept = KeptFurniture(drawer, letters())
    others = [(Furniture("Title", "Alexe", "x"), ENTRIES, 4), (AROUND, ENTRIES[:2], 4), (AROUND, ENTRIES, 5)]
    for one in [(AROUND, ENTRIES, 4), *others]:
        assert kept.set(*one) == FurnitureSetter(letters()).set(*one)
    assert not drawer.met


@pytest.mark.parametrize("record", [b"", b"\0\0\0\2{}", b"\0\0\0\7[[1],3]", b"\0\0\0\x0e[[1,1,2],[]]  abc"])
def test_what_is_no_record_is_told(record: bytes) -> None:
    with pytest.raises(UNREADABLE):
        unpacked_furniture(record, 3)


def test_a_record_of_other_pages_or_cut_off_is_set_anew() -> None:
    made = FurnitureSetter(letters()).set(AROUND, ENTRIES, 4)
    record = packed_furniture(made)
    assert unpacked_furniture(record, 3) == made
    with pytest.raises(UNREADABLE):
        unpacked_furniture(record, 2)
    drawer = Drawer()
    KeptFurniture(drawer, letters()).set(AROUND, ENTRIES, 4)
    (key,) = drawer.records
    drawer.keep(key, record[:-1])
    assert KeptFurniture(drawer, letters()).set(AROUND, ENTRIES, 4) == made
    assert drawer.records == {key: record}
