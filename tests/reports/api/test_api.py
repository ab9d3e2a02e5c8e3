"""The interface for programs: pages, filters, what it says when it doesn't understand."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from disclosures.flow.withdraw import withdraw
from portal.reports.data.every import DATASETS
from tests import factories
from tests.cast import Cast
from tests.doors.neighbours import Neighbour
from tests.reports.data.doors import ids_by_pages, ids_in_file

API = "/api/v1/"
MOST_QUERIES = 12


def _error(client: Client, address: str, status: int) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/json"
    return answer.json()["error"]


def test_the_index_names_every_dataset(cast: Cast) -> None:
    told = Client().get(API).json()
    assert [one["name"] for one in told["datasets"]] == [one.name for one in DATASETS]
    assert told["openapi"] == "http://testserver/api/v1/openapi.json"


def test_pages_one_by_one_tell_what_the_file_tells(there: Neighbour, program: Client) -> None:
    for dataset in DATASETS:
        whole = ids_in_file(program, dataset)
        few = 7 if len(whole) > 20 else 1
        assert ids_by_pages(program, dataset, few) == whole, dataset.name
        assert len(set(whole)) == len(whole), dataset.name


def test_a_record_is_read_by_its_name(there: Neighbour, program: Client) -> None:
    for dataset in DATASETS:
        for listed in program.get(f"{API}{dataset.name}/?limit=3").json()["records"]:
            assert program.get(f"{API}{dataset.name}/{listed['id']}/").json() == listed


def test_queries_are_bounded(there: Neighbour, program: Client) -> None:
    """For figures as many as there are years; else a handful, however many records."""
    counted = {}
    for dataset in DATASETS:
        connection.queries_log.clear()
        with CaptureQueriesContext(connection) as queries:
            program.get(f"{API}{dataset.name}/?limit=200")
        counted[dataset.name] = len(queries)
    assert {name: n for name, n in counted.items() if n > MOST_QUERIES} == {}


def test_more_records_take_no_more_queries(cast: Cast) -> None:
    def queries() -> int:
        connection.queries_log.clear()
        with CaptureQueriesContext(connection) as found:
            Client().get(f"{API}disclosures/")
        return len(found)

    factories.published(cast.town, by=cast.officer)
    before = queries()
    for _ in range(9):
        factories.published(cast.town, by=cast.officer)
    assert queries() == before


def test_a_cursor_stays_good_when_its_record_is_withdrawn(cast: Cast) -> None:
    made = [factories.published(cast.town, by=cast.officer) for _ in range(3)]
    told = Client().get(f"{API}disclosures/?limit=1").json()
    first = next(one for one in made if told["records"][0]["title"] == one.live.title)
    withdraw(first, by=cast.officer, reason="有误。")
    following = Client().get(told["next"].removeprefix("http://testserver")).json()
    assert len(following["records"]) == 1
    assert following["next"]


FILTERED = (
    ("disclosures", "year=2026", True),
    ("disclosures", "year=2001", False),
    ("disclosures", "updated_since=2026-01-01", True),
    ("disclosures", "updated_since=2090-01-01", False),
    ("disclosures", "updated_since=0001-01-01", True),
    ("disclosures", "updated_since=9999-12-31", False),
    ("disclosures", "category=social-assistance", True),
    ("disclosures", "category=population", False),
    ("warnings", "level=blue&updated_since=2026-01-01", True),
    ("warnings", "level=red", False),
    ("holdings", "kind=1-asset", True),
    ("holdings", "kind=5-debt", False),
    ("ledger-entries", "direction=expense&year=2026", True),
    ("ledger-entries", "direction=income", False),
    ("application-statistics", "year=2001", False),
    ("questions", "updated_since=2026-01-01", True),
    ("annual-reports", "year=2024", True),
    ("annual-reports", "year=2023", False),
    ("plan-measures", "year=2024", True),
    ("plan-measures", "year=2023", False),
    ("summary-figures", "year=2024", True),
    ("summary-figures", "year=2023", False),
)


@pytest.mark.parametrize("village", ["own", "other"])
def test_a_village_is_asked_for_by_its_name(
    village: str, there: Neighbour, program: Client
) -> None:
    slug = there.village.slug if village == "own" else "nowhere"
    for name in ("list-totals", "ledger-entries", "resolutions", "holdings", "levies"):
        found = program.get(f"{API}{name}/?village={slug}").json()["records"]
        assert bool(found) == (village == "own"), name


def test_filters_narrow(there: Neighbour, program: Client) -> None:
    seen = {
        (name, asked): bool(program.get(f"{API}{name}/?{asked}").json()["records"])
        for name, asked, _ in FILTERED
    }
    assert seen == {(name, asked): found for name, asked, found in FILTERED}


REFUSED: tuple[tuple[str, str], ...] = (
    ("disclosures/?jahr=2026", "可以用的参数：year、category"),
    ("disclosures/?year=26", "四位年份"),
    ("disclosures/?year=1948", "四位年份"),
    ("disclosures/?updated_since=2026-02-30", "请写日期"),
    ("disclosures/?updated_since=2026-W10-1", "请写日期"),
    ("disclosures/?category=none", "population（人口计生）"),
    ("disclosures/?issuer=民政办", "标识"),
    ("disclosures/?limit=201", "1 到 200"),
    ("disclosures/?limit=0", "1 到 200"),
    ("disclosures/?limit=１", "1 到 200"),
    ("disclosures/?after=5", "上一页最后一条的 id"),
    ("disclosures/?after=", "上一页最后一条的 id"),
    ("list-totals/?after=11341702486344515H-202110-00013", "其中一行"),
    ("?year=2026", "不带参数"),
    ("openapi.json?format=yaml", "不带参数"),
    ("villages/qinghe/?year=2026", "不带参数"),
)


@pytest.mark.parametrize(("address", "told"), REFUSED)
def test_what_is_not_understood_is_told_with_its_cure(address: str, told: str, cast: Cast) -> None:
    assert told in _error(Client(), API + address, 400)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("nothing/", "没有叫“nothing”的数据集"),
        ("villages/nowhere/", "id 为“nowhere”"),
        ("ledger-entries/0/", "id 为“0”"),
        ("a/b/c", "没有这个网址"),
        ("villages/a/b/", "没有这个网址"),
    ],
)
def test_what_there_is_not_is_told_so(address: str, told: str, cast: Cast) -> None:
    assert told in _error(Client(), API + address, 404)


@pytest.mark.parametrize("address", [API, f"{API}villages/", f"{API}nothing/", f"{API}?a=b"])
def test_every_origin_may_read_and_nobody_is_followed(address: str, cast: Cast) -> None:
    answer = Client(headers={"origin": "https://elsewhere.example"}).get(address)
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(method: str, cast: Cast) -> None:
    answer: Any = getattr(Client(enforce_csrf_checks=True), method)(f"{API}villages/")
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD"
    assert "只能读取" in answer.json()["error"]


def test_what_did_not_change_is_not_sent_again(cast: Cast) -> None:
    client = Client()
    first = client.get(f"{API}villages/")
    assert first.headers["Cache-Control"] == "public, max-age=60"
    again = client.get(f"{API}villages/", headers={"if-none-match": first.headers["ETag"]})
    assert again.status_code == 304


def test_chinese_is_readable_in_the_answer(cast: Cast) -> None:
    assert "青禾村" in Client().get(f"{API}villages/").content.decode()
