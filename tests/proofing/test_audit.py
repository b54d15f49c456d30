"""The audit is silent about a good file, says what each part says, and names each fault that is put into a file."""

import re
from collections.abc import Callable

import pytest

from booklet.binding.srgb_profile import srgb_profile
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.plain_dataclasses import replace
from booklet.proofing.audit import audit
from booklet.proofing.book_file import read_book
from booklet.proofing.part_proof import prove_part
from booklet.structure import Element
from booklet.typesetting.set_piece import Destination
from changed_pdf import Objects, changed, info_of, written
from sheet import bound, letters, set_sheet, voice


def sheet() -> bytes:
    """Two parts: a heading with a paragraph of two lines, in which a link; and words from right to left."""
    root = Element("Sect")
    link = Run("the sheet", voice(), link="#here")
    blocks = [
        Paragraph(letters(), (Run("A heading", voice()),), 14, root.add("H1")),
        Paragraph(letters(), (Run("Words that fill more than a line of ", voice()), link), 14, root.add("P")),
    ]
    first = set_sheet(blocks, root, 120)
    other = Element("Sect")
    hebrew = Paragraph(letters(), (Run("שלום עולם (2026)", voice()),), 14, other.add("P"))
    second = set_sheet([hebrew], other, 200)
    return bound([replace(first, destinations=(Destination("here", 0, 100.0),)), second], letters())


GOOD = sheet()


def test_a_good_file_has_no_faults_and_says_its_parts() -> None:
    found = audit(GOOD)
    assert found.faults == ()
    heading, words = found.parts
    assert heading.split("\n")[:2] == ["A heading", "Words that fill more than a line of the sheet"]
    assert words.strip() == "שלום עולם (2026)"
    assert audit(written(Objects(GOOD), info_of(GOOD))).faults == ()


@pytest.mark.parametrize(
    ("pattern", "becomes", "fault"),
    [
        (rb"/P<</MCID 1>>BDC", b"/Artifact BMC", "names a marked-content sequence that is not there"),
        (rb"/P<</MCID 1>>BDC", b"/P<</MCID 0>>BDC", "is there twice"),
        (rb"\nEMC\n", b"\n", "nested"),
        (rb"\nEMC\n", b"\nEMC\nEMC\n", "ends that never began"),
        (rb"\nEMC\nET", b"\nEMC\n[(AB)]TJ\nET", "outside of all marked content"),
        (rb"/ReversedChars BMC\n", b"", "ends that never began"),
        (rb"/S/H1/P (\d+) 0 R", rb"/S/H2/P \1 0 R", "follows no heading of the level above"),
        (rb"/S/H1/P \d+ 0 R", b"/S/H1/P 1 0 R", "names another parent"),
        (rb"/K 0>>", b">>", "belongs to no element"),
        (rb"/Type/OBJR/Obj (\d+)", rb"/Type/OBJR/Obj 1\1", "a link belongs to no element"),
        (rb"/S/Link", b"/S/Span", "does not belong to one Link element"),
        (rb"/Dest\(here\)", b"/Dest(there)", "leads nowhere"),
        (rb"\(here\)\[(\d+) 0 R", b"(here)[1 0 R", "no page of the file"),
        (rb"/Contents\(the sheet\)", b"/Contents()", "a link has no words"),
        (rb"/Lang\(en-US\)", b"", "no language"),
        (rb"/StructParents 1", b"/StructParents 0", "do not agree about a page"),
        (rb"/StructParent 2", b"/StructParent 0", "do not agree about a link"),
        (rb"/S/Document", b"/S/Part", "cannot be read back"),
        (rb"<([0-9A-F]{4})> <0041>\n", b"", "a glyph says nothing"),
    ],
)  # fmt: skip
def test_every_fault_is_found(pattern: bytes, becomes: bytes, fault: str) -> None:
    assert fault in " ".join(audit(changed(GOOD, pattern, becomes)).faults)


def two_linked() -> bytes:
    """Two parts of one page, in each of which a link."""
    sheets = []
    for number in range(2):
        root = Element("Sect")
        runs = (Run("Words with ", voice()), Run(f"link {number}", voice(), link="here"))
        sheets.append(set_sheet([Paragraph(letters(), runs, 14, root.add("P"))], root, 200))
    first, second = sheets
    return bound([replace(first, destinations=(Destination("here", 0, 100.0),)), second], letters())


LINKED = two_linked()


def test_parts_are_proved_by_themselves() -> None:
    """In any order, and with the text that they have among the others."""
    book = read_book(LINKED)
    backwards = [prove_part(book, part) for part in reversed(book.parts)]
    assert [text for text, _ in reversed(backwards)] == list(audit(LINKED).parts)
    assert all(proof.faults == () for _, proof in backwards)
    assert sorted(page for _, proof in backwards for page in proof.pages) == sorted(book.pages)


@pytest.mark.parametrize("takes", ["the element", "the link", "the page"])
def test_no_part_takes_what_is_of_another(takes: str) -> None:
    """Also where each of the two looks right by itself."""
    objects = Objects(LINKED)
    first, second = (number for number, body in objects.bodies.items() if b"/S/P/P" in body)
    links = [number for number, body in objects.bodies.items() if b"/Subtype/Link" in body]
    pages = [number for number, body in objects.bodies.items() if b"/Type/Page/" in body]
    if takes == "the element":
        objects.bodies[second] = objects.bodies[second].replace(b"/K[", b"/K[%d 0 R " % first)
    for number, body in objects.bodies.items():
        if takes == "the page":
            objects.bodies[number] = body.replace(b"/Pg %d 0 R" % pages[1], b"/Pg %d 0 R" % pages[0])
        elif takes == "the link" and b"/Obj %d 0 R" % links[1] in body:
            whole = b"<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>" % (links[0], pages[1])
            objects.bodies[number] = body.replace(b"<</Type/OBJR", whole + b"<</Type/OBJR")
    assert audit(written(objects, info_of(LINKED))).faults != ()


def test_a_page_of_no_part_is_looked_at() -> None:
    objects = Objects(LINKED)
    (document,) = (number for number, body in objects.bodies.items() if b"/S/Document" in body)
    objects.bodies[document] = re.sub(rb"/K\[(\d+ 0 R) \d+ 0 R", rb"/K[\1", objects.bodies[document])
    faults = audit(written(objects, info_of(LINKED))).faults
    assert "a marked-content sequence belongs to no element" in faults
    assert "a link belongs to no element" in faults


def test_what_a_part_says_is_known_though_the_next_cannot_be_read() -> None:
    objects = Objects(LINKED)
    last = max(number for number, body in objects.bodies.items() if b"/Type/Page/" in body)
    objects.bodies[last] = re.sub(rb"/Contents\[\d+", b"/Contents[9999", objects.bodies[last])
    found = audit(written(objects, info_of(LINKED)))
    assert found.faults == ("the file cannot be read back: object 9999 is missing",)
    (first,) = found.parts
    assert first.startswith("Words with link 0")


CUTS: list[Callable[[bytes], bytes]] = [
    lambda pdf: b"",
    lambda pdf: pdf[:-30],
    lambda pdf: pdf[: len(pdf) // 2] + pdf[-30:],
    lambda pdf: pdf.replace(b"/ObjStm", b"/ObjXtm").replace(b"/First ", b"/Fxrst "),
    lambda pdf: pdf.replace(b"endstream", b"endstrexx"),
    lambda pdf: pdf[:2000] + b"x" + pdf[2000:],
]


@pytest.mark.parametrize("cut", CUTS)
def test_a_damaged_file_is_a_fault(cut: Callable[[bytes], bytes]) -> None:
    (fault,) = audit(cut(GOOD)).faults
    assert fault.startswith("the file cannot be read back")


def test_the_profile_is_srgb() -> None:
    """Against the one of LittleCMS."""
    import io

    from PIL import Image, ImageCms

    ours = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    image = Image.frombytes("RGB", (256, 3), bytes((7 * index) % 256 for index in range(256 * 9)))
    same = ImageCms.profileToProfile(image, ours, ImageCms.createProfile("sRGB"))
    assert same is not None
    worst = max(abs(one - other) for one, other in zip(image.tobytes(), same.tobytes(), strict=True))
    assert worst <= 1
