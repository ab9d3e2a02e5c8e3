"""What happened goes on record: lawful, by the right person, by two where the law asks for it."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from applications.cases.case import case_of
from applications.cases.models import Application
from applications.cases.record_event import record_event
from applications.cases.take_in import register
from applications.decisions.outcomes import Outcome
from applications.procedure.channels import Channel
from applications.procedure.events import (
    Decided,
    Extended,
    Registered,
    Served,
    SupplementReceived,
    SupplementRequested,
)
from disclosures.flow.refusal import CannotMove
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from tests import factories
from tests.applications.cases.test_take_in import wanted
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(cast: Cast) -> Staff:
    return factories.staff(cast.office, Role.OFFICER)


@pytest.fixture
def head(cast: Cast) -> Staff:
    return factories.staff(cast.office, Role.HEAD)


@pytest.fixture
def application(cast: Cast, officer: Staff) -> Application:
    return register(cast.town, wanted(), Channel.COUNTER, date(2026, 9, 24), by=officer).application


def fresh(application: Application) -> Application:
    return Application.objects.get(pk=application.pk)


def test_an_event_moves_the_copies(application: Application, officer: Staff) -> None:
    asked = SupplementRequested(on=date(2026, 9, 28), until=date(2026, 10, 20))
    record_event(application, asked, by=officer)
    found = fresh(application)
    assert (found.state, found.due_on) == ("awaiting_supplement", None)
    assert found.next_due_on == date(2026, 10, 20)


def test_the_applicant_may_only_do_what_is_theirs(application: Application, officer: Staff) -> None:
    record_event(application, SupplementRequested(on=date(2026, 9, 28)), by=officer)
    record_event(application, SupplementReceived(on=date(2026, 9, 30)), by=None)
    assert fresh(application).state == "in_hand"
    with pytest.raises(PermissionDenied):
        record_event(application, Registered(on=date(2026, 9, 30)), by=None)


def test_an_unlawful_event_is_refused_with_its_reason(
    application: Application, officer: Staff
) -> None:
    with pytest.raises(CannotMove, match="已答复|办理中"):
        record_event(application, Served(on=date(2026, 9, 28)), by=officer)
    assert application.events.count() == 1


def test_an_extension_needs_a_drafter_and_the_head(
    application: Application, officer: Staff, head: Staff
) -> None:
    longer = Extended(on=date(2026, 10, 20), days=20)
    with pytest.raises(PermissionDenied, match="负责人同意"):
        record_event(application, longer, by=officer, drafted_by=head)
    with pytest.raises(CannotMove, match="不能一人办完"):
        record_event(application, longer, by=head, drafted_by=head)
    record_event(application, longer, by=head, drafted_by=officer)
    assert fresh(application).due_on == date(2026, 11, 26)


def test_an_answer_is_copied_with_its_outcome(
    application: Application, officer: Staff, head: Staff
) -> None:
    answer = Decided(on=date(2026, 10, 9), outcomes=(Outcome.GRANTED, Outcome.NOT_FOUND))
    record_event(application, answer, by=head, drafted_by=officer)
    found = fresh(application)
    assert (found.state, found.outcome) == ("answered", "partial")
    assert found.answered_on == date(2026, 10, 9)
    assert case_of(found).standing.answered_in_time


def test_a_recorded_event_is_never_changed(application: Application) -> None:
    row = application.events.get()
    row.remark = "改"
    with pytest.raises(TypeError):
        row.save()
