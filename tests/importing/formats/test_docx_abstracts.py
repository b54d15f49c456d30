"""Abstracts in documents, one a file, into talks."""

import io

import pytest
from document_samples import PLAIN, word_file
from docx.enum.style import WD_STYLE_TYPE
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from booklet.codes import BAD_SOURCE, CHANGED_TEXT, GUESSED, LEFT_OUT, NO_TEXT, PRIVATE
from booklet.importing.formats.documents.docx_abstracts import is_docx_abstracts, read_docx_abstracts
from booklet.importing.meeting import ImportedAuthor
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.wish import Wish

WORDS = ("rain", "Snow", "Ada", "Bo", "University", "wind", "^1^", "2", "loud,", "fog.", "(sea)")


def read(**files):
    findings = []
    source = Source(
        "abstracts", tuple(SourceFile(name.replace("_", "."), data) for name, data in sorted(files.items()))
    )
    return read_docx_abstracts(source, Wish(), findings).talks, findings


def known(**files):
    return is_docx_abstracts(
        Source("abstracts", tuple(SourceFile(name.replace("_", "."), data) for name, data in files.items()))
    )


def raised(paragraph, *texts):
    """Texts after each other, every second one raised."""
    for at, text in enumerate(texts):
        paragraph.add_run(text).font.superscript = bool(at % 2)
    return paragraph


def usual(document):
    document.add_paragraph("")
    document.add_paragraph("Rain on tin roofs")
    authors = document.add_paragraph()
    authors.add_run("Ada Example").underline = True
    raised(authors, "", "1,*", ", Bo M. Other", "1, 2", " and Cy van der Third", "2")
    raised(document.add_paragraph(), "", "1", "First University, Norway")
    raised(document.add_paragraph(), "", "2", " Second Institute")
    document.add_paragraph("ada@example.org")
    document.add_heading("Abstract", 1)
    first = document.add_paragraph("Rain of 3 mm h")
    first.add_run("-1").font.superscript = True
    first.add_run(" on ")
    first.add_run("tin").italic = True
    first.add_run(" is loud.")
    document.add_paragraph("It is louder at night.")
    document.add_paragraph("one drop", style="List Bullet")
    document.add_paragraph("two drops", style="List Bullet")
    document.add_paragraph("Keywords: rain; tin")
    document.add_paragraph("Acknowledgements")
    document.add_paragraph("We thank the Roof Fund.")
    document.add_paragraph("References")
    document.add_paragraph("Example, A., 2020: Roofs.")
    document.add_paragraph("Other, B., 2021: More roofs.")


def test_a_usual_abstract():
    (talk,), findings = read(rain_docx=word_file(usual))
    assert (talk.key, talk.title) == ("rain.docx", "Rain on tin roofs")
    assert talk.authors == (
        ImportedAuthor("Ada Example", ("First University, Norway",), presenting=True),
        ImportedAuthor("Bo M. Other", ("First University, Norway", "Second Institute")),
        ImportedAuthor("Cy van der Third", ("Second Institute",)),
    )
    assert talk.abstract == (
        "Rain of 3 mm h^-1^ on *tin* is loud.\n\nIt is louder at night.\n\n- one drop\n- two drops"
    )
    assert talk.keywords == ("rain", "tin")
    assert talk.funding == "We thank the Roof Fund."
    assert talk.references == ("Example, A., 2020: Roofs.", "Other, B., 2021: More roofs.")
    assert [one.code for one in findings] == [PRIVATE, GUESSED]
    assert findings[1].message == (
        'taken as title: "Rain on tin roofs"; as authors: Ada Example, Bo M. Other, Cy van der Third'
    )


def test_the_title_is_in_the_style_of_titles():
    def build(document):
        document.add_paragraph("Conference on Roofs, Exampletown")
        document.add_heading("Rain on tin roofs", 0)
        document.add_paragraph("Ada Example")
        document.add_paragraph("Example University")
        document.add_paragraph("Rain is loud.")

    (talk,), findings = read(rain_docx=word_file(build))
    assert (talk.title, talk.abstract) == ("Rain on tin roofs", "Rain is loud.")
    assert talk.authors == (ImportedAuthor("Ada Example", ("Example University",)),)
    assert [one.message for one in findings if one.code is LEFT_OUT] == [
        '"Conference on Roofs, Exampletown" above the title is left out'
    ]


def test_a_style_of_ones_own_that_is_bold_makes_all_authors_bold_and_none_presents():
    def build(document):
        style = document.styles.add_style("Authors", WD_STYLE_TYPE.PARAGRAPH)
        style.font.bold = True
        document.add_paragraph("Rain")
        document.add_paragraph("Ada Example, Bo Other", style="Authors")
        document.add_paragraph("Rain is loud.")

    (talk,), _ = read(rain_docx=word_file(build))
    assert talk.authors == (ImportedAuthor("Ada Example"), ImportedAuthor("Bo Other"))


@pytest.mark.parametrize(
    "line", ["Author 1, Author 2", "First Author, Second Author", "Insert your title here", "Title of the abstract"]
)
def test_lines_of_the_template_are_reported(line):
    def build(document):
        document.add_paragraph(line)
        document.add_paragraph("Rain on tin roofs")
        document.add_paragraph("Ada Example")
        document.add_paragraph("Rain is loud.")

    (talk,), findings = read(rain_docx=word_file(build))
    assert talk.title == "Rain on tin roofs"
    assert [one.message for one in findings if one.code is NO_TEXT] == [
        f'"{line}" is a line of the template and is left out'
    ]


def test_pictures_and_tables_are_left_out_with_findings():
    picture = io.BytesIO()
    Image.new("RGB", (4, 4)).save(picture, "PNG")

    def build(document):
        document.add_paragraph("Rain on tin roofs")
        document.add_paragraph("Ada Example")
        document.add_paragraph("Rain is loud.")
        document.add_picture(io.BytesIO(picture.getvalue()))
        document.add_table(rows=1, cols=1).cell(0, 0).text = "loud"

    (talk,), findings = read(rain_docx=word_file(build), map_png=picture.getvalue())
    assert talk.abstract == "Rain is loud."
    assert sum(one.code is LEFT_OUT for one in findings) == 3
    assert any('"map.png" is left out' in one.message for one in findings)


def test_markdown_and_plain_text():
    talks, findings = read(
        a_md=b"**Rain on tin roofs**\n\n__Ada Example__^1^, Bo Other^2^\n\n^1^ First University  \n^2^ Second Institute\n\n"
        b"Rain is loud.\n\n## Methods\n\nEars.\n",
        b_txt=b"Snow on roofs\nCy Third1, Dan Fourth2\n1 First University\n2 Second Institute\n\nAbstract: Snow is quiet.\n",
    )
    rain, snow = talks
    assert (rain.title, snow.title) == ("Rain on tin roofs", "Snow on roofs")
    assert rain.authors == (
        ImportedAuthor("Ada Example", ("First University",), presenting=True),
        ImportedAuthor("Bo Other", ("Second Institute",)),
    )
    assert snow.authors == (
        ImportedAuthor("Cy Third", ("First University",)),
        ImportedAuthor("Dan Fourth", ("Second Institute",)),
    )
    assert rain.abstract == "Rain is loud.\n\n**Methods**\n\nEars."
    assert snow.abstract == "Snow is quiet."
    assert [one.code for one in findings] == [CHANGED_TEXT, GUESSED, GUESSED]


def test_what_is_known_as_abstracts():
    word = word_file(usual)
    text = b"Rain\n\nAda Example\n\nLoud.\n"
    assert known(a_docx=word)
    assert known(a_docx=word, b_docx=word, map_png=b"")
    assert known(a_txt=text)
    assert not known(a_txt=b"---\ntitle: Rain\n---\nLoud.\n")
    assert not known(a_txt=b"rain is loud and this is no abstract at all\nit is just some text\n")
    assert not known(a_txt=text, b_json=b"{}")
    assert not known(a_md=b"# Rain\n\n- Source: https://rain.example/rain2\n- Form: text\n")
    assert not known(a_txt=PLAIN.encode())
    assert not known(a_png=b"")


def test_files_without_text_and_damaged_ones():
    talks, findings = read(a_docx=b"PK no zip", b_docx=word_file(lambda document: document.add_paragraph(" ")))
    assert talks == ()
    assert [one.code for one in findings] == [BAD_SOURCE, LEFT_OUT, LEFT_OUT]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80), max_size=12))
def test_whatever_stands_in_a_file_is_read(lines):
    read(a_txt="\n".join(lines).encode())


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(["rain", "Snow", "Ada", "Bo", "University", "wind", "^1^", "2", "loud,", "fog.", "(sea)"]),
        min_size=2,
        max_size=30,
    )
)
def test_no_word_is_lost(words):
    talks, findings = read(a_txt=f"A title of rain\n\nAda Example\n\n{' '.join(words)}".encode())
    bare = {word.strip(".,()") for word in words if word[0] not in "^2"}
    assert all(word in repr(talks) for word in bare) or any(one.place.line == 5 for one in findings)
