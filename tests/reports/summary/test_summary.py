"""A summary: drafted from plan and records, recomputed until another issues it, then fixed."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from disclosures.flow.refusal import CannotMove
from disclosures.flow.withdraw import withdraw
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.reports.figures.fill import figures_for, names_in, unknown_names
from portal.reports.figures.records import digest_of_records
from portal.reports.papers.issue import digest_of
from portal.reports.summary.begin import begin
from portal.reports.summary.issue import content_of, hindrances, issue
from portal.reports.summary.known import known_for
from portal.reports.summary.models import WorkSummary
from portal.reports.summary.public import figures_of
from tests import factories
from tests.cast import Cast
from tests.factories import moment
from tests.reports.years import draft_summary, issued_plan, on

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _january() -> Iterator[None]:
    with on("2026-01-20"):
        yield


@pytest.fixture
def summary(cast: Cast) -> WorkSummary:
    factories.published(
        cast.town, by=cast.officer, at=moment("2025-05-06 10:00"), formed_on=date(2025, 5, 1)
    )
    return draft_summary(cast, 2025)


def test_it_is_drafted_with_fields_for_every_field_of_work(cast: Cast) -> None:
    summary = begin(cast.town, 2025, by=cast.officer)
    named = names_in(summary.opening, summary.done)
    assert {"主动公开信息", "按时公开率", "漏发例行信息", "社会救助公开信息"} <= set(named)
    assert {"政策解读率", "发放惠民资金", "公示名单", "项目档案", "发布预警"} <= set(named)
    assert {"新收公开申请", "予以公开申请", "不予处理申请", "行政复议"} <= set(named)
    assert unknown_names(summary.opening, summary.done) == []


def test_every_measure_of_the_plan_has_its_line(cast: Cast, head: Staff) -> None:
    entry = factories.entry(cast.town)
    day = date(2025, 5, 1)
    at = moment("2025-05-06 10:00")
    factories.published(cast.town, by=cast.officer, entry=entry, at=at, formed_on=day)
    issued_plan(cast, head, 2025, 政策解读=entry)
    summary = begin(cast.town, 2025, by=cast.officer)
    assert "第1项“政策解读”（政务公开办公室）：公开信息【第1项公开信息】" in summary.done
    found = figures_for(cast.town, 2025, summary.done, known=known_for(cast.town, 2025))
    assert found["第1项公开信息"].value == "1条"
    assert found["第1项按时公开率"].address == "/reports/2025/plan/1/"


def test_one_a_year(cast: Cast) -> None:
    begin(cast.town, 2025, by=cast.officer)
    with pytest.raises(CannotMove, match="已经有了"):
        begin(cast.town, 2025, by=cast.officer)


def test_a_draft_follows_the_records(summary: WorkSummary, cast: Cast) -> None:
    assert content_of(summary)["figures"]["主动公开信息"]["value"] == "1条"
    factories.published(
        cast.town, by=cast.officer, at=moment("2025-06-06 10:00"), formed_on=date(2025, 6, 1)
    )
    assert content_of(summary)["figures"]["主动公开信息"]["value"] == "2条"


def test_what_was_issued_stays_whatever_is_recorded_later(
    summary: WorkSummary, cast: Cast, head: Staff
) -> None:
    issued = issue(summary, by=head)
    later = factories.published(
        cast.town, by=cast.officer, at=moment("2025-06-06 10:00"), formed_on=date(2025, 6, 1)
    )
    withdraw(later, by=cast.officer, reason="有误")
    factories.published(
        cast.town, by=cast.officer, at=moment("2025-07-06 10:00"), formed_on=date(2025, 7, 1)
    )
    issued.refresh_from_db()
    assert figures_of(issued)["主动公开信息"].value == "1条"
    assert issued.digest == digest_of(issued.issued)


def test_the_digest_proves_which_records_were_counted(
    summary: WorkSummary, cast: Cast, head: Staff
) -> None:
    issued = issue(summary, by=head)
    kept = issued.issued["figures"]["主动公开信息"]["records"]
    rows = known_for(cast.town, 2025)["主动公开信息"].rows
    assert kept == digest_of_records(rows(cast.town, 2025))
    factories.published(
        cast.town, by=cast.officer, at=moment("2025-06-06 10:00"), formed_on=date(2025, 6, 1)
    )
    assert kept != digest_of_records(rows(cast.town, 2025))


def test_an_unknown_field_stands_in_the_way_wherever_it_is(
    summary: WorkSummary, head: Staff
) -> None:
    summary.done = "共【编的】，【第9项公开信息】"
    summary.save()
    summary.problems.update(text="差【也是编的】", improvement="")
    with pytest.raises(CannotMove) as refusal:
        issue(summary, by=head)
    told = refusal.value.findings
    assert "没有叫【编的】的数，请核对名称。" in told
    assert "没有叫【第9项公开信息】的数，请核对名称。" in told
    assert "没有叫【也是编的】的数，请核对名称。" in told
    assert any("还没有写怎样改进" in line for line in told)


def test_empty_words_and_no_problem_stand_in_the_way(summary: WorkSummary) -> None:
    summary.opening = " "
    summary.problems.all().delete()
    told = hindrances(summary)
    assert "“总的情况”还没有写。" in told
    assert "还没有写存在的问题，请至少写一条。" in told


def test_no_year_is_summed_up_before_it_is_over(cast: Cast) -> None:
    assert "2026年还没有结束" in hindrances(draft_summary(cast, 2026))[0]


def test_it_is_written_by_one_and_issued_by_another(
    summary: WorkSummary, cast: Cast, head: Staff
) -> None:
    with pytest.raises(CannotMove, match="两个人"):
        issue(summary, by=cast.officer)
    for person in (cast.clerk, cast.reviewer, cast.auditor, cast.administrator):
        with pytest.raises(PermissionDenied, match="工作总结"):
            issue(summary, by=person)
    assert issue(summary, by=head).is_issued
    with pytest.raises(CannotMove, match="已经公布过"):
        issue(summary, by=head)


def test_staff_of_another_township_issue_nothing(summary: WorkSummary) -> None:
    there = factories.township()
    stranger = factories.staff(factories.organisation(there), *Role)
    with pytest.raises(PermissionDenied):
        issue(summary, by=stranger)
