"""Committees: what they are in the margin, repeated on every page, and members with what is known of them."""

from pathlib import Path

import pytest

from meeting import kids, pages_of, part, program_of, tags
from tag_tree import tag_of

HEAD = "title: Meeting\nzone: UTC\nlanguage: en-US\ncommittees:\n"


def event(committees: dict[str, list[str]]) -> dict[str, str]:
    lines = [f"  {role}: [{', '.join(members)}]" for role, members in committees.items()]
    return {"event.yaml": HEAD + "\n".join(lines) + "\n", "booklet.yaml": "sections: [committees]\n"}


def members(count: int) -> list[str]:
    return [f'{{name: "Name{number} X", affiliation: "Place {number}"}}' for number in range(count)]


@pytest.mark.parametrize("paper", ["A4", "A5"])
@pytest.mark.parametrize("count", [1, 2, 3, 45, 200])
def test_everybody_once_in_order(tmp_path: Path, paper: str, count: int) -> None:
    pages = pages_of(tmp_path, event({"Program": members(count), "Local": members(1)}), paper)
    said = [run for page in pages for run in page]
    assert [run for run in said if run.startswith("Name")] == [f"Name{number} X" for number in range(count)] + [
        "Name0 X"
    ]
    assert (len(pages) > 1) == (count >= 45 + 10 * (paper == "A4"))
    for page in pages[1:]:
        assert page[:2] in (["Program ", "continued"], ["Local", "Name0 X"])
    # Neither the first nor the last of many stands alone.
    assert all(sum(run.startswith("Name") for run in page) > 1 for page in pages if page[0] != "Local")


def test_what_is_not_known_is_left_out(tmp_path: Path) -> None:
    committee = [
        "A B",
        "{name: C D, office: chair}",
        "{name: E F, affiliation: G}",
        "{name: H, affiliation: I, office: J}",
    ]
    (page,) = pages_of(tmp_path, event({"Program": committee}))
    assert page[:10] == ["Committees", "Program", "A B", "C D", "chair", "E F", ", G", "H", ", I", "J"]


def test_a_long_role_beside_one_member(tmp_path: Path) -> None:
    """The rule below stands below both."""
    role = "Those who decorate the hall and each bridge that leads there"
    program = program_of(tmp_path, event({role: ["A B"], "Local": ["C D"]}))
    ((section, _),) = part("committees", program, "A5")
    heights = [block.flowable.wrap(section.width, 0)[1] for block in section.blocks]
    assert heights[2] == heights[4] == 0  # the roles hang down into the rows
    assert heights[3] > 4 * 9.5
    assert heights[5] < 3 * 9.5


def test_structure(tmp_path: Path) -> None:
    program = program_of(tmp_path, event({"Program": members(60), "Local": ["{name: A B, office: chair}"]}))
    ((_, piece),) = part("committees", program)
    assert kids(tag_of(piece)) == ["H1", "H2", "L", "H2", "L"]
    first, second = tags(tag_of(piece), "L")
    assert kids(first) == ["LI"] * 60
    assert [kids(body) for body in tags(second, "LBody")] == [["P", "P"]]


def test_an_office_as_long_as_a_sentence(tmp_path: Path) -> None:
    office = "keeper of the list of those who have asked to be on no list at all"
    (page,) = pages_of(tmp_path, event({"Program": [f'{{name: A B, affiliation: C, office: "{office}"}}']}), "A5")
    assert office in " ".join(run.strip() for run in page)


def test_none(tmp_path: Path) -> None:
    assert part("committees", program_of(tmp_path, {})) == ()
