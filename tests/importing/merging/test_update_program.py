"""Updates of the program and of files for all talks: before, by hand, in the source, after."""

from written_content import PROGRAM, said, update, update_one

BEFORE = """\
sessions:
  - id: ml
    title: Machine Learning
    date: 2026-04-23
    start: 9:00
    items:
      - {title: Welcome, minutes: 5}
      - {talk: ada, minutes: 18 + 2}
      - {talk: bo, minutes: 18 + 2}
  - id: da
    title: Data
    date: 2026-04-24
    chairs: [Ada Example]
    items:
      - {talk: cy, minutes: 18 + 2}
      - {talk: di, minutes: 18 + 2}
"""
ADA, BO, CY, DI = (f"      - {{talk: {talk}, minutes: 18 + 2}}\n" for talk in ("ada", "bo", "cy", "di"))


def talk(title: str) -> str:
    return f"---\ntitle: {title}\n---\nText.\n"


def update_all(
    mine: str, theirs: str, talks: dict[str, tuple[str | None, str | None, str | None]]
) -> tuple[dict[str, str | None], list[str]]:
    """An update of the program and of talks, each with its last, own and new text (None: there is no file)."""
    versions: list[dict[str, str]] = [{PROGRAM: BEFORE}, {PROGRAM: mine}, {PROGRAM: theirs}]
    for name, texts in talks.items():
        for version, text in zip(versions, texts, strict=True):
            if text is not None:
                version[f"content/talks/{name}.md"] = text
    result, findings = update(*versions)
    return result, said(findings)


def test_new_items_and_sessions() -> None:
    mine = BEFORE.replace(BO, "      # mine\n      - {talk: me, minutes: 10}\n" + BO)
    theirs = BEFORE.replace(BO, f"{BO}      - {{talk: new, minutes: 20}}\n") + "  - id: pm\n    title: Evening\n"
    after = mine.replace(BO, f"{BO}      - {{talk: new, minutes: 20}}\n") + "  - id: pm\n    title: Evening\n"
    assert update_one(BEFORE, mine, theirs, PROGRAM) == (
        after,
        [
            'I020 12 talk "new" of session "ml" is new',
            'I020 20 session "pm" is new',
            "I024 1 2 edits by hand are kept",
        ],
    )


def test_an_item_moves_in_its_session() -> None:
    mine = BEFORE.replace(CY, f"      # long\n{CY.replace('18', '28')}").replace("start: 9:00", "start: 9:30")
    theirs = BEFORE.replace(CY + DI, DI + CY)
    changed = f"      # long\n{CY.replace('18', '28')}"
    result, findings = update_one(BEFORE, mine, theirs, PROGRAM)
    assert result == mine.replace(changed + DI, DI + changed)
    assert findings[0] == 'I021 14 the order of items of session "da" has changed'


def test_an_item_moves_to_another_session_with_the_edits_of_it() -> None:
    changed = BO.replace("18 + 2}", "25}   # longer")
    mine = BEFORE.replace(BO, changed)
    theirs = BEFORE.replace(BO, "").replace(CY, CY + BO.replace("}", ", at: 10:00}"))
    result, findings = update_one(BEFORE, mine, theirs, PROGRAM)
    assert result == BEFORE.replace(BO, "").replace(CY, CY + changed.replace("}", ", at: 10:00}"))
    assert 'I021 15 talk "bo" of session "da" stood in another session' in findings


def test_an_item_that_both_moved() -> None:
    mine = BEFORE.replace(BO, "") + "  - id: pm\n    title: Evening\n    items:\n" + BO
    theirs = BEFORE.replace(BO, "").replace(CY, CY + BO)
    result, findings = update_one(BEFORE, mine, theirs, PROGRAM)
    assert result == mine
    assert findings[0] == 'I023 19 talk "bo" stands in session "pm" here and in session "da" in the source; yours stays'


def test_an_item_moved_by_hand_takes_changes_of_the_source() -> None:
    mine = BEFORE.replace(BO, "").replace(CY, BO + CY)
    theirs = BEFORE.replace(BO, BO.replace("18", "13"))
    assert update_one(BEFORE, mine, theirs, PROGRAM)[0] == mine.replace(BO, BO.replace("18", "13"))


def test_an_item_taken_out_by_hand_stays_out() -> None:
    mine = BEFORE.replace(BO, "")
    assert update_one(BEFORE, mine, BEFORE.replace("Data", "Dates"), PROGRAM)[0] == mine.replace("Data", "Dates")
    for theirs in (BEFORE.replace(BO, "").replace(CY, BO + CY), BEFORE.replace(BO, BO.replace("18", "13"))):
        result, findings = update_one(BEFORE, mine, theirs, PROGRAM)
        assert result == mine
        assert [one[:4] for one in findings] == ["I023"]
        assert "taken out here" in findings[0]


def test_a_withdrawn_talk_leaves_the_program() -> None:
    mine = BEFORE.replace(BO, BO.replace("18 + 2}", "25}  # longer"))
    theirs = BEFORE.replace(BO, "")
    result, findings = update_all(mine, theirs, {"bo": (talk("Waves"), talk("Waves"), None)})
    assert result == {PROGRAM: BEFORE.replace(BO, "      # longer\n"), "content/talks/bo.md": None}
    assert findings[0] == 'I022 1 talk "bo" ("Waves") is no longer in the source; its file is removed'


def test_a_withdrawn_talk_that_was_edited_stays_in_the_program() -> None:
    theirs = BEFORE.replace(BO, "").replace("Data", "Dates")
    result, _ = update_all(BEFORE, theirs, {"bo": (talk("Waves"), talk("My waves"), None)})
    assert result == {PROGRAM: BEFORE.replace("Data", "Dates"), "content/talks/bo.md": talk("My waves")}


def test_a_new_talk_is_told_once() -> None:
    theirs = BEFORE.replace(BO, BO + BO.replace("bo", "new"))
    result, findings = update_all(BEFORE, theirs, {"new": (None, None, talk("Waves"))})
    assert result == {PROGRAM: theirs, "content/talks/new.md": talk("Waves")}
    assert findings == ['I020 1 talk "new" ("Waves") is new']


def test_all_talks_of_a_session_are_withdrawn() -> None:
    gone = {name: (talk(name), talk(name), None) for name in ("cy", "di")}
    mine = BEFORE.replace("title: Data", "title: My data")
    theirs = BEFORE.replace(f"    items:\n{CY}{DI}", "")
    result, findings = update_all(mine, theirs, gone)
    assert result[PROGRAM] == mine.replace(f"    items:\n{CY}{DI}", "")
    assert findings[-1] == "I024 1 an edit by hand is kept"


def test_talks_whose_files_were_taken_out_by_hand() -> None:
    mine = BEFORE.replace(BO, "")
    theirs = BEFORE.replace(BO, "").replace(CY, BO + CY).replace("Data", "Dates")
    result, findings = update_all(mine, theirs, {"bo": (talk("Waves"), None, talk("Waves"))})
    assert result == {PROGRAM: mine.replace("Data", "Dates")}
    assert findings == ['I021 10 title of session "da": "Data" is now "Dates"']


def test_a_session_that_is_gone() -> None:
    first = BEFORE[: BEFORE.index("  - id: da")]
    assert update_one(BEFORE, "# My program\n" + BEFORE, first, PROGRAM)[0] == "# My program\n" + first
    mine = BEFORE.replace("title: Data", "title: My data")
    assert update_one(BEFORE, mine, first, PROGRAM) == (
        mine,
        ['I023 10 the source no longer has session "da", which was edited here; yours stays'],
    )


def test_the_last_entry_of_a_list_goes() -> None:
    before = "rooms: [A, B]\nsessions:\n  - id: x\n    chairs:\n      - Ada\n    title: X\n"
    mine = before.replace("title: X", "title: Y")
    theirs = "rooms: []\nsessions:\n  - id: x\n    chairs: []\n    title: X\n"
    after = "rooms: []\nsessions:\n  - id: x\n    chairs: []\n    title: Y\n"
    assert update_one(before, mine, theirs, PROGRAM)[0] == after


def test_the_first_key_of_a_record_goes() -> None:
    before = "people:\n  - orcid: x\n    name: Ada\n  - name: Bo\n"
    mine, theirs = before.replace("Bo", "Bo # b"), before.replace("orcid: x\n    ", "")
    path = "content/people.yaml"
    assert update_one(before, mine, theirs, path)[0] == "people:\n  - name: Ada\n  - name: Bo # b\n"


def test_a_room_becomes_a_record() -> None:
    before, theirs = "rooms:\n  - Hall\n  - Attic\n", "rooms:\n  - {name: Hall, building: Old House}\n  - Attic\n"
    mine = before.replace("Attic", "Attic # hot")
    assert update_one(before, mine, theirs, PROGRAM)[0] == theirs.replace("Attic", "Attic # hot")


def test_the_event() -> None:
    path = "content/event.yaml"
    before = "title: Meeting\nzone: UTC\ntime-zones:\n  Europe: [London, Berlin]\n"
    mine = "# ours\nzone: UTC\ntitle: The Meeting\nclock: 12\ntime-zones:\n  Europe: [London, Berlin, Rome]\n"
    theirs = before.replace("[London", "[Paris, London") + "  Asia: [Tokyo]\nvenue: online\n"
    after = mine.replace("[London", "[Paris, London") + "  Asia: [Tokyo]\nvenue: online\n"
    result, findings = update_one(before, mine, theirs, path)
    assert result == after
    assert 'I021 8 venue of the event: "online" is new' in findings
