"""办理流程: what happens when, told with the very limits by which the desk is counted."""

from collections.abc import Iterator
from dataclasses import dataclass

from applications.procedure.limits import (
    ANSWER,
    CONSULTATION,
    LONGEST_EXTENSION,
    PAYMENT,
    SUPPLEMENT_NOTICE,
)
from applications.rules.models import ApplicationRules


@dataclass(frozen=True)
class Step:
    """A box of the flow picture, and what stands beside it in full."""

    name: str
    by_whom: str
    days: str
    what: str
    note: str = ""


def steps_of(rules: ApplicationRules) -> list[Step]:
    own = rules.own_limits
    return [
        Step(
            "提出申请",
            "申请人",
            "",
            "先在网上找一找；没有的，网上填写，或者到窗口、邮寄、传真提出。写字有困难的，"
            "可以口头提出，工作人员代填。",
        ),
        Step(
            "核对登记",
            "政务公开专员",
            f"{own.receipt_check}内",
            "登记编号，和您确认收到申请的日子，答复期限从第二天算起。",
        ),
        Step(
            "写得不清楚的，一次告知补正",
            "政务公开专员",
            f"{SUPPLEMENT_NOTICE}内",
            "只告知一次，写明要补什么、哪天前补。收到补正后，答复期限重新计算；"
            "没有正当理由不补的，不再办理。",
        ),
        Step(
            "查找、会商、征求意见",
            "承办站所",
            f"最多{CONSULTATION}",
            "需要问第三方或者其他机关的，等他们答复的日子不算在答复期限里。",
            "第三方不答复的，由本镇决定；其他机关不答复的，算同意公开。",
        ),
        Step(
            "答复",
            "政务公开机构负责人签发",
            f"{ANSWER}内",
            f"写明公开、部分公开、不公开或者别的结果和依据。要延长的，经负责人同意并告诉您，"
            f"最多再延{LONGEST_EXTENSION}个工作日。",
        ),
        Step(
            "送达",
            "政务公开专员",
            "",
            "按您选的方式给您：网上下载、电子邮件、邮寄、传真，或者到窗口自取。",
        ),
    ]


def waiting_rules() -> Iterator[str]:
    """What stops the clock or sets it anew, in a sentence each."""
    yield f"收到申请的当天不算，从第二天起数{ANSWER}；双休日和法定节假日不算，调休上班的日子算。"
    yield "征求第三方、其他机关意见的日子不算。"
    yield "补正的，从收到补正的第二天重新数。"
    yield f"要缴信息处理费的，收到通知后{PAYMENT}内缴，缴费第二天重新数；逾期不缴，不再办理。"
