"""The records as JSON Schema."""

import json
from pathlib import Path
from typing import Any

import pytest

from booklet.reading.schema import KINDS, schema

CONTENT_PAGE = Path(__file__).parents[2] / "docs" / "reference" / "content.md"
DRAFT_2019 = {"$defs", "dependentRequired", "prefixItems", "unevaluatedProperties", "$anchor"}


def objects(part: Any) -> list[dict[str, Any]]:
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else []
    found = [one for item in inner for one in objects(item)]
    return [part, *found] if isinstance(part, dict) else found


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_draft_seven_and_plain_json(kind: str) -> None:
    made = schema(kind)
    assert json.loads(json.dumps(made)) == made
    assert made["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert not any(DRAFT_2019 & part.keys() for part in objects(made))
    references = [part["$ref"] for part in objects(made) if isinstance(part.get("$ref"), str)]
    assert all(reference.removeprefix("#/definitions/") in made["definitions"] for reference in references)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_described(kind: str) -> None:
    for part in objects(schema(kind)):
        properties = part.get("properties")
        if isinstance(properties, dict):
            assert part["additionalProperties"] is False
            for key, value in properties.items():
                assert value.get("description"), key
                assert value["description"].endswith(".")
                assert key == key.lower()
                assert "_" not in key


def test_keys_are_those_of_the_files() -> None:
    assert set(schema("event")["properties"]) == {
        "title", "zone", "topic", "series", "subtitle", "venue", "website", "language", "clock", "organizers", "notes",
        "time-zones", "macros", "committees", "sponsors",
    }  # fmt: skip
    assert set(schema("program")["definitions"]["SessionRecord"]["properties"]) == {
        "id", "title", "date", "start", "until", "day", "zone", "kind", "track", "room", "chairs", "note", "translation",
        "items",
    }  # fmt: skip
    assert schema("event")["required"] == ["title", "zone"]


def test_texts_may_look_like_numbers_and_yes() -> None:
    assert schema("talk")["properties"]["title"]["type"] == ["string", "number", "boolean"]
    assert {"type": ["string", "number"]} in schema("program")["definitions"]["ItemRecord"]["properties"]["minutes"][
        "anyOf"
    ]


def test_an_unknown_kind() -> None:
    with pytest.raises(KeyError):
        schema("quux")


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_in_the_reference(kind: str) -> None:
    page = CONTENT_PAGE.read_text(encoding="utf-8")
    for part in objects(schema(kind)):
        if isinstance(part.get("properties"), dict):
            for key in part["properties"]:
                assert f"`{key}`" in page, key
