"""What was found in an earlier run is found in the next: on content with something to say by nearly every kind of rule, after
edits that change what rules look at, or only where it stands."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from mutated import CHANGES, FUZZED, Change, mutated

from booklet import judge_program, set_book
from booklet.checking.likeness import Trace, trace
from booklet.codes import SLIP
from booklet.composing.coverage import Lack, LacksOfProgram
from booklet.finding import Finding
from booklet.job import Job
from booklet.judgement import (
    HeadsJudgement,
    Judgement,
    TalkJudgement,
    packed_heads,
    packed_judgement,
    packed_talk,
    unpacked_heads,
    unpacked_judgement,
    unpacked_talk,
)
from booklet.make import make
from booklet.model.program import Program
from booklet.place import Place
from booklet.reading import read_talks
from booklet.reading.record_cache import UNREADABLE

Files = dict[str, str]

WORDS = "The storm begins at night, and every gauge of the valley tells of it by wire before the water comes down. "
FILES: Files = {
    "event.yaml": "title: Meeting\nzone: Europe/Berlin\nvenue: tba\nmacros: {'\\E': '\\mathbb{E}'}\n",
    "booklet.yaml": "abstract-words: {least: 3, most: 50}\n",
    "affiliations.yaml": "uni: University of Ulm\nother: Univ. of Ulm\n",
    "program.yaml": """\
sessions:
  - id: one
    title: Morning Стoрм
    date: 2026-04-23
    start: 9:00
    room: Aula 漢
    items:
      - {title: 'Welcome $\\nosuch$', minutes: 5}
      - {talk: ada, minutes: 20}
      - {talk: bob, minutes: 20, at: 9:10}
      - {talk: cy}
      - {talk: dee, minutes: 20}
""",
    "pages/hello.md": "---\ntitle: Hello 漢\n---\nWords.\n",
    "talks/ada.md": """\
---
title: On the storms
authors: [{name: Ada Lovelace, affiliations: [uni], presenting: true}, {name: Bob Orren, affiliations: [other]}]
figures: []
references: ["[1] A paper", Another one]
funding: tba
---
The the storm [1, 5] is seen in Figure 3 漢. See [?].
""",
    "talks/bob.md": f"---\ntitle: On valleys.\nauthors: [{{name: B. Orren, affiliations: [uni]}}]\n---\n{WORDS * 4}\n",
    "talks/cy.md": f"---\ntitle: On valley\nauthors: [Ada Lovelace]\n---\n{WORDS * 4} More of $\\E x$ and $\\nosuch$.\n",
    "talks/dee.md": """\
---
title: TBA
authors: [{name: dee quill, affiliations: [Ulm 漢, University of Ulm]}]
translation: {language: de, title: '漢', abstract: 'Wörter 漢'}
---
tba
""",
    "talks/eve.md": "---\ntitle: Nobody asks for it\nauthors: [Eve Orren]\n---\nAn аbstract of some words, аll right.\n",
}


def instead(name: str, old: str, new: str) -> Callable[[Files], Files]:
    """An edit of a file."""

    def edit(files: Files) -> Files:
        assert old in files[name]
        return files | {name: files[name].replace(old, new, 1)}

    return edit


def moved(old: str, new: str) -> Callable[[Files], Files]:
    """A file under another name."""
    return lambda files: {new if name == old else name: text for name, text in files.items()}


EDITS: dict[str, Callable[[Files], Files]] = {
    "nothing": lambda files: files,
    "an abstract": instead("talks/bob.md", "The storm", "A a storm (?)"),
    "an abstract like another": instead("talks/ada.md", "The the storm", WORDS * 4),
    "an abstract unlike the others": lambda files: files | {"talks/cy.md": "---\ntitle: On valley\n---\nOther words.\n"},
    "no abstract any more": instead("talks/bob.md", WORDS * 4, ""),
    "a line above all": instead("talks/ada.md", "title: ", "# a comment\ntitle: "),
    "a line above the places of an institute": instead("affiliations.yaml", "uni", "# a comment\nuni"),
    "a line above the sessions": instead("program.yaml", "sessions", "# a comment\nsessions"),
    "a line above the venue": instead("event.yaml", "title", "# a comment\ntitle"),
    "lines between references": instead("talks/ada.md", ', Another', ",\n  Another"),
    "a reference": instead("talks/ada.md", "Another one", '"[2] Another one"'),
    "funding": instead("talks/ada.md", "funding: tba", "funding: Somebody 漢 pays"),
    "a title": instead("talks/cy.md", "On valley", "On the storms"),
    "an author": instead("talks/cy.md", "Ada Lovelace", "Ada Lovelase"),
    "the first character that no font has": instead("talks/ada.md", "storm [1", "storm\n漢 [1"),
    "a translation": instead("talks/dee.md", "Wörter 漢", "Wörter $\\nosuch$"),
    "a talk fewer": lambda files: {name: text for name, text in files.items() if name != "talks/eve.md"},
    "a talk more": lambda files: files | {"talks/fay.md": files["talks/ada.md"]},
    "another order": instead("program.yaml", "talk: dee", "talk: eve"),
    "another file of the same talk": lambda files: moved("talks/cy.md", "talks/zoe.md")(
        instead("talks/cy.md", "title", "id: cy\ntitle")(files)
    ),
    "limits": instead("booklet.yaml", "50", "60"),
    "parts": instead("booklet.yaml", "abstract-", "sections: [abstracts]\nabstract-"),
    "a style": instead("booklet.yaml", "abstract-", "style: moss\nabstract-"),
    "macros": instead("event.yaml", "mathbb", "nosuch"),
    "the language": instead("event.yaml", "zone", "language: ja\nzone"),
    "people": lambda files: files | {"people.yaml": "people: [{name: Ada Lovelace, biography: 'Born 漢 $\\nosuch$'}]\n"},
    "an error in a file": instead("talks/ada.md", "figures", "figurs"),
}  # fmt: skip


def write(folder: Path, files: Files) -> None:
    for file in (folder / "content").rglob("*.*"):
        file.unlink()
    for name, text in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def found(folder: Path, *, cached: bool) -> tuple[Finding, ...]:
    return make(Job(folder, cached=cached), lambda *_: None).findings


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project after its first run; a single process makes its booklets."""
    monkeypatch.setattr(set_book, "_MANY", 0)
    monkeypatch.setattr(read_talks, "_KEPT", 0)
    monkeypatch.setattr(set_book, "useful_workers", lambda: 0)
    write(tmp_path, FILES)
    found(tmp_path, cached=True)
    return tmp_path


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_is_found_after_an_edit(project: Path, edit: Callable[[Files], Files]) -> None:
    write(project, edit(FILES))
    true = found(project, cached=False)
    assert found(project, cached=True) == true
    assert found(project, cached=True) == true
    write(project, FILES)
    assert found(project, cached=True) == found(project, cached=False)


@pytest.mark.parametrize(
    ("name", "looked_at", "heads"),
    [
        ("nothing", [], False),
        ("an abstract", ["bob"], False),
        ("a reference", ["ada"], False),
        ("no abstract any more", ["bob"], True),
        ("a title", ["cy"], True),
        ("a line above all", ["ada"], True),
        ("a line above the sessions", [], True),
        ("a talk fewer", [], True),
        ("limits", ["ada", "bob", "cy", "dee", "eve"], True),
    ],
)
def test_what_is_looked_at_after_an_edit(
    project: Path, monkeypatch: pytest.MonkeyPatch, name: str, looked_at: list[str], heads: bool
) -> None:
    seen: list[str] = []
    heads_seen: list[Program] = []

    def rule_of_talks(program: Program) -> list[Finding]:
        seen.extend(talk.id for talk in program.talks)
        return []

    def rule_of_heads(program: Program) -> list[Finding]:
        heads_seen.append(program)
        return []

    monkeypatch.setattr(judge_program, "RULES_OF_TALKS", (rule_of_talks,))
    monkeypatch.setattr(judge_program, "RULES_OF_HEADS", (rule_of_heads,))
    write(project, EDITS[name](FILES))
    found(project, cached=True)
    assert (sorted(seen), bool(heads_seen)) == (looked_at, heads)


def test_traces_are_the_same_in_every_process() -> None:
    """However Python mixes the hashes of texts in it."""
    code = f"from booklet.checking.likeness import trace; print(*trace({WORDS!r} * 3))"
    said = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    words, shingles = trace(WORDS * 3)
    assert len(shingles) > 3
    assert said == {f"{words} {shingles}\n".encode()}


FOUND = [Finding(SLIP, "a\u2028b \ud800", Place("x", 1, 2, 3), None, (Place("y"),), ("title", 1), "ada")]
LACKS = (Lack("漢", Place("x"), None, own=True), Lack("字", Place("y", 3), "ada"))
OF_A_TALK = TalkJudgement(FOUND, LACKS, Trace(-5, frozenset({-1, 0, 2**63 - 1})), bytes(range(16)))


def test_records() -> None:
    """What is packed is unpacked as it was."""
    for talk in (OF_A_TALK, TalkJudgement([], (), Trace(0, frozenset()), bytes(16))):
        assert unpacked_talk(packed_talk(talk)) == talk
    heads = HeadsJudgement(FOUND, LacksOfProgram(LACKS, ()))
    assert unpacked_heads(packed_heads(heads)) == heads
    judgement = Judgement(FOUND, "漢字", [(bytes(range(16)), b""), (bytes(16), b"a record")])
    assert unpacked_judgement(packed_judgement(judgement)) == judgement


@FUZZED
@given(CHANGES)
def test_what_is_no_record_is_known_for_none(changes: list[Change]) -> None:
    for unpack, record in (
        (unpacked_talk, packed_talk(OF_A_TALK)),
        (unpacked_heads, packed_heads(HeadsJudgement(FOUND, LacksOfProgram(LACKS, LACKS)))),
    ):
        with suppress(*UNREADABLE):
            unpack(mutated(record, changes))
