"""The printed words: every language file has only known words, and every language but regional variants has them all."""

import re

import pytest

from booklet.composing.labels import Labels, Plural, load_labels
from booklet.plain_babel import locale_of
from booklet.plain_dataclasses import fields
from booklet.shipped import styles_folder
from booklet.yaml_file import Mapping, Scalar, read_yaml

FILES = sorted((styles_folder() / "labels").glob("*.yaml"))
KNOWN = {field.name.replace("_", "-") for field in fields(Labels)}
# Regional variants: what is the same there comes from the language.
VARIANTS = {"en-GB"}
LANGUAGES = [path.stem for path in FILES if path.stem not in VARIANTS]


def plurals(labels: Labels) -> dict[str, Plural]:
    values = {field.name: getattr(labels, field.name) for field in fields(Labels)}
    return {name: value for name, value in values.items() if isinstance(value, Plural)}


def places(words: str) -> list[str]:
    return sorted(re.findall(r"\{.*?\}", words))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_only_known_words(path) -> None:  # type: ignore[no-untyped-def]
    node, findings = read_yaml(path.read_bytes(), path.name)
    assert findings == ()
    assert isinstance(node, Mapping)
    keys = {entry.key for entry in node.entries}
    assert keys <= KNOWN
    assert keys == KNOWN or path.stem in VARIANTS
    assert all(not isinstance(entry.value, Scalar) or entry.value.text for entry in node.entries)


@pytest.mark.parametrize("language", [*LANGUAGES, *sorted(VARIANTS)])
def test_what_is_put_in_is_the_same_in_all_languages(language: str) -> None:
    base, labels = load_labels("en-US"), load_labels(language)
    for field in fields(Labels):
        words, expected = getattr(labels, field.name), getattr(base, field.name)
        if isinstance(words, Plural):
            forms = dict(words.forms)
            assert places(forms["other"]) == ["{count}"]
            # One, two and none may say so in a word.
            assert {place for form in forms.values() for place in places(form)} == {"{count}"}
        else:
            assert places(words) == places(expected), field.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_the_categories_of_the_language(language: str) -> None:
    node, _ = read_yaml((styles_folder() / "labels" / f"{language}.yaml").read_bytes(), language)
    assert isinstance(node, Mapping)
    found = [entry.value for entry in node.entries if isinstance(entry.value, Mapping)]
    assert len(found) == len(plurals(load_labels(language)))
    for forms in found:
        assert {entry.key for entry in forms.entries} == {*locale_of(language).plural_form.tags, "other"}


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        ("en-US", 1, "1 talk"),
        ("en-GB", 0, "0 talks"),
        ("de", 2, "2 Vorträge"),
        ("fr", 0, "0 exposé"),
        ("fr", 2, "2 exposés"),
        ("es", 1, "1 ponencia"),
        ("ja", 1, "講演1件"),
        ("ar", 2, "محاضرتان"),
        ("ar", 3, "3 محاضرات"),
        ("ar", 11, "11 محاضرة"),
        ("pl", 3, "3 talks"),  # the words of English, which has no form for a few
    ],
)
def test_numbers_choose_the_form(language: str, count: int, expected: str) -> None:
    assert load_labels(language).talks.of(count, language) == expected


@pytest.mark.parametrize(
    ("language", "program"),
    [
        ("en-US", "Program"), ("en-GB", "Programme"), ("en-AU", "Program"), ("de-AT", "Programm"), ("ja", "プログラム"),
        ("pt-BR", "Programa"), ("zh-Hans-CN", "会议日程"), ("zh-TW", "會議議程"), ("zh-Hant", "會議議程"), ("fi", "Program"),
    ],
)  # fmt: skip
def test_languages_fall_back(language: str, program: str) -> None:
    assert load_labels(language).program == program


def test_french_colons_do_not_begin_a_line() -> None:
    labels = load_labels("fr")
    words = [getattr(labels, field.name) for field in fields(Labels)]
    assert [text for text in words if isinstance(text, str) and re.search(r"(?<![\u00a0\u202f\d])[:;?!]", text)] == []


def test_status_words() -> None:
    labels = load_labels("en-US")
    assert [labels.status(status) for status in ("", "cancelled", "moved", "replaced")] == [
        "", "Cancelled", "Moved", "Replaced",
    ]  # fmt: skip
