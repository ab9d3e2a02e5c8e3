"""Where a finding stands: the latest public word about it, and its limit."""

from datetime import date, timedelta

import pytest
from django.test import Client

from disclosures.flow.withdraw import withdraw
from disclosures.items.models import Disclosure
from finance.audits.progress import Progress
from finance.audits.tracker import track
from portal.core import clock
from tests.cast import Cast
from tests.finance.audits.reports import notice, published_report, told

DUE = date(2026, 6, 30)


def _found(cast: Cast, today: date = date(2026, 6, 1)) -> list[Progress]:
    [report] = track(cast.town, clock.now(), today).reports
    return report.found


def test_what_nobody_told_of_has_not_begun(cast: Cast) -> None:
    published_report(cast)
    [one] = _found(cast)
    assert (one.label, one.timing) == ("未开始", "还有 29 天")


def test_the_latest_word_counts_whatever_the_order_of_publication(cast: Cast) -> None:
    report = published_report(cast)
    told(cast, report, {"status": "2-done", "on": date(2026, 4, 2)})
    told(cast, report, {"on": date(2026, 3, 2)}, at="2026-04-20 10:00")
    [one] = _found(cast)
    assert one.label == "已完成"
    assert [step.status.label for step in one.steps] == ["整改中", "已完成"]


@pytest.mark.parametrize(
    ("status", "today", "timing", "overdue"),
    [
        ("1-under-way", date(2026, 6, 30), "今天到期", 0),
        ("1-under-way", date(2026, 7, 2), "已逾期 2 天", 2),
        ("2-done", date(2026, 7, 2), "按期完成", 0),
    ],
)
def test_the_limit_is_told_in_words(
    cast: Cast, status: str, today: date, timing: str, overdue: int
) -> None:
    told(cast, published_report(cast), {"status": status})
    [one] = _found(cast, today)
    assert (one.timing, one.overdue_days) == (timing, overdue)


def test_what_was_done_late_says_by_how_much(cast: Cast) -> None:
    report = published_report(cast)
    told(
        cast,
        report,
        {"status": "2-done", "on": DUE + timedelta(days=5)},
        {"status": "3-accepted", "on": DUE + timedelta(days=30)},
    )
    assert _found(cast, date(2026, 9, 1))[0].timing == "比期限晚 5 天完成"


def test_what_was_sent_back_is_open_again(cast: Cast) -> None:
    report = published_report(cast)
    told(cast, report, {"status": "2-done", "on": date(2026, 4, 1)})
    told(cast, report, {"on": date(2026, 5, 1), "text": "验收没有通过。"}, at="2026-05-02 10:00")
    [one] = _found(cast, date(2026, 7, 1))
    assert (one.label, one.overdue_days) == ("整改中", 1)


def test_drafts_and_withdrawn_notices_do_not_count(cast: Cast) -> None:
    report = published_report(cast)
    notice(cast, report, {"status": "2-done"})
    gone = told(cast, report, {"status": "1-under-way"})
    withdraw(gone, by=cast.officer, reason="数字有误，更正后重发。")
    assert _found(cast)[0].label == "未开始"


def test_a_report_that_is_taken_down_is_no_longer_tracked(cast: Cast) -> None:
    withdraw(published_report(cast), by=cast.officer, reason="报告有误，更正后重发。")
    assert track(cast.town, clock.now(), clock.today()).reports == []


def test_report_and_notice_lead_to_each_other(cast: Cast, client: Client) -> None:
    report = published_report(cast)
    item = told(cast, report, {"text": "已退回资金。"})
    assert item.get_absolute_url() in _page(client, report)
    assert "已退回资金。" in _page(client, report)
    assert report.get_absolute_url() in _page(client, item)
    assert "第1个问题" in _page(client, item)


def test_a_notice_outlives_its_report(cast: Cast, client: Client) -> None:
    report = published_report(cast)
    item = told(cast, report, {"text": "已退回资金。"})
    withdraw(report, by=cast.officer, reason="报告有误，更正后重发。")
    page = _page(client, item)
    assert "对应的审计结果现在没有公开" in page
    assert "已退回资金。" in page
    assert "第1个问题" not in page


def test_a_cited_item_is_linked_only_while_residents_may_read_it(
    cast: Cast, client: Client
) -> None:
    proof = told(cast, published_report(cast, title="别的审计"), {})
    report = published_report(cast)
    item = told(cast, report, {"status": "2-done", "document": proof})
    assert proof.get_absolute_url() in _page(client, item)
    withdraw(proof, by=cast.officer, reason="数字有误，更正后重发。")
    assert proof.get_absolute_url() not in _page(client, item)


def _page(client: Client, item: Disclosure) -> str:
    return client.get(item.get_absolute_url()).content.decode()
