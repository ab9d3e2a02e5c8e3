"""Listing a firm, repairing its credit, removing it when its time is over."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from disclosures.flow.refusal import CannotMove
from disclosures.registers.found import put_entry, remove_entry
from disclosures.registers.models import FOREVER, RegisterEntry, RegisterStep, months_after
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.core.trail.record import record
from portal.privacy.scan import scan_text

LISTERS = frozenset({Role.OFFICER, Role.REVIEWER, Role.CONFIDENTIALITY})
Kind = RegisterStep.Kind


@transaction.atomic
def list_entry(entry: RegisterEntry, *, by: Staff, on: date | None = None) -> RegisterEntry:
    """Make a draft public for the register's period. Not by the one who wrote it."""
    on = on or clock.today()
    entry = _locked(entry, by)
    if entry.listed_on is not None:
        raise CannotMove("这一条已经列入，不用再办。")
    findings = [
        f"{finding}，请先去掉。"
        for place, text in (("事实", entry.facts), ("决定", entry.decision))
        for finding in scan_text(text, place)
    ]
    if by.pk == entry.author_id:
        findings.append("自己录入的要由别人审核后列入。")
    if entry.decided_on > on:
        findings.append("决定日期在列入日期之后，请核对。")
    if findings:
        raise CannotMove(*findings)
    months = entry.kind.months
    entry.listed_on, entry.removal_on = on, months_after(on, months) if months else FOREVER
    entry.save(update_fields=["listed_on", "removal_on"])
    _step(entry, Kind.LISTED, on, "", by)
    put_entry(entry)
    return entry


@transaction.atomic
def ask_repair(entry: RegisterEntry, *, grounds: str, by: Staff, on: date | None = None) -> None:
    """The firm asks for an early end: what it says it has put right."""
    on = on or clock.today()
    entry = _locked(entry, by)
    _require_listed(entry, on)
    if entry.repair_from is None:
        raise CannotMove("这一名录不需要信用修复。")
    if on < entry.repair_from:
        raise CannotMove(
            f"列入满 {entry.kind.repair_after} 个月（{entry.repair_from}）后才能申请。"
        )
    if not grounds.strip():
        raise CannotMove("请写明申请的理由。")
    last = entry.steps.last()
    if last is not None and last.kind == Kind.REPAIR_ASKED:
        raise CannotMove("已有一个修复申请正在办理。")
    _step(entry, Kind.REPAIR_ASKED, on, grounds, by)


@transaction.atomic
def decide_repair(
    entry: RegisterEntry, *, granted: bool, reason: str, by: Staff, on: date | None = None
) -> None:
    """Grant it, and the entry is over from this day; or refuse it with the reason."""
    on = on or clock.today()
    entry = _locked(entry, by)
    _require_listed(entry, on)
    last = entry.steps.last()
    if last is None or last.kind != Kind.REPAIR_ASKED:
        raise CannotMove("没有正在办理的修复申请。")
    if not reason.strip():
        raise CannotMove("请写明决定的理由。")
    if not granted:
        _step(entry, Kind.REPAIR_REFUSED, on, reason, by)
        return
    entry.removal_on = on
    entry.save(update_fields=["removal_on"])
    _step(entry, Kind.REPAIR_GRANTED, on, reason, by)
    _remove(entry, on, "信用修复，提前移出。", by)


def remove_due(at: datetime) -> int:
    """Record the end of what has run its time; how many. Idempotent; all townships."""
    on = timezone.localdate(at)
    due = RegisterEntry.objects.to_remove(on).values_list("pk", flat=True)
    return sum(_end(key, on) for key in due)


@transaction.atomic
def _end(key: int, on: date) -> bool:
    entry = RegisterEntry.objects.select_for_update().to_remove(on).filter(pk=key).first()
    if entry is None:
        return False
    _remove(entry, on, "期满自动移出。", None)
    return True


def _remove(entry: RegisterEntry, on: date, told: str, by: Staff | None) -> None:
    entry.removed_on = on
    entry.save(update_fields=["removed_on"])
    _step(entry, Kind.REMOVED, on, told, by)
    remove_entry(entry)


def _locked(entry: RegisterEntry, by: Staff) -> RegisterEntry:
    rows = RegisterEntry.objects.select_for_update(of=("self",))
    stored = rows.select_related("issuer", "township").get(pk=entry.pk)
    by.require(LISTERS, stored.issuer)
    return stored


def _require_listed(entry: RegisterEntry, on: date) -> None:
    if entry.standing(on) != "公开中":
        raise CannotMove(f"这一条现在是“{entry.standing(on)}”，不能这样办理。")


def _step(entry: RegisterEntry, kind: Kind, on: date, text: str, by: Staff | None) -> None:
    RegisterStep.objects.create(
        township=entry.township, entry=entry, kind=kind, on=on, text=text.strip(), by=by
    )
    record(entry, kind.label, by=by, remark=text.strip())
