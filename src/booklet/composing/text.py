"""Text of the model, in a text style → paragraphs: the one way in which words reach the page."""

from collections.abc import Iterable

from booklet.composing.formulas import set_inline
from booklet.lettering.letters import Letters, Voice
from booklet.lettering.mathematics.cannot_set import CannotSetError
from booklet.lettering.paragraph import ASCENT, DESCENT, Align, Paragraph, Side
from booklet.lettering.runs import Run
from booklet.model.rich_text import Line, Span
from booklet.structure import Element
from booklet.styling.style import Color, TextStyle

# Before a space: makes it a wide one, between things that stand side by side and are not a sentence.
WIDE = "\u00a0"

_NO_BREAK = "\u00a0"

# Source Code Pro is drawn larger than the text faces.
_MONO_SIZE = 0.88

# Superscripts and subscripts without a character of their own: smaller, and moved by a share of the size.
_SCRIPT_SIZE, _SUPER_RISE, _SUB_RISE = 0.68, 0.34, -0.14

# Between things that are listed, where that is another sign than a comma and a space.
_COMMAS = {"ar": "، ", "fa": "، ", "ja": "、", "ur": "، ", "zh": "，"}
_WIDE_STOPS = frozenset({"ja", "zh"})

_SUPERSCRIPTS = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_SUBSCRIPTS = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


def voice(style: TextStyle) -> Voice:
    """The voice of a text style."""
    return Voice(style.face, style.size, style.color, features=style.features)


def unbroken(words: str) -> str:
    """Words that stay on one line."""
    return words.replace(" ", _NO_BREAK)


def bold_voice(style: TextStyle, color: Color | None = None) -> Voice:
    """The bold voice of a text style, in another color when one is given."""
    face = emphasised(style.face, italic=False, bold=True)
    return Voice(face, style.size, color or style.color, features=style.features)


def sentences(texts: Iterable[str], language: str) -> str:
    """Sentences one after the other; a full stop as wide as an ideograph has its space within."""
    return ("" if language.split("-")[0] in _WIDE_STOPS else " ").join(texts)


def comma(language: str) -> str:
    """What stands between names, and other things that are listed, in a language."""
    return _COMMAS.get(language.split("-")[0], ", ")


def cut(words: str, most: int) -> str:
    """Words of at most so many characters, with an ellipsis where some are left out."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def day_mark(days: int) -> str:
    """Days after the event's day: "+1", "−1"."""
    return f"{days:+d}".replace("-", "−")


def day_marks(days: tuple[int, int]) -> str:
    """The marks of a start and an end on other days than the event's: "+1", "0/+1"; empty where both are on that day."""
    return "/".join(day_mark(day) if day else "0" for day in dict.fromkeys(days)) if any(days) else ""


def mark_voice(style: TextStyle, color: Color) -> Voice:
    """The voice of a small raised mark beside text of a style."""
    return Voice(style.face, style.size * _SCRIPT_SIZE, color, style.size * _SUPER_RISE, style.features)


def superior(numbers: Iterable[int]) -> str:
    """Numbers as superior figures, set by a voice with `sups` switched on for the commas: "¹,²"."""
    return ",".join(str(number).translate(_SUPERSCRIPTS) for number in numbers)


def superior_voice(style: TextStyle) -> Voice:
    """The voice for superior figures: the font's own, not scaled ones."""
    return Voice(style.face, style.size, style.color, features=(*style.features, "sups"))


def apart(texts: Iterable[str], between: str, spoken: Voice) -> tuple[Run, ...]:
    """Texts with a sign between them, each in a direction of its own, so that none changes places with the next."""
    return joined((isolated(text, spoken) for text in texts), Run(between, spoken))


def isolated(text: str, spoken: Voice) -> tuple[Run, ...]:
    """A text in a direction of its own; nothing for an empty one."""
    return (Run(text, spoken, isolate=True),) if text else ()


def joined(parts: Iterable[tuple[Run, ...]], between: Run) -> tuple[Run, ...]:
    """Parts that are not empty, with a run between them."""
    runs: list[Run] = []
    for part in filter(None, parts):
        runs += [*([between] * bool(runs)), *part]
    return tuple(runs)


def zoned(hours: Run, zone: str) -> tuple[Run, ...]:
    """Hours and the letters of their zone (empty: none), which have their own direction: from right to left, figures after
    them would be read before them."""
    return (hours, hours._replace(text=" "), hours._replace(text=zone, isolate=True)) if zone else (hours,)


def paragraph(
    letters: Letters,
    style: TextStyle,
    text: str | Line,
    element: Element | None,
    *,
    align: Align = "left",
    language: str | None = None,
    link: str | None = None,
    side: Side | None = None,
) -> Paragraph:
    """A paragraph of plain text or of a formatted line."""
    runs = (Run(text, voice(style), link),) if isinstance(text, str) else rich_runs(letters, style, text, link=link)
    return Paragraph(letters, runs, style.leading, element, align=align, language=language, side=side)


def rich_runs(letters: Letters, style: TextStyle, line: Line, *, link: str | None = None) -> tuple[Run, ...]:
    """A formatted line as runs. `link` makes the whole line one link; else spans keep the links they have."""
    runs = []
    for span in line:
        if span.formula:
            runs.append(_formula_run(letters, style, span, link or span.link))
            continue
        face = emphasised(style.face, italic=span.emphasis, bold=span.strong)
        text, spoken = span.text, Voice(face, style.size, style.color, features=style.features)
        if span.script:
            text, spoken = _script(letters, spoken, text, span.script)
        runs.append(Run(text, spoken, link or span.link, language=span.language))
    return tuple(runs)


def spoken(line: Line) -> str:
    """A line without its formatting, formulas as they are read: for bookmarks and running heads."""
    return "".join(_reading(span) if span.formula else span.text for span in line)


def _reading(span: Span) -> str:
    # Reading LaTeX takes time to import, and most texts have no formula.
    from booklet.lettering.mathematics.formula import set_formula

    try:
        return set_formula(span.formula, display=False).text
    except CannotSetError:
        return span.text


def _formula_run(letters: Letters, style: TextStyle, span: Span, link: str | None) -> Run:
    """A formula set, or its source in the monospaced face where that cannot be done."""
    try:
        formula = set_inline(span.formula, style, letters.style)
    except CannotSetError:
        return Run(span.text, source_voice(style), link)
    return Run(formula.text, voice(style), link, formula=formula, language=span.language)


def source_voice(style: TextStyle) -> Voice:
    """The voice for what is printed as its source: the monospaced face, as large as the text looks."""
    return Voice("mono", style.size * _MONO_SIZE, style.color)


def emphasised(face: str, *, italic: bool, bold: bool) -> str:
    """The face that emphasises within `face`; in an italic face that is the upright one."""
    if not italic and not bold:
        return face
    family = "sans" if face.startswith("sans") else "serif"
    return family + "-bold" * (bold or "bold" in face) + "-italic" * (italic != ("italic" in face))


def _script(letters: Letters, spoken: Voice, text: str, script: int) -> tuple[str, Voice]:
    """Superscript or subscript: the font's own characters where it has them all, else smaller and shifted."""
    table = _SUPERSCRIPTS if script > 0 else _SUBSCRIPTS
    own = text.translate(table)
    if all(ord(character) in table for character in text) and letters.face(spoken.face).has(own):
        return own, spoken
    rise = spoken.size * (_SUPER_RISE if script > 0 else _SUB_RISE)
    return text, Voice(spoken.face, spoken.size * _SCRIPT_SIZE, spoken.color, rise, spoken.features)


def space_to(above: TextStyle, below: TextStyle, distance: float) -> float:
    """White between two blocks so that the last baseline of the upper and the first of the lower are `distance` apart."""
    return distance - DESCENT * above.size - ASCENT * below.size
