"""Word documents into paragraphs and tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.importing.sources.docx_blocks import DocTable, Paragraph, Run, blocks
from importing.sources.made import hostile, read, said, word, zipped

STYLES = (
    '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Kopf"><w:name w:val="My head"/><w:basedOn w:val="H2"/></w:style>'
    '<w:style w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:styleId="Hoch"><w:name w:val="Raised"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:styleId="L"><w:name w:val="List"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>'
)


def run(text: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"


def only(body: str, links: str = "") -> Paragraph:
    (paragraph,), _ = read(blocks, word(f"<w:p>{body}</w:p>", STYLES, links), "a.docx")
    assert isinstance(paragraph, Paragraph)
    return paragraph


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        ("", Run("x")),
        ("<w:b/>", Run("x", bold=True)),
        ('<w:b w:val="0"/>', Run("x")),
        ('<w:i w:val="true"/>', Run("x", italic=True)),
        ('<w:u w:val="single"/>', Run("x", underline=True)),
        ('<w:u w:val="none"/>', Run("x")),
        ('<w:vertAlign w:val="superscript"/>', Run("x", position="super")),
        ('<w:vertAlign w:val="subscript"/>', Run("x", position="sub")),
        ('<w:vertAlign w:val="baseline"/>', Run("x")),
        ('<w:position w:val="6"/>', Run("x", position="super")),
        ('<w:position w:val="-6"/>', Run("x", position="sub")),
        ('<w:position w:val="0"/>', Run("x")),
        ('<w:rStyle w:val="Hoch"/>', Run("x", position="super")),
    ],
)
def test_looks(look: str, expected: Run) -> None:
    assert only(run("x", look)).runs == (expected,)


def test_runs_of_one_look_are_one() -> None:
    body = run("Ada ") + "<w:proofErr/>" + run("Byron") + run("1", '<w:vertAlign w:val="superscript"/>')
    paragraph = only(body)
    assert paragraph.runs == (Run("Ada Byron"), Run("1", position="super"))
    assert paragraph.text == "Ada Byron1"


def test_line_breaks_tabs_and_signs() -> None:
    body = (
        '<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:br w:type="page"/><w:noBreakHyphen/>'
        '<w:sym w:font="Symbol" w:char="F061"/></w:r>'
    )
    assert only(body).text == "a\nb\tc\u2011\uf061"


def test_links() -> None:
    links = '<Relationship Id="r1" Type="x/hyperlink" Target="https://example.org" TargetMode="External"/>'
    assert only(f'<w:hyperlink r:id="r1">{run("here")}</w:hyperlink>', links).runs == (
        Run("here", link="https://example.org"),
    )


@pytest.mark.parametrize(
    ("properties", "style", "heading", "list_level"),
    [
        ('<w:pStyle w:val="H1"/>', "heading 1", 1, None),
        ('<w:pStyle w:val="Kopf"/>', "My head", 2, None),
        ('<w:pStyle w:val="L"/>', "List", 0, 0),
        ('<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>', "List", 0, None),
        ('<w:pStyle w:val="Loop"/>', "Loop", 0, None),
        ('<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>', "", 0, 2),
        ('<w:pStyle w:val="nope"/>', "", 0, None),
    ],
)
def test_styles(properties: str, style: str, heading: int, list_level: int | None) -> None:
    paragraph = only(f"<w:pPr>{properties}</w:pPr>{run('x')}")
    assert (paragraph.style, paragraph.heading, paragraph.list_level) == (style, heading, list_level)


def test_tables_and_order() -> None:
    cell = "<w:tc><w:p>{}</w:p></w:tc>"
    inner = f"<w:tc><w:tbl><w:tr>{cell.format(run('c'))}</w:tr></w:tbl><w:p/></w:tc>"
    outer = f"<w:tr>{cell.format(run('a'))}{cell.format(run('b'))}</w:tr><w:tr>{inner}</w:tr>"
    body = f"<w:p>{run('1')}</w:p><w:tbl>{outer}</w:tbl>"
    body += f"<w:sdt><w:sdtContent><w:p>{run('2')}</w:p></w:sdtContent></w:sdt>"
    found, findings = read(blocks, word(body), "a.docx")
    assert findings == []
    first, table, last = found
    assert isinstance(first, Paragraph)
    assert isinstance(table, DocTable)
    assert isinstance(last, Paragraph)
    assert [[[p.text for p in cell] for cell in row] for row in table.rows] == [[["a"], ["b"]], [["c", ""]]]
    assert (first.place.line, table.place.line, last.text, last.place.line) == (1, 2, "2", 6)


def test_tracked_changes() -> None:
    deleted = "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
    found, findings = read(blocks, word(f"<w:p>{deleted}<w:ins>{run('new')}</w:ins></w:p>"), "a.docx")
    assert [block.text for block in found if isinstance(block, Paragraph)] == ["new"]
    message = "changes are tracked: what was inserted is read, what was deleted is left out"
    assert said(findings) == [("I002", 1, message)]


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        ("<w:r><w:drawing/></w:r>", "I002", "a picture or text box is left out"),
        ("<w:r><w:footnoteReference/></w:r>", "I002", "a footnote is left out"),
        ("<w:r><w:commentReference/></w:r>", "I002", "a comment is left out"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>", "I002", "hidden text is left out"),
        (
            '<m:oMath xmlns:m="m"><m:r><m:t>x</m:t></m:r></m:oMath>',
            "I003",
            "a formula of Word is read as its letters alone",
        ),
    ],
)
def test_what_is_left_out(body: str, code: str, message: str) -> None:
    _, findings = read(blocks, word(f"<w:p>{body}</w:p>"), "a.docx")
    assert said(findings) == [(code, 1, message)]


def test_a_good_document() -> None:
    (paragraph,), findings = read(blocks, hostile("good.docx"), "good.docx")
    assert isinstance(paragraph, Paragraph)
    assert (paragraph.text, findings) == ("Hello", [])


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("bomb.docx", '"word/document.xml" has more than 50 MB once unpacked'),
        ("many-paragraphs.docx", '"word/document.xml" grows more than 200 times when it is unpacked'),
        ("external-entity.docx", '"word/document.xml" has a DTD or entities, which are not taken'),
    ],
)
def test_hostile_documents(name: str, message: str) -> None:
    assert read(blocks, hostile(name), name)[0] == ()
    assert said(read(blocks, hostile(name), name)[1]) == [("I001", 1, message)]


@pytest.mark.parametrize(
    "parts", [{"a": "x"}, {"word/document.xml": "<a/>"}, {"word/document.xml": "<a"}, {"word/document.xml": ""}]
)
def test_what_is_no_document(parts: dict[str, str | bytes]) -> None:
    found, findings = read(blocks, zipped(parts), "a.docx")
    assert found == ()
    assert [(f.code.name, str(f.place)) for f in findings] == [("I001", "a.docx:1:1")]


WORDS = (
    "p",
    "r",
    "t",
    "rPr",
    "pPr",
    "tbl",
    "tr",
    "tc",
    "b",
    "u",
    "vertAlign",
    "numPr",
    "ilvl",
    "ins",
    "del",
    "hyperlink",
    "sdt",
    "drawing",
    "oMath",
    "ruby",
    "sym",
)
TREES = st.recursive(
    st.sampled_from(WORDS).map(lambda name: f'<w:{name} w:val="7" w:char="x"/>') | st.just("x"),
    lambda inner: st.builds(
        lambda name, parts: f"<w:{name}>{''.join(parts)}</w:{name}>", st.sampled_from(WORDS), st.lists(inner)
    ),
    max_leaves=15,
)


@given(TREES, st.binary(max_size=30))
def test_no_document_raises(body: str, styles: bytes) -> None:
    read(blocks, word(body, styles.decode("latin-1")), "a.docx")
