"""Pages of the organizers' own: text, headings, figures and signatures, in a part together or one by one."""

from pathlib import Path

import pytest
from test_sponsors import png

from booklet.job import Job
from booklet.make import make
from booklet.proofing.dump import dump
from meeting import kids, pages_of, part, program_of, tags, write
from tag_tree import tag_of

LETTER = """---
title: Welcome
language: fr
signatures: [{name: Ada B, role: Chair}, {name: Bo C}]
---
%s
"""
LONG = "This paragraph is long enough to need more than one line wherever it stands, which is what it is there for."


def sizes(folder: Path, text: str) -> list[tuple[float, str]]:
    """Size and words of the runs on the page, without its foot."""
    write(folder, {"pages/welcome.md": text, "booklet.yaml": "sections: [pages]\n"})
    outcome = make(Job(folder), lambda *_: None)
    assert outcome.output
    lines = dump(outcome.output.read_bytes()).splitlines()[1:]
    return [(float(line.split()[3]), line[line.index('"') + 1 : -1]) for line in lines][:-2]


def test_a_letter_begins_in_larger_type(tmp_path: Path) -> None:
    runs = sizes(tmp_path, LETTER % f"Dear all,\n\n{LONG}\n\nThanks.")
    large = [text for size, text in runs if size == 13]
    assert large[0] == "Dear all,"
    assert len(large) > 2
    assert (10.5, "Thanks.") in runs


def test_of_a_letter_without_salutation_only_the_first_paragraph(tmp_path: Path) -> None:
    runs = sizes(tmp_path, LETTER % f"{LONG}\n\nThanks.")
    assert (10.5, "Thanks.") in runs
    assert sum(size == 13 for size, _ in runs) > 1


@pytest.mark.parametrize("text", ["- An item\n- Another\n\nThanks.", "## Heading\n\nThanks.", ""])
def test_a_letter_that_begins_otherwise(tmp_path: Path, text: str) -> None:
    runs = sizes(tmp_path, LETTER % text)
    assert all(size != 13 for size, _ in runs)
    assert runs[-1][1] == "Bo C"


def test_what_is_not_signed_is_no_letter(tmp_path: Path) -> None:
    runs = sizes(tmp_path, f"---\ntitle: Venue\n---\nHere.\n\n{LONG}\n")
    assert {size for size, _ in runs} == {22, 10.5}


def test_structure(tmp_path: Path) -> None:
    text = "## One\n\nText.\n\n- Item\n- Item\n\n## Two\n\n$$ a = b $$\n\nText."
    program = program_of(tmp_path, {"pages/welcome.md": LETTER % text})
    ((section, piece),) = part("pages", program)
    assert section.key == "page/welcome"
    assert tag_of(piece).lang == "fr"
    assert kids(tag_of(piece)) == ["H1", "H2", "P", "L", "H2", "Formula", "P", "P", "P"]


def test_figures(tmp_path: Path) -> None:
    text = "---\ntitle: Venue\nfigures: [{file: map.png, alt: A map}]\n---\nHere.\n"
    program = program_of(tmp_path, {"pages/venue.md": text, "map.png": png(300, 200)})
    ((_, piece),) = part("pages", program)
    assert [figure.alt for figure in tags(tag_of(piece), "Figure")] == ["A map"]


def test_each_page_is_printed_once_where_it_is_named(tmp_path: Path) -> None:
    files = {f"pages/{name}.md": f"---\ntitle: On {name}\n---\nText.\n" for name in ("a", "b", "c")}
    sections = "sections: [page/b, program, pages]\n"
    pages = pages_of(tmp_path, {**files, "booklet.yaml": sections})
    assert [page[0] for page in pages] == ["On b", "S", "On a", "On c"]


def test_a_page_that_there_is_not(tmp_path: Path) -> None:
    program = program_of(tmp_path, {"booklet.yaml": "sections: [page/b]\n"})
    assert part("page/b", program) == ()
    assert part("pages", program) == ()


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_long_pages_go_on(tmp_path: Path, paper: str) -> None:
    text = "\n\n".join(f"## Heading {number}\n\n{LONG * 3}" for number in range(40))
    pages = pages_of(
        tmp_path, {"pages/a.md": f"---\ntitle: A\n---\n{text}\n", "booklet.yaml": "sections: [pages]\n"}, paper
    )
    assert len(pages) > 2
    said = [run for page in pages for run in page]
    assert [f"Heading {number}" for number in range(40)] == [run for run in said if run.startswith("Heading")]
    # The last thing before the furniture is never a heading.
    assert not any(page[-4].startswith("Heading") for page in pages)


def test_a_page_is_set_tighter_where_a_few_lines_stand_overleaf(tmp_path: Path) -> None:
    """Of texts longer and longer by a line."""
    found = []
    for number in range(36, 60):
        text = "".join(f"- Item {item}\n" for item in range(number))
        program = program_of(tmp_path / str(number), {"pages/a.md": f"---\ntitle: A\n---\n{text}"})
        ((_, piece),) = part("pages", program)
        found.append((len(piece.pages), piece.tightness))
    assert list(dict.fromkeys(found)) == [(1, 0), (1, 1), (1, 2), (2, 0)]
    assert found == sorted(found)


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_photographs_stand_beside_a_letter(tmp_path: Path, paper: str) -> None:
    """Those without a caption, read after the title; other figures stand below the signatures."""
    figures = "figures: [{file: map.png, alt: The chair}, {file: map.png, alt: A map, caption: The hall}]"
    text = f"---\ntitle: Welcome\n{figures}\nsignatures: [{{name: A B}}]\n---\nDear all,\n\n{LONG}\n"
    program = program_of(tmp_path, {"pages/a.md": text, "map.png": png(200, 2000)})
    ((section, piece),) = part("pages", program, paper)
    assert kids(tag_of(piece)) == ["H1", "Figure", "P", "P", "P", "Figure"]
    assert [figure.alt for figure in tags(tag_of(piece), "Figure")] == ["The chair", "A map"]
    assert section.aside
    (block,) = section.aside.blocks
    assert block.flowable.wrap(section.aside.column.width, 0)[1] < 0.5 * (595 if paper == "A5" else 842)
