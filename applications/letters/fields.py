"""What a template may name in 【】, and where each is read from. All are words; none is a rule."""

from collections.abc import Callable
from dataclasses import dataclass

from applications.decisions.remedies import remedy_clause
from applications.letters.answers import result_of
from applications.letters.dates import (
    answer_due,
    answer_was_due,
    consultation_due,
    office_due,
    payment_due,
    until,
)
from applications.letters.kinds import Recipient
from applications.letters.material import Material
from applications.procedure.events import Extended, FeeNotified, ThirdPartyAsked
from applications.procedure.words import day

REMEDY = "救济告知"
UNNAMED = {
    Recipient.THIRD_PARTY: "第三方",
    Recipient.ORGAN: "有关机关",
    Recipient.OFFICE: "有关站所",
}


@dataclass(frozen=True)
class Field:
    name: str
    what: str
    read: Callable[[Material], str]
    personal: bool = False  # of the applicant, so only in letters to it and in the file


def _applicant(material: Material, *names: str) -> str:
    found = [getattr(material.applicant, name, "") for name in names]
    return "，".join(one for one in found if one)


def applicant_named(material: Material) -> str:
    return _applicant(material, "name")


def other_side(material: Material) -> str:
    """Who is asked or told. The applicant isn't told who the third party is (条例 art. 32)."""
    what, recipient = material.what, material.kind.recipient
    named: str = getattr(what, "who", "")
    if recipient is Recipient.APPLICANT and isinstance(what, ThirdPartyAsked):
        return "第三方"
    return named or UNNAMED.get(recipient, "有关机关")


def _received(material: Material) -> str:
    standing = material.after
    return day(standing.facts.received.on if standing else material.application.came_on)


def _amount(material: Material) -> str:
    what = material.what
    known = isinstance(what, FeeNotified) and what.amount is not None
    return f"{what.amount:,f}元" if known else ""  # type: ignore[union-attr]


def _extra(material: Material) -> str:
    return f"{material.what.days}个工作日" if isinstance(material.what, Extended) else ""


def _remedy(material: Material) -> str:
    if not material.kind.is_decision:
        return ""
    rules = material.rules
    return remedy_clause(
        material.outcomes, material.settled_on, rules.bodies, clauses=rules.clauses
    )


def _window(material: Material) -> str:
    return material.township.reception_window or "便民服务中心"


def _phone(material: Material) -> str:
    return material.township.reception_phone or material.township.phone


def in_one_line(words: str) -> str:
    """An applicant's own words never make a heading of their own in our letter."""
    return " ".join(words.split())


_ALL = (
    Field("申请人", "姓名或者名称", applicant_named, personal=True),
    Field(
        "联系方式",
        "申请人的电话、邮箱、地址",
        lambda one: _applicant(one, "phone", "email", "address"),
        personal=True,
    ),
    Field("申请人类型", "如公民", lambda one: one.application.get_applicant_kind_display()),
    Field("申请编号", "如 SQ2026-0012", lambda one: one.application.number),
    Field("所需信息", "申请的信息名称", lambda one: in_one_line(one.application.subject)),
    Field("申请内容", "申请人的描述", lambda one: in_one_line(one.application.description)),
    Field("提交方式", "如当面提交", lambda one: one.application.get_channel_display()),
    Field("到达日期", "申请送到的日子", lambda one: day(one.application.came_on)),
    Field("收到日期", "收到申请之日", _received),
    Field("所需形式", "如纸质", lambda one: one.application.get_supply_form_display()),
    Field("获取方式", "如邮寄", lambda one: one.application.get_delivery_display()),
    Field("答复期限", "办理这一步以后的答复期限", answer_due),
    Field("原答复期限", "办理这一步以前的答复期限", answer_was_due),
    Field("补正期限", "如“2026年10月9日前”", until),
    Field("说明理由期限", "如“2026年10月9日前”", until),
    Field("征求意见期限", "发出后第15个工作日", consultation_due),
    Field("站所答复期限", "如“2026年10月9日前”", office_due),
    Field("延长天数", "如“20个工作日”", _extra),
    Field("对方", "第三方、其他机关或者站所的名称；给申请人的文书里不写第三方名称", other_side),
    Field("金额", "信息处理费", _amount),
    Field("收费计算", "逐档计算步骤", lambda one: "\n".join(one.fee_steps)),
    Field("缴费方式", "取自依申请公开设置", lambda one: one.rules.payment.strip()),
    Field("缴费期限", "收到通知的次日起第20个工作日", payment_due),
    Field("处理结果", "每项的结果和依据", lambda one: result_of(one.outcomes, one.parts)),
    Field("说明", "承办人为这一件写的话", lambda one: one.words.strip()),
    Field(REMEDY, "不服的怎么办；按处理结果和日期写，文字在依申请公开设置里改", _remedy),
    Field("复议机关地址电话", "取自设置", lambda one: one.rules.review_body_address.strip()),
    Field("本机关", "本镇全称", lambda one: one.township.full_name),
    Field("本机关地址", "本镇地址", lambda one: one.township.address or one.township.full_name),
    Field("受理窗口", "在哪个窗口", _window),
    Field("联系电话", "窗口电话", _phone),
    Field("办公时间", "本镇办公时间", lambda one: one.township.office_hours),
    Field("落款日期", "文书的日期", lambda one: day(one.on)),
)
FIELDS: dict[str, Field] = {field.name: field for field in _ALL}
