"""A make that finds read talks and set pieces of an earlier run gives what one without gives: the same bytes and findings,
whatever has changed in between, and whatever has become of the files that hold them."""

import random
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutated import FUZZED
from test_generated_conferences import EVENTS, IDS, PEOPLE, SESSIONS, SETTINGS, TALKS, Record, write
from test_generated_programs import NAMES, TEXTS

from booklet import set_book
from booklet.finding import Finding
from booklet.job import Job
from booklet.make import make
from booklet.reading import read_talks

KEYS = ["lab", "uni", "mill"]
WITH_AFFILIATIONS = st.fixed_dictionaries(
    {},
    optional={
        "authors": st.lists(
            st.fixed_dictionaries(
                {"name": NAMES, "affiliations": st.lists(st.sampled_from([*KEYS, "unx"]), max_size=2)}
            ),
            max_size=3,
        ),
        "affiliations": st.fixed_dictionaries({"mill": NAMES}),
        "macros": st.fixed_dictionaries({"\\E": st.sampled_from(["x", "y"])}),
        "language": st.sampled_from(["de", "en-US"]),
    },
)
TALK = st.tuples(st.tuples(TALKS, WITH_AFFILIATIONS).map(lambda parts: parts[0] | parts[1]), TEXTS)
AFFILIATIONS = st.dictionaries(st.sampled_from(KEYS), NAMES)
ALIASES = st.fixed_dictionaries(
    {"people": st.lists(st.fixed_dictionaries({"name": NAMES, "aliases": st.lists(NAMES, max_size=2)}), max_size=3)}
)
MACROS = st.fixed_dictionaries({"\\E": st.sampled_from(["a", "b", "\\E"])})
# Talks that are broken more or less.
RAW = st.sampled_from(
    ["", "Words.", "---\ntitle: [\n---\nx", "---\ntilte: x\n---\n$\\E$\u200b", "---\ntitle: x\nid: t1\n---\n"]
)
CONFERENCES = st.fixed_dictionaries(
    {
        "event": EVENTS,
        "sessions": SESSIONS,
        "talks": st.dictionaries(st.sampled_from(IDS), TALK, max_size=12),
        "more": st.fixed_dictionaries(
            {"booklet": SETTINGS, "participants": st.fixed_dictionaries({"participants": PEOPLE})},
            optional={"people": ALIASES, "affiliations": AFFILIATIONS},
        ),
    }
)
# What somebody does between two runs: other abstracts (most often), other talks, or another value of anything else.
EDITS = st.one_of(
    st.fixed_dictionaries({"abstracts": st.dictionaries(st.sampled_from(IDS), TEXTS, min_size=1, max_size=3)}),
    st.fixed_dictionaries({"talks": st.dictionaries(st.sampled_from(IDS), TALK, min_size=1, max_size=2)}),
    st.fixed_dictionaries({"gone": st.sampled_from(IDS)}),
    st.fixed_dictionaries({"renamed": st.tuples(st.sampled_from(IDS), st.sampled_from([*IDS, "other"]))}),
    st.fixed_dictionaries({"raw": st.dictionaries(st.sampled_from(IDS), RAW, min_size=1, max_size=1)}),
    st.fixed_dictionaries({"event": EVENTS}),
    st.fixed_dictionaries({"macros": MACROS}),
    st.fixed_dictionaries({"sessions": SESSIONS}),
    st.fixed_dictionaries({"booklet": SETTINGS}),
    st.fixed_dictionaries({"people": ALIASES}),
    st.fixed_dictionaries({"affiliations": AFFILIATIONS}),
)

Made = tuple[bytes | None, tuple[Finding, ...]]


def edited(conference: Record, edit: Record) -> Record:
    """The conference after an edit."""
    talks = dict(conference["talks"])  # type: ignore[call-overload]
    for name, abstract in edit.get("abstracts", {}).items():  # type: ignore[attr-defined]
        if name in talks:
            talks[name] = (talks[name][0], abstract)
    talks |= edit.get("talks", {})  # type: ignore[arg-type]
    talks.pop(edit.get("gone"), None)
    old, new = edit.get("renamed", (None, None))  # type: ignore[misc]
    if old in talks:
        talks[new] = talks.pop(old)
    more = conference["more"] | {name: edit[name] for name in ("booklet", "people", "affiliations") if name in edit}  # type: ignore[operator]
    event = edit.get("event", conference["event"])
    event |= {"macros": edit["macros"]} if "macros" in edit else {}  # type: ignore[operator]
    return {"event": event, "sessions": edit.get("sessions", conference["sessions"]), "talks": talks, "more": more}


def made(folder: Path, *, cached: bool) -> Made:
    """The booklet, of a project that has no other."""
    out = folder / "out" / "booklet.pdf"
    out.unlink(missing_ok=True)
    outcome = make(Job(folder, cached=cached), lambda *_: None)
    return out.read_bytes() if outcome.output else None, outcome.findings


def kept(folder: Path) -> list[Path]:
    """The files with read talks and set pieces."""
    return sorted((folder / "out").glob(".*-*"))


@settings(FUZZED, max_examples=FUZZED.max_examples // 2)  # each makes several booklets
@given(CONFERENCES, st.lists(EDITS, min_size=1, max_size=3))
def test_any_edits(conference: Record, edits: list[Record]) -> None:
    """By one process: to copy one that has run thousands of tests takes longer than the booklets."""
    with ExitStack() as changed:
        changed.enter_context(patch.object(set_book, "_MANY", 0))
        changed.enter_context(patch.object(read_talks, "_KEPT", 0))
        changed.enter_context(patch.object(set_book, "useful_workers", lambda: 0))
        name = changed.enter_context(tempfile.TemporaryDirectory())
        folder = Path(name)
        write(folder, **conference)  # type: ignore[arg-type]
        made(folder, cached=True)
        for edit in edits:
            conference = edited(conference, edit)
            shutil.rmtree(folder / "content")
            write(folder, **conference)  # type: ignore[arg-type]
            for talk, text in edit.get("raw", {}).items():  # type: ignore[attr-defined]
                (folder / "content" / "talks" / f"{talk}.md").write_text(text, "utf-8")
            assert made(folder, cached=True) == made(folder, cached=False)


def write_talks(folder: Path, names: list[str]) -> None:
    """A project of a session with these talks."""
    shutil.rmtree(folder / "content", ignore_errors=True)
    talks = {name: ({"title": f"Talk {name}", "authors": [{"name": f"Ada {name}"}]}, "Words. " * 50) for name in names}
    items = [{"talk": name, "minutes": 10} for name in names]
    sessions: list[Record] = [{"title": "S", "date": "2027-03-01", "start": "9:00", "items": items}]
    event: Record = {"title": "Meeting", "zone": "UTC", "language": "en-US"}
    write(folder, event, sessions, talks, {"booklet": {"paper": "A4"}})  # type: ignore[arg-type]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose talks and pieces are kept, after its first run, and set by this process alone."""
    monkeypatch.setattr(set_book, "_MANY", 0)
    monkeypatch.setattr(read_talks, "_KEPT", 0)
    monkeypatch.setattr(set_book, "useful_workers", lambda: 0)
    write_talks(tmp_path / "project", IDS)
    made(tmp_path / "project", cached=True)
    return tmp_path / "project"


def refuse_to_make(monkeypatch: pytest.MonkeyPatch, *, pages_of_talks: bool = True) -> None:
    """Let no talk be read, no part that prints page numbers be composed, and no page of talks from now on."""
    from booklet.typesetting import later_part, numbered_part

    def refused(*_: object) -> None:
        raise AssertionError("it is made again")

    monkeypatch.setattr(numbered_part, "made", refused)
    monkeypatch.setattr(numbered_part, "counted", refused)
    if pages_of_talks:
        monkeypatch.setattr(later_part, "made", refused)
        monkeypatch.setattr(read_talks, "read_talk", refused)


def test_nothing_is_made_twice(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {file: file.read_bytes() for file in kept(project)}
    assert len(before) == 2
    with monkeypatch.context() as patched:
        refuse_to_make(patched)
        assert made(project, cached=True)[0]
        with pytest.raises(AssertionError, match="made again"):
            made(project, cached=False)
    assert {file: file.read_bytes() for file in kept(project)} == before


def test_nothing_is_made_twice_whoever_has_made_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Talks that other processes read are known by the same keys."""
    for file in kept(project):
        file.unlink()
    with monkeypatch.context() as patched:
        patched.setattr(read_talks, "_MANY", 1)
        for module in (read_talks, set_book):
            patched.setattr(module, "useful_workers", lambda: 2)
        true = made(project, cached=True)
    refuse_to_make(monkeypatch)
    assert made(project, cached=True) == true


def test_an_edit_of_an_abstract_leaves_the_program_as_it_is(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = project / "content" / "talks" / f"{IDS[0]}.md"
    file.write_text(file.read_text("utf-8") + "More.", "utf-8")
    true = made(project, cached=False)
    with monkeypatch.context() as patched:
        refuse_to_make(patched, pages_of_talks=False)
        assert made(project, cached=True) == true
    file.write_text(file.read_text("utf-8").replace(f"Talk {IDS[0]}", "A talk"), "utf-8")
    refuse_to_make(monkeypatch, pages_of_talks=False)
    with pytest.raises(AssertionError, match="made again"):
        made(project, cached=True)


FILES = pytest.mark.parametrize("name", [".read-talks", ".set-pieces-a4"])


@FILES
def test_damage_is_not_believed(project: Path, name: str) -> None:
    """Whichever bytes of the file are others, or are not there."""
    true = made(project, cached=False)
    file = project / "out" / name
    data = file.read_bytes()
    chance = random.Random(8)
    for _ in range(30):
        at, kind = chance.randrange(len(data)), chance.randrange(3)
        broken = bytearray(data)
        if kind == 0:
            broken[at] ^= chance.randrange(1, 256)
        elif kind == 1:
            del broken[at:]
        else:
            broken[at:at] = chance.randbytes(chance.randrange(1, 300))
        file.write_bytes(broken)
        assert made(project, cached=True) == true


def test_what_another_engine_made_is_not_taken(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from booklet.reading import record_cache
    from booklet.typesetting import later_part

    set_ones, read_ones = [], []
    first, first_read = later_part.made, read_talks.read_talk
    monkeypatch.setattr(later_part, "made", lambda *given: set_ones.append(1) or first(*given))  # type: ignore[func-returns-value]
    monkeypatch.setattr(read_talks, "read_talk", lambda *given: read_ones.append(1) or first_read(*given))  # type: ignore[func-returns-value]
    monkeypatch.setattr(record_cache, "engine", lambda: b"another engine !")
    made(project, cached=True)
    assert len(set_ones) == len(read_ones) == len(IDS)
    made(project, cached=True)
    assert len(set_ones) == len(read_ones) == len(IDS)


@FILES
def test_what_stands_in_the_way_of_the_file_is_no_trouble(project: Path, name: str) -> None:
    """A link, a folder, or a file of others in its place, and an out folder that may not be written."""
    true = made(project, cached=False)
    file = project / "out" / name
    elsewhere = project.parent / "elsewhere"
    elsewhere.write_bytes(file.read_bytes())
    file.unlink()
    file.symlink_to(elsewhere)
    assert made(project, cached=True) == true
    assert not file.is_symlink()
    file.unlink()
    file.mkdir()
    assert made(project, cached=True) == true
    file.rmdir()
    file.write_bytes(b"something else")
    assert made(project, cached=True) == true


def test_each_paper_has_its_own_file(project: Path) -> None:
    for paper in ("A5", "A4"):
        make(Job(project, paper=paper), lambda *_: None)
    assert [file.name for file in kept(project)] == [".read-talks", ".set-pieces-a4", ".set-pieces-a5"]


def test_without_the_cache_no_file_is_left(project: Path) -> None:
    for file in kept(project):
        file.unlink()
    made(project, cached=False)
    assert kept(project) == []


@FILES
def test_what_is_not_used_any_more_goes(project: Path, name: str) -> None:
    file = project / "out" / name
    size = file.stat().st_size
    write_talks(project, IDS[:1])
    assert made(project, cached=True)[0]
    assert file.stat().st_size < size / 2


def test_a_small_project_has_no_such_files(tmp_path: Path) -> None:
    write_talks(tmp_path, IDS)
    assert made(tmp_path, cached=True)[0]
    assert kept(tmp_path) == []
