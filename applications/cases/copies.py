"""The copies on an application, for finding and sorting; computed from its record."""

from datetime import date

from applications.cases.case import Case
from applications.cases.models import Application
from applications.decisions.outcomes import Outcome, combined
from applications.procedure.due import Due, DueKind
from applications.procedure.facts import Facts
from applications.procedure.year_end import first_year_end
from applications.rules.models import rules_of
from portal.core.workdays.limits import deadline

COPIED = (
    "state",
    "received_on",
    "due_on",
    "due_provisional",
    "next_due_on",
    "next_due_kind",
    "answered_on",
    "outcome",
    "ended_on",
    "ended_as",
)


def write_copies(case: Case, on: date) -> Application:
    """Set what `case` computes on the day `on`; saved."""
    application, standing = case.application, case.standing
    if standing is None:
        _await_confirmation(case)
    else:
        application.state = standing.state.value
        application.received_on = standing.facts.received.on
        application.due_on = standing.due
        application.due_provisional = standing.provisional
        application.answered_on = standing.answered_on
        application.outcome = outcome_of(standing.facts)
        _end(application, first_year_end(case.record))
        _next(application, case.deadlines(on))
    application.save(update_fields=COPIED)
    return application


def _await_confirmation(case: Case) -> None:
    application = case.application
    own = rules_of(application.township).own_limits
    application.next_due_on = deadline(application.came_on, own.receipt_check, case.calendar).due
    application.next_due_kind = DueKind.RECEIPT_CHECK.value


def _end(application: Application, facts: Facts | None) -> None:
    application.ended_on = facts.ended_on if facts else None
    application.ended_as = outcome_of(facts) if facts else ""


def _next(application: Application, open_ones: list[Due]) -> None:
    first = open_ones[0] if open_ones else None
    application.next_due_on = first.on if first else None
    application.next_due_kind = first.kind.value if first else ""


def outcome_of(facts: Facts) -> str:
    """How it ended, as the annual report counts it, what was taken back among 其他; "" while it
    hasn't."""
    if facts.decided:
        return combined(facts.decided.outcomes or (Outcome.OTHER,)).value
    if facts.abandoned:
        unpaid = facts.fee is not None and facts.paid_on is None
        return (Outcome.NOT_PAID if unpaid else Outcome.NOT_SUPPLEMENTED).value
    return Outcome.OTHER.value if facts.withdrawn else ""
