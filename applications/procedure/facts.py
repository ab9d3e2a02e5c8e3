"""What the events of an application amount to, before any calendar is asked."""

from dataclasses import dataclass
from datetime import date

from applications.procedure.events import (
    Abandoned,
    Closed,
    Decided,
    Extended,
    FeeNotified,
    LawsuitDecided,
    LawsuitFiled,
    OfficeAsked,
    Opinion,
    Postponed,
    ReasonsAsked,
    ReasonsGiven,
    Received,
    ReviewDecided,
    ReviewFiled,
    Served,
    SupplementRequested,
    Withdrawn,
)
from applications.procedure.states import State


@dataclass(frozen=True)
class Consultation:
    """A third party or another organ that was asked."""

    third_party: bool
    who: str
    asked_on: date
    answered_on: date | None = None
    opinion: Opinion | None = None
    told: bool = False

    @property
    def open(self) -> bool:
        return self.answered_on is None

    @property
    def named(self) -> str:
        return self.who or ("第三方" if self.third_party else "其他机关")


@dataclass(frozen=True)
class OfficeQuestion:
    asked: OfficeAsked
    answered_on: date | None = None


@dataclass(frozen=True)
class Remedies:
    """Reviews and lawsuits against one decision, or against there being none."""

    review: ReviewFiled | None = None
    reviewed: ReviewDecided | None = None
    lawsuits: tuple[LawsuitFiled, ...] = ()
    judged: tuple[LawsuitDecided, ...] = ()

    @property
    def in_review(self) -> bool:
        return self.review is not None and self.reviewed is None and not self.lawsuits

    @property
    def in_court(self) -> bool:
        return len(self.lawsuits) > len(self.judged)

    @property
    def used(self) -> bool:
        return self.review is not None or bool(self.lawsuits)


@dataclass(frozen=True)
class Facts:
    """The events folded. `runs_from` is the day after which the answer's days are counted: that
    of the receipt, or of what restarted the period."""

    received: Received
    runs_from: date
    runs_since: str
    steps: int = 1
    registered: bool = False
    supplement: SupplementRequested | None = None
    supplemented: bool = False
    consultations: tuple[Consultation, ...] = ()
    offices: tuple[OfficeQuestion, ...] = ()
    extension: Extended | None = None
    reasons: ReasonsAsked | None = None
    reasons_given: ReasonsGiven | None = None
    postponed: Postponed | None = None
    fee: FeeNotified | None = None
    paid_on: date | None = None
    decided: Decided | None = None
    served: Served | None = None
    abandoned: Abandoned | None = None
    withdrawn: Withdrawn | None = None
    closed: Closed | None = None
    redo_until: date | None = None
    redo_since: date | None = None
    remedies: Remedies = Remedies()

    @property
    def awaits_supplement(self) -> bool:
        return self.supplement is not None and not self.supplemented

    @property
    def awaits_payment(self) -> bool:
        return self.fee is not None and self.paid_on is None

    @property
    def extra_days(self) -> int:
        return self.extension.days if self.extension else 0

    @property
    def ended(self) -> bool:
        """There is nothing left to answer, unless a review or judgment reopens it."""
        return any((self.decided, self.abandoned, self.withdrawn))

    @property
    def ended_on(self) -> date | None:
        act = self.decided or self.abandoned or self.withdrawn
        return act.on if act else None

    @property
    def settled_on(self) -> date | None:
        """The day of the act against which remedies run."""
        act = self.decided or self.abandoned
        return act.on if act else None

    @property
    def state(self) -> State:
        return self._after_the_answer() if self.ended else self._before_the_answer()

    def _after_the_answer(self) -> State:
        if self.remedies.in_court:
            return State.IN_COURT
        if self.remedies.in_review:
            return State.UNDER_REVIEW
        if self.closed:
            return State.CLOSED
        if self.withdrawn:
            return State.WITHDRAWN
        return State.ANSWERED if self.decided else State.ABANDONED

    def _before_the_answer(self) -> State:
        if self.redo_until:
            return State.REDOING
        if self.awaits_supplement:
            return State.AWAITING_SUPPLEMENT
        if self.awaits_payment:
            return State.AWAITING_PAYMENT
        if any(one.open for one in self.consultations):
            return State.CONSULTING
        if self.reasons and not self.reasons_given:
            return State.AWAITING_REASONS
        return State.IN_HAND
