"""The second look, and what comes of it."""

from django.db import transaction

from applications.cases.models import Application, CaseFile
from applications.cases.record_event import require_desk
from applications.decisions.outcomes import Outcome
from applications.release.models import Release
from disclosures.flow.refusal import CannotMove
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.trail.record import record

DISCLOSED = (Outcome.GRANTED.value, Outcome.PARTIAL.value)
SECOND = "公开文件要由另一位同事复核。确实没有第二个人的，请写明理由。"
STAYS = (
    "文件里还有个人信息（{found}）。要原样公开的，请写明理由和依据（条例第十五条）；"
    "不公开的，作废后改好重新上传。"
)
STAYS_SECOND = "文件里还有个人信息，必须由另一位同事复核，不能一人办完。"
LOOK = "有自动检查不了的内容，请从头到尾看过，再勾选“我已经看过”。"


@transaction.atomic
def confirm(release: Release, *, by: Staff, looked: bool = False, reason: str = "") -> Release:
    """复核: the copy may go out. `looked`: what no program can read was read by `by`. Raises
    CannotMove with every reason, PermissionDenied."""
    require_desk(release.application, by)
    release = _locked(release)
    copy = _copy_of(release)
    if release.confirmed_at:
        raise CannotMove("这份文件已经复核过了。")
    if objections := _objections(release, by, looked, reason.strip()):
        raise CannotMove(*objections)
    release.confirmed_by, release.confirmed_at = by, clock.now()
    release.reason = reason.strip()
    release.save(update_fields=["confirmed_by", "confirmed_at", "reason"])
    remark = "不经自动检查的内容已人工看过" if release.unchecked else ""
    record(release.application, "复核公开文件", by=by, remark=remark, sha256=copy.sha256)
    hand_out_confirmed(release.application, by=by)
    release.refresh_from_db()
    return release


def _objections(release: Release, by: Staff, looked: bool, reason: str) -> list[str]:
    told, alone = [], by == release.prepared_by
    if release.findings and alone:
        told.append(STAYS_SECOND)
    elif alone and not reason:
        told.append(SECOND)
    if release.findings and not reason:
        told.append(STAYS.format(found="；".join(release.findings)))
    if release.unchecked and not looked:
        told.append(LOOK)
    return told


@transaction.atomic
def hand_out_confirmed(application: Application, *, by: Staff) -> int:
    """Let the applicant take away what was confirmed, once the answer discloses something. To be
    called when the answer is issued and when a file is confirmed later. Gives how many."""
    current = Application.objects.select_for_update(of=("self",)).get(pk=application.pk)
    if current.outcome not in DISCLOSED:
        return 0
    releases = Release.objects.confirmed().filter(application=current, copy__shared=False)
    found = list(releases.select_related("copy"))
    for release in found:
        copy = _copy_of(release)
        copy.shared = True
        copy.save(update_fields=["shared"])
        record(current, "交付公开文件", by=by, sha256=copy.sha256)
    return len(found)


@transaction.atomic
def drop(release: Release, *, by: Staff, reason: str) -> Release:
    """作废 before it went out, 收回 after: the applicant can't take it away any more."""
    require_desk(release.application, by)
    release = _locked(release)
    if release.dropped_at:
        raise CannotMove("这份文件已经作废或者收回了。")
    if not reason.strip():
        raise CannotMove("请写明作废或者收回的原因。")
    release.dropped_at = clock.now()
    release.save(update_fields=["dropped_at"])
    out = release.copy is not None and release.copy.shared
    if release.copy is not None:
        CaseFile.objects.filter(pk=release.copy.pk).update(shared=False)
    act = "收回公开文件" if out else "作废公开文件"
    record(release.application, act, by=by, remark=reason.strip())
    release.refresh_from_db()
    return release


def _copy_of(release: Release) -> CaseFile:
    if release.dropped_at:
        raise CannotMove("这份文件已经作废或者收回了，请重新上传。")
    if release.copy is None:
        raise CannotMove("没有做成公开副本，请按提示修改原件后重新上传。")
    return release.copy


def _locked(release: Release) -> Release:
    rows = Release.objects.select_for_update(of=("self",)).with_files()
    return rows.select_related(
        "application__township", "source", "copy", "prepared_by", "confirmed_by"
    ).get(pk=release.pk)
