r"""Text in double quotes of YAML into the backslashes in it with which LaTeX was meant: "\nu" is no line end before a "u"."""

import re

from booklet.expression import expression

# What a backslash and a sign stand for in double quotes (YAML 1.2, 5.7), as far as LaTeX has commands that begin so.
MEANINGS = {
    "a": "a bell", "b": "a backspace", "e": "an escape", "f": "a form feed", "n": "a line end", "r": "a carriage return",
    "t": "a tab", "v": "a vertical tab", "L": "a line separator", "N": "a line end", "P": "a paragraph separator",
    "_": "a no-break space", '"': "a quote",
}  # fmt: skip

_ESCAPE = expression(r"\\(.)", re.DOTALL)
_NAME = expression(r"[A-Za-z]+")
# No text holds these signs, whatever follows.
_NEVER_MEANT = "abefv"
_COMMANDS = frozenset(
    (
        "nabla", "natural", "ncong", "ne", "nearrow", "neg", "neq", "newcommand", "newline", "nexists", "ngeq", "ngtr",
        "ni", "nleq", "nless", "nmid", "noindent", "nolimits", "nonumber", "normalfont", "not", "notin", "nparallel",
        "nprec", "nsim", "nsubseteq", "nsucc", "nsupseteq", "nu", "num", "nwarrow",
        "rVert", "rangle", "rbrace", "rbrack", "rceil", "real", "ref", "renewcommand", "rfloor", "rho", "right",
        "rightarrow", "rightharpoonup", "rightleftharpoons", "rightsquigarrow", "rm", "rtimes", "rule", "rvert",
        "tag", "tan", "tanh", "tau", "tbinom", "tfrac", "thanks", "therefore", "theta", "thickapprox", "thinspace",
        "tilde", "times", "tiny", "to", "top", "tr", "triangle", "triangledown", "triangleleft", "triangleq",
        "triangleright", "tt", "twoheadrightarrow",
        "LaTeX", "Lambda", "Large", "Leftarrow", "Leftrightarrow", "Longleftarrow", "Longleftrightarrow",
        "Longrightarrow", "Lsh",
        "P", "Phi", "Pi", "Pr", "Psi",
    )
)  # fmt: skip
_TEXT = expression(r"text[a-z]+")
_DOLLAR = expression(r"(?<!\\)\$")


def meant_as_latex(quoted: str) -> tuple[tuple[int, str], ...]:
    r"""The escapes of a text in double quotes, quotes included, that begin a command or an accent of LaTeX: the offset of
    each backslash, and the command as far as it is one word ("\tau").

    A line end or a tab is one where the letters after it make a command that is known, or in a formula between dollar signs;
    a control character that no text holds before any letter; a quote inside a word, as in "M\"uller".
    """
    dollars = [found.start() for found in _DOLLAR.finditer(quoted)]
    count = 0
    meant = []
    for found in _ESCAPE.finditer(quoted, 1, len(quoted) - 1):
        while count < len(dollars) and dollars[count] < found.start():
            count += 1
        opening = dollars[count - 1] + 1 if count % 2 else 0
        in_formula = opening > 0 and not (quoted[opening].isspace() or quoted[opening].isdigit())
        if found[1] in MEANINGS and _is_meant(quoted, found.start(), in_formula=in_formula):
            name = _NAME.match(quoted, found.start() + 1)
            meant.append((found.start(), "\\" + (name[0] if name else found[1])))
    return tuple(meant)


def _is_meant(quoted: str, at: int, *, in_formula: bool) -> bool:
    before, sign, after = quoted[at - 1], quoted[at + 1], quoted[at + 2 : at + 5]
    letter = after[:1].isalpha() and after[:1].isascii()
    if sign == '"':
        accent = re.match(r"[aeiouyAEIOUY]|\{[A-Za-z]\}", after)
        return accent is not None and (before.isalpha() or before == "{" or accent[0][0] == "{")
    if sign == "_":
        return before.isalpha() and (letter or after[:1].isdigit())
    if sign in _NEVER_MEANT:
        return letter or (after[:1] == "{" and sign in "bv")
    if after[:1] == "{" and sign in "rt":
        return True
    name = _NAME.match(quoted, at + 1)
    known = name is not None and (name[0] in _COMMANDS or _TEXT.fullmatch(name[0]) is not None)
    return known or (in_formula and (letter or sign in "LNP"))
