"""Talks and programs as an importer writes them, and updates of them."""

import json
import re
from typing import Any

from booklet.finding import Finding
from booklet.importing.merging.update import merge_files

TALK = "content/talks/alexe.md"
PROGRAM = "content/program.yaml"


def update(
    last: dict[str, str], mine: dict[str, str], theirs: dict[str, str]
) -> tuple[dict[str, str | None], list[Finding]]:
    findings: list[Finding] = []
    return dict(merge_files(last, mine, theirs, findings)), findings


def update_one(last: str, mine: str, theirs: str, path: str = TALK) -> tuple[str | None, list[str]]:
    """The file, and its findings as "CODE line message"."""
    result, findings = update({path: last}, {path: mine}, {path: theirs})
    return result[path], said(findings)


def said(findings: list[Finding]) -> list[str]:
    return [f"{one.code} {one.place.line if one.place else 0} {one.message}" for one in findings]


def quoted(text: str) -> str:
    plain = re.fullmatch(r"\w(?:[\w .+-]*\w)?", text) and text not in {"null", "Null", "NULL"}
    return text if plain else json.dumps(text, ensure_ascii=False)


def flow(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(flow(one) for one in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {flow(one)}' for key, one in value.items())}}}"
    return quoted(value)


def lines(value: dict[str, Any], indent: str = "") -> str:
    """A mapping as an importer writes it: short lists in brackets, records one a line, sessions as blocks."""
    text = ""
    for key, one in value.items():
        if key == "sessions":
            text += f"{indent}{key}:\n"
            for session in one:
                inner = lines(session, f"{indent}    ")
                text += f"{indent}  - {inner[len(indent) + 4 :]}"
        elif isinstance(one, list) and one and isinstance(one[0], dict):
            text += f"{indent}{key}:\n" + "".join(f"{indent}  - {flow(entry)}\n" for entry in one)
        elif isinstance(one, dict) and one:
            text += f"{indent}{key}:\n{lines(one, f'{indent}  ')}"
        elif key == "funding":
            text += f"{indent}{key}: |-\n" + "".join(f"{indent}  {line}\n" for line in one.split("\n"))
        else:
            text += f"{indent}{key}: {flow(one)}\n"
    return text


def talk_file(front: dict[str, Any], paragraphs: list[str]) -> str:
    return f"---\n{lines(front)}---\n" + "\n\n".join(paragraphs) + "\n"
