"""Turns a content stream into its text runs: what is shown where, in which font and size."""

import math
import unicodedata
from collections.abc import Callable

from pypdf.generic import DictionaryObject, PdfObject, StreamObject

from booklet.binding.content_stream import dictionary, is_string, number, operations, string_bytes
from booklet.binding.pdf_values import entry, name, reals
from booklet.plain_dataclasses import dataclass, field, replace
from booklet.proofing.font_codes import FontCodes, read_font

Matrix = tuple[float, float, float, float, float, float]
Fonts = dict[int, FontCodes]

_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_FORM_DEPTH = 12

# Fractions of the font size. Two shows on one baseline are one run when they touch or leave a word space between them.
_TOUCHING, _WORD_SPACE, _BACKWARDS = 0.15, 0.6, 0.3
_JUMP_IN_ARRAY = 2.0
_SAME_BASELINE = 0.05


@dataclass(frozen=True, slots=True)
class TextRun:
    """Text shown on one baseline in one font and size, from (x, y) to (end_x, end_y), in points of the page.

    `angle` is the direction of the baseline in degrees, 0 for upright text, 90 for text that runs up.
    """

    x: float
    y: float
    end_x: float
    end_y: float
    size: float
    angle: float
    font: str
    text: str


@dataclass(frozen=True, slots=True)
class _Graphics:
    """The part of the graphics state that text depends on (ISO 32000-1, 8.4 and 9.3); saved by `q`."""

    matrix: Matrix = _IDENTITY
    font: FontCodes | None = None
    size: float = 0.0
    character_space: float = 0.0
    word_space: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


@dataclass(slots=True)
class _Reading:
    """How far the reading of a page has come. `marks` holds, for every open marked content, its ActualText or None;
    once that text is given to a run, the rest of the sequence reads as nothing."""

    resources: DictionaryObject
    fonts: Fonts
    runs: list[TextRun] = field(default_factory=list)
    state: _Graphics = field(default_factory=_Graphics)
    saved: list[_Graphics] = field(default_factory=list)
    text: Matrix = _IDENTITY
    line: Matrix = _IDENTITY
    marks: list[str | None] = field(default_factory=list)
    depth: int = 0


def text_runs(content: bytes, resources: DictionaryObject, fonts: Fonts) -> list[TextRun]:
    """The runs of a content stream in content order, forms included.

    `fonts` keeps what was read of a font, by its object, for the next page; start with an empty one.
    """
    reading = _Reading(resources, fonts)
    _read(reading, content)
    return [run for run in reading.runs if run.text]


def _read(reading: _Reading, content: bytes) -> None:
    for operation in operations(content):
        act = _ACTS.get(operation.operator)
        if act:
            act(reading, operation.operands)


def _times(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that applies `first`, then `second`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _numbers(operands: list[bytes], count: int) -> list[float]:
    values = [number(token) for token in operands[-count:]]
    return [0.0] * (count - len(values)) + values


def _matrix(operands: list[bytes]) -> Matrix:
    a, b, c, d, e, f = _numbers(operands, 6)
    return (a, b, c, d, e, f)


def _save(reading: _Reading, _: list[bytes]) -> None:
    reading.saved.append(reading.state)


def _restore(reading: _Reading, _: list[bytes]) -> None:
    if reading.saved:
        reading.state = reading.saved.pop()


def _concatenate(reading: _Reading, operands: list[bytes]) -> None:
    reading.state = replace(reading.state, matrix=_times(_matrix(operands), reading.state.matrix))


def _begin_text(reading: _Reading, _: list[bytes]) -> None:
    reading.text = reading.line = _IDENTITY


def _text_matrix(reading: _Reading, operands: list[bytes]) -> None:
    reading.text = reading.line = _matrix(operands)


def _move(reading: _Reading, operands: list[bytes]) -> None:
    x, y = _numbers(operands, 2)
    reading.text = reading.line = _times((1, 0, 0, 1, x, y), reading.line)


def _move_and_lead(reading: _Reading, operands: list[bytes]) -> None:
    reading.state = replace(reading.state, leading=-_numbers(operands, 1)[0])
    _move(reading, operands)


def _next_line(reading: _Reading, _: list[bytes]) -> None:
    reading.text = reading.line = _times((1, 0, 0, 1, 0, -reading.state.leading), reading.line)


def _character_space(reading: _Reading, operands: list[bytes]) -> None:
    reading.state = replace(reading.state, character_space=_numbers(operands, 1)[0])


def _word_space(reading: _Reading, operands: list[bytes]) -> None:
    reading.state = replace(reading.state, word_space=_numbers(operands, 1)[0])


def _scale(reading: _Reading, operands: list[bytes]) -> None:
    reading.state = replace(reading.state, scale=_numbers(operands, 1)[0] / 100)


def _leading(reading: _Reading, operands: list[bytes]) -> None:
    reading.state = replace(reading.state, leading=_numbers(operands, 1)[0])


def _rise(reading: _Reading, operands: list[bytes]) -> None:
    reading.state = replace(reading.state, rise=_numbers(operands, 1)[0])


def _choose_font(reading: _Reading, operands: list[bytes]) -> None:
    font = _resource(reading, "/Font", operands[:1])
    codes = None
    if isinstance(font, DictionaryObject):
        codes = reading.fonts.get(id(font)) or read_font(font)
        reading.fonts[id(font)] = codes
    reading.state = replace(reading.state, font=codes, size=_numbers(operands, 1)[0])


def _resource(reading: _Reading, kind: str, operands: list[bytes]) -> PdfObject | None:
    return entry(entry(reading.resources, kind), operands[0].decode("utf-8", "replace")) if operands else None


def _show_lines(reading: _Reading, operands: list[bytes]) -> None:
    _next_line(reading, operands)
    _show(reading, operands)


def _show_spaced(reading: _Reading, operands: list[bytes]) -> None:
    word_space, character_space = _numbers(operands[:2], 2)
    reading.state = replace(reading.state, word_space=word_space, character_space=character_space)
    _show_lines(reading, operands[2:])


def _show(reading: _Reading, operands: list[bytes]) -> None:
    """Tj and TJ: strings, and in between shifts to the left in 1/1000 of the font size (9.4.3)."""
    state = reading.state
    font = state.font
    if font is None:
        return
    texts: list[str] = []
    start = advance = 0.0
    for token in operands:
        if is_string(token):
            codes = font.codes(string_bytes(token))
            if not texts:
                start = advance
            texts.append(font.text(codes))
            spaces = codes.count(32) * state.word_space if font.code_bytes == 1 else 0.0
            step = font.width(codes) * state.size / 1000 + len(codes) * state.character_space + spaces
            advance += step * state.scale
        elif token not in (b"[", b"]"):
            shift = -number(token) / 1000 * state.size * state.scale
            if texts and abs(shift) > _JUMP_IN_ARRAY * abs(state.size):
                _add_run(reading, font, "".join(texts), start, advance)
                texts = []
            advance += shift
    if texts:
        _add_run(reading, font, "".join(texts), start, advance)
    reading.text = _times((1, 0, 0, 1, advance, 0), reading.text)


def _add_run(reading: _Reading, font: FontCodes, text: str, start: float, end: float) -> None:
    """Put a run, from `start` to `end` of the text line, at the end of the runs, or onto the last of them."""
    state = reading.state
    a, b, c, d, e, f = _times(reading.text, state.matrix)
    x, y = c * state.rise + e, d * state.rise + f
    run = TextRun(
        x=a * start + x,
        y=b * start + y,
        end_x=a * end + x,
        end_y=b * end + y,
        size=abs(state.size) * math.hypot(c, d),
        angle=math.degrees(math.atan2(b, a)) if a or b else 0.0,
        font=font.name,
        text=_said(reading.marks, text),
    )
    last = reading.runs[-1] if reading.runs else None
    joint = _joint(last, run) if last else None
    if last is None or joint is None:
        reading.runs.append(run)
    else:
        joined = last.text + joint * (not last.text.endswith(" ") and not run.text.startswith(" ")) + run.text
        reading.runs[-1] = replace(last, text=joined, end_x=run.end_x, end_y=run.end_y)


def _said(marks: list[str | None], text: str) -> str:
    """The text of a run, or what the outermost ActualText around it says instead (14.9.4)."""
    for index, actual in enumerate(marks):
        if actual is not None:
            marks[index] = ""
            return actual
    # Words from right to left are drawn as they are seen.
    return text[::-1] if any(unicodedata.bidirectional(character) in {"R", "AL"} for character in text) else text


def _joint(last: TextRun, run: TextRun) -> str | None:
    """What stands between two runs that are one line: nothing or a space. None: they are two."""
    if (
        last.font != run.font
        or abs(last.size - run.size) > _SAME_BASELINE
        or abs(last.angle - run.angle) > _SAME_BASELINE
    ):
        return None
    turn = math.radians(last.angle)
    right, up = run.x - last.end_x, run.y - last.end_y
    gap = right * math.cos(turn) + up * math.sin(turn)
    if abs(up * math.cos(turn) - right * math.sin(turn)) > _SAME_BASELINE:
        return None
    if gap < -_BACKWARDS * run.size or gap > _WORD_SPACE * run.size:
        return None
    return " " if gap > _TOUCHING * run.size and last.text and run.text else ""


def _begin_mark(reading: _Reading, operands: list[bytes]) -> None:
    properties = dictionary(operands[2:-1]) if operands[1:2] == [b"<<"] else {}
    actual = properties.get(b"/ActualText")
    reading.marks.append(_text_string(string_bytes(actual[0])) if actual and is_string(actual[0]) else None)


def _end_mark(reading: _Reading, _: list[bytes]) -> None:
    if reading.marks:
        reading.marks.pop()


def _text_string(value: bytes) -> str:
    """A text string (7.9.2.2), which is UTF-16 with its mark, or nearly Latin 1."""
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    return value.decode("latin-1")


def _draw(reading: _Reading, operands: list[bytes]) -> None:
    """Do: read a form where it is drawn (8.10). Forms inside forms are followed to a depth that no booklet reaches."""
    form = _resource(reading, "/XObject", operands)
    if not isinstance(form, StreamObject) or name(form, "/Subtype") != "/Form" or reading.depth >= _FORM_DEPTH:
        return
    resources = entry(form, "/Resources")
    matrix = reals(entry(form, "/Matrix"))
    a, b, c, d, e, f = matrix if len(matrix) == 6 else _IDENTITY
    inner = replace(reading.state, matrix=_times((a, b, c, d, e, f), reading.state.matrix))
    within = _Reading(
        resources=resources if isinstance(resources, DictionaryObject) else reading.resources,
        fonts=reading.fonts,
        runs=reading.runs,
        state=inner,
        marks=reading.marks,
        depth=reading.depth + 1,
    )
    _read(within, form.get_data())


_ACTS: dict[bytes, Callable[[_Reading, list[bytes]], None]] = {
    b"q": _save,
    b"Q": _restore,
    b"cm": _concatenate,
    b"BT": _begin_text,
    b"Tm": _text_matrix,
    b"Td": _move,
    b"TD": _move_and_lead,
    b"T*": _next_line,
    b"Tf": _choose_font,
    b"Tc": _character_space,
    b"Tw": _word_space,
    b"Tz": _scale,
    b"TL": _leading,
    b"Ts": _rise,
    b"Tj": _show,
    b"TJ": _show,
    b"'": _show_lines,
    b'"': _show_spaced,
    b"BDC": _begin_mark,
    b"BMC": _begin_mark,
    b"EMC": _end_mark,
    b"Do": _draw,
}
