"""The content folder → one JSON object with all that its files say, which `booklet import` turns into files again."""

import json
from pathlib import Path
from typing import TypeAlias

from booklet import limits
from booklet.errors import FileError
from booklet.finding import Finding
from booklet.place import Place
from booklet.reading.content_names import CONTENT, TEXT_FOLDERS, YAML_FILES, is_text_file
from booklet.reading.front_matter import split_front_matter
from booklet.reading.project_file import read_listed
from booklet.text_file import read_text
from booklet.yaml_file import Node, Scalar, Sequence, read_yaml_text

VERSION = 1
Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"


def content_json(folder: Path) -> bytes:
    """The files of a project `folder` that was read without errors, by their names below content/: of YAML files what they
    say, of talks and pages the `front` matter and the `text` below it. All values are texts, lists or mappings; a key without
    a value has null. UTF-8, in the order of the names and of the keys in the files.

    Raises FileError when a file is gone meanwhile.
    """
    content = folder / CONTENT
    files: dict[str, Value] = {
        name: _value(_yaml(folder, name)) or {} for name in YAML_FILES if (content / name).is_file()
    }
    for kind in TEXT_FOLDERS:
        names = sorted(path.name for path in (content / kind).glob("*.md") if is_text_file(path.name))
        files |= {f"{kind}/{name}": _parts(folder, f"{kind}/{name}") for name in names}
    value = {"version": VERSION, "booklet": CONTENT, "files": files}
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()


def _text(folder: Path, name: str) -> str:
    file = f"{CONTENT}/{name}"
    data = read_listed(folder, file, limits.FILE_BYTES, Place(file))
    text, _ = (None, ()) if isinstance(data, Finding) else read_text(data, file)
    if text is None:
        raise FileError(f'"{file}" cannot be read')
    return text


def _yaml(folder: Path, name: str) -> Node | None:
    node, _ = read_yaml_text(_text(folder, name), name)
    return node


def _parts(folder: Path, name: str) -> dict[str, Value]:
    front, body, _ = split_front_matter(_text(folder, name), name, []) or ("", "", 0)
    node, _ = read_yaml_text(front, name)
    return {"front": _value(node) or {}, "text": body}


def _value(node: Node | None) -> Value:
    if node is None or isinstance(node, Scalar):
        return node.text if node else None
    if isinstance(node, Sequence):
        return [_value(item) for item in node.items]
    return {entry.key: _value(entry.value) for entry in node.entries}
