"""Turns object bodies written by hand into a PDF file, for tests that need to know every byte."""

import zlib


def written_pdf(objects: dict[int, bytes]) -> bytes:
    """A PDF of these numbered bodies; object 1 is the catalog."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d %05d %c \n" % ((places[number], 0, b"n") if number in places else (0, 65535, b"f"))
    return bytes(out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, start))


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Body of a Flate-coded stream object."""
    packed = zlib.compress(data)
    return b"<</Length %d/Filter/FlateDecode%s>>\nstream\n%s\nendstream" % (len(packed), entries, packed)


_UNICODE_MAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0001> <0041> <0005> <00660066> endbfchar
2 beginbfrange <0002> <0003> <0062> <0010> <0011> [<D835DC00> <00AD>] endbfrange
1 beginbfchar <0020> <0020> endbfchar
endcmap end end"""


def one_page(
    content: bytes,
    *,
    box: bytes = b"[0 0 300 400]",
    page: bytes = b"",
    catalog: bytes = b"",
    extra: dict[int, bytes] | None = None,
) -> bytes:
    """A page of 300 × 400 points with a two-byte font /F (ABCDEF+Hand, no glyph program).

    Codes 1, 2, 3, 5, 16, 17, 32 read A, b, c, ff, U+1D400, U+00AD, space; widths 500, 600, 700, else 250. /X is object 20.
    """
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox %s/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>/XObject<</X 20 0 R>>>>%s>>" % (box, page),
        4: stream(content),
        5: b"<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Hand/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
        6: b"<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Hand/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/DW 250/W[1[500 600]3 4 700]/FontDescriptor 8 0 R>>",
        7: stream(_UNICODE_MAP),
        8: b"<</Type/FontDescriptor/FontName/ABCDEF+Hand/Flags 4/FontFile2 9 0 R>>",
        9: stream(b"not really a font"),
        20: stream(b"", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"),
    }
    return written_pdf(objects | (extra or {}))
