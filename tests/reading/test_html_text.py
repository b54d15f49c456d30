"""HTML in text: the tags that are read, entities, and all that is printed as it is written."""

import pytest

from booklet.finding import Finding
from booklet.model.rich_text import Span, plain
from booklet.place import Place
from booklet.reading.clean_text import clean
from booklet.reading.fields import marked_blocks, plain_text
from booklet.reading.markdown import markdown_blocks, markdown_line
from booklet.reading.remark import Remark


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<i>a</i> <EM class='x'>b</EM>", (Span("a", emphasis=True), Span(" "), Span("b", emphasis=True))),
        ("<b>a <i>b</i></b>", (Span("a ", strong=True), Span("b", emphasis=True, strong=True))),
        ("x<sup>2</sup>y<sub>i</sub>", (Span("x"), Span("2", script=1), Span("y"), Span("i", script=-1))),
        ("<u>a</u>", (Span("a"),)),
        ('<a href="https://e.org/?a=1&amp;b=2" onclick="x">l</a>', (Span("l", link="https://e.org/?a=1&b=2"),)),
        ("<https://e.org/x>", (Span("https://e.org/x", link="https://e.org/x"),)),
        ("<b>a <i>b</b>", (Span("a <i>b", strong=True),)),
        ("*<i>a</i>*", (Span("a", emphasis=True),)),
        ("a <br/> b", (Span("a b"),)),
    ],
)  # fmt: skip
def test_tags(text: str, expected: tuple[Span, ...]) -> None:
    assert markdown_line(text, "en") == expected


@pytest.mark.parametrize(
    "text",
    [
        "x<y>z p<0.05 a<b",
        "if x <p and q> w",
        "List<i> and </b>",
        "<script>alert(1)</script> <style>p {}</style>",
        "<a href=x>y</a> <a>z</a>",
        "<img src=/etc/hostname/>",
        "<ul>no item</ul> <li>",
        "<!DOCTYPE x> <?php ?> <!-- c -->",
        "<b/>x</b>",
    ],
)
def test_what_is_printed_as_it_is_written(text: str) -> None:
    (block,) = markdown_blocks(text, "en")
    assert plain(block.spans) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("&eacute;&#233;&#xE9;e&#769;", "éééé"),
        ("&lt;b&gt;x&lt;/b&gt; &amp;lt;", "<b>x</b> &lt;"),
        ("AT&T R&D; &foo; &eacute", "AT&T R&D; &foo; &eacute"),
        ("&#0; &#xD800; &#x110000; &#9999999; &#xE000; &#7;", "&#0; &#xD800; &#x110000; &#9999999; &#xE000; &#7;"),
        ("&#147;a&#148; it&#146;s", "“a” it’s"),
        ("5&nbsp;km a&nbsp;b&Tab;c", "5\u202fkm a b c"),
        ("a&shy;b&#8238;c", "abc"),
        ("می&zwnj;خواهم a&zwnj;b", "می\u200cخواهم ab"),
        ("&#42;a&#42; &lowbar;b&lowbar; &dollar;x&dollar;", "*a* _b_ $x$"),
        ("&#x1F600;", "\U0001f600"),
    ],
)
def test_entities(text: str, expected: str) -> None:
    assert plain(markdown_line(text, "en")) == expected


def test_entities_in_names() -> None:
    findings: list[Finding] = []
    assert plain_text("M&uuml;ller &amp; S&oslash;n, A&T", Place("f"), "en", findings) == "Müller & Søn, A&T"
    assert findings == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>one</p><p class='x'>two</p>three", [("", 0, "one"), ("", 0, "two"), ("", 0, "three")]),
        ("a<br><br>b<br>c", [("", 0, "a"), ("", 0, "b"), ("", 0, "+c")]),
        ("<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>d", [("•", 0, "a"), ("•", 0, "b"), ("1.", 1, "c"), ("", 0, "d")]),
        ("x <ol><li><p>a</p><li>b</ol>", [("", 0, "x"), ("1.", 0, "a"), ("2.", 0, "b")]),
        ("<ul><li>a</ol>", [("", 0, "<ul><li>a</ol>")]),
    ],
)  # fmt: skip
def test_paragraphs_and_lists(text: str, expected: list[tuple[str, int, str]]) -> None:
    blocks = markdown_blocks(text, "en")
    found = [(block.marker, block.depth, ("+" if block.continued else "") + plain(block.spans)) for block in blocks]
    assert found == expected


def test_what_is_printed_as_written_is_named_at_its_line_and_column() -> None:
    findings: list[Finding] = []
    text = "one\ntwo <font color=red>x</font>\n## Methods\n![x](y) List<String> p<0.05"
    marked_blocks(text, Place("f.md", 10), "en", findings, "ada")
    assert [(finding.code.name, finding.place) for finding in findings] == [
        ("T040", Place("f.md", 11, 5, 11)), ("T040", Place("f.md", 12, 1, 11)), ("T040", Place("f.md", 13, 1, 8)),
    ]  # fmt: skip
    tags, heading, picture = findings
    assert tags.message == '"<font>", "</font>" are printed as they are written'
    assert "in bold" in heading.hint
    assert picture.hint == "name the picture under figures:"


def test_an_invisible_entity_is_left_out_with_a_remark() -> None:
    said: list[Remark] = []
    markdown_blocks(clean("a&shy;b").text, "en", {}, said)
    assert [(remark.code.name, remark.words) for remark in said] == [("T001", "&shy;")]
