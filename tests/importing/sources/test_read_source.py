"""A path into the files of a source."""

import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet import limits
from booklet.errors import FileError
from booklet.finding import Finding
from booklet.importing.sources.packed import packed
from booklet.importing.sources.read_source import read_source
from importing.sources.made import hostile, said, zipped


def names(path: Path) -> tuple[list[str], list[tuple[str, int, str]]]:
    findings: list[Finding] = []
    return [file.name for file in read_source(path, findings).files], said(findings)


def test_a_file_is_read_whatever_its_ending(tmp_path: Path) -> None:
    (tmp_path / "export.odd").write_bytes(b"{}")
    source = read_source(tmp_path / "export.odd", [])
    assert [(file.name, file.data) for file in source.files] == [("export.odd", b"{}")]


def test_a_folder_is_read_in_order(tmp_path: Path) -> None:
    for name in (
        "b.csv",
        "a/2.md",
        "a/1.md",
        "A.JSON",
        ".hidden.md",
        ".git/x.md",
        "node_modules/x.json",
        "p.png",
        "~$w.docx",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert names(tmp_path) == (["A.JSON", "a/1.md", "a/2.md", "b.csv"], [])


def test_links_stay_inside(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    (tmp_path / "secret.md").write_text("x")
    (inside / "a.md").write_text("x")
    (inside / "b.md").symlink_to(inside / "a.md")
    (inside / "c.md").symlink_to(tmp_path / "secret.md")
    (inside / "loop").symlink_to(inside)
    (inside / "up").symlink_to(tmp_path)
    (inside / "x.md").symlink_to(inside / "x.md")
    message = "the link leads out of the folder and is not followed"
    assert names(inside) == (["a.md", "b.md"], [("I001", 1, message)] * 2)


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="nothing"):
        read_source(tmp_path / "nothing.csv", [])
    with pytest.raises(FileError):
        read_source(Path("a\0b"), [])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.csv")
    assert names(tmp_path) == ([], [])
    with pytest.raises(FileError, match="neither a file nor a folder"):
        read_source(tmp_path / "a.csv", [])


def test_limits_of_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        (tmp_path / f"{number}.csv").write_bytes(b"x" * (number + 1))
    monkeypatch.setattr(limits, "SOURCE_FILE_BYTES", 4)
    monkeypatch.setattr(limits, "SOURCE_BYTES", 8)
    found, findings = names(tmp_path)
    assert found == ["0.csv", "1.csv", "2.csv"]
    assert [code for code, _, _ in findings] == ["I001"]
    monkeypatch.setattr(limits, "SOURCE_FILES", 2)
    assert names(tmp_path)[0] == ["0.csv", "1.csv"]
    monkeypatch.setattr(limits, "SOURCE_ENTRIES", 1)
    assert names(tmp_path)[0] == ["0.csv"]


def archive(tmp_path: Path, data: bytes) -> tuple[list[str], list[tuple[str, int, str]]]:
    path = tmp_path / "export.zip"
    path.write_bytes(data)
    return names(path)


def test_an_archive(tmp_path: Path) -> None:
    data = zipped({"x/b.csv": "1", "x/a.md": "2", "__MACOSX/x/a.md": "3", "x/p.png": "4", "x/": "", "x/.h.md": "5"})
    assert archive(tmp_path, data) == (["x/a.md", "x/b.csv"], [])


@pytest.mark.parametrize(
    "name", ["../a.md", "x/../../a.md", "/a.md", "C:/a.md", "C:\\a.md", "..\\a.md", "\\\\host\\a.md"]
)
def test_names_that_lead_out(tmp_path: Path, name: str) -> None:
    found, findings = archive(tmp_path, zipped({name: "x", "ok.md": "y"}))
    assert found == ["ok.md"]
    assert [code for code, _, _ in findings] == ["I001"]


def test_hostile_archive(tmp_path: Path) -> None:
    found, findings = archive(tmp_path, hostile("traversal.zip"))
    assert (found, len(findings)) == (["ok/fine.txt"], 3)


def test_what_swells_is_refused(tmp_path: Path) -> None:
    found, findings = archive(tmp_path, zipped({"a.csv": b"0" * 3_000_000, "b.csv": "1"}))
    assert found == ["b.csv"]
    assert findings == [("I001", 1, '"a.csv" grows more than 200 times when it is unpacked')]


def test_what_tells_a_wrong_size_is_refused(tmp_path: Path) -> None:
    data = zipped({"a.csv": os.urandom(3000).hex()})
    told = (6000).to_bytes(4, "little")
    assert data.count(told) == 2
    found, findings = archive(tmp_path, data.replace(told, (10).to_bytes(4, "little")))
    assert found == []
    assert findings == [("I001", 1, '"a.csv" cannot be unpacked')]


def test_encrypted_linked_and_oddly_packed_members(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.csv": "x"}))
    data[data.index(b"PK\1\2") + 8] |= 1
    assert archive(tmp_path, bytes(data))[1] == [("I001", 1, '"a.csv" is encrypted')]
    odd = zipped({"a.csv": "x" * 100}, zipfile.ZIP_BZIP2)
    assert archive(tmp_path, odd)[1] == [("I001", 1, '"a.csv" is packed in a way that is not taken')]
    linked = bytearray(zipped({"a.csv": "/etc/passwd"}))
    at = linked.index(b"PK\1\2")
    linked[at + 38 : at + 42] = (0o120777 << 16).to_bytes(4, "little")
    assert archive(tmp_path, bytes(linked))[1] == [("I001", 1, '"a.csv" is a link, which is not taken')]


def test_too_much_in_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped({f"{number}.csv": "x" for number in range(9)})
    monkeypatch.setattr(limits, "SOURCE_FILES", 3)
    found, findings = archive(tmp_path, data)
    assert (found, len(findings)) == (["0.csv", "1.csv", "2.csv"], 1)
    monkeypatch.setattr(limits, "SOURCE_ENTRIES", 5)
    assert archive(tmp_path, data) == ([], [("I001", 1, "the archive holds more than 5 files")])


@pytest.mark.parametrize("data", [b"", b"PK\3\4", zipped({"a.md": "x"})[:-9]])
def test_a_damaged_archive(tmp_path: Path, data: bytes) -> None:
    assert archive(tmp_path, data) == ([], [("I001", 1, "the file is damaged, or no ZIP data")])


@given(st.integers(0, 250), st.binary(min_size=1, max_size=6))
def test_no_bytes_raise(at: int, junk: bytes) -> None:
    data = zipped({"a.csv": "1,2,3", "b.csv": "4"})
    data = data[:at] + junk + data[at + len(junk) :]
    findings: list[Finding] = []
    opened = packed(data, "a.zip", findings)
    for member in opened.members if opened else ():
        opened and opened.unpacked(member, findings)
