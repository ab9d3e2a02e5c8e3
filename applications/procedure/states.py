"""Where an application stands."""

from enum import StrEnum


class State(StrEnum):
    IN_HAND = "in_hand"
    AWAITING_SUPPLEMENT = "awaiting_supplement"
    CONSULTING = "consulting"
    AWAITING_REASONS = "awaiting_reasons"
    AWAITING_PAYMENT = "awaiting_payment"
    ANSWERED = "answered"
    ABANDONED = "abandoned"
    WITHDRAWN = "withdrawn"
    UNDER_REVIEW = "under_review"
    IN_COURT = "in_court"
    REDOING = "redoing"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return LABELS[self]

    @property
    def running(self) -> bool:
        """The township owes an answer, and the clock runs or is paused."""
        return self in RUNNING

    @property
    def awaits_applicant(self) -> bool:
        """The clock stands still until the applicant does something."""
        return self in (State.AWAITING_SUPPLEMENT, State.AWAITING_PAYMENT)

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(state.value, state.label) for state in cls]


LABELS = {
    State.IN_HAND: "办理中",
    State.AWAITING_SUPPLEMENT: "等待申请人补正",
    State.CONSULTING: "征求意见中",
    State.AWAITING_REASONS: "等待申请人说明理由",
    State.AWAITING_PAYMENT: "等待申请人缴费",
    State.ANSWERED: "已答复",
    State.ABANDONED: "视为放弃，不再处理",
    State.WITHDRAWN: "申请人已撤回",
    State.UNDER_REVIEW: "行政复议中",
    State.IN_COURT: "行政诉讼中",
    State.REDOING: "重新办理中",
    State.CLOSED: "已结案",
}
RUNNING = frozenset({State.IN_HAND, State.CONSULTING, State.AWAITING_REASONS, State.REDOING})
