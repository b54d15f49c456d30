"""Abstracts of two real conferences, in Japanese and with much mathematics: all are set, no line is too long."""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

from booklet.checking.check import check
from booklet.composing.labels import load_labels
from booklet.composing.sections.talks.abstracts import compose_abstracts
from booklet.composing.unset_formulas import unset_formulas
from booklet.flowable import Flowable
from booklet.lettering.display import Display
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph
from booklet.page_map import PageMap
from booklet.place import Place
from booklet.reading.read_project import read_project
from booklet.styling.load_style import load_style
from booklet.typesetting.set_section import set_section

DATA = Path(__file__).parents[2] / "shared" / "data"

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the shared inputs are not there (../shared/data)")

# conference, language, delimiter of names, talks, formulas that cannot be set (all for macros that nobody has declared)
CONFERENCES = (("colt-2020", "en-US", "|", 120, 30), ("nlp-2024", "ja", "|", 599, 5))


@pytest.mark.parametrize(("name", "language", "delimiter", "talks", "unset"), CONFERENCES)
@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_every_abstract_is_set(
    name: str, language: str, delimiter: str, talks: int, unset: int, paper: str, tmp_path: Path
) -> None:
    write_project(tmp_path, DATA / name / "papers.csv", language, delimiter)
    program, findings = read_project(tmp_path)
    assert program is not None
    assert len(program.talks) == talks
    style, trouble = load_style("base", paper, tmp_path, Place("test"))
    assert style is not None
    assert trouble == ()
    letters = Letters(style, language)
    formulas = unset_formulas(program, style)
    counts = Counter(str(finding.code) for finding in (*findings, *check(program, findings), *formulas))
    print(f"{name} on {paper}: {dict(sorted(counts.items()))}")
    assert counts["T020"] <= unset, counts
    for section in compose_abstracts(program, letters, load_labels(language), PageMap({})):
        piece = set_section(section, style)
        assert piece.pages
        for block in section.blocks:
            assert_not_overfull(block.flowable, section.width)


def write_project(folder: Path, papers: Path, language: str, delimiter: str) -> None:
    """A content folder with a talk for every row of a table of papers."""
    content = folder / "content"
    (content / "talks").mkdir(parents=True)
    (content / "event.yaml").write_text(f"title: Real\nzone: UTC\nlanguage: {language}\n")
    (content / "program.yaml").write_text("sessions: []\n")
    with papers.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 1):
            names = json.dumps([name for name in row["authors"].split(delimiter) if name], ensure_ascii=False)
            title = json.dumps(row["title"].replace("\n", " "), ensure_ascii=False)
            front = f"---\ntitle: {title}\nauthors: {names}\n---\n"
            (content / "talks" / f"t{number:03}.md").write_text(front + row["abstract"], "utf-8")


def assert_not_overfull(flowable: Flowable, width: float) -> None:
    flowable.wrap(width, 1e6)
    if isinstance(flowable, Display):
        assert max(line.advance for line in flowable.lines) * flowable.size / 1000 <= width
    if not isinstance(flowable, Paragraph):
        return
    for number, line in enumerate(flowable.lines):
        done = flowable.set_line(number)
        edge = line.phrases[-1].words[-1].right * flowable.size / 1000 if flowable.align == "justify" else 0.0
        text = "".join(text for phrase in line.phrases for text in phrase.texts)
        assert done.width - done.outdent - edge <= width + 0.01, text
