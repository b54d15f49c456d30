"""What all tests share: golden files, and that no booklet may claim what it does not keep."""

import difflib
import gc
import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from booklet.output_file import write_whole
from claims import broken_claims
from real_programs.brought import Brought
from real_programs.brought import bring as bring_in

ROOT = Path(__file__).parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite golden files and print what changed")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--accept") and os.environ.get("CI"):
        pytest.exit("golden files are accepted by people, not by CI", returncode=2)


@pytest.fixture(autouse=True)
def claims_are_true(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every booklet that a test makes in this process is validated before it is written."""

    def write_valid(path: Path, *data: bytes, settled: bool = True) -> None:
        assert path.name.startswith((".read-talks", ".set-pieces-")) or broken_claims(b"".join(data)) == []
        write_whole(path, *data, settled=settled)

    monkeypatch.setattr("booklet.make.write_whole", write_valid)


@pytest.fixture(autouse=True)
def cycles_are_searched_for() -> Iterator[None]:
    """The command has that switched off for its own process, which ends soon; that of the tests goes on."""
    yield
    gc.enable()


@pytest.fixture(scope="session")
def bring(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Brought]:
    """A real program by its name; each is imported once."""
    folder = tmp_path_factory.mktemp("real")

    @cache
    def brought(name: str) -> Brought:
        return bring_in(name, folder / name)

    return brought


@pytest.fixture
def golden(request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> Callable[[Path, str], None]:
    """Compare text with a golden file; with --accept, rewrite the file and print the difference."""

    def compare(path: Path, text: str) -> None:
        old = path.read_text("utf-8") if path.is_file() else ""
        if old == text:
            return
        name = path.relative_to(ROOT).as_posix()
        change = "".join(difflib.unified_diff(old.splitlines(True), text.splitlines(True), name, "now"))
        if not request.config.getoption("--accept"):
            pytest.fail(f"{change}\n{name} differs; look at it, then `make accept`", pytrace=False)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        with capsys.disabled():
            print(f"\n{change}")

    return compare
