"""Everything that a township published, made not public: one way for each reason there is."""

from collections.abc import Callable
from datetime import timedelta

from disclosures.catalogue.models import CatalogueEntry
from disclosures.items.models import Disclosure, Edition
from disclosures.items.states import State
from disclosures.questions.models import Question
from disclosures.questions.states import State as Asked
from disclosures.registers.models import RegisterEntry
from disclosures.warnings.models import EmergencyWarning
from finance.ledger.models import Period
from finance.ledger.states import State as Book
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township
from portal.reports.annual.models import AnnualReport
from portal.reports.board.models import Board
from portal.reports.plan.models import WorkPlan
from portal.reports.summary.models import WorkSummary


def withdraw(town: Township) -> None:
    now, today = clock.now(), clock.today()
    Disclosure.objects.of(town).update(withdrawn_at=now)
    EmergencyWarning.objects.of(town).update(withdrawn_at=now)
    Question.objects.of(town).update(state=Asked.WITHDRAWN)
    RegisterEntry.objects.of(town).update(removed_on=today)


def expire(town: Township) -> None:
    Disclosure.objects.of(town).filter(live__isnull=False).update(
        withdrawn_at=None, repealed_on=clock.today()
    )
    Edition.objects.of(town).update(down_at=clock.now())
    RegisterEntry.objects.of(town).update(removal_on=clock.today())
    hours = [clock.now() - timedelta(hours=hours) for hours in (2, 1)]
    EmergencyWarning.objects.of(town).update(starts_at=hours[0], ends_at=hours[1])


def postpone(town: Township) -> None:
    later = clock.now() + timedelta(hours=1)
    Disclosure.objects.of(town).update(published_at=later)
    EmergencyWarning.objects.of(town).update(issued_at=later)
    Question.objects.of(town).update(published_at=later)
    RegisterEntry.objects.of(town).update(listed_on=clock.today() + timedelta(days=1))


def take_back_to_drafts(town: Township) -> None:
    Disclosure.objects.of(town).update(live=None)
    Edition.objects.of(town).exclude(state=State.SUPERSEDED).delete()
    EmergencyWarning.objects.of(town).update(issued_at=None)
    Question.objects.of(town).update(state=Asked.DRAFTED)
    RegisterEntry.objects.of(town).update(listed_on=None)
    Period.objects.of(town).update(state=Book.CHECKED)
    for paper in (AnnualReport, WorkPlan, WorkSummary):
        paper.objects.of(town).update(issued_at=None)
    Board.objects.of(town).update(active=False)
    Organisation.objects.of(town).update(active=False)
    CatalogueEntry.objects.of(town).update(active=False)


WAYS: dict[str, Callable[[Township], None]] = {
    "withdrawn": withdraw,
    "over": expire,
    "not yet": postpone,
    "draft": take_back_to_drafts,
}
# which of them can't be withdrawn, and have no end
LASTING = {
    *("catalogue", "organisations", "villages", "notice-boards", "annual-reports"),
    *("plan-measures", "summary-figures"),
    *("ledger-entries", "ledger-periods", "ledger-balances"),
}
ENDLESS = LASTING | {"warnings", "warning-updates", "questions"}
EXCEPTIONS = {"withdrawn": LASTING, "over": ENDLESS, "not yet": LASTING, "draft": set[str]()}
# figures without a word of anybody's
COUNTED = {"application-statistics", "schedule"}
