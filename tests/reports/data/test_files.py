"""A dataset as a file: the same records in every format, sent while they are read."""

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.core import clock
from portal.reports.data.every import BY_NAME, DATASETS
from portal.spreadsheets.read import read_workbook
from tests import factories
from tests.cast import Cast
from tests.doors.neighbours import Neighbour
from tests.reports.data.doors import content_of, ids_in_file


def _csv(client: Client, address: str) -> list[list[str]]:
    text = content_of(client.get(address)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_all_formats_tell_the_same_records(there: Neighbour, client: Client) -> None:
    for dataset in DATASETS:
        ids = ids_in_file(client, dataset)
        rows = _csv(client, f"/data/{dataset.name}.csv")
        sheet = read_workbook(content_of(client.get(f"/data/{dataset.name}.xlsx")), "x").sheets[0]
        assert [row[0] for row in rows[1:]] == ids, dataset.name
        assert [row[0] for row in sheet.rows[1:]] == ids, dataset.name
        assert rows[0] == [str(cell) for cell in sheet.rows[0]]


def test_a_csv_opens_in_a_spreadsheet_and_runs_nothing(cast: Cast) -> None:
    factories.published(cast.town, by=cast.officer, title='=HYPERLINK("http://x","y")')
    data = content_of(Client().get("/data/disclosures.csv"))
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    assert b"'=HYPERLINK" in data
    assert b",=HYPERLINK" not in data


@pytest.mark.parametrize("extension", ["csv", "xlsx", "json"])
def test_files_are_sent_as_they_are_made(extension: str, cast: Cast) -> None:
    answer = Client().get(f"/data/disclosures.{extension}")
    assert answer.streaming
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert not answer.cookies


def test_json_says_what_its_fields_are(cast: Cast) -> None:
    told = json.loads(content_of(Client().get("/data/villages.json")))
    assert told["fields"]["population"] == "户籍人口（人）"
    assert told["records"][0]["id"] == "qinghe"


def test_no_more_than_a_batch_is_read_at_once(cast: Cast) -> None:
    for _ in range(5):
        factories.published(cast.town, by=cast.officer)
    dataset = replace(BY_NAME["disclosures"], batch=2)  # type: ignore[call-arg]
    with CaptureQueriesContext(connection) as queries:
        found = [one.id for one in dataset.records(cast.town, clock.now())]
    assert len(set(found)) == 5
    assert len(queries) == 3
    assert all("LIMIT 2" in query["sql"] for query in queries)


def test_a_file_is_narrowed_by_the_address(there: Neighbour, client: Client) -> None:
    rows = _csv(client, "/data/disclosures.csv?column=key-fields&year=1999")
    assert len(rows) == 1


def test_an_address_that_is_not_understood_is_told_so(cast: Cast) -> None:
    answer = Client().get("/data/disclosures.csv?jahr=2026")
    assert answer.status_code == 400
    assert "不认识参数 jahr" in answer.content.decode()


@pytest.mark.parametrize("address", ["/data/nothing/", "/data/nothing.csv", "/data/villages.pdf"])
def test_what_there_is_not_is_not_found(address: str, cast: Cast) -> None:
    assert Client().get(address).status_code == 404


def test_the_page_labels_the_dataset_for_search_engines(there: Neighbour, client: Client) -> None:
    text = client.get("/data/list-totals/").content.decode()
    block = text.split('<script type="application/ld+json">')[1].split("</script>")[0]
    label: dict[str, Any] = json.loads(block)
    assert label["@type"] == "Dataset"
    assert {one["encodingFormat"] for one in label["distribution"]} > {"text/csv"}
    for one in label["distribution"]:
        assert client.get(one["contentUrl"].removeprefix("http://own.example")).status_code == 200


def test_words_can_not_end_the_block(cast: Cast) -> None:
    cast.town.full_name = "</script><b>镇"
    cast.town.save()
    text = Client().get("/data/villages/").content.decode()
    assert "</script><b>" not in text
