"""The public calculator: right, explained, forgiving."""

import pytest
from django.test import Client

from tests.cast import Cast

PAGE = "/deadline/"


def test_it_answers_in_json_day_by_day(cast: Cast, client: Client) -> None:
    given = {"received": "2026-09-24", "days": "20", "format": "json"}
    answer = client.get(PAGE, given).json()
    assert (answer["due"], answer["provisional"]) == ("2026-10-29", False)
    assert answer["days"][0] == {
        "date": "2026-09-25",
        "counted": False,
        "why": "不计入：中秋放假",
    }
    assert sum(day["counted"] for day in answer["days"]) == 20


def test_a_year_without_notice_is_marked_provisional(cast: Cast, client: Client) -> None:
    given = {"received": "2026-12-04", "days": "20"}
    assert client.get(PAGE, given | {"format": "json"}).json()["provisional"]
    assert "暂定到期日" in client.get(PAGE, given).content.decode()


@pytest.mark.parametrize("written", ["2026.9.24", "2026/9/24", "2026年9月24日", "20260924"])
def test_dates_may_be_written_as_people_do(cast: Cast, client: Client, written: str) -> None:
    given = {"received": written, "days": "20", "format": "json"}
    assert client.get(PAGE, given).json()["due"] == "2026-10-29"


@pytest.mark.parametrize(
    ("received", "days", "field"),
    [
        ("昨天", "20", "received"),
        ("2026-02-30", "20", "received"),
        ("", "20", "received"),
        ("2026-03-02", "abc", "days"),
        ("2026-03-02", "0", "days"),
        ("2026-03-02", "9999", "days"),
    ],
)
def test_bad_input_is_answered_beside_its_field(
    cast: Cast, client: Client, received: str, days: str, field: str
) -> None:
    given = {"received": received, "days": days}
    answer = client.get(PAGE, given | {"format": "json"})
    assert answer.status_code == 400
    [sentence] = answer.json()["errors"][field]
    assert sentence in client.get(PAGE, given).content.decode()


def test_calendar_days_can_be_counted_too(cast: Cast, client: Client) -> None:
    given = {"received": "2026-03-02", "days": "20", "unit": "calendar", "format": "json"}
    assert client.get(PAGE, given).json()["due"] == "2026-03-23"


def test_the_answer_is_drawn_as_months_and_told_as_a_table(cast: Cast, client: Client) -> None:
    page = client.get(PAGE, {"received": "2026-09-24", "days": "20"}).content.decode()
    assert "<caption>2026年9月</caption>" in page
    assert "<caption>2026年10月</caption>" in page
    assert "<caption>逐日说明</caption>" in page
    assert ">2026年10月29日</span>" in page


def test_before_asking_nothing_is_wrong(cast: Cast, client: Client) -> None:
    page = client.get(PAGE).content.decode()
    assert "有错误需要更正" not in page
    assert "主动公开：20 个工作日" in page


def test_json_without_anything_asked_is_told_what_to_ask(cast: Cast, client: Client) -> None:
    answer = client.get(PAGE, {"format": "json"})
    assert answer.status_code == 400
    assert set(answer.json()["errors"]) == {"received", "days"}


@pytest.mark.parametrize("received", ["9999-12-31", "0001-01-01", "1899-12-31", "2101-01-01"])
def test_days_that_nobody_means_are_refused(cast: Cast, client: Client, received: str) -> None:
    given = {"received": received, "days": "365", "format": "json"}
    assert client.get(PAGE, given).status_code == 400


@pytest.mark.parametrize("received", ["1900-01-01", "2100-12-31"])
@pytest.mark.parametrize("unit", ["working", "calendar"])
def test_the_longest_limit_can_be_counted_anywhere(
    cast: Cast, client: Client, received: str, unit: str
) -> None:
    given = {"received": received, "days": "365", "unit": unit}
    assert client.get(PAGE, given).status_code == 200
    assert client.get(PAGE, given | {"format": "json"}).json()["provisional"]


def test_an_unknown_unit_is_refused(cast: Cast, client: Client) -> None:
    given = {"received": "2026-03-02", "days": "20", "unit": "moons", "format": "json"}
    assert "工作日" in client.get(PAGE, given).json()["errors"]["unit"][0]


def test_what_was_typed_is_kept_and_never_run(cast: Cast, client: Client) -> None:
    page = client.get(PAGE, {"received": "<script>x</script>", "days": "20"}).content.decode()
    assert "<script>x" not in page
    assert "&lt;script&gt;x" in page


def test_it_asks_little_of_the_database(
    cast: Cast, client: Client, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(8):
        client.get(PAGE, {"received": "2026-03-02", "days": "365"})
    with django_assert_max_num_queries(8):
        client.get("/deadline/2026/")


def test_new_year_that_begins_in_december_stands_with_both_years(
    cast: Cast, client: Client
) -> None:
    for year in (2018, 2019):
        page = client.get(f"/deadline/{year}/").content.decode()
        assert "2018年12月29日 星期六" in page


def test_a_years_arrangement_has_its_page(cast: Cast, client: Client) -> None:
    assert "调休上班" in client.get("/deadline/2026/").content.decode()
    assert client.get("/deadline/2027/").status_code == 404
