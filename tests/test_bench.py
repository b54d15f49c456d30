"""What the measurements are made with: invented talks, and the figures of evenly and unevenly spaced lines."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from booklet.finding import Severity
from booklet.job import Job
from booklet.make import make
from booklet.model.rich_text import plain
from booklet.reading.read_project import read_project

BENCH = Path(__file__).parents[1] / "bench"


def load(name: str) -> ModuleType:
    """A file of bench/, which is no package that is installed."""
    spec = importlib.util.spec_from_file_location(f"bench_{Path(name).stem}", BENCH / name)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


def test_invented_talks_are_the_same_everywhere_and_read_without_findings(tmp_path: Path) -> None:
    talks = dict(load("texts/invented.py").talks(40))
    assert dict(load("texts/invented.py").talks(3)) == dict(list(talks.items())[:3])
    content = tmp_path / "content"
    (content / "talks").mkdir(parents=True)
    for name, data in talks.items():
        (content / "talks" / name).write_bytes(data)
    (content / "event.yaml").write_text("title: Bench\nlanguage: en-US\nzone: UTC\n")
    program, findings = read_project(tmp_path)
    assert program is not None
    assert {finding.place.file for finding in findings} <= {"content/program.yaml"}  # which is not there
    lengths = [sum(len(plain(block.spans)) for block in talk.abstract) for talk in program.talks]
    assert len(lengths) == 40
    assert all(1400 < length < 2000 for length in lengths)
    words = [word for talk in program.talks for block in talk.abstract for word in plain(block.spans).split()]
    assert 0.18 < len(set(words)) / len(words) < 0.35


evenness = load("measuring/evenness.py")


def stream(lines: list[tuple[str, float]]) -> list[Any]:
    """Lines of 10 points as the characters of a page: each 5 points wide, with spaces of the width given."""
    found = []
    for number, (line, space) in enumerate(lines):
        x = 100.0
        for character in line:
            if character != " ":
                found.append(evenness.Character(0, 700.0 - 14 * number, x, x + 5, 10.0, character))
            x += space if character == " " else 5
    return found


def figures(lines: list[tuple[str, float]], *paragraphs: str) -> dict[str, float]:
    """Figures of lines at a measure of 90 points, with a natural space of 3."""
    job = {"paragraphs": list(paragraphs), "size": 10.0, "measure": 90.0}
    result: dict[str, float] = evenness.figures(stream(lines), job, 3.0)
    return result


def test_spaces_are_measured_by_the_natural_space() -> None:
    found = figures(
        [("ab cd ef", 3), ("gh ij kl", 4.5), ("mn op qr", 6), ("st uv", 9)], "ab cd ef gh ij kl mn op qr st uv"
    )
    assert found["lines"] == 3  # the last of a paragraph is not justified
    assert found["mean"] == pytest.approx(1.5)
    assert found["max"] == pytest.approx(2.0)
    assert found["sd"] == pytest.approx(0.408, abs=0.001)
    assert found["above"] == 1
    assert found["overfull"] == found["hyphens"] == found["missing"] == 0


def test_hyphens_at_the_ends_of_lines_are_counted_those_put_in_and_those_of_the_text() -> None:
    found = figures([("ab non\u00ad", 3), ("lin-", 3), ("ear ef", 3), ("gh", 3)], "ab nonlin-ear ef gh")
    assert (found["hyphens"], found["run"], found["lines"]) == (2, 2, 2)


def test_a_hyphen_before_a_word_is_no_space() -> None:
    assert figures([("ab -cd", 6), ("ef", 3)], "ab -cd ef")["max"] == pytest.approx(2.0)


def test_a_chain_of_spaces_above_each_other_is_a_river() -> None:
    chain = ["abcd efgh"] * 4
    assert figures([(line, 3) for line in chain], " ".join(chain))["rivers"] == 1
    broken = [*chain[:3], "ab cdefgh"]
    assert figures([(line, 3) for line in broken], " ".join(broken))["rivers"] == 0


def test_a_line_beyond_the_measure_is_overfull() -> None:
    assert figures([("abcdefghijklmnop qrst", 3), ("u", 3)], "abcdefghijklmnop qrst u")["overfull"] == 1


def test_paragraphs_that_are_not_found_are_counted() -> None:
    found = figures([("ab", 3), ("cd", 3), ("gh", 3)], "ab cd", "ef", "gh")
    assert (found["missing"], found["lines"]) == (1, 0)


def test_an_invented_conference_is_made_without_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    load("texts/conference.py").write_conference(tmp_path, 30)
    outcome = make(Job(tmp_path), lambda *_: None)
    assert outcome.output
    assert [finding.message for finding in outcome.findings if finding.severity is not Severity.NOTE] == []


def test_the_data_of_the_peer_are_what_booklet_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    load("texts/projects.py").write_project(tmp_path, 30)
    program, findings = read_project(tmp_path)
    assert program is not None
    assert findings == ()
    data = load("peers/typst_data.py").conference_data(load("texts/conference.py").sessions(30))
    told = [talk for day in data["days"] for session in day["sessions"] for talk in session["talks"]]
    slots = program.first_slots()
    assert [talk["id"] for talk in told] == [talk.id for talk in program.talks]
    for talk, theirs in zip(program.talks, told, strict=True):
        item = slots[talk.id].item
        assert plain(talk.title) == theirs["title"]
        told_abstract = [words.replace("\u00a0%", "\u202f%") for words in theirs["abstract"]]  # as booklet spaces it
        assert [plain(block.spans) for block in talk.abstract] == told_abstract
        assert [author.name for author in talk.authors] == [
            f"{one['given']} {one['family']}" for one in theirs["authors"]
        ]
        assert [str(number) for author in talk.authors for number in author.affiliations] == [
            one["mark"] for one in theirs["authors"]
        ]
        assert list(talk.affiliations) == theirs["affiliations"]
        assert f"{item.start:%H:%M}–{item.end:%H:%M}" == theirs["times"]


def test_time_inside_of_another_stage_counts_for_that_one(monkeypatch: pytest.MonkeyPatch) -> None:
    stages = load("measuring/stages.py")
    times = iter([1.0, 3.0, 7.0, 8.0, 8.5])
    monkeypatch.setattr(stages.time, "process_time", lambda: next(times))
    clock = stages.Clock()
    inner = clock.timed("page numbers", lambda: None)
    clock.timed("setting", inner)()
    spent = clock.stop()
    assert (spent["starting"], spent["setting"], spent["page numbers"]) == (1500, 3000, 4000)
    assert sum(spent.values()) == 8500


def test_a_ratio_is_held_to_the_recorded_one_with_some_leeway(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded = load("measuring/recorded.py")
    monkeypatch.setattr(recorded, "FILE", tmp_path / "budgets.json")
    assert recorded.recorded("A Font", 100) == {}
    recorded.record("A Font", 100, {"wall": 2.0, "cpu": 1.5}, "abc")
    recorded.record("A Font", 5, {"wall": 3.0}, "abc")
    budget = recorded.recorded("A Font", 100)
    assert budget == {"wall": 2.0, "cpu": 1.5, "commit": "abc"}
    assert recorded.broken({"wall": 2.29, "cpu": 1.0}, budget) == []
    assert recorded.broken({"wall": 2.31, "cpu": 1.0}, budget) == ["wall 2.31 is above 1.15 x 2.00"]


def test_stages_are_measured_in_one_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every function that counts is there, and what each takes adds up to the run."""
    monkeypatch.syspath_prepend(str(BENCH))
    load("texts/projects.py").write_project(tmp_path, 5, "Source Serif 4")
    command = [sys.executable, str(BENCH / "measuring" / "stages.py"), str(tmp_path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    spent = json.loads(done.stdout)
    assert spent.keys() == set(load("measuring/stages.py").STAGES)
    assert all(one > 0 for one in spent.values())


def test_stages_are_held_to_the_recorded_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded = load("measuring/recorded.py")
    monkeypatch.setattr(recorded, "FILE", tmp_path / "budgets.json")
    recorded.record("A Font", 5, {"wall": 2.0}, "abc", {"reading": 0.2, "writing": 0.001})
    budget = recorded.recorded("A Font", 5)
    assert budget["stages"] == {"reading": 0.2, "writing": 0.001}
    assert recorded.broken_stages({"reading": 0.24, "writing": 0.005}, budget) == []
    assert recorded.broken_stages({"reading": 0.27, "new": 3.0}, budget) == ["reading 0.270 is above 1.25 x 0.200"]


def test_a_whole_run_tells_its_time_and_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    runs = load("measuring/whole_runs.py")
    took = runs.run([sys.executable, "-c", "x = bytearray(60_000_000); sum(range(3_000_000))"])
    assert took.cpu > 0
    assert took.wall > 0
    assert 60_000_000 < took.memory < 500_000_000
    with pytest.raises(SystemExit):
        runs.run([sys.executable, "-c", "raise SystemExit(3)"])
