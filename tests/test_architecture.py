"""The rules of docs/architecture.md hold in the source; each rule is tried on a snippet that breaks it."""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "booklet"

# A file imports its own stage or what stands before it. Files at the top that are no stage are values, the first of all.
STAGES = (
    ("values",),
    ("model",),
    ("reading",),
    ("checking",),
    ("styling",),
    ("lettering",),
    ("composing",),
    ("typesetting",),
    ("binding",),
    ("proofing",),
    ("outputs",),
    ("importing",),
    ("judgement",),
    ("judge_program",),
    ("set_book",),
    ("bind_book",),
    ("export", "make"),
    ("import_content",),
    ("reporting",),
    ("add_fonts", "arguments", "command", "doctor", "explain", "new_project", "questions", "streams"),
    ("cli",),
    ("__main__",),
)
RANK = {name: rank for rank, stage in enumerate(STAGES) for name in stage}

# Where each library from outside may be imported: folders and files below src/booklet.
HOMES: dict[str, tuple[str, ...]] = {
    "PIL": ("binding/foreign/",),
    "babel": ("plain_babel.py",),
    "click": ("cli.py", "command.py", "questions.py"),
    "ctypes": ("binding/foreign/pixels.py",),
    "dataclasses": ("plain_dataclasses.py",),
    "defusedxml": ("importing/sources/",),
    "fontTools": ("lettering/", "styling/"),
    "icalendar": ("outputs/", "importing/sources/"),
    "markdown_it": ("reading/", "importing/cleaning/"),
    "openpyxl": ("importing/sources/",),
    "page": ("binding/foreign/archival.py",),
    "pypdf": ("binding/foreign/", "binding/pdf_values.py", "binding/complaints.py", "proofing/"),
    "pypdfium2_raw": ("binding/foreign/pixels.py",),
    "pyphen": ("lettering/", "styling/"),
    "reportlab": ("plain_reportlab.py",),
    "tzdata": ("time_zone.py",),
    "uharfbuzz": ("lettering/", "styling/"),
    "uniseg": ("lettering/line_breaks.py",),
    "yaml": ("plain_yaml.py",),
    "zoneinfo": ("time_zone.py",),
}
NEVER = {
    "asyncio",
    "ftplib",
    "http",
    "importlib.import_module",
    "marshal",
    "multiprocessing",
    "pickle",
    "shelve",
}
NEVER |= {"smtplib", "socket", "socketserver", "ssl", "subprocess", "urllib.request", "webbrowser", "xmlrpc"}
NEVER_ELSEWHERE = {"when_called.py": "importlib.import_module"}

CLI_ONLY = {
    "print",
    "input",
    "os.environ",
    "os.getenv",
    "sys.argv",
    "sys.stdout",
    "sys.stderr",
    "sys.stdin",
    "sys.exit",
}
CLI_ONLY |= {
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "date.today",
    "time.time",
    "time.localtime",
    "time.monotonic",
}
WORLDLY = {"cli.py", "streams.py"}
NOWHERE = {"eval", "exec", "__import__", "breakpoint", "os.system", "os.popen"}
FORKING = {"workers.py"}

# The booklet, by way of a temporary file; the starter project; copies of fonts; the report of a bug.
WRITERS = {"output_file.py", "new_project.py", "add_fonts.py", "command.py", "streams.py"}
ASKED_BY = {"booklet.output_file": ("make.py", "export.py", "import_content.py")}
WRITING = {"write_bytes", "write_text", "mkdir", "touch", "unlink", "rmdir", "symlink_to", "hardlink_to"}

# Functions that take names as they come.
ANY_NAMES = {"plain_dataclasses.py: replace": "the names are the fields of the value, which mypy checks"}

DRAWERS = {"utils", "util", "helpers", "helper", "common", "core", "base", "manager", "misc", "tools", "stuff"}

# Values under construction, which end in a frozen one.
UNFROZEN = {
    "structure.py: Element": "flowables record on it what they draw; SetStructure is what becomes of it",
    "binding/foreign/picture_rules.py: Budget": "counts down what the reading of a picture may still use",
    "binding/foreign/content.py: _Scan": "collects while a content stream is read; DrawingContent is what becomes of it",
    "binding/foreign/objects.py: ForeignFile": "remembers across pages what was already coded and found",
    "binding/foreign/objects.py: _Copy": "collects while a page is copied; a Picture is what becomes of it",
    "proofing/part_proof.py: _Reading": "collects while a part is read; a PartProof is what becomes of it",
    "proofing/text_runs.py: _Reading": "the state of the interpreter; text runs are what becomes of it",
}

FILE_LINES = 400
SHORTER_FILES = {"cli.py": 300, "make.py": 120}
FUNCTION_LINES = 40

Rule = Callable[[str, str], Iterator[str]]


def stage_of(name: str) -> str:
    """The stage of a file below src/booklet ("reading/values.py" → "reading") or of a module ("make.Outcome" → "make")."""
    top = PurePosixPath(name).parts[0].removesuffix(".py").split(".")[0]
    return top if top in RANK else "values"


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every module that is imported anywhere in the file, late imports too; "booklet" for names of the package itself."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and dotted(node.func) == "when_called":
            yield node.lineno, ".".join(word.value for word in node.args if isinstance(word, ast.Constant))
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            for alias in node.names:
                yield node.lineno, f"{module}.{alias.name}"


def dotted(node: ast.expr) -> str:
    """ "os.environ" for an attribute of a name, else what the name alone is."""
    if isinstance(node, ast.Name):
        return node.id
    return f"{dotted(node.value)}.{node.attr}" if isinstance(node, ast.Attribute) else ""


def imports_point_back(name: str, source: str) -> Iterator[str]:
    own = stage_of(name)
    for line, module in imports(ast.parse(source)):
        if module.startswith("."):
            yield f"{name}:{line}: import {module} by its full name"
        if module.startswith("booklet."):
            other = stage_of(module.removeprefix("booklet."))
            if RANK[other] > RANK[own] or (RANK[other] == RANK[own] and other != own):
                yield f"{name}:{line}: {own} imports {module}, which comes later"


def libraries_stay_at_home(name: str, source: str) -> Iterator[str]:
    for line, module in imports(ast.parse(source)):
        top = module.split(".")[0]
        if any(module == never or module.startswith(f"{never}.") for never in NEVER - {NEVER_ELSEWHERE.get(name)}):
            yield f"{name}:{line}: {module} is not used: no network, no processes, no foreign code"
        elif top in HOMES and not name.startswith(HOMES[top]):
            yield f"{name}:{line}: {top} has another home"
        elif top not in HOMES.keys() | sys.stdlib_module_names | {"booklet", ""}:
            yield f"{name}:{line}: {top} has no home here"


def only_cli_touches_the_world(name: str, source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        word = dotted(node) if isinstance(node, ast.Name | ast.Attribute) else ""
        called = any(word == one or word.endswith(f".{one}") for one in CLI_ONLY)
        if word == "os.fork" and name not in FORKING:
            yield f"{name}:{node.lineno}: {word} belongs into workers.py"
        if word in NOWHERE or (called and name not in WORLDLY):
            yield f"{name}:{node.lineno}: {word} belongs into cli.py" if called else f"{name}:{node.lineno}: no {word}"


def only_make_writes(name: str, source: str) -> Iterator[str]:
    for line, module in imports(ast.parse(source)):
        askers = next((askers for writer, askers in ASKED_BY.items() if module.startswith(writer)), (name,))
        if name not in askers:
            yield f"{name}:{line}: {module} is for {', '.join(askers)} alone"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and name not in WRITERS:
            method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            if method in WRITING or (dotted(node.func).split(".")[-1] == "open" and set(open_mode(node)) & set("wax+")):
                yield f"{name}:{node.lineno}: stages return bytes; only {', '.join(sorted(WRITERS))} write"


def open_mode(call: ast.Call) -> str:
    """The mode that `open(file, mode)` or `path.open(mode)` is given; empty when it is none of these."""
    given = [keyword.value for keyword in call.keywords if keyword.arg == "mode"]
    given += call.args[0 if isinstance(call.func, ast.Attribute) else 1 :][:1]
    values = [value.value for value in given if isinstance(value, ast.Constant)]
    return next((value for value in values if isinstance(value, str)), "")


def trouble_is_caught_once(name: str, source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ExceptHandler):
            caught = [dotted(part) for part in ast.walk(node.type) if isinstance(part, ast.Name)] if node.type else [""]
            if "" in caught or ("BookletError" in caught and name not in {"cli.py", "command.py"}):
                yield f"{name}:{node.lineno}: BookletError is caught in cli.py alone, and never everything at once"


def files_are_short(name: str, source: str) -> Iterator[str]:
    most = SHORTER_FILES.get(name, FILE_LINES)
    lines = len(source.splitlines())
    if lines > most:
        yield f"{name}: {lines} lines, {most} allowed"


def functions_are_short(name: str, source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            docstring = ast.get_docstring(node, clean=False)
            lines = (node.end_lineno or 0) - node.lineno + 1 - (docstring.count("\n") + 1 if docstring else 0)
            if lines > FUNCTION_LINES:
                yield f"{name}:{node.lineno}: {node.name} has {lines} lines, {FUNCTION_LINES} allowed"


def files_say_what_they_do(name: str, source: str) -> Iterator[str]:
    docstring = ast.get_docstring(ast.parse(source)) or ""
    if "." not in docstring:
        yield f"{name}: begins with a sentence on what it turns into what"


def no_drawers(name: str, source: str) -> Iterator[str]:
    for part in PurePosixPath(name).with_suffix("").parts:
        if DRAWERS & set(part.split("_")):
            yield f"{name}: {part} says nothing about what is inside"


def values_are_frozen(name: str, source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef) and f"{name}: {node.name}" not in UNFROZEN:
            for decorator in node.decorator_list:
                call = decorator if isinstance(decorator, ast.Call) else None
                if dotted(call.func if call else decorator).split(".")[-1] == "dataclass":
                    keywords = {k.arg for k in call.keywords if ast.unparse(k.value) == "True"} if call else set()
                    if not {"frozen", "slots"} <= keywords:
                        yield f"{name}:{node.lineno}: {node.name} is not frozen with slots"


def nothing_is_hidden_in_modules(name: str, source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Global):
            yield f"{name}:{node.lineno}: module state {', '.join(node.names)}"
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or f"{name}: {node.name}" in ANY_NAMES:
            continue
        if node.args.kwarg:
            yield f"{name}:{node.lineno}: {node.name} takes **{node.args.kwarg.arg}; name the arguments"


# Each rule with a file name and a snippet that it must refuse.
BROKEN: list[tuple[Rule, str, str]] = [
    (imports_point_back, "reading/people.py", "from booklet.checking.check import check"),
    (imports_point_back, "model/talk.py", "def f():\n    import booklet.make"),
    (imports_point_back, "model/talk.py", "x = when_called('booklet.composing.text', 'paragraph')"),
    (imports_point_back, "place.py", "from booklet.model.talk import Talk"),
    (imports_point_back, "explain.py", "from booklet import doctor"),
    (imports_point_back, "reading/people.py", "from .values import date"),
    (imports_point_back, "reading/people.py", "from ..checking import check"),
    (libraries_stay_at_home, "reading/people.py", "import yaml"),
    (libraries_stay_at_home, "styling/style.py", "from reportlab.lib import colors"),
    (libraries_stay_at_home, "make.py", "def f():\n    import pypdf"),
    (libraries_stay_at_home, "model/talk.py", "from dataclasses import dataclass"),
    (libraries_stay_at_home, "binding/bind.py", "import numpy"),
    (libraries_stay_at_home, "cli.py", "import subprocess"),
    (libraries_stay_at_home, "model/schedule.py", "from zoneinfo import ZoneInfo"),
    (libraries_stay_at_home, "reading/people.py", "from urllib import request"),
    (libraries_stay_at_home, "reading/people.py", "from urllib.request import urlopen"),
    (libraries_stay_at_home, "reading/people.py", "from importlib import import_module"),
    (only_cli_touches_the_world, "make.py", "print(1)"),
    (only_cli_touches_the_world, "make.py", "import os\nx = os.environ['HOME']"),
    (only_cli_touches_the_world, "make.py", "import datetime\nx = datetime.datetime.now()"),
    (only_cli_touches_the_world, "make.py", "from datetime import date\nx = date.today()"),
    (only_cli_touches_the_world, "make.py", "import time\nx = time.time()"),
    (only_cli_touches_the_world, "cli.py", "eval('1')"),
    (only_cli_touches_the_world, "make.py", "import os\nif not os.fork():\n    pass"),
    (only_make_writes, "binding/bind.py", "from pathlib import Path\nPath('x').write_bytes(b'')"),
    (only_make_writes, "binding/bind.py", "open('x', 'wb')"),
    (only_make_writes, "binding/bind.py", "from booklet.output_file import write_whole"),
    (only_make_writes, "binding/bind.py", "path.open(mode='a')"),
    (only_make_writes, "binding/bind.py", "path.open('xb')"),
    (trouble_is_caught_once, "make.py", "try: pass\nexcept BookletError: pass"),
    (trouble_is_caught_once, "make.py", "try: pass\nexcept (OSError, BookletError): pass"),
    (trouble_is_caught_once, "cli.py", "try: pass\nexcept: pass"),
    (files_are_short, "cli.py", "\n" * 301),
    (files_are_short, "make.py", "\n" * 121),
    (files_are_short, "reading/people.py", "\n" * 401),
    (functions_are_short, "make.py", "def f():\n" + "    x = 1\n" * 41),
    (files_say_what_they_do, "make.py", "x = 1"),
    (files_say_what_they_do, "make.py", '"""Makes"""'),
    (no_drawers, "reading/utils.py", ""),
    (no_drawers, "common/people.py", ""),
    (no_drawers, "reading/yaml_helpers.py", ""),
    (values_are_frozen, "model/talk.py", "@dataclass\nclass Talk: pass"),
    (values_are_frozen, "model/talk.py", "@dataclass(frozen=True)\nclass Talk: pass"),
    (values_are_frozen, "model/talk.py", "@dataclasses.dataclass(slots=True, frozen=False)\nclass Talk: pass"),
    (nothing_is_hidden_in_modules, "make.py", "def f():\n    global x\n    x = 1"),
    (nothing_is_hidden_in_modules, "make.py", "def f(**options): pass"),
]
RULES = sorted({rule for rule, _, _ in BROKEN}, key=lambda rule: rule.__name__)
FILES = sorted(path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py"))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_rule_holds(rule: Rule) -> None:
    assert len(FILES) > 20
    broken = [sentence for name in FILES for sentence in rule(name, (SOURCE / name).read_text(encoding="utf-8"))]
    assert broken == []


@pytest.mark.parametrize(("rule", "name", "source"), BROKEN, ids=lambda value: getattr(value, "__name__", None))
def test_rule_can_fail(rule: Rule, name: str, source: str) -> None:
    assert list(rule(name, source))


@pytest.mark.parametrize(
    ("rule", "name", "source"),
    [
        (
            imports_point_back,
            "checking/check.py",
            "from booklet.reading.people import x\nfrom booklet.checking.talks import y",
        ),
        (imports_point_back, "model/talk.py", "from booklet import __version__\nfrom booklet.place import Place"),
        (libraries_stay_at_home, "plain_yaml.py", "import yaml\nimport re"),
        (libraries_stay_at_home, "plain_reportlab.py", "from reportlab.pdfbase import pdfdoc"),
        (libraries_stay_at_home, "reading/addresses.py", "from urllib.parse import urlsplit"),
        (only_cli_touches_the_world, "cli.py", "import os\nprint(os.environ)"),
        (only_make_writes, "binding/bind.py", "open('x', 'rb')\nopen('x')"),
        (only_make_writes, "make.py", "from booklet.output_file import write_whole"),
        (functions_are_short, "make.py", 'def f():\n    """' + "x\n" * 60 + '"""\n' + "    x = 1\n" * 39),
        (values_are_frozen, "structure.py", "@dataclass(slots=True)\nclass Element: pass"),
        (values_are_frozen, "model/talk.py", "@dataclass(frozen=True, slots=True)\nclass Talk: pass"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_rule_lets_pass(rule: Rule, name: str, source: str) -> None:
    assert list(rule(name, source)) == []


def test_exceptions_are_still_needed() -> None:
    for exception in UNFROZEN:
        name, _, item = exception.partition(": ")
        assert f"class {item}" in (SOURCE / name).read_text(encoding="utf-8")
    for exception in ANY_NAMES:
        name, _, item = exception.partition(": ")
        assert re.search(rf"def {item}\(.*\*\*", (SOURCE / name).read_text(encoding="utf-8"))
    assert set(SHORTER_FILES) <= set(FILES)
    assert WRITERS | {asker for askers in ASKED_BY.values() for asker in askers} <= set(FILES)
