"""Every hostile file of the collection goes through the whole command, guarded: it is answered, and nothing else happens."""

import json
import shutil
from pathlib import Path

import pytest
from answered import PROGRAM, TALK, answered, project, steering
from guarded import ROOT, guarded

HOSTILE = ROOT.parent / "shared" / "adversarial"
pytestmark = pytest.mark.skipif(not HOSTILE.is_dir(), reason="the collection of hostile files is not there")

YAML = sorted(path.name for path in (HOSTILE / "yaml").glob("*")) if HOSTILE.is_dir() else []
IMAGES = sorted(path.name for path in (HOSTILE / "images").glob("*")) if HOSTILE.is_dir() else []
PDFS = sorted(path.name for path in (HOSTILE / "pdf").glob("*")) if HOSTILE.is_dir() else []
PAYLOADS = json.loads((HOSTILE / "text" / "payloads.json").read_text("utf-8")) if HOSTILE.is_dir() else []
PATHS = json.loads((HOSTILE / "text" / "paths.json").read_text("utf-8")) if HOSTILE.is_dir() else []


@pytest.mark.parametrize("name", YAML)
def test_yaml(tmp_path: Path, name: str) -> None:
    """As program.yaml, and once more as what may be missing: booklet.yaml."""
    data = (HOSTILE / "yaml" / name).read_bytes()
    folder = project(tmp_path, **{"program.yaml": data, "booklet.yaml": data})
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


def with_text(text: str) -> dict[str, str]:
    """A talk and an event that have this text in every field."""
    quoted = json.dumps(text)
    front = f"title: {quoted}\nauthors: [{{name: {quoted}, affiliations: [{quoted}]}}]\n"
    return {
        "talks/ada.md": f"---\n{front}keywords: [{quoted}]\nreferences: [{quoted}]\n---\n{text}\n",
        "event.yaml": f"title: {quoted}\ntopic: {quoted}\nvenue: {quoted}\nzone: UTC\norganizers: [{{name: {quoted}}}]\n",
        "program.yaml": PROGRAM.replace("Morning", quoted).replace("start", f"room: {quoted}, start"),
        "booklet.yaml": "attach: calendar\n",
    }


@pytest.mark.parametrize("row", PAYLOADS, ids=lambda row: row["id"])
def test_texts(tmp_path: Path, row: dict[str, str]) -> None:
    folder = project(tmp_path, **with_text(row["text"]))
    answered(folder, guarded(folder, "make", str(folder)))


@pytest.mark.parametrize("form", ["json", "github", "short"])
def test_all_texts_in_the_messages_about_them(tmp_path: Path, form: str) -> None:
    texts = {f"talks/talk-{index}.md": with_text(row["text"])["talks/ada.md"] for index, row in enumerate(PAYLOADS)}
    folder = project(tmp_path, **texts)
    ended = guarded(folder, "check", str(folder), "--format", form)
    assert ended.code == 1
    assert ended.reached == []
    said = ended.err if form == "short" else ended.out
    assert said.isascii() or form != "json"
    assert steering(said) == set()
    if form == "json":
        found = json.loads(said)
        assert (found["version"], found["ok"]) == (1, False)
        assert {finding["file"] for finding in found["findings"]} > {f"content/{name}" for name in list(texts)[:3]}
    if form == "github":
        assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in said.splitlines())
