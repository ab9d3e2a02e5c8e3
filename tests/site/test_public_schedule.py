"""The routine schedule as residents see it: what is owed, what came, what is missing."""

from datetime import date

import pytest
from django.test import Client

from disclosures.catalogue.models import CatalogueEntry
from portal.core import clock
from tests import factories
from tests.cast import Cast
from tests.factories import moment

PAGE = "/schedule/"


@pytest.fixture
def march(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 3, 27))


@pytest.fixture
def entry(cast: Cast, march: None) -> CatalogueEntry:
    return factories.entry(
        cast.town, name="低保金发放", cycle=CatalogueEntry.Cycle.MONTHLY, publisher=cast.office
    )


def test_it_says_what_was_missed(client: Client, entry: CatalogueEntry) -> None:
    page = client.get(PAGE).content.decode()
    assert "低保金发放" in page
    assert "逾期未公开" in page


def test_it_says_how_late_something_came(client: Client, cast: Cast, entry: CatalogueEntry) -> None:
    factories.published(cast.town, by=cast.officer, entry=entry, at=moment("2026-03-25 09:00"))
    assert "迟 5 天公开" in client.get(PAGE).content.decode()


def test_what_is_not_due_yet_is_not_called_missed(client: Client, entry: CatalogueEntry) -> None:
    page = client.get(PAGE, {"month": "2026-04"}).content.decode()
    assert "尚未到期" in page
    assert "逾期未公开</td>" not in page


@pytest.mark.parametrize("month", ["2031-01", "nonsense", "2026-13", ""])
def test_a_month_out_of_reach_shows_this_month(
    client: Client, entry: CatalogueEntry, month: str
) -> None:
    answer = client.get(PAGE, {"month": month})
    assert "2026年3月例行公开安排" in answer.content.decode()


def test_the_list_can_be_taken_away(client: Client, entry: CatalogueEntry) -> None:
    lines = client.get(PAGE, {"format": "csv"}).streaming_content  # type: ignore[attr-defined]
    sheet = b"".join(lines).decode("utf-8-sig")
    assert sheet.splitlines()[1].endswith("逾期未公开")
    assert client.get(PAGE, {"format": "xlsx"}).content[:2] == b"PK"


def test_another_townships_schedule_is_not_shown(client: Client, cast: Cast, march: None) -> None:
    other = factories.organisation(factories.township())
    factories.entry(
        other.township, name="外镇事项", cycle=CatalogueEntry.Cycle.MONTHLY, publisher=other
    )
    assert "外镇事项" not in client.get(PAGE).content.decode()


def test_the_page_asks_few_questions_of_the_database(
    client: Client, entry: CatalogueEntry, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        client.get(PAGE)
