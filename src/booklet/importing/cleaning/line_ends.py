r"""Text in which a program left "\n" as two characters into text with line ends; commands of LaTeX stay."""

import re

from booklet.importing.cleaning.mathematics import DEFINITION
from booklet.reading.formulas import HELD, hold

_SURE = re.compile(
    r"(?<!\\)((?:\\\\)*)(?:\\r\\n|\\n(?!(?:Rightarrow|Leftarrow|Leftrightarrow|Vdash|VDash)(?![A-Za-z])|[a-z]))"
)
_COMMANDS = (
    "abla|ameref|atural|atop|cong|e|earrow|eg|eq|ewcommand|ewcount|ewenvironment|ewline|ewpage|ewtheorem|exists|geq|geqslant|gtr|i|"
    "icefrac|leftarrow|leq|leqslant|less|mid|obreak|ocite|oindent|olimits|olinkurl|onumber|opagebreak|orm|ormalfont|ormalsize|"
    "ot|otag|otin|parallel|prec|rightarrow|shortmid|sim|subset|subseteq|succ|supset|supseteq|u|ull|um|umberwithin|warrow"
)
_LIKELY = re.compile(rf"(?<!\\)\\n(?=[a-z])(?!(?:{_COMMANDS})(?![A-Za-z])|[a-z]*[{{_^\\])")


def with_line_ends(text: str, *, latex: bool) -> str:
    r"""The text with a line end for each "\n" of a program. In LaTeX, and where others are sure, also before small letters
    where no command is known, outside of formulas ("\nwe", but not "\nu"); elsewhere only where the text has no other line
    ends, which an example of a program would have."""
    if "\\n" not in text or ("\n" in text and not latex):
        return text
    text, sure = _SURE.subn("\\1\n", text)
    return _outside_formulas(text) if (latex or sure > 1) and _LIKELY.search(text) else text


def _outside_formulas(text: str) -> str:
    """`hold` would take definitions out, which stay here: such a text is left alone."""
    if DEFINITION.search(text):
        return text
    held = hold(text, {}, [])
    return HELD.sub(lambda found: held.piece(found[0]).text, _LIKELY.sub("\n", held.text))
