"""What is known of lines goes through a record; and what is kept of a section serves it when one of its talks is edited."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from booklet import set_book
from booklet.job import Job
from booklet.lettering import breaking
from booklet.lettering.line_ends import Ends
from booklet.make import make
from booklet.typesetting.ends_record import packed_ends, unpacked_ends

EXAMPLE = Path(__file__).parents[2] / "examples" / "conference"


def test_nothing_is_lost() -> None:
    known: dict[str, Ends] = {"a": [(3, 0, False), (7, 2, True)], "b": None, "c": []}
    assert unpacked_ends(packed_ends(known)) == known


@pytest.mark.parametrize("record", [b"", b"[]", b"{", b'{"a":1}', b'{"a":[[1,2]]}', b'{"a":[["x",0,false]]}', b"\xff"])
def test_what_cannot_be_read_says_nothing(record: bytes) -> None:
    assert unpacked_ends(record) == {}


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """An entry for every paragraph whose lines are found."""
    done: list[int] = []
    find: Callable[..., Ends] = breaking._total_fit
    monkeypatch.setattr(breaking, "_total_fit", lambda *given: done.append(1) or find(*given))  # type: ignore[func-returns-value]
    return done


@pytest.mark.parametrize("layout", ["run-on", "two-columns"])
def test_lines_of_talks_that_are_not_edited_are_not_found_again(
    layout: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: list[int]
) -> None:
    monkeypatch.setattr(set_book, "_MANY", 0)
    monkeypatch.setattr(set_book, "useful_workers", lambda: 0)
    folder = tmp_path / "project"
    copytree(EXAMPLE, folder, ignore=ignore_patterns("out"))
    with (folder / "content" / "booklet.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"abstracts: {{layout: {layout}}}\nsections: [abstracts]\n")
    make(Job(folder), lambda *_: None)
    all_found = len(found)
    with (folder / "content" / "talks" / "budget.md").open("a", encoding="utf-8") as talk:
        talk.write(" And one more sentence.\n")
    found.clear()
    edited = make(Job(folder), lambda *_: None)
    assert 1 <= len(found) < all_found / 10  # those with formulas, and the edited one
    found.clear()
    anew = make(Job(folder, output=tmp_path / "anew.pdf", cached=False), lambda *_: None)
    assert edited.output
    assert anew.output
    assert edited.output.read_bytes() == anew.output.read_bytes()
    assert len(found) >= all_found
