"""The contents of a page → what each of its marked-content sequences says, and what is wrong with them.

Contents are read line by line, as `typesetting/page_canvas.py` writes them: an operator that paints or marks ends its line,
and strings hold no line ends. Text is what a reader gets: ActualText where there is one, else what ToUnicode makes of the
codes (ISO 32000-1, 14.6, 14.9.4 and 9.10).
"""

import re
import struct

from booklet.expression import expression

_MARK = re.compile(rb"/[A-Za-z0-9]+<</MCID (\d+)(?:/ActualText<FEFF([0-9A-F]*)>)?>>BDC\Z")
_PIECES = re.compile(rb"\(((?:[^\\()]|\\.)*)\)|/([A-Za-z0-9-]+) [0-9.]+ Tf", re.DOTALL)
_BETWEEN = re.compile(rb"\)-?[0-9.]+\(")
_ESCAPED = expression(rb"\\(.)", re.DOTALL)
_PAINTS = frozenset((b"f", b"f*", b"F", b"F*", b"B", b"B*", b"b", b"b*", b"S", b"S*", b"s", b"s*", b"sh"))
_SHOWS = (b"Tj", b" Do", b" Do Q")
_ROWS = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]*)>")
_LINE_ENDS = {b"r": b"\r", b"n": b"\n"}
_ESCAPES = ((b"\\(", b"("), (b"\\)", b")"), (b"\\r", b"\r"), (b"\\n", b"\n"))

# What a code says that no font explains: no character (Unicode, 23.7).
NOTHING = "\uffff"


class CodeTexts(dict[int, str]):
    """What the codes of a font say."""

    def __missing__(self, code: int) -> str:
        return NOTHING


_NO_FONT = CodeTexts()


def code_texts(to_unicode: bytes) -> CodeTexts:
    """The texts of codes in a ToUnicode CMap."""
    rows = _ROWS.findall(to_unicode)
    return CodeTexts((int(code, 16), bytes.fromhex(text.decode()).decode("utf-16-be")) for code, text in rows)


class MarkedText:
    """What the marks of one page say, by MCID, and sentences on its faults. `fonts` are the code texts by resource name."""

    def __init__(self, content: bytes, fonts: dict[str, CodeTexts]) -> None:
        self.texts: dict[int, str] = {}
        self.faults: list[str] = []
        self._fonts = fonts
        self._font = _NO_FONT
        self._mark: int | None = None  # open, with -1 for an artifact
        self._spoken = False  # whether the open mark has its own text
        self._backwards = False  # whether letters stand in the order in which they are seen (14.8.2.3.3)
        for line in content.split(b"\n"):
            self._read(line)
        if self._mark is not None or self._backwards:
            self.faults.append("a marked-content sequence is not closed")

    def _read(self, line: bytes) -> None:
        if line.endswith(b"TJ"):
            self._paint()
            self._show(line)
        elif line == b"EMC":
            self._end()
        elif line == b"/Artifact BMC":
            self._open(-1)
        elif line == b"/ReversedChars BMC":
            self._open_backwards()
        elif line.endswith(b"BDC"):
            self._begin(line)
        elif line.rpartition(b" ")[2] in _PAINTS or line.endswith(_SHOWS):
            self._paint()
        elif line.startswith(b"/") and b" Tf " in line:
            self._show(line)

    def _paint(self) -> None:
        if self._mark is None:
            self.faults.append("something is drawn outside of all marked content")

    def _open(self, mark: int) -> None:
        if self._mark is not None:
            self.faults.append("marked-content sequences are nested")
        self._mark, self._spoken = mark, False

    def _open_backwards(self) -> None:
        if self._mark is not None or self._backwards:
            self.faults.append("marked-content sequences are nested")
        self._backwards = True

    def _end(self) -> None:
        if self._mark is not None:
            self._mark = None
        elif self._backwards:
            self._backwards = False
        else:
            self.faults.append("a marked-content sequence ends that never began")

    def _begin(self, line: bytes) -> None:
        found = _MARK.match(line)
        if found is None:
            self.faults.append("a marked-content sequence has no number")
            return
        mark = int(found[1])
        self._open(mark)
        if mark in self.texts:
            self.faults.append(f"marked-content sequence {mark} is there twice")
        self._spoken = found[2] is not None
        self.texts[mark] = bytes.fromhex(found[2].decode()).decode("utf-16-be") if self._spoken else ""

    def _show(self, line: bytes) -> None:
        """Follow the fonts of a line, and take down what it says."""
        said: list[str] = []
        if line.startswith(b"[(") and line.find(b"]TJ") == len(line) - 3:  # one array: nearly always
            said = self._decoded(_BETWEEN.sub(b"", line[2:-4]))
        else:
            for string, font in _PIECES.findall(line):
                if font:
                    self._font = self._fonts.get(font.decode(), _NO_FONT)
                else:
                    said += self._decoded(string)
        if self._mark is None or self._mark < 0 or self._spoken:
            return
        if NOTHING in said:
            self.faults.append("a glyph says nothing")
        self.texts[self._mark] += "".join(reversed(said) if self._backwards else said)

    def _decoded(self, string: bytes) -> list[str]:
        """What each code of a string says."""
        if b"\\" in string:
            string = _unescaped(string)
        return list(map(self._font.__getitem__, struct.unpack(f">{len(string) // 2}H", string)))


def _unescaped(string: bytes) -> bytes:
    """The octets of a literal string (7.3.4.2)."""
    if b"\\\\" not in string:  # nearly always
        plain = string
        for escape, octet in _ESCAPES:
            plain = plain.replace(escape, octet)
        if b"\\" not in plain:
            return plain
    return _ESCAPED.sub(lambda found: _LINE_ENDS.get(found[1], found[1]), string)
