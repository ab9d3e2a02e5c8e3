"""The document is sound by itself and tells of every dataset."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from portal.reports.api.openapi import document_of, schema_name
from portal.reports.data.every import DATASETS
from tests.reports.api.schema import KNOWN, resolved

DOCUMENT = document_of("阳光镇人民政府", "https://own.example")
OPERATIONS = [
    (path, operation) for path, item in DOCUMENT["paths"].items() for operation in item.values()
]
SCHEMAS = DOCUMENT["components"]["schemas"]


def _schemas(found: Any) -> Iterator[dict[str, Any]]:
    """Every schema of the document, the nested ones too."""
    if not isinstance(found, dict):
        return
    yield found
    for one in found.get("properties", {}).values():
        yield from _schemas(one)
    yield from _schemas(found.get("items"))


def _all_schemas() -> Iterator[dict[str, Any]]:
    for one in SCHEMAS.values():
        yield from _schemas(one)
    for _, operation in OPERATIONS:
        for parameter in operation["parameters"]:
            yield from _schemas(parameter["schema"])
        for answer in operation["responses"].values():
            yield from _schemas(answer["content"]["application/json"]["schema"])


def test_it_says_what_it_is() -> None:
    assert DOCUMENT["openapi"].startswith("3.1.")
    assert {"title", "version"} <= set(DOCUMENT["info"])
    assert DOCUMENT["servers"] == [{"url": "https://own.example"}]


def test_every_dataset_has_its_list_and_its_records() -> None:
    wanted = {f"/api/v1/{one.name}/" for one in DATASETS}
    assert set(DOCUMENT["paths"]) >= wanted | {f"{path}{{id}}/" for path in wanted}
    assert set(SCHEMAS) >= {schema_name(one) for one in DATASETS}


def test_operations_are_named_once() -> None:
    names = [operation["operationId"] for _, operation in OPERATIONS]
    assert len(set(names)) == len(names)


def test_nothing_is_offered_but_reading() -> None:
    assert {method for item in DOCUMENT["paths"].values() for method in item} == {"get"}


@pytest.mark.parametrize(("path", "operation"), OPERATIONS, ids=[path for path, _ in OPERATIONS])
def test_an_operation_is_whole(path: str, operation: dict[str, Any]) -> None:
    assert operation["summary"]
    in_path = {one["name"] for one in operation["parameters"] if one["in"] == "path"}
    assert in_path == set(re.findall(r"{(\w+)}", path))
    assert all(one.get("required") for one in operation["parameters"] if one["in"] == "path")
    assert {"200", "400"} <= set(operation["responses"])
    assert all(answer["description"] for answer in operation["responses"].values())


def test_schemas_use_words_that_are_checked_and_lead_somewhere() -> None:
    for schema in _all_schemas():
        assert set(schema) <= KNOWN
        if "$ref" in schema:
            assert resolved(schema, DOCUMENT)
        if "pattern" in schema:
            assert re.compile(schema["pattern"])
        assert set(schema.get("required", [])) <= set(schema.get("properties", {}))


def test_fields_are_explained_in_chinese() -> None:
    told = [
        field["description"]
        for one in DATASETS
        for field in SCHEMAS[schema_name(one)]["properties"].values()
    ]
    assert all(re.search("[一-鿿]", text) for text in told)
