"""LaTeX commands of text, met by the Markdown parser, into its tokens; what is not surely known stays as it is written."""

import re
from typing import TYPE_CHECKING

from booklet.codes import OTHER_FORM, UNKNOWN_COMMAND
from booklet.expression import expression
from booklet.reading.addresses import link_address
from booklet.reading.braces import brace_pairs
from booklet.reading.latex_letters import letter_at
from booklet.reading.remark import Remark

if TYPE_CHECKING:  # the library comes in when a text holds signs of markup
    from markdown_it.rules_inline import StateInline

# Text of which one may take ~ and the like for LaTeX.
SURELY_LATEX = expression(
    r"\\(?:emph|text[a-z]+|cite[a-z]*|ref|eqref|begin|item|label|footnote|href|url|section|mbox)\b|\\[cvuHkr`'^\"~=.]\{"
    r"|~\\|(?<!`)``[^`']+''|\{\\(?:em|it|bf|sl|tt|sc)\b"
)

_EMPHASIS, _STRONG, _GROUP = "em", "strong", "group"
# Commands with one argument, and switches in braces: what they do to the text in them. Small capitals, typewriter and
# underlining have no place in a booklet's text and are plain.
_STYLES = {
    **dict.fromkeys(("emph", "textit", "textsl"), _EMPHASIS),
    "textbf": _STRONG,
    "textsuperscript": "super",
    "textsubscript": "sub",
    **dict.fromkeys(("textrm", "textsf", "texttt", "textsc", "textup", "textmd", "textnormal", "text"), _GROUP),
    **dict.fromkeys(("mbox", "hbox", "underline", "uline"), _GROUP),
}
_SWITCHES = {
    **dict.fromkeys(("em", "it", "sl", "itshape", "slshape"), _EMPHASIS),
    **dict.fromkeys(("bf", "bfseries"), _STRONG),
    **dict.fromkeys(("rm", "sf", "tt", "sc", "normalfont", "rmfamily", "sffamily", "ttfamily", "scshape"), _GROUP),
    **dict.fromkeys(("upshape", "mdseries", "tiny", "scriptsize", "footnotesize", "small", "normalsize"), _GROUP),
    **dict.fromkeys(("large", "Large"), _GROUP),
}
_META = {"super": {"script": 1}, "sub": {"script": -1}}
# Commands of layout, which a booklet does by itself.
_SILENT = {"noindent", "xspace", "protect", "relax", "smallskip", "medskip", "bigskip", "nobreak", "sloppy", "newpage"}

_NAME = expression(r"\\([A-Za-z]+)\*?")
_ARGUMENT = expression(r"[ \n]*\{")
_KEYS = expression(
    r"\\(?:cite[a-zA-Z]*|[a-zA-Z]*ref|label)\*?((?:\[[^\[\]]{0,200}\]){0,2})\{((?:[^{}\\]|\\[_&%#]){1,500})\}"
)
_KEY_NAMES = expression(r"cite[a-zA-Z]{0,10}|(?:eq|auto|c|C|page|name)?ref|label")
_ADDRESS = expression(r"\\(?:url|nolinkurl|href)\s*\{((?:[^{}\\\s]|\\[_&%#~])+)\}")
_LINE_END = expression(r"\\\\\*?(?:\[[\d. a-z]{1,8}\])?(?=\s|\Z)|\\(?:newline|linebreak)(?![A-Za-z])")
_SWITCH = expression(r"\{\s*\\([A-Za-z]+)(?![A-Za-z])(?:\{\}|\s*)")
_NUMBERED = (
    "Fig",
    "Figs",
    "Figure",
    "Figures",
    "Eq",
    "Eqs",
    "Equation",
    "Table",
    "Tables",
    "Section",
    "Chapter",
    "Theorem",
)
_AFTER_WORD = "|".join(rf"(?<=\b{word})" for word in _NUMBERED)
_TIE = expression(
    r"(?<=\d)~(?=[^\W\d_]|[%°µΩ])"  # 10~km
    r"|(?<=[A-Za-z]\.)~(?=[\w(\[\\])|(?<=\bet)~(?=al\b)|~(?=\\(?:cite|ref|eqref))"
    rf"|(?:{_AFTER_WORD})~(?=[\d(\\])"
)
_SURE_TIE = expression(r"(?<=[^\s~])~(?=[^\s~])(?!(?<=\d~)\d)")
_DEFINITION = expression(r"\\(?:(?:re)?newcommand|providecommand|def|DeclareMathOperator)\*?")
_DEFINITION_HINT = (
    "a definition with a default value or without its closing brace is not taken; declare it under macros:"
)
_SURE_SUBSCRIPT = expression(r"~[\d+\-−–,]{1,4}~")


def command(state: "StateInline", silent: bool) -> bool:
    r"""A backslash: a letter, a command with its argument, a line end; an unknown command is written with a remark."""
    if state.src[state.pos] != "\\" or silent:
        return False
    if ended := _LINE_END.match(state.src, state.pos, state.posMax):
        return line_end(state, ended.end())
    if state.src.startswith("\\\\", state.pos) and state.pos + 1 < state.posMax:
        state.pending += "\\\\"
        state.pos += 2
        return True
    letter = letter_at(state.src, state.pos)
    if letter and letter[1] <= state.posMax:
        state.pending += letter[0]
        state.pos = letter[1]
        return True
    name = _NAME.match(state.src, state.pos, state.posMax)
    if not name:
        return False
    if name[1] in _STYLES:
        return _styled(state, name) or _unknown(state, name[0])
    if name[1] in {"footnote", "thanks"}:
        return _footnote(state, name) or _unknown(state, name[0])
    if name[1] in {"url", "nolinkurl", "href"}:
        return _address(state) or _unknown(state, name[0])
    if name[1] in _SILENT:
        state.pos = name.end()
        return True
    return (_KEY_NAMES.fullmatch(name[1]) is not None and _keys(state)) or _unknown(state, name[0])


def group(state: "StateInline", silent: bool) -> bool:
    r"""A brace: {\em …} and the like, and the braces around one letter, {\'e}."""
    if state.src[state.pos] != "{" or silent or state.src[state.pos + 1 : state.pos + 3].lstrip()[:1] != "\\":
        return False
    close = _closing(state, state.pos)
    if close is None:
        return False
    letter = letter_at(state.src, state.pos + 1)
    if letter and letter[1] == close:
        state.pending += letter[0]
        state.pos = close + 1
        return True
    switch = _SWITCH.match(state.src, state.pos, close)
    if switch and switch[1] in _SWITCHES:
        nested(state, _SWITCHES[switch[1]], (switch.end(), close, close + 1))
        return True
    if letter:
        nested(state, _GROUP, (state.pos + 1, close, close + 1))
        return True
    return False


def tie(state: "StateInline", silent: bool) -> bool:
    """~ between words that belong together is a blank at which no line ends; "~5 km", "5~10" and "x~y" stay."""
    if state.src[state.pos] != "~" or silent:
        return False
    if not is_tie(state.src, state.pos, state.env["latex"]):
        return False
    before, after = state.src[state.pos - 1 : state.pos], state.src[state.pos + 1 : state.pos + 2]
    state.pending += "\u202f" if before.isdigit() and after.isalpha() else "\u00a0"
    state.pos += 1
    return True


def is_tie(text: str, at: int, latex: bool) -> bool:
    """Whether the ~ at `at` ties words. In text that surely is LaTeX, all do between words, but not between digits and not
    those of H~2~O."""
    if latex and _SURE_TIE.match(text, at) and not _SURE_SUBSCRIPT.match(text, at):
        return True
    return _TIE.match(text, at) is not None


def nested(state: "StateInline", kind: str, span: tuple[int, int, int]) -> None:
    """The text from the first to the second offset of `span`, between tokens of a kind; goes on at the third."""
    begin, end, after = span
    whole, state.posMax = state.posMax, end
    state.push(f"{kind}_open", "", 1).meta = _META.get(kind, {})
    state.pos = begin
    state.md.inline.tokenize(state)
    state.push(f"{kind}_close", "", -1).meta = _META.get(kind, {})
    state.pos, state.posMax = after, whole


def line_end(state: "StateInline", after: int) -> bool:
    """A forced line end, with the blanks around it."""
    state.pending = state.pending.rstrip()
    state.push("break", "", 0).content = "\n"
    while after < state.posMax and state.src[after] == " ":
        after += 1
    state.pos = after
    return True


def _closing(state: "StateInline", opening: int) -> int | None:
    pairs: dict[int, int] | None = state.env.get("braces")
    if pairs is None:
        pairs = state.env["braces"] = brace_pairs(state.src)
    close = pairs.get(opening)
    return close if close is not None and close < state.posMax else None


def _argument(state: "StateInline", at: int) -> tuple[int, int] | None:
    """Begin and end of the argument in braces at `at`."""
    opening = _ARGUMENT.match(state.src, at, state.posMax)
    close = _closing(state, opening.end() - 1) if opening else None
    return (opening.end(), close) if opening and close is not None else None


def _styled(state: "StateInline", name: re.Match[str]) -> bool:
    argument = _argument(state, name.end())
    if argument:
        nested(state, _STYLES[name[1]], (*argument, argument[1] + 1))
    return argument is not None


def _footnote(state: "StateInline", name: re.Match[str]) -> bool:
    argument = _argument(state, name.end())
    if argument:
        state.env["remarks"].append(Remark(OTHER_FORM, name[0], state.pos))
        blank = "" if not state.pending or state.pending[-1].isspace() else " "
        state.pending += f"{blank}("
        nested(state, _GROUP, (*argument, argument[1] + 1))
        state.pending += ")"
    return argument is not None


def _keys(state: "StateInline") -> bool:
    r"""\cite[p. 5]{a,b} as [a, b, p. 5], \ref{x} as [x]."""
    found = _KEYS.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    state.env["remarks"].append(Remark(OTHER_FORM, found[0], state.pos))
    keys = [key.strip() for key in re.sub(r"\\([_&%#])", r"\1", found[2]).split(",")]
    options = [one.replace("~", " ") for one in re.findall(r"\[([^\[\]]+)\]", found[1])]
    before, after = (options[:1], options[1:]) if len(options) > 1 else ([], options)
    state.pending += "[" + ", ".join([" ".join([*before, *keys[:1]]), *keys[1:], *after]) + "]"
    state.pos = found.end()
    return True


def _address(state: "StateInline") -> bool:
    r"""\url{address} and \href{address}{words}; an address that is not taken leaves the command as it is written."""
    found = _ADDRESS.match(state.src, state.pos, state.posMax)
    written = re.sub(r"\\([_&%#~])", r"\1", found[1]) if found else ""
    address = link_address(written)
    if not found or not address or state.linkLevel:
        return False
    words = _argument(state, found.end()) if found[0].startswith("\\href") else None
    if found[0].startswith("\\href") and not words:
        return False
    if words:
        linked(state, address, (*words, words[1] + 1))
    else:
        state.push("address", "", 0).attrs = {"href": address}
        state.tokens[-1].content = written
        state.pos = found.end()
    return True


def linked(state: "StateInline", address: str, span: tuple[int, int, int]) -> None:
    """As `nested`, with a link."""
    begin, end, after = span
    whole, state.posMax = state.posMax, end
    state.pos = begin
    state.push("link_open", "a", 1).attrs = {"href": address}
    state.linkLevel += 1
    state.md.inline.tokenize(state)
    state.linkLevel -= 1
    state.push("link_close", "a", -1)
    state.pos, state.posMax = after, whole


def _unknown(state: "StateInline", written: str) -> bool:
    if written != "\\":
        hint = _DEFINITION_HINT if _DEFINITION.fullmatch(written) else ""
        state.env["remarks"].append(Remark(UNKNOWN_COMMAND, written, state.pos, hint))
    state.pending += written
    state.pos += len(written)
    return True
