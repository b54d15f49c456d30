"""Characters in are characters out: of any text, whatever markup it holds, all that is visible comes out, in order.

The oracle knows nothing of the parser. A text is put together of pieces, each with what of it must be seen however it is
read: all letters of plain text; of markup only what is surely content (of `\\emph{` nothing, of `\\cite{key}` the key). What
comes out must hold all that, in order, and nothing that the text does not have; `letters` takes away what typography may
change: blanks, quotes, dashes, marks of emphasis, accents.
"""

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from booklet.finding import Finding
from booklet.model.rich_text import RichText, plain
from booklet.place import Place
from booklet.reading.clean_text import _DAMAGED, clean
from booklet.reading.fields import marked_blocks, marked_text, plain_text

PAYLOADS = Path(__file__).parents[3] / "shared" / "adversarial" / "text" / "payloads.json"

# Markup, and what of it is seen in any case.
MARKUP = [
    ("\\ab1", "ab1"), ("\\'", ""), ('\\"', ""), ("\\^", ""), ("\\c ", ""), ("\\ss{}", "ss"), ("\\t{oo}", "oo"), ("\\d+", "d"),
    ("\\emph{", ""), ("\\textbf{", ""), ("\\textsuperscript{", ""), ("{\\em ", ""), ("}", ""), ("{", ""),
    ("\\footnote{", ""), ("\\cite{key,two}", "keytwo"), ("\\ref{fig:a}", "fig:a"),
    ("\\url{https://e.org/u}", "https://e.org/u"), ("\\href{https://e.org}{words}", "words"),
    ("\\foo{arg}", "\\foo{arg}"), ("\\'e", "e"), ('\\"{o}', "o"), ("\\c{c}", "c"), ("\\o ", "o"), ("\\%", "%"),
    ("\\\\", ""), ("\\\\ ", ""), ("\\par ", ""), ("\\n", ""), ("``", ""), ("''", ""), ("~", ""),
    ("\\begin{itemize}", ""), ("\\item ", ""), ("\\end{itemize}", ""), ("\\begin{enumerate}", ""),
    ("\\end{enumerate}", ""), ("\\begin{align}x&=y\\end{align}", "x=y"), ("$a_1$", "a1"), ("$$b^2$$", "b2"),
    ("\\(c\\)", "c"), ("\\[d\\]", "d"), ("$", ""), ("<b>", ""), ("</b>", ""), ("<i>", ""), ("</i>", ""), ("<sup>", ""),
    ("</sup>", ""), ("<br>", ""), ("<p>", ""), ("</p>", ""), ("<ul>", ""), ("<li>", ""), ("</li>", ""), ("</ul>", ""),
    ("<ol>", ""), ("</ol>", ""), ('<a href="https://e.org">', ""), ("</a>", ""),
    ("<https://e.org/v>", "https://e.org/v"), ("<script>", "script"), ("<x y>", "xy"), ("&lt;", ""), ("&amp;", ""),
    ("&eacute;", ""), ("&foo;", "&foo;"), ("&#0;", "&#0;"), ("*", ""), ("**", ""), ("_", ""), ("^2^", "2"),
    ("~2~", "2"), ("[w](https://e.org)", "w"), ("[w](javascript:x)", "[w](javascript:x)"), ("![p](q)", "![p](q)"),
    ("- ", ""), ("1. ", "1"), ("C:\\temp\\new", "C:\\temp\\new"), ("\n", ""), ("\n\n", ""), (" ", ""), ("-", ""),
    ("trans-\nfer", "transfer"), ("p<0.05", "p<0.05"), ("\uf061", "α"), ("\ufb01", "fi"), ("\u202e", ""),
    ("\ue000", ""), ("\U000f0000", ""), ("\ud800", ""), ("\uff21", "A"),
]  # fmt: skip
# No backslashes: "\\n" is a line end, which the list above has.
PLAIN = st.text(st.characters(codec=None, exclude_characters="\\"), max_size=8) | st.text(alphabet="ab1 .Z", max_size=6)
PIECES = st.lists(st.sampled_from(MARKUP) | PLAIN.map(lambda text: (text, text)), max_size=12)

# What typography and markup may take away or put in: never letters, digits or signs of mathematics.
_MAY_GO = re.compile(r"[\s\u00ad*_~^$\\{}\[\]()<>&;/|'\"`–—\-−“”„‘’‚′″•·…,.:#!%=]")
# Letters and signs as the commands of LaTeX are called that stand for them.
_SPELLED = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "ȷ": "j", "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe",
     "Œ": "OE", "å": "aa", "Å": "AA", "ð": "dh", "Ð": "DH", "þ": "th", "Þ": "TH", "đ": "dj", "Đ": "DJ", "ŋ": "ng",
     "Ŋ": "NG", "§": "S", "¶": "P"}
)  # fmt: skip


def letters(text: str) -> str:
    """What must come through: the text without blanks and marks, and letters without their accents."""
    text = unicodedata.normalize("NFKD", _MAY_GO.sub("", clean(text).text).translate(_SPELLED))
    return "".join(c for c in _MAY_GO.sub("", text) if unicodedata.category(c)[0] not in "MZC")


def printed(blocks: RichText) -> str:
    return " ".join(block.marker + " " + plain(block.spans) for block in blocks)


def missing(wanted: str, text: str) -> str:
    """The rest of `wanted` from the first character on that does not follow in `text`."""
    rest = iter(text)
    for index, character in enumerate(wanted):
        if character not in rest:
            return wanted[index:]
    return ""


def read(text: str) -> tuple[RichText, list[Finding]]:
    findings: list[Finding] = []
    return marked_blocks(text, Place("f.md"), "en", findings).blocks, findings


@given(PIECES)
@example([("\\emph{", ""), ("a", "a"), ("\\begin{itemize}", ""), ("b", "b"), ("}", "")])
@example([("\\\\", ""), ("S", "S")])
@example([("<ul>", ""), ("a", "a"), ("<li>", ""), ("b", "b"), ("</ul>", "")])
def test_what_is_visible_comes_out_in_order(pieces: list[tuple[str, str]]) -> None:
    text = "".join(source for source, _ in pieces)
    blocks, _ = read(text)
    seen = letters("".join(visible for _, visible in pieces))
    assert missing(seen, letters(printed(blocks))) == ""


@given(PIECES)
def test_nothing_is_invented(pieces: list[tuple[str, str]]) -> None:
    """Beyond the letters of the source come only markers of numbered items, characters of entities, and what is cleaned."""
    text = "".join(source for source, _ in pieces)
    blocks, _ = read(text)
    known = letters(text + "".join(visible for _, visible in pieces)) + "e" * text.count("&eacute;")
    known += "".join(letters(block.marker) for block in blocks)
    assert not Counter(letters(printed(blocks))) - Counter(known)


@given(st.text(st.characters(codec=None)))
@example("Î\x80")
def test_what_cleaning_leaves_out_is_named(text: str) -> None:
    cleaned = clean(text)
    findings = read(text)[1]
    codes = {finding.code.name for finding in findings}
    # Half of a letter that was decoded wrongly is named with its other half, by T002.
    halves = {at for damage in _DAMAGED.finditer(text) for at in range(damage.start(), damage.end())}
    assert not cleaned.dropped or codes & {"T001", "T002", "T005"}
    assert set(cleaned.offsets) <= halves or codes & {"T001", "T005"}
    gone = Counter(letters(text)) - Counter(letters(cleaned.text))
    assert not gone


@given(PIECES)
def test_findings_are_single_lines_at_places_of_the_text(pieces: list[tuple[str, str]]) -> None:
    text = "".join(source for source, _ in pieces)
    for finding in read(text)[1]:
        assert finding.place is not None
        assert 1 <= finding.place.line <= text.count("\n") + 1
        assert "\n" not in finding.message + (finding.hint or "")


@given(PIECES)
def test_titles_and_names_keep_their_characters(pieces: list[tuple[str, str]]) -> None:
    text = "".join(source for source, _ in pieces)
    seen = letters("".join(visible for _, visible in pieces))
    assert missing(seen, letters(plain(marked_text(text, Place("f"), "en", [])))) == ""
    assert missing(seen, letters(plain_text(text, Place("f"), "en", []))) == ""


def test_the_oracle_can_fail() -> None:
    assert missing("abc", "a-b") == "c"
    assert missing("ab", "ba") == "b"
    assert letters("Ø\\'é “x” – ﬁ") == "Oexfi"
    assert letters("a\u202eb") == "ab"


UNDERSTOOD = {"unbalanced", "ampersand", "md-html", "json-ld"}


@pytest.mark.skipif(not PAYLOADS.is_file(), reason="../shared/adversarial is not here")
def test_hostile_texts_stay_visible() -> None:
    for row in json.loads(PAYLOADS.read_text(encoding="utf-8")):
        blocks, findings = read(row["text"])
        if row["must"].startswith("every visible character") and row["id"] not in UNDERSTOOD:
            assert letters(printed(blocks)) == letters(row["text"]), row["id"]
        if "warning" in row["must"] and "glyph" not in row["id"]:
            assert {"T001", "T005"} & {finding.code.name for finding in findings}, row["id"]
