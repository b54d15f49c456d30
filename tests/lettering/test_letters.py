"""Letters of a changed style share what is costly with those of the booklet."""

from booklet.lettering.letters import Letters
from booklet.plain_dataclasses import replace
from sheet import style, voice


def test_letters_of_a_changed_style_share_faces_and_words() -> None:
    base = Letters(style(), "en-US")
    early = base.table(voice())
    page = replace(style().page, grid=13.0)
    changed = base.with_style(replace(style(), page=page))
    assert (changed.style.page.grid, base.style.page.grid) == (13.0, style().page.grid)
    assert changed.language == "en-US"
    assert changed.table(voice(9.5)) is early
    late = changed.table(voice(face="sans"))
    assert base.table(voice(face="sans")) is late
    assert base.face_of_key(late.face.key) is late.face


def test_words_that_were_let_go_are_worked_out_as_before() -> None:
    letters = Letters(style(), "en-US")
    table = letters.table(voice())
    words = [
        table.word("spectroscopy"),
        table.fragment("spectroscopy", 0, 5, True),
        table.parted_words(2, ("well-known",)),
    ]
    letters.forget_words()
    again = [
        table.word("spectroscopy"),
        table.fragment("spectroscopy", 0, 5, True),
        table.parted_words(2, ("well-known",)),
    ]
    assert again == words
    assert again[0] is not words[0]
