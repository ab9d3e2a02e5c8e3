"""All the ways by which a dataset is read."""

import json
from collections.abc import Iterator

from django.http import HttpResponseBase
from django.test import Client

from portal.reports.data.dataset import Dataset
from tests.doors.routes import text_of


def doors_of(dataset: Dataset) -> dict[str, str]:
    return {
        "page": f"/data/{dataset.name}/",
        "csv": f"/data/{dataset.name}.csv",
        "xlsx": f"/data/{dataset.name}.xlsx",
        "json": f"/data/{dataset.name}.json",
        "api": f"/api/v1/{dataset.name}/?limit=200",
    }


def told_by(client: Client, dataset: Dataset) -> Iterator[tuple[str, str]]:
    """What each door says."""
    for door, address in doors_of(dataset).items():
        yield door, text_of(client.get(address))


def content_of(answer: HttpResponseBase) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def ids_in_file(client: Client, dataset: Dataset) -> list[str]:
    told = json.loads(content_of(client.get(f"/data/{dataset.name}.json")))
    return [one["id"] for one in told["records"]]


def ids_by_pages(client: Client, dataset: Dataset, limit: int) -> list[str]:
    """By following `next` to the end."""
    address, found = f"/api/v1/{dataset.name}/?limit={limit}", []
    while address:
        told = client.get(address).json()
        assert len(told["records"]) <= limit
        found += [one["id"] for one in told["records"]]
        address = told["next"]
    return found
