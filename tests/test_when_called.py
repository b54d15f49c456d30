"""Functions that are imported when they are first called."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from booklet.when_called import when_called

SOURCE = Path(__file__).parents[1] / "src" / "booklet"
NAMES = sorted(
    tuple(word.value for word in node.args if isinstance(word, ast.Constant))
    for path in SOURCE.rglob("*.py")
    for node in ast.walk(ast.parse(path.read_text("utf-8")))
    if isinstance(node, ast.Call)
    and isinstance(node.func, ast.Name)
    and node.func.id == "when_called"
    and len(node.args) == 2
)


@pytest.mark.parametrize(("module", "function"), NAMES)
def test_there_is_such_a_function(module: str, function: str) -> None:
    found = getattr(import_module(module), function)
    assert (found.__module__, found.__name__) == (module, function)
    assert set(found.__annotations__) <= {
        "name",
        "program",
        "letters",
        "labels",
        "pages",
        "text",
        "held",
        "noticed",
        "whole",
        "found",
        "printed",
        "records",
        "return",
    }


def test_all_are_looked_at() -> None:
    assert len(NAMES) > 16


def test_it_is_called() -> None:
    assert when_called("textwrap", "shorten")("a b c", 5) == "a b c"
    with pytest.raises(AttributeError):
        when_called("textwrap", "lengthen")("a")


def test_a_small_booklet_does_without() -> None:
    code = "import sys, booklet.make; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    imported = done.stdout.split()
    assert "booklet.composing.sections" in imported
    assert not [name for name in imported if ".sections.glance" in name or name.endswith(".posters")]
