"""The year's papers in the search: found once they are issued, never before."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.reports.annual.begin import begin
from portal.reports.annual.issue import issue as issue_report
from portal.reports.annual.override import put_numbers
from portal.reports.annual.sheet import sheet_of
from portal.reports.plan.issue import issue as issue_plan
from portal.reports.plan.supplement import issue_supplement
from portal.reports.summary.issue import issue as issue_summary
from portal.search.models import SearchDocument
from portal.site.finding.rebuild import rebuild
from tests import factories
from tests.cast import Cast
from tests.reports.years import draft_plan, draft_summary, measure, on, write_chapters

pytestmark = pytest.mark.django_db


@pytest.fixture
def head(cast: Cast) -> Staff:
    return factories.staff(cast.office, Role.HEAD)


@pytest.fixture
def titles(client: Client) -> Callable[[str], list[str]]:
    def asked(question: str) -> list[str]:
        answer = client.get("/search/", {"q": question, "format": "json"}).json()
        return [one["title"] for one in answer["results"]]

    return asked


def test_a_plan_is_found_by_its_measures_and_supplements(
    cast: Cast, head: Staff, titles: Callable[[str], list[str]]
) -> None:
    plan = draft_plan(cast, 2026, opening="茶园改造全程公开。")
    measure(plan, "古树名木", by=cast.officer)
    assert titles("茶园改造") == titles("古树名木") == []
    plan = issue_plan(plan, by=head)
    later = measure(plan, "防汛物资", by=cast.officer, note="入汛")
    assert titles("茶园改造") == titles("古树名木") == [str(plan)]
    assert titles("防汛物资") == []
    issue_supplement(later, by=head)
    assert titles("防汛物资") == [str(plan)]


def test_a_summary_is_found_with_its_numbers_written_in(
    cast: Cast, head: Staff, titles: Callable[[str], list[str]]
) -> None:
    summary = draft_summary(cast, 2025, opening="茶园改造公开【主动公开信息】。")
    with on("2026-01-15"):
        assert titles("茶园改造") == []
        issue_summary(summary, by=head)
        assert titles("茶园改造") == titles("每月提醒") == [str(summary)]
    assert "公开0条。" in SearchDocument.objects.get(kind="paper").text


def test_a_report_is_found_and_leads_to_its_page(
    cast: Cast, head: Staff, client: Client, titles: Callable[[str], list[str]]
) -> None:
    with on("2026-01-15"):
        report = begin(cast.town, 2025, by=cast.officer)
        write_chapters(report)
        report.problems = "茶园改造公开得迟。"
        report.save()
        missing = sheet_of(report).missing
        put_numbers(report, {cell.key: Decimal(0) for cell in missing}, "", by=cast.officer)
        assert titles("茶园改造") == []
        report = issue_report(report, by=head)
        assert titles("茶园改造") == titles("2025年年报") == [str(report)]
    found = client.get("/search/", {"q": "茶园改造", "kind": "paper"}).content.decode()
    assert f'href="{report.get_absolute_url()}"' in found


def test_making_the_index_anew_changes_nothing_and_takes_no_draft(cast: Cast, head: Staff) -> None:
    issued = issue_plan(_with_measure(cast, 2026), by=head)
    _with_measure(cast, 2027)
    draft_summary(cast, 2025)
    begin(cast.town, 2025, by=cast.officer)
    kept = list(SearchDocument.objects.filter(kind="paper").values_list("title", "text", "url"))
    rebuild(cast.town)
    anew = SearchDocument.objects.filter(kind="paper").values_list("title", "text", "url")
    assert list(anew) == kept
    assert [title for title, _, _ in kept] == [str(issued)]
    assert date.fromisoformat(issued.issued["measures"][0]["due_on"]).year == 2026


def _with_measure(cast: Cast, year: int) -> object:
    plan = draft_plan(cast, year)
    measure(plan, "公开", by=cast.officer)
    return plan
