"""Keynotes: pages like those of all talks, with portraits, lives and ORCIDs of those who speak."""

from pathlib import Path

import pytest
from test_sponsors import png

from meeting import kids, pages_of, part, program_of, tags
from tag_tree import tag_of

LIFE = "Ada built engines before there was anything that they could drive, and gave them away."
PEOPLE = f"people: [{{name: Ada B, orcid: 0000-0002-1825-0097, photo: ada.png, biography: '{LIFE}'}}]\n"
SECTIONS = "sections: [program, keynotes, abstracts]\n"
ALONE = "authors: [{name: Ada B, affiliations: [X], presenting: true}]"
THREE = "authors: [{name: Ada B, affiliations: [X]}, {name: Bo C, affiliations: [X]}, {name: Cy D, affiliations: [X]}]"


def keynote(authors: str = ALONE, *lines: str, text: str = "Words.") -> dict[str, str | bytes]:
    """A project with one keynote and one talk."""
    head = "\n".join((authors, *lines))
    return {
        "talks/ada.md": f"---\ntitle: Engines\nkind: keynote\n{head}\n---\n{text}\n",
        "talks/bo.md": "---\ntitle: Wheels\nauthors: [{name: Bo C, affiliations: [X]}]\n---\nTurning.\n",
        "people.yaml": PEOPLE,
        "ada.png": png(240, 300),
        "booklet.yaml": SECTIONS,
    }


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_a_page_with_portrait_and_life(tmp_path: Path, paper: str) -> None:
    program = program_of(tmp_path, keynote())
    ((section, piece),) = part("keynotes", program, paper)
    assert section.key == "talk-ada"
    assert len(piece.pages) == 1
    (figure,) = tags(tag_of(piece), "Figure")
    assert figure.alt == "Ada B"
    # It is read after the time, before the abstract.
    assert kids(tag_of(piece)) == ["Div", "P", "Div"]
    head, aside, life = tags(tag_of(piece), "Div")
    assert kids(head) == ["H1", "P", "P", "Div"]
    assert kids(aside) == ["P", "P", "Figure"]
    assert kids(life) == ["H2", "P", "P"]
    assert [link.target for link in piece.links] == ["#program", "https://orcid.org/0000-0002-1825-0097"]
    page = pages_of(tmp_path / "book", keynote(), paper)[1]
    words = " ".join(run.strip() for run in page)
    assert "About the speaker" in page
    assert LIFE in words.replace("\u00ad ", "")
    assert "https://orcid.org/0000-0002-1825-0097" in page


def test_keynotes_are_not_among_the_abstracts(tmp_path: Path) -> None:
    program = program_of(tmp_path / "apart", keynote())
    assert [section.key for section, _ in part("abstracts", program)] == ["talk-bo"]
    program = program_of(tmp_path / "together", {**keynote(), "booklet.yaml": "sections: [program, abstracts]\n"})
    assert [section.key for section, _ in part("abstracts", program)] == ["talk-ada", "talk-bo"]


def test_the_program_leads_to_both(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, keynote())
    assert [page[0] for page in pages[1:]] == ["Engines", "Wheels"]
    assert "2" in pages[0][pages[0].index("Engines") :]


def test_nothing_is_known_of_the_speaker(tmp_path: Path) -> None:
    program = program_of(tmp_path, {**keynote(), "people.yaml": "people: [{name: Somebody Else}]\n"})
    ((_, piece),) = part("keynotes", program)
    assert kids(tag_of(piece)) == ["Div", "P"]


def test_a_portrait_that_cannot_be_used(tmp_path: Path) -> None:
    program = program_of(tmp_path, {**keynote(), "ada.png": b"no picture"})
    ((_, piece),) = part("keynotes", program)
    assert not list(tags(tag_of(piece), "Figure"))
    assert kids(tag_of(piece)) == ["Div", "P", "Div"]


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_several_speakers(tmp_path: Path, paper: str) -> None:
    """All whom nobody calls presenting; portraits as tall as towers find room beside the text."""
    people = ", ".join(f"{{name: {name}, photo: ada.png, biography: 'Life of {name}.'}}" for name in ("Ada B", "Bo C"))
    files = {**keynote(THREE, "language: fr"), "ada.png": png(60, 900)}
    files["people.yaml"] = f"people: [{people}, {{name: Cy D, orcid: 0000-0001-5109-3700}}]\n"
    program = program_of(tmp_path, files)
    ((section, piece),) = part("keynotes", program, paper)
    assert [figure.alt for figure in tags(tag_of(piece), "Figure")] == ["Ada B", "Bo C"]
    life = list(tags(tag_of(piece), "Div"))[-1]
    assert life.lang == "en-US"
    assert kids(life) == ["H2", "P", "P", "P"]
    assert section.aside
    width = section.aside.column.width
    height = sum(block.space + block.flowable.wrap(width, 0)[1] for block in section.aside.blocks)
    assert height < 0.6 * (595 if paper == "A5" else 842)
    page = pages_of(tmp_path / "book", files, paper)[1]
    assert "Life of Ada B." in "".join(page)


def test_a_long_one_is_set_tighter_and_then_goes_on(tmp_path: Path) -> None:
    tight = program_of(tmp_path / "tight", keynote(text="Many words stand here. " * 160))
    ((_, piece),) = part("keynotes", tight)
    assert len(piece.pages) == 1
    assert piece.tightness > 0
    long = program_of(tmp_path / "long", keynote(text="Many words stand here. " * 300))
    ((_, piece),) = part("keynotes", long)
    assert len(piece.pages) > 1


def test_more_authors_than_a_page_names(tmp_path: Path) -> None:
    many = "authors: [" + ", ".join(f"{{name: N{number} M, affiliations: [X]}}" for number in range(90)) + "]"
    program = program_of(tmp_path, keynote(many))
    assert [section.key for section, _ in part("keynotes", program)] == ["talk-ada", "names-ada"]


def test_none(tmp_path: Path) -> None:
    assert part("keynotes", program_of(tmp_path, {})) == ()
