"""Pages for notes fill a booklet to a multiple of four."""

from pathlib import Path

import pytest

from booklet.job import Job
from booklet.make import make
from booklet.proofing.dump import dump


@pytest.mark.parametrize(
    ("sections", "talks", "pages"),
    [
        ("[front-cover, program, abstracts, notes, back-cover]", 1, 4),
        ("[front-cover, program, abstracts, notes, back-cover]", 2, 8),
        ("[front-cover, program, abstracts, notes, back-cover]", 5, 8),
        ("[front-cover, program, abstracts, notes, back-cover]", 6, 12),
        ("[program, abstracts, notes]", 2, 4),
        ("[abstracts, notes]", 4, 4),
        ("[front-cover, program, abstracts, back-cover]", 2, 5),
        ("[front-cover, back-cover, notes, program, abstracts]", 2, 8),
        ("[front-cover, program, abstracts, back-cover, notes]", 1, 4),
    ],
)
def test_pages(tmp_path: Path, sections: str, talks: int, pages: int) -> None:
    content = tmp_path / "content"
    (content / "talks").mkdir(parents=True)
    (content / "event.yaml").write_text("title: Meeting\nzone: UTC\n")
    (content / "booklet.yaml").write_text(f"sections: {sections}\n")
    items = ", ".join(f"{{talk: t{number}, minutes: 20}}" for number in range(talks))
    (content / "program.yaml").write_text(
        f"sessions: [{{id: a, title: S, date: 2026-05-05, start: 9:00, items: [{items}]}}]\n"
    )
    for number in range(talks):
        text = (
            f"---\ntitle: Talk {number}\nauthors: [{{name: A B, presenting: true, affiliations: [X]}}]\n---\nWords.\n"
        )
        (content / "talks" / f"t{number}.md").write_text(text)
    outcome = make(Job(tmp_path), lambda *_: None)
    assert outcome.pages == pages
    assert outcome.output is not None
    lines = dump(outcome.output.read_bytes()).splitlines()
    if sections.endswith("back-cover]"):
        assert [line for line in lines if line.startswith("page ")][-1].endswith('label "Back cover"')
