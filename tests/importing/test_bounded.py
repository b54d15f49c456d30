"""A meeting is cut to what content files may hold, and what has no title or key of its own is given one."""

import datetime as dt

from booklet import limits
from booklet.codes import LEFT_OUT, NO_TEXT
from booklet.finding import Finding
from booklet.importing.bounded import bounded
from booklet.importing.meeting import ImportedEvent, ImportedItem, ImportedPage, ImportedSession, ImportedTalk, Meeting
from booklet.place import Place

HERE = Place("x.json")
DAY = dt.date(2031, 5, 4)


def talk(key: str, title: str = "Kites", abstract: str = "") -> ImportedTalk:
    return ImportedTalk(key, title, HERE, abstract)


def session(key: str, *items: ImportedItem, title: str = "Wind") -> ImportedSession:
    return ImportedSession(key, title, DAY, HERE, items=items)


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code.name for finding in findings]


def test_keys_of_sessions_are_each_once() -> None:
    findings: list[Finding] = []
    found = bounded(Meeting(ImportedEvent(), tuple(map(session, ("a", "b", "a", "a #2", "a", "b")))), findings)
    assert [one.key for one in found.sessions] == ["a", "b", "a #3", "a #2", "a #4", "b #2"]
    assert findings == []


def test_what_has_no_title_is_given_one() -> None:
    findings: list[Finding] = []
    items = (ImportedItem("1"), ImportedItem(minutes=5), ImportedItem(title="Tea"))
    sessions = (session("a", *items, title=""), session("b", items[2], title=""), session("c", title=""))
    found = bounded(
        Meeting(ImportedEvent(), sessions, (talk("1", ""),), pages=(ImportedPage("preface", "", ""),)), findings
    )
    assert [one.title for one in (*found.talks, *found.sessions, *found.pages)] == [
        "Untitled", "Untitled", "Tea", "Untitled", "preface",
    ]  # fmt: skip
    assert [item.talk or item.title for item in found.sessions[0].items] == ["1", "Tea"]
    assert codes(findings) == [NO_TEXT.name]


def test_talks_twice_and_talks_that_are_not_there() -> None:
    findings: list[Finding] = []
    sessions = (session("a", ImportedItem("1"), ImportedItem("nowhere")),)
    found = bounded(Meeting(ImportedEvent(), sessions, (talk("1"), talk("1", "Other"))), findings)
    assert [one.title for one in found.talks] == ["Kites"]
    assert [item.talk for item in found.sessions[0].items] == ["1"]
    assert codes(findings) == [LEFT_OUT.name, LEFT_OUT.name]


def test_abstracts_and_their_last_line_end_fit() -> None:
    many = "\n".join(f"- entry {number}" for number in range(limits.PARAGRAPHS))
    texts = {
        "word " * limits.ABSTRACT: limits.ABSTRACT - 1,
        "k" * limits.ABSTRACT: limits.ABSTRACT - 1,
        "k" * (limits.ABSTRACT - 1): limits.ABSTRACT - 1,
        f"*Kites*\n\n{many}": len("*Kites*"),
        many + "\n- one more": len(many),
        "x\n\n" * 999: 3 * limits.PARAGRAPHS - 2,
    }
    for text, most in texts.items():
        findings: list[Finding] = []
        (found,) = bounded(Meeting(ImportedEvent(), talks=(talk("1", abstract=text),)), findings).talks
        assert len(found.abstract) <= most
        assert found.abstract
        assert codes(findings) == ([] if found.abstract == text else [LEFT_OUT.name])


def test_titles_fit() -> None:
    findings: list[Finding] = []
    long = "*Kites* " * limits.TITLE
    found = bounded(Meeting(ImportedEvent(), (session("a", title=long),), (talk("1", long),)), findings)
    assert all(0 < len(one.title) <= limits.TITLE for one in (*found.talks, *found.sessions))
    assert codes(findings) == [LEFT_OUT.name] * 2
