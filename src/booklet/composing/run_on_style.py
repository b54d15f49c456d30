"""A style → the same for abstracts that follow each other: smaller text, in one column or two, on a grid of its own."""

from booklet.composing.abstracts_form import Layout, column_places
from booklet.plain_dataclasses import replace
from booklet.styling.style import Style, Texts


def run_on_style(style: Style, layout: Layout) -> Style:
    """The style in which talks of a layout are set, under the names that those with a page each have. The text column of its
    page is one of the columns."""
    text, page = style.text, style.page
    texts = _two_columns(text) if layout == "two-columns" else _one_column(text)
    text_left = page.text_left
    if layout == "two-columns":
        text_left = page.width - page.right - column_places(page)[1]
    translated = replace(texts.talk_authors, face="sans-bold")
    muted = replace(texts.references, color=style.colors.mute)
    return replace(
        style,
        text=replace(
            texts,
            caption=muted,
            talk_small_affiliations=texts.talk_affiliations,
            talk_translated_title=translated,
        ),
        page=replace(page, grid=texts.body.leading, text_left=text_left),
    )


def _one_column(text: Texts) -> Texts:
    return replace(
        text,
        heading=text.run_on_session,
        talk_title=text.run_on_title,
        talk_authors=text.run_on_authors,
        talk_affiliations=text.run_on_affiliations,
        talk_time=text.run_on_time,
        talk_detail=text.run_on_detail,
        body=text.run_on_body,
        references=text.run_on_references,
    )


def _two_columns(text: Texts) -> Texts:
    return replace(
        text,
        heading=text.two_columns_session,
        talk_title=text.two_columns_title,
        talk_authors=text.two_columns_authors,
        talk_affiliations=text.two_columns_affiliations,
        talk_time=text.two_columns_time,
        talk_detail=text.two_columns_detail,
        body=text.two_columns_body,
        references=text.two_columns_references,
    )
