"""All papers of the year together, and as routine publications."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from disclosures.catalogue.models import CatalogueEntry
from disclosures.schedule.due import due_between
from portal.core.staff.models import Staff
from portal.reports.shelf.papers import by_year
from portal.reports.shelf.scheduled import papers_published
from portal.reports.summary.issue import issue
from tests import factories
from tests.cast import Cast
from tests.reports.years import draft_plan, draft_summary, issued_plan, on

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(cast: Cast) -> CatalogueEntry:
    given = {"code": "G02-02", "cycle": "half-yearly", "publisher": cast.office}
    return factories.entry(cast.town, **given)


def test_years_come_newest_first_and_drafts_not_at_all(
    cast: Cast, head: Staff, entry: CatalogueEntry
) -> None:
    with on("2026-01-20"):
        issue(draft_summary(cast, 2025), by=head)
    issued_plan(cast, head, 2025, 公开=entry)
    issued_plan(cast, head, 2026, 公开=entry)
    draft_plan(cast, 2027)
    found = [(year, [str(one) for one in papers]) for year, papers in by_year(cast.town)]
    assert found == [
        (2026, ["2026年政务公开工作计划"]),
        (2025, ["2025年政务公开工作计划", "2025年政务公开工作总结"]),
    ]


def test_an_empty_shelf_says_so(
    cast: Cast, head: Staff, client: Client, django_assert_max_num_queries: Callable
) -> None:
    with django_assert_max_num_queries(8):
        page = client.get("/reports/").content.decode()
    assert "还没有公布计划、总结和年度报告" in page


def test_an_issued_plan_is_the_routine_publication_of_the_catalogue(
    cast: Cast, head: Staff, entry: CatalogueEntry, django_assert_max_num_queries: Callable
) -> None:
    with on("2026-01-15"):
        issued_plan(cast, head, 2026, 公开=entry)
    with django_assert_max_num_queries(1):
        found = list(papers_published(cast.town, date(2025, 1, 1)))
    assert found == [("G02-02", cast.office.pk, date(2026, 1, 15))]
    [due] = due_between(cast.town, date(2026, 1, 1), date(2026, 2, 1))
    assert due.published_on == date(2026, 1, 15)


def test_papers_of_another_township_publish_nothing_here(
    cast: Cast, head: Staff, entry: CatalogueEntry
) -> None:
    issued_plan(cast, head, 2026, 公开=entry)
    assert list(papers_published(factories.township(), date(2025, 1, 1))) == []
