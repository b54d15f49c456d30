"""Records into records of those keys that the content format knows so far."""

from typing import Any

from booklet.reading.schema import schema


def known_keys(kind: str, record: dict[str, Any]) -> dict[str, Any]:
    whole = schema(kind)
    return _known(record, whole, whole.get("definitions", {}))


def _known(value: Any, part: dict[str, Any], definitions: dict[str, Any]) -> Any:
    forms = [definitions[one["$ref"].split("/")[-1]] if "$ref" in one else one for one in part.get("anyOf", [part])]
    if isinstance(value, dict):
        properties = next((one["properties"] for one in forms if "properties" in one), None)
        if properties is None:
            return value
        kept = {key: _known(one, properties[key], definitions) for key, one in value.items() if key in properties}
        if "start" in next(one for one in forms if "properties" in one).get("required", []) and not kept.get("start"):
            kept["start"] = "9:00"
        return kept
    if isinstance(value, list | tuple):
        items = next((one["items"] for one in forms if "items" in one), {})
        return [_known(one, items, definitions) for one in value]
    return value
