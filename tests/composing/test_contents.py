"""The table of contents: true numbers, an entry for each part that has pages, and only where it is wanted."""

from pathlib import Path

import pytest

from meeting import kids, pages_of, part, program_of, tags, talk, with_words
from tag_tree import tag_of

CHOSEN = "sections: [front-cover, contents, pages, program, posters, abstracts, notes, back-cover]\n"


def free_pages(count: int) -> dict[str, str]:
    return {f"pages/p{number:03}.md": f"---\ntitle: Leaf {number}\n---\nText.\n" for number in range(count)}


@pytest.mark.parametrize("paper", ["A4", "A5"])
@pytest.mark.parametrize("count", [1, 9, 22, 23, 60])
def test_numbers_are_true(tmp_path: Path, paper: str, count: int) -> None:
    """Also when the contents themselves take several pages."""
    pages = pages_of(tmp_path, {**free_pages(count), "booklet.yaml": CHOSEN}, paper)
    own = [index for index, page in enumerate(pages) if "Contents" in page]
    listed = [run for index in own for run in pages[index]]
    for number in range(count):
        words = f"Leaf {number}"
        page = next(index for index in with_words(pages, words) if index not in own)
        assert listed[listed.index(words) - 1] == str(page + 1)
    assert (len(own) > 1) == (count > 20)
    assert own == list(range(1, 1 + len(own)))
    assert len(pages) % 4 == 0


def test_short_booklets_do_without(tmp_path: Path) -> None:
    """Cover, program, as many abstracts as it takes, index, back cover; pages for notes do not count."""
    found = []
    for count in (18, 19, 20):
        talks = {f"talks/t{number:02}.md": talk(f"T{number}") for number in range(count - 1)}
        pages = pages_of(tmp_path / str(count), talks)
        assert len(pages) % 4 == 0
        found.append((len(pages), bool(with_words(pages, "Contents"))))
    assert found == [(24, False), (24, False), (28, True)]


def test_nothing_to_list(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, {"booklet.yaml": "sections: [front-cover, contents, back-cover]\n"})
    assert len(pages) == 2


def test_asked_for(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, {"booklet.yaml": "sections: [contents, program, abstracts]\n"})
    assert pages[0][:7] == ["Contents", "2", "Program", "Tuesday, May 5, 2026", "3", "Abstracts", "1 talk"]


def test_structure(tmp_path: Path) -> None:
    """Items of the table hold a reference and what is said of it, and those of days are a table inside."""
    sessions = "[{id: a, title: S, date: 2026-05-05, start: 9:00, items: [{talk: ada, minutes: 9}]}, "
    sessions += "{id: b, title: T, date: 2026-05-06, start: 9:00, items: [{title: X, minutes: 9}]}]"
    program = program_of(tmp_path, {"program.yaml": f"sessions: {sessions}\n", "booklet.yaml": CHOSEN})
    ((_, piece),) = part("contents", program, pages={"program": 4, "session-b": 6, "session-a": 5, "talk-ada": 9})
    assert kids(tag_of(piece)) == ["H1", "TOC"]
    outer, inner = tags(tag_of(piece), "TOC")
    of_days = tuple(tags(inner, "TOCI"))
    assert [kids(item) for item in of_days] == [["Reference"], ["Reference"]]
    others = [item for item in tags(outer, "TOCI") if item not in of_days]
    assert [kids(item) for item in others] == [["Reference", "P", "TOC"], ["Reference", "P"]]
    assert all(kids(reference) == ["Link", "Link"] for reference in tags(outer, "Reference"))
    assert [link.target for link in piece.links[::2]] == ["#program", "#session-a", "#session-b", "#talk-ada"]
    assert [link.words for link in piece.links[::2]] == ["Page 5", "Page 6", "Page 7", "Page 10"]
    assert [item.refers for item in tags(outer, "TOCI")] == ["program", "session-a", "session-b", "talk-ada"]


def test_a_day_without_a_place_has_no_entry(tmp_path: Path) -> None:
    sessions = "[{id: a, title: S, date: 2026-05-05, start: 9:00, items: [{talk: ada, minutes: 9}]}, "
    sessions += "{id: b, title: T, date: 2026-05-06, start: 9:00, items: [{title: X, minutes: 9}]}]"
    program = program_of(tmp_path, {"program.yaml": f"sessions: {sessions}\n", "booklet.yaml": CHOSEN})
    ((_, piece),) = part("contents", program, pages={"program": 4, "session-b": 6})
    assert [item.refers for item in tags(tag_of(piece), "TOCI")] == ["program", "session-b"]
    assert part("contents", program, pages={}) == ()


def test_days_at_a_glance_have_entries_of_their_own(tmp_path: Path) -> None:
    sessions = "[{id: a, title: S, date: 2026-05-05, start: 9:00, items: [{talk: ada, minutes: 9}]}, "
    sessions += "{id: b, title: T, date: 2026-05-06, start: 9:00, items: [{title: X, minutes: 9}]}]"
    program = program_of(tmp_path, {"program.yaml": f"sessions: {sessions}\n", "booklet.yaml": CHOSEN})
    places = {"program": 4, "program-1-glance-1": 4, "program-2-glance-1": 5, "program-1": 6, "program-2": 8}
    ((_, piece),) = part("contents", program, pages=places)
    assert [(link.words, link.target) for link in piece.links[3::2]] == [
        ("Tuesday, May 5 at a glance", "#program-1-glance-1"),
        ("Wednesday, May 6 at a glance", "#program-2-glance-1"),
        ("Tuesday, May 5", "#program-1"),
        ("Wednesday, May 6", "#program-2"),
    ]
