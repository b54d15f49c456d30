"""A text into the same text with one character in place of each formula, so that no other markup looks into it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from booklet import limits
from booklet.codes import ENDLESS_MACRO, OTHER_FORM, UNCLOSED_FORMULA
from booklet.expression import expression
from booklet.plain_dataclasses import dataclass, replace
from booklet.reading.addresses import BARE
from booklet.reading.clean_text import one_line
from booklet.reading.latex_rules import SURELY_LATEX
from booklet.reading.macros import Part, endless, expand, expanded_parts, take_definitions, used
from booklet.reading.remark import Remark

HELD = re.compile("[\U000f0000-\U000ffffd]")
_FIRST, _MOST = 0xF0000, 0xFFFE

# A formula between dollar signs is no price: not "$5 and $6".
# A line end, but not a blank line: formulas do not go across paragraphs.
_LINE = r"\n(?![ ]*\n)"
_BRACES = rf"\{{(?:[^{{}}\n]|{_LINE}|\{{(?:[^{{}}\n]|\{{[^{{}}\n]*\}})*\}}){{0,{limits.FORMULA}}}?\}}"
# No alternative goes on past the next sign that could open or close another formula, so that all looking is linear. How long
# a formula may be is for those to say who set it.
_FORMULA = expression(
    rf"(?P<skipped>\\\\(?![\w.~-]+\\)|\\\$|(?i:{BARE.pattern}))"
    # C:\data\new and \\server\data: paths of Windows are no commands
    r"|(?P<path>(?:(?<![A-Za-z])|(?<=\\n))[A-Za-z]:(?:\\{1,2}[\w.~-]++(?!\{))++|(?<![^\s(\"'])\\\\[\w.~-]++(?:\\[\w.~-]++(?!\{))++)"
    rf"|(?P<display>\$\$(?:[^$\n]|{_LINE})+\$\$"
    rf"|\\\[(?![\d,\s–-]*\\\])(?:[^\\\n]|{_LINE}|\\[^\[\]])+?\\\])"
    r"|\\begin\{(?P<environment>equation|displaymath|math|align|alignat|flalign|gather|multline|eqnarray)(?P<star>\*?)\}"
    r"[^\\]*+(?:\\(?!(?:begin|end)\{(?P=environment)(?P=star)\})[^\\]*+)*+\\end\{(?P=environment)(?P=star)\}"
    rf"|(?P<inline>\$(?![\s$]|\d[^$]*\s[A-Za-z]{{2,}}[\s,.])(?:[^$\\\n]|{_LINE}|\\.)*?(?<!\s)\$(?!\d)"
    rf"|\$[ ]*\\[A-Za-z](?:[^$\\\n]|{_LINE}|\\.)*?\$(?!\d)"
    rf"|\\\((?:[^\\\n]|{_LINE}|\\[^()])+?\\\))"
    rf"|(?P<command>\\(?:(?:ce|si|unit|num|ang|ensuremath){_BRACES}|(?:SI|qty)(?:\[[^\[\]\n]*\])?{_BRACES}{_BRACES}))"
    "|(?P<own>[\U000f0000-\U000ffffd])"
    # What opens a formula and has no partner. Brackets that are escaped around numbers cite: \[3\]. A dollar sign opens one
    # where a letter or a command follows: not in $5, US$, $HOME.
    r"|(?P<unclosed>\$\$|\\\[(?![\d,\s–-]*\\\])|\\\(|(?<![\w$])\$(?=[ ]?\\[A-Za-z]|[a-z]|[A-Z](?![A-Z])))",
    re.DOTALL,
)
_ENVIRONMENT = expression(r"\\(?:begin|end)\{(?:equation|displaymath|math)\*?\}")

_WORD = expression(r"\w*")
_FEW_WORDS = expression(r"\S{1,20}(?:[ ]\S{1,10})?")
_TOO_MUCH = f"what all macros of a text write has at most {limits.MACRO_TEXT} characters; write less with them"
# "\n" of a program in place of a line end. What follows in small letters may be a command, unless others are surely none.
_LOST_LINE_END = expression(r"(?<!\\)(?:\\r)?\\n(?![a-z]|Rightarrow|Leftarrow|Leftrightarrow|Vdash|VDash)")
_LIKELY_LINE_END = expression(
    r"(?<!\\)\\n(?=[a-z])(?!(?:abla|atural|earrow|e|eg|eq|ew|ewcommand|ewline|ewpage|exists|geq|i|leq|mid|oindent|olimits|"
    r"onumber|orm|ormalfont|ormalsize|ot|otag|otin|parallel|prec|sim|subseteq|succ|supseteq|u|warrow|obreak)(?![A-Za-z])|[a-z]*[{_^\\])"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """What one held character stands for: text to print, and the LaTeX of a formula where it is one. It stands at the offset
    `at` and is `length` characters long there."""

    text: str
    formula: str
    at: int
    length: int


@dataclass(frozen=True, slots=True)
class HeldText:
    """A text with one character of plane 15 for each of `pieces`, in order; `latex`: whether it surely is LaTeX. `parts` are
    what it is made of, each with its offset here."""

    text: str
    pieces: tuple[Piece, ...] = ()
    latex: bool = False
    parts: tuple[tuple[int, Part], ...] = ()

    def piece(self, character: str) -> Piece:
        """What a held character stands for."""
        return self.pieces[ord(character) - _FIRST]

    def origin(self, offset: int) -> tuple[int, str]:
        """The offset before formulas were held and macros expanded, and the macro that wrote what is there."""
        index = bisect_right(self.parts, offset, key=lambda part: part[0]) - 1
        if index < 0:
            return offset, ""
        begin, part = self.parts[index]
        return part.at + (0 if part.macro else offset - begin), part.macro


def hold(text: str, macros: Mapping[str, str], remarks: list[Remark]) -> HeldText:
    r"""Formulas, paths of Windows and characters of plane 15 held; macros expanded, in formulas and outside.

    Definitions (\newcommand and the like) are taken out of the text and count for it. "\n" written as two characters for a
    line end is one again, with a remark.
    """
    if "$" not in text and "\\" not in text and (text.isascii() or not HELD.search(text)):
        return HeldText(text, latex="``" in text and SURELY_LATEX.search(text) is not None)
    latex = SURELY_LATEX.search(text) is not None
    text, own = take_definitions(text)
    macros = {**macros, **own}
    if "\\n" in text:
        text = _with_line_ends(text, remarks)
    written: list[str] = []
    pieces: list[Piece] = []
    parts: list[tuple[int, Part]] = []
    lost: list[tuple[str, int]] = []
    length = 0
    for part in _parts(text, macros, [limits.MACRO_TEXT], lost, remarks):
        parts.append((length, Part("", part.at, part.macro) if isinstance(part, Part) else Part("", part.at)))
        if isinstance(part, Part) or len(pieces) >= _MOST:
            written.append(part.text)
        else:
            written.append(chr(_FIRST + len(pieces)))
            pieces.append(part)
        length += len(written[-1])
    remarks += _endless(lost, macros)
    return HeldText("".join(written), tuple(pieces), latex, tuple(parts))


def _parts(
    text: str, macros: Mapping[str, str], budget: list[int], lost: list[tuple[str, int]], remarks: list[Remark]
) -> Iterator[Part | Piece]:
    """The text in parts to print and pieces to hold. `lost` gets what has macros without end, with its offset."""
    done = 0
    for found in _FORMULA.finditer(text):
        piece = None if found["skipped"] else _piece(found, macros, budget, lost)
        if piece is None:
            continue
        if found["unclosed"]:
            remarks.append(Remark(UNCLOSED_FORMULA, _opening(text, found.start()), found.start()))
        yield from _plain(text[done : found.start()], done, macros, budget, lost)
        yield piece
        done = found.end()
    yield from _plain(text[done:], done, macros, budget, lost)


def _opening(text: str, at: int) -> str:
    found = _FEW_WORDS.match(text, at)
    return found[0] if found else text[at]


def _piece(
    found: re.Match[str], macros: Mapping[str, str], budget: list[int], lost: list[tuple[str, int]]
) -> Piece | None:
    at, length = found.start(), len(found[0])
    if found["path"] or found["own"] or found["unclosed"]:
        return Piece(found[0], "", at, length)
    source = one_line(found[0])
    if found["command"]:
        tex = source.removeprefix("\\ensuremath") if source.startswith("\\ensuremath") else source
    elif found["environment"]:
        tex = _ENVIRONMENT.sub("", source).strip()
    else:
        sign = 1 if source[0] == "$" and not source.startswith("$$") else 2
        tex = source[sign:-sign].strip()
    if not tex:
        return None
    expanded = expand(tex, macros, budget)
    if expanded is None:
        lost.append((found[0], at))
    return Piece(source, expanded or "", at, length)


def _plain(
    text: str,
    at: int,
    macros: Mapping[str, str],
    budget: list[int],
    lost: list[tuple[str, int]],
) -> Iterator[Part | Piece]:
    """Text between formulas, which stands at the offset `at`: its macros expanded, formulas in their definitions held."""
    parts = expanded_parts(text, macros, budget)
    if parts is None:
        lost.append((text, at))
        parts = (Part(text, 0),)
    for part in parts:
        if not part.macro:
            yield Part(part.text, at + part.at)
            continue
        for inner in _parts(part.text, {}, budget, lost, []):
            if isinstance(inner, Part):
                yield Part(inner.text, at + part.at, part.macro)
            else:
                yield replace(inner, at=at + part.at, length=len(part.macro))


def _endless(lost: list[tuple[str, int]], macros: Mapping[str, str]) -> Iterator[Remark]:
    """A remark on the first macro in each stretch of text that could not be expanded."""
    loops = endless(macros) if lost else {}
    for text, at in lost:
        names = used(text, macros)
        name = next((one for one in names if one in loops), next(iter(names), text))
        hint = (
            f'the macro "{loops[name]}" uses itself; take it out of its own definition' if name in loops else _TOO_MUCH
        )
        yield Remark(ENDLESS_MACRO, name, at + names.get(name, 0), hint)


def _with_line_ends(text: str, remarks: list[Remark]) -> str:
    r"""The text with line ends, and blanks before them, in place of "\n" outside of formulas, where it surely is one."""
    between = [found.span() for found in _FORMULA.finditer(text) if not found["skipped"]]
    begins, ends = [0, *(end for _, end in between)], [*(begin for begin, _ in between), len(text)]
    if not any(_LOST_LINE_END.search(text[begin:end]) for begin, end in zip(begins, ends, strict=True)):
        return text
    parts = []
    done = 0
    for begin, end in zip(begins, ends, strict=True):
        stretch = text[begin:end]
        for pattern in (_LOST_LINE_END, _LIKELY_LINE_END):
            remarks += [
                Remark(OTHER_FORM, found[0] + _word_at(stretch, found.end()), begin + found.start())
                for found in pattern.finditer(stretch)
            ]
            stretch = pattern.sub(lambda found: "\n".rjust(len(found[0])), stretch)
        parts += [text[done:begin], stretch]
        done = end
    return "".join(parts) + text[done:]


def _word_at(text: str, at: int) -> str:
    found = _WORD.match(text, at)
    return found[0] if found else ""
