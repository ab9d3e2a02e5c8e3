"""A figure's page lists exactly the records that it counts."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from portal.core.staff.models import Staff
from portal.reports.figures.figure import Figure
from portal.reports.figures.known import known_figures
from portal.reports.summary.issue import issue
from tests import factories
from tests.cast import Cast
from tests.factories import moment
from tests.reports.years import draft_summary, on

pytestmark = pytest.mark.django_db
LISTED = [one for one in known_figures().values() if one.rows is not None]


def page_of(client: Client, name: str, year: int = 2025) -> str:
    return client.get(reverse("reports:figure", args=[year, name])).content.decode()


def test_it_lists_the_years_records_and_no_others(
    cast: Cast, head: Staff, client: Client, django_assert_max_num_queries: Callable
) -> None:
    for title, at in (("去年的", "2024-12-31"), ("今年的", "2025-01-01"), ("明年的", "2026-01-01")):
        factories.published(cast.town, by=cast.officer, title=title, at=moment(f"{at} 10:00"))
    with django_assert_max_num_queries(14):
        page = page_of(client, "主动公开信息")
    assert "2025年主动公开信息：1条" in page
    assert "今年的" in page
    assert "去年的" not in page
    assert "明年的" not in page


def test_long_lists_are_turned_over_and_taken_away_whole(
    cast: Cast, head: Staff, client: Client
) -> None:
    for day in range(1, 26):
        at = moment(f"2025-03-{day:02} 10:00")
        factories.published(cast.town, by=cast.officer, title=f"信息{day}", at=at)
    page = page_of(client, "主动公开信息")
    assert page.count('class="item-row"') == 20
    older = re.search(r'rel="next" href="\?(before=[^"]+)"', page)
    address = reverse("reports:figure", args=[2025, "主动公开信息"])
    assert client.get(f"{address}?{older[1]}").content.decode().count('class="item-row"') == 5
    answer = client.get(f"{address}?format=csv")
    assert b"".join(answer.streaming_content).decode().count("信息") == 25


def test_it_tells_what_the_summary_said_and_whether_the_records_are_the_same(
    cast: Cast, head: Staff, client: Client
) -> None:
    factories.published(cast.town, by=cast.officer, at=moment("2025-05-06 10:00"))
    with on("2026-01-20"):
        issue(draft_summary(cast, 2025), by=head)
    assert "数到的记录和现在的一样" in page_of(client, "主动公开信息")
    factories.published(cast.town, by=cast.officer, at=moment("2025-06-06 10:00"))
    page = page_of(client, "主动公开信息")
    assert "是 1条" in page
    assert "公布以后记录有变化" in page
    assert "2025年主动公开信息：2条" in page


@pytest.mark.parametrize("figure", LISTED, ids=lambda one: one.name)
def test_every_figure_with_records_says_what_it_counts(
    figure: Figure, cast: Cast, head: Staff, client: Client
) -> None:
    page = page_of(client, figure.name)
    assert figure.meaning
    assert figure.meaning.replace('"', "&quot;") in page
    assert "没有这样的记录" in page


def test_a_figure_without_records_leads_to_its_page(
    cast: Cast, head: Staff, client: Client
) -> None:
    answer = client.get(reverse("reports:figure", args=[2025, "新收公开申请"]))
    assert answer.headers["Location"] == "/applications/statistics/?year=2025"


@pytest.mark.parametrize("address", ["2025/figures/编的", "1500/figures/主动公开信息"])
def test_what_is_no_figure_is_not_found(
    address: str, cast: Cast, head: Staff, client: Client
) -> None:
    assert client.get(f"/reports/{address}/").status_code == 404
