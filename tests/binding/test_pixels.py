"""A PDF from outside stays as it is where PDF/A takes it, and otherwise becomes pixels that look the same."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from placed import page_pdf, placed, rendered, stream
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from booklet.binding.foreign.archival import strange_parts
from booklet.binding.foreign.pdf_pictures import pdf_pictures
from booklet.binding.foreign.picture_rules import COVER, FIGURE
from booklet.binding.foreign.read_picture import ReadFile, read_picture

SERIF = Path(__file__).parents[2] / "fonts" / "source-serif" / "SourceSerif4-Regular.ttf"
LINES = b"0 0.4 1 0 k 40 40 200 300 re f 1 1 1 0 K 3 w 60 60 m 220 320 l S"
SHADE = (
    b"/H sh",
    b"/Shading<</H<</ShadingType 2/ColorSpace/DeviceCMYK/Coords[0 0 200 300]/Function 5 0 R>>>>",
    b"<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 1 1 0]/N 1>>",
)
PHOTOGRAPH = b"/Type/XObject/Subtype/Image/Width 834/Height 1250/BitsPerComponent 8/ColorSpace/DeviceCMYK"
FONT = b"<</Type/Font/Subtype/%s/BaseFont/%s%s>>"


def words(*fonts: bytes) -> bytes:
    """A page with a line in each of these fonts."""
    shown = b"".join(b"/F%d 20 Tf 0 -30 Td (Cover 24) Tj " % number for number in range(len(fonts)))
    named = b"".join(b"/F%d %s" % pair for pair in enumerate(fonts))
    return page_pdf(b"BT 20 290 Td %s ET" % shown, b"/Font<<%s>>" % named)


def codes(read: ReadFile) -> list[str]:
    return [finding.code.name for finding in read.findings]


def test_what_pdf_a_takes_stays_as_it_is() -> None:
    read = read_picture(page_pdf(b"1 0 0 rg 20 20 99 99 re f"), "front.pdf", COVER)
    assert codes(read) == []
    assert read.pictures[0].pixels is None


@pytest.mark.parametrize(
    ("pdf", "reason"),
    [
        (page_pdf(LINES), "its colors for a press (CMYK)"),
        (page_pdf(*SHADE), "its colors for a press (CMYK)"),
        (page_pdf(b"/G gs 0 0 50 50 re f", b"/ExtGState<</G<</TR 5 0 R/BM/Odd>>>>"), "the way it draws"),
    ],
)
def test_what_it_does_not_take_is_put_into_pixels_and_that_is_said(pdf: bytes, reason: str) -> None:
    read = read_picture(pdf, "front.pdf", COVER)
    assert codes(read) == ["P008"]
    assert read.findings[0].message.endswith(f"since PDF/A does not take {reason}")
    (picture,) = read.pictures
    assert (picture.width, picture.height) == (200, 300)
    assert picture.pixels == (1667, 2500)  # 600 to an inch
    before, after = rendered(pdf, scale=2), rendered(placed(picture), scale=2)
    difference = ImageStat.Stat(ImageChops.difference(before, after)).mean
    assert max(difference) < 1.5  # edges are painted anew
    assert strange_parts(picture) == ()


def test_a_large_page_has_as_many_pixels_as_a4() -> None:
    pdf = page_pdf(LINES, box=b"/MediaBox[0 0 3000 4200]")
    (picture,) = read_picture(pdf, "front.pdf", COVER).pictures
    assert picture.pixels
    assert 8_600_000 < picture.pixels[0] * picture.pixels[1] < 8_800_000
    assert (picture.width, picture.height) == (3000, 4200)


def test_photographs_become_jpeg_and_lines_do_not() -> None:
    noise = Image.effect_noise((834, 1250), 90).convert("CMYK").tobytes()
    show = b"q 200 0 0 300 0 0 cm /I Do Q"
    photograph = page_pdf(show, b"/XObject<</I 5 0 R>>", stream(noise, PHOTOGRAPH))
    for pdf, coding in ((page_pdf(LINES), b"/FlateDecode"), (photograph, b"/DCTDecode")):
        (picture,) = read_picture(pdf, "front.pdf", COVER).pictures
        assert coding in picture.objects[0].parts[0]  # type: ignore[operator]


def test_letters_of_standard_fonts_are_replaced_and_that_is_said() -> None:
    names = (b"Helvetica", b"Times-BoldItalic", b"CourierNewPS-BoldMT", b"Arial,Bold", b"Symbol")
    pdf = words(*(FONT % (b"Type1", name, b"") for name in names))
    read = read_picture(pdf, "curve.pdf", FIGURE)
    assert codes(read) == ["P009"]
    assert "Arial,Bold, CourierNewPS-BoldMT, Helvetica, …" in read.findings[0].message
    # in each of the five lines something is painted
    painted = rendered(placed(read.pictures[0])).convert("L")
    lines = [painted.crop((0, 300 - 290 + 30 * line - 18, 200, 300 - 290 + 30 * line + 2)) for line in range(1, 6)]
    assert all(line.getextrema()[0] < 128 for line in lines)


@pytest.mark.parametrize(
    "font",
    [
        FONT % (b"TrueType", b"Futura", b""),
        FONT % (b"TrueType", b"Arial", b"/Encoding<</Differences[65/afii10017]>>"),
        FONT % (b"Type1", b"Helvetica", b"/Encoding/MacExpertEncoding"),
        FONT % (b"Type1", b"Symbol", b"/Encoding/WinAnsiEncoding"),
        FONT % (b"Type0", b"Arial", b"/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2/BaseFont/Arial>>]"),
    ],
)
def test_letters_that_nothing_can_stand_in_for_are_refused(font: bytes) -> None:
    assert codes(read_picture(words(font), "front.pdf", COVER)) == ["P001"]


def test_the_same_pixels_every_time() -> None:
    assert read_picture(page_pdf(*SHADE), "a.pdf", COVER) == read_picture(page_pdf(*SHADE), "a.pdf", COVER)


def test_codes_that_mean_nothing_are_no_reason_for_pixels() -> None:
    """Tables of 256 codes with U+0000 for all that are not used, as ReportLab writes them."""
    out = io.BytesIO()
    pdfmetrics.registerFont(TTFont("Serif", SERIF))
    canvas = Canvas(out, pagesize=(200, 300))
    canvas.setFont("Serif", 20)
    canvas.drawString(20, 200, "Embedded")
    canvas.save()
    read = read_picture(out.getvalue(), "front.pdf", COVER)
    assert codes(read) == []
    (form,) = pdf_pictures(out.getvalue(), COVER).pictures
    assert form == read.pictures[0]


# Two covers full of ink, with hardly any time to paint them
ENDLESS = """
import sys
from booklet.binding.foreign import pixels
from booklet.cli import process
pixels._SECONDS = 0.2
process()
"""


def test_what_takes_too_long_is_refused_and_the_run_ends(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "talks").mkdir(parents=True)
    ink = page_pdf(b"0 0 0 1 k " + b"0 0 600 800 re f " * 100_000, box=b"/MediaBox[0 0 600 800]")
    (content / "ink.pdf").write_bytes(ink)
    (content / "event.yaml").write_text("title: Ink\nzone: Europe/Berlin\n", "utf-8")
    covers = "covers: {front: {file: ink.pdf, alt: Ink}, back: {file: ink.pdf, alt: Ink}}\n"
    (content / "booklet.yaml").write_text(covers, "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", ENDLESS, "make", str(tmp_path)], check=False, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 1
    assert 'cover "content/ink.pdf" takes too long to draw' in done.stderr
    assert "another picture takes too long" in done.stderr
    assert not (tmp_path / "out" / "booklet.pdf").exists()
