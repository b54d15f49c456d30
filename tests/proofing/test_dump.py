"""The dump says what is shown where, in which font, and nothing else."""

import io
from pathlib import Path

import pytest
from pypdf.errors import PyPdfError
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from written_pdf import one_page, stream

from booklet.proofing.dump import dump, quoted

FONTS = Path(__file__).parents[2] / "fonts"


@pytest.fixture(scope="module", autouse=True)
def _fonts() -> None:
    pdfmetrics.registerFont(TTFont("Serif", str(FONTS / "source-serif" / "SourceSerif4-Regular.ttf")))
    pdfmetrics.registerFont(TTFont("Sans", str(FONTS / "source-sans" / "SourceSans3-Regular.ttf")))


def lines(content: bytes, **more) -> list[str]:
    head, *rest = dump(one_page(content, **more)).splitlines()
    assert head == 'page 1 300.0 x 400.0 label "1"'
    return rest


def reportlab_pdf(*pages, size=(200, 300)) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, initialFontName="Serif", invariant=1)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_page_of_reportlab():
    def first(canvas):
        canvas.setFont("Serif", 12)
        canvas.drawString(20, 250.25, 'Žiga said "x"')
        canvas.setFont("Sans", 9)
        canvas.drawRightString(180, 20, "7")

    def second(canvas):
        canvas.translate(10, 10)
        canvas.rotate(90)
        canvas.setFont("Sans", 8)
        canvas.drawString(30, -50, "up")

    assert dump(reportlab_pdf(first, second)) == (
        'page 1 200.0 x 300.0 label "1"\n'
        '1 20.0 250.3 12 SourceSerif4-Regular "Žiga said \\"x\\""\n'
        '1 175.5 20.0 9 SourceSans3-Regular "7"\n'
        'page 2 200.0 x 300.0 label "2"\n'
        '2 60.0 40.0 8@90 SourceSans3-Regular "up"\n'
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"BT /F 10 Tf 20 300 Td <000100020003> Tj ET", ['1 20.0 300.0 10 Hand "Abc"']),
        (b"BT /F 10 Tf 20 300 Td [<0001>-23<0002>30<0003>] TJ ET", ['1 20.0 300.0 10 Hand "Abc"']),
        (b"BT /F 10 Tf 20 300 Td [-500<0001>] TJ ET", ['1 25.0 300.0 10 Hand "A"']),
        (b"BT /F 10 Tf 20 300 Td [<0001>-3000<0002>] TJ ET", ['1 20.0 300.0 10 Hand "A"', '1 55.0 300.0 10 Hand "b"']),
        (b"BT /F 10 Tf 20 300 Td (\\000\\001\\0\\2) Tj ET", ['1 20.0 300.0 10 Hand "Ab"']),
        (b"BT /F 10 Tf 20 300 Td <0005> Tj <0011> Tj ET", ['1 20.0 300.0 10 Hand "ff\\u00ad"']),
        (b"BT /F 10 Tf 20 300 Td <0010> Tj <0099> Tj ET", ['1 20.0 300.0 10 Hand "\U0001d400�"']),
        (b"BT /F 1 Tf 10 0 0 10 5 6 Tm <0001> Tj ET", ['1 5.0 6.0 10 Hand "A"']),
        (
            b"BT /F 10 Tf 12 TL 5 90 Td <0001> Tj T* <0002> Tj <0003> ' ET",
            ['1 5.0 90.0 10 Hand "A"', '1 5.0 78.0 10 Hand "b"', '1 5.0 66.0 10 Hand "c"'],
        ),
        (
            b"BT /F 10 Tf 5 90 TD <0001> Tj 0 -11 TD <0002> Tj T* <0003> Tj ET",
            ['1 5.0 90.0 10 Hand "A"', '1 5.0 79.0 10 Hand "b"', '1 5.0 68.0 10 Hand "c"'],
        ),
        (b'BT /F 10 Tf 11 TL 5 90 Td 0 2 <00010001> " <0002> Tj ET', ['1 5.0 79.0 10 Hand "AAb"']),
        (b"BT /F 10 Tf 50 Tz 5 90 Td <0001> Tj 100 Tz 5 0 Td <0002> Tj ET", ['1 5.0 90.0 10 Hand "A b"']),
        (
            b"BT /F 10 Tf 5 90 Td <0001> Tj 4 Ts /F 7 Tf <0002> Tj ET",
            ['1 5.0 90.0 10 Hand "A"', '1 10.0 94.0 7 Hand "b"'],
        ),
        (
            b"q 2 0 0 2 10 20 cm BT /F 10 Tf 5 5 Td <0001> Tj ET Q BT /F 10 Tf 5 5 Td <0002> Tj ET",
            ['1 20.0 30.0 20 Hand "A"', '1 5.0 5.0 10 Hand "b"'],
        ),
        (b"q BT /F 10 Tf 5 5 Td <0001> Tj ET Q BT 9 9 Td <0001> Tj ET", ['1 5.0 5.0 10 Hand "A"']),
        (b"Q EMC BT /Nothing 10 Tf <0001> Tj ET (unclosed", []),
    ],
)
def test_operators(content, expected):
    assert lines(content) == expected


@pytest.mark.parametrize(
    ("gap", "expected"),
    [
        (5, ['1 5.0 90.0 10 Hand "Ab"']),
        (6, ['1 5.0 90.0 10 Hand "Ab"']),
        (8, ['1 5.0 90.0 10 Hand "A b"']),
        (20, ['1 5.0 90.0 10 Hand "A"', '1 25.0 90.0 10 Hand "b"']),
        (-20, ['1 5.0 90.0 10 Hand "A"', '1 -15.0 90.0 10 Hand "b"']),
    ],
)
def test_what_touches_is_one_line_and_a_word_space_is_a_space(gap, expected):
    assert lines(b"BT /F 10 Tf 5 90 Td <0001> Tj %d 0 Td <0002> Tj ET" % gap) == expected


def test_actual_text_is_said_once_and_in_place_of_the_glyphs():
    content = (
        b"BT /F 10 Tf 5 90 Td <0001> Tj /Span <</Lang (de) /ActualText <FEFF00E9>>> BDC <0002> Tj <0003> Tj EMC "
        b"<0001> Tj /P <</MCID 3>> BDC <0002> Tj EMC /Span <</ActualText (fi)>> BDC 0 -20 Td <0002> Tj EMC ET"
    )
    assert lines(content) == ['1 5.0 90.0 10 Hand "AéAb"', '1 5.0 70.0 10 Hand "fi"']


def test_forms_are_read_where_they_are_drawn_and_a_form_that_draws_itself_ends():
    resources = b"/Resources<</Font<</F 5 0 R>>/XObject<</X 20 0 R>>>>"
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Matrix[1 0 0 1 100 0]" + resources
    form = stream(b"BT /F 5 Tf 1 1 Td <0001> Tj ET", entries)
    assert lines(b"q 2 0 0 2 0 50 cm /X Do Q", extra={20: form}) == ['1 202.0 52.0 10 Hand "A"']
    endless = stream(b"BT /F 5 Tf 1 1 Td <0001> Tj ET /X Do", entries)
    assert len(lines(b"/X Do", extra={20: endless})) == 12


def test_an_embedded_cmap_leads_from_codes_to_widths():
    cmap = stream(b"1 begincidrange <0001> <0003> 2 endcidrange 1 begincidchar <0020> 1 endcidchar")
    font = b"<</Type/Font/Subtype/Type0/BaseFont/Hand/Encoding 21 0 R/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>"
    shown = lines(b"BT /F 10 Tf 5 90 Td <0001> Tj /F 5 Tf <0002> Tj ET", extra={5: font, 21: cmap})
    assert shown == ['1 5.0 90.0 10 Hand "A"', '1 11.0 90.0 5 Hand "b"']


def test_a_font_without_unicode_map():
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 65/Widths[700]>>"
    assert lines(b"BT /F 10 Tf 5 90 Td (A\\351) Tj /F 5 Tf (B) Tj ET", extra={5: font}) == [
        '1 5.0 90.0 10 Helvetica "Aé"',
        '1 12.0 90.0 5 Helvetica "B"',
    ]


def test_the_header_has_the_label_and_positions_count_from_the_corner_of_the_page():
    pdf = one_page(
        b"BT /F 10 Tf 120 220 Td <0001> Tj ET",
        box=b"[100 200 400 600]",
        catalog=b"/PageLabels<</Nums[0<</P(Cover )/S/r>>]>>",
    )
    assert dump(pdf).splitlines() == ['page 1 300.0 x 400.0 label "Cover i"', '1 20.0 20.0 10 Hand "A"']


def test_what_cannot_be_seen_is_written_out():
    assert quoted('a\u00a0b\u202e"\\\n\U0001d400 c') == '"a\\u00a0b\\u202e\\"\\\\\\u000a\U0001d400 c"'


def test_not_a_pdf():
    with pytest.raises(PyPdfError):
        dump(b"nothing")
