"""文书: every type of letter that goes with an application, to whom and numbered how; and which of
them an event calls for."""

from collections.abc import Iterable
from enum import StrEnum

from applications.decisions.outcomes import Outcome, combined
from applications.letters.recipients import Form, Recipient
from applications.procedure.events import (
    Abandoned,
    Corrected,
    Decided,
    Event,
    Extended,
    FeeNotified,
    OfficeAsked,
    OrganAsked,
    Postponed,
    ReasonsAsked,
    Received,
    Registered,
    SupplementRequested,
    ThirdPartyAsked,
    ThirdPartyTold,
    Transferred,
)


class LetterKind(StrEnum):
    REGISTRATION = "registration"
    RECEIPT = "receipt"
    SUPPLEMENT = "supplement"
    REASONS = "reasons"
    EXTENSION = "extension"
    POSTPONEMENT = "postponement"
    THIRD_PARTY = "third_party"
    OPINION_FORM = "opinion_form"
    CONSULTATION_NOTICE = "consultation_notice"
    THIRD_PARTY_TOLD = "third_party_told"
    ORGAN = "organ"
    OFFICE = "office"
    FEE = "fee"
    GRANTED = "granted"
    PARTIAL = "partial"
    REFUSED = "refused"
    NOT_FOUND = "not_found"
    NOT_OURS = "not_ours"
    ALREADY_PUBLIC = "already_public"
    REPEATED = "repeated"
    DECLINED = "declined"
    OWN_PROCEDURE = "own_procedure"
    UNABLE = "unable"
    ANSWER = "answer"
    ABANDONED = "abandoned"
    RECORD_CORRECTED = "record_corrected"
    TRANSFERRED = "transferred"

    @property
    def label(self) -> str:
        return FORMS[self].label

    @property
    def recipient(self) -> Recipient:
        return FORMS[self].recipient

    @property
    def series(self) -> str:
        """Each type is numbered apart, year by year."""
        return f"文书 {self.value}"

    @property
    def mark(self) -> str:
        """Stands in the number, so that no two letters bear the same."""
        return FORMS[self].mark

    @property
    def is_decision(self) -> bool:
        """Settles somebody's right, so it says where to turn against it (救济告知)."""
        return self in DECISIONS

    @property
    def is_form(self) -> bool:
        """Filled in, not sent: without red head and seal."""
        return self.recipient in (Recipient.US, Recipient.FILE)

    @property
    def to_applicant(self) -> bool:
        return self.recipient is Recipient.APPLICANT

    @classmethod
    def named(cls, value: str) -> "LetterKind | None":
        return next((kind for kind in cls if kind.value == value), None)

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(kind.value, kind.label) for kind in cls]


FORMS: dict[LetterKind, Form] = {
    LetterKind.REGISTRATION: Form("申请登记表", "登", Recipient.FILE),
    LetterKind.RECEIPT: Form("接收回执", "收"),
    LetterKind.SUPPLEMENT: Form("补正告知书", "补"),
    LetterKind.REASONS: Form("说明理由告知书", "理"),
    LetterKind.EXTENSION: Form("延期答复告知书", "延"),
    LetterKind.POSTPONEMENT: Form("延迟答复告知书", "迟"),
    LetterKind.THIRD_PARTY: Form("征求第三方意见书", "征", Recipient.THIRD_PARTY),
    LetterKind.OPINION_FORM: Form("征求意见确认函", "确", Recipient.US),
    LetterKind.CONSULTATION_NOTICE: Form("征求意见告知书", "征告"),
    LetterKind.THIRD_PARTY_TOLD: Form("决定公开告知书（给第三方）", "三告", Recipient.THIRD_PARTY),
    LetterKind.ORGAN: Form("征求共同制作机关意见书", "共", Recipient.ORGAN),
    LetterKind.OFFICE: Form("协办函", "协", Recipient.OFFICE),
    LetterKind.FEE: Form("收费通知书", "费"),
    LetterKind.GRANTED: Form("公开告知书", ""),
    LetterKind.PARTIAL: Form("部分公开告知书", "部"),
    LetterKind.REFUSED: Form("不予公开告知书", "不"),
    LetterKind.NOT_FOUND: Form("信息不存在告知书", "无"),
    LetterKind.NOT_OURS: Form("非本机关信息告知书", "非"),
    LetterKind.ALREADY_PUBLIC: Form("已主动公开告知书", "主"),
    LetterKind.REPEATED: Form("重复申请告知书", "重"),
    LetterKind.DECLINED: Form("不予处理告知书", "不处"),
    LetterKind.OWN_PROCEDURE: Form("行政查询事项告知书", "查"),
    LetterKind.UNABLE: Form("无法提供告知书", "无法"),
    LetterKind.ANSWER: Form("答复书（多项结果）", "答"),
    LetterKind.ABANDONED: Form("视为放弃告知书", "弃"),
    LetterKind.RECORD_CORRECTED: Form("更正告知书", "更"),
    LetterKind.TRANSFERRED: Form("转送、告知掌握机关告知书", "转"),
}
_REFUSED = (
    Outcome.STATE_SECRET,
    Outcome.FORBIDDEN,
    Outcome.ENDANGERS,
    Outcome.THIRD_PARTY,
    Outcome.INTERNAL,
    Outcome.PROCESS,
    Outcome.ENFORCEMENT_FILE,
)
_DECLINED = (Outcome.PETITION, Outcome.PUBLICATION, Outcome.EXCESSIVE, Outcome.CONFIRMATION)
ANSWERED_BY: dict[Outcome, LetterKind] = {
    Outcome.GRANTED: LetterKind.GRANTED,
    Outcome.PARTIAL: LetterKind.PARTIAL,
    Outcome.ALREADY_PUBLIC: LetterKind.ALREADY_PUBLIC,
    Outcome.OWN_PROCEDURE: LetterKind.OWN_PROCEDURE,
    Outcome.NOT_FOUND: LetterKind.NOT_FOUND,
    Outcome.NOT_OURS: LetterKind.NOT_OURS,
    Outcome.TO_BE_MADE: LetterKind.UNABLE,
    Outcome.STILL_UNCLEAR: LetterKind.UNABLE,
    Outcome.REPEATED: LetterKind.REPEATED,
    Outcome.NOT_SUPPLEMENTED: LetterKind.ABANDONED,
    Outcome.NOT_PAID: LetterKind.ABANDONED,
    Outcome.RECORD_CORRECTED: LetterKind.RECORD_CORRECTED,
    Outcome.OTHER: LetterKind.ANSWER,
    **dict.fromkeys(_REFUSED, LetterKind.REFUSED),
    **dict.fromkeys(_DECLINED, LetterKind.DECLINED),
}
ANSWERS = frozenset({*ANSWERED_BY.values(), LetterKind.ANSWER})
DECISIONS = ANSWERS | {LetterKind.THIRD_PARTY_TOLD}

GOES_WITH: dict[type[Event], tuple[LetterKind, ...]] = {
    Received: (LetterKind.RECEIPT, LetterKind.REGISTRATION),
    Registered: (LetterKind.REGISTRATION, LetterKind.RECEIPT),
    SupplementRequested: (LetterKind.SUPPLEMENT,),
    ThirdPartyAsked: (
        LetterKind.THIRD_PARTY,
        LetterKind.OPINION_FORM,
        LetterKind.CONSULTATION_NOTICE,
    ),
    ThirdPartyTold: (LetterKind.THIRD_PARTY_TOLD,),
    OrganAsked: (LetterKind.ORGAN, LetterKind.CONSULTATION_NOTICE),
    OfficeAsked: (LetterKind.OFFICE,),
    Transferred: (LetterKind.TRANSFERRED,),
    Extended: (LetterKind.EXTENSION,),
    ReasonsAsked: (LetterKind.REASONS,),
    Postponed: (LetterKind.POSTPONEMENT,),
    FeeNotified: (LetterKind.FEE,),
    Abandoned: (LetterKind.ABANDONED,),
}


def kinds_for(event: Event, outcomes: Iterable[Outcome] = ()) -> tuple[LetterKind, ...]:
    """The letters that go with `event`, the principal one first. `outcomes` stands for those of a
    decision that doesn't name them yet."""
    if isinstance(event, Corrected):
        return kinds_for(event.instead, outcomes) if event.instead else ()
    if isinstance(event, Decided):
        return (answer_for(event.outcomes or tuple(outcomes)),)
    return GOES_WITH.get(type(event), ())


def answer_for(outcomes: Iterable[Outcome]) -> LetterKind:
    """The one letter that answers all parts, each with its own result."""
    found = set(outcomes)
    kinds = {ANSWERED_BY[one] for one in found}
    if len(kinds) == 1:
        return kinds.pop()
    if found and combined(found) is Outcome.PARTIAL:
        return LetterKind.PARTIAL
    return LetterKind.ANSWER
