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


def test_a_years_arrangement_has_its_page(cast: Cast, client: Client) -> None:
    assert "调休上班" in client.get("/deadline/2026/").content.decode()
    assert client.get("/deadline/2027/").status_code == 404
