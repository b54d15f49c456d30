"""Sponsors: logos of one area whatever their shape, names where there is none, ranks in the margin."""

import io
from pathlib import Path

import pytest
from PIL import Image

from booklet.composing.sections.sponsors import logo_size
from booklet.picture import Picture
from booklet.units import MM
from meeting import kids, pages_of, part, program_of, tags
from tag_tree import tag_of

HEAD = "title: Meeting\nzone: UTC\nlanguage: en-US\nsponsors:\n"


def png(width: int, height: int) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (width, height), (31, 78, 121)).save(written, "png")
    return written.getvalue()


def event(tiers: dict[str, list[str]]) -> dict[str, str]:
    lines = [f"  {tier}: [{', '.join(sponsors)}]" for tier, sponsors in tiers.items()]
    return {"event.yaml": HEAD + "\n".join(lines) + "\n", "booklet.yaml": "sections: [sponsors]\n"}


@pytest.mark.parametrize("shape", [0.01, 0.1, 0.5, 1, 2, 3, 5, 10, 100])
@pytest.mark.parametrize("box", [(190.0, 68.0), (60.0, 25.0), (45.0, 19.0)])
def test_one_area_as_far_as_the_box_allows(shape: float, box: tuple[float, float]) -> None:
    width, height = logo_size(Picture(100 * shape, 100, (), None), box)
    assert width / height == pytest.approx(shape)
    assert width <= box[0] - 14 + 1e-9
    assert height <= box[1] + 1e-9
    area = width * height / (box[0] * box[1])
    assert area <= 0.6 + 1e-9
    assert area == pytest.approx(0.6) or width == pytest.approx(box[0] - 14) or height == pytest.approx(box[1])


@pytest.mark.parametrize(("paper", "first", "last"), [("A4", 24, 9), ("A5", 18, 6.75)])
def test_rows_of_each_rank(tmp_path: Path, paper: str, first: float, last: float) -> None:
    """Boxes in a row, and their height in mm: smaller on A5."""
    names = [f"Name{number}" for number in range(11)]
    program = program_of(tmp_path, event({f"Rank {rank}": names for rank in range(6)}))
    ((section, piece),) = part("sponsors", program, paper)
    rows = [block.flowable.wrap(section.width, 0)[1] for block in section.blocks]
    heights = [height for height in rows if height > 5]
    assert heights[1] == pytest.approx(first * MM, rel=0.01)
    assert heights[-1] == pytest.approx(last * MM, rel=0.01)
    assert len(heights) - 1 == 6 + 4 + 3 + 3 + 3 + 3
    assert len(piece.pages) > 1


def test_logos_are_figures_and_lead_to_websites(tmp_path: Path) -> None:
    sponsors = [
        "{name: A, logo: a.png, website: 'https://a.example'}",
        "{name: B, logo: {file: a.png, alt: B in blue}}",
        "{name: C D, website: 'https://c.example'}",
        "E",
        "{name: F, logo: missing.png}",
    ]
    program = program_of(tmp_path, {**event({"Gold": sponsors}), "a.png": png(300, 100)})
    ((_, piece),) = part("sponsors", program)
    assert kids(tag_of(piece)) == ["H1", "H2", "L"]
    assert [kids(body) for body in tags(tag_of(piece), "LBody")] == [["Link"], ["Figure"], ["Link"], [], []]
    assert [figure.alt for figure in tags(tag_of(piece), "Figure")] == ["A", "B in blue"]
    assert [(link.target, link.words) for link in piece.links] == [
        ("https://a.example", "A"),
        ("https://c.example", "C D"),
    ]


@pytest.mark.parametrize("paper", ["A4", "A5"])
@pytest.mark.parametrize("name", ["X", "Ropes and Planks and Everything Else that a Bridge Needs", "W" * 60])
def test_names_stand_in_their_boxes(tmp_path: Path, paper: str, name: str) -> None:
    tiers = {f"Rank {rank}": [f'"{name}"'] * 3 for rank in range(5)}
    pages = pages_of(tmp_path, event(tiers), paper)
    said = "".join(run for page in pages for run in page).replace(" ", "").replace("\u00ad", "")
    assert said.count(name.replace(" ", "")) == 15


def test_a_rank_that_goes_on_is_named_again(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, event({"Gold": [f"Name{number}" for number in range(60)]}))
    assert len(pages) > 1
    assert all(page[:2] == ["Gold ", "continued"] for page in pages[1:])


def test_none(tmp_path: Path) -> None:
    assert part("sponsors", program_of(tmp_path, {})) == ()
