"""Whether a value fits a schema: the few words of JSON Schema that the interface uses."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

TYPES = {
    "string": str,
    "integer": int,
    "boolean": bool,
    "object": dict,
    "array": list,
    "null": type(None),
}
KNOWN = {
    *("type", "properties", "required", "additionalProperties", "items", "maxItems", "const"),
    *("pattern", "format", "description", "enum", "minimum", "maximum", "default", "$ref"),
}
FORMATS = {
    "date": date.fromisoformat,
    "date-time": lambda text: _aware(datetime.fromisoformat(text)),
    "uri": lambda text: _absolute(urlsplit(text)),
}


def misfits(
    value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = ""
) -> Iterator[str]:
    """What doesn't fit, each with its place."""
    if "$ref" in schema:
        yield from misfits(value, resolved(schema, root), root, at)
        return
    assert set(schema) <= KNOWN, set(schema) - KNOWN
    if not _of_type(value, schema.get("type")):
        yield f"{at}: {value!r} is no {schema['type']}"
        return
    if "const" in schema and value != schema["const"]:
        yield f"{at}: {value!r} is not {schema['const']!r}"
    if isinstance(value, str):
        yield from _text(value, schema, at)
    elif isinstance(value, dict):
        yield from _object(value, schema, root, at)
    elif isinstance(value, list):
        yield from _array(value, schema, root, at)


def _array(
    value: list[Any], schema: dict[str, Any], root: dict[str, Any], at: str
) -> Iterator[str]:
    for place, one in enumerate(value):
        yield from misfits(one, schema["items"], root, f"{at}[{place}]")
    if len(value) > schema.get("maxItems", len(value)):
        yield f"{at}: too many"


def resolved(schema: dict[str, Any], root: dict[str, Any]) -> dict[str, Any]:
    found: Any = root
    for name in schema["$ref"].removeprefix("#/").split("/"):
        found = found[name]
    return found


def _of_type(value: Any, wanted: Any) -> bool:
    if wanted is None:
        return True
    names = [wanted] if isinstance(wanted, str) else wanted
    return any(
        isinstance(value, TYPES[name]) and not (name == "integer" and isinstance(value, bool))
        for name in names
    )


def _text(value: str, schema: dict[str, Any], at: str) -> Iterator[str]:
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r} is not like {schema['pattern']}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is none of {schema['enum']}"
    if "format" in schema:
        try:
            FORMATS[schema["format"]](value)
        except ValueError as why:
            yield f"{at}: {value!r}: {why}"


def _object(
    value: dict[str, Any], schema: dict[str, Any], root: dict[str, Any], at: str
) -> Iterator[str]:
    properties = schema.get("properties", {})
    yield from (f"{at}: no {name}" for name in schema.get("required", []) if name not in value)
    for name, one in value.items():
        if name in properties:
            yield from misfits(one, properties[name], root, f"{at}.{name}")
        elif schema.get("additionalProperties") is False:
            yield f"{at}: nobody told of {name}"


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("without a zone")
    return moment


def _absolute(parts: Any) -> Any:
    if not (parts.scheme and parts.netloc) or " " in parts.path:
        raise ValueError("leads nowhere")
    return parts
