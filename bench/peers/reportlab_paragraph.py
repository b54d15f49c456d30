"""The abstracts of invented talks through ReportLab's own Paragraph: times as JSON.

usage: python bench/peers/reportlab_paragraph.py plain|shaped ABSTRACTS

Justified at the measure, size and leading of booklet's A4 body, with the same font. plain: as it comes; shaped: kerning and
ligatures by HarfBuzz, and hyphenation by pyphen. Milliseconds of CPU for every abstract of a cold and a warm pass: parsing,
breaking and drawing its paragraphs.
"""

import html
import io
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph
from texts.invented import talks

FONT = Path(__file__).parents[2] / "fonts" / "source-serif" / "SourceSerif4-Regular.ttf"
WIDTH, SIZE, LEADING = 138 * 72 / 25.4, 10.5, 14


def one_pass(abstracts: list[list[str]], style: ParagraphStyle) -> list[float]:
    canvas = Canvas(io.BytesIO(), pageCompression=0)
    spent = []
    for paragraphs in abstracts:
        start = time.process_time()
        y = 800.0
        for text in paragraphs:
            paragraph = Paragraph(text, style)
            y -= paragraph.wrap(WIDTH, 800)[1] + LEADING / 2
            paragraph.drawOn(canvas, 100, y)
        spent.append((time.process_time() - start) * 1000)
        canvas.showPage()
    return spent


def main(kind: str, count: int) -> None:
    texts = (data.decode().split("\n---\n", 1)[1].strip() for _, data in talks(count))
    abstracts = [list(map(html.escape, text.split("\n\n"))) for text in texts]
    start = time.process_time()
    shaped = kind == "shaped"
    registerFont(TTFont("Serif", FONT, shapable=shaped))
    given = {"shaping": 1, "hyphenationLang": "en_US", "embeddedHyphenation": 1} if shaped else {}
    style = ParagraphStyle("body", fontName="Serif", fontSize=SIZE, leading=LEADING, alignment=TA_JUSTIFY, **given)
    Paragraph("a", style).wrap(WIDTH, 800)
    opening = (time.process_time() - start) * 1000
    cold, warm = one_pass(abstracts, style), one_pass(abstracts, style)
    print(json.dumps({"opening": opening, "cold": {"working": cold}, "warm": {"working": warm}}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
