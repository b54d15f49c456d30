"""One fault at a time is put into a good booklet: the proof of every run, or a validator, finds each."""

from pathlib import Path

import page
import pytest
from verapdf import NEEDS_JAVA, judged

from booklet.job import Job
from booklet.make import make
from booklet.proofing.prove import prove
from booklet.proofing.self_check import self_check
from booklet.set_book import SetBook, set_book
from changed_pdf import changed

CASE = Path(__file__).parents[1] / "cases" / "stress"

# What is wrong then: a pattern in an object or in the contents of a page, and what it becomes.
FAULTS: dict[str, tuple[bytes, bytes]] = {
    # the catalog and the metadata
    "the document has no language": (rb"/Lang\(en-GB\)", b""),
    "the document has an impossible language": (rb"/Lang\(en-GB\)", b"/Lang(e n)"),
    "the document is not marked as tagged": (rb"/Marked true", b"/Marked false"),
    "the tags are suspect": (rb"/Marked true", b"/Marked true/Suspects true"),
    "there is no metadata": (rb"/Metadata \d+ 0 R", b""),
    "the title is not shown": (rb"/DisplayDocTitle true", b"/DisplayDocTitle false"),
    "there is no output intent": (rb"/OutputIntents\[.*?\]/View", b"/View"),
    "the output intent has no profile": (rb"/DestOutputProfile \d+ 0 R", b""),
    "the claim of PDF/UA is missing": (rb"<pdfuaid:part>1</pdfuaid:part>", b""),
    "the claim of PDF/A is missing": (rb"<pdfaid:part>2</pdfaid:part>", b""),
    "PDF/A of no such level": (rb"<pdfaid:conformance>A<", b"<pdfaid:conformance>Q<"),
    "the schema of PDF/UA is not described": (rb"<pdfaProperty:name>part<", b"<pdfaProperty:name>piece<"),
    "the metadata has no title": (rb"<dc:title>.*?</dc:title>", b""),
    "the metadata is no XML": (rb"</rdf:RDF>", b""),
    # the structure
    "a level of headings is left out": (rb"/S/H1/P", b"/S/H3/P"),
    "an element of an unknown kind": (rb"/S/H1/P", b"/S/Caput/P"),
    "a figure without words": (rb"(/S/Figure.*?)/Alt\(.*?\)", rb"\1"),
    "a formula without words": (rb"(/S/Formula.*?)/Alt\(.*?\)>>", rb"\1>>"),
    "a row outside of a table": (rb"/S/Table/P", b"/S/Div/P"),
    "a cell outside of a row": (rb"/S/TR/P", b"/S/Div/P"),
    "a head of nothing": (rb"/S/TH/P (.*?)/A<</O/Table/Scope/Row>>", rb"/S/TH/P \1"),
    "rows of different lengths": (rb"(/S/TR/P.*?K\[\d+ 0 R) \d+ 0 R", rb"\1"),
    "an item outside of a list": (rb"/S/L/P", b"/S/P/P"),
    "a label outside of an item": (rb"/S/LI/P", b"/S/Div/P"),
    "an element names another parent": (rb"/S/H1/P \d+ 0 R", b"/S/H1/P 1 0 R"),
    "an element in two places": (rb"(/S/Sect/P \d+ 0 R/K\[)(\d+ 0 R) \d+ 0 R", rb"\1\2 \2"),
    "an element owns nothing": (rb"(/S/H1/P \d+ 0 R/Pg \d+ 0 R)/K 0", rb"\1"),
    "an element owns a mark that is not there": (rb"(/S/H1/P \d+ 0 R/Pg \d+ 0 R)/K 0", rb"\1/K 999"),
    "an element owns the mark of another": (rb"(/S/P/P \d+ 0 R/Pg \d+ 0 R)/K 1>>", rb"\1/K 0>>"),
    "an element on another page": (rb"(/S/H1/P \d+ 0 R)/Pg \d+ 0 R", rb"\1/Pg 119 0 R"),
    "parts in another order": (rb"(/S/Sect/P \d+ 0 R/K\[)(\d+ 0 R) (\d+ 0 R)", rb"\1\3 \2"),
    "marks in another order": (rb"(/S/P/P \d+ 0 R/Pg \d+ 0 R/K\[)7 8", rb"\g<1>8 7"),
    "a language that is none": (rb"/Lang\(ar\)", b"/Lang(a1b2c3d4e5)"),
    "two entries of the parent tree exchanged": (rb"(/Nums\[0 \[)(\d+ 0 R) (\d+ 0 R)", rb"\1\3 \2"),
    "an entry of the parent tree is missing": (rb"(/Nums\[0 \[)(\d+ 0 R) ", rb"\1"),
    # pages and links
    "a page without a place in the parent tree": (rb"/StructParents 1/", b"/"),
    "a page with the place of another": (rb"/StructParents 1/", b"/StructParents 0/"),
    "a page without an order of links": (rb"/Tabs/S", b""),
    "a link in no element": (rb" <</Type/OBJR/Obj \d+ 0 R/Pg \d+ 0 R>>\]", b"]"),
    "an element with the link of another": (rb"/OBJR/Obj 110 0 R", b"/OBJR/Obj 109 0 R"),
    "a link in an element of another kind": (rb"/S/Link/P", b"/S/Span/P"),
    "a link with the place of another": (rb"/StructParent 6/", b"/StructParent 7/"),
    "a link without a place": (rb"/StructParent 6/", b"/"),
    "a link without words": (rb"(/StructParent 6)/Contents<\w+>", rb"\1"),
    "a link with no word": (rb"(/StructParent 6)/Contents<\w+>", rb"\1/Contents()"),
    "a link that is hidden": (rb"/Border\[0 0 0\]/F 4", b"/Border[0 0 0]/F 2"),
    "a link that is not printed": (rb"/Border\[0 0 0\]/F 4", b"/Border[0 0 0]"),
    "a link to nowhere": (rb"(0 0\]/F 4)/Dest\(talk-flow\)", rb"\1/Dest(talk-fiow)"),
    "a bookmark to nowhere": (rb"(/Title.*?)/Dest\(talk-flow\)", rb"\1/Dest(talk-fiow)"),
    "a destination that is no page": (rb"\(talk-flow\)\[\d+ 0 R", b"(talk-flow)[4 0 R"),
    # contents
    "a mark is an artifact": (rb"/H1<</MCID 0>>BDC", b"/Artifact BMC"),
    "a mark twice": (rb"/P<</MCID 1>>BDC", b"/P<</MCID 0>>BDC"),
    "a mark never ends": (rb"\nEMC\n", b"\n"),
    "text outside of all marks": (rb"\nEMC\nET", b"\nEMC\n[(AB)]TJ\nET"),
    "an artifact within a mark": (rb"(/H1<</MCID 0>>BDC)", rb"\1\n/Artifact BMC EMC"),
    "a color for a press": (rb"(/H1<</MCID 0>>BDC)", rb"\1\n0 0 0 1 k"),
    "a glyph that is none": (rb"(/H1<</MCID 0>>BDC.*?\[)\(", b"\\1(\x00\x00)0("),
    "an operator that is none": (rb"(/H1<</MCID 0>>BDC)", rb"\1\n1 2 frob"),
    # fonts
    "a font without its program": (rb"/FontFile2 \d+ 0 R", b""),
    "a font without characters": (rb"(/Type0/BaseFont/\w+\+SourceSerif4-Regular.*?)/ToUnicode \d+ 0 R", rb"\1"),
    "glyphs with the wrong characters": (rb"<(\w{4})> <0061>\n", rb"<\1> <0062>\n"),
    "a glyph without its character": (rb"<(\w{4})> <0061>\n", b""),
    "a glyph of another width": (rb"(SourceSerif4-Regular/CIDSystemInfo.*?)\[509 577", rb"\1[599 577"),
    "glyphs in an unknown order": (rb"/CIDToGIDMap \d+ 0 R", b""),
    # what must not be there
    "a script": (rb"/Type/Catalog", b"/Type/Catalog/OpenAction<</S/JavaScript/JS(x)>>"),
    "an action of a page": (rb"/Tabs/S", b"/Tabs/S/AA<</O<</S/Named/N/NextPage>>>>"),
    "an attached file": (rb"/Names<</Dests", b"/Names<</EmbeddedFiles<</Names[(x)<</F(x)/EF<</F 4 0 R>>>>]>>/Dests"),
    "a form": (rb"/Type/Catalog", b"/Type/Catalog/AcroForm<</Fields[]/XFA 4 0 R>>"),
    "a picture that is smoothed": (
        rb"/BitsPerComponent 8/ColorSpace",
        b"/Interpolate true/BitsPerComponent 8/ColorSpace",
    ),
    # what only somebody who reads it can find
    "words that say nothing": (rb"/Alt\(A wave that.*?\)", b"/Alt(DSC_0815.JPG)"),
    "another title for older programs": (rb"<</Title<\w+>(/Producer)", rb"<</Title(Another)\1"),
}
FOUND_BY_NOBODY = {"words that say nothing", "another title for older programs"}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, SetBook]:
    book, _ = set_book(Job(CASE), lambda *_: None)
    assert book
    output = make(Job(CASE, output=tmp_path_factory.mktemp("good") / "good.pdf"), lambda *_: None).output
    assert output
    return output.read_bytes(), book


@pytest.fixture(scope="module")
def bad(good: tuple[bytes, SetBook]) -> dict[str, bytes]:
    return {name: changed(good[0], *fault) for name, fault in FAULTS.items()}


def proof(pdf: bytes, book: SetBook) -> tuple[str, ...]:
    """What every run looks at; a file with pictures is looked at once more."""
    places = tuple(tuple(one.name for one in piece.destinations) for _, piece in book.sections)
    return prove(pdf, book.program, book.unknown, places) + self_check(pdf)


def invalid(pdf: bytes) -> bool:
    """What page-validation thinks."""
    limits = page.SafetyLimits(max_reference_depth=100_000)
    profiles = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
    try:
        return any(page.validate_pdf_bytes(pdf, profile=one, limits=limits).failures for one in profiles)
    except page.PageError:
        return True


def test_the_proof_and_page_validation_find_all_but_these(good: tuple[bytes, SetBook], bad: dict[str, bytes]) -> None:
    pdf, book = good
    assert not proof(pdf, book)
    assert not invalid(pdf)
    proved = {name for name, pdf in bad.items() if proof(pdf, book)}
    refused = {name for name, pdf in bad.items() if invalid(pdf)}
    print(f"{len(bad)} faults: the proof of every run finds {len(proved)}, page-validation {len(refused)}")
    assert set(bad) - proved - refused == FOUND_BY_NOBODY
    # neither is there for nothing
    assert proved - refused
    assert refused - proved


@NEEDS_JAVA
def test_verapdf_finds_nothing_more(good: tuple[bytes, SetBook], bad: dict[str, bytes], tmp_path: Path) -> None:
    files = {name: tmp_path / f"{number}.pdf" for number, name in enumerate(["", *bad])}
    for name, file in files.items():
        file.write_bytes(bad[name] if name else good[0])
    broken = judged("ua1,2a", list(files.values()))
    found = {name for name, file in files.items() if broken[file.name]}
    print(f"of {len(bad)} faults veraPDF finds {len(found)}")
    assert "" not in found
    assert not found & FOUND_BY_NOBODY
    assert len(found) > len(bad) / 2
