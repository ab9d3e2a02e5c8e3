"""What a body may name, and what stands there: plain words, never a record."""

from collections.abc import Mapping
from typing import Any

from applications.cases.models import Application
from applications.letters.kinds import LetterKind, To
from applications.procedure.events import Extended
from applications.procedure.words import day
from applications.rules.models import ApplicationRules

ALWAYS = ("本机关", "申请编号", "申请内容", "收到日期", "受理窗口", "联系电话", "地址")
# neither a third party nor another body learns who applies (条例 art. 15)
APPLICANTS = ("申请人", "答复期限", "所需形式", "获取方式")
DETAILS = {"until": "期限", "days": "天数", "who": "对方"}


def known_to(kind: LetterKind) -> list[str]:
    names = list(ALWAYS)
    if kind.shape.to in (To.APPLICANT, To.FILE):
        names += APPLICANTS
    names += [DETAILS[name] for name in kind.shape.asks]
    if kind.shape.event is Extended:
        names.append("新期限")
    if kind is LetterKind.FEE:
        names += ["金额", "缴费方式"]
    return names


def values_of(
    application: Application,
    kind: LetterKind,
    rules: ApplicationRules,
    details: Mapping[str, Any],
    computed: Mapping[str, str],
) -> dict[str, str]:
    """For every name known to `kind`. `computed` holds what the procedure says."""
    township = application.township
    every = {
        "本机关": township.full_name,
        "申请编号": application.number,
        "申请内容": application.subject,
        "收到日期": _day(application.received_on or application.came_on),
        "受理窗口": township.reception_window or "便民服务中心",
        "联系电话": township.reception_phone or township.phone,
        "地址": township.address,
        "答复期限": _day(application.due_on),
        "所需形式": application.get_supply_form_display(),
        "获取方式": application.get_delivery_display(),
        "缴费方式": rules.payment,
        **computed,
    }
    if "申请人" in known_to(kind):
        every["申请人"] = application.applicant.name
    for name in kind.shape.asks:
        given = details.get(name)
        every[DETAILS[name]] = _day(given) if name == "until" else str(given or "")
    return {name: every.get(name, "") for name in known_to(kind)}


def _day(on: Any) -> str:
    return day(on) if on else ""
