"""Updates of single talks, as an organizer would see them: before, by hand, in the source, after."""

from written_content import TALK, said, update, update_one

from booklet.codes import CONFLICT

BEFORE = """\
---
title: Tides of the North Sea
authors:
  - {name: Ada Example, affiliations: [oslo], presenting: true}
  - {name: Bo Other, affiliations: [delft]}
affiliations:
  oslo: "University of Oslo, Norway"
  delft: TU Delft
keywords: [tides, ocean]
---
The first paragraph.

The second paragraph.

The third paragraph.
"""


def test_a_title_changed_in_the_source_alone() -> None:
    mine = BEFORE.replace("North Sea", "North Sea   # ask Ada").replace("[oslo]", "[ oslo ]")
    theirs = BEFORE.replace("Tides of the North Sea", '"Tides: the North Sea"')
    after = mine.replace("Tides of the North Sea", '"Tides: the North Sea"')
    assert update_one(BEFORE, mine, theirs) == (
        after,
        [
            'I021 2 title of talk "alexe": "Tides of the North Sea" is now "Tides: the North Sea"',
            "I024 1 an edit by hand is kept",
        ],
    )


def test_edits_by_hand_alone() -> None:
    mine = (
        BEFORE.replace("tides, ocean", "tides")
        .replace("third", "last")
        .replace("---\ntitle", "---\ntrack: Ocean\ntitle")
    )
    assert update_one(BEFORE, mine, BEFORE) == (mine, ["I024 1 3 edits by hand are kept"])


def test_both_changed_it_alike() -> None:
    mine = BEFORE.replace("North Sea", "Baltic").replace("second", "2nd")
    theirs = BEFORE.replace("Tides of the North Sea", '"Tides of the Baltic"').replace("second", "2nd")
    assert update_one(BEFORE, mine, theirs) == (mine, [])


def test_both_changed_it_differently() -> None:
    mine, theirs = BEFORE.replace("North Sea", "Baltic"), BEFORE.replace("North Sea", "Channel")
    result, findings = update({TALK: BEFORE}, {TALK: mine}, {TALK: theirs})
    assert result == {TALK: mine}
    assert said(findings) == [
        'I023 2 title of talk "alexe": "Tides of the Baltic" here, "Tides of the Channel" in the source; yours stays'
    ]
    assert findings[0].hint == "to take that of the source, write title: Tides of the Channel"
    assert said(update({TALK: theirs}, {TALK: mine}, {TALK: theirs})[1]) == ["I024 1 an edit by hand is kept"]


def test_authors_are_known_by_their_names() -> None:
    mine = BEFORE.replace("[delft]}", '[delft, "KNMI, De Bilt"]}').replace(
        "  - {name: Bo", "  # joined in May\n  - {name: Me Too}\n  - {name: Bo"
    )
    theirs = BEFORE.replace(", presenting: true", "").replace(
        "  - {name: Bo Other, affiliations: [delft]}\n",
        "  - {name: Bo Other, affiliations: [delft], presenting: true}\n  - {name: Cy Third, affiliations: [delft]}\n",
    )
    after = (
        mine.replace(", presenting: true", "")
        .replace('"KNMI, De Bilt"]}', '"KNMI, De Bilt"], presenting: true}\n  - {name: Cy Third, affiliations: [delft]}')
    )  # fmt: skip
    assert update_one(BEFORE, mine, theirs) == (
        after,
        [
            'I021 4 the source no longer has presenting of author "Ada Example" of talk "alexe", which was "true"',
            'I021 7 presenting of author "Bo Other" of talk "alexe": "true" is new',
            'I020 8 author "Cy Third" of talk "alexe" is new',
            "I024 1 3 edits by hand are kept",
        ],
    )


def test_authors_in_another_order() -> None:
    ada, bo = BEFORE.split("\n")[3:5]
    theirs = BEFORE.replace(f"{ada}\n{bo}", f"{bo}\n{ada}")
    mine = (
        BEFORE.replace(ada, f"  # the first\n{ada}   # speaks")
        .replace("title: Tides", 'title:   "Tides')
        .replace("Sea\n", 'Sea"\n')
    )
    result, findings = update_one(BEFORE, mine, theirs)
    assert result == mine.replace(f"  # the first\n{ada}   # speaks\n{bo}", f"{bo}\n  # the first\n{ada}   # speaks")
    assert findings[0] == 'I021 3 the order of authors of talk "alexe" has changed'


def test_authors_in_other_orders_on_both_sides() -> None:
    ada, bo = BEFORE.split("\n")[3:5]
    cy = "  - {name: Cy Third}"
    before, mine, theirs = (
        BEFORE.replace(f"{ada}\n{bo}", "\n".join(rows)) for rows in ([ada, bo, cy], [bo, ada, cy], [ada, cy, bo])
    )
    result, findings = update_one(before, mine, theirs)
    assert result == mine
    assert findings == [
        'I023 3 the order of authors of talk "alexe" was changed here and in the source; yours stays',
    ]


def test_an_author_that_was_edited_and_is_gone_in_the_source() -> None:
    mine = BEFORE.replace("Bo Other, affiliations: [delft]", "Bo Other, affiliations: [oslo]")
    theirs = BEFORE.replace("  - {name: Bo Other, affiliations: [delft]}\n", "")
    assert update_one(BEFORE, mine, theirs) == (
        mine,
        ['I023 5 the source no longer has author "Bo Other" of talk "alexe", which was edited here; yours stays'],
    )
    assert update_one(BEFORE, BEFORE + "\nMine.\n", theirs)[0] == theirs + "\nMine.\n"


def test_an_author_that_was_taken_out_by_hand() -> None:
    line = "  - {name: Bo Other, affiliations: [delft]}\n"
    mine = BEFORE.replace(line, "")
    assert update_one(BEFORE, mine, BEFORE.replace("Tides", "Waves"))[0] == mine.replace("Tides", "Waves")
    result, findings = update_one(BEFORE, mine, BEFORE.replace(line, line.replace("delft", "oslo")))
    new = '"{name: Bo Other, affiliations: [oslo]}"'
    assert result == mine
    assert findings == [
        f'I023 3 author "Bo Other" of talk "alexe": taken out here, now {new} in the source; it stays out'
    ]


def test_other_paragraphs_on_both_sides() -> None:
    mine = BEFORE.replace("The first", "My first").replace("third paragraph.\n", "third paragraph.\n\n\nThe fourth.\n")
    theirs = BEFORE.replace("The second paragraph.", "The second one.\n\nOne between.")
    assert update_one(BEFORE, mine, theirs) == (
        mine.replace("The second paragraph.", "The second one.\n\nOne between."),
        ['I021 13 paragraph 2 of the abstract of talk "alexe" has changed', "I024 1 2 edits by hand are kept"],
    )


def test_the_same_paragraph_on_both_sides() -> None:
    mine, theirs = BEFORE.replace("The second", "My second"), BEFORE.replace("The second", "Their second")
    values = '"My second paragraph." here, "Their second paragraph." in the source; yours stays'
    assert update_one(BEFORE, mine, theirs) == (
        mine,
        [f'I023 13 paragraph 2 of the abstract of talk "alexe": {values}'],
    )


def test_new_fields_stand_after_what_they_follow_in_the_source() -> None:
    mine = BEFORE.replace("keywords: [tides, ocean]", "keywords:\n- tides\n- ocean   # wide")
    theirs = BEFORE.replace("keywords: [tides, ocean]", "language: de\nkeywords: [tides, waves, ocean]").replace(
        "---\nThe", "funding: |-\n  By the EU,\n  thanks.\n---\nThe"
    )
    after = (
        mine.replace("keywords:", "language: de\nkeywords:")
        .replace("- ocean", "- waves\n- ocean")
        .replace("---\nThe", "funding: |-\n  By the EU,\n  thanks.\n---\nThe")
    )
    assert update_one(BEFORE, mine, theirs)[0] == after


def test_a_long_text_where_a_comment_stands() -> None:
    before = BEFORE.replace("---\nThe", "funding: The EU\n---\nThe")
    mine = before.replace("The EU\n", "The EU # sure?\n")
    theirs = before.replace("funding: The EU", "funding: |-\n  The EU\n  and others")
    assert update_one(before, mine, theirs)[0] == before.replace("The EU\n", '"The EU\\nand others" # sure?\n')


def test_a_new_talk_and_one_whose_name_is_taken() -> None:
    result, findings = update({}, {TALK: "mine"}, {TALK: BEFORE, "content/talks/new.md": BEFORE})
    assert result == {TALK: "mine", "content/talks/new.md": BEFORE}
    assert said(findings) == [
        "I023 1 the source brings a file of this name, which stands here and was not written by an import; yours stays",
        'I020 1 talk "new" ("Tides of the North Sea") is new',
    ]


def test_withdrawn_talks() -> None:
    other = "content/talks/other.md"
    result, findings = update({TALK: BEFORE, other: BEFORE}, {TALK: BEFORE, other: f"{BEFORE}\nMine."}, {})
    assert result == {TALK: None, other: f"{BEFORE}\nMine."}
    assert said(findings) == [
        'I022 1 talk "alexe" ("Tides of the North Sea") is no longer in the source; its file is removed',
        'I022 1 talk "other" ("Tides of the North Sea") is no longer in the source; its file was edited by hand and stays',
    ]


def test_a_file_taken_out_by_hand_stays_out() -> None:
    assert update({TALK: BEFORE}, {}, {TALK: BEFORE}) == ({}, [])
    result, findings = update({TALK: BEFORE}, {}, {TALK: BEFORE.replace("Tides", "Waves")})
    assert result == {}
    assert said(findings) == [
        'I023 1 talk "alexe" ("Waves of the North Sea") changed in the source, but the file was taken out here; it stays out'
    ]


def test_a_file_that_is_no_yaml_any_more_is_not_touched() -> None:
    mine = BEFORE.replace("[delft]}", "[delft}")
    result, findings = update({TALK: BEFORE}, {TALK: mine}, {TALK: BEFORE.replace("Tides", "Waves")})
    assert result == {TALK: mine}
    assert [(one.code, one.place and one.place.line) for one in findings] == [(CONFLICT, 5)]
    assert update({TALK: BEFORE}, {TALK: mine}, {TALK: BEFORE})[0] == {TALK: mine}


def test_a_file_without_an_end_of_line_at_its_end() -> None:
    theirs = f"{BEFORE}\nThe fourth paragraph.\n"
    mine = BEFORE.replace("Tides", "Waves").removesuffix("\n")
    assert update_one(BEFORE, mine, theirs)[0] == f"{mine}\n\nThe fourth paragraph."


def test_what_cannot_be_put_in_is_a_conflict() -> None:
    before, theirs = (BEFORE.replace("[tides, ocean]", words) for words in ("[tides, ocean, sea]", "[sea, ocean]"))
    mine = before.replace("[tides, ocean, sea]", "[tides,   # most of it\n  ocean, sea]")
    result, findings = update_one(before, mine, theirs)
    assert result == mine
    assert findings[0].startswith("I023 9 ")
    assert "could not be put in" in findings[0]


def test_long_values_are_cut() -> None:
    theirs = BEFORE.replace("Tides", "Tides " + "and tides " * 20)
    message = update_one(BEFORE, BEFORE, theirs)[1][0]
    assert len(message) < 160
    assert message.endswith('…"')
