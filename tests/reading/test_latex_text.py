r"""LaTeX outside of formulas: letters, commands, lists, line ends; what is not surely LaTeX stays."""

import pytest

from booklet.model.rich_text import Span, plain
from booklet.place import Place
from booklet.reading.fields import plain_text
from booklet.reading.markdown import markdown_blocks, markdown_line
from booklet.reading.remark import Remark


def printed(text: str) -> str:
    return plain(markdown_line(text, "en"))


def remarks(text: str) -> list[tuple[str, str]]:
    said: list[Remark] = []
    markdown_blocks(text, "en", {}, said)
    return [(remark.code.name, remark.words) for remark in said]


LETTERS = [
    (r"Garc\'ia", "García"),
    (r"M\"uller, M\"{u}ller, M{\"u}ller, M{\"{u}}ller", "Müller, Müller, Müller, Müller"),
    (r"\c{C}elik, \v{S}im\'an, Ko\v s", "Çelik, Šimán, Koš"),
    (r"Er\H{o}s, Sm\=a, \.Zak, \u{g}, \k{a}, \r{u}, \d{s}, \b{d}", "Erős, Smā, Żak, ğ, ą, ů, ṣ, ḏ"),
    (r"na\"{\i}ve, \^{\j}, \'{\i}", "naïve, ĵ, í"),
    (r"{\O}rsted, \o{} x, \L{}\'od\'z, stra\ss e", "Ørsted, ø x, Łódź, straße"),
    (r"\AE, \OE, \aa, \dh, \th, \dj, \ng", "Æ, Œ, å, ð, þ, đ, ŋ"),
    (r"\~n, \~{n}, \^o, \`a", "ñ, ñ, ô, à"),
    (r"\t{oo}", "o\u0361o"),
    (r"50\% \& \$5 \# a\_b \{x\}", "50% & $5 # a_b {x}"),
    (r"\LaTeX{} and a\ldots{} b, 20\textdegree C, \S 3", "LaTeX and a… b, 20°C, § 3"),
    (r"10\,km, i.\,e.", "10\u202fkm, i.\u202fe."),
    (r"ab\-cd e\ f", "abcd e f"),
    (r"4 & \ ( )", r"4 & \ ( )"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LETTERS)
def test_letters_and_signs(text: str, expected: str) -> None:
    assert printed(text) == expected


@pytest.mark.parametrize(("text", "expected"), LETTERS)
def test_letters_in_names(text: str, expected: str) -> None:
    assert plain_text(text, Place("f"), "en", []) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\emph{a \textbf{b}} c", (Span("a ", emphasis=True), Span("b", emphasis=True, strong=True), Span(" c"))),
        (r"{\em a} {\bf b}", (Span("a", emphasis=True), Span(" "), Span("b", strong=True))),
        (r"{\it a\/} b", (Span("a", emphasis=True), Span(" b"))),
        (r"x\textsuperscript{2}y\textsubscript{i}", (Span("x"), Span("2", script=1), Span("y"), Span("i", script=-1))),
        (r"\textsc{Abc} \texttt{d_e} \mbox{f g} \underline{h}", (Span("Abc d_e f g h"),)),
        (r"\emph{*a* b}", (Span("a b", emphasis=True),)),
        (r"*a \emph{b* c}", (Span("*a "), Span("b* c", emphasis=True))),
        (r"\url{https://e.org/a_b\%20c}", (Span("https://e.org/a_b%20c", link="https://e.org/a_b%20c"),)),
        (
            r"\href{https://e.org}{the \emph{site}}",
            (Span("the ", link="https://e.org"), Span("site", emphasis=True, link="https://e.org")),
        ),
        (r"as in~\cite{a,b}", (Span("as in\u00a0[a, b]"),)),
        (r"\citep[see][p.~5]{a_b}", (Span("[see a_b, p. 5]"),)),
        (r"Fig.~\ref{fig:x}", (Span("Fig.\u00a0[fig:x]"),)),
        (r"text\footnote{A \emph{note}.}", (Span("text (A "), Span("note", emphasis=True), Span(".)"))),
        (r"``a'' and `b'", (Span("“a” and ‘b’"),)),
        (r"a ---b--- c, 5--6", (Span("a —b— c, 5–6"),)),
        (r"\noindent a\\ b", (Span("a b"),)),
        (r"with \ce{H2O} x", (Span("with "), Span("\\ce{H2O}", formula="\\ce{H2O}"), Span(" x"))),
        (r"$ \alpha $ is", (Span("$ \\alpha $", formula="\\alpha"), Span(" is"))),
        (r"a \begin{math}x\end{math}", (Span("a "), Span("\\begin{math}x\\end{math}", formula="x"))),
    ],
)  # fmt: skip
def test_commands(text: str, expected: tuple[Span, ...]) -> None:
    assert markdown_line(text, "en") == expected


@pytest.mark.parametrize(
    "text",
    [
        r"C:\temp\new and C:\users\o and C:\\data\\v",
        r"\\server\share\b",
        r"the pattern \d+\.com and \.zip",
        r"\alpha and \unknown{x} and \emph x",
        r"it\’s",
        r"\emph{a",
        r"\emph{\c a b",
        r"{a} and {DNA} and {}",
        "10% of 5 & 6",
        r"\cite{} \footnote",
        r"\href{javascript:x}{y} \url{file:///etc/hostname}",
        "5~10 km, ~5 km, x~y, a ~ b",
        "`code` and ``code``",
        r"p(x\y) \( \)",
        "\\begin{tabular}{ll}a & b\\end{tabular}",
    ],
)
def test_what_stays_as_it_is(text: str) -> None:
    assert printed(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fig.~1, Eq.~(3), Table~2", "Fig.\u00a01, Eq.\u00a0(3), Table\u00a02"),
        ("Smith et~al.~(2020)", "Smith et\u00a0al.\u00a0(2020)"),
        ("10~km and 5~%", "10\u202fkm and 5\u00a0%"),
        ("H~2~O is water", "H2O is water"),
        (r"\emph{A}~B and CO~2~", "A\u00a0B and CO2"),
    ],
)
def test_ties(text: str, expected: str) -> None:
    assert printed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\foo{x} \bar \foo", [("T004", "\\foo"), ("T004", "\\bar"), ("T004", "\\foo")]),
        (r"\cite{a}", [("T006", "\\cite{a}")]),
        (r"a\footnote{b}", [("T006", "\\footnote")]),
        (r"a\nWe go", [("T006", "\\nWe")]),
        ("trans-\nfer", [("T003", "trans-\nfer")]),
        (r"C:\temp\new", []),
        (r"\emph{a} \'e \% 10~km \\ b", []),
    ],
)
def test_what_is_said(text: str, expected: list[tuple[str, str]]) -> None:
    assert remarks(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"End.\nWe show\n\nNext \nwhich", ["End. We show", "Next which"]),
        (r"about \nu and \nabla", [r"about \nu and \nabla"]),
        (r"a\nWe and \nu", [r"a We and \nu"]),
        (r"$\nRightarrow$ and $\nu$", [r"$\nRightarrow$ and $\nu$"]),
        (r"\nwe stay", [r"\nwe stay"]),
        (r"C:\New\Folder", [r"C:\New\Folder"]),
        (r"one\par two", ["one", "two"]),
        ("one \\\\\ntwo\\newline three", ["one", "+two", "+three"]),
        (r"\begin{abstract}a\end{abstract}", ["a"]),
    ],
)
def test_line_ends(text: str, expected: list[str]) -> None:
    blocks = markdown_blocks(text, "en")
    assert [("+" if block.continued else "") + plain(block.spans) for block in blocks] == expected


def test_display_formulas_part_a_paragraph() -> None:
    blocks = markdown_blocks("Let $$x\n= 1$$, where\n\n\\[y\\]\n\nnew \\begin{align}a\\\\b\\end{align}.", "en")
    assert [(block.kind, block.continued, block.spans[0].formula, plain(block.spans)) for block in blocks] == [
        ("paragraph", False, "", "Let"),
        ("formula", False, "x = 1,", "$$x = 1$$,"),
        ("paragraph", True, "", "where"),
        ("formula", False, "y", "\\[y\\]"),
        ("paragraph", False, "", "new"),
        ("formula", False, "\\begin{align}a\\\\b.\\end{align}", "\\begin{align}a\\\\b\\end{align}."),
    ]


def test_a_display_formula_stays_in_the_line_of_an_item_and_of_a_title() -> None:
    assert [block.kind for block in markdown_blocks("- a $$x$$ b\n- c", "en")] == ["item", "item"]
    assert plain(markdown_line("a $$x$$ b", "en")) == "a $$x$$ b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"A \begin{itemize}\item x \item y\end{itemize} B", [("", 0, "A"), ("•", 0, "x"), ("•", 0, "y"), ("", 0, "B")]),
        (r"\begin{enumerate}[(i)]\item $x$ \item b\end{enumerate}", [("(i)", 0, "$x$"), ("(ii)", 0, "b")]),
        (
            r"\begin{itemize}\item a \begin{enumerate}\item b\end{enumerate}\item c\end{itemize}",
            [("•", 0, "a"), ("1.", 1, "b"), ("•", 0, "c")],
        ),
        (
            r"\begin{description}\item[One] x \item[A longer one] y\end{description}",
            [("One", 0, "x"), ("•", 0, "A longer one y")],
        ),
        (r"\begin{itemize}\item[a)]\end{itemize}", [("•", 0, "a)")]),
        (r"\begin{itemize} text \item a\end{itemize}", [("", 0, r"\begin{itemize} text \item a\end{itemize}")]),
        (r"\begin{itemize}\item a", [("", 0, r"\begin{itemize}\item a")]),
        (r"\item a \end{itemize}", [("", 0, r"\item a \end{itemize}")]),
    ],
)  # fmt: skip
def test_lists(text: str, expected: list[tuple[str, int, str]]) -> None:
    blocks = markdown_blocks(text, "en")
    assert [(block.marker, block.depth, plain(block.spans)) for block in blocks] == expected
