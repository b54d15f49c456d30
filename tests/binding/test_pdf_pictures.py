"""A PDF cover comes out as it looks, where it should be, with nothing of the file but what it draws."""

import base64
import io
import zlib
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from placed import contents, difference, page_pdf, placed, rendered, stream, syntax, written
from pypdf import PdfReader, PdfWriter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from booklet.binding.foreign.pdf_pictures import pdf_pictures
from booklet.binding.foreign.picture_rules import COVER
from booklet.binding.foreign.read_picture import read_picture
from booklet.codes import BAD_PICTURE, PICTURE_PARTS, REPAIRED_PICTURE
from booklet.picture import Picture
from booklet.place import Place
from booklet.proofing.dump import dump

SERIF = Path(__file__).parents[2] / "fonts" / "source-serif" / "SourceSerif4-Regular.ttf"
RED, GREEN, BLUE, BLACK = (255, 0, 0), (0, 255, 0), (0, 0, 255), (0, 0, 0)
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 200 300]"


def cover(pdf: bytes) -> Picture:
    """The picture of a file of one page that there is nothing to say about, whatever PDF/A thinks of how it draws."""
    read = pdf_pictures(pdf, COVER)
    assert (read.pages, read.repaired, read.left_out, read.replaced) == (1, False, False, ())
    return read.pictures[0]


def refusal(pdf: bytes) -> str:
    read = read_picture(pdf, "front.pdf", COVER, Place("content/booklet.yaml", 3, 9))
    assert read.pictures == ()
    (finding,) = read.findings
    assert finding.code == BAD_PICTURE
    assert finding.place == Place("content/booklet.yaml", 3, 9)
    assert finding.message.startswith('cover "front.pdf" ')
    assert "\n" not in finding.message
    return finding.message.removeprefix('cover "front.pdf" ')


def corners(left: float, bottom: float, right: float, top: float) -> bytes:
    """Squares of 20 in the corners: red lower left, green lower right, blue upper left, black upper right."""
    return b"1 0 0 rg %g %g 20 20 re f 0 1 0 rg %g %g 20 20 re f 0 0 1 rg %g %g 20 20 re f 0 g %g %g 20 20 re f" % (
        left,
        bottom,
        right - 20,
        bottom,
        left,
        top - 20,
        right - 20,
        top - 20,
    )


def seen_corners(image: Image.Image) -> list[tuple[int, ...]]:
    """Colors 10 pixels inside the corners: lower left, lower right, upper left, upper right."""
    right, bottom = image.width - 10, image.height - 10
    return [image.getpixel(point) for point in ((10, bottom), (right, bottom), (10, 10), (right, 10))]


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        (0, [RED, GREEN, BLUE, BLACK]),
        (90, [GREEN, BLACK, RED, BLUE]),
        (180, [BLACK, BLUE, GREEN, RED]),
        (270, [BLUE, RED, BLACK, GREEN]),
        (-90, [BLUE, RED, BLACK, GREEN]),
        (450, [GREEN, BLACK, RED, BLUE]),
    ],
)
@pytest.mark.parametrize(
    ("box", "shown"),
    [
        (b"/MediaBox[0 0 200 300]", (0, 0, 200, 300)),
        (b"/MediaBox[-50 20 250 520]", (-50, 20, 250, 520)),
        (b"/MediaBox[200 300 0 0]", (0, 0, 200, 300)),
        (b"/MediaBox[0 0 400 500]/CropBox[100 50 300 350]", (100, 50, 300, 350)),
        (b"/MediaBox[0 0 400 500]/CropBox[50 40 999 999]/TrimBox[100 60 300 400]", (100, 60, 300, 400)),
        (b"/MediaBox[0 0 400 500]/TrimBox[900 900 999 999]/CropBox[5 5 5 5]", (0, 0, 400, 500)),
    ],
)
def test_a_page_comes_out_upright_and_cut(turn, expected, box, shown):
    picture = cover(page_pdf(corners(*shown), box=box, page=b"/Rotate %d" % turn))
    width, height = shown[2] - shown[0], shown[3] - shown[1]
    assert (picture.width, picture.height) == ((height, width) if turn % 180 else (width, height))
    image = rendered(placed(picture))
    assert image.size == (round(picture.width), round(picture.height))
    assert seen_corners(image) == expected
    assert picture.pixels is None


def test_a_user_unit_makes_the_page_larger():
    picture = cover(page_pdf(corners(0, 0, 150, 200), box=b"/MediaBox[0 0 150 200]", page=b"/UserUnit 2.5"))
    assert (picture.width, picture.height) == (375, 500)
    assert rendered(placed(picture)).getpixel((45, 455)) == RED


def test_what_the_page_inherits():
    bodies = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 300]/Rotate 90/Resources<</XObject<</X 5 0 R>>>>>>",
        3: b"<</Type/Page/Parent 2 0 R/Contents[4 0 R 6 0 R]>>",
        4: stream(b"q /X"),
        5: stream(corners(0, 0, 200, 300), FORM),
        6: stream(b"Do Q"),
    }
    picture = cover(written(bodies))
    assert seen_corners(rendered(placed(picture))) == [GREEN, BLACK, RED, BLUE]


NOISE = bytes((x * x + 7 * y) % 251 for y in range(20) for x in range(60))
PIXELS = b"/Type/XObject/Subtype/Image/Width 20/Height 20/BitsPerComponent 8"


PALETTE = bytes((37 * n) % 256 for n in range(768))


def _escaped(data: bytes) -> bytes:
    return b"".join(b"\\%03o" % byte for byte in data)


def _jpeg() -> bytes:
    out = io.BytesIO()
    Image.frombytes("RGB", (20, 20), NOISE).save(out, "JPEG", comment=b"secret place", exif=b"Exif\0\0camera of A")
    return out.getvalue()


def _png_rows() -> bytes:
    """Rows with the predictors Sub and Up."""
    rows = [NOISE[start : start + 60] for start in range(0, 1200, 60)]
    out = b"\1" + bytes((rows[0][i] - (rows[0][i - 3] if i > 2 else 0)) % 256 for i in range(60))
    for above, row in pairwise(rows):
        out += b"\2" + bytes((a - b) % 256 for a, b in zip(row, above, strict=True))
    return zlib.compress(out)


PREDICTED = b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors 3/Columns 20>>"
RGB = b"/ColorSpace/DeviceRGB"
SHOW = b"q 100 0 0 100 50 50 cm /I Do Q"
IMAGE = b"/XObject<</I 5 0 R>>"
GLYPHS = (
    b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 97/LastChar 98"
    b"/Widths[1000 1000]/Encoding<</Differences[97/sq/im]>>/CharProcs<</sq 5 0 R/im 6 0 R>>"
    b"/Resources<</XObject<</I 7 0 R>>>>>>"
)
DRAWN = {
    "plain image": (SHOW, IMAGE, stream(NOISE, PIXELS + RGB)),
    "image with predictors": (SHOW, IMAGE, stream(_png_rows(), PIXELS + RGB + PREDICTED)),
    "JPEG": (SHOW, IMAGE, stream(_jpeg(), PIXELS + b"/ColorSpace/DeviceRGB/Filter/DCTDecode")),
    "JPEG in Flate": (
        SHOW,
        IMAGE,
        stream(zlib.compress(_jpeg()), PIXELS + b"/ColorSpace/DeviceRGB/Filter[/FlateDecode/DCTDecode]"),
    ),
    "ASCII filters": (
        SHOW,
        IMAGE,
        stream(NOISE.hex().encode() + b">", PIXELS + b"/ColorSpace/DeviceRGB/Filter[/ASCIIHexDecode]"),
    ),
    "ASCII 85": (
        SHOW,
        IMAGE,
        stream(base64.a85encode(NOISE[:796] + bytes(404), wrapcol=60) + b"~>", PIXELS + RGB + b"/Filter/ASCII85Decode"),
    ),
    "run lengths": (
        SHOW,
        IMAGE,
        stream(
            b"\x02ABC\x81x\x7f" + NOISE[:128] + b"\x90y" * 10 + b"\x80zz", PIXELS + RGB + b"/Filter/RunLengthDecode"
        ),
    ),
    "LZW": (
        SHOW,
        IMAGE,
        stream(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", PIXELS + b"/ColorSpace/DeviceGray/Filter/LZWDecode"),
    ),
    "palette": (
        SHOW,
        IMAGE,
        stream(NOISE[:400], PIXELS + b"/ColorSpace[/Indexed/DeviceRGB 255 <%s>]" % PALETTE.hex().encode()),
    ),
    "palette in a string": (
        SHOW,
        IMAGE,
        stream(NOISE[:400], PIXELS + b"/ColorSpace[/Indexed/DeviceRGB 255 (%s)]" % _escaped(PALETTE)),
    ),
    "soft mask of an image": (
        b"0 0 1 rg 0 0 200 300 re f " + SHOW,
        IMAGE,
        stream(NOISE, PIXELS + b"/ColorSpace/DeviceRGB/SMask 6 0 R"),
        stream(NOISE[:400], PIXELS + b"/ColorSpace/DeviceGray"),
    ),
    "stencil": (
        b"1 0 0 rg " + SHOW,
        IMAGE,
        stream(bytes(range(60)), b"/Type/XObject/Subtype/Image/Width 20/Height 20/ImageMask true/Decode[1 0]"),
    ),
    "inline image": (
        b"q 100 0 0 100 50 50 cm BI /W 2 /H 2 /CS /RGB /BPC 8 ID \xff\0\0\0\xff\0\0\0\xff EI EI Q 0 g 0 0 9 9 re f",
        b"",
    ),
    "inline image with a named space": (
        b"q 100 0 0 100 50 50 cm BI /W 2 /H 1 /CS /S /BPC 8 /F /AHx ID 00 01> EI Q",
        b"/ColorSpace<</S[/Indexed/DeviceRGB 1<FF000000FF00>]>>",
    ),
    "tiles": (
        b"/Pattern cs /P scn 20 20 150 250 re f",
        b"/Pattern<</P 5 0 R>>",
        stream(
            b"1 0 0 rg 0 0 5 5 re f 0 1 0 rg 5 5 5 5 re f",
            b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 10 10]/XStep 10/YStep 10/Resources<<>>",
        ),
    ),
    "axial shading": (
        b"/Pattern cs /P scn 20 20 150 250 re f q 0 0 20 20 re W n /H sh Q",
        b"/Pattern<</P<</PatternType 2/Shading 5 0 R>>>>/Shading<</H 5 0 R>>",
        b"<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 200 300]/Extend[true true]/Function 6 0 R>>",
        b"<</FunctionType 3/Domain[0 1]/Bounds[.5]/Encode[0 1 0 1]/Functions[7 0 R 8 0 R]>>",
        b"<</FunctionType 2/Domain[0 1]/C0[1 0 0]/C1[0 1 0]/N 1>>",
        b"<</FunctionType 2/Domain[0 1]/C0[0 1 0]/C1[0 0 1]/N 1>>",
    ),
    "sampled shading": (
        b"/H sh",
        b"/Shading<</H<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 200 0]/Function 5 0 R>>>>",
        stream(b"\0\xff\x40\xc0", b"/FunctionType 0/Domain[0 1]/Range[0 1]/Size[4]/BitsPerSample 8"),
    ),
    "spot color": (
        b"/S cs .4 scn 20 20 150 250 re f",
        b"/ColorSpace<</S[/Separation/My#20Ink/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 1 1 0]/N 1>>]>>",
    ),
    "transparency": (
        b"1 0 0 rg 20 20 100 100 re f /G gs 0 0 1 rg 60 60 100 100 re f",
        b"/ExtGState<</G<</ca .5/BM/Multiply>>>>",
    ),
    "soft mask of the state": (
        b"/G gs 0 0 1 rg 0 0 200 300 re f",
        b"/ExtGState<</G<</SMask<</S/Luminosity/G 5 0 R>>>>>>",
        stream(b"1 g 50 50 50 50 re f", FORM + b"/Group<</S/Transparency/CS/DeviceGray>>/Resources<<>>"),
    ),
    "form that takes the resources of the page": (
        b"q .5 0 0 .5 20 20 cm /F Do Q",
        b"/XObject<</F 5 0 R/I 6 0 R>>",
        stream(SHOW, FORM + b"/Matrix[1 0 0 1 10 10]"),
        stream(NOISE, PIXELS + RGB),
    ),
    "names with escapes": (
        b"q 100 0 0 100 50 50 cm /I#20#C3#A9 Do Q q 50 0 0 50 0 0 cm /J#41 Do Q",
        b"/XObject<</I#20\xc3\xa9 5 0 R/JA 5 0 R>>",
        stream(NOISE, PIXELS + RGB),
    ),
    "glyphs drawn by operators": (
        b"BT /T 50 Tf 20 100 Td (aba) Tj ET",
        b"/Font<</T 8 0 R>>",
        stream(b"1000 0 0 0 900 900 d1 0 0 900 900 re f"),
        stream(b"1000 0 d0 q 800 0 0 800 0 0 cm /I Do Q"),
        stream(NOISE, PIXELS + RGB),
        GLYPHS,
    ),
    "marked content and unknown operators": (
        b"/P <</MCID 0>> BDC 1 0 0 rg /A BMC 20 20 100 100 re f EMC EMC /X MP /X /Y DP BX 1 2 frobnicate EX 0 0 5 5 re f Q",
        b"",
    ),
    "states left open": (b"q q 1 0 0 rg 2 0 0 2 0 0 cm 20 20 50 50 re f", b""),
}


@pytest.mark.parametrize("name", DRAWN)
def test_it_looks_as_in_the_file(name):
    content, resources, *more = DRAWN[name]
    pdf = page_pdf(content, resources, *more)
    original = rendered(pdf)
    assert original.getextrema() != ((255, 255),) * 3
    assert difference(original, rendered(placed(cover(pdf)))) <= 3


def test_marks_are_cut_and_states_are_closed():
    content, resources, *more = DRAWN["marked content and unknown operators"]
    (data,) = contents(cover(page_pdf(content, resources, *more)))
    assert data.split() == b"1 0 0 rg 20 20 100 100 re f 0 0 5 5 re f".split()
    (data,) = contents(cover(page_pdf(DRAWN["states left open"][0])))
    assert data.count(b"q") == data.count(b"Q") == 2


def test_marks_are_cut_in_nested_forms_too():
    inner = stream(
        b"/Span <</ActualText (x)>> BDC 0 0 5 5 re f EMC", FORM + b"/StructParents 3/Metadata 6 0 R/OC 6 0 R"
    )
    picture = cover(page_pdf(b"/F Do", b"/XObject<</F 5 0 R>>", inner, b"<</Type/OCG/Name(x)>>"))
    assert contents(picture)[1].split() == [b"0", b"0", b"5", b"5", b"re", b"f"]
    assert len(picture.objects) == 2
    assert not any(word in syntax(picture) for word in (b"Struct", b"Metadata", b"/OC"))


def test_only_what_is_drawn_comes_along():
    resources = b"/XObject<</Used 5 0 R/Unused 6 0 R>>/Font<</F 7 0 R>>/ExtGState<</G 8 0 R>>/Properties<</P 8 0 R>>"
    more = (
        stream(b"0 0 5 5 re f", FORM + b"/PieceInfo<</X 8 0 R>>/AA<</O 8 0 R>>/Ref<<>>/OPI<<>>"),
        stream(b"/Unused Do", FORM),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Launch 1/JS(x)/LW 2/TR/Identity/HT 9/Font[7 0 R 3]>>",
    )
    page = (
        b"/AA<</O 8 0 R>>/PieceInfo 8 0 R/Metadata 8 0 R/StructParents 1/Group<</S/Transparency>>/Annots[8 0 R]/Tabs/S"
    )
    pdf = page_pdf(
        b"BT /F 1 Tf 12 TL ET /Used Do", resources, *more, page=page, catalog=b"/OpenAction 8 0 R/AcroForm 8 0 R"
    )
    picture = cover(pdf)
    assert [part.parts for part in picture.objects] == [
        (
            b"<</Type/XObject/Subtype/Form/BBox[0 0 200 300]/Matrix[1 0 0 1 0 0]/Resources<</XObject<</Used ",
            1,
            b">>>>/Filter/FlateDecode>>",
        ),
        (b"<</Type/XObject/Subtype/Form/BBox [0 0 200 300]/Resources<<>>/Filter/FlateDecode>>",),
    ]


def test_the_order_in_the_file_does_not_matter():
    image = stream(NOISE, PIXELS + RGB)
    form = stream(SHOW, FORM + b"/Resources<</XObject<</I 6 0 R>>>>")
    one = page_pdf(b"/F Do /I Do", b"/XObject<</F 5 0 R/I 6 0 R>>", form, image)
    other = page_pdf(b"/F Do /I Do", b"/XObject<</I 5 0 R/F 6 0 R>>", image, form.replace(b"/I 6", b"/I 5"))
    assert cover(one) == cover(other)


def test_a_page_group_stays_where_something_is_transparent():
    group = b"/Group<</S/Transparency/CS/DeviceRGB/K true/Metadata 4 0 R>>"
    assert b"/Group" not in syntax(cover(page_pdf(b"0 0 5 5 re f", page=group)))
    see_through = cover(page_pdf(b"/G gs 0 0 5 5 re f", b"/ExtGState<</G<</ca .5>>>>", page=group))
    assert b"/Group<</Type/Group/S/Transparency/I true/CS /DeviceRGB>>" in syntax(see_through)


def reportlab_cover(font: str, pages: int = 1) -> bytes:
    pdfmetrics.registerFont(TTFont("Serif", str(SERIF)))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(300, 400), invariant=1)
    for page in range(pages):
        canvas.setFont(font, 20)
        canvas.drawString(50, 200, f"Žiga’s cover {page + 1}")
        canvas.linkURL("https://example.org", (0, 0, 9, 9))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_text_in_an_embedded_font():
    pdf = reportlab_cover("Serif", pages=2)
    first, second = read_picture(pdf, "front.pdf", COVER).pictures
    assert difference(rendered(pdf, 1), rendered(placed(second))) <= 3
    assert dump(placed(first)).splitlines()[1:] == ['1 50.0 200.0 20 SourceSerif4-Regular "Žiga’s cover 1"']
    assert b"Helvetica" not in syntax(first)
    assert first == read_picture(pdf, "front.pdf", COVER).pictures[0]


def test_text_in_a_font_that_is_not_there():
    other = reportlab_cover("Helvetica").replace(b"/BaseFont /Helvetica ", b"/BaseFont /Futura ")
    assert refusal(other) == "uses a font that it does not contain: Futura"
    fonts = b"".join(b"/F%d<</Subtype/TrueType/BaseFont/Z%d#1b>>" % (n, n) for n in range(5))
    shown = b"BT %s ET" % b"".join(b"/F%d 9 Tf (a) Tj " % n for n in range(5))
    reason = "uses fonts that it does not contain: Z0?, Z1?, Z2? and 2 more"
    assert refusal(page_pdf(shown, b"/Font<<%s>>" % fonts)) == reason


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_encryption(algorithm):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(reportlab_cover("Serif"))))
    writer.encrypt("", "owner", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    assert "cover 1" in dump(placed(cover(out.getvalue())))
    writer.encrypt("secret", "owner", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    assert refusal(out.getvalue()) == "has a password"


def test_a_damaged_file_is_repaired_and_that_is_said():
    good = page_pdf(corners(0, 0, 200, 300))
    packed = zlib.compress(corners(0, 0, 200, 300) + b" 0 0 1 1 re f" * 40)
    for bad in (
        good.replace(b"startxref\n", b"startxref\n9"),
        b"HTTP/1.1 200 OK\n\n" + good,
        good.replace(b"/Count 1", b"/Count 7"),
        page_pdf(b"", b"/XObject<</X 5 0 R>>").replace(stream(b""), stream(packed[:-9], b"/Filter/FlateDecode")),
        page_pdf(corners(0, 0, 200, 300) + b" /Missing Do"),
    ):
        read = read_picture(bad, "front.pdf", COVER)
        assert [finding.code for finding in read.findings] == [REPAIRED_PICTURE]
        assert seen_corners(rendered(placed(read.pictures[0]))) == [RED, GREEN, BLUE, BLACK]


def test_notes_and_form_fields_are_left_out_and_that_is_said():
    read = read_picture(page_pdf(b"", page=b"/Annots[<</Subtype/Stamp/Rect[0 0 9 9]>>]"), "front.pdf", COVER)
    assert [finding.code for finding in read.findings] == [PICTURE_PARTS]
    assert len(read.pictures) == 1
    assert cover(page_pdf(b"", page=b"/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(x)>>>>]"))


LAYERS = b"/OCProperties<</OCGs[5 0 R]/D<</OFF[%s]>>>>"


def test_layers():
    content = b"/OC /L BDC 0 0 50 50 re f EMC"
    layer = b"<</Type/OCG/Name(draft)>>"
    properties = b"/Properties<</L 5 0 R>>"
    assert cover(page_pdf(content, properties, layer, catalog=LAYERS % b""))
    assert refusal(page_pdf(content, properties, layer, catalog=LAYERS % b"5 0 R")) == "has hidden layers"
    form = stream(b"", FORM + b"/OC 5 0 R")
    hidden = page_pdf(b"/F Do", b"/XObject<</F 6 0 R>>", layer, form, catalog=LAYERS % b"5 0 R")
    assert refusal(hidden) == "has hidden layers"


def chain(draws: bytes, levels: int) -> list[bytes]:
    """Forms that each draw the next one; the last draws a square."""
    forms = [stream(draws, FORM + b"/Resources<</XObject<</X %d 0 R>>>>" % (6 + n)) for n in range(levels)]
    return [*forms, stream(b"0 0 5 5 re f", FORM)]


NAMED = b"/XObject<</X 5 0 R>>"
PATTERN = b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep %s/YStep .001/Resources<<>>"
REFUSED = {
    "form drawn too often": (
        page_pdf(b"/X Do", NAMED, *chain(b"/X Do " * 10, 9)),
        "draws more than a picture can need",
    ),
    "form nested too deep": (
        page_pdf(b"/X Do", NAMED, *chain(b"/X Do", 40)),
        "draws itself, or forms in forms more than 16 deep",
    ),
    "form that draws itself": (
        page_pdf(b"/X Do", NAMED, stream(b"/X Do", FORM + b"/Resources<<%s>>" % NAMED)),
        "draws itself, or forms in forms more than 16 deep",
    ),
    "mask of itself": (
        page_pdf(SHOW, IMAGE, stream(NOISE, PIXELS + b"/ColorSpace/DeviceRGB/SMask 5 0 R")),
        "draws itself, or forms in forms more than 16 deep",
    ),
    "glyph that shows itself": (
        page_pdf(
            b"BT /T 9 Tf (a) Tj ET",
            b"/Font<</T 5 0 R>>",
            b"<</Type/Font/Subtype/Type3/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 6 0 R>>/Resources<</Font<</T 5 0 R>>>>>>",
            stream(b"1 0 d0 BT /T 9 Tf (a) Tj ET"),
        ),
        "draws itself, or forms in forms more than 16 deep",
    ),
    "too many tiles": (
        page_pdf(
            b"/Pattern cs /P scn 0 0 9 9 re f", b"/Pattern<</P 5 0 R>>", stream(b"0 0 1 1 re f " * 9, PATTERN % b".001")
        ),
        "draws more than a picture can need",
    ),
    "functions of functions": (
        page_pdf(
            b"/H sh",
            b"/Shading<</H<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 1 1]/Function 5 0 R>>>>",
            *(b"<</FunctionType 3/Functions[%s]>>" % (b"%d 0 R " % (n + 6) * 10) for n in range(9)),
            b"<</FunctionType 2/N 1>>",
        ),
        "holds more than a picture can need",
    ),
    "function of itself": (
        page_pdf(
            b"/H sh",
            b"/Shading<</H<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 1 1]/Function 5 0 R>>>>",
            b"<</FunctionType 3/Functions[5 0 R]>>",
        ),
        "is nested too deep",
    ),
    "too much behind Flate": (
        page_pdf(
            SHOW,
            IMAGE,
            stream(zlib.compress(bytes(101_000_000)), PIXELS + b"/ColorSpace/DeviceGray/Filter/FlateDecode"),
        ),
        "holds more than a picture can need",
    ),
    "too much behind ASCII 85": (
        page_pdf(SHOW, IMAGE, stream(b"z" * 6_000_000 + b"~>", PIXELS + RGB + b"/Filter/ASCII85Decode")),
        "holds more than a picture can need",
    ),
    "too much behind a chain": (
        page_pdf(SHOW, IMAGE, stream(b"", PIXELS + RGB + b"/Filter[%s]" % (b"/FlateDecode" * 5))),
        "holds more than a picture can need",
    ),
    "predictor under another filter": (
        page_pdf(
            SHOW,
            IMAGE,
            stream(zlib.compress(b"\0"), PIXELS + b"/Filter[/FlateDecode/AHx]/DecodeParms[<</Predictor 15>>]"),
        ),
        "holds data in a coding that is not known",
    ),
    "too much behind Flate, inline": (
        page_pdf(b"BI /W 9 /H 9 /CS /G /BPC 8 /F /Fl ID " + b"x" * 70_000 + b" EI"),
        "holds more than a picture can need",
    ),
    "too many pixels": (
        page_pdf(SHOW, IMAGE, stream(b"", PIXELS.replace(b"20", b"30000"))),
        "holds a picture of more than 40 million pixels, or of none",
    ),
    "JPEG 2000": (
        page_pdf(SHOW, IMAGE, stream(b"x", PIXELS + b"/Filter/JPXDecode")),
        "holds a picture in a coding that is not taken (JPEG 2000)",
    ),
    "JBIG2": (
        page_pdf(SHOW, IMAGE, stream(b"x", PIXELS + b"/Filter[/JBIG2Decode]")),
        "holds a picture in a coding that is not taken (JBIG2)",
    ),
    "no JPEG": (page_pdf(SHOW, IMAGE, stream(b"\xff\xd8\xffx", PIXELS + b"/Filter/DCTDecode")), "is not complete"),
    "unknown filter": (
        page_pdf(SHOW, IMAGE, stream(b"x", PIXELS + b"/Filter/Magic")),
        "holds data in a coding that is not known",
    ),
    "PostScript": (page_pdf(b"/X Do", NAMED, stream(b"", b"/Type/XObject/Subtype/PS")), "is damaged"),
    "text without font": (page_pdf(b"BT (a) Tj ET"), "shows text without saying in which font"),
    "text in a missing font": (page_pdf(b"BT /F 9 Tf (a) Tj ET"), "shows text in a font that it does not have"),
    "font set by the state": (
        page_pdf(b"/G gs", b"/ExtGState<</G<</Font[5 0 R 9]>>>>", b"<<>>"),
        "sets its font in an unusual way",
    ),
    "no box": (page_pdf(b"", box=b""), "has a page without a size"),
    "empty box": (page_pdf(b"", box=b"/MediaBox[5 5 5 300]"), "has a page without a size"),
    "box of words": (page_pdf(b"", box=b"/MediaBox[/a /b /c /d]"), "has a page without a size"),
    "huge page": (page_pdf(b"", box=b"/MediaBox[0 0 9000 300]"), "has a page of 3175 × 106 mm"),
    "tiny page": (page_pdf(b"", page=b"/UserUnit .1"), "has a page of 7 × 11 mm"),
    "skew page": (page_pdf(b"", page=b"/Rotate 45"), "has a page that is turned or scaled in a way that is not known"),
    "not complete": (page_pdf(b"").replace(b"%%EOF", b""), "is not complete"),
    "no pages": (page_pdf(b"").replace(b"/Kids[3 0 R]/Count 1", b"/Kids[]/Count 0"), "has no pages"),
    "nine pages": (page_pdf(b"").replace(b"[3 0 R]", b"[%s]" % (b"3 0 R " * 9)), "has 9 pages; a cover has at most 8"),
    "no page tree": (page_pdf(b"").replace(b"/Pages 2 0 R", b"/Pages 4 0 R"), "has a page without a size"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(name):
    pdf, reason = REFUSED[name]
    assert refusal(pdf) == reason


@pytest.mark.parametrize("seed", range(0, 400, 7))
def test_broken_bytes_never_raise(seed):
    content, resources, *more = list(DRAWN.values())[seed % len(DRAWN)]
    pdf = bytearray(page_pdf(content, resources, *more))
    for step in range(12):
        pdf[(seed * 7919 + step * 104_729) % len(pdf)] = (seed * 31 + step * 17) % 256
    read = read_picture(bytes(pdf), "front.pdf", COVER)
    assert bool(read.pictures) == all(finding.code != BAD_PICTURE for finding in read.findings)
