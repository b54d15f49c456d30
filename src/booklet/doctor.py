"""The machine becomes a list of facts: whether what booklet needs is here."""

import json
import platform
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec
from pathlib import Path
from re import match

from booklet import __version__, shipped
from booklet.plain_dataclasses import dataclass
from booklet.reporting.visible import visible

_OLDEST = (3, 11)
_FONT_FILES = {".ttf", ".otf"}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing looked at: its name, whether it is as it should be, and what was seen."""

    name: str
    ok: bool
    seen: str


def doctor(folder: Path) -> tuple[Fact, ...]:
    """Look at Python, the libraries, the time zones, the shipped files, and whether `folder` can be written."""
    return (
        Fact("booklet", ok=True, seen=__version__),
        Fact("Python", sys.version_info >= _OLDEST, f"{platform.python_version()}, {platform.system()}"),
        *_libraries(),
        _libyaml(),
        _fonts(),
        _files("styles", shipped.styles_folder(), "*.yaml"),
        _files("explanations", shipped.findings_page().parent, shipped.findings_page().name),
        _writing(folder),
    )


def as_text(facts: tuple[Fact, ...]) -> str:
    """The facts, a line each."""
    return "".join(f"{'ok' if fact.ok else 'bad':<4} {fact.name:<16} {visible(fact.seen)}\n" for fact in facts)


def as_json(facts: tuple[Fact, ...]) -> str:
    """The facts as one JSON object on one line."""
    value = {
        "version": 1,
        "ok": all(fact.ok for fact in facts),
        "facts": [{"name": fact.name, "ok": fact.ok, "seen": fact.seen} for fact in facts],
    }
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")) + "\n"


def _libraries() -> list[Fact]:
    """The run-time requirements in the package's own metadata; those of extras are not looked at."""
    needed = (match(r"[A-Za-z0-9._-]+", line) for line in requires("booklet") or () if "extra ==" not in line)
    return sorted((_library(found[0]) for found in needed if found), key=lambda fact: fact.name)


def _library(name: str) -> Fact:
    try:
        return Fact(name, ok=True, seen=version(name))
    except PackageNotFoundError:
        return Fact(name, ok=False, seen=f"not installed; run `pip install {name}`")


def _libyaml() -> Fact:
    try:
        found = find_spec("yaml._yaml") is not None
    except ModuleNotFoundError:
        found = False
    return Fact("libyaml", ok=True, seen="present" if found else "absent: large files are read more slowly")


def _fonts() -> Fact:
    files = [file for file in shipped.fonts_folder().rglob("*") if file.suffix in _FONT_FILES]
    whole = [file for file in files if file.stat().st_size]
    families = {file.parent for file in whole}
    return Fact(
        "fonts", bool(files) and whole == files, f"{len(whole)} of {len(files)} files in {len(families)} families"
    )


def _files(name: str, folder: Path, pattern: str) -> Fact:
    found = sorted(file.name for file in folder.glob(pattern))
    return Fact(name, bool(found), ", ".join(found) or f"missing: {folder / pattern}")


def _writing(folder: Path) -> Fact:
    """Whether a file can be made where the booklet goes: a nameless one is, and is gone at once."""
    target = folder / "out" if (folder / "out").is_dir() else folder
    try:
        with tempfile.TemporaryFile(dir=target) as file:
            file.write(b"booklet")
    except OSError as trouble:
        return Fact("writing", ok=False, seen=f"{target}: {trouble.strerror}")
    return Fact("writing", ok=True, seen=f"{target} can be written")
