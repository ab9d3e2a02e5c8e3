"""What keeps an audit report or a notice of rectification from the public."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from disclosures.items.models import Disclosure
from finance.audits.progress import notices_of
from finance.audits.states import CLOSED, Status
from portal.core import clock


def missing_in_report(part: Any, findings: Sequence[Any]) -> Iterator[str]:
    if not part.audited:
        yield "没有写被审计单位，请选择或填写。"
    if part.body and part.body_name:
        yield f"被审计单位选了{part.body.name}，又填了{part.body_name}，请只留一个。"
    if part.reported_on > clock.today():
        yield "报告日期在今天之后，请核对。"
    if not findings:
        yield "还没有写审计问题，请逐条填写；确实没有发现问题的，改用“文章”公开。"
    seen: set[int] = set()
    for finding in findings:
        if finding.number in seen:
            yield f"序号 {finding.number} 用了两次，请一个问题一个序号。"
        seen.add(finding.number)
        if finding.due_on <= part.reported_on:
            yield (
                f"问题{finding.number}的整改期限 {finding.due_on} 不晚于报告日期 "
                f"{part.reported_on}，请核对。"
            )
    yield from _taken_away(part, seen)


def _taken_away(part: Any, numbers: set[int]) -> Iterator[str]:
    """A revision may not drop what a public notice speaks of."""
    report = part.edition.disclosure_id
    told = {
        row.number
        for notice in notices_of(part.township, clock.now(), [report])
        for row in notice.live.rectified_findings.all()
    }
    for number in sorted(told - numbers):
        yield f"问题{number}已有公开的整改情况，不能从审计结果中去掉，请补回来。"


def missing_in_rectification(part: Any, rows: Sequence[Any]) -> Iterator[str]:
    report = _public_report(part)
    if report is None:
        yield "所选的审计结果没有公开，请先公开审计结果，再公开整改情况。"
        return
    if not rows:
        yield "还没有写任何一个问题的整改进展，请至少写一条。"
    known = {finding.number for finding in report.live.audit_findings.all()}
    reported_on = report.live.auditreport.reported_on
    for row in rows:
        if row.number not in known:
            yield (
                f"审计结果里没有问题{row.number}，"
                f"已有的序号是 {'、'.join(map(str, sorted(known)))}，请核对。"
            )
        yield from _of_row(row, reported_on)
    yield from _steps_back(part, rows)


def _public_report(part: Any) -> Disclosure | None:
    items = Disclosure.objects.public(part.township, clock.now()).filter(pk=part.report_id)
    found = items.select_related("live__auditreport").first()
    return found if found is not None and found.live.shape == "auditreport" else None


def _of_row(row: Any, reported_on: date) -> Iterator[str]:
    place = f"问题{row.number}（{row.on}）"
    if row.on < reported_on:
        yield f"{place}的日期早于审计报告日期 {reported_on}，请核对。"
    if row.on > clock.today():
        yield f"{place}的日期在今天之后，请核对。"
    if row.status != Status.NOT_BEGUN and not row.text.strip():
        yield f"{place}是“{row.get_status_display()}”，请写明做了什么。"
    if row.status in CLOSED and not row.evidence_id and not row.document_id:
        yield (
            f"{place}是“{row.get_status_display()}”，没有佐证，"
            "请选择附件（如缴款凭证、验收单）或已公开的信息。"
        )


def _steps_back(part: Any, rows: Sequence[Any]) -> Iterator[str]:
    """From done to under way and the like only with a word why."""
    notices = notices_of(part.township, clock.now(), [part.report_id])
    own = part.edition.disclosure_id
    before = [
        row
        for notice in notices
        if notice.pk != own
        for row in notice.live.rectified_findings.all()
    ]
    latest: dict[int, Any] = {}
    new = {id(row) for row in rows}
    for row in sorted([*before, *rows], key=lambda row: row.on):
        last = latest.get(row.number)
        if last is not None and _unexplained(last, row) and new & {id(row), id(last)}:
            yield (
                f"问题{row.number}在 {last.on} 已是“{last.get_status_display()}”，"
                f"{row.on} 又写“{row.get_status_display()}”，请写明为什么退回。"
            )
        latest[row.number] = row


def _unexplained(before: Any, after: Any) -> bool:
    return bool(after.status < before.status and not after.text.strip())
