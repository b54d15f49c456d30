"""Random files, edits by hand and changes of the source: no edit is lost, and what is written is what is meant."""

import re
from copy import deepcopy
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from written_content import PROGRAM, TALK, lines, talk_file, update

from booklet.finding import Severity
from booklet.importing.merging.plain_values import value_of
from booklet.yaml_file import read_yaml_text

# How long a single example takes says nothing on a busy machine.
EASY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=50)
THOROUGH = settings(EASY, max_examples=150)

WORDS = st.sampled_from(
    ["Ocean", "Waves", "New: tides", "a # b", "x, y", "[z]", "it's", '"q"', "Müller", "null", "- x", "7:05"]
)
SHORT = st.lists(WORDS, max_size=4, unique=True)
NAMES = ["Ada Example", "Bo Other", "Cy Third", "Di, Fourth", "Éa Fifth"]
AUTHOR = st.fixed_dictionaries({"affiliations": SHORT}, optional={"presenting": st.just("true")})
FRONT = st.fixed_dictionaries(
    {
        "title": WORDS,
        "authors": st.lists(st.sampled_from(NAMES), min_size=1, unique=True).flatmap(
            lambda names: st.tuples(*[AUTHOR for _ in names]).map(
                lambda rest: [{"name": name, **one} for name, one in zip(names, rest, strict=True)]
            )
        ),
    },
    optional={
        "affiliations": st.dictionaries(st.sampled_from(["a", "b-c", "d1"]), WORDS, min_size=1),
        "keywords": SHORT,
        "track": WORDS,
        "funding": st.sampled_from(["one line", "two\nlines", "three\n\nlines: of # text"]),
        "language": st.sampled_from(["en", "de"]),
    },
)
PARAGRAPHS = st.lists(st.sampled_from(["One.", "Two\nlines.", "Three.", "Four.", "Five."]), min_size=1, max_size=5)
ITEM = st.fixed_dictionaries({"minutes": st.sampled_from(["15", "18 + 2", "20"])}, optional={"at": st.just("8:00")})
IDS = ["t1", "t2", "t3", "t4", "t5", "t6"]


@st.composite
def programs(draw: st.DrawFn) -> dict[str, Any]:
    talks = draw(st.permutations(IDS))
    sessions = []
    for key in draw(st.lists(st.sampled_from(["ml", "da", "pm"]), min_size=1, unique=True)):
        items = []
        for _ in range(draw(st.integers(0, 3))):
            if talks and draw(st.booleans()):
                items.append({"talk": talks.pop(), **draw(ITEM)})
            else:
                items.append({"title": draw(st.sampled_from(["Coffee", "Welcome"])), **draw(ITEM)})
        session: dict[str, Any] = {"id": key, "title": draw(WORDS), "date": "2026-04-23"}
        if draw(st.booleans()):
            session["chairs"] = draw(SHORT)
        if items:
            session["items"] = items
        sessions.append(session)
    return {"sessions": sessions}


@st.composite
def by_hand(draw: st.DrawFn, text: str) -> str:
    """A text with a few edits that leave it valid: comments, other quotes, other values, keys added or moved, entries
    taken out."""
    for _ in range(draw(st.integers(0, 4))):
        rows = text.split("\n")
        end = next((at for at, row in enumerate(rows[1:], 1) if row == "---"), len(rows) - 1)
        inside = [at for at in range(1, end) if not rows[at - 1].endswith("|-") and "funding" not in rows[at]]
        inside = [at for at in inside if not any("|-" in row for row in rows[max(0, at - 5) : at + 1])]
        if not inside:
            continue
        at = draw(st.sampled_from(inside))
        kind = draw(st.sampled_from(["comment", "end", "quotes", "value", "key", "out", "blank", "body"]))
        if kind == "comment":
            rows.insert(at, f"{' ' * draw(st.integers(0, 6))}# note {draw(st.integers(0, 99))}")
        elif kind == "blank":
            rows.insert(at, "")
        elif kind == "end":
            rows[at] += f"   # mark {draw(st.integers(0, 99))}"
        elif kind == "quotes":
            rows[at] = re.sub(r"(\w+): (\w[\w ]*)(?=$|[,}])", r"\1: '\2'", rows[at])
        elif kind == "value":
            rows[at] = re.sub(r"(title|minutes|track): [^,{}\[\]#]*$", r"\1: by hand", rows[at])
            rows[at] = re.sub(r"minutes: [^,{}\[\]#]*", "minutes: 99", rows[at])
        elif kind == "key" and re.match(r"[a-z]+:", rows[at]):
            rows.insert(at, f"x-own-{draw(st.integers(0, 99))}: [mine, 'too']")
        elif kind == "out" and re.match(r" +- \{", rows[at]) and re.match(r" +- \{", rows[at - 1] + rows[at + 1]):
            del rows[at]
        elif kind == "body" and end < len(rows) - 1:
            rows.insert(draw(st.integers(end + 1, len(rows) - 1)), f"\nOwn words {draw(st.integers(0, 99))}.\n")
        changed = "\n".join(rows)
        if is_yaml(changed):
            text = changed
    return text


def front_of(text: str) -> str:
    return text.split("\n---\n")[0].removeprefix("---\n") if text.startswith("---") else text


def body_of(text: str) -> str:
    return text.split("\n---\n", 1)[1] if text.startswith("---") else ""


def is_yaml(text: str) -> bool:
    return not any(one.severity is Severity.ERROR for one in read_yaml_text(front_of(text), "x")[1])


def values(text: str | None) -> Any:
    assert text is not None
    node, findings = read_yaml_text(front_of(text), "x")
    assert [one for one in findings if one.severity is Severity.ERROR] == []
    return value_of(node)


def paragraphs(text: str | None) -> list[str]:
    return [one.strip() for one in re.split(r"\n\s*\n", body_of(text or "")) if one.strip()]


def comments(text: str | None) -> list[str]:
    return re.findall(r"# (?:note|mark) \d+", text or "")


TALK_FILES = st.builds(talk_file, FRONT, PARAGRAPHS).map(lambda text: (TALK, text))
PROGRAM_FILES = programs().map(lambda program: (PROGRAM, lines(program)))
FILES = TALK_FILES | PROGRAM_FILES


@st.composite
def versions(draw: st.DrawFn) -> tuple[str, str, str, str]:
    """A path with the last import's text, the organizer's and the new import's."""
    kind = draw(st.sampled_from([TALK_FILES, PROGRAM_FILES]))
    path, last = draw(kind)
    _, theirs = draw(kind)
    return path, last, draw(by_hand(last)), theirs


@EASY
@given(FILES.flatmap(lambda file: st.tuples(st.just(file), by_hand(file[1]))))
def test_without_changes_of_the_source_nothing_changes(case: tuple[tuple[str, str], str]) -> None:
    (path, last), mine = case
    assert update({path: last}, {path: mine}, {path: last})[0] == {path: mine}


@EASY
@given(versions())
def test_without_edits_the_new_import_is_the_result(case: tuple[str, str, str, str]) -> None:
    path, last, _, theirs = case
    assert update({path: last}, {path: last}, {path: theirs})[0] == {path: theirs}


@EASY
@given(versions())
def test_with_an_edit_of_form_alone_the_values_are_those_of_the_new_import(case: tuple[str, str, str, str]) -> None:
    """A blank at the end of a line: the file is merged in place, and yet nothing in it was changed by hand."""
    path, last, _, theirs = case
    mine = re.sub(r"(?m)^(title: .*|  - id: .*)$", r"\1 ", last, count=1)
    result, findings = update({path: last}, {path: mine}, {path: theirs})
    assert values(result[path]) == values(theirs)
    assert paragraphs(result[path]) == paragraphs(theirs)
    assert not [one for one in findings if one.severity is not Severity.NOTE]


@THOROUGH
@given(versions())
def test_no_edit_is_lost(case: tuple[str, str, str, str]) -> None:
    path, last, mine, theirs = case
    result = update({path: last}, {path: mine}, {path: theirs})[0][path]
    assert sorted(comments(result)) == sorted(comments(mine))
    assert_kept(values(last), values(mine), values(theirs), values(result))
    own = [one for one in paragraphs(mine) if one.startswith("Own words")]
    assert [one for one in paragraphs(result) if one.startswith("Own words")] == own


def records(value: Any) -> dict[str, dict[str, Any]]:
    return {one.get("name") or one["id"]: one for one in value.get("authors", value.get("sessions")) or []}


def items_of(value: Any) -> list[tuple[str, dict[str, Any]]]:
    """Each item of a talk with its talk."""
    items = [item for session in value.get("sessions") or [] for item in session.get("items") or []]
    return [(item["talk"], item) for item in items if "talk" in item]


def assert_kept(last: Any, mine: Any, theirs: Any, result: Any) -> None:
    """Each field is that of the side which changed it; where both did, the organizer's."""
    for key in {*last, *mine, *theirs} - {"authors", "sessions", "items", "keywords", "chairs", "affiliations"}:
        was, here, there = last.get(key), mine.get(key), theirs.get(key)
        if was == here != there is None:  # it may stay because of a comment to it
            assert result.get(key) in (None, here)
        else:
            assert result.get(key) == (there if here == was else here)
    old, own, new, now = (records(one) for one in (last, mine, theirs, result))
    for name, record in own.items():
        if name in new or name not in old or record != old[name]:
            assert_kept(old.get(name, {}), record, new.get(name, {}), now[name])
    for name in new:
        assert (name in now) == (name in own or name not in old)


@THOROUGH
@given(PROGRAM_FILES.flatmap(lambda one: st.tuples(st.just(one[1]), by_hand(one[1]), PROGRAM_FILES)))
def test_every_talk_of_the_program_stands_where_one_of_both_has_it(case: tuple[str, str, tuple[str, str]]) -> None:
    last, mine, (_, theirs) = case
    result, findings = update({PROGRAM: last}, {PROGRAM: mine}, {PROGRAM: theirs})
    old, own, new, now = (items_of(values(text)) for text in (last, mine, theirs, result[PROGRAM]))
    conflicts = [one for one in findings if one.severity is Severity.WARNING]
    for talk in IDS:
        was, here, there, is_now = ([item for key, item in side if key == talk] for side in (old, own, new, now))
        if here and was and here != was:
            assert here[0]["minutes"] in [item["minutes"] for item in is_now] or here[0]["minutes"] == was[0]["minutes"]
        if was and not here:
            assert not is_now
        if there and (here or not was):
            assert is_now
        if not there and not was:
            assert is_now == here
        assert len(is_now) <= 1 or conflicts


@EASY
@given(versions())
def test_the_same_update_again_changes_nothing(case: tuple[str, str, str, str]) -> None:
    path, last, mine, theirs = case
    once, _ = update({path: last}, {path: mine}, {path: theirs})
    text = once[path] or ""
    again, findings = update({path: theirs}, {path: text}, {path: theirs})
    assert again == once
    assert not [one for one in findings if one.severity is not Severity.NOTE]
    assert update({path: last}, {path: text}, {path: theirs})[0] == once


@EASY
@given(FRONT, FRONT, PARAGRAPHS, st.sets(st.sampled_from(["title", "track", "funding", "language", "keywords"])))
def test_edits_of_different_fields_are_both_there(
    before: dict[str, Any], other: dict[str, Any], text: list[str], fields: set[str]
) -> None:
    mine, theirs, expected = deepcopy(before), deepcopy(before), deepcopy(before)
    for key in ["title", "track", "funding", "language", "keywords"]:
        side = mine if key in fields else theirs
        for one in (side, expected):
            one.pop(key, None)
            if key in other:
                one[key] = other[key]
    result, findings = update(
        {TALK: talk_file(before, text)}, {TALK: talk_file(mine, text)}, {TALK: talk_file(theirs, text)}
    )
    assert values(result[TALK]) == values(talk_file(expected, text))
    assert not [one for one in findings if one.severity is not Severity.NOTE]


@EASY
@given(versions(), st.sampled_from(["\r\n", "\r"]), st.booleans())
def test_line_ends_and_a_byte_order_mark_stay(case: tuple[str, str, str, str], ending: str, mark: bool) -> None:
    path, last, mine, theirs = case
    start = "\ufeff" if mark else ""
    expected = update({path: last}, {path: mine}, {path: theirs})[0][path] or ""
    result = update({path: last}, {path: start + mine.replace("\n", ending)}, {path: theirs})[0][path]
    if mine != theirs:
        assert result == start + expected.replace("\n", ending)


@st.composite
def broken(draw: st.DrawFn, text: str) -> str:
    at, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    new = draw(
        st.text(max_size=6)
        | st.sampled_from(["\r", "\r\n", "---\n", "{", "]", "#", "- ", "? ", "|", "\t", "\ud800", "&a"])
    )
    return text[:at] + new + text[max(at, min(end, at + 5)) :]


@THOROUGH
@given(st.data())
def test_whatever_comes_in_there_is_a_result(data: st.DataObject) -> None:
    path, last, mine, theirs = data.draw(versions())
    texts = [data.draw(st.just(text) | broken(text) | st.text()) for text in (last, mine, theirs)]
    result, _ = update(*({path: text} for text in texts))
    if texts[0] == texts[2]:
        assert result == {path: texts[1]}


@EASY
@given(
    st.dictionaries(st.text(max_size=8), st.text(max_size=20)),
    st.dictionaries(st.text(max_size=8), st.text(max_size=20)),
)
def test_files_that_no_import_wrote_stay(mine: dict[str, str], theirs: dict[str, str]) -> None:
    result, _ = update({}, mine, theirs)
    assert result == {**theirs, **mine}
