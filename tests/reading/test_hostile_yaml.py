"""Broken and hostile YAML files are refused in words, or read; never a crash, and never for long."""

import json
import time
from pathlib import Path

import pytest
from small_project import short, write_project

from booklet.checking.check import check
from booklet.finding import Finding
from booklet.reading.read_project import read_project
from booklet.reading.validate import plain
from booklet.yaml_file import read_yaml

FOLDER = Path(__file__).parents[3] / "shared" / "adversarial" / "yaml"
FILES = sorted(path.name for path in FOLDER.glob("*.yaml"))
pytestmark = pytest.mark.skipif(not FILES, reason="../shared/adversarial is not here")

# What reading the bytes alone must say; files that are not here hold good YAML with trouble further on, or none.
RAW = {
    "alias-bomb": "C005", "at-and-percent": "C004", "colon-in-title": "C004", "deep-block": "C007", "deep-flow": "C007",
    "duplicate-key": "C006", "enc-cp1252": "C003", "enc-double-utf8": "C008", "enc-utf16-no-bom": "C003",
    "escape-ansi": "C008", "escape-lone-surrogate": "C008", "escape-nul": "C008", "hash-in-title": "C009",
    "key-is-list": "C010", "merge-bomb": "C005", "nbsp-indent": "C004", "not-yaml": "C003", "odd-tags": "C005",
    "python-tag": "C005",
    "raw-bell": "C008", "raw-broken-utf8": "C003", "raw-c1": "C008", "raw-line-separator": "C008", "raw-nul": "C008",
    "self-reference": "C005", "smart-quotes": "C004", "tab-indent": "C004", "two-documents": "C005", "unclosed-quote": "C004",
}  # fmt: skip

# The same files written as a project: what reading and checking must say beside missing presenters and the like.
PROJECT = {
    "dst-gap": {"K050"}, "dst-twice": {"K051"}, "duplicate-id": {"K004"}, "escape-bidi": {"T001"},
    "fixed-abbreviation-zone": {"C024"}, "good": set(), "impossible-date": {"C020"}, "lookalike-ids": {"C025"},
    "minutes-nonsense": {"C022"}, "norway": set(), "overlap": {"K040"}, "past-midnight": {"K046"}, "times-unquoted": {"C021"},
    "typo-keys": {"C014"}, "wrong-zone": {"C023"}, "enc-cr": set(), "enc-crlf": set(), "enc-utf16-bom": set(),
    "enc-utf8-bom": set(),
}  # fmt: skip
EXPECTED_ASIDE = {"K001", "K005", "K010", "K020", "K021", "K022", "K023", "K024", "K040", "K006", "K030"}
EXPECTED_ASIDE |= {"K043", "K045", "K046", "K047", "K049"}


@pytest.mark.parametrize("name", FILES)
def test_the_bytes(name: str) -> None:
    begun = time.monotonic()
    node, findings = read_yaml((FOLDER / name).read_bytes(), name)
    assert time.monotonic() - begun < 5
    expected = RAW.get(name.removesuffix(".yaml"))
    assert {finding.code.name for finding in findings} == ({expected} if expected else set())
    assert all(finding.place and finding.place.file == name for finding in findings)
    assert all("\n" not in finding.message and finding.message.isprintable() for finding in findings)
    plain(node)


@pytest.mark.parametrize(
    "file", ["event.yaml", "program.yaml", "talks/ada.md", "booklet.yaml", "people.yaml", "affiliations.yaml"]
)
@pytest.mark.parametrize("name", FILES)
def test_as_any_file_of_a_project(tmp_path: Path, name: str, file: str) -> None:
    data = (FOLDER / name).read_bytes()
    if file.endswith(".md"):
        data = b"---\n" + data + b"\n---\nText.\n"
    begun = time.monotonic()
    program, findings = read_project(write_project(tmp_path, {file: data}))
    if program:
        check(program)
    assert time.monotonic() - begun < 5
    assert isinstance(findings, tuple)
    silent = {"empty.yaml", "only-comments.yaml", *(["two-documents.yaml"] if file.endswith(".md") else [])}
    assert findings or name in silent


@pytest.mark.parametrize("name", sorted(PROJECT))
def test_as_a_project_of_its_own(tmp_path: Path, name: str) -> None:
    node, _ = read_yaml((FOLDER / f"{name}.yaml").read_bytes(), name)
    program, findings = read_project(_rewritten(tmp_path, plain(node)))
    assert program is not None
    everything: list[Finding] = [*findings, *check(program)]
    found = {finding.code.name for finding in everything}
    assert PROJECT[name] <= found, short(tuple(everything))
    assert found - PROJECT[name] <= EXPECTED_ASIDE | ({"C014"} if name in {"norway", "typo-keys"} else set())


def test_minutes_nonsense_is_refused_value_by_value(tmp_path: Path) -> None:
    node, _ = read_yaml((FOLDER / "minutes-nonsense.yaml").read_bytes(), "f")
    tree = plain(node)
    assert isinstance(tree, dict)
    _, findings = read_project(_rewritten(tmp_path, tree))
    talks = tree["sessions"][0]["talks"]
    assert sum(finding.code.name == "C022" for finding in findings) == sum("minutes" in talk for talk in talks) > 8


def test_times_without_quotes(tmp_path: Path) -> None:
    node, _ = read_yaml((FOLDER / "times-unquoted.yaml").read_bytes(), "f")
    _, findings = read_project(_rewritten(tmp_path, plain(node)))
    refused = [finding.message for finding in findings if finding.code.name == "C021"]
    assert [message.split('"')[1] for message in refused] == ["0705", "7.05", "24:00"]


def _rewritten(folder: Path, tree: object) -> Path:
    """The small conference of these files as a project of our own kind."""
    assert isinstance(tree, dict)
    session = tree["sessions"][0]
    files: dict[str, str | bytes | None] = {"talks/ada.md": None}
    items = []
    for number, talk in enumerate(session["talks"]):
        front = {key: value for key, value in talk.items() if key not in {"start", "minutes", "abstract", "speakers"}}
        front["authors"] = [
            {key: value for key, value in author.items() if key != "affiliation"} for author in talk["speakers"]
        ]  # fmt: skip
        files[f"talks/t{number}.md"] = f"---\n{json.dumps(front)}\n---\n{talk.get('abstract', '')}\n"
        items.append(
            {"talk": talk["id"], "at": talk["start"]} | {key: talk[key] for key in ("minutes",) if key in talk}
        )
    first = session["talks"][0]["start"]
    program = {"id": "one", "title": session["title"], "date": session["date"], "start": first, "items": items}
    files["event.yaml"] = json.dumps({"title": tree["title"], "zone": session["zone"]})
    files["program.yaml"] = json.dumps({"sessions": [program]})
    return write_project(folder, files)
