"""Whatever is listed in code is documented, and what is documented is so."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from booklet import errors
from booklet.cli import SCHEMA_KINDS, commands
from booklet.codes import CODES
from booklet.importing.importers import IMPORTERS
from booklet.reporting.formats import FORMATS
from booklet.styling.system_fonts import VARIABLES

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [*sorted(DOCS.rglob("*.md")), ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md"]
SHARED_BY = {"check": "make"}  # whose options stand in the table of another command


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def sections(text: str) -> dict[str, str]:
    """The text below each heading of the second level, by heading."""
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


COMMANDS = sections(page("reference/cli.md"))
FINDINGS = sections(page("reference/findings.md"))


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_every_command_and_option_is_documented(name: str) -> None:
    assert f"booklet {name}" in COMMANDS
    text = COMMANDS[f"booklet {SHARED_BY.get(name, name)}"]
    for parameter in commands.commands[name].params:
        if isinstance(parameter, click.Option):
            for option in parameter.opts:
                assert re.search(rf"`{option}[` ]", text), option
            if isinstance(parameter.type, click.Choice):
                assert all(f"`{choice}`" in text for choice in parameter.type.choices)


def test_every_documented_command_exists() -> None:
    named = {heading.removeprefix("booklet ") for heading in COMMANDS if heading.startswith("booklet ")}
    assert named == set(commands.commands)
    words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    assert f"`booklet` has {words[len(named)]} commands" in page("reference/cli.md")


def test_every_documented_option_exists() -> None:
    known = {
        option for command in [commands, *commands.commands.values()] for one in command.params for option in one.opts
    }
    named = set(re.findall(r"`(--[a-z-]+)", page("reference/cli.md")))
    assert named - known == {"--help"}


def test_every_exit_code_is_documented() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.BookletError)]
    codes = {kind.exit_code for kind in kinds} | {0, 1, 130}
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", COMMANDS["Exit codes"], re.MULTILINE)} == codes


def test_every_form_is_documented() -> None:
    assert re.findall(r"^### (\w+)$", COMMANDS["How findings are shown"], re.MULTILINE) == list(FORMATS)


def test_every_form_that_is_imported_is_documented() -> None:
    rows = re.findall(r"^\| `([a-z][a-z0-9-]*)` \|", page("how-to/import.md"), re.MULTILINE)
    assert sorted(rows) == sorted(importer.name for importer in IMPORTERS)


def test_every_environment_variable_is_documented() -> None:
    tree = ast.parse((ROOT / "src" / "booklet" / "cli.py").read_text(encoding="utf-8"))
    calls = [
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "os.environ.get"
    ]
    read = {node.args[0].value for node in calls if isinstance(node.args[0], ast.Constant)} | set(VARIABLES)
    assert read == set(re.findall(r"^\| `(\w+)` \|", COMMANDS["Environment variables"], re.MULTILINE))


def test_every_finding_is_documented_under_its_title_in_order() -> None:
    headings = [heading for heading in FINDINGS if re.match(r"[A-Z]\d{3} ", heading)]
    assert headings == [f"{code} {code.title}" for code in CODES]


@pytest.mark.parametrize("code", CODES, ids=str)
def test_every_finding_is_explained(code: object) -> None:
    (text,) = [text for heading, text in FINDINGS.items() if heading.startswith(f"{code} ")]
    lines = text.strip().splitlines()
    (severity,) = [known.severity.value for known in CODES if known is code]
    assert lines[0] == f"Severity: {severity}"
    starts = [line.split(":**")[0].removeprefix("**") for line in lines if line.startswith("**")]
    assert starts == ["What", "Why", "What to do"]
    fences = [line for line in lines if line.startswith("```")]
    assert fences[0] in {"```yaml", "```markdown", "```text", "```json", "```csv"}
    assert fences[1:] == ["```"]


def keys(schema: object) -> Iterator[str]:
    """Every key that a JSON Schema names, at any depth."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for value in schema.values():
            yield from keys(value)
    if isinstance(schema, list):
        for value in schema:
            yield from keys(value)


@pytest.mark.parametrize("kind", SCHEMA_KINDS)
def test_every_content_key_is_documented(kind: str) -> None:
    from booklet.reading.schema import schema

    text = page("reference/content.md")
    missing = sorted({key for key in keys(schema(kind)) if f"`{key}`" not in text})
    assert missing == []


def test_every_style_key_is_documented() -> None:
    from booklet.styling.load_style import STYLE_KEYS

    text = page("reference/style.md")
    assert len(STYLE_KEYS) > 10
    assert [key for key in STYLE_KEYS if f"`{key}`" not in text] == []


def anchors(text: str) -> set[str]:
    """The anchors that a forge gives to headings."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    text = re.sub(r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if not target.startswith("https://"):
            name, _, anchor = target.partition("#")
            linked = path.parent / name if name else path
            assert linked.is_file(), target
            assert not anchor or anchor in anchors(linked.read_text(encoding="utf-8")), target


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_commands_in_the_text_exist(path: Path) -> None:
    named = re.findall(r"(?:`|^)booklet ([a-z]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(named) <= set(commands.commands)


def test_the_checks_can_fail() -> None:
    assert list(keys({"properties": {"a": {"items": [{"properties": {"b": {}}}]}}})) == ["a", "b"]
    assert sections("x\n## one\n1\n## two\n2") == {"one": "\n1\n", "two": "\n2"}
    assert anchors("## How findings are shown\n### `json`, now") == {"how-findings-are-shown", "json-now"}
