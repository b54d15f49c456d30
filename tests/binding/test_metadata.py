"""What the file says about itself is the same in XMP and in the information dictionary, whatever the title."""

import io
from datetime import UTC, datetime, timedelta, timezone
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from booklet.binding.conformance import conformance
from booklet.binding.metadata import PRODUCER, Metadata, page_labels, xmp_packet
from booklet.pdf_syntax import pdf_number, pdf_text
from booklet.structure import Element
from booklet.typesetting.page_canvas import PageCanvas
from booklet.typesetting.placed_piece import PlacedPiece
from booklet.typesetting.set_piece import SetPiece
from sheet import bound, letters, set_sheet

NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
}
TITLES = ["ISDA-Online", "R&D <b>x</b> ]]> \"q\" 'a' {0} %s", "Žiga – 数据 𝒪(n²)", "a\\b(c)d)", "<?xpacket end='w'?>"]


def blank(pages: int = 1, key: str = "sheet") -> SetPiece:
    canvas = PageCanvas(100, 100)
    canvas.add_destination(key, 100)
    for _ in range(pages):
        canvas.end_page()
    return canvas.piece(key, Element("Sect"))


def read(metadata: Metadata) -> PdfReader:
    return PdfReader(io.BytesIO(bound([set_sheet([], Element("Sect"))], letters(), metadata)), strict=True)


@pytest.mark.parametrize("title", TITLES)
def test_titles_and_names_are_text(title: str) -> None:
    metadata = Metadata(title, (title, "James Taylor"), "en-GB")
    reader = read(metadata)
    packet = ET.fromstring(reader.trailer["/Root"]["/Metadata"].get_data().split(b"?>", 1)[1].rsplit(b"<?", 1)[0])
    assert packet.findtext(".//dc:title/rdf:Alt/rdf:li", namespaces=NAMES) == title
    assert [item.text for item in packet.findall(".//dc:creator/rdf:Seq/rdf:li", NAMES)] == [title, "James Taylor"]
    assert packet.findtext(".//dc:language/rdf:Bag/rdf:li", namespaces=NAMES) == "en-GB"
    assert packet.findtext(".//pdf:Producer", namespaces=NAMES) == PRODUCER
    assert reader.metadata
    assert (reader.metadata.title, reader.metadata.author) == (title, f"{title}, James Taylor")
    assert reader.metadata.producer == PRODUCER
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"


def test_the_packet_can_be_read_without_a_pdf_reader() -> None:
    pdf = bound([set_sheet([], Element("Sect"))], letters(), Metadata("Plain title", (), "en"))
    assert b'<rdf:li xml:lang="x-default">Plain title</rdf:li>' in pdf


def test_without_a_date_there_is_none() -> None:
    reader = read(Metadata("x", (), "en"))
    assert reader.metadata
    assert reader.metadata.creation_date is None
    assert b"CreateDate" not in reader.trailer["/Root"]["/Metadata"].get_data()
    assert "/Author" not in reader.metadata
    assert b"dc:creator" not in reader.trailer["/Root"]["/Metadata"].get_data()


def test_the_date_is_that_of_the_job_in_utc() -> None:
    date = datetime(2026, 4, 23, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    reader = read(Metadata("x", (), "en", date))
    assert reader.metadata
    assert reader.metadata.creation_date == reader.metadata.modification_date == date.astimezone(UTC)
    assert b"<xmp:CreateDate>2026-04-22T23:30:00Z</xmp:CreateDate>" in reader.trailer["/Root"]["/Metadata"].get_data()


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=40))
def test_any_title_gives_well_formed_xml(title: str) -> None:
    packet = xmp_packet(Metadata(title, (title,), "en"), conformance()).decode().split("?>", 1)[1].rsplit("<?", 1)[0]
    found = ET.fromstring(packet).findtext(".//dc:title/rdf:Alt/rdf:li", namespaces=NAMES)
    assert found == title


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([None, None, None], ["1", "2", "3"]),
        (["Cover", None, None, "Back"], ["Cover", "2", "3", "Back"]),
        (["Cover", "Cover", None], ["Cover", "Cover", "3"]),
        ([None, "Insert (a)", None, None], ["1", "Insert (a)", "3", "4"]),
        (["Titelblatt – ä"], ["Titelblatt – ä"]),
    ],
)
def test_page_labels_count_every_page(labels: list[str | None], expected: list[str]) -> None:
    pieces = [PlacedPiece(blank(1, f"k{index}"), None, "B", label=label) for index, label in enumerate(labels)]
    assert PdfReader(io.BytesIO(bound(pieces, letters()))).page_labels == expected


def test_runs_of_folios_are_one_entry() -> None:
    assert page_labels([None] * 100) == "<</Nums[0<</S/D/St 1>>]>>"


@pytest.mark.parametrize(
    ("text", "syntax"),
    [
        ("plain", "(plain)"),
        ("a(b)\\", "(a\\(b\\)\\\\)"),
        ("é", "<FEFF00E9>"),
        ("𝒪", "<FEFFD835DCAA>"),
        ("a\nb", "<FEFF0061000A0062>"),
        ("", "()"),
        ("\ud800", "<FEFF003F>"),
    ],
)
def test_text_strings(text: str, syntax: str) -> None:
    assert pdf_text(text) == syntax


@pytest.mark.parametrize(
    ("value", "syntax"), [(0, "0"), (-0.0001, "0"), (1.5, "1.5"), (100, "100"), (-2.3456, "-2.346")]
)
def test_numbers(value: float, syntax: str) -> None:
    assert pdf_number(value) == syntax
