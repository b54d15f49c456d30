"""The contents of a page → what each of its marked-content sequences says, and what is wrong with them.

Contents are taken apart where marks begin and end, as `typesetting/page_canvas.py` writes them: that has a line of its own,
an operator that paints ends its line, and strings hold no line ends. Text is what a reader gets: ActualText where there is
one, else what ToUnicode makes of the codes (ISO 32000-1, 14.6, 14.9.4 and 9.10).
"""

import re
import struct
from codecs import utf_16_be_decode
from collections.abc import Iterable, Mapping

_MARKS = re.compile(
    rb"\n(?:(EMC|/Artifact BMC|/ReversedChars BMC)"
    rb"|/[A-Za-z0-9]+ ?<<(?:/MCID (\d+)(?:/ActualText<FEFF([0-9A-F]*)>)?>>|.*)BDC)$",
    re.MULTILINE,
)
_PAINTS = re.compile(rb"(?:T[Jj]| Do(?: Q)?|(?:^| )(?:[fFBbSs]\*?|sh))$", re.MULTILINE)
# Between two strings in one font: a shift, or the end of a line of text up to the next.
_BETWEEN = re.compile(rb"\)(?:[-0-9.]+|\]TJ[^\[/()]*\[)\(")
_ONE_STRING = re.compile(rb"(?:\n/([A-Za-z0-9-]+) [0-9.]+ Tf[^\n]*)?\n\[\(([^\n]*)\)\]TJ\Z")
_FONT = re.compile(rb"/([A-Za-z0-9-]+) [0-9.]+ Tf")
# A line with a state of its own, as formulas are drawn, which say what their mark says.
_OWN_STATE = re.compile(rb"\nq [^\n]*")
_ROWS = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]*)>")
_SURROGATES = range(0xD800, 0xE000)

# What a code says that no font explains: no character (Unicode, 23.7).
NOTHING = "\uffff"


class CodeTexts(dict[int, str]):
    """What the codes of a font say."""

    def __init__(self, rows: Iterable[tuple[int, str]] = ()) -> None:
        super().__init__(rows)
        self._as_characters = not any(code in _SURROGATES for code in self)

    def __missing__(self, code: int) -> str:
        return NOTHING

    def each(self, string: bytes) -> list[str]:
        """What each code of a string says."""
        return list(map(self.__getitem__, struct.unpack(f">{len(string) // 2}H", string)))

    def text(self, string: bytes) -> str:
        """What a string says. Codes are taken for characters, which are translated faster than numbers are looked up."""
        if self._as_characters:
            return utf_16_be_decode(string, "surrogatepass")[0].translate(self)
        return "".join(self.each(string))


_NO_FONT = CodeTexts()


def code_texts(to_unicode: bytes) -> CodeTexts:
    """The texts of codes in a ToUnicode CMap."""
    rows = _ROWS.findall(to_unicode)
    return CodeTexts((int(code, 16), bytes.fromhex(text.decode()).decode("utf-16-be")) for code, text in rows)


class MarkedText:
    """What the marks of one page say, by MCID, and sentences on its faults. `fonts` are the code texts by resource name."""

    def __init__(self, content: bytes, fonts: Mapping[bytes, CodeTexts]) -> None:
        self.texts: dict[int, str] = {}
        self.faults: list[str] = []
        self._fonts = fonts
        self._font = _NO_FONT
        self._mark: int | None = None  # open, with -1 for an artifact
        self._spoken = False  # whether the open mark has its own text
        self._backwards = False  # whether letters stand in the order in which they are seen (14.8.2.3.3)
        first, *rest = _MARKS.split(b"\n" + content)
        self._draw(first)
        for sign, mark, actual, drawn in zip(rest[::4], rest[1::4], rest[2::4], rest[3::4], strict=True):
            if sign == b"EMC":
                self._end()
            elif mark:
                self._begin(int(mark), actual)
            else:
                self._begin_without_number(sign)
            if drawn:
                self._draw(drawn)
        if self._mark is not None or self._backwards:
            self.faults.append("a marked-content sequence is not closed")

    def _begin_without_number(self, sign: bytes | None) -> None:
        if sign is None:
            self.faults.append("a marked-content sequence has no number")
        elif sign == b"/Artifact BMC":
            self._open(-1)
        else:
            if self._mark is not None or self._backwards:
                self.faults.append("marked-content sequences are nested")
            self._backwards = True

    def _open(self, mark: int) -> None:
        if self._mark is not None:
            self.faults.append("marked-content sequences are nested")
        self._mark, self._spoken = mark, False

    def _end(self) -> None:
        if self._mark is not None:
            self._mark = None
        elif self._backwards:
            self._backwards = False
        else:
            self.faults.append("a marked-content sequence ends that never began")

    def _begin(self, mark: int, actual: bytes | None) -> None:
        self._open(mark)
        if mark in self.texts:
            self.faults.append(f"marked-content sequence {mark} is there twice")
        self._spoken = actual is not None
        self.texts[mark] = "" if actual is None else bytes.fromhex(actual.decode()).decode("utf-16-be")

    def _draw(self, drawn: bytes) -> None:
        """Take down what is said between two signs, or judge it where no mark is open."""
        mark = self._mark
        if mark is None and _PAINTS.search(drawn):
            self.faults.append("something is drawn outside of all marked content")
        if mark is None or mark < 0 or self._spoken:
            if b" Tf" in drawn:
                self._strings(drawn)
            return
        said = self._said_backwards(drawn) if self._backwards else self._said(drawn)
        if NOTHING in said:
            self.faults.append("a glyph says nothing")
        self.texts[mark] += said

    def _said(self, drawn: bytes) -> str:
        return "".join([font.text(string) for font, string in self._strings(drawn)])

    def _said_backwards(self, drawn: bytes) -> str:
        """The same where every line begins with what is read last."""
        said: list[str] = []
        for line in drawn.split(b"\n"):
            said += reversed([text for font, string in self._strings(line) for text in font.each(string)])
        return "".join(said)

    def _strings(self, drawn: bytes) -> list[tuple[CodeTexts, bytes]]:
        """The strings of some lines, each with its font. A parenthesis within a string is escaped; one that is not begins
        or ends it."""
        if b"\nq " in drawn:
            drawn = _OWN_STATE.sub(b"", drawn)
        before, *begun = _BETWEEN.sub(b"", drawn).split(b"[(")
        self._choose_font(before)
        strings = []
        for one in begun:
            string, _, after = one.rpartition(b")]TJ")
            strings.append((self._font, _unescaped(string) if b"\\" in string else string))
            if after:
                self._choose_font(after)
        return strings

    def _choose_font(self, operators: bytes) -> None:
        if b" Tf" in operators:
            self._font = self._fonts.get(_FONT.findall(operators)[-1], _NO_FONT)


def _unescaped(string: bytes) -> bytes:
    """The octets of a literal string (7.3.4.2)."""
    parts = [part.replace(b"\\r", b"\r").replace(b"\\n", b"\n") for part in string.split(b"\\\\")]
    return b"\\".join([part.translate(None, b"\\") for part in parts])
