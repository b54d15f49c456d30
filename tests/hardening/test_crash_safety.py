"""Whatever ends a run, and wherever: the booklet is the old one or the new one, whole, and nothing else is left."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from guarded import ROOT

OLD = b"%PDF-1.7 the booklet of yesterday"
KILLS = 25


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The workshop, with the booklet of yesterday."""
    return copied(tmp_path / "project")


def copied(folder: Path) -> Path:
    shutil.copytree(ROOT / "content", folder / "content")
    (folder / "out").mkdir()
    (folder / "out" / "booklet.pdf").write_bytes(OLD)
    return folder


def start(*words: str | Path, limit: int | None = None, **variables: str) -> subprocess.Popen[str]:
    """`booklet` with these words, in a process of its own that may write files of `limit` bytes."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), **variables}
    return subprocess.Popen(
        [sys.executable, "-m", "booklet", *map(str, words)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", errors="replace", env=environment,
        preexec_fn=(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))) if limit is not None else None,
    )  # fmt: skip


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Exit code, and what was said."""
    _, said = process.communicate(timeout=60)
    assert "Traceback" not in said
    return process.returncode, said


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "out").iterdir())


@pytest.fixture
def whole(tmp_path: Path) -> tuple[bytes, float]:
    """What a run that nothing ends makes of the workshop, and its seconds."""
    folder = copied(tmp_path / "whole")
    begun = time.monotonic()
    assert ended(start("make", folder))[0] == 0
    return (folder / "out" / "booklet.pdf").read_bytes(), time.monotonic() - begun


def test_killed_at_any_moment(project: Path, whole: tuple[bytes, float]) -> None:
    new, seconds = whole
    seen = set()
    moments = random.Random(5)
    for _ in range(KILLS):
        process = start("make", project)
        time.sleep(moments.uniform(0, 1.2 * seconds))
        process.kill()
        process.communicate()
        seen.add((project / "out" / "booklet.pdf").read_bytes())
    assert seen <= {OLD, new}
    assert ended(start("make", project))[0] == 0
    assert (project / "out" / "booklet.pdf").read_bytes() == new


def test_killed_while_it_writes(tmp_path: Path) -> None:
    """The moment that a kill from outside seldom hits: the new file is half written."""
    target = tmp_path / "booklet.pdf"
    target.write_bytes(OLD)
    code = (
        "import os, sys, signal\n"
        "from pathlib import Path\n"
        "from booklet import output_file\n"
        "output_file.os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
        "output_file.write_whole(Path(sys.argv[1]), b'new')\n"
    )
    environment = {"PYTHONPATH": str(ROOT / "src")}
    killed = subprocess.run([sys.executable, "-c", code, str(target)], env=environment, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert target.read_bytes() == OLD


def test_interrupted(project: Path, whole: tuple[bytes, float]) -> None:
    new, seconds = whole
    # Python 3.11 ends by the signal itself when it came while a text was executed, as dataclasses do; shells say 130 to both
    interrupted = {130, -signal.SIGINT}
    for share in (0.5, 0.7, 0.9):
        process = start("make", project)
        time.sleep(share * seconds)
        process.send_signal(signal.SIGINT)
        code, said = ended(process)
        pdf = (project / "out" / "booklet.pdf").read_bytes()
        assert (code in interrupted and pdf in {OLD, new}) or (code, pdf) == (0, new), said
        assert files(project) == ["booklet.pdf"]
        (project / "out" / "booklet.pdf").write_bytes(OLD)


def test_a_full_disk(project: Path) -> None:
    code, said = ended(start("make", project, limit=10_000))
    assert code == 3
    assert said.startswith("error: cannot write ")
    assert (project / "out" / "booklet.pdf").read_bytes() == OLD
    assert files(project) == ["booklet.pdf"]


@pytest.mark.skipif(os.getuid() == 0, reason="the administrator may write into any folder")
def test_a_folder_that_may_not_be_written(project: Path) -> None:
    (project / "out").chmod(0o555)
    code, said = ended(start("make", project))
    (project / "out").chmod(0o755)
    assert code == 3
    assert "Permission denied" in said
    assert (project / "out" / "booklet.pdf").read_bytes() == OLD


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="this system has no /proc, where nobody may write")
def test_a_place_that_nobody_may_write(project: Path) -> None:
    code, said = ended(start("make", project, "-o", "/proc/booklet.pdf"))
    assert code == 3
    assert said.startswith("error: cannot write /proc/booklet.pdf: ")


@pytest.mark.parametrize("name", ["event.yaml", "talks/finn.md"])
def test_output_that_is_input(project: Path, name: str) -> None:
    before = (project / "content" / name).read_bytes()
    code, said = ended(start("make", project, "-o", project / "content" / name))
    assert code == 2
    assert "is part of content/" in said
    assert (project / "content" / name).read_bytes() == before


def test_a_booklet_that_is_open_elsewhere(project: Path) -> None:
    with (project / "out" / "booklet.pdf").open("rb") as reader:
        assert reader.read(5) == OLD[:5]
        assert ended(start("make", project))[0] == 0
        assert reader.read() == OLD[5:]  # whoever reads the old one reads it to its end


def test_four_at_once(project: Path, whole: tuple[bytes, float]) -> None:
    running = [start("make", project) for _ in range(4)]
    assert [ended(process)[0] for process in running] == [0, 0, 0, 0]
    assert (project / "out" / "booklet.pdf").read_bytes() == whole[0]
    assert files(project) == ["booklet.pdf"]


@pytest.mark.parametrize("name", ["with blanks ", "🎓 Tagung – März", "-o", "x" * 200, "%s{0}$HOME", "a'b\"c\nd"])
def test_folders_of_any_name(tmp_path: Path, name: str, whole: tuple[bytes, float]) -> None:
    folder = copied(tmp_path / name)
    assert ended(start("make", folder))[0] == 0
    assert (folder / "out" / "booklet.pdf").read_bytes() == whole[0]
    assert ended(start("make", folder, "-o", tmp_path / f"{name[:200]}.pdf"))[0] == 0
    assert (tmp_path / f"{name[:200]}.pdf").read_bytes() == whole[0]


def test_a_file_name_as_long_as_may_be(project: Path, whole: tuple[bytes, float]) -> None:
    target = project / "out" / ("x" * 251 + ".pdf")
    assert ended(start("make", project, "-o", target))[0] == 0
    assert target.read_bytes() == whole[0]


@pytest.mark.parametrize(
    "variables",
    [
        {"TZ": "/etc/passwd"},
        {"TZ": "Nowhere/Atlantis"},
        {"TZ": ":", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
        {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LANG": "xx_YY.nonsense", "PYTHONIOENCODING": "ascii", "COLUMNS": "-3", "LINES": "x"},
        {"HOME": "/nonexistent", "TMPDIR": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent"},
        {"PYTHONOPTIMIZE": "2"},
    ],
    ids=lambda variables: " ".join(f"{key}={value}".replace("/", "∕") for key, value in variables.items()),
)
def test_odd_surroundings(tmp_path: Path, variables: dict[str, str], whole: tuple[bytes, float]) -> None:
    folder = copied(tmp_path / "Tagung März")
    code, said = ended(start("make", folder, **variables))
    assert (code, files(folder)) == (0, ["booklet.pdf"]), said
    assert (folder / "out" / "booklet.pdf").read_bytes() == whole[0]
