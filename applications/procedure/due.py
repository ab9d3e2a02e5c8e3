"""What is due: by when, from whom, why so."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.core.workdays.limits import Deadline


class DueKind(StrEnum):
    RECEIPT_CHECK = "receipt_check"
    SUPPLEMENT_NOTICE = "supplement_notice"
    SUPPLEMENT = "supplement"
    OFFICE_ANSWER = "office_answer"
    THIRD_PARTY_ANSWER = "third_party_answer"
    ORGAN_ANSWER = "organ_answer"
    REASONS = "reasons"
    DRAFT = "draft"
    ANSWER = "answer"
    PAYMENT = "payment"
    THIRD_PARTY_NOTICE = "third_party_notice"
    SERVICE = "service"
    REVIEW = "review"
    REVIEW_DECISION = "review_decision"
    LAWSUIT = "lawsuit"
    APPEAL = "appeal"

    @property
    def label(self) -> str:
        return LABELS[self]

    @property
    def whose(self) -> "Whose":
        return WHOSE.get(self, Whose.TOWNSHIP)

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(kind.value, kind.label) for kind in cls]


class Whose(StrEnum):
    """Who must act, or may."""

    TOWNSHIP = "township"
    OFFICE = "office"
    OUTSIDE = "outside"
    APPLICANT = "applicant"

    @property
    def label(self) -> str:
        return {
            "township": "政务公开专员",
            "office": "会商站所",
            "outside": "被征求意见方、复议机关",
            "applicant": "申请人",
        }[self.value]


LABELS = {
    DueKind.RECEIPT_CHECK: "核对登记",
    DueKind.SUPPLEMENT_NOTICE: "告知补正（如需）",
    DueKind.SUPPLEMENT: "申请人补正",
    DueKind.OFFICE_ANSWER: "站所答复会商",
    DueKind.THIRD_PARTY_ANSWER: "第三方答复",
    DueKind.ORGAN_ANSWER: "其他机关答复",
    DueKind.REASONS: "申请人说明理由",
    DueKind.DRAFT: "拟出答复送审",
    DueKind.ANSWER: "作出答复",
    DueKind.PAYMENT: "申请人缴费",
    DueKind.THIRD_PARTY_NOTICE: "告知第三方决定公开",
    DueKind.SERVICE: "送达答复",
    DueKind.REVIEW: "申请行政复议",
    DueKind.REVIEW_DECISION: "行政复议决定",
    DueKind.LAWSUIT: "提起行政诉讼",
    DueKind.APPEAL: "提起上诉",
}
WHOSE = {
    DueKind.SUPPLEMENT: Whose.APPLICANT,
    DueKind.OFFICE_ANSWER: Whose.OFFICE,
    DueKind.THIRD_PARTY_ANSWER: Whose.OUTSIDE,
    DueKind.ORGAN_ANSWER: Whose.OUTSIDE,
    DueKind.REASONS: Whose.APPLICANT,
    DueKind.PAYMENT: Whose.APPLICANT,
    DueKind.REVIEW: Whose.APPLICANT,
    DueKind.REVIEW_DECISION: Whose.OUTSIDE,
    DueKind.LAWSUIT: Whose.APPLICANT,
    DueKind.APPEAL: Whose.APPLICANT,
}
# a chance that lapses, not a duty that is missed
LAPSING = frozenset({DueKind.SUPPLEMENT_NOTICE, DueKind.REVIEW, DueKind.LAWSUIT, DueKind.APPEAL})


@dataclass(frozen=True)
class Due:
    """One deadline that is still open."""

    kind: DueKind
    on: date
    why: str
    about: str = ""
    provisional: bool = False

    @property
    def lapsing(self) -> bool:
        return self.kind in LAPSING

    @property
    def label(self) -> str:
        return f"{self.kind.label}：{self.about}" if self.about else self.kind.label


def due_of(kind: DueKind, counted: Deadline, why: str, about: str = "") -> Due:
    return Due(kind, counted.due, why, about, counted.provisional)
