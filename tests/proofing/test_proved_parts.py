"""Whoever proves the parts of a file, and whatever is known of it before, the same is found in it."""

import json
import re
import sys
from collections.abc import Iterator

import pytest

from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.model.rich_text import line
from booklet.plain_dataclasses import replace
from booklet.proofing import proved_parts as proving
from booklet.proofing.audit import faults_of
from booklet.proofing.book_file import BookFile
from booklet.proofing.part_proof import PartProof, prove_part
from booklet.proofing.proved_parts import ProvingMeans, proved_parts
from booklet.proofing.round_trip import Wanted
from booklet.structure import Element
from booklet.typesetting.set_piece import Destination, SetPiece
from changed_pdf import Objects, changed, info_of, written
from sheet import bound, letters, set_sheet, voice

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="workers are started on Linux alone")
Places = tuple[tuple[str, ...], ...]
WORDS = ("tides", "sand", "sand", "wind")
PLACES: Places = tuple((f"part-{number}",) for number in range(len(WORDS)))
WANTED = Wanted({}, {}, {name: [[line(word)]] for (name,), word in zip(PLACES, WORDS, strict=True)}, frozenset(), "")


def piece(word: str) -> SetPiece:
    """A part of a heading, a line with a link, and one that only some parts have."""
    root = Element("Sect")
    blocks = [
        Paragraph(letters(), (Run(f"A heading of {word}", voice()),), 14, root.add("H1")),
        Paragraph(letters(), (Run("Words with ", voice()), Run("a link", voice(), link="#here")), 14, root.add("P")),
    ]
    if word == "wind":
        blocks.append(Paragraph(letters(), (Run("שלום", voice()),), 14, root.add("P")))
    return set_sheet(blocks, root, 200)


def book(*words: str) -> bytes:
    first, *others = map(piece, words)
    return bound([replace(first, destinations=(Destination("here", 0, 100.0),)), *others], letters())


GOOD = book(*WORDS)


class Kept:
    """Records of a run, and which of them were found."""

    def __init__(self) -> None:
        self.records: dict[bytes, bytes] = {}

    def found(self, key: bytes) -> bytes | None:
        return self.records.get(key)

    def keep(self, key: bytes, record: bytes) -> None:
        self.records[key] = record


def found_in(
    pdf: bytes, workers: int = 0, records: Kept | None = None, wanted: Wanted = WANTED, places: Places = PLACES
) -> list[str]:
    """All that is wrong with the file and lost in it."""
    lost: list[str] = []

    def proofs(book: BookFile) -> Iterator[PartProof]:
        for proof, losses in proved_parts(book, wanted, places, ProvingMeans(workers, records)):
            lost.extend(losses.faults)
            yield proof

    return [*faults_of(pdf, proofs), *lost]


def kept(pdf: bytes = GOOD) -> Kept:
    """What is kept of a good file."""
    records = Kept()
    assert found_in(pdf, records=records) == []
    return records


@pytest.fixture
def anew(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The parts that are proved from here on, by this process."""
    parts: list[int] = []

    def noted(book: BookFile, part: int) -> tuple[str, PartProof]:
        parts.append(book.parts.index(part))
        return prove_part(book, part)

    monkeypatch.setattr(proving, "prove_part", noted)
    return parts


FAULTS = {
    "an element that names another parent": (rb"/S/P/P \d+ 0 R", b"/S/P/P 1 0 R"),
    "a mark that is not there": (rb"/P<</MCID 1>>BDC", b"/Artifact BMC"),
    "what is drawn outside": (rb"\nEMC\nET", b"\nEMC\n[(AB)]TJ\nET"),
    "a level of headings": (rb"/S/H1/P", b"/S/H2/P"),
    "a link without words": (rb"/Contents\(a link\)", b"/Contents()"),
    "a link that is no Link": (rb"/S/Link", b"/S/Span"),
    "a link of nobody": (rb"/Type/OBJR/Obj (\d+)", rb"/Type/OBJR/Obj 1\1"),
    "the parent tree about a page": (rb"/StructParents 2", b"/StructParents 1"),
    "the parent tree about a link": (rb"/StructParent 5", b"/StructParent 4"),
    "a destination": (rb"\(here\)\[(\d+) 0 R", b"(here)[1 0 R"),
    "a code that says nothing": (rb"<([0-9A-F]{4})> <0041>\n", b""),
    "a code that says something else": (rb"> <0074>", b"> <0075>"),
    "contents that are no stream": (rb"/Contents\[\d+", b"/Contents[9999"),
    "no language": (rb"/Lang\(en-US\)", b""),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_known_hides_no_fault(fault: str) -> None:
    """Nor do records of a faulty file hide it in the next run."""
    pdf = changed(GOOD, *FAULTS[fault])
    expected, records = found_in(pdf), kept()
    assert expected
    assert found_in(pdf, records=records) == expected
    assert found_in(pdf, records=records) == expected
    assert found_in(GOOD, records=records) == []


def test_a_good_part_hides_no_fault_of_an_equal_one(anew: list[int]) -> None:
    """Of two parts that are equal but for numbers, and of which no texts are wanted, the second is changed."""
    alone = WANTED._replace(others={})
    records = Kept()
    pdf = book("sand", "wind", "sand", "sand")
    assert found_in(pdf, records=records, wanted=alone, places=()) == []
    assert (len(records.records), anew) == (2, [0, 1])
    anew.clear()
    objects = Objects(pdf)
    last = max(number for number, body in objects.bodies.items() if b"/S/P/P" in body)
    objects.bodies[last] = objects.bodies[last].replace(b"/S/P/P ", b"/S/P/P 1")
    (fault,) = found_in(written(objects, info_of(pdf)), records=records, wanted=alone, places=())
    assert fault == "a P element names another parent than the one it is in"
    assert anew == [3]


@ON_LINUX
@pytest.mark.parametrize("fault", FAULTS)
def test_workers_find_the_same_in_the_same_order(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proving, "_MANY", 0)
    pdf = changed(GOOD, *FAULTS[fault])
    expected, records = found_in(pdf), Kept()
    assert found_in(pdf, 2) == expected
    assert found_in(pdf, 2, records) == expected
    assert found_in(pdf, 2, records) == expected


@ON_LINUX
def test_workers_keep_what_one_process_keeps(monkeypatch: pytest.MonkeyPatch, anew: list[int]) -> None:
    monkeypatch.setattr(proving, "_MANY", 0)
    records = Kept()
    assert found_in(GOOD, 2, records) == []
    assert anew == []  # by others
    assert records.records == kept().records


def test_every_reference_to_another_object_is_noticed() -> None:
    """Each in the structure, in pages and in the parent tree is led to the object before and the one behind."""
    records, base = kept(), Objects(GOOD)
    wrong = 0
    for number, body in base.bodies.items():
        if not re.search(rb"/StructElem|/Type/Page/|/Nums", body):
            continue
        for reference in re.finditer(rb"(\d+) 0 R", body):
            for other in (int(reference[1]) - 1, int(reference[1]) + 1):
                objects = Objects(GOOD)
                objects.bodies[number] = body[: reference.start(1)] + b"%d" % other + body[reference.end(1) :]
                pdf = written(objects, info_of(GOOD))
                expected = found_in(pdf)
                wrong += bool(expected)
                assert found_in(pdf, records=records) == expected
    assert wrong > 100


def test_a_known_part_is_not_proved_again(anew: list[int]) -> None:
    records = kept()
    assert len(records.records) == len(WORDS)
    anew.clear()
    assert found_in(GOOD, records=records) == []
    assert anew == []


def test_parts_are_known_where_numbers_are_others(anew: list[int]) -> None:
    """The first part has more elements and a link more: only that is proved."""
    root = Element("Sect")
    runs = (Run("tides and ", voice()), Run("one", voice(), link="#here"), Run("two", voice(), link="#here"))
    first = set_sheet([Paragraph(letters(), runs, 14, root.add("P")) for _ in range(3)], root, 200)
    others = [piece(word) for word in WORDS[1:]]
    pdf = bound([replace(first, destinations=(Destination("here", 0, 100.0),)), *others], letters())
    records = kept()
    anew.clear()
    assert found_in(pdf, records=records) == []
    assert anew == [0]


def test_a_faulty_part_is_not_kept(anew: list[int]) -> None:
    pdf = changed(GOOD, *FAULTS["an element that names another parent"])
    records = Kept()
    assert found_in(pdf, records=records)
    assert len(records.records) == len(WORDS) - 1
    anew.clear()
    assert found_in(pdf, records=records)
    assert anew == [0]


def test_texts_that_are_wanted_now_are_looked_for(anew: list[int]) -> None:
    records = kept()
    anew.clear()
    wanted = WANTED._replace(others={**WANTED.others, "part-1": [[line("sand"), line("and foam")]]})
    assert found_in(GOOD, records=records, wanted=wanted) == ['"part-1" does not say "and foam"']
    assert anew == [1]


@pytest.mark.parametrize(
    "record",
    [b"", b"\xff", b"{}", b"null", b"[1, 1]", b'[1, 1, "", 1]', b'[true, 1, ""]', b'[7, 1, ""]', b"[1, 1, 1]", b"[" * 99999],
)  # fmt: skip
def test_a_damaged_record_is_none(record: bytes, anew: list[int]) -> None:
    records = kept()
    whole = dict(records.records)
    anew.clear()
    records.records = dict.fromkeys(whole, record)
    assert found_in(GOOD, records=records) == []
    assert anew == [0, 1, 2, 3]
    assert records.records == whole


def test_headings_are_judged_across_known_parts() -> None:
    """What is kept of a part says how its headings begin and end."""
    records = kept()
    assert {tuple(json.loads(record)) for record in records.records.values()} == {(1, 1, "")}
    pdf = changed(GOOD, rb"/S/H1/P", b"/S/P/P")
    deeper = changed(pdf, rb"/S/H1/P", b"/S/H2/P")
    expected = ["an H2 follows no heading of the level above"]
    assert found_in(deeper, records=records) == expected
    assert found_in(deeper, records=records) == expected
