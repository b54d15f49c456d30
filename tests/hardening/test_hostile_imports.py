"""Hostile sources go through the whole `booklet import`, guarded: each is imported or refused in words, and what is imported
builds without an error."""

import os
from pathlib import Path

import pytest
from answered import steering
from guarded import ROOT, Ended, guarded
from hostile_sources import HOSTILE
from import_samples import SAMPLES, Files

from booklet.finding import Severity
from booklet.job import Job
from booklet.make import check
from booklet.reading.read_project import read_project

COLLECTION = ROOT.parent / "shared" / "adversarial" / "import"
FILES = sorted(path.name for path in COLLECTION.iterdir()) if COLLECTION.is_dir() else []
# A bound that says "for ever"; most take a tenth of it on a machine with nothing else to do.
SECONDS = 120.0
# Talks from which on they are only read, not set as a booklet, which takes longer and is tried elsewhere.
MANY = 200


def placed(folder: Path, files: Files) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def brought(source: Path, folder: Path, *words: str) -> Ended:
    """An import that keeps to its folders."""
    return guarded(
        folder,
        "import",
        *words,
        "--",
        str(source),
        str(folder),
        sources=(source,),
        writable=("content",),
        seconds=SECONDS,
    )


def answered(folder: Path, ended: Ended, before: frozenset[str] = frozenset()) -> None:
    """What holds for every source; `before` are the names that were in the project."""
    assert ended.code in {0, 1, 2, 3}, ended.err
    assert ended.reached == []
    assert "Traceback" not in ended.err
    assert steering(ended.out + ended.err) == set()
    assert ended.out == ""
    assert ended.err.strip()
    made = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    assert made <= {"content", *before}
    if ended.code == 0:
        talks = folder / "content" / "talks"
        few = not talks.is_dir() or len(list(talks.iterdir())) < MANY
        findings = check(Job(folder)).findings if few else read_project(folder)[1]
        assert [finding for finding in findings if finding.severity is Severity.ERROR] == []
    else:
        assert "error" in ended.err


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_sources(tmp_path: Path, name: str) -> None:
    files = HOSTILE[name]()
    folder = placed(tmp_path / "source", files)
    source = folder / next(iter(files)) if len(files) == 1 and "/" not in next(iter(files)) else folder
    ended = brought(source, tmp_path / "project", "--zone", "Europe/Oslo")
    answered(tmp_path / "project", ended)
    if ended.code == 0:
        answered(tmp_path / "project", brought(source, tmp_path / "project", "--update"))


@pytest.mark.skipif(not FILES, reason="the collection of hostile files is not there")
@pytest.mark.parametrize("name", FILES)
def test_collection(tmp_path: Path, name: str) -> None:
    answered(tmp_path / "project", brought(COLLECTION / name, tmp_path / "project", "--zone", "Europe/Oslo"))


def test_formulas_stay_text(tmp_path: Path) -> None:
    formula = '=HYPERLINK("http://kites.example","x")'
    doubled = formula.replace('"', '""')
    source = placed(tmp_path / "source", {"t.csv": f'Title,Speaker,Abstract\n"{doubled}",Ada,=cmd|x\n'.encode()})
    ended = brought(source / "t.csv", tmp_path / "project", "--zone", "UTC")
    answered(tmp_path / "project", ended)
    assert ended.code == 0
    (talk,) = (tmp_path / "project" / "content" / "talks").iterdir()
    assert "HYPERLINK" in talk.read_text()
    assert "=cmd" in talk.read_text()


def test_links_that_lead_out(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("---\ntitle: Secret\nauthors: [{name: Spy}]\n---\nSecret.\n")
    placed(tmp_path / "outside", SAMPLES["front-matter"])
    source = placed(tmp_path / "source", SAMPLES["front-matter"])
    (source / "out.md").symlink_to(tmp_path / "secret.md")
    (source / "folder").symlink_to(tmp_path / "outside")
    (source / "loop").symlink_to(source)
    (source / "loop.md").symlink_to("loop.md")
    (source / "nowhere.md").symlink_to("missing.md")
    (source / "zero.md").symlink_to("/dev/zero")
    os.mkfifo(source / "pipe.md")
    ended = brought(source, tmp_path / "project")
    answered(tmp_path / "project", ended)
    assert ended.code == 1
    assert "leads out" in ended.err
    assert sorted(path.stem for path in (tmp_path / "project" / "content" / "talks").iterdir()) == ["example", "other"]


@pytest.mark.parametrize(
    "name", ["pipe", "loop", "nowhere", "/dev/zero", "/dev/null", "/proc/self/mem", "/proc/self/environ", "sock"]
)
def test_what_is_no_file(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    source = tmp_path / name
    ended = brought(source, tmp_path / "project")
    answered(tmp_path / "project", ended)
    assert ended.code in {2, 3}
    assert not (tmp_path / "project").exists()


@pytest.mark.skipif(os.getuid() == 0, reason="the administrator may read and write everything")
def test_what_may_not_be_read_or_written(tmp_path: Path) -> None:
    source = placed(tmp_path / "source", SAMPLES["front-matter"])
    (source / "kites.md").chmod(0)
    answered(tmp_path / "project", brought(source, tmp_path / "project"))
    (tmp_path / "closed").mkdir(mode=0o555)
    ended = brought(source, tmp_path / "closed")
    answered(tmp_path / "closed", ended)
    assert ended.code == 3


@pytest.mark.parametrize(
    "name", ["with blanks ", "🪁 Tagung – März", "-o", "--update", "x" * 200, "%s{0}$HOME", "a'b\"c\nd"]
)
def test_folders_of_any_name(tmp_path: Path, name: str) -> None:
    source = placed(tmp_path / "source" / name, SAMPLES["frab-json"])
    ended = brought(source, tmp_path / name)
    answered(tmp_path / name, ended)
    assert ended.code == 0
    assert brought(source, tmp_path / name, "--update").code == 0


def test_a_source_in_the_project(tmp_path: Path) -> None:
    """Its folder inside that of the project, the same one, or around it: content/ is never read as a source."""
    for place, project in (("p/source", "p"), ("p", "p"), ("p", "p/inside/project"), ("p", "p/inside")):
        for form in ("frab-json", "front-matter", "table"):
            case = tmp_path / form / place.replace("/", "-") / project.replace("/", "-")
            source = placed(case / place, SAMPLES[form])
            (case / project).parent.mkdir(exist_ok=True)
            before = frozenset(path.name for path in (case / project).glob("*"))
            for words in ((), ("--update",), ("--update",)):
                ended = brought(source, case / project, *words)
                answered(case / project, ended, before)
                assert ended.code == 0, ended.err
            assert "is up to date" in ended.err


def test_content_that_is_no_folder(tmp_path: Path) -> None:
    source = placed(tmp_path / "source", SAMPLES["frab-json"])
    (tmp_path / "elsewhere").mkdir()
    for name in ("file", "link", "nowhere", "loop", "full"):
        (tmp_path / name).mkdir()
        content = tmp_path / name / "content"
        if name == "file":
            content.write_text("mine")
        elif name == "full":
            content.mkdir()
            (content / "mine").write_text("mine")
        else:
            content.symlink_to({"link": tmp_path / "elsewhere", "nowhere": tmp_path / "new", "loop": content}[name])
        for words in ((), ("--update",)):
            ended = brought(source, tmp_path / name, *words)
            answered(tmp_path / name, ended)
            assert ended.code in {2, 3}
    assert not any((tmp_path / "elsewhere").iterdir())
    assert not (tmp_path / "new").exists()
    assert (tmp_path / "file" / "content").read_text() == "mine"


def test_a_project_that_is_a_file(tmp_path: Path) -> None:
    source = placed(tmp_path / "source", SAMPLES["frab-json"])
    (tmp_path / "project").write_text("mine")
    assert brought(source, tmp_path / "project").code == 2
    assert brought(source, tmp_path / "project" / "below").code in {2, 3}
    assert brought(source, Path("/proc/nowhere")).code == 3
