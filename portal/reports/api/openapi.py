"""The description of the interface for programs (OpenAPI 3.1), made from the datasets."""

from collections.abc import Callable
from typing import Any

from portal.reports.api.paging import MOST, USUAL
from portal.reports.data.dataset import Dataset
from portal.reports.data.every import DATASETS
from portal.reports.data.fields import Field, Kind
from portal.reports.data.licence import LICENCE, TERMS
from portal.reports.data.narrowing import FIRST_YEAR, LAST_YEAR, SLUG_PATTERN, Asks, Filter

VERSION, API = "3.1.0", "1.0.0"
ERROR = {"$ref": "#/components/schemas/Error"}
SCHEMAS: dict[Kind, dict[str, Any]] = {
    Kind.TEXT: {"type": "string"},
    Kind.WHOLE: {"type": ["integer", "null"]},
    Kind.AMOUNT: {"type": ["string", "null"], "pattern": r"^-?[0-9]+\.[0-9]{2}$"},
    Kind.NUMBER: {"type": ["string", "null"], "pattern": r"^-?[0-9]+(\.[0-9]+)?$"},
    Kind.DAY: {"type": ["string", "null"], "format": "date"},
    Kind.MOMENT: {"type": ["string", "null"], "format": "date-time"},
    Kind.YES_NO: {"type": ["boolean", "null"]},
    Kind.LINK: {"type": ["string", "null"], "format": "uri"},
}


def document_of(publisher: str, site: str) -> dict[str, Any]:
    return {
        "openapi": VERSION,
        "info": {
            "title": f"{publisher}开放数据",
            "version": API,
            "description": "公开的信息也作为数据，只读，不用登记。" + "".join(TERMS),
            "license": {"name": LICENCE, "url": f"{site}/data/#licence"},
        },
        "servers": [{"url": site}],
        "tags": [{"name": one.name, "description": one.title} for one in DATASETS],
        "paths": {**_whole(), **{path: it for one in DATASETS for path, it in _paths(one)}},
        "components": {
            "schemas": {
                **{schema_name(one): record_schema(one) for one in DATASETS},
                "Index": INDEX,
                "Error": _object({"error": {"type": "string", "description": "哪里不对、怎样改"}}),
            }
        },
    }


def schema_name(dataset: Dataset) -> str:
    """service-guides → ServiceGuides"""
    return "".join(word.capitalize() for word in dataset.name.split("-"))


def record_schema(dataset: Dataset) -> dict[str, Any]:
    name = {"type": "string", "pattern": dataset.id_pattern, "description": dataset.id_meaning}
    return {
        **_object({"id": name, **{one.name: _field(one) for one in dataset.fields}}),
        "description": dataset.about,
    }


def _field(field: Field) -> dict[str, Any]:
    told = f"{field.label}。{field.meaning}" if field.meaning else field.label
    return {**SCHEMAS[field.kind], "description": told}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


ABOUT = _object(
    {
        name: {"type": "string"}
        for name in ("name", "title", "description", "theme", "updated", "url", "page")
    }
)
INDEX = _object(
    {
        **{name: {"type": "string"} for name in ("title", "licence", "terms", "openapi")},
        "datasets": {"type": "array", "items": ABOUT},
    }
)


def _whole() -> dict[str, Any]:
    """What is about no single dataset."""
    index = {"$ref": "#/components/schemas/Index"}
    return {
        "/api/v1/": {"get": _get("index", "有哪些数据集", (), index, 400)},
        "/api/v1/openapi.json": {
            "get": _get("document", "接口文档（OpenAPI）", (), {"type": "object"}, 400)
        },
    }


def _paths(dataset: Dataset) -> list[tuple[str, dict[str, Any]]]:
    base, one = f"/api/v1/{dataset.name}/", {"$ref": f"#/components/schemas/{schema_name(dataset)}"}
    page = _object(
        {
            "dataset": {"const": dataset.name},
            "records": {"type": "array", "items": one, "maxItems": MOST},
            "next": {"type": ["string", "null"], "format": "uri"},
        }
    )
    asked = (*map(_parameter, dataset.filters), _after(dataset), LIMIT)
    many = _get(f"list-{dataset.name}", dataset.title, asked, page, 400, tag=dataset.name)
    single = _get(
        f"get-{dataset.name}",
        f"{dataset.title}：一条",
        (_key(dataset),),
        one,
        400,
        404,
        tag=dataset.name,
    )
    return [(base, {"get": many}), (f"{base}{{id}}/", {"get": single})]


def _get(
    name: str, summary: str, parameters: Any, schema: dict[str, Any], *faults: int, tag: str = ""
) -> dict[str, Any]:
    answers = {"200": _answer("读到了", schema)}
    answers |= {str(code): _answer(FAULTS[code], ERROR) for code in faults}
    tags = {"tags": [tag]} if tag else {}
    return {
        "operationId": name,
        "summary": summary,
        **tags,
        "parameters": list(parameters),
        "responses": answers,
    }


FAULTS = {400: "参数不对，说明怎样改", 404: "没有这一条"}


def _answer(told: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": told, "content": {"application/json": {"schema": schema}}}


def _parameter(asked: Filter) -> dict[str, Any]:
    return _query(asked.name, asked.label, ASKED[asked.asks](asked))


def _query(name: str, told: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": told, "schema": schema}


def _choices(asked: Filter) -> dict[str, Any]:
    told = "；".join(f"{value}：{label}" for value, label in asked.choices)
    return {"type": "string", "enum": [value for value, _ in asked.choices], "description": told}


ASKED: dict[Asks, Callable[[Filter], dict[str, Any]]] = {
    Asks.YEAR: lambda asked: {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
    Asks.SLUG: lambda asked: {"type": "string", "pattern": SLUG_PATTERN},
    Asks.CHOICE: _choices,
    Asks.SINCE: lambda asked: {"type": "string", "format": "date"},
}


def _after(dataset: Dataset) -> dict[str, Any]:
    told = f"从这一条之后：上一页最后一条的 id（{dataset.id_meaning}）"
    return _query("after", told, {"type": "string", "pattern": dataset.id_pattern})


LIMIT = _query(
    "limit",
    "每页几条",
    {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL},
)


def _key(dataset: Dataset) -> dict[str, Any]:
    return {
        "name": "id",
        "in": "path",
        "required": True,
        "description": dataset.id_meaning,
        "schema": {"type": "string", "pattern": dataset.id_pattern},
    }
