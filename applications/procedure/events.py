"""What can happen to an application, each with the day it took effect. Nothing else is recorded as
truth: state, due dates and what may follow are computed from these."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from applications.decisions.outcomes import Outcome
from applications.procedure.channels import Channel


class Opinion(StrEnum):
    """What a third party answered (条例 art. 32)."""

    AGREES = "agrees"
    OBJECTS = "objects"

    @property
    def label(self) -> str:
        return {"agrees": "同意公开", "objects": "不同意公开"}[self.value]

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(opinion.value, opinion.label) for opinion in cls]


class Result(StrEnum):
    """How a review or lawsuit ended: the columns of the annual report's table four."""

    UPHELD = "upheld"
    CORRECTED = "corrected"
    OTHER = "other"

    @property
    def label(self) -> str:
        return {"upheld": "结果维持", "corrected": "结果纠正", "other": "其他结果"}[self.value]

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(result.value, result.label) for result in cls]


@dataclass(frozen=True, kw_only=True)
class Event:
    on: date
    type: ClassVar[str] = ""
    label: ClassVar[str] = ""


@dataclass(frozen=True, kw_only=True)
class Received(Event):
    """收到: the day that art. 31 says."""

    type = "received"
    label = "收到申请"
    channel: Channel | None = None


@dataclass(frozen=True, kw_only=True)
class Registered(Event):
    type = "registered"
    label = "核对登记"


@dataclass(frozen=True, kw_only=True)
class SupplementRequested(Event):
    """补正告知, with the reasonable period it gives (art. 30)."""

    type = "supplement_requested"
    label = "告知补正"
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class SupplementReceived(Event):
    """`excuse`: the good reason where it came after the period."""

    type = "supplement_received"
    label = "收到补正"
    excuse: str = ""


@dataclass(frozen=True, kw_only=True)
class ThirdPartyAsked(Event):
    type = "third_party_asked"
    label = "征求第三方意见"
    who: str = ""


@dataclass(frozen=True, kw_only=True)
class ThirdPartyAnswered(Event):
    type = "third_party_answered"
    label = "第三方答复"
    who: str = ""
    opinion: Opinion | None = None


@dataclass(frozen=True, kw_only=True)
class ThirdPartyTold(Event):
    """告知第三方 that what it objected to is disclosed all the same, and why (art. 32)."""

    type = "third_party_told"
    label = "告知第三方决定公开"
    who: str = ""


@dataclass(frozen=True, kw_only=True)
class OrganAsked(Event):
    """Another organ, such as one that made the information jointly (art. 34)."""

    type = "organ_asked"
    label = "征求其他机关意见"
    who: str = ""


@dataclass(frozen=True, kw_only=True)
class OrganAnswered(Event):
    type = "organ_answered"
    label = "其他机关答复"
    who: str = ""


@dataclass(frozen=True, kw_only=True)
class OfficeAsked(Event):
    """内部会商: an office of the township's own; the clock runs on."""

    type = "office_asked"
    label = "交站所会商"
    who: str = ""
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class OfficeAnswered(Event):
    type = "office_answered"
    label = "站所答复"
    who: str = ""


@dataclass(frozen=True, kw_only=True)
class Transferred(Event):
    """The application was handed on, or the applicant told who holds the information. It still has
    to be answered (art. 36)."""

    type = "transferred"
    label = "转送或者告知掌握机关"
    who: str = ""


@dataclass(frozen=True, kw_only=True)
class Extended(Event):
    """延期, agreed by the head of the disclosure office and told to the applicant (art. 33)."""

    type = "extended"
    label = "延期答复"
    days: int


@dataclass(frozen=True, kw_only=True)
class ReasonsAsked(Event):
    """说明理由, where number or frequency is clearly excessive (art. 35)."""

    type = "reasons_asked"
    label = "要求说明理由"
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class ReasonsGiven(Event):
    type = "reasons_given"
    label = "收到理由说明"
    good: bool = True


@dataclass(frozen=True, kw_only=True)
class Postponed(Event):
    """延迟答复: good reasons, but too much for the limit; the later day is told (art. 35)."""

    type = "postponed"
    label = "延迟答复"
    until: date


@dataclass(frozen=True, kw_only=True)
class FeeNotified(Event):
    """收费通知, on the day the applicant got it (art. 42)."""

    type = "fee_notified"
    label = "通知缴费"
    amount: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class FeePaid(Event):
    type = "fee_paid"
    label = "收到缴费"


@dataclass(frozen=True, kw_only=True)
class Decided(Event):
    """处理决定, approved and issued: the answer. An outcome for each part of the request."""

    type = "decided"
    label = "作出答复"
    outcomes: tuple[Outcome, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Served(Event):
    type = "served"
    label = "送达"


@dataclass(frozen=True, kw_only=True)
class Abandoned(Event):
    """视为放弃: no supplement, or no payment, in time."""

    type = "abandoned"
    label = "视为放弃，不再处理"


@dataclass(frozen=True, kw_only=True)
class Withdrawn(Event):
    type = "withdrawn"
    label = "申请人撤回"


@dataclass(frozen=True, kw_only=True)
class ReviewFiled(Event):
    type = "review_filed"
    label = "申请行政复议"


@dataclass(frozen=True, kw_only=True)
class ReviewDecided(Event):
    """`redo_until`: the day by which the township must answer anew, where it was told to."""

    type = "review_decided"
    label = "行政复议结果"
    result: Result = Result.OTHER
    redo_until: date | None = None


@dataclass(frozen=True, kw_only=True)
class LawsuitFiled(Event):
    """First instance, or the second after a judgment of the first."""

    type = "lawsuit_filed"
    label = "提起行政诉讼"


@dataclass(frozen=True, kw_only=True)
class LawsuitDecided(Event):
    type = "lawsuit_decided"
    label = "行政诉讼结果"
    result: Result = Result.OTHER
    redo_until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Closed(Event):
    type = "closed"
    label = "结案归档"


@dataclass(frozen=True, kw_only=True)
class Corrected(Event):
    """更正: the entry number `undoes` (from 1) was wrong; `instead` takes its place, or nothing.

    Nothing is erased: both stay in the record.
    """

    type = "corrected"
    label = "更正登记"
    undoes: int
    why: str
    instead: Event | None = None


EVENT_TYPES: dict[str, type[Event]] = {
    kind.type: kind
    for kind in (
        Received,
        Registered,
        SupplementRequested,
        SupplementReceived,
        ThirdPartyAsked,
        ThirdPartyAnswered,
        ThirdPartyTold,
        OrganAsked,
        OrganAnswered,
        OfficeAsked,
        OfficeAnswered,
        Transferred,
        Extended,
        ReasonsAsked,
        ReasonsGiven,
        Postponed,
        FeeNotified,
        FeePaid,
        Decided,
        Served,
        Abandoned,
        Withdrawn,
        ReviewFiled,
        ReviewDecided,
        LawsuitFiled,
        LawsuitDecided,
        Closed,
        Corrected,
    )
}
