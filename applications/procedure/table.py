"""Which events a state allows at all. Conditions of each stand in conditions.py."""

from applications.procedure.events import (
    Abandoned,
    Closed,
    Decided,
    Event,
    Extended,
    FeeNotified,
    FeePaid,
    LawsuitDecided,
    LawsuitFiled,
    OfficeAnswered,
    OfficeAsked,
    OrganAnswered,
    OrganAsked,
    Postponed,
    ReasonsAsked,
    ReasonsGiven,
    Registered,
    ReviewDecided,
    ReviewFiled,
    Served,
    SupplementReceived,
    SupplementRequested,
    ThirdPartyAnswered,
    ThirdPartyAsked,
    ThirdPartyTold,
    Transferred,
    Withdrawn,
)
from applications.procedure.states import State

Kinds = frozenset[type[Event]]

ANSWERS: Kinds = frozenset({ThirdPartyAnswered, OrganAnswered, OfficeAnswered})
REMEDIES: Kinds = frozenset({ReviewFiled, ReviewDecided, LawsuitFiled, LawsuitDecided})
AT_WORK: Kinds = (
    frozenset(
        {
            Registered,
            ThirdPartyAsked,
            ThirdPartyTold,
            OrganAsked,
            OfficeAsked,
            Transferred,
            Decided,
            Withdrawn,
        }
    )
    | ANSWERS
    | REMEDIES
)
PERIOD: Kinds = frozenset(
    {SupplementRequested, Extended, ReasonsAsked, ReasonsGiven, Postponed, FeeNotified}
)
WAITING: Kinds = ANSWERS | {Registered, OfficeAsked, Abandoned, Withdrawn} | REMEDIES

LAWFUL: dict[State, Kinds] = {
    State.IN_HAND: AT_WORK | PERIOD,
    State.CONSULTING: AT_WORK | PERIOD,
    State.AWAITING_REASONS: AT_WORK | PERIOD,
    State.AWAITING_SUPPLEMENT: WAITING | {SupplementReceived},
    State.AWAITING_PAYMENT: WAITING | {FeePaid},
    State.REDOING: AT_WORK,
    State.ANSWERED: frozenset({Served, ThirdPartyTold, ReviewFiled, LawsuitFiled, Closed}),
    State.ABANDONED: frozenset({Served, ReviewFiled, LawsuitFiled, Closed}),
    State.WITHDRAWN: frozenset({Closed}),
    State.UNDER_REVIEW: frozenset({Served, ThirdPartyTold, ReviewDecided, LawsuitFiled}),
    State.IN_COURT: frozenset({Served, ThirdPartyTold, LawsuitDecided}),
    State.CLOSED: frozenset({ReviewFiled, LawsuitFiled}),
}

# what is said where a state doesn't allow an event for a reason that people ask about
REASONS: dict[tuple[State, type[Event]], str] = {
    (State.AWAITING_SUPPLEMENT, SupplementRequested): (
        "已经告知过补正，补正只能一次性告知（条例第三十条）。"
    ),
    (State.AWAITING_SUPPLEMENT, Decided): (
        "申请内容尚待补正，收到补正后才能作出答复；逾期不补正的，登记“视为放弃”（条例第三十条）。"
    ),
    (State.AWAITING_SUPPLEMENT, ThirdPartyAsked): (
        "申请内容尚待补正，内容明确后才能征求第三方意见（条例第三十条、第三十二条）。"
    ),
    (State.AWAITING_SUPPLEMENT, Extended): (
        "正在等待补正，期限没有计算，不需要延期（条例第三十条、第三十三条）。"
    ),
    (State.AWAITING_PAYMENT, FeeNotified): "已经通知过缴费，一件申请只通知一次（条例第四十二条）。",
    (State.AWAITING_PAYMENT, Decided): (
        "已通知缴费，收到缴费后才能作出答复；逾期不缴费的，登记“视为放弃”（条例第四十二条）。"
    ),
    (State.AWAITING_PAYMENT, Extended): (
        "正在等待缴费，期限没有计算，不需要延期（条例第三十三条、第四十二条）。"
    ),
    (State.REDOING, Extended): (
        "重新答复的期限由复议决定或者判决指定，不能自行延期（条例第三十三条）。"
    ),
    (
        State.ANSWERED,
        Decided,
    ): "已经作出答复；要改正答复，请更正登记或者重新办理（条例第三十三条）。",
    (State.ANSWERED, Extended): "已经答复，不能再延期（条例第三十三条）。",
    (State.ANSWERED, SupplementRequested): "已经答复，不能再要求补正（条例第三十条）。",
}


def refused_by_state(state: State, kind: type[Event]) -> str | None:
    """Why `state` doesn't allow `kind`; None where it does."""
    if kind in LAWFUL[state]:
        return None
    return REASONS.get((state, kind)) or (
        f"{_article(kind)}现在的状态是“{state.label}”，不能登记“{kind.label}”。"
    )


def _article(kind: type[Event]) -> str:
    article = ARTICLES.get(kind)
    return f"按照条例{article}，" if article else ""


ARTICLES: dict[type[Event], str] = {
    SupplementRequested: "第三十条",
    SupplementReceived: "第三十条",
    ThirdPartyAsked: "第三十二条",
    ThirdPartyAnswered: "第三十二条",
    ThirdPartyTold: "第三十二条",
    OrganAsked: "第三十四条",
    OrganAnswered: "第三十四条",
    Extended: "第三十三条",
    ReasonsAsked: "第三十五条",
    ReasonsGiven: "第三十五条",
    Postponed: "第三十五条",
    FeeNotified: "第四十二条",
    FeePaid: "第四十二条",
    Decided: "第三十三条",
    Abandoned: "第三十条、第四十二条",
    Transferred: "第三十六条",
    Registered: "第四十五条",
    OfficeAsked: "第四十五条",
    OfficeAnswered: "第四十五条",
    Served: "第四十五条",
    Closed: "第四十五条",
    ReviewFiled: "第五十一条",
    ReviewDecided: "第五十一条",
    LawsuitFiled: "第五十一条",
    LawsuitDecided: "第五十一条",
}
