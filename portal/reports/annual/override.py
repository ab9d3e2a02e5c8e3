"""Putting a number in place of what was counted, with reason and name; and taking it back."""

from decimal import Decimal
from typing import Any

from django.db import transaction

from disclosures.flow.refusal import CannotMove
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.trail.record import record
from portal.reports.annual.count import Key
from portal.reports.annual.models import AnnualReport, CellOverride
from portal.reports.annual.sheet import MONEY, label_of, sheet_of, single_cells
from portal.reports.papers.may import require_writer

ISSUED = "报告已经公布，数不能再改。"


@transaction.atomic
def put_numbers(
    report: AnnualReport, numbers: dict[Key, Decimal | None], reason: str, *, by: Staff
) -> int:
    """Set each cell to its number; None goes back to what was counted. How many changed.

    Where the system has counted, another number needs a reason. All or nothing: raises CannotMove
    with a sentence for each cell that can't stand, PermissionDenied.
    """
    require_writer(report, by)
    report = AnnualReport.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if report.is_issued:
        raise CannotMove(ISSUED)
    cells = sheet_of(report).cells
    changed = {
        key: number
        for key, number in numbers.items()
        if number != (cells[key].override.value if cells[key].override else None)  # type: ignore[union-attr]
    }
    _check(report, {key: cells[key].computed for key in changed}, changed, reason)
    for key, number in changed.items():
        _put(report, key, number, reason, by)
    if changed:
        named = "；".join(f"{label_of(key)}：{_said(number)}" for key, number in changed.items())
        record(report, "填数", by=by, remark=f"{reason}（{named}）"[:500])
    return len(changed)


def _check(
    report: AnnualReport,
    computed: dict[Key, Decimal | None],
    changed: dict[Key, Decimal | None],
    reason: str,
) -> None:
    known = set(single_cells())
    problems = [f"没有这一格：{key}。" for key in changed if key not in known]
    for key, number in changed.items():
        if number is None or key not in known:
            continue
        if number < 0:
            problems.append(f"{label_of(key)}：不能是负数。")
        elif key != MONEY and number != number.to_integral_value():
            problems.append(f"{label_of(key)}：应是整数。")
    differs = any(
        number is not None and computed[key] is not None and number != computed[key]
        for key, number in changed.items()
    )
    if differs and not reason.strip() and not report.by_hand:
        problems.append("和系统数的不一样，请写明原因，例如“系统启用前收到的申请”。")
    if problems:
        raise CannotMove(*problems)


def _put(report: AnnualReport, key: Key, number: Decimal | None, reason: str, by: Staff) -> None:
    table, line, column = key
    place: dict[str, Any] = {"report": report, "table": table, "line": line, "column": column}
    if number is None:
        CellOverride.objects.filter(**place).delete()
        return
    CellOverride.objects.update_or_create(
        **place,
        defaults={
            "township": report.township,
            "value": number,
            "reason": reason.strip()[:200],
            "by": by,
            "at": clock.now(),
        },
    )


def _said(number: Decimal | None) -> str:
    return "按系统数" if number is None else f"{number.normalize():f}"
