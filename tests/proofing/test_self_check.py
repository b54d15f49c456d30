"""The self-check is silent about a good file and says in a sentence what is wrong with a bad one."""

import io
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from written_pdf import one_page, stream, written_pdf

from booklet.proofing.self_check import self_check

SERIF = Path(__file__).parents[2] / "fonts" / "source-serif" / "SourceSerif4-Regular.ttf"
LINK = b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]%s>>]"


def checked(catalog: bytes = b"", page: bytes = b"", **extra: bytes) -> tuple[str, ...]:
    numbers = {int(key[1:]): body for key, body in extra.items()}
    return self_check(one_page(b"BT /F 10 Tf 5 5 Td <0001> Tj ET", page=page, catalog=catalog, extra=numbers))


def booklet(pages: int) -> bytes:
    """A booklet as ReportLab makes it, with one font, links to its pages and an outline."""
    pdfmetrics.registerFont(TTFont("Serif", str(SERIF)))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 600), initialFontName="Serif", invariant=1)
    for page in range(pages):
        canvas.setFont("Serif", 10)
        canvas.bookmarkPage(f"page-{page}")
        canvas.addOutlineEntry(f"Talk {page}", f"page-{page}")
        for line in range(40):
            canvas.drawString(20, 20 + 12 * line, f"AI-DOP: a forecast, /JS /Launch, {line}")
            canvas.linkRect("", f"page-{line % pages}", (20, 20 + 12 * line, 90, 30 + 12 * line))
        canvas.linkURL("https://example.org/AA", (0, 0, 9, 9))
        canvas.showPage()
    canvas.setTitle("Why /JavaScript and /Launch (#4a) must not be here")
    canvas.save()
    return out.getvalue()


def test_a_good_file_is_a_good_file():
    assert checked() == ()
    assert self_check(booklet(3)) == ()


def test_titles_may_speak_of_anything():
    assert checked(catalog=b"/Outlines<</First 30 0 R/Count 1>>", n30=b"<</Title(/JS /Launch )/Dest[3 0 R/Fit]>>") == ()


def test_names_that_a_cover_gave_its_resources_are_free():
    form = stream(b"", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</AA 5 0 R/JS 5 0 R>>>>")
    assert checked(n20=form) == ()


@pytest.mark.parametrize(
    ("catalog", "page", "expected"),
    [
        (b"/OpenAction<</S/JavaScript/JS(x)>>", b"", ("/OpenAction", "/JS", "/JavaScript")),
        (b"/Names<</JavaScript<</Names[(x) <</S/JavaScript/J#53(x)>>]>>>>", b"", ("/JavaScript", "/JS")),
        (b"/Names<</EmbeddedFiles 30 0 R>>", b"", ("/EmbeddedFiles",)),
        (b"/AcroForm<</XFA(x)>>", b"", ("/XFA",)),
        (b"", b"/AA<</O<</S/URI/URI(x)>>>>", ("/AA",)),
        (b"", b"/Annots[<</Subtype/Widget/A<</S/SubmitForm/F(x)>>>>]", ("/SubmitForm",)),
        (b"", b"/Annots[<</Subtype/Widget/A<</S/Launch/F(x)>>>>]", ("/Launch",)),
        (b"", b"/Annots[<</Subtype/RichMedia>>]", ("/RichMedia",)),
    ],
)
def test_forbidden_keys(catalog, page, expected):
    assert checked(catalog, page) == tuple(f"the file holds {key}" for key in expected)


def test_forbidden_keys_in_object_streams_and_deep_inside():
    assert checked(n30=b"<</A[[[<</B<</S/GoToR>>>>]]]>>") == ("the file holds /GoToR",)
    packed = stream(b"40 0 <</S/Launch>>", b"/Type/ObjStm/N 1/First 5")
    table = b"\x00\x00\x00\x00" * 41
    rows = bytearray(table)
    body = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]>>",
        4: packed,
    }
    out = bytearray(b"%PDF-1.7\n")
    for number, value in body.items():
        rows[4 * number : 4 * number + 4] = b"\x01" + len(out).to_bytes(2, "big") + b"\x00"
        out += b"%d 0 obj\n%s\nendobj\n" % (number, value)
    rows[160:164] = b"\x02\x00\x04\x00"
    start = len(out)
    out += b"5 0 obj\n%s\nendobj\n" % stream(bytes(rows), b"/Type/XRef/W[1 2 1]/Size 41/Root 1 0 R")
    out += b"startxref\n%d\n%%%%EOF\n" % start
    assert self_check(bytes(out)) == ("the file holds /Launch",)


@pytest.mark.parametrize(
    ("font", "expected"),
    [
        (b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", ('the font "Helvetica" on page 1 is not embedded',)),
        (b"<</Type/Font/Subtype/TrueType/FontDescriptor 8 0 R/BaseFont/X>>", ()),
        (
            b"<</Type/Font/Subtype/Type3/CharProcs<<>>/Resources<</Font<</H 31 0 R>>>>>>",
            ('the font "Times-Roman" on page 1 is not embedded',),
        ),
        (
            b"<</Type/Font/Subtype/Type0/BaseFont/Y/DescendantFonts[<</Subtype/CIDFontType0/BaseFont/Y>>]>>",
            ('the font "Y" on page 1 is not embedded',),
        ),
    ],
)
def test_fonts_on_pages_and_in_forms(font, expected):
    times = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"
    assert checked(n5=font, n31=times) == expected
    inside = stream(
        b"", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</G 30 0 R>>/XObject<</X 20 0 R>>>>"
    )
    assert checked(n20=inside, n30=font, n31=times) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (b"/Dest[3 0 R/Fit]", ()),
        (b"/Dest(here)", ()),
        (b"/Dest/old", ()),
        (b"/A<</S/GoTo/D(inside)>>", ()),
        (b"/A<</S/URI/URI(https://example.org)>>", ()),
        (b"/Dest(nowhere)", ('a link on page 1 leads nowhere: "nowhere"',)),
        (b"/Dest(dead)", ('a link on page 1 leads nowhere: "dead"',)),
        (b"/Dest[4 0 R/Fit]", ("a link on page 1 leads nowhere",)),
        (b"/A<</S/GoTo/D[99 0 R/Fit]>>", ("a link on page 1 leads nowhere",)),
        (b"", ("a link on page 1 leads nowhere",)),
    ],
)
def test_links(target, expected):
    catalog = (
        b"/Names<</Dests<</Kids[<</Limits[(dead)(inside)]/Names[(dead)[4 0 R/Fit](here)[3 0 R/XYZ 0 9 0]"
        b"(inside)<</D[3 0 R/Fit]>>]>>]>>>>/Dests<</old[3 0 R/Fit]>>"
    )
    assert checked(catalog, LINK % target) == expected


def test_the_outline_is_followed_to_its_end():
    catalog = b"/Outlines<</First 30 0 R/Last 32 0 R>>"
    first = b"<</Title(One)/Dest[3 0 R/Fit]/First 31 0 R/Next 32 0 R>>"
    inner = b"<</Title(Two)/Dest(nowhere)>>"
    last = b"<</Title(Three)/A<</S/GoTo/D[2 0 R/Fit]>>/Next 30 0 R>>"
    assert checked(catalog, n30=first, n31=inner, n32=last) == (
        'the outline entry "Two" leads nowhere: "nowhere"',
        'the outline entry "Three" leads nowhere',
    )


def test_what_is_no_file():
    assert self_check(b"") == ("the file cannot be read: EmptyFileError",)
    assert self_check(b"%PDF-1.7\n nothing")[0].startswith("the file cannot be read")
    no_pages = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[]/Count 0>>"}
    assert self_check(written_pdf(no_pages)) == ("the file has no pages",)
    assert self_check(b"junk\n" + one_page(b""))[0].startswith("the file breaks the rules of PDF")
