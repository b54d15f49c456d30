"""Covers as designers and strangers make them, by file name: what they draw reaches from letters to transparency."""

import io
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject
from reportlab.lib.colors import CMYKColor, Color
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

SERIF = Path(__file__).parents[1] / "fonts" / "source-serif" / "SourceSerif4-Regular.ttf"
A4 = (595.28, 841.89)


def _drawn(paint: Callable[[Canvas], None], size: tuple[float, float] = A4) -> bytes:
    pdfmetrics.registerFont(TTFont("Serif", str(SERIF)))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    paint(canvas)
    canvas.save()
    return out.getvalue()


def _letters(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.1, 0.3, 0.4)
    canvas.rect(0, 500, 595, 342, stroke=0, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.setFont("Serif", 44)
    canvas.drawString(60, 640, "Tides & Waves, Žižkov 2027")


def _for_a_press(canvas: Canvas) -> None:
    canvas.setFillColor(CMYKColor(0.8, 0.2, 0, 0.1))
    canvas.circle(300, 420, 200, fill=1)
    _letters(canvas)


def _standard_font(canvas: Canvas) -> None:
    canvas.setFont("Helvetica-Bold", 40)
    canvas.drawString(60, 600, "Standard letters")


def _see_through(canvas: Canvas) -> None:
    for step in range(4):
        canvas.setFillColor(Color(0.9, 0.2, 0.1, alpha=0.4))
        canvas.circle(200 + 60 * step, 420, 120, stroke=0, fill=1)
    canvas.linearGradient(0, 0, 595, 200, (Color(1, 1, 1), Color(0, 0.2, 0.5)))


def _hostile() -> bytes:
    """Scripts, actions, a form, a file and a layer around a page with letters."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(_drawn(_letters))))
    writer.add_attachment("malware.exe", b"MZ")
    action = DictionaryObject({NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("calc.exe")})
    script = DictionaryObject({NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("x()")})
    note = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): ArrayObject(map(NumberObject, (0, 0, 500, 500))),
            NameObject("/A"): action,
        }
    )
    page = writer.pages[0]
    page[NameObject("/Annots")] = ArrayObject([note])
    page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): action})
    page[NameObject("/StructParents")] = NumberObject(77)
    writer.root_object[NameObject("/OpenAction")] = script
    return _saved(writer)


def _encrypted() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(_drawn(_letters))))
    writer.encrypt("", "owner", algorithm="AES-256")
    return _saved(writer)


def _rotated() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(_drawn(_for_a_press, (A4[1], A4[0])))))
    writer.pages[0].rotate(90)
    return _saved(writer)


def _saved(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _pixels(mode: str, form: str) -> bytes:
    image = Image.linear_gradient("L").resize((1050, 1485))
    out = io.BytesIO()
    if mode == "RGBA":
        Image.merge("RGBA", (image, image.rotate(180), image, image)).save(out, form)
    else:
        image.convert(mode).save(out, form)
    return out.getvalue()


COVERS: dict[str, bytes] = {
    "letters.pdf": _drawn(_letters),
    "press.pdf": _drawn(_for_a_press),
    "standard-font.pdf": _drawn(_standard_font),
    "see-through.pdf": _drawn(_see_through),
    "hostile.pdf": _hostile(),
    "encrypted.pdf": _encrypted(),
    "rotated.pdf": _rotated(),
    "alpha.png": _pixels("RGBA", "PNG"),
    "press.jpg": _pixels("CMYK", "JPEG"),
}
