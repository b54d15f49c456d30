r"""Private macros: expansion with arguments and limits, and definitions inside a text."""

import time
from itertools import pairwise

import pytest

from booklet.model.rich_text import plain
from booklet.reading.macros import expand, take_definitions
from booklet.reading.markdown import markdown_blocks, markdown_line
from booklet.reading.remark import Remark

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
    assert time.process_time() - begun < 1


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
    assert take_definitions(text) == (rest, macros)


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
    assert line[0].formula == "\\self"
    assert [remark.code.name for remark in said] == ["T007", "T007", "T004"]
