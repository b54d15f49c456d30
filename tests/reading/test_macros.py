r"""Private macros: expansion with arguments and limits, and definitions inside a text."""

import time
from itertools import pairwise

import pytest

from booklet.model.rich_text import plain
from booklet.place import Place
from booklet.reading.macros import endless, expand, take_definitions
from booklet.reading.markdown import markdown_blocks, markdown_line
from booklet.reading.remark import Remark, remark_findings

MACROS = {
    "\\eps": "\\varepsilon",
    "\\norm": "\\lVert#1\\rVert",
    "\\pair": "\\langle #2, #1 \\rangle",
    "\\deep": "\\norm{\\eps #1}",
    "\\self": "x \\self",
    "\\twice": "\\double\\double",
    "\\double": "\\twice",
}


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        ("x_\\eps + \\epsilon", "x_\\varepsilon + \\epsilon"),
        ("\\norm{a_{1}}b", "\\lVert a_{1}\\rVert b"),
        ("\\norm x", "\\lVert x\\rVert"),
        ("\\norm\\eps", "\\lVert\\varepsilon\\rVert"),
        ("\\pair12", "\\langle 2, 1 \\rangle"),
        ("\\deep{\\deep z}", "\\lVert\\varepsilon \\lVert\\varepsilon z\\rVert\\rVert"),
        ("\\eps{}x", "\\varepsilon x"),
        ("\\norm", "\\norm"),
        ("\\norm{a", "\\norm{a"),
        ("\\\\eps", "\\\\eps"),
        ("\\norm{\\}}", "\\lVert\\}\\rVert"),
        ("no command", "no command"),
        ("a \\self", None),
        ("\\twice", None),
    ],
)
def test_expand(tex: str, expected: str | None) -> None:
    assert expand(tex, MACROS) == expected


def test_growth_is_limited() -> None:
    names = "abcdefghijklmnopqrst"
    growing = {f"\\{one}": f"\\{following}" * 2 for one, following in pairwise(names)}
    begun = time.process_time()
    assert expand("\\a" * 100, growing | {"\\t": ""}) is None
    assert expand("\\a", {"\\a": "x" * 20_001}) is None
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    ("text", "rest", "macros"),
    [
        ("\\newcommand{\\eps}{\\varepsilon} x", " x", {"\\eps": "\\varepsilon"}),
        ("\\renewcommand\\n[1]{a{#1}}x", "x", {"\\n": "a{#1}"}),
        ("\\def\\x#1#2{b}x", "x", {"\\x": "b"}),
        ("\\DeclareMathOperator*{\\am}{arg\\,min}", "", {"\\am": "\\operatorname*{arg\\,min}"}),
        ("\\DeclareMathOperator\\tr{tr}", "", {"\\tr": "\\operatorname{tr}"}),
        ("\\newcommand{\\q}[2][x]{y}", "\\newcommand{\\q}[2][x]{y}", {}),
        ("\\newcommand{\\q}{y", "\\newcommand{\\q}{y", {}),
        ("\\define \\default", "\\define \\default", {}),
    ],
)
def test_definitions(text: str, rest: str, macros: dict[str, str]) -> None:
    left, taken = take_definitions(text)
    assert (left.replace(" ", ""), taken) == (rest.replace(" ", ""), macros)
    assert len(left) == len(text)


def test_macros_in_text_and_formulas() -> None:
    (block,) = markdown_blocks(
        "\\newcommand{\\us}{\\emph{Ours}}\\us{} has $\\eps$ and \\eps$_1$", "en", {"\\eps": "$e$"}
    )
    assert [(span.text, span.formula) for span in block.spans] == [
        ("Ours", ""),
        (" has ", ""),
        ("$\\eps$", "$e$"),
        (" and ", ""),
        ("$e$", "e"),
        ("$_1$", "_1"),
    ]
    assert block.spans[0].emphasis


def test_what_expands_without_end_stays_and_is_named() -> None:
    said: list[Remark] = []
    line = markdown_line("$\\self$ and \\self", "en", MACROS, said)
    assert plain(line) == "$\\self$ and \\self"
    assert [span.formula for span in line] == [""]
    assert [(remark.code.name, remark.words, remark.at) for remark in said] == [
        ("T007", "\\self", 1),
        ("T007", "\\self", 12),
        ("T004", "\\self", 12),
    ]
    (finding,) = remark_findings(said, lambda at, length: Place("f", 1, at + 1, at + 1 + length))
    assert (finding.message, finding.place) == (
        '"\\self" expands without end or to too much; it is left as it is',
        Place("f", 1, 2, 7),
    )
    assert finding.hint == 'the macro "\\self" uses itself; take it out of its own definition'


@pytest.mark.parametrize(
    ("macros", "expected"),
    [
        ({"\\a": "\\b", "\\b": "x\\b", "\\c": "y"}, {"\\a": "\\b", "\\b": "\\b"}),
        ({"\\a": "\\b\\c", "\\b": "\\c", "\\c": "1"}, {}),
        ({"\\a": "\\b", "\\b": "\\c", "\\c": "\\a"}, {"\\a": "\\a", "\\b": "\\a", "\\c": "\\a"}),
    ],
)
def test_macros_without_end(macros: dict[str, str], expected: dict[str, str]) -> None:
    assert endless(macros) == expected


def test_all_macros_of_a_text_share_one_limit() -> None:
    said: list[Remark] = []
    begun = time.process_time()
    line = markdown_line("$\\x$ \\x " * 1000, "en", {"\\x": "y" * 500}, said)
    assert len(plain(line)) < 30_000
    assert time.process_time() - begun < 10
    (finding,) = remark_findings(said, lambda at, length: Place("f"))
    assert (finding.code.name, "20000 characters" in str(finding.hint)) == ("T007", True)


def test_what_a_macro_wrote_is_named_by_the_macro_that_stands_there() -> None:
    said: list[Remark] = []
    markdown_line("a \\norm{x} b \\foo", "en", MACROS, said)
    assert [(remark.code.name, remark.words, remark.at) for remark in said] == [
        ("T004", "\\norm", 2),
        ("T004", "\\norm", 2),
        ("T004", "\\foo", 13),
    ]
