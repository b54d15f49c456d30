"""Whoever proves the parts of a file, and whatever is known of it before, the same is found in it."""

import json
import random
import re
import sys
import zlib
from collections.abc import Iterator

import pytest

from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.model.rich_text import line
from booklet.plain_dataclasses import replace
from booklet.proofing import proved_parts as proving
from booklet.proofing.audit import faults_of
from booklet.proofing.book_file import BookFile
from booklet.proofing.part_key import PartKeys
from booklet.proofing.part_proof import PartProof, prove_part
from booklet.proofing.proved_parts import ProvingMeans, proved_parts
from booklet.proofing.round_trip import Wanted
from booklet.structure import Element
from booklet.typesetting.furniture import SetFurniture
from booklet.typesetting.placed_piece import PlacedPiece
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


def long_piece(word: str, more: str = "") -> SetPiece:
    """A part of hundreds of lines, each with a link, and of one with `more` words."""
    root = Element("Sect")
    runs = (Run(word, voice()), Run("a link", voice(), link="#here"))
    blocks = [Paragraph(letters(), runs, 14, root.add("P")) for _ in range(300)]
    if more:
        blocks.append(Paragraph(letters(), (Run(more, voice()),), 14, root.add("P")))
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

    def proofs(self) -> list[bytes]:
        """What is kept of parts, each once; other records are keys of parts, and what object streams say."""
        return [record for record in self.records.values() if re.match(rb"\[\d", record)]


def found_in(
    pdf: bytes, workers: int = 0, records: Kept | None = None, wanted: Wanted = WANTED, places: Places = PLACES
) -> list[str]:
    """All that is wrong with the file and lost in it."""
    lost: list[str] = []

    def proofs(book: BookFile) -> Iterator[PartProof]:
        for proof, losses in proved_parts(book, wanted, places, ProvingMeans(workers, records)):
            lost.extend(losses.faults)
            yield proof

    return [*faults_of(pdf, proofs, records), *lost]


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
    assert (len(records.proofs()), anew) == (2, [0, 1])
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
    assert len(records.proofs()) == len(WORDS)
    anew.clear()
    assert found_in(GOOD, records=records) == []
    assert anew == []


def test_a_part_that_stands_where_it_stood_needs_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """All are known by their bytes alone."""
    records = kept()
    before = dict(records.records)
    assert len(before) == 2 * len(WORDS) + 1

    def refused(*_: object) -> None:
        raise AssertionError("a key is made")

    monkeypatch.setattr(PartKeys, "key", refused)
    assert found_in(GOOD, records=records) == []
    assert records.records == before
    with pytest.raises(AssertionError, match="a key is made"):
        found_in(GOOD, records=Kept())


# What is said about a part elsewhere than in its elements, which stay what they are: one character of it is another.
ELSEWHERE = {
    "the contents of a page": (rb"/P<</MCID 1>>BDC", b"/P<</MCID 2>>BDC"),
    "the parent tree about a page": (rb"1 \[(\d+) 0 R", rb"1 [1 0 R"),
    "the parent tree about a link": (rb"5 (\d)(\d*) 0 R 6", rb"5 9\2 0 R 6"),
    "the key of a page": (rb"/StructParents 1", b"/StructParents 2"),
    "the key of a link": (rb"/StructParent 5", b"/StructParent 6"),
    "the words of a link": (rb"/Contents\(a link\)", b"/Contentr(a link)"),
    "the links of a page": (rb"/Annots\[", b"/Annotx["),
}


@pytest.mark.parametrize("what", ELSEWHERE)
def test_one_byte_elsewhere_is_seen(what: str, anew: list[int]) -> None:
    """Whether the part was known by its key, or by its bytes as well."""
    pdf, records = changed(GOOD, *ELSEWHERE[what]), kept()
    expected = found_in(pdf)
    assert expected
    anew.clear()
    assert found_in(pdf, records=records) == expected
    assert len(anew) in {1, 2}  # with the wrong key of a page, two are


def test_every_byte_of_the_contents_counts(anew: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    """Of contents as they stand in the file, and of what says how they are encoded; other parts need no key."""
    records, base = kept(), Objects(GOOD)
    contents = [int(found[1]) for body in base.bodies.values() if (found := re.search(rb"/Contents\[(\d+)", body))]
    keys, chance, make = [], random.Random(5), PartKeys.key
    monkeypatch.setattr(PartKeys, "key", lambda *given: keys.append(1) or make(*given))  # type: ignore[func-returns-value]
    for index, number in enumerate(contents):
        for times in range(20):
            objects = Objects(GOOD)
            data = bytearray(objects.data[number])
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            objects.data[number] = bytes(data)
            if times == 0:
                objects.data[number], objects.bodies[number] = base.data[number], b"<</Filter/FlateDecodf"
            pdf = written(objects, info_of(GOOD))
            expected = found_in(pdf)
            anew.clear()
            keys.clear()
            assert found_in(pdf, records=records) == expected
            assert (anew, len(keys)) == ([index], 1)


@pytest.mark.parametrize("record", [b"", b"short", bytes(16), bytes(17), b"\xff" * 20])
def test_a_damaged_key_is_none(record: bytes, anew: list[int]) -> None:
    """A record of bytes that is none, or says another key."""
    records = kept()
    whole = dict(records.records)
    for key, value in whole.items():
        records.records[key] = value if value.startswith(b"[") else record
    anew.clear()
    assert found_in(GOOD, records=records) == []
    assert set(anew) in (set(), {0, 1, 2, 3})


def test_parts_of_many_objects_stand_where_others_change(anew: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    """They are in object streams of their own. Links, the parent tree and elements of the last part are changed, or that is
    longer."""
    long = [long_piece(word) for word in WORDS]
    good = bound([replace(long[0], destinations=(Destination("here", 0, 100.0),)), *long[1:]], letters())
    records = kept(good)
    keys, make = [], PartKeys.key
    monkeypatch.setattr(PartKeys, "key", lambda *given: keys.append(1) or make(*given))  # type: ignore[func-returns-value]
    base = Objects(good)
    last = max(number for number, body in base.bodies.items() if b"/S/Link" in body)
    for pattern, becomes in (
        (rb"/S/Link", b"/S/Span"),
        (rb"/Subtype/Link", b"/Subtype/Lynk"),
        (rb" %d 0 R]>>" % last, b" %d 0 R]>>" % (last - 1)),
    ):
        objects = Objects(good)
        number = max(number for number, body in base.bodies.items() if re.search(pattern, body))
        objects.bodies[number] = re.sub(rb"(.*)" + pattern, rb"\1" + becomes, base.bodies[number], flags=re.DOTALL)
        pdf = written(objects, info_of(good))
        expected = found_in(pdf)
        anew.clear()
        keys.clear()
        assert found_in(pdf, records=records) == expected
        assert (set(anew) <= {3}, 1 <= len(keys) <= 2) == (True, True)
    last_piece = long_piece("wind", "wind")
    longer = bound([replace(long[0], destinations=(Destination("here", 0, 100.0),)), *long[1:3], last_piece], letters())
    anew.clear()
    keys.clear()
    assert found_in(longer, records=records) == []
    assert (anew, len(keys)) == ([3], 3)  # the first and the third share object streams with the root and the last


def numbered(*around: bytes) -> bytes:
    """The parts with something drawn around the page of each."""
    first, *others = map(piece, WORDS)
    pieces = [replace(first, destinations=(Destination("here", 0, 100.0),)), *others]
    furniture = [SetFurniture((zlib.compress(drawn),), ()) for drawn in around]
    return bound([PlacedPiece(*one, "B") for one in zip(pieces, furniture, strict=True)], letters())


FOLIO = b"/Artifact BMC\n0 0 %d 9 re f\nEMC\n"


def test_parts_are_known_with_other_page_numbers(anew: list[int]) -> None:
    records = kept(numbered(*(FOLIO % number for number in range(4))))
    anew.clear()
    assert found_in(numbered(*(FOLIO % number for number in range(1, 5))), records=records) == []
    assert anew == []


@pytest.mark.parametrize(
    "drawn",
    [
        b"0 0 9 9 re f\n",
        FOLIO % 1 + b"EMC\n",
        FOLIO[:-5] % 1,
        FOLIO % 1 + b"0 0 9 9 re f\n",
        b"/P<</MCID 9>>BDC\n0 0 9 9 re f\nEMC\n",
        b"/Artifact BMC\n/ReversedChars BMC\n0 0 9 9 re f\nEMC\nEMC\n",
    ],
)
def test_what_stands_around_a_page_hides_no_fault(drawn: bytes, anew: list[int]) -> None:
    """Drawn outside of marks, with a mark too few or too many, or as if it said something."""
    records = kept(numbered(*(FOLIO % number for number in range(4))))
    pdf = numbered(*(FOLIO % number for number in range(3)), drawn)
    expected = found_in(pdf)
    anew.clear()
    assert found_in(pdf, records=records) == expected
    assert anew == [3]


def test_a_body_that_is_left_open_is_found_whatever_stands_around_it() -> None:
    pdfs = [numbered(*[FOLIO % number] * 4) for number in range(2)]
    pattern = (rb"\nEMC\nET", b"\nET")
    records = Kept()
    for pdf in (changed(pdf, *pattern) for pdf in pdfs):
        expected = found_in(pdf)
        assert expected
        assert found_in(pdf, records=records) == expected
    for pdf in pdfs:
        expected = found_in(changed(pdf, *pattern))
        assert found_in(changed(pdf, *pattern), records=kept(pdf)) == expected


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
    assert len(records.proofs()) == len(WORDS) - 1
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
    assert [json.loads(record) for record in records.proofs()] == [[1, 1, ""]] * len(WORDS)
    pdf = changed(GOOD, rb"/S/H1/P", b"/S/P/P")
    deeper = changed(pdf, rb"/S/H1/P", b"/S/H2/P")
    expected = ["an H2 follows no heading of the level above"]
    assert found_in(deeper, records=records) == expected
    assert found_in(deeper, records=records) == expected
