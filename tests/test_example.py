"""The example conference, from examples/conference/content to its PDF: all that it says is printed."""

import os
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from pypdf import PdfReader

from booklet.model.program import Program
from booklet.model.rich_text import plain
from booklet.reading.read_project import read_project

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "conference"
FEWEST_PAGES = 30


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example, with its booklet made as a newcomer would."""
    folder = tmp_path_factory.mktemp("example") / "conference"
    shutil.copytree(EXAMPLE, folder)
    variables = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "booklet", "make", str(folder)]
    run = subprocess.run(command, env=variables, capture_output=True, text=True, encoding="utf-8", timeout=300)
    assert run.returncode == 0, run.stderr
    return folder


@pytest.fixture(scope="module")
def pages(project: Path) -> list[str]:
    """What each page says, without blanks and without the hyphens at ends of lines."""
    return [squeezed(page.extract_text()) for page in PdfReader(project / "out" / "booklet.pdf", strict=True).pages]


@pytest.fixture(scope="module")
def program(project: Path) -> Program:
    read, findings = read_project(project)
    assert read is not None, findings
    return read


def squeezed(words: str) -> str:
    return "".join(unicodedata.normalize("NFC", re.sub("\u00ad\n?", "", words)).split())


def test_it_has_the_pages_of_a_large_conference(pages: list[str]) -> None:
    assert len(pages) > FEWEST_PAGES


def test_every_file_is_a_talk(program: Program) -> None:
    files = {path.stem for path in (EXAMPLE / "content" / "talks").glob("*.md")}
    assert {talk.id for talk in program.talks} == files


def test_every_title_is_printed(program: Program, pages: list[str]) -> None:
    text = "".join(pages)
    assert [talk.id for talk in program.talks if squeezed(plain(talk.title)) not in text] == []


def test_every_author_is_printed(program: Program, pages: list[str]) -> None:
    text = "".join(pages)
    names = {author.name for talk in program.talks for author in talk.authors}
    assert sorted(name for name in names if squeezed(name) not in text) == []
