"""Text with a little Markdown into spans and blocks; everything else stays what it is."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.model.rich_text import Block, Line, Span, plain
from booklet.reading.clean_text import clean
from booklet.reading.markdown import markdown_blocks, markdown_line


def line(text: str) -> Line:
    return markdown_line(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "2*3*4",
        "1986. A great year",
        "p<0.05",
        "+ 5% gain",
        "10^-3",
        "T_2m",
        "~5 km and ~10 m",
        "$5 million and $6 million",
        "costs $5, not 6$",
        "[1]: Smith",
        "snake_case_name",
        "__init__ and .__class__}",
        "x^2+y^2 and 10^5-10^6",
        "a < b > c",
        "<details>open</details>",
        "&foo; &#0; AT&T",
        "# Introduction",
        "> quoted",
        "- 5% loss",
        "* one star",
        "**bold**text",
        "`code`",
        "C:\\new \\alpha",
        "[x](javascript:alert(1))",
        "[x](file:///etc/hostname)",
        "[x](data:text/html,x)",
        "![alt](https://example.org/x.png)",
        "![alt](/etc/hostname)",
        "{{7*7}} ${7*7} %(x)s {0.__class__} #{x}",
        "f(x)[1](2)",
        "*",
        "**",
        "a ^ b ^ c ~ d ~",
        "$ 5 $",
        "$$",
        "\\",
    ],
)
def test_what_stays_as_it_is(text: str) -> None:
    assert line(text) == (Span(text),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a*", (Span("a", emphasis=True),)),
        ("_a_ b", (Span("a", emphasis=True), Span(" b"))),
        ("**a**", (Span("a", strong=True),)),
        ("***a***", (Span("a", emphasis=True, strong=True),)),
        ("*Nature*'s", (Span("Nature", emphasis=True), Span("’s"))),
        ("H~2~O", (Span("H"), Span("2", script=-1), Span("O"))),
        ("m^2^, s^-1^.", (Span("m"), Span("2", script=1), Span(", s"), Span("-1", script=1), Span("."))),
        ("Ca^2+^", (Span("Ca"), Span("2+", script=1))),
        (
            "[a *b*](https://e.org/x)",
            (Span("a ", link="https://e.org/x"), Span("b", emphasis=True, link="https://e.org/x")),
        ),
        ("[y](https://e.org/a_(b))", (Span("y", link="https://e.org/a_(b)"),)),
        ("[w](mailto:a@b.org)", (Span("w", link="mailto:a@b.org"),)),
        ("[d](doi:10.1000/x)", (Span("d", link="https://doi.org/10.1000/x"),)),
        (
            "see https://e.org/a_b_c.",
            (Span("see "), Span("https://e.org/a_b_c", link="https://e.org/a_b_c"), Span(".")),
        ),
        ("(http://e.org)", (Span("("), Span("http://e.org", link="http://e.org"), Span(")"))),
        ("doi:10.1000/182,", (Span("doi:10.1000/182", link="https://doi.org/10.1000/182"), Span(","))),
        ("https://ü.org/ä", (Span("https://ü.org/ä", link="https://xn--tda.org/%C3%A4"),)),
        ("$x_1^2$ is", (Span("$x_1^2$", formula="x_1^2"), Span(" is"))),
        ("$$a*b*c$$", (Span("$$a*b*c$$", formula="a*b*c"),)),
        ("\\(x'\\) and", (Span("\\(x'\\)", formula="x'"), Span(" and"))),
        ("\\[1\\] and \\[x=y\\]", (Span("[1] and "), Span("\\[x=y\\]", formula="x=y"))),
        ("$a$ costs $5", (Span("$a$", formula="a"), Span(" costs $5"))),
        ("\\*a\\* \\$5", (Span("*a* $5"),)),
        ('"*q*"', (Span("“"), Span("q", emphasis=True), Span("”"))),
        ("two\nlines", (Span("two lines"),)),
        ("", ()),
        (" \t ", ()),
    ],
)
def test_markup(text: str, expected: Line) -> None:
    assert line(clean(text).text) == expected


def test_signs_do_not_touch_formulas_and_addresses() -> None:
    spans = line("$f'$ - \"https://e.org/a--b'\"")
    assert [span.text for span in spans] == ["$f'$", " – “", "https://e.org/a--b", "’”"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\n\n\n c", [("paragraph", "", 0, "a b"), ("paragraph", "", 0, "c")]),
        ("    four blanks", [("paragraph", "", 0, "four blanks")]),
        ("- a\n- b", [("item", "•", 0, "a"), ("item", "•", 0, "b")]),
        ("- a\n  more\n- b", [("item", "•", 0, "a more"), ("item", "•", 0, "b")]),
        ("* a\n\n* b", [("item", "•", 0, "a"), ("item", "•", 0, "b")]),
        ("1. a\n2. b", [("item", "1.", 0, "a"), ("item", "2.", 0, "b")]),
        ("We show:\n- a\n- b", [("paragraph", "", 0, "We show:"), ("item", "•", 0, "a"), ("item", "•", 0, "b")]),
        (
            "1. a\n   - b\n   - c\n2. d",
            [("item", "1.", 0, "a"), ("item", "•", 1, "b"), ("item", "•", 1, "c"), ("item", "2.", 0, "d")],
        ),
        ("1986. A\n1987. B", [("paragraph", "", 0, "1986. A 1987. B")]),
        ("2. a\n3. b", [("paragraph", "", 0, "2. a 3. b")]),
        ("- one only", [("paragraph", "", 0, "- one only")]),
        ("- a\nnot indented\n- b", [("paragraph", "", 0, "- a not indented – b")]),
        ("Title\n---", [("paragraph", "", 0, "Title ---")]),
        ("a\n    b", [("paragraph", "", 0, "a b")]),
        ("01. a\n02. b", [("paragraph", "", 0, "01. a 02. b")]),
        ("", []),
        ("\n\n", []),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, str, int, str]]) -> None:
    blocks = markdown_blocks(text, "en")
    assert [(block.kind, block.marker, block.depth, plain(block.spans)) for block in blocks] == expected


HOSTILE = [
    "(", "****", "$$$$", "$a ", "<", "\\\\", "\\", "{", "[", "\\'{", "*a _", "**a *", "~1", "^a^", "a_b*", "[a](b",
    "http://", "https://e.org/(", "> ", "'a ", "*\"a* ", "\u0301", "- a\n", "<ul>", "<ul><li>", "</ol>", "<b>",
    "<b></i>", "<a x=1 ", "<br>", "&amp;", "\\emph{", "\\cite[", "\\footnote{x}", "{\\em ", "\\[", "\\(", "\\ce{{",
    "\\begin{align}", "\\item[", "``a", "`a' ", "\\href{https://e.org/}{", "\\begin{itemize}\\item ",
    "\\newcommand{\\a}{\\a\\a}", "\\n", "C:\\a", "trans-\n", "a- b", "a~b",
]  # fmt: skip


@pytest.mark.parametrize("pattern", HOSTILE)
def test_no_text_takes_long(pattern: str) -> None:
    text = pattern * (100_000 // len(pattern))
    begun = time.process_time()
    markdown_blocks(clean(text).text, "en")
    # A guard against what grows with the square (minutes), not a measurement: machines differ and are shared.
    assert time.process_time() - begun < 20


@given(st.text())
def test_any_text_gives_blocks(text: str) -> None:
    blocks = markdown_blocks(clean(text).text, "en")
    assert all(isinstance(block, Block) and block.spans for block in blocks)
    assert all(
        span.link is None or re.match(r"https?://|mailto:", span.link) for block in blocks for span in block.spans
    )
    assert all("\n" not in span.text for block in blocks for span in block.spans)
