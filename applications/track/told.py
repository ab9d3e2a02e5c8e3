"""How an application stands, in words for the one who applied: true, and without jargon."""

from dataclasses import dataclass
from datetime import date, datetime

from applications.cases.case import Case
from applications.cases.models import CaseFile
from applications.decisions.outcomes import Outcome
from applications.letters.models import Letter
from applications.procedure.deadlines import open_deadlines
from applications.procedure.due import Due, DueKind
from applications.procedure.events import (
    Event,
    OfficeAnswered,
    OfficeAsked,
    ReasonsGiven,
    Withdrawn,
)
from applications.procedure.record import in_effect
from applications.procedure.standing import Standing, standing_of
from applications.procedure.states import State
from applications.procedure.words import day
from applications.track.unnamed import unnamed
from disclosures.items.models import Disclosure

# what the offices of the township ask each other is no step of the applicant's
INTERNAL = (OfficeAsked, OfficeAnswered)
REMEDIES = (DueKind.REVIEW, DueKind.LAWSUIT, DueKind.APPEAL)
CONFIRMED_BY = "工作人员会在{on}前和您确认收到申请，答复期限从确认的第二天起算。"
LATE = "答复期限是{due}，现在已经超过，很抱歉。您可以打电话催办，也可以申请行政复议。"
NO_LONGER = "因为没有在期限内补正或者缴费，这件申请不再办理。仍然需要的，可以重新申请。"
WITHDRAWN = "您已经撤回，这件申请不再办理。仍然需要的，可以重新申请。"
OUTSIDE = "正在等待复议机关或者法院的结果。"
WAITS_FOR = {
    State.AWAITING_SUPPLEMENT: DueKind.SUPPLEMENT,
    State.AWAITING_PAYMENT: DueKind.PAYMENT,
    State.AWAITING_REASONS: DueKind.REASONS,
}
SENTENCES = {
    State.AWAITING_SUPPLEMENT: (
        "请您{by}把要补的内容写清楚。收到以后，答复期限重新计算；不补的，不再办理。"
    ),
    State.AWAITING_PAYMENT: (
        "请{by}按收费通知缴费。缴费的第二天起，答复期限重新计算；逾期不缴，不再办理。"
    ),
    State.AWAITING_REASONS: "您申请的数量或次数较多，请{by}说明理由。",
    State.CONSULTING: "正在征求第三方或者其他机关的意见，这段时间不算在答复期限里。",
    State.ABANDONED: NO_LONGER,
    State.WITHDRAWN: WITHDRAWN,
    State.UNDER_REVIEW: OUTSIDE,
    State.IN_COURT: OUTSIDE,
    State.REDOING: "按复议决定或者判决重新办理。",
}


@dataclass(frozen=True)
class Told:
    """The page: a head, a sentence, what may be done now, what has happened, how it is counted."""

    head: str
    sentence: str
    standing: Standing | None
    events: tuple[Event, ...]
    may_supplement: bool
    may_give_reasons: bool
    may_withdraw: bool
    outcomes: tuple[Outcome, ...]
    remedies: tuple[Due, ...]
    files: tuple[CaseFile, ...]
    letters: tuple[Letter, ...]
    page: Disclosure | None
    late: bool


def told_of(case: Case, today: date, at: datetime) -> Told:
    """What the holder of the code reads. Seven queries."""
    record = unnamed(case.record)
    standing = standing_of(record, case.calendar) if record else None
    lawful = {move.kind for move in case.moves(today) if move.lawful}
    state = standing.state if standing else None
    head, sentence = _sentence(case, standing, today)
    return Told(
        head=head,
        sentence=sentence,
        standing=standing,
        events=tuple(_steps(record)),
        may_supplement=state is State.AWAITING_SUPPLEMENT,
        may_give_reasons=state is State.AWAITING_REASONS and ReasonsGiven in lawful,
        may_withdraw=Withdrawn in lawful,
        outcomes=standing.facts.decided.outcomes if standing and standing.facts.decided else (),
        remedies=_remedies(case, standing, today),
        files=tuple(case.application.files.filter(shared=True).order_by("pk")),
        letters=_letters(case),
        page=_page(case, at),
        late=standing is not None and standing.overdue(today),
    )


def _steps(record: list[Event]) -> list[Event]:
    events = [entry.event for entry in in_effect(record)]
    return [event for event in events if not isinstance(event, INTERNAL)]


def _sentence(case: Case, standing: Standing | None, today: date) -> tuple[str, str]:
    if standing is None:
        on = case.application.next_due_on or today
        return "等待确认收到", CONFIRMED_BY.format(on=day(on))
    if standing.overdue(today) and standing.due:
        return "正在办理，已经迟了", LATE.format(due=day(standing.due))
    return standing.state.label, _of_state(case, standing, today)


def _of_state(case: Case, standing: Standing, today: date) -> str:
    facts, state = standing.facts, standing.state
    if state in (State.ANSWERED, State.CLOSED):
        if facts.decided:
            return f"{day(facts.decided.on)}已经答复，文书可以在下面下载。"
        return WITHDRAWN if facts.withdrawn else NO_LONGER
    asked = open_deadlines(facts, case.calendar, today)
    until = next((due.on for due in asked if due.kind is WAITS_FOR.get(state)), None)
    by = f"在{day(until)}前" if until else "尽快"
    return SENTENCES.get(state, "").format(by=by) + _answer_by(standing)


def _answer_by(standing: Standing) -> str:
    if standing.due is None or standing.facts.ended:
        return ""
    maybe = "（暂定，放假安排公布后确定）" if standing.provisional else ""
    return f"最晚{day(standing.due)}{maybe}答复。"


def _remedies(case: Case, standing: Standing | None, today: date) -> tuple[Due, ...]:
    if standing is None:
        return ()
    found = open_deadlines(standing.facts, case.calendar, today)
    return tuple(due for due in found if due.kind in REMEDIES)


def _letters(case: Case) -> tuple[Letter, ...]:
    """Those to the applicant, the latest first; what was forgotten can't be taken away."""
    kept = case.application.letters.filter(shared=True).exclude(pdf="")
    return tuple(kept.defer("text", "addressee").order_by("-pk"))


def _page(case: Case, at: datetime) -> Disclosure | None:
    """The answer turned into active disclosure, while it is public."""
    key = case.application.answered_by_item_id
    public = Disclosure.objects.public(case.application.township, at)
    return public.filter(pk=key).first() if key else None
