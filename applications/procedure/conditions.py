"""What must hold before an event, beyond its state: a Chinese sentence with the article."""

from datetime import date
from functools import singledispatch

from applications.decisions.outcomes import release_something
from applications.procedure.clock import full_period
from applications.procedure.events import (
    Abandoned,
    Closed,
    Decided,
    Event,
    Extended,
    FeeNotified,
    FeePaid,
    OfficeAnswered,
    OfficeAsked,
    OrganAnswered,
    OrganAsked,
    Postponed,
    ReasonsAsked,
    ReasonsGiven,
    Registered,
    Served,
    SupplementReceived,
    SupplementRequested,
    ThirdPartyAnswered,
    ThirdPartyAsked,
    ThirdPartyTold,
)
from applications.procedure.facts import Facts
from applications.procedure.folding import open_at_office, open_with, untold
from applications.procedure.limits import LONGEST_EXTENSION, PAYMENT, SUPPLEMENT_NOTICE
from applications.procedure.pauses import answer_by
from applications.procedure.words import day
from portal.core.workdays.days import WorkCalendar
from portal.core.workdays.limits import deadline


@singledispatch
def condition(event: Event, facts: Facts, calendar: WorkCalendar) -> str | None:
    """Most events ask for nothing but their state."""
    return None


def _before(until: date | None, on: date, what: str) -> str | None:
    if until is not None and until <= on:
        return f"{what}{day(until)}应晚于{day(on)}，请核对。"
    return None


def _too_late(facts: Facts, on: date, calendar: WorkCalendar, what: str) -> str | None:
    due = full_period(facts, calendar).due
    if due is not None and on > due:
        return f"答复期限已于{day(due)}届满，{what}应当在期限内。"
    return None


@condition.register
def _(event: Registered, facts: Facts, calendar: WorkCalendar) -> str | None:
    return "已经核对登记过（条例第四十五条）。" if facts.registered else None


@condition.register
def _(event: SupplementRequested, facts: Facts, calendar: WorkCalendar) -> str | None:
    if facts.supplement:
        return (
            f"已于{day(facts.supplement.on)}告知过补正，补正只能一次性告知（条例第三十条）；"
            "补正后仍不明确的，据此作出答复。"
        )
    last = deadline(facts.received.on, SUPPLEMENT_NOTICE, calendar).due
    if event.on > last:
        return (
            f"补正应当在收到申请之日起{SUPPLEMENT_NOTICE}内一次性告知，"
            f"最晚{day(last)}，{day(event.on)}已超过（条例第三十条）。"
        )
    return _before(event.until, event.on, "补正期限（条例第三十条）")


@condition.register
def _(event: SupplementReceived, facts: Facts, calendar: WorkCalendar) -> str | None:
    until = facts.supplement.until if facts.supplement else None
    if until and event.on > until and not event.excuse:
        return (
            f"补正期限已于{day(until)}届满；申请人有正当理由的，请写明理由，"
            "没有的视为放弃申请（条例第三十条）。"
        )
    return None


@condition.register
def _(event: ThirdPartyAsked, facts: Facts, calendar: WorkCalendar) -> str | None:
    if event.who and open_with(facts, event.who, third_party=True):
        return f"已向{event.who}发出征求意见书，尚未答复，不能重复征求（条例第三十二条）。"
    return None


@condition.register
def _(event: OrganAsked, facts: Facts, calendar: WorkCalendar) -> str | None:
    if event.who and open_with(facts, event.who, third_party=False):
        return f"已征求{event.who}的意见，尚未答复，不能重复征求（条例第三十四条）。"
    return None


@condition.register
def _(event: ThirdPartyAnswered, facts: Facts, calendar: WorkCalendar) -> str | None:
    if open_with(facts, event.who, third_party=True):
        return None
    return f"没有尚待{event.who or '第三方'}答复的征求意见，请先登记征求（条例第三十二条）。"


@condition.register
def _(event: OrganAnswered, facts: Facts, calendar: WorkCalendar) -> str | None:
    if open_with(facts, event.who, third_party=False):
        return None
    return f"没有尚待{event.who or '其他机关'}答复的征求意见，请先登记征求（条例第三十四条）。"


@condition.register
def _(event: ThirdPartyTold, facts: Facts, calendar: WorkCalendar) -> str | None:
    if untold(facts, event.who):
        return None
    return f"没有征求过{event.who or '第三方'}的意见，或者已经告知过（条例第三十二条）。"


@condition.register
def _(event: OfficeAsked, facts: Facts, calendar: WorkCalendar) -> str | None:
    if event.who and open_at_office(facts, event.who):
        return f"已交{event.who}会商，尚未答复，不能重复交办（条例第四十五条）。"
    return _before(event.until, event.on, "会商答复期限")


@condition.register
def _(event: OfficeAnswered, facts: Facts, calendar: WorkCalendar) -> str | None:
    if open_at_office(facts, event.who):
        return None
    return f"没有尚待{event.who or '站所'}答复的会商，请先登记交办（条例第四十五条）。"


@condition.register
def _(event: Extended, facts: Facts, calendar: WorkCalendar) -> str | None:
    if facts.extension:
        return f"已于{day(facts.extension.on)}延期过，只能延期一次（条例第三十三条）。"
    if not 1 <= event.days <= LONGEST_EXTENSION:
        return f"延期{event.days}个工作日不行，应为1至{LONGEST_EXTENSION}个（条例第三十三条）。"
    return _too_late(facts, event.on, calendar, "延期并告知申请人（条例第三十三条）")


@condition.register
def _(event: ReasonsAsked, facts: Facts, calendar: WorkCalendar) -> str | None:
    if facts.reasons:
        return "已经要求申请人说明过理由（条例第三十五条）。"
    return _before(event.until, event.on, "说明理由的期限（条例第三十五条）")


@condition.register
def _(event: ReasonsGiven, facts: Facts, calendar: WorkCalendar) -> str | None:
    if facts.reasons and not facts.reasons_given:
        return None
    return "没有要求过申请人说明理由，或者已经收到（条例第三十五条）。"


@condition.register
def _(event: Postponed, facts: Facts, calendar: WorkCalendar) -> str | None:
    if not (facts.reasons_given and facts.reasons_given.good):
        return "申请人说明的理由合理，才能确定延迟答复的期限（条例第三十五条）。"
    if facts.postponed:
        return f"已告知延迟至{day(facts.postponed.until)}答复，不能再次延迟（条例第三十五条）。"
    due = full_period(facts, calendar).due
    if due and event.until <= due:
        return f"延迟答复的日期应晚于现在的期限{day(due)}（条例第三十五条）。"
    return _too_late(facts, event.on, calendar, "确定延迟答复并告知申请人（条例第三十五条）")


@condition.register
def _(event: FeeNotified, facts: Facts, calendar: WorkCalendar) -> str | None:
    if facts.fee:
        return f"已于{day(facts.fee.on)}通知过缴费，一件申请只通知一次（条例第四十二条）。"
    if event.amount is not None and event.amount <= 0:
        return "应收金额为0元，不需要发收费通知（条例第四十二条）。"
    return _too_late(facts, event.on, calendar, "收费通知（条例第四十二条）")


@condition.register
def _(event: FeePaid, facts: Facts, calendar: WorkCalendar) -> str | None:
    last = deadline(facts.fee.on, PAYMENT, calendar).due if facts.fee else None
    if last and event.on > last:
        return (
            f"缴费应当在收到通知次日起{PAYMENT}内，最晚{day(last)}，{day(event.on)}已超过，"
            "视为放弃申请（条例第四十二条）。"
        )
    return None


@condition.register
def _(event: Decided, facts: Facts, calendar: WorkCalendar) -> str | None:
    """Silence leaves the decision to the organ (art. 32), but only after its 15 working days."""
    if event.outcomes and not release_something(event.outcomes):
        return None
    for one in facts.consultations:
        last = answer_by(one, calendar).due
        if one.third_party and one.open and event.on <= last:
            return (
                f"{one.named}尚未答复，{day(last)}期满后才能自行决定是否公开（条例第三十二条）；"
                "不涉及公开的，请写明处理结果。"
            )
    return None


@condition.register
def _(event: Abandoned, facts: Facts, calendar: WorkCalendar) -> str | None:
    if facts.awaits_supplement and facts.supplement:
        return _not_over(facts.supplement.until, event.on, "补正期限", "第三十条")
    if facts.awaits_payment and facts.fee:
        last = deadline(facts.fee.on, PAYMENT, calendar).due
        return _not_over(last, event.on, "缴费期限", "第四十二条")
    return None


def _not_over(until: date | None, on: date, what: str, article: str) -> str | None:
    if until is None:
        return f"没有写明{what}，不能认定逾期（条例{article}）。"
    if on <= until:
        return f"{what}到{day(until)}才届满，还不能视为放弃（条例{article}）。"
    return None


@condition.register
def _(event: Served, facts: Facts, calendar: WorkCalendar) -> str | None:
    return "已经登记过送达（条例第四十五条）。" if facts.served else None


@condition.register
def _(event: Closed, facts: Facts, calendar: WorkCalendar) -> str | None:
    if facts.decided and not facts.served:
        return "答复尚未送达，请先登记送达再结案（条例第四十五条）。"
    return None
