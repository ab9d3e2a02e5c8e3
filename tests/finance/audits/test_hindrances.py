"""What an audit report and a notice must hold before residents may read them."""

from datetime import date
from typing import Any

import pytest

from disclosures.flow.hindrances import hindrances
from disclosures.flow.publish import publish_archived
from disclosures.flow.revise import revise
from disclosures.flow.withdraw import withdraw
from disclosures.flow.write import save_draft
from finance.audits.models import RectifiedFinding
from tests.cast import Cast
from tests.factories import moment
from tests.finance.audits.reports import (
    finding,
    notice,
    proof,
    published_report,
    report,
    step,
    told,
)


def test_a_complete_report_has_nothing_in_its_way(cast: Cast) -> None:
    assert hindrances(report(cast)) == []


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"body_name": ""}, "没有写被审计单位"),
        ({"reported_on": date(2199, 1, 1)}, "报告日期在今天之后"),
        ({"reported_on": date(2026, 6, 30)}, "问题1的整改期限 2026-06-30 不晚于报告日期"),
    ],
)
def test_what_a_report_lacks_is_named(cast: Cast, fields: dict[str, Any], told: str) -> None:
    assert any(told in line for line in hindrances(report(cast, **fields)))


def test_only_one_audited_body_is_named(cast: Cast) -> None:
    edition = report(cast, body=cast.office)
    assert any("请只留一个" in line for line in hindrances(edition))


def test_a_report_without_findings_is_no_list_of_findings(cast: Cast) -> None:
    edition = report(cast)
    edition.audit_findings.all().delete()
    assert any("请逐条填写" in line for line in hindrances(edition))


def test_a_revision_keeps_the_findings_that_notices_speak_of(cast: Cast) -> None:
    item = published_report(cast, date(2026, 6, 30), date(2026, 9, 30))
    told(cast, item, {"number": 2})
    revised = revise(item, by=cast.officer)
    revised.change_note = "更正金额"
    save_draft(revised, by=cast.officer)
    revised.audit_findings.get(number=2).delete()
    assert hindrances(revised) == ["问题2已有公开的整改情况，不能从审计结果中去掉，请补回来。"]
    finding(revised, 2, date(2026, 9, 30), cast, issue="改过的第2个问题")
    assert hindrances(revised) == []


def test_a_complete_notice_has_nothing_in_its_way(cast: Cast) -> None:
    edition = notice(cast, published_report(cast), {})
    step(edition, status="2-done", on=date(2026, 4, 1), evidence=proof(cast, edition))
    assert hindrances(edition) == []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"number": 7}, "审计结果里没有问题7，已有的序号是 1"),
        ({"on": date(2026, 1, 1)}, "的日期早于审计报告日期 2026-02-01"),
        ({"on": date(2199, 1, 1)}, "的日期在今天之后"),
        ({"text": " "}, "是“整改中”，请写明做了什么"),
        ({"status": "2-done"}, "是“已完成”，没有佐证"),
        ({"status": "3-accepted"}, "是“已验收销号”，没有佐证"),
    ],
)
def test_what_a_notice_cannot_say_is_named(cast: Cast, row: dict[str, Any], told: str) -> None:
    [line] = hindrances(notice(cast, published_report(cast), row))
    assert told in line


def test_a_public_item_is_evidence_too(cast: Cast) -> None:
    about = published_report(cast)
    assert hindrances(notice(cast, about, {"status": "2-done", "document": about})) == []


def test_a_notice_needs_a_report_that_is_public(cast: Cast) -> None:
    about = published_report(cast)
    edition = notice(cast, about, {})
    withdraw(about, by=cast.officer, reason="报告有误，更正后重发。")
    assert hindrances(edition) == ["所选的审计结果没有公开，请先公开审计结果，再公开整改情况。"]


def test_a_notice_without_a_word_is_not_published(cast: Cast) -> None:
    [line] = hindrances(notice(cast, published_report(cast)))
    assert "请至少写一条" in line


def test_a_status_goes_back_only_with_a_word_why(cast: Cast) -> None:
    about = published_report(cast)
    told(cast, about, {"on": date(2026, 3, 2)})
    back = {"on": date(2026, 4, 1), "status": "0-not-begun"}
    [line] = hindrances(notice(cast, about, back | {"text": ""}))
    assert line == "问题1在 2026-03-02 已是“整改中”，2026-04-01 又写“未开始”，请写明为什么退回。"
    assert hindrances(notice(cast, about, back | {"text": "承包人更换，重新安排。"})) == []


def test_a_revised_notice_keeps_its_evidence(cast: Cast) -> None:
    edition = notice(cast, published_report(cast))
    step(edition, status="2-done", evidence=proof(cast, edition))
    item = publish_archived(edition, at=moment("2026-03-10 10:00"), by=cast.officer)
    revised = revise(item, by=cast.officer)
    row = RectifiedFinding.objects.get(edition=revised)
    assert row.evidence is not None
    assert row.evidence.edition == revised
