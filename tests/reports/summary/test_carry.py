"""Improvements become measures of the next year's plan, each once."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from disclosures.flow.refusal import CannotMove
from portal.core.staff.models import Staff
from portal.reports.plan.issue import issue as issue_plan
from portal.reports.plan.models import Measure, WorkPlan
from portal.reports.plan.supplement import issue_supplement
from portal.reports.summary.carry import carry_into_plan, title_of
from portal.reports.summary.issue import issue
from portal.reports.summary.models import Problem, WorkSummary
from tests.cast import Cast
from tests.reports.years import draft_plan, draft_summary, measure, on

pytestmark = pytest.mark.django_db


@pytest.fixture
def summary(cast: Cast, head: Staff) -> WorkSummary:
    with on("2026-01-20"):
        return issue(draft_summary(cast, 2025), by=head)


def test_it_begins_the_plan_and_adds_a_measure(summary: WorkSummary, cast: Cast) -> None:
    plan = carry_into_plan(summary, by=cast.officer)
    assert plan.year == 2026
    carried = plan.measures.get(chapter="改进上年的问题")
    assert carried.title == "每月提醒"
    assert carried.text == "每月提醒，到期前再提醒一次。"
    assert carried.office == cast.office
    assert carried.carried_from.get().summary == summary
    assert plan.measures.count() == 12


def test_a_plan_under_way_is_added_to_and_nothing_twice(summary: WorkSummary, cast: Cast) -> None:
    plan = draft_plan(cast, 2026)
    measure(plan, "公开", by=cast.officer)
    assert carry_into_plan(summary, by=cast.officer) == plan
    with pytest.raises(CannotMove, match="都已列入"):
        carry_into_plan(summary, by=cast.officer)
    assert plan.measures.count() == 2


def test_a_measure_taken_away_may_be_carried_again(summary: WorkSummary, cast: Cast) -> None:
    plan = carry_into_plan(summary, by=cast.officer)
    plan.measures.get(chapter="改进上年的问题").delete()
    assert Problem.objects.get().measure is None
    carry_into_plan(summary, by=cast.officer)
    assert plan.measures.filter(chapter="改进上年的问题").count() == 1


def test_in_a_public_plan_it_waits_as_a_supplement(
    summary: WorkSummary, cast: Cast, head: Staff
) -> None:
    plan = draft_plan(cast, 2026)
    measure(plan, "公开", by=cast.officer)
    issue_plan(plan, by=head)
    carry_into_plan(summary, by=cast.officer)
    assert Measure.objects.public(cast.town).count() == 1
    added = Measure.objects.get(issued_at__isnull=True)
    assert "2025年政务公开工作总结提出的改进" in added.note
    assert issue_supplement(added, by=head).number == 2


def test_a_draft_carries_nothing(cast: Cast) -> None:
    with pytest.raises(CannotMove, match="总结公布以后"):
        carry_into_plan(draft_summary(cast, 2024), by=cast.officer)
    assert not WorkPlan.objects.exists()


def test_only_writers_carry(summary: WorkSummary, cast: Cast) -> None:
    for person in (cast.clerk, cast.auditor, cast.administrator):
        with pytest.raises(PermissionDenied):
            carry_into_plan(summary, by=person)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("每月提醒，到期再提醒。", "每月提醒"),
        ("短", "短"),
        ("一" * 50, "一" * 30),
    ],
)
def test_a_title_is_the_first_clause(text: str, title: str) -> None:
    assert title_of(text) == title


def test_the_measure_tells_where_it_comes_from(
    summary: WorkSummary, cast: Cast, head: Staff, client: Client
) -> None:
    plan = carry_into_plan(summary, by=cast.officer)
    plan.measures.filter(office=None).update(office=cast.office)
    issue_plan(plan, by=head)
    page = client.get("/reports/2026/plan/12/").content.decode()
    assert "/reports/2025/summary/" in page


def test_at_the_desk(summary: WorkSummary, cast: Cast, client: Client) -> None:
    client.force_login(cast.officer)
    at = f"/admin/reports/worksummary/{summary.pk}"
    page = client.post(f"{at}/carry/", follow=True).content.decode()
    assert "改进已列入2026年的工作计划" in page
    assert "2026年每月提醒" in page
    assert "都已列入" in client.post(f"{at}/carry/").content.decode()
