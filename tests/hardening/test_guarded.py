"""Inputs of the project's own that try to reach out of it; and that the guard sees who does."""

import json
import os
import shutil
from pathlib import Path

import pytest
from answered import PROGRAM, TALK, answered, project
from guarded import ROOT, guarded
from PIL import Image

LEAVING = [
    "../secret.png", "/etc/hostname", "figures/../../secret.png", "~/x.png", "file:///etc/hostname", "http://127.0.0.1:9/x.png",
    "//server/share/x.png", "C:\\x.png", "/dev/zero", "/proc/self/environ", "", ".", "a\0b.png", "|id", "link-out.png",
    "linked/x.png", "loop.png", "pipe.png",
]  # fmt: skip
TEXTS = [
    '<img src="/etc/hostname"/>', "{0.__class__} %(x)s {{7*7}} ${7*7}", "\x1b]0;owned\x07", "![x](/etc/hostname)",
    "\\input{/etc/hostname} \\write18{id}", "invoice \u202efdp.exe", "\u65e5\u672c\u8a9e \U0001f600",
    "a)(b\\ endobj <</JS (x)>>",
    "Talk\nEND:VEVENT\nBEGIN:VEVENT", "::error file=x::y%0A::set-output", "[x](javascript:alert(1))", "\u0301" * 100,
]  # fmt: skip


def test_the_workshop_reaches_for_nothing(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    (tmp_path / "content" / "covers").mkdir()
    Image.new("CMYK", (210, 297)).save(tmp_path / "content" / "covers" / "front.pdf")
    Image.new("RGBA", (210, 297)).save(tmp_path / "content" / "covers" / "back.png")
    with (tmp_path / "content" / "booklet.yaml").open("a") as file:
        file.write("attach: calendar\ncovers: {front: covers/front.pdf, back: covers/back.png}\n")
    for command in ("check", "make"):
        ended = guarded(tmp_path, command, str(tmp_path))
        assert (ended.code, ended.reached) == (0, []), ended.err
    assert (tmp_path / "out" / "booklet.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("path", LEAVING)
def test_paths_that_lead_out(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.png").write_bytes(b"outside")
    folder = project(
        tmp_path / "project", **{"booklet.yaml": f"covers: {{front: {{file: {json.dumps(path)}, alt: F}}}}\n"}
    )
    (folder / "content" / "link-out.png").symlink_to(tmp_path / "secret.png")
    (folder / "content" / "linked").symlink_to(tmp_path)
    (folder / "content" / "loop.png").symlink_to("loop.png")
    os.mkfifo(folder / "content" / "pipe.png")
    ended = guarded(folder, "make", str(folder))
    answered(folder, ended)
    assert ended.code == 1


@pytest.mark.parametrize("text", TEXTS)
def test_texts_that_are_more_than_text(tmp_path: Path, text: str) -> None:
    quoted = json.dumps(text)
    talk = TALK.replace("On engines", quoted).replace("Ada Example", quoted).replace("Words.", text)
    folder = project(
        tmp_path,
        **{
            "talks/ada.md": talk,
            "program.yaml": PROGRAM.replace("Morning", quoted),
            "booklet.yaml": "attach: calendar",
        },
    )
    answered(folder, guarded(folder, "make", str(folder)))


def test_yaml_that_never_ends(tmp_path: Path) -> None:
    for number, text in enumerate(
        ["a: &a [*a]", "[" * 30_000, "{" * 30_000, "- " * 30_000, "!!python/object/apply:os.system [id]"]
    ):
        folder = project(tmp_path / str(number), **{"program.yaml": text})
        ended = guarded(folder, "make", str(folder))
        answered(folder, ended)
        assert ended.code == 1


@pytest.mark.parametrize(
    ("deed", "seen"),
    [
        ("open('/etc/hostname').read()", "read /etc/hostname"),
        ("open('/etc/hostname', 'ab')", "wrote /etc/hostname"),
        ("open(sys.argv[1] + '/content/new', 'w')", "wrote "),
        ("import socket; socket.socket().connect_ex(('127.0.0.1', 9))", "socket.connect"),
        ("import subprocess; subprocess.run(['true'])", "subprocess.Popen"),
        ("import os; os.system('true')", "os.system"),
        ("import os; os.rename('/nowhere/a', '/nowhere/b')", "os.rename"),
    ],
)
def test_the_guard_sees_what_a_program_does(tmp_path: Path, deed: str, seen: str) -> None:
    """The same guard around another program than ours."""
    (tmp_path / "content").mkdir()
    ended = guarded(tmp_path, program=f"import sys\n{deed}\n")
    assert any(one.startswith(seen) for one in ended.reached), (ended.reached, ended.err)
