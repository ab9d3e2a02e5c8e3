"""Issuing a warning, changing it and ending it: one step by one person, because a warning is due
at once (突发事件应对法); everything else waits for two reviews."""

from datetime import datetime

from django.db import transaction

from disclosures.flow.refusal import CannotMove
from disclosures.warnings.found import put_warning, remove_warning
from disclosures.warnings.levels import Level
from disclosures.warnings.models import EmergencyWarning, WarningUpdate
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.core.trail.record import record
from portal.privacy.scan import scan_text

ISSUERS = frozenset({Role.OFFICER, Role.REVIEWER, Role.CONFIDENTIALITY})


@transaction.atomic
def issue(warning: EmergencyWarning, *, by: Staff, at: datetime | None = None) -> EmergencyWarning:
    """Let everybody see it from now on (or from its start)."""
    at = at or clock.now()
    warning = _locked(warning, by)
    if warning.issued_at is not None:
        raise CannotMove("这条预警已经发布，不用再发。")
    findings = _personal(warning.texts())
    if warning.ends_at <= at:
        findings.append("结束时间已经过了，请改到以后再发布。")
    if not warning.steps:
        findings.append("没有写群众应当怎样做，请至少写一条。")
    if findings:
        raise CannotMove(*findings)
    warning.issued_at, warning.issued_by = at, by
    warning.save(update_fields=["issued_at", "issued_by"])
    level = Level(warning.level)
    issued = WarningUpdate.Kind.ISSUED
    _add(warning, issued, warning.situation, level, warning.ends_at, by=by, at=at)
    return warning


@transaction.atomic
def update(
    warning: EmergencyWarning,
    *,
    text: str,
    by: Staff,
    level: str = "",
    ends_at: datetime | None = None,
    at: datetime | None = None,
) -> WarningUpdate:
    """Say what changed: the level, the end, or words alone. The first text stays as it was."""
    at = at or clock.now()
    warning = _locked(warning, by)
    _require_open(warning, at)
    new_level, new_end = Level(level or warning.level), ends_at or warning.ends_at
    findings = _personal([("说明", text)])
    if not text.strip():
        findings.append("请写明有什么变化。")
    if new_end <= at:
        findings.append("结束时间要在现在之后；要结束请用“解除”。")
    if findings:
        raise CannotMove(*findings)
    kind = _kind(warning, new_level, new_end)
    return _add(warning, kind, text, new_level, new_end, by=by, at=at)


def _kind(warning: EmergencyWarning, level: Level, ends_at: datetime) -> WarningUpdate.Kind:
    before = Level(warning.level).rank
    if level.rank != before:
        return WarningUpdate.Kind.RAISED if level.rank < before else WarningUpdate.Kind.LOWERED
    return WarningUpdate.Kind.EXTENDED if ends_at > warning.ends_at else WarningUpdate.Kind.ADDED


@transaction.atomic
def lift(
    warning: EmergencyWarning, *, text: str, by: Staff, at: datetime | None = None
) -> WarningUpdate:
    """End it before its time."""
    at = at or clock.now()
    warning = _locked(warning, by)
    _require_open(warning, at)
    if findings := _personal([("说明", text)]):
        raise CannotMove(*findings)
    warning.lifted_at = at
    told = text.strip() or "险情已经过去，解除预警。"
    level, end = Level(warning.level), warning.ends_at
    return _add(warning, WarningUpdate.Kind.LIFTED, told, level, end, by=by, at=at)


@transaction.atomic
def withdraw(warning: EmergencyWarning, *, reason: str, by: Staff) -> EmergencyWarning:
    """Take back what was issued in error; its page says that, when and why."""
    warning = _locked(warning, by)
    if warning.issued_at is None or warning.withdrawn_at:
        raise CannotMove("只有已发布、没有撤回的预警可以撤回。")
    if not reason.strip():
        raise CannotMove("请写明撤回的原因，群众会看到。")
    if findings := _personal([("撤回原因", reason)]):
        raise CannotMove(*findings)
    warning.withdrawn_at, warning.withdrawal_reason = clock.now(), reason.strip()
    warning.save(update_fields=["withdrawn_at", "withdrawal_reason"])
    remove_warning(warning)
    record(warning, "撤回预警", by=by, remark=reason)
    return warning


def _locked(warning: EmergencyWarning, by: Staff) -> EmergencyWarning:
    rows = EmergencyWarning.objects.select_for_update(of=("self",)).select_related("issuer")
    stored = rows.get(pk=warning.pk)
    by.require(ISSUERS, stored.issuer)
    return stored


def _require_open(warning: EmergencyWarning, at: datetime) -> None:
    if warning.standing(at) not in ("生效中", "未开始"):
        raise CannotMove(f"这条预警{warning.standing(at)}，不能再改。")


def _add(
    warning: EmergencyWarning,
    kind: WarningUpdate.Kind,
    text: str,
    level: Level,
    ends_at: datetime,
    *,
    by: Staff,
    at: datetime,
) -> WarningUpdate:
    warning.level, warning.ends_at = level, ends_at
    warning.save(update_fields=["level", "ends_at", "lifted_at"])
    record(warning, f"预警{kind.label}", by=by, at=at, remark=text.strip()[:200])
    added = WarningUpdate.objects.create(
        township=warning.township,
        warning=warning,
        kind=kind,
        at=at,
        level=level,
        ends_at=ends_at,
        text=text.strip(),
        by=by,
    )
    put_warning(warning)
    return added


def _personal(texts: object) -> list[str]:
    """Why the words can't be shown to everybody."""
    return [
        f"{finding}，请先去掉。"
        for place, text in texts  # type: ignore[attr-defined]
        for finding in scan_text(text, place)
    ]
