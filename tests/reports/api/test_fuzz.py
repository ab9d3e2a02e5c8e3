"""The interface driven from its own document: whatever is asked, it answers as it said it would."""

import re
from typing import Any
from urllib.parse import quote, urlencode

from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.reports.api.openapi import document_of
from portal.reports.data.every import DATASETS
from tests.doors.neighbours import Neighbour
from tests.reports.api.schema import misfits

DOCUMENT = document_of("甲山镇人民政府", "http://own.example")
PATHS = sorted(DOCUMENT["paths"])
QUICK = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
ANYTHING = st.one_of(
    st.text(max_size=20),
    st.integers().map(str),
    st.sampled_from(
        ["", "\x00", "../..", "%", "ⅷ", "１", "-1", "9" * 19, "' OR 1=1", "true", "{}"]
    ),
)


def _fitting(schema: dict[str, Any]) -> st.SearchStrategy[str]:
    """Values that the document allows."""
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if schema["type"] == "integer":
        return st.integers(schema["minimum"], schema["maximum"]).map(str)
    if schema.get("format") == "date":
        return st.dates().map(str)
    return st.from_regex(re.compile(schema["pattern"], re.ASCII), fullmatch=True)


@st.composite
def asked(draw: Any) -> tuple[str, str, bool]:
    """A path of the document, an address made from it, and whether the document allows that."""
    path = draw(st.sampled_from(PATHS))
    operation = DOCUMENT["paths"][path]["get"]
    allowed, address, params = True, path, {}
    for parameter in operation["parameters"]:
        fits = draw(st.integers(0, 3)) > 0
        in_path = parameter["in"] == "path"
        if not in_path and not draw(st.booleans()):
            continue
        value = draw(_fitting(parameter["schema"]) if fits else ANYTHING)
        allowed &= fits
        if in_path:
            address = address.replace(f"{{{parameter['name']}}}", quote(value, safe=""))
        else:
            params[parameter["name"]] = value
    if draw(st.integers(0, 9)) == 0:
        params[draw(st.text(min_size=1, max_size=9))] = draw(ANYTHING)
        allowed = False
    return path, f"{address}?{urlencode(params)}", allowed


def _check(path: str, answer: Any) -> None:
    """Never a fault of ours; the shape is the one that was told."""
    assert answer.status_code < 500
    told = DOCUMENT["paths"][path]["get"]["responses"].get(str(answer.status_code))
    told = told or DOCUMENT["paths"][PATHS[-1]]["get"]["responses"]["404"]
    schema = told["content"]["application/json"]["schema"]
    assert list(misfits(answer.json(), schema, DOCUMENT)) == []


@QUICK
@given(asked())
def test_whatever_is_asked_is_answered_as_told(
    there: Neighbour, program: Client, question: tuple[str, str, bool]
) -> None:
    path, address, allowed = question
    answer = program.get(address)
    _check(path, answer)
    if allowed:
        assert answer.status_code == 200 or (answer.status_code == 404 and "{id}" in path)


def test_everything_there_is_fits_its_schema(there: Neighbour, program: Client) -> None:
    for dataset in DATASETS:
        path = f"/api/v1/{dataset.name}/"
        answer = program.get(f"{path}?limit=200")
        assert answer.status_code == 200
        _check(path, answer)
        for one in answer.json()["records"][:2]:
            _check(f"{path}{{id}}/", program.get(f"{path}{one['id']}/"))
    _check("/api/v1/", program.get("/api/v1/"))
    assert program.get("/api/v1/openapi.json").json() == DOCUMENT
