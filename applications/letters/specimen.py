"""样例: an application that nobody made, to show what a template's letter would look like."""

from datetime import date

from applications.cases.models import Applicant, Application
from applications.decisions.outcomes import Outcome
from applications.fees.tiers import Basis, fee
from applications.letters.compose import Composed, composed
from applications.letters.kinds import ANSWERED_BY, LetterKind
from applications.letters.material import Material
from applications.letters.wording import Wording
from applications.procedure.channels import Channel
from applications.procedure.events import (
    Abandoned,
    Decided,
    Event,
    Extended,
    FeeNotified,
    OfficeAsked,
    Opinion,
    OrganAsked,
    Postponed,
    ReasonsAsked,
    ReasonsGiven,
    Received,
    Registered,
    SupplementRequested,
    ThirdPartyAnswered,
    ThirdPartyAsked,
    ThirdPartyTold,
    Transferred,
)
from applications.rules.models import rules_of
from portal.core.township.models import Township
from portal.core.workdays.load import current_calendar

CAME, DAY, LATER, UNTIL = (date(2026, 3, day) for day in (2, 5, 12, 20))
FIRM = "某某建设有限公司"
WORDS = "（这里是承办人为这一件写的内容）"
COST = fee(Basis.PAGE, 42)
RECEIVED = Received(on=CAME, channel=Channel.COUNTER)
ASKED = ThirdPartyAsked(on=DAY, who=FIRM)
OBJECTED = ThirdPartyAnswered(on=LATER, who=FIRM, opinion=Opinion.OBJECTS)
# what has happened before, and the event that the letter goes with
STORIES: dict[LetterKind, tuple[Event, ...]] = {
    LetterKind.REGISTRATION: (Registered(on=CAME),),
    LetterKind.RECEIPT: (),
    LetterKind.SUPPLEMENT: (SupplementRequested(on=DAY, until=UNTIL),),
    LetterKind.REASONS: (ReasonsAsked(on=DAY, until=UNTIL),),
    LetterKind.EXTENSION: (Extended(on=LATER, days=20),),
    LetterKind.POSTPONEMENT: (
        ReasonsAsked(on=DAY, until=UNTIL),
        ReasonsGiven(on=LATER),
        Postponed(on=LATER, until=date(2026, 5, 15)),
    ),
    LetterKind.THIRD_PARTY: (ASKED,),
    LetterKind.OPINION_FORM: (ASKED,),
    LetterKind.CONSULTATION_NOTICE: (ASKED,),
    LetterKind.THIRD_PARTY_TOLD: (ASKED, OBJECTED, ThirdPartyTold(on=LATER, who=FIRM)),
    LetterKind.ORGAN: (OrganAsked(on=DAY, who="某某县水利局"),),
    LetterKind.OFFICE: (OfficeAsked(on=DAY, who="村镇建设办公室"),),
    LetterKind.FEE: (FeeNotified(on=LATER, amount=COST.amount),),
    LetterKind.ANSWER: (Decided(on=LATER, outcomes=(Outcome.NOT_FOUND, Outcome.PETITION)),),
    LetterKind.PARTIAL: (Decided(on=LATER, outcomes=(Outcome.GRANTED, Outcome.PROCESS)),),
    LetterKind.ABANDONED: (
        SupplementRequested(on=DAY, until=LATER),
        Abandoned(on=date(2026, 3, 25)),
    ),
    LetterKind.TRANSFERRED: (Transferred(on=DAY, who="某某县自然资源和规划局"),),
}
FIRST_OUTCOME = {kind: outcome for outcome, kind in reversed(ANSWERED_BY.items())}


def story_of(kind: LetterKind) -> tuple[Event, ...]:
    known = STORIES.get(kind)
    return known if known is not None else (Decided(on=LATER, outcomes=(FIRST_OUTCOME[kind],)),)


def specimen(township: Township, kind: LetterKind, wording: Wording) -> Composed:
    record = (RECEIVED, *story_of(kind))
    application = _application(township)
    return composed(
        Material(
            application=application,
            applicant=_applicant(township, application),
            parts=("施工合同", "竣工结算书"),
            record=record,
            calendar=current_calendar(),
            rules=rules_of(township),
            kind=kind,
            event=record[-1],
            on=record[-1].on,
            words=WORDS,
            fee_steps=tuple(COST.explanation),
        ),
        wording,
    )


def _application(township: Township) -> Application:
    return Application(
        township=township,
        number="SQ2026-0012",
        channel=Channel.COUNTER.value,
        came_on=CAME,
        applicant_kind="citizen",
        subject="某某村通组路硬化工程施工合同",
        description="某某村2025年通组路硬化工程的施工合同和竣工结算书",
        supply_form="paper",
        delivery="post",
    )


def _applicant(township: Township, application: Application) -> Applicant:
    return Applicant(
        township=township,
        application=application,
        name="张某某",
        phone="0559-7000000",
        address="某某村三组",
    )
