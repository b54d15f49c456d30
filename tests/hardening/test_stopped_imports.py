"""An import that is killed at any write, or that a disk has no room for: content/ is as it was, or it is done again."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from guarded import ROOT
from import_samples import TABLE, event, frab_json

OLD = [event(1), event(2, "10:00"), event(3, "11:00"), event(5, "12:00")]
NEW = [
    event(1, title="Kites, later"),
    event(2, "10:30", abstract="Something else."),
    event(4, "09:00", persons=[{"id": 4, "public_name": "Bo Newname"}]),
    event(6, "09:30", persons=[{"id": 6, "public_name": "Cy Newname"}]),
    event(5, "12:30"),
]
# The run ends by itself at the n-th of its steps on the disk, which are those of these functions.
KILLED = """
import os, shutil, signal, sys
from pathlib import Path
from booklet import output_file
left = [int(sys.argv[1])]
def ending(deed):
    def step(*words, **more):
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1
        return deed(*words, **more)
    return step
for owner, names in ((Path, ("open", "replace", "unlink", "mkdir")), (os, ("fsync",)), (shutil, ("rmtree",))):
    for name in names:
        setattr(owner, name, ending(getattr(owner, name)))
from booklet.cli import main
main(sys.argv[2:])
"""


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "old.json").write_bytes(frab_json(OLD))
    (folder / "new.json").write_bytes(frab_json(NEW))
    (folder / "talks.csv").write_text(TABLE)
    return folder


def run(*words: str | Path, step: int | None = None, limit: int | None = None) -> tuple[int, str]:
    """How `booklet import` ended, and what it said; killed before a step, or with no room for files of more bytes."""
    program = ["-m", "booklet"] if step is None else ["-c", KILLED, str(step)]
    done = subprocess.run(
        [sys.executable, *program, "import", *map(str, words)],
        check=False, capture_output=True, encoding="utf-8", timeout=120, stdin=subprocess.DEVNULL,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src")},
        preexec_fn=(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))) if limit is not None else None,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr


def content(folder: Path) -> dict[str, bytes]:
    inside = folder / "content"
    return {path.relative_to(inside).as_posix(): path.read_bytes() for path in inside.rglob("*") if path.is_file()}


def edited(folder: Path, sources: Path) -> Path:
    """A project that was imported, and edited by hand since."""
    assert run(sources / "old.json", folder)[0] == 0
    talk = folder / "content" / "talks" / "example.md"
    talk.write_text(talk.read_text().replace("rise", "rise, by hand,"))
    program = folder / "content" / "program.yaml"
    program.write_text("# by hand\n" + program.read_text())
    (folder / "content" / "talks" / "newname-3.md").write_text("---\ntitle: My own\n---\n")
    return folder


@pytest.mark.parametrize("step", [*range(0, 44, 4), 57])
def test_a_first_import_is_whole_or_not_there(tmp_path: Path, sources: Path, step: int) -> None:
    folder = tmp_path / "project"
    code, _ = run(sources / "old.json", folder, step=step)
    assert code in {0, -signal.SIGKILL}
    assert run(sources / "old.json", tmp_path / "whole")[0] == 0
    if content(folder) == {}:
        assert code != 0
        assert run(sources / "old.json", folder)[0] == 0
    assert content(folder) == content(tmp_path / "whole")
    assert run(sources / "new.json", folder, "--update")[0] == 0


def test_a_mapping_of_columns_is_never_lost(tmp_path: Path, sources: Path) -> None:
    """What may stand in content/ before a first import stays, whatever happens."""
    assert run(sources / "talks.csv", tmp_path / "guess", "--zone", "UTC")[0] == 0
    mapping = (tmp_path / "guess" / "content" / "import.yaml").read_bytes() + b"# by hand\n"
    for step in range(10, 60, 7):
        folder = tmp_path / str(step)
        (folder / "content").mkdir(parents=True)
        (folder / "content" / "import.yaml").write_bytes(mapping)
        code, _ = run(sources / "talks.csv", folder, "--zone", "UTC", step=step)
        assert code in {0, -signal.SIGKILL}
        assert mapping in [path.read_bytes() for path in folder.rglob("import.yaml")]
        whole = {*content(tmp_path / "guess")}
        assert {*content(folder)} in ((whole,) if code == 0 else (whole, {"import.yaml"}, set()))


@pytest.mark.parametrize("step", range(0, 45, 3))
def test_an_update_that_was_stopped_is_done_again(tmp_path: Path, sources: Path, step: int) -> None:
    folder = edited(tmp_path / "project", sources)
    whole = edited(tmp_path / "whole", sources)
    assert run(sources / "new.json", whole, "--update")[0] == 0
    code, _ = run(sources / "new.json", folder, "--update", step=step)
    assert code in {0, -signal.SIGKILL}
    code, said = run(sources / "new.json", folder, "--update")
    assert code == 0, said
    left = {name for name in content(folder) if name.endswith(".part")}
    assert {name: data for name, data in content(folder).items() if name not in left} == content(whole)


def test_a_full_disk(tmp_path: Path, sources: Path) -> None:
    folder = tmp_path / "project"
    for limit in (0, 100, 1000, 3000):
        code, said = run(sources / "old.json", folder, limit=limit)
        assert code == 3
        assert said.startswith("error: cannot write ")
        assert list(folder.iterdir()) == []
    assert run(sources / "old.json", folder)[0] == 0
    for limit in (100, 3000):
        code, said = run(sources / "new.json", folder, "--update", limit=limit)
        assert code == 3
        assert said.startswith("error: cannot write ")
        assert not [name for name in content(folder) if name.endswith(".part")]
    assert run(sources / "new.json", folder, "--update")[0] == 0


def test_two_at_once(tmp_path: Path, sources: Path) -> None:
    """Of two first imports into one folder, one is whole, and the other says that it came too late."""
    command = [sys.executable, "-m", "booklet", "import"]
    running = [
        subprocess.Popen([*command, str(sources / name), str(tmp_path / "project")], stderr=subprocess.PIPE,
                         env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src")})
        for name in ("old.json", "new.json")
    ]  # fmt: skip
    ended = [(process.communicate(timeout=120)[1], process.returncode) for process in running]
    assert min(code for _, code in ended) == 0
    assert {code for _, code in ended} <= {0, 2, 3}
    assert all(b"Traceback" not in said for said, _ in ended)
    wholes = []
    for name in ("old", "new"):
        assert run(sources / f"{name}.json", tmp_path / name)[0] == 0
        wholes.append(content(tmp_path / name))
    assert content(tmp_path / "project") in wholes
    assert [path.name for path in (tmp_path / "project").iterdir()] == ["content"]
