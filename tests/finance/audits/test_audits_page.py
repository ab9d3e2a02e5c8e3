"""The tracker as residents use it, and the desk that feeds it."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from disclosures.flow.publish import publish_archived
from disclosures.items.models import Edition
from tests import factories
from tests.admin.test_edition_form import LIST, page_of
from tests.cast import Cast
from tests.finance.audits.reports import notice, published_report, report, told

PAST, FUTURE = date(2026, 3, 1), date(2099, 1, 1)


def _page(client: Client, **asked: Any) -> str:
    return client.get("/finance/audits/", asked).content.decode()


def test_overdue_findings_come_first_and_are_said_so(cast: Cast, client: Client) -> None:
    published_report(cast, FUTURE, PAST)
    page = _page(client)
    assert page.index("第2个问题") < page.index("第1个问题")
    assert "已逾期" in page


def test_the_tracker_is_narrowed_by_status_office_and_year(cast: Cast, client: Client) -> None:
    about = published_report(cast, PAST, FUTURE)
    told(cast, about, {"number": 2, "status": "2-done"})
    other = factories.organisation(cast.town, name="财政所", slug="caizheng")
    second = report(cast, title="另一份", year=2024)
    second.audit_findings.update(office=other)
    _publish(second, cast)
    assert "全部问题：3 个" in _page(client)
    for asked, count in (
        ({"status": "open"}, 2),
        ({"status": "overdue"}, 2),
        ({"status": "2-done"}, 1),
        ({"office": "caizheng"}, 1),
        ({"year": "2024"}, 1),
        ({"year": "2024", "status": "2-done"}, 0),
    ):
        assert f"符合条件的问题：{count} 个" in _page(client, **asked), asked
    assert "全部问题：3 个" in _page(client, status="'; drop", office="nobody", year="x")


def _publish(edition: Edition, cast: Cast) -> None:
    publish_archived(edition, at=factories.moment("2026-02-11 10:00"), by=cast.officer)


def test_the_findings_are_taken_away_as_a_file(cast: Cast, client: Client) -> None:
    told(cast, published_report(cast), {"text": "已清理。"})
    answer = client.get("/finance/audits/", {"format": "csv"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert "第1个问题,1500.00,会计法" in text
    assert "已清理。" in text
    assert client.get("/finance/audits/", {"format": "xlsx"}).content[:2] == b"PK"


def test_a_township_without_audits_says_so(cast: Cast, client: Client) -> None:
    report(cast)
    assert "还没有公开审计结果" in _page(client)


def test_queries_do_not_grow_with_the_findings(
    cast: Cast, client: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(3):
        about = published_report(cast, PAST, FUTURE, PAST, title=f"审计{number}")
        told(cast, about, {"document": about}, {"number": 2})
        told(cast, about, {"number": 3})
    with django_assert_max_num_queries(14):
        assert client.get("/finance/audits/").status_code == 200
    with django_assert_max_num_queries(34):
        assert client.get(about.get_absolute_url()).status_code == 200


@pytest.fixture
def desk(cast: Cast, client: Client) -> Client:
    client.force_login(cast.clerk)
    return client


def test_a_report_is_typed_at_the_desk(desk: Client, cast: Cast) -> None:
    sent = _sent(cast) | {
        "auditreport-TOTAL_FORMS": 1,
        "auditreport-INITIAL_FORMS": 0,
        "auditreport-0-body_name": "阳光镇",
        "auditreport-0-auditor": "县审计局",
        "auditreport-0-year": 2025,
        "auditreport-0-number": "6号",
        "auditreport-0-reported_on": "2026-02-01",
        "audit_findings-TOTAL_FORMS": 1,
        "audit_findings-INITIAL_FORMS": 0,
        "audit_findings-0-number": 1,
        "audit_findings-0-issue": "没有招标",
        "audit_findings-0-amount": "86000",
        "audit_findings-0-basis": "招标投标法",
        "audit_findings-0-office": cast.office.pk,
        "audit_findings-0-due_on": "2026-09-30",
    }
    answer = desk.post(f"{LIST}add/?shape=auditreport", sent)
    assert answer.status_code == 302, answer.content.decode()
    assert Edition.objects.get().audit_findings.get().issue == "没有招标"


def test_a_notice_chooses_among_public_reports_and_its_own_files(desk: Client, cast: Cast) -> None:
    about = published_report(cast, title="公开的审计")
    report(cast, title="没有公开的审计")
    edition = notice(cast, about, {}, by=cast.clerk)
    page = page_of(desk, edition)
    assert "公开的审计" in page
    assert "没有公开的审计" not in page
    assert "佐证附件" in page
    assert "1. 第1个问题" in page


def _sent(cast: Cast) -> dict[str, Any]:
    return {
        "title": "审计结果",
        "entry": factories.entry(cast.town).pk,
        "issuer": cast.office.pk,
        "formed_on": "2026-02-10",
        "audience": "全社会",
    }
