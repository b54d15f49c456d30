"""One abstract a page: sections of talks from content files to set pieces."""

import random
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from booklet.composing.labels import load_labels
from booklet.composing.section import Section
from booklet.composing.sections.talks.abstracts import compose_abstracts
from booklet.job import Job
from booklet.lettering.letters import Letters
from booklet.make import make
from booklet.page_map import PageMap
from booklet.place import Place
from booklet.proofing.audit import audit
from booklet.reading.read_project import read_project
from booklet.styling.load_style import load_style
from booklet.typesetting.fit_section import fit_section
from booklet.typesetting.set_piece import SetPiece
from meeting import write as write_files
from sheet import bound, runs_of, style

SENTENCES = (
    "Forecasts of heavy rain depend on how well the humidity of the lowest kilometre is known when the forecast begins.",
    "We compare three ways of correcting it over the western Alps, with stations, radiosondes and radar in every hour.",
    "The hybrid reduces the error of the rainfall by eleven per cent against gauges that were kept out of the analysis.",
    "Most of the gain comes from weak flow, where the ensemble sees the moist tongue that static covariances smear out.",
    "In strong westerly flow the schemes cannot be told apart, and the cheapest of them is as good as any.",
    "A localization that follows the terrain keeps increments inside a valley and costs next to nothing.",
)
REFERENCES = (
    "A. Kovács and B. Lindqvist, Humidity increments in complex terrain, Quarterly Notes 41 (2024), 211–234.",
    "D. Okafor, On localization along valleys, Annals of Regional Forecasting 12 (2023), 1–19.",
    "E. Petrov, Four thousand cheap stations, Proceedings of the Third Workshop on Dense Networks (2025), 55–61.",
)
HEAD = """title: Humidity of the lowest kilometre in three schemes of assimilation over complex terrain
authors:
  - {name: Ada Kovács, affiliations: [a], presenting: true}
  - {name: Bo Lindqvist, affiliations: [b]}
affiliations: {a: Institute of Weather and Water, b: Department of Fluids}
"""


def words(count: int) -> str:
    """So many words, a paragraph for every ninety."""
    every = " ".join(SENTENCES * (count // 60 + 2)).split()[:count]
    return "\n\n".join(" ".join(every[start : start + 90]) for start in range(0, count, 90))


def talk(abstract: str, references: Iterable[str] = ()) -> str:
    listed = "".join(f'  - "{reference}"\n' for reference in references)
    return f"---\n{HEAD}{'references:' + chr(10) + listed if listed else ''}---\n{abstract}\n"


def write(folder: Path, talks: Mapping[str, str], paper: str, style: str = "") -> None:
    """A project with talks by id."""
    content = folder / "content"
    (content / "talks").mkdir(parents=True)
    (content / "event.yaml").write_text("title: Meeting\nzone: UTC\nlanguage: en-US\n", "utf-8")
    (content / "booklet.yaml").write_text(f"paper: {paper}\nsections: [abstracts]\n{style}")
    items = ", ".join(f"{{talk: {name}, minutes: 1}}" for name in talks)
    (content / "program.yaml").write_text(
        f"sessions: [{{id: a, title: S, date: 2026-05-05, start: 9:00, items: [{items}]}}]\n"
    )
    for name, text in talks.items():
        (content / "talks" / f"{name}.md").write_text(text, "utf-8")


def set_talks(folder: Path, paper: str) -> tuple[list[tuple[Section, SetPiece]], Letters]:
    program, _ = read_project(folder)
    style, _ = load_style("base", paper, folder, Place("content/booklet.yaml"))
    assert program
    assert style
    letters = Letters(style, "en-US")
    sections = compose_abstracts(program, letters, load_labels("en-US"), PageMap())
    return [fit_section(section, style) for section in sections], letters


def outcomes(folder: Path, paper: str, counts: Iterable[int], references: int) -> list[tuple[int, int, float]]:
    """Tightness, pages and excess of abstracts with so many words."""
    listed = (REFERENCES * 6)[:references]
    write(folder, {f"t{count}": talk(words(count), listed) for count in counts}, paper)
    return [(piece.tightness, len(piece.pages), piece.excess) for _, piece in set_talks(folder, paper)[0]]


@pytest.mark.parametrize(("paper", "least", "most"), [("A4", 480, 670), ("A5", 350, 500), ("Letter", 460, 640)])
def test_the_longer_the_tighter(tmp_path: Path, paper: str, least: int, most: int) -> None:
    found = outcomes(tmp_path, paper, range(least, most, 6), 0)
    steps = [tightness for tightness, pages, _ in found if pages == 1]
    assert steps == sorted(steps)
    assert steps[0] == 0
    assert steps[-1] == 6
    assert len(set(steps)) > 4
    assert [pages for _, pages, _ in found] == [1] * len(steps) + [2] * (len(found) - len(steps))
    assert len(steps) < len(found)
    assert all(tightness == 0 for tightness, pages, _ in found if pages == 2)
    assert all((excess == 0) == (tightness == 0 and pages == 1) for tightness, pages, excess in found)


def test_then_the_references(tmp_path: Path) -> None:
    found = outcomes(tmp_path, "A4", range(300, 470, 5), 18)
    steps = [tightness for tightness, pages, _ in found if pages == 1]
    assert steps == sorted(steps)
    assert set(steps) >= {7, 8}
    assert steps[0] < 7
    assert found[-1][1] == 2


def test_a_line_too_long_takes_the_first_step(tmp_path: Path) -> None:
    """Paragraphs of one line each: the first number of them that is too many for the page is too many by one."""
    lines = [talk("\n\n".join(["A line."] * count)) for count in range(20, 40)]
    write(tmp_path, {f"t{count}": text for count, text in enumerate(lines, 20)}, "A4")
    found = [(piece.tightness, len(piece.pages)) for _, piece in set_talks(tmp_path, "A4")[0]]
    first = next(index for index, outcome in enumerate(found) if outcome != (0, 1))
    assert found[first] == (1, 1)
    assert found[-1] == (0, 2)


def test_an_abstract_leaves_the_booklets_sizes_alone_in_all_but_its_text(tmp_path: Path) -> None:
    texts = {"short": words(60), "tight": words(600), "long": words(800)}
    write(tmp_path, {name: talk(text) for name, text in texts.items()}, "A4")
    pieces, letters = set_talks(tmp_path, "A4")
    (_, short), (_, tight), (_, long) = pieces
    assert (short.tightness, long.tightness) == (0, 0)
    assert (len(short.pages), len(tight.pages), len(long.pages)) == (1, 1, 2)
    assert tight.tightness > 2
    usual, tighter, on_pages = (
        {round(run.size, 2) for run in runs_of(bound([piece], letters))} for piece in (short, tight, long)
    )
    assert usual == on_pages
    assert tighter - usual == {10.5 - 0.25 * (tight.tightness - 1)}
    assert tighter | {10.5} == usual | tighter  # authors keep their size


def test_lines_of_a_tight_abstract_stand_on_a_grid_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, {"tight": talk(words(560))}, "A4")
    ((section, piece),), letters = set_talks(tmp_path, "A4")
    assert section.tighter is None
    runs = runs_of(bound([piece], letters))
    size = 10.5 - 0.25 * (piece.tightness - 1)
    leading = 13.5 - 0.25 * max(0, piece.tightness - 2)
    heights = sorted({round(run.y, 3) for run in runs if round(run.size, 2) == size and run.y < 640}, reverse=True)
    steps = [(heights[0] - y) / leading * 2 for y in heights]
    assert len(heights) > 30
    assert steps == pytest.approx([round(step) for step in steps], abs=0.01)


def test_findings_name_talk_and_measure(tmp_path: Path) -> None:
    texts = {"one": words(60), "two": words(560), "three": words(800)}
    write(tmp_path, {name: talk(text) for name, text in texts.items()}, "A4")
    findings = [finding for finding in make(Job(tmp_path), lambda *_: None).findings if finding.code.name[:3] == "T03"]
    assert [(finding.code.name, finding.talk) for finding in findings] == [("T030", "three"), ("T031", "two")]
    assert findings[0].message.startswith("the abstract takes 2 pages; it is about ")
    assert findings[1].message.startswith("the abstract is set tighter to fit its page: 10")


def test_a_style_that_forbids_it(tmp_path: Path) -> None:
    write(tmp_path, {"one": talk(words(560))}, "A4", "style: mine\n")
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "mine.yaml").write_text("fitting: {tighter: no}\n")
    outcome = make(Job(tmp_path), lambda *_: None)
    assert outcome.pages == 2
    assert "T031" not in [finding.code.name for finding in outcome.findings]


def test_same_bytes_in_whatever_order_files_are_found(tmp_path: Path) -> None:
    texts = {f"t{count}": talk(words(count), REFERENCES) for count in (100, 440, 480, 520, 640)}
    made = []
    for run in range(3):
        shuffled = list(texts.items())
        random.Random(run).shuffle(shuffled)
        folder = tmp_path / str(run)
        write(folder, texts, "A4")
        for name, text in shuffled:
            path = folder / "content" / "talks" / f"{name}.md"
            path.unlink()
            path.write_text(text, "utf-8")
        outcome = make(Job(folder), lambda *_: None)
        assert outcome.output
        made.append((outcome.output.read_bytes(), outcome.findings))
    assert made[0] == made[1] == made[2]
    assert {finding.code.name for finding in made[0][1]} >= {"T030", "T031"}


class TestRoomInTheMargin:
    """Where a talk is, in a meeting of several rooms."""

    def margin(self, folder: Path, rooms: str, others: str = "Barn") -> tuple[list[str], str]:
        """What the margin beside the first talk says, line by line, and what is read aloud of its page."""
        first = f"{{id: a, title: S, date: 2026-05-05, start: 9:00, room: {rooms}, items: [{{talk: ada, minutes: 9}}]}}"
        other = (
            f"{{id: b, title: T, date: 2026-05-05, start: 9:00, room: {others}, items: [{{title: Tea, minutes: 9}}]}}"
        )
        files = {"program.yaml": f"sessions: [{first}, {other}]\n", "booklet.yaml": "sections: [abstracts]\n"}
        outcome = make(Job(write_files(folder, files), output=folder / "x.pdf"), lambda *_: None)
        assert outcome.output
        pdf = outcome.output.read_bytes()
        page = style().page
        lines: dict[float, list[str]] = {}
        for run in runs_of(pdf):
            if run.x < page.text_left - 1 and page.bottom < run.y < page.height - page.top:
                lines.setdefault(run.y, []).append(run.text)
        return ["".join(lines[height]) for height in sorted(lines, reverse=True)], audit(pdf).parts[0]

    def test_is_said_and_read_aloud_between_the_time_and_the_abstract(self, tmp_path: Path) -> None:
        margin, aloud = self.margin(tmp_path, "Mill")
        assert margin == ["09:00–09:09", "UTC · 9′", "Mill"]
        order = [aloud.index(words) for words in ("Engines", "09:00–09:09", "UTC · 9′", "Mill", "Words.")]
        assert order == sorted(order)

    def test_is_left_out_where_there_is_but_one(self, tmp_path: Path) -> None:
        margin, aloud = self.margin(tmp_path, "Mill", "Mill")
        assert margin == ["09:00–09:09", "UTC · 9′"]
        assert "Mill" not in aloud

    def test_a_long_name_is_cut_with_its_mark(self, tmp_path: Path) -> None:
        margin, _ = self.margin(tmp_path, "Mill " * 11 + "House")
        assert " ".join(margin[2:]).split() == ["Mill"] * 7 + ["Mill…"]

    def test_of_many_three_are_named(self, tmp_path: Path) -> None:
        margin, _ = self.margin(tmp_path, "[Mill, Weir, Lock, Ford]")
        assert " ".join(margin[2:]).split() == ["Mill,", "Weir,", "Lock"]
