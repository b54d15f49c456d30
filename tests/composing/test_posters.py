"""The list of posters: by board, under their sessions, leading to the abstracts."""

from pathlib import Path

import pytest

from meeting import FILES, kids, pages_of, part, program_of, tags, talk, with_words
from tag_tree import tag_of

SECTIONS = "sections: [program, posters, abstracts]\nabstracts: {layout: page}\n"


def posters(boards: list[str | None], sessions: list[tuple[list[int], str]]) -> dict[str, str]:
    """Posters on these boards, and sessions that have some of them and further keys."""
    files = {
        f"talks/p{index:03}.md": talk(f"Poster {index}", "kind: poster", *([f"board: {board}"] if board else []))
        for index, board in enumerate(boards)
    }
    written = [FILES["program.yaml"].removeprefix("sessions: [").rstrip("]\n")]
    for number, (shown, more) in enumerate(sessions):
        items = ", ".join(f"{{talk: p{index:03}}}" for index in shown)
        written.append(
            f"{{id: s{number}, title: Session {number}, date: 2026-05-0{6 + number}, start: 15:00, until: 16:00, "
            f"kind: posters, room: Yard{more}{f', items: [{items}]' if shown else ''}}}"
        )
    return {**files, "program.yaml": f"sessions: [{', '.join(written)}]\n", "booklet.yaml": SECTIONS}


def said(folder: Path, files: dict[str, str], paper: str = "A4") -> list[str]:
    """What the pages of posters say."""
    pages = pages_of(folder, files, paper)
    first = with_words(pages, "Posters")[0]
    return [run for page in pages[first:] if "P" in page for run in page]


def test_as_they_hang(tmp_path: Path) -> None:
    """P2 before P10, and those without a board last."""
    runs = said(tmp_path, posters(["P10", None, "P2", "P1"], [([0, 1, 2, 3], "")]))
    assert [run for run in runs if run.startswith("Poster ")] == ["Poster 3", "Poster 2", "Poster 0", "Poster 1"]
    assert runs[:3] == ["Posters", "Session 0", "Boards P1–P10, Wednesday, May 6, 15:00–16:00, Yard"]
    assert "Wednesday, May 6, 15:00–16:00" in runs


def test_sessions_have_their_own(tmp_path: Path) -> None:
    """Those that hang in two sessions, in one and in none."""
    files = posters(["P1", "P2", "P3", "P4"], [([0, 1], ", note: Wear shoes."), ([1, 2], "")])
    runs = said(tmp_path, files)
    order = [
        "Session 0",
        "Poster 0",
        "Session 0",
        "Session 1",
        "Poster 1",
        "Session 1",
        "Poster 2",
        "Other",
        "Poster 3",
    ]
    assert [run for run in runs if run in order] == order
    assert runs.count("Wear shoes.") == 2
    assert "Board P1, Wednesday, May 6, 15:00–16:00, Yard" in runs


def test_a_session_without_items_shows_all_posters(tmp_path: Path) -> None:
    runs = said(tmp_path, posters(["P1", "P2"], [([], "")]))
    assert runs[:3] == ["Posters", "Session 0", "Boards P1–P2, Wednesday, May 6, 15:00–16:00, Yard"]
    assert "Other" not in runs


def test_no_session_at_all(tmp_path: Path) -> None:
    runs = said(tmp_path, posters(["P1", "P2"], []))
    assert runs[:3] == ["Posters", "P1", "Poster 0"]


@pytest.mark.parametrize("paper", ["A4", "A5"])
@pytest.mark.parametrize("count", [1, 2, 30, 200])
def test_each_once_with_its_page(tmp_path: Path, paper: str, count: int) -> None:
    boards: list[str | None] = [f"P{number}" for number in range(1, count + 1)]
    files = posters(boards, [(list(range(0, count, 2)), ""), (list(range(1, count, 2)), "")])
    pages = pages_of(tmp_path, files, paper)
    found = {}
    for page in pages:
        if "P" in page:
            for at, run in enumerate(page):
                if run.startswith("Poster "):
                    assert run not in found
                    found[run] = (page[at - 1], page[at + 1])
    for number in range(count):
        board, folio = found[f"Poster {number}"]
        assert board == f"P{number + 1}"
        assert f"Poster {number}" in pages[int(folio) - 1]
    lists = [page for page in pages if "P" in page]
    assert (len(lists) > 1) == (count > 30 or (count == 30 and paper == "A5"))
    assert any("continued" in page for page in lists) or count < 200


def test_structure(tmp_path: Path) -> None:
    program = program_of(tmp_path, posters(["P1", None, "P3"], [([0], ""), ([1, 2], "")]))
    ((section, piece),) = part("posters", program)
    assert section.furniture
    assert [(tab.words, tab.place) for tab in section.furniture.tabs] == [("P", 4)]
    assert kids(tag_of(piece)) == ["H1", "H2", "P", "L", "H2", "P", "L"]
    _, second = tags(tag_of(piece), "L")
    assert [kids(item) for item in tags(second, "LI")] == [["Lbl", "LBody"], ["LBody"]]
    assert piece.links == ()
    ((_, piece),) = part("posters", program, pages={"talk-p000": 3})
    assert [(link.target, link.words) for link in piece.links] == [("#talk-p000", "Poster 0"), ("#talk-p000", "Page 4")]


def test_no_board_is_wider_than_its_share(tmp_path: Path) -> None:
    files = posters(["Yard, left wall, 17", "P2"], [])
    program = program_of(tmp_path, files)
    ((_, piece),) = part("posters", program)
    assert len(piece.pages) == 1
    runs = said(tmp_path / "book", files)
    assert "Yard, left wall, 17" in " ".join(run.strip() for run in runs)


def test_many_authors_are_counted(tmp_path: Path) -> None:
    names = ", ".join(f"{{name: Somebody{number} Longname, affiliations: [X]}}" for number in range(70))
    text = f"---\ntitle: Crowd\nkind: poster\nboard: P1\nauthors: [{names}]\n---\nWords.\n"
    runs = said(tmp_path, {"talks/p.md": text, "booklet.yaml": SECTIONS})
    assert "and" in " ".join(runs)
    assert any("more" in run for run in runs)


def test_none(tmp_path: Path) -> None:
    assert part("posters", program_of(tmp_path, {})) == ()


def test_heads_name_the_session_or_the_boards(tmp_path: Path) -> None:
    boards: list[str | None] = ["P1", "P2", "P3"]
    assert "Wednesday, May 6, 15:00–16:00" in said(tmp_path / "one", posters(boards, [([0, 1, 2], "")]))
    assert "P1 – P3" in said(tmp_path / "both", posters(boards, [([0, 1, 2], ""), ([0, 1, 2], "")]))
    assert "P1 – P3" in said(tmp_path / "none", posters(boards, []))


class TestTimes:
    """A poster has those of its session, and its own where they are written."""

    def test_only_written_ones_are_read(self, tmp_path: Path) -> None:
        files = posters(["P1", "P2", "P3"], [([0, 1, 2], "")])
        program = program_of(tmp_path / "none", files)
        assert [item.start for item in program.sessions[1].items] == [None, None, None]
        hung = program.first_slots()["p001"]
        assert hung.times == (program.sessions[1].start, program.sessions[1].until)
        files["program.yaml"] = files["program.yaml"].replace("talk: p000", "talk: p000, minutes: 3")
        files["program.yaml"] = files["program.yaml"].replace("talk: p002", "talk: p002, at: '15:30'")
        items = program_of(tmp_path / "some", files).sessions[1].items
        assert [item.start and f"{item.start:%H:%M}" for item in items] == ["15:00", None, "15:30"]

    @pytest.mark.parametrize("poster", [0, 1])
    def test_a_page_of_its_own_says_board_and_hours(self, tmp_path: Path, poster: int) -> None:
        pages = pages_of(tmp_path, posters(["P1", "P2"], [([0, 1], "")]))
        page = next(page for page in pages if f"Words of Poster {poster}." in " ".join(page))
        assert {"15:00–16:00", "UTC", f"Board P{poster + 1}"} <= {run.replace("\xa0", " ") for run in page}
        assert any("May 6, 2026 · 15:00–16:00 UTC" in run.replace("\xa0", " ") for run in page)
