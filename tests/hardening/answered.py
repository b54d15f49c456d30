"""A small project with an old booklet, and what holds of every run on it, whatever strangers put there."""

import unicodedata
from pathlib import Path

from guarded import Ended

from claims import broken_claims

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
    assert steering(ended.out + ended.err) == set()
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


def steering(printed: str) -> set[str]:
    """Characters that could steer a terminal, or hide from who reads it."""
    return {sign for sign in printed if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co"}} - {"\n"}
