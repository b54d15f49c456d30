"""Texts of other systems into paragraphs that booklet prints with all their words."""

import time
from html import escape

import pytest
from cleaned_texts import HERE, cleaned, printed_words, said, words
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_escaped import MIXTURES, SIGNS

from booklet import limits
from booklet.importing.cleaning.prose import prose
from booklet.importing.cleaning.title_text import title_text

FORMS = ("html", "markdown", "latex", "plain", "any")

# --- HTML: any tree of tags

LEAVES = st.text(alphabet="abcé12 *_$[]<>&~^\\(),.", min_size=1, max_size=12)
INLINE = ("em", "i", "b", "strong", "sup", "sub", "span", "a", "u", "code", "small")
BLOCK = ("p", "div", "h2", "blockquote", "section", "li", "ul", "ol", "td", "tr", "table", "pre")


def _tree(inner: st.SearchStrategy[tuple[str, str]]) -> st.SearchStrategy[tuple[str, str]]:
    """HTML and the words in it."""
    within = st.lists(inner, max_size=4)
    inline = st.tuples(st.sampled_from(INLINE), within).map(
        lambda pair: (
            f"<{pair[0]}>{''.join(one[0] for one in pair[1])}</{pair[0]}>",
            "".join(one[1] for one in pair[1]),
        )
    )
    block = st.tuples(st.sampled_from(BLOCK), within).map(
        lambda pair: (
            f"<{pair[0]}>{''.join(one[0] for one in pair[1])}</{pair[0]}>",
            " " + "".join(one[1] for one in pair[1]) + " ",
        )
    )
    return inline | block


TREES = st.lists(st.recursive(LEAVES.map(lambda text: (escape(text), text)), _tree, max_leaves=12), max_size=6)


def _letters(texts: list[str]) -> str:
    return "".join("".join(texts).replace(";", "").split())


@given(TREES)
@settings(max_examples=400, deadline=None)
def test_all_words_of_a_tree_of_tags_are_printed_in_their_order(tree: list[tuple[str, str]]) -> None:
    source, text = "".join(one[0] for one in tree), "".join(one[1] for one in tree)
    made = prose(f"<p>Begin</p>{source}<p>End</p>", "html", HERE, [])
    printed = _letters(printed_words(made))
    assert _without_markers(printed) == _without_markers(_letters(words(f"Begin {text} End")))


def _without_markers(text: str) -> str:
    """Without what formulas, which are printed as their source here, and cells of tables add."""
    return text.replace("\\", "")


@given(SIGNS | MIXTURES | st.text(max_size=80), st.sampled_from(FORMS))
@example("\x00<", "html")
@example("[^1]: a", "markdown")
@example("<![if", "html")
@example("<a$<b", "any")
@settings(max_examples=600, deadline=None)
def test_no_text_is_refused(text: str, form: str) -> None:
    made = prose(text, form, HERE, [])
    assert len(made) <= limits.ABSTRACT
    assert made == made.strip()
    title_text(text, HERE, [])


@given(
    st.lists(st.sampled_from(["word", "Two words.", "a*b", "*x*", "$y$", "- ", "1. ", "\n", "\n\n", "<b>"]), max_size=8)
)
@settings(max_examples=200, deadline=None)
def test_plain_text_prints_its_words(parts: list[str]) -> None:
    text = "Begin " + "".join(parts) + " end"
    printed = "".join(printed_words(cleaned("plain", text)))
    assert printed.replace("-", "") == "".join(words(_without_items(text))).replace("-", "")


def _without_items(text: str) -> str:
    """The text without the markers of what booklet reads as items."""
    from booklet.reading.lists import split_blocks

    return " ".join(part.text for part in split_blocks(text))


# --- HTML


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One<br><br/>Two<br>Three", "One\n\nTwo<br>\nThree"),
        ("<p>A line\n  end</p>", "A line end"),
        ("<b>Bold</b>, <em>slanted</em>, <strong><i>both</i></strong>", "**Bold**, *slanted*, ***both***"),
        ("CO<sub>2</sub> at 10<sup>-3</sup> m", "CO~2~ at 10^-3^ m"),
        ("x<sup>th power</sup>", "x<sup>th power</sup>"),
        ("un<em>believ</em>able", "un<em>believ</em>able"),
        ("<em> padded </em>word", "*padded* word"),
        ('<a href="https://example.org/a_b">words</a>', "[words](https://example.org/a_b)"),
        ('<a href="https://example.org/">https://example.org/</a>', "https://example.org/"),
        ('<a href="javascript:alert(1)">words</a> and <a href="/local">more</a>', "words and more"),
        ("<ul><li>One</li><li>Two</li></ul>", "- One\n- Two"),
        (
            "<ul><li>One<ul><li>Deep</li><li>Deeper</li></ul></li><li>Two</li></ul>",
            "- One\n   - Deep\n   - Deeper\n- Two",
        ),
        ("<ol><li><p>One</p><p>more</p></li><li>Two</li></ol>", "1. One more\n2. Two"),
        ("<ul><li>Alone</li></ul>", "<ul>\n<li>Alone</li>\n</ul>"),
        ('<ol start="4"><li>Four</li><li>Five</li></ol>', '<ol start="4">\n<li>Four</li>\n<li>Five</li>\n</ol>'),
        ("<blockquote>Said</blockquote>", "Said"),
        ("<h2>Aims</h2>Text", "**Aims**\n\nText"),
        ("<pre>a = 1\n  b</pre>", "a = 1<br>\nb"),
        ("<p>We show:\n - <b>one</b> thing\n - two</p>", "We show:\n\n- **one** thing\n- two"),
        ("<p>- one\nand more</p>", "- one and more"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", "a; b<br>\n1; 2"),
        ('See <img src="x.png" alt="a map"> here', "See a map here"),
        ("a<script>alert('x')</script>b<style>p {}</style>", "ab"),
        ("Install <version> of List<String> now", "Install <version> of List<String> now"),
        ("x < y and y > z, 3<4", "x < y and y > z, 3<4"),
        ("if a <b and c> d", "if a &lt;b and c> d"),
        ("an open <em>end, <b>twice", "an open *end,* ***twice***"),
        ("&eacute;&nbsp;&lt;i&gt;", "é &lt;i>"),
        ("<!-- gone -->stays <!-- open", "stays &lt;!-- open"),
        ("$E = mc^2$ for $5 million and $6 million", "$E = mc^2$ for $5 million and $6 million"),
        ("<p>2*3 *starred*</p>", r"2*3 \*starred\*"),
        ("<o:p>Word</o:p>", "Word"),
        (
            '<math alttext="x^2"><msup><mi>x</mi><mn>2</mn></msup></math> or <math><mi>y</mi></math>',
            "$x^2$ or y",
        ),
        (
            "<math><semantics><mi>x</mi><annotation encoding='application/x-tex'>a &lt; b</annotation></semantics></math>",
            "$a < b$",
        ),
        ("unfinished <a href='x", "unfinished <a href='x"),
    ],
)
def test_html(source: str, made: str) -> None:
    assert cleaned("html", source) == made


def test_what_changes_is_said_once_and_without_the_words() -> None:
    source = "<h1>A</h1><h2>B</h2><table><tr><td>c</td></tr></table><img alt='d'><img alt='e'>"
    assert said("html", source) == [
        ("I003", "a heading is a bold line now"),
        ("I003", "a table is lines of text now"),
        ("I002", "a picture is left out; its description stands in its place"),
    ]


# --- Markdown


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("# Aims\nText", "**Aims**\n\nText"),
        ("a\nb  \nc\\\nd", "a b<br>\nc<br>\nd"),
        ("*a* __b__ `c*d*`", "*a* **b** c*d*"),
        ("```\nx = *y*\nz\n```", "x = \\*y\\*<br>\nz"),
        ("[words][1]\n\n[1]: https://example.org", "[words](https://example.org)"),
        ("<https://example.org>", "https://example.org"),
        ("![map](map.png)", "map"),
        ("* a\n* b\n    * c\n    * d", "- a\n- b\n   - c\n   - d"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("> quoted\n> on", "quoted on"),
        ("|a|b|\n|-|-|\n|c|d|", "a; b<br>\nc; d"),
        ("$a_b * c_d*$ and \\(x_1\\)", "$a_b * c_d*$ and \\(x_1\\)"),
        ("`$HOME` and `$PATH`", "$HOME and $PATH"),
        ("raw <b>html</b> and <version>", "raw **html** and <version>"),
        ("snake_case 2*3*4", "snake_case 2*3*4"),
        ("See[^1].\n\n[^1]: A note.", "See[^1].\n\n[^1]: A note."),
        ("See [1].\n\n[2]: https://example.org", "See [1].\n\n[2]: https://example.org"),
        ("Long words " * 12 + "\nnext", "Long words " * 11 + "Long words<br>\nnext"),
        ("a \\* b", "a * b"),
        ("~~gone~~ stays", "gone stays"),
    ],
)
def test_markdown(source: str, made: str) -> None:
    assert cleaned("markdown", source) == made


# --- LaTeX


@pytest.mark.parametrize(
    ("source", "made"),
    [
        (r"We \emph{show} $x^2$ by Erd\H{o}s.", r"We \emph{show} $x^2$ by Erd\H{o}s."),
        ("Words % a comment\nmore 10% and 5\\% of it", "Words\nmore 10% and 5\\% of it"),
        ("% a line\nWords", "Words"),
        (
            r"end.\n\nWe prove \nabla and $\nu \neq 1$,\nwhere it is so.\nThen",
            "end.\n\nWe prove \\nabla and $\\nu \\neq 1$,\nwhere it is so.\nThen",
        ),
        (r"\section{Aims} Text", "\\textbf{Aims}\n\nText"),
        (r"\begin{abstract}Text\end{abstract}", "Text"),
        (r"\begin{itemize}\item a\item b\end{itemize}", r"\begin{itemize}\item a\item b\end{itemize}"),
        (r"See \includegraphics[width=3cm]{a.png} here", "See here"),
        ("$5 million and $6 million", "$5 million and $6 million"),
        (r"\newcommand{\R}{\mathbb{R}}In $\R$", r"\newcommand{\R}{\mathbb{R}}In $\R$"),
    ],
)
def test_latex(source: str, made: str) -> None:
    assert cleaned("latex", source) == made


# --- plain text


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("One\r\n\r\n\r\nTwo  \r\nThree", "One\n\nTwo<br>\nThree"),
        ("• a\n• b", "- a\n- b"),
        ("Points:\n* a\n* b", "Points:\n\n- a\n- b"),
        ("1) a\n2) b", "1. a\n2. b"),
        ("*not* _meant_ <b>x</b>", r"\*not\* \_meant\_ &lt;b>x&lt;/b>"),
        (r"One\r\n\r\nTwo", "One\n\nTwo"),
        ('printf("a\\n")\nnext', 'printf("a&#92;n")<br>\nnext'),
        ("Ends\\nIn lines\\n of\\nother programs.", "Ends<br>\nIn lines<br>\nof<br>\nother programs."),
        ("Folder C:\\new alone", "Folder C:\\new alone"),
        ("so\u200bme\u00ad text\x0c", "some text"),
        ("$x$", r"\$x\$"),
        ("# not a heading", r"\# not a heading"),
    ],
)
def test_plain(source: str, made: str) -> None:
    assert cleaned("plain", source) == made


def test_wrapped_lines_are_joined() -> None:
    lines = [
        "This paragraph was wrapped by a mailer that",
        "kept its lines at about the same length, which",
        "is why they are joined.",
    ]
    wrapped = "\n".join(line.ljust(46, "x") for line in lines[:2]) + "\n" + lines[2]
    assert "<br>" not in cleaned("plain", wrapped)
    assert len(cleaned("plain", wrapped).split("\n")) == 1
    long = "\n".join(
        ["Lines of mail programs that are set to a hundred and twenty signs".ljust(116, "x")] * 2 + ["end."]
    )
    assert len(cleaned("plain", long).split("\n")) == len(cleaned("markdown", long).split("\n")) == 1


# --- any form


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("<p>A <em>b</em></p>", "A *b*"),
        ("A **b** and [c](https://example.org)", "A **b** and [c](https://example.org)"),
        (r"A \emph{b} by Erd\H{o}s", r"A \emph{b} by Erd\H{o}s"),
        ("Let $x \\in X$ be *it*", "Let $x \\in X$ be *it*"),
        ("R&amp;D", "R&D"),
        ("a < b, c*d, $5 and $6", "a < b, c*d, $5 and $6"),
    ],
)
def test_any_form(source: str, made: str) -> None:
    assert cleaned("any", source) == made


# --- what is left out


def test_a_placeholder_is_no_text() -> None:
    assert cleaned("html", "<p>TBA</p>") == cleaned("plain", " To be announced. ") == ""
    assert said("plain", "n/a") == [("I007", "a placeholder instead of a text is left out")]


def test_too_long_a_text_is_cut_after_a_paragraph() -> None:
    text = "\n\n".join(f"Paragraph {number} of many words." for number in range(600))
    made = cleaned("plain", text)
    assert made.endswith("Paragraph 499 of many words.")
    assert said("plain", text) == [
        ("I002", "a text has more than 20000 characters or 500 paragraphs; its end is left out")
    ]
    long = "word " * 2500 + "\n\n" + "word " * 2500
    assert len(cleaned("plain", long)) == 2500 * 5 - 1


def test_one_paragraph_that_is_too_long_is_cut() -> None:
    for form in FORMS:
        made = cleaned(form, "word " * 30_000)
        assert made.endswith("word…")
        assert len(made) <= limits.ABSTRACT


@pytest.mark.parametrize("unit", ["<", "$", "*", "[", "<b>", "<ul><li>", "- ", "1. a\n", "x@", "<a '", "**a** "])
@pytest.mark.parametrize("form", ["html", "markdown", "any"])
def test_a_hostile_text_takes_no_long_time(unit: str, form: str) -> None:
    began = time.process_time()
    cleaned(form, unit * (1_000_000 // len(unit)))
    assert time.process_time() - began < 5


@given(st.text(alphabet="ab .,\n-1", max_size=60))
@settings(deadline=None)
def test_text_without_markup_stays_as_it_once_came_out(text: str) -> None:
    made = cleaned("plain", f"Begin {text}")
    if "<" not in made and "&" not in made:
        assert cleaned("plain", made) == made
