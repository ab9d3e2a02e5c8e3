"""文书种类: every letter of the procedure, whom it goes to, and what its issuing puts on record."""

from dataclasses import dataclass
from enum import StrEnum

from applications.decisions.outcomes import FEES, REGULATION, Outcome
from applications.decisions.rows import Section
from applications.procedure.events import (
    Abandoned,
    Decided,
    Event,
    Extended,
    FeeNotified,
    OfficeAsked,
    OrganAsked,
    Postponed,
    ReasonsAsked,
    Registered,
    SupplementRequested,
    ThirdPartyAsked,
    ThirdPartyTold,
)


class To(StrEnum):
    """Whom a letter goes to; only the applicant's own can be taken away by the query code."""

    APPLICANT = "applicant"
    THIRD_PARTY = "third_party"
    ORGAN = "organ"
    OFFICE = "office"
    FILE = "file"


class LetterKind(StrEnum):
    REGISTRATION = "registration"
    RECEIPT = "receipt"
    SUPPLEMENT = "supplement"
    REASONS = "reasons"
    EXTENSION = "extension"
    POSTPONEMENT = "postponement"
    THIRD_PARTY = "third_party"
    THIRD_PARTY_REPLY = "third_party_reply"
    CONSULTING = "consulting"
    THIRD_PARTY_TOLD = "third_party_told"
    ORGAN = "organ"
    ASSISTANCE = "assistance"
    FEE = "fee"
    GRANTED = "granted"
    PARTIAL = "partial"
    REFUSED = "refused"
    NOT_FOUND = "not_found"
    UNABLE = "unable"
    NOT_OURS = "not_ours"
    ALREADY_PUBLIC = "already_public"
    REPEATED = "repeated"
    DECLINED = "declined"
    CORRECTED = "corrected"
    ANSWER = "answer"
    NOT_SUPPLEMENTED = "not_supplemented"
    NOT_PAID = "not_paid"

    @property
    def shape(self) -> "Shape":
        return SHAPES[self]

    @property
    def label(self) -> str:
        return self.shape.label

    @property
    def decides(self) -> bool:
        return self.shape.event is Decided

    @property
    def needs_head(self) -> bool:
        """Issued by the head of the disclosure office, not by who drafted (条例 arts. 33, 35)."""
        return self.shape.event in (Decided, Extended, Postponed)

    @property
    def to_applicant(self) -> bool:
        return self.shape.to is To.APPLICANT

    @property
    def ends(self) -> tuple[Outcome, ...]:
        """The outcomes that a letter without parts of its own tells."""
        return ENDS.get(self, ())

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(kind.value, kind.label) for kind in cls]


@dataclass(frozen=True)
class Shape:
    """`asks`: the details of the event that the clerk fills in. `outcomes`: what its parts may
    be decided as."""

    label: str
    articles: str
    event: type[Event] | None = None
    to: To = To.APPLICANT
    asks: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    document: str = REGULATION

    @property
    def basis(self) -> str:
        return f"{self.document}{self.articles}"


def _of(*sections: Section) -> tuple[Outcome, ...]:
    return tuple(one for one in Outcome if one.section in sections)


ENDS: dict[LetterKind, tuple[Outcome, ...]] = {
    LetterKind.NOT_SUPPLEMENTED: (Outcome.NOT_SUPPLEMENTED,),
    LetterKind.NOT_PAID: (Outcome.NOT_PAID,),
}
# decided by an event of its own, never as a part of an answer
ENDING = (Outcome.NOT_SUPPLEMENTED, Outcome.NOT_PAID)
EVERY = tuple(one for one in Outcome if one not in ENDING)

SHAPES: dict[LetterKind, Shape] = {
    LetterKind.REGISTRATION: Shape(
        "政府信息公开申请登记表", "第四十五条", Registered, to=To.FILE
    ),
    LetterKind.RECEIPT: Shape("政府信息公开申请接收回执", "第三十一条"),
    LetterKind.SUPPLEMENT: Shape(
        "政府信息公开申请补正告知书", "第三十条", SupplementRequested, asks=("until",)
    ),
    LetterKind.REASONS: Shape(
        "政府信息公开申请说明理由告知书", "第三十五条", ReasonsAsked, asks=("until",)
    ),
    LetterKind.EXTENSION: Shape(
        "政府信息公开延期答复告知书", "第三十三条", Extended, asks=("days",)
    ),
    LetterKind.POSTPONEMENT: Shape(
        "政府信息公开延迟答复告知书", "第三十五条", Postponed, asks=("until",)
    ),
    LetterKind.THIRD_PARTY: Shape(
        "政府信息公开征求第三方意见书",
        "第三十二条",
        ThirdPartyAsked,
        to=To.THIRD_PARTY,
        asks=("who",),
    ),
    LetterKind.THIRD_PARTY_REPLY: Shape(
        "政府信息公开征求意见确认函", "第三十二条", to=To.THIRD_PARTY, asks=("who",)
    ),
    LetterKind.CONSULTING: Shape("政府信息公开征求意见告知书", "第三十二条、第三十三条"),
    LetterKind.THIRD_PARTY_TOLD: Shape(
        "政府信息公开告知书（告知第三方）",
        "第三十二条",
        ThirdPartyTold,
        to=To.THIRD_PARTY,
        asks=("who",),
    ),
    LetterKind.ORGAN: Shape(
        "政府信息公开征求共同制作机关意见书",
        "第三十四条",
        OrganAsked,
        to=To.ORGAN,
        asks=("who",),
    ),
    LetterKind.ASSISTANCE: Shape(
        "政府信息公开申请协办函", "第四十五条", OfficeAsked, to=To.OFFICE, asks=("who", "until")
    ),
    LetterKind.FEE: Shape(
        "政府信息公开信息处理费收费通知书", "、" + FEES, FeeNotified, document=REGULATION + "第四十二条"
    ),
    LetterKind.GRANTED: Shape(
        "政府信息公开告知书", "第三十六条第（二）项", Decided, outcomes=(Outcome.GRANTED,)
    ),
    LetterKind.PARTIAL: Shape("政府信息部分公开告知书", "第三十七条", Decided, outcomes=EVERY),
    LetterKind.REFUSED: Shape(
        "政府信息不予公开告知书",
        "第三十六条第（三）项",
        Decided,
        outcomes=_of(Section.REFUSED),
    ),
    LetterKind.NOT_FOUND: Shape(
        "政府信息不存在告知书", "第三十六条第（四）项", Decided, outcomes=(Outcome.NOT_FOUND,)
    ),
    LetterKind.UNABLE: Shape(
        "政府信息无法提供告知书",
        "第三十六条",
        Decided,
        outcomes=(Outcome.TO_BE_MADE, Outcome.STILL_UNCLEAR),
    ),
    LetterKind.NOT_OURS: Shape(
        "非本机关政府信息告知书", "第三十六条第（五）项", Decided, outcomes=(Outcome.NOT_OURS,)
    ),
    LetterKind.ALREADY_PUBLIC: Shape(
        "政府信息已主动公开告知书",
        "第三十六条第（一）项",
        Decided,
        outcomes=(Outcome.ALREADY_PUBLIC,),
    ),
    LetterKind.REPEATED: Shape(
        "重复申请告知书", "第三十六条第（六）项", Decided, outcomes=(Outcome.REPEATED,)
    ),
    LetterKind.DECLINED: Shape(
        "政府信息公开申请不予处理告知书",
        "第三十五条、第三十九条",
        Decided,
        outcomes=tuple(one for one in _of(Section.DECLINED) if one is not Outcome.REPEATED),
    ),
    LetterKind.CORRECTED: Shape(
        "政府信息更正告知书", "第四十一条", Decided, outcomes=(Outcome.RECORD_CORRECTED,)
    ),
    LetterKind.ANSWER: Shape("政府信息公开申请答复书", "第三十六条", Decided, outcomes=EVERY),
    LetterKind.NOT_SUPPLEMENTED: Shape(
        "视为放弃申请告知书（逾期不补正）", "第三十条", Abandoned
    ),
    LetterKind.NOT_PAID: Shape(
        "视为放弃申请告知书（逾期不缴费）", "", Abandoned, document=FEES
    ),
}
