"""Chunks of a formula → operators: glyphs and rules in their places, with the words for those who copy or listen."""

from booklet.lettering.letters import Voice
from booklet.lettering.mathematics.chunks import Chunk
from booklet.lettering.operands import CODES
from booklet.pdf_syntax import pdf_number
from booklet.structure import Element
from booklet.tagged_canvas import TaggedCanvas


def draw_chunk(
    canvas: TaggedCanvas, chunk: Chunk, face: str, voice: Voice, place: tuple[float, float], element: Element | None
) -> None:
    """Draw a chunk for an element with its start on the baseline at `place`, in points; `face` is the resource name of its
    font. It stands outside text objects and marked content; the caller notes the glyphs."""
    scale = voice.size / 1000
    x, y = place[0], place[1] + voice.rise
    out = [f"q {' '.join(map(pdf_number, voice.color))} rg"]
    if chunk.glyphs:
        out.append("BT 100 Tz 0 Ts")
        size = 0.0
        for glyph in chunk.glyphs:
            if glyph.size != size:
                size = glyph.size
                out.append(f"/{face} {pdf_number(size * scale)} Tf")
            at = f"{pdf_number(x + glyph.x * scale)} {pdf_number(y + glyph.y * scale)}"
            out.append(f"1 0 0 1 {at} Tm({CODES[glyph.glyph]})Tj")
        out.append("ET")
    for rule in chunk.rules:
        box = (x + rule.x * scale, y + rule.y * scale, rule.width * scale, rule.height * scale)
        out.append(f"{' '.join(map(pdf_number, box))} re f")
    out.append("Q")
    canvas.open_mark(element, chunk.text)
    canvas.write(" ".join(out))
    canvas.close_mark()
