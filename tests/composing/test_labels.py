"""The printed words: every language file has only known words, and American English has them all."""

from dataclasses import fields

import pytest

from booklet.composing.labels import Labels, load_labels
from booklet.shipped import styles_folder
from booklet.yaml_file import Mapping, read_yaml

FILES = sorted((styles_folder() / "labels").glob("*.yaml"))
KNOWN = {field.name.replace("_", "-") for field in fields(Labels)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_only_known_words(path) -> None:  # type: ignore[no-untyped-def]
    node, findings = read_yaml(path.read_bytes(), path.name)
    assert findings == ()
    assert isinstance(node, Mapping)
    keys = {entry.key for entry in node.entries}
    assert keys <= KNOWN
    assert keys == KNOWN or path.stem == "en-GB"  # what is the same there comes from en-US


@pytest.mark.parametrize(
    ("language", "program"),
    [("en-US", "Program"), ("en-GB", "Programme"), ("en-AU", "Program"), ("de-AT", "Programm"), ("ja", "Program")],
)
def test_languages_fall_back(language: str, program: str) -> None:
    assert load_labels(language).program == program


def test_status_words() -> None:
    labels = load_labels("en-US")
    assert [labels.status(status) for status in ("", "cancelled", "moved", "replaced")] == [
        "", "Cancelled", "Moved", "Replaced",
    ]  # fmt: skip
