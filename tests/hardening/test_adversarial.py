"""Every hostile file of the collection goes through the whole command, guarded: it is answered, and nothing else happens."""

import json
import shutil
import unicodedata
from pathlib import Path

import pytest
from guarded import ROOT, Ended, guarded

from claims import broken_claims

HOSTILE = ROOT.parent / "shared" / "adversarial"
pytestmark = pytest.mark.skipif(not HOSTILE.is_dir(), reason="the collection of hostile files is not there")

YAML = sorted(path.name for path in (HOSTILE / "yaml").glob("*")) if HOSTILE.is_dir() else []
IMAGES = sorted(path.name for path in (HOSTILE / "images").glob("*")) if HOSTILE.is_dir() else []
PDFS = sorted(path.name for path in (HOSTILE / "pdf").glob("*")) if HOSTILE.is_dir() else []
PAYLOADS = json.loads((HOSTILE / "text" / "payloads.json").read_text("utf-8")) if HOSTILE.is_dir() else []
PATHS = json.loads((HOSTILE / "text" / "paths.json").read_text("utf-8")) if HOSTILE.is_dir() else []

EVENT = "title: Small Meeting\nzone: Europe/Berlin\n"
PROGRAM = """\
sessions:
  - {id: one, title: Morning, date: 2026-04-23, start: 9:00, items: [{talk: ada, minutes: 20}]}
"""
TALK = (
    "---\ntitle: On engines\nauthors: [{name: Ada Example, affiliations: [uni]}]\naffiliations: {uni: U}\n---\nWords.\n"
)
OLD = b"%PDF-1.7 the booklet of yesterday"


def project(folder: Path, **files: str | bytes) -> Path:
    """A small project with an old booklet; `files` by name, where __ stands for a slash and _ before md or yaml for a dot."""
    everything: dict[str, str | bytes] = {"event.yaml": EVENT, "program.yaml": PROGRAM, "talks/ada.md": TALK, **files}
    for name, data in everything.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
    (folder / "out").mkdir()
    (folder / "out" / "booklet.pdf").write_bytes(OLD)
    return folder


def answered(folder: Path, ended: Ended) -> None:
    """What holds for every input: it is made or refused in words, with nothing reached for and nothing half done."""
    assert ended.code in {0, 1}, ended.err
    assert ended.reached == []
    assert "Traceback" not in ended.err
    printed = ended.out + ended.err
    raw = {sign for sign in printed if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co"}} - {"\n"}
    assert raw == set()
    files = sorted(path.name for path in (folder / "out").iterdir())
    assert files == ["booklet.pdf"]
    data = (folder / "out" / "booklet.pdf").read_bytes()
    if ended.code == 1:
        assert data == OLD
        assert "error[" in ended.err
        assert "content/" in ended.err
    else:
        assert data.startswith(b"%PDF-")
        assert data.endswith(b"%%EOF\n")
        assert broken_claims(data) == []


@pytest.mark.parametrize("name", YAML)
@pytest.mark.parametrize("place", ["event.yaml", "program.yaml", "booklet.yaml", "people.yaml"])
def test_yaml(tmp_path: Path, name: str, place: str) -> None:
    folder = project(tmp_path, **{place: (HOSTILE / "yaml" / name).read_bytes()})
    answered(folder, guarded(folder, "make", str(folder)))


@pytest.mark.parametrize("name", [*IMAGES, *PDFS])
def test_covers_and_figures(tmp_path: Path, name: str) -> None:
    folder = project(tmp_path)
    source = HOSTILE / ("images" if name in IMAGES else "pdf") / name
    shutil.copy(source, folder / "content" / name)
    talk = TALK.replace("title:", f"figures: [{{file: {name}, alt: A figure}}]\ntitle:")
    (folder / "content" / "talks" / "ada.md").write_text(talk, "utf-8")
    settings = f"covers: {{front: {{file: {name}, alt: F}}, back: {{file: {name}, alt: B}}}}\n"
    (folder / "content" / "booklet.yaml").write_text(settings, "utf-8")
    answered(folder, guarded(folder, "make", str(folder)))


@pytest.mark.parametrize("row", PATHS, ids=lambda row: row["what"])
def test_paths(tmp_path: Path, row: dict[str, str]) -> None:
    text = json.dumps(row["path"])
    folder = project(tmp_path, **{"booklet.yaml": f"covers: {{front: {{file: {text}, alt: F}}}}\n"})
    ended = guarded(folder, "make", str(folder))
    answered(folder, ended)
    assert ended.code == 1


@pytest.mark.parametrize("row", PAYLOADS, ids=lambda row: row["id"])
@pytest.mark.parametrize("form", ["text", "json", "github", "short"])
def test_texts(tmp_path: Path, row: dict[str, str], form: str) -> None:
    """In every field of a talk, and in the messages about it."""
    text = json.dumps(row["text"])
    front = f"title: {text}\nauthors: [{{name: {text}, affiliations: [{text}]}}]\nkeywords: [{text}]\nreferences: [{text}]\n"
    files = {
        "talks/ada.md": f"---\n{front}---\n{row['text']}\n",
        "event.yaml": f"title: {text}\ntopic: {text}\nvenue: {text}\nzone: Europe/Berlin\norganizers: [{{name: {text}}}]\n",
        "program.yaml": PROGRAM.replace("Morning", text).replace("start", f"room: {text}, start"),
        "booklet.yaml": "attach: calendar\n",
    }
    folder = project(tmp_path, **files)
    if form == "text":
        answered(folder, guarded(folder, "make", str(folder)))
        return
    ended = guarded(folder, "check", str(folder), "--format", form)
    assert ended.code in {0, 1}
    assert ended.reached == []
    assert "Traceback" not in ended.err
    if form == "json":
        found = json.loads(ended.out)
        assert found["version"] == 1
        assert found["ok"] == (ended.code == 0)
