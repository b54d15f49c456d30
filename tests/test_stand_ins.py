"""What stands in for modules of libraries while these are imported."""

import importlib
import subprocess
import sys

import pytest

from booklet.stand_ins import stand_ins


def test_they_hold_what_they_were_given_and_are_forgotten() -> None:
    with stand_ins({"colorsys": {"answer": 42}, "wsgiref": {"__path__": []}, "wsgiref.util": {"name": "x"}}):
        assert importlib.import_module("colorsys").answer == 42
        assert importlib.import_module("wsgiref.util").name == importlib.import_module("wsgiref").util.name == "x"
        with pytest.raises(ModuleNotFoundError):
            importlib.import_module("wsgiref.headers")
    assert callable(importlib.import_module("colorsys").rgb_to_hls)
    assert callable(importlib.import_module("wsgiref.util").request_uri)


def test_what_was_imported_before_stays() -> None:
    with stand_ins({"json": {}, "json.tool": {"main": 1}}):
        json = importlib.import_module("json")
        assert json.loads("[1]") == [1]
        assert json.tool.main == 1
    assert not hasattr(json, "tool")
    assert callable(importlib.import_module("json.tool").main)


def test_they_are_forgotten_when_the_import_fails() -> None:
    with pytest.raises(ImportError), stand_ins({"colorsys_of_nobody": {}}):
        raise ImportError
    assert "colorsys_of_nobody" not in sys.modules


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "plain_yaml",
            "import yaml; assert yaml.load('a: 1', yaml.CSafeLoader) == yaml.safe_load('{a: 1}') == {'a': 1}",
        ),
        ("plain_yaml", "import yaml; from booklet.plain_yaml import Event; assert yaml.Event is Event"),
        ("plain_reportlab", "from PIL import Image; Image.new('L', (1, 1))"),
        ("plain_reportlab", "from reportlab.lib import rl_safe_eval; assert rl_safe_eval.rl_safe_eval('1 + 1') == 2"),
    ],
)
def test_whoever_imports_the_library_later_has_all_of_it(ours: str, theirs: str) -> None:
    code = f"import booklet.{ours}\n{theirs}"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
