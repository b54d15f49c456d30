"""A text into the same text with one character in place of each formula, so that no other markup looks into it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from booklet.codes import ENDLESS_MACRO, OTHER_FORM
from booklet.reading.addresses import BARE
from booklet.reading.clean_text import one_line
from booklet.reading.latex_rules import SURELY_LATEX
from booklet.reading.macros import expand, take_definitions
from booklet.reading.remark import Remark

HELD = re.compile("[\U000f0000-\U000ffffd]")
_FIRST, _MOST = 0xF0000, 0xFFFE

# A formula between dollar signs is no price: not "$5 and $6".
# A line end, but not a blank line: formulas do not go across paragraphs.
_LINE = r"\n(?![ ]*\n)"
_BRACES = rf"\{{(?:[^{{}}\n]|{_LINE}|\{{(?:[^{{}}\n]|\{{[^{{}}\n]*\}})*\}}){{0,500}}?\}}"
_FORMULA = re.compile(
    rf"(?P<skipped>\\\\(?![\w.~-]+\\)|\\\$|(?i:{BARE.pattern}))"
    # C:\data\new and \\server\data: paths of Windows are no commands
    r"|(?P<path>(?:(?<![A-Za-z])|(?<=\\n))[A-Za-z]:(?:\\{1,2}[\w.~-]++(?!\{))++|(?<![^\s(\"'])\\\\[\w.~-]++(?:\\[\w.~-]++(?!\{))++)"
    rf"|(?P<display>\$\$(?:[^$\n]|{_LINE}){{1,2000}}\$\$"
    rf"|\\\[(?![\d,\s–-]*\\\])(?:[^\\\n]|{_LINE}|\\[^\[\]]){{1,1000}}?\\\])"
    r"|\\begin\{(?P<environment>equation|displaymath|math|align|alignat|flalign|gather|multline|eqnarray)(?P<star>\*?)\}"
    r".{1,3000}?\\end\{(?P=environment)(?P=star)\}"
    rf"|(?P<inline>\$(?![\s$]|\d[^$]*\s[A-Za-z]{{2,}}[\s,.])(?:[^$\\\n]|{_LINE}|\\.){{0,1000}}?(?<!\s)\$(?!\d)"
    rf"|\$[ ]*\\[A-Za-z](?:[^$\\\n]|{_LINE}|\\.){{0,1000}}?\$(?!\d)"
    rf"|\\\((?:[^\\\n]|{_LINE}|\\[^()]){{1,500}}?\\\))"
    rf"|(?P<command>\\(?:(?:ce|si|unit|num|ang|ensuremath){_BRACES}|(?:SI|qty)(?:\[[^\[\]\n]*\])?{_BRACES}{_BRACES}))"
    "|(?P<own>[\U000f0000-\U000ffffd])",
    re.DOTALL,
)
_ENVIRONMENT = re.compile(r"\\(?:begin|end)\{(?:equation|displaymath|math)\*?\}")

_WORD = re.compile(r"\w*")
# "\n" of a program in place of a line end. What follows in small letters may be a command, unless others are surely none.
_LOST_LINE_END = re.compile(r"(?<!\\)(?:\\r)?\\n(?![a-z]|Rightarrow|Leftarrow|Leftrightarrow|Vdash|VDash)")
_LIKELY_LINE_END = re.compile(
    r"(?<!\\)\\n(?=[a-z])(?!(?:abla|atural|earrow|e|eg|eq|ew|ewcommand|ewline|ewpage|exists|geq|i|leq|mid|oindent|olimits|"
    r"onumber|orm|ormalfont|ormalsize|ot|otag|otin|parallel|prec|sim|subseteq|succ|supseteq|u|warrow|obreak)(?![A-Za-z])|[a-z]*[{_^\\])"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """What one held character stands for: text to print, and the LaTeX of a formula where it is one."""

    text: str
    formula: str = ""


@dataclass(frozen=True, slots=True)
class HeldText:
    """A text with one character of plane 15 for each of `pieces`, in order; `latex`: whether it surely is LaTeX."""

    text: str
    pieces: tuple[Piece, ...] = ()
    latex: bool = False

    def piece(self, character: str) -> Piece:
        """What a held character stands for."""
        return self.pieces[ord(character) - _FIRST]


def hold(text: str, macros: Mapping[str, str], remarks: list[Remark]) -> HeldText:
    r"""Formulas, paths of Windows and characters of plane 15 held; macros expanded, in formulas and outside.

    Definitions (\newcommand and the like) are taken out of the text and count for it. "\n" written as two characters for a
    line end is one again, with a remark.
    """
    if "$" not in text and "\\" not in text and (text.isascii() or not HELD.search(text)):
        return HeldText(text, latex="``" in text and SURELY_LATEX.search(text) is not None)
    latex = SURELY_LATEX.search(text) is not None
    text, own = take_definitions(text)
    pieces: list[Piece] = []
    return HeldText(_held(text, {**macros, **own}, pieces, remarks), tuple(pieces), latex)


def _held(text: str, macros: Mapping[str, str], pieces: list[Piece], remarks: list[Remark]) -> str:
    parts: list[str] = []
    done = 0
    likely = _LOST_LINE_END.search(_FORMULA.sub("", text)) is not None if "\\n" in text else False
    for found in _FORMULA.finditer(text):
        if found["skipped"] or (len(pieces) >= _MOST and not found["own"]):
            continue
        piece = _piece(found, macros, remarks)
        if piece is None:
            continue
        parts += [_plain(text[done : found.start()], macros, pieces, remarks, likely), chr(_FIRST + len(pieces))]
        pieces.append(piece)
        done = found.end()
    return "".join(parts) + _plain(text[done:], macros, pieces, remarks, likely)


def _piece(found: re.Match[str], macros: Mapping[str, str], remarks: list[Remark]) -> Piece | None:
    if found["path"] or found["own"]:
        return Piece(found[0])
    source = one_line(found[0])
    if found["command"]:
        tex = source.removeprefix("\\ensuremath") if source.startswith("\\ensuremath") else source
    elif found["environment"]:
        tex = _ENVIRONMENT.sub("", source).strip()
    else:
        length = 1 if source[0] == "$" and not source.startswith("$$") else 2
        tex = source[length:-length].strip()
    if not tex:
        return None
    expanded = expand(tex, macros)
    if expanded is None:
        remarks.append(Remark(ENDLESS_MACRO, found[0]))
    return Piece(source, tex if expanded is None else expanded)


def _plain(text: str, macros: Mapping[str, str], pieces: list[Piece], remarks: list[Remark], likely: bool) -> str:
    """Text between formulas: its macros expanded, formulas in their definitions held, lost line ends as line ends."""
    if "\\" not in text:
        return text
    for pattern in (_LOST_LINE_END, _LIKELY_LINE_END) if likely else ():
        remarks += [Remark(OTHER_FORM, found[0] + _word_at(text, found.end())) for found in pattern.finditer(text)]
        text = pattern.sub("\n", text)
    expanded = expand(text, macros)
    if expanded is None:
        remarks.append(Remark(ENDLESS_MACRO, text[text.index("\\") :]))
    elif expanded != text:
        return _held(expanded, {}, pieces, remarks)
    return text


def _word_at(text: str, at: int) -> str:
    found = _WORD.match(text, at)
    return found[0] if found else ""
