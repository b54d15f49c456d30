"""What `booklet export json` gave into the files that it was made from, laid out as an import lays them out."""

from collections.abc import Iterator

from booklet import limits
from booklet.codes import BAD_SOURCE, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.sources.json_records import json_value
from booklet.importing.sources.record import Record, Value, text_of
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.yaml_tree import Tree, yaml_lines
from booklet.reading.content_names import CONTENT

_VERSION = "1"


def exported(source: Source, findings: list[Finding]) -> Record | None:
    """The object of the first JSON file that is such an export; None where there is none."""
    for file in source.ending(".json"):
        value = json_value(file, findings)
        if isinstance(value, Record) and value.text("booklet") == CONTENT and value.text("version"):
            return value
    return None


def exported_files(source: Source, findings: list[Finding]) -> list[SourceFile]:
    """The files by their names below content/; what is no file of YAML or Markdown is a finding."""
    found = exported(source, findings)
    if found and found.text("version") != _VERSION:
        message = (
            f'the export has the version "{found.text("version")[:60]}", and this booklet knows version {_VERSION}'
        )
        findings.append(Finding(BAD_SOURCE, message, found.of("version"), "use a newer booklet"))
        return []
    files = found.record("files") if found else None
    return list(_files(files, findings)) if files else []


def _files(files: Record, findings: list[Finding]) -> Iterator[SourceFile]:
    for name, value in files.values.items():
        if not isinstance(value, Record):
            findings.append(Finding(LEFT_OUT, f'"{name[:60]}" holds no keys and is not taken over', files.of(name)))
        elif name.endswith(".md"):
            text = value.values.get("text")
            body = text if isinstance(text, str) else ""
            front = _mapping(value.record("front"), 1, findings)
            # The last line of front matter has no end to YAML, and a block would lose its own.
            blank = [""] if _last_text(front).endswith("\n") else []
            yield _file(name, ["---", *yaml_lines(front), *blank, f"---\n{body}"])
        elif values := _mapping(value, 1, findings):
            yield _file(name, [*yaml_lines(values), ""])


def _file(name: str, lines: list[str]) -> SourceFile:
    return SourceFile(name, "\n".join(lines).encode())


def _last_text(value: Tree) -> str:
    if isinstance(value, dict | list) and value:
        return _last_text(value[-1] if isinstance(value, list) else list(value.values())[-1])
    return value if isinstance(value, str) else ""


def _mapping(record: Record, depth: int, findings: list[Finding]) -> dict[str, Tree]:
    found: dict[str, Tree] = {}
    for key, value in record.values.items():
        if len(key) > limits.SHORT or "\n" in key:
            message = f'a key that begins with "{" ".join(key[:40].split())}" is too long and is left out'
            findings.append(Finding(LEFT_OUT, message, record.of(key)))
        elif depth > limits.DEPTH:
            findings.append(Finding(LEFT_OUT, "values are nested too deep and left out", record.of(key)))
        else:
            found[key] = _tree(value, depth, findings)
    return found


def _tree(value: Value, depth: int, findings: list[Finding]) -> Tree:
    if isinstance(value, Record):
        return _mapping(value, depth + 1, findings)
    if isinstance(value, tuple):
        return [_tree(one, depth + 1, findings) for one in value]
    return value if isinstance(value, str) or value is None else text_of(value)
