"""Whatever lawfully happens, what is copied is what the record computes."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from applications.cases.case import case_of
from applications.cases.copies import COPIED, outcome_of, write_copies
from applications.cases.models import Application
from applications.cases.record_event import record_event
from applications.cases.take_in import register
from applications.decisions.outcomes import Outcome
from applications.procedure.channels import Channel
from applications.procedure.events import Decided, Event, Extended, Postponed
from applications.procedure.lawful import lawful_moves
from portal.core import clock
from portal.core.staff.roles import Role
from tests import factories
from tests.applications.cases.test_take_in import wanted
from tests.cast import Cast

FIRST, LAST = date(2026, 9, 1), date(2026, 11, 20)


def _event(kind: type[Event], on: date) -> Event:
    if kind is Decided:
        return Decided(on=on, outcomes=(Outcome.GRANTED,))
    if kind is Extended:
        return Extended(on=on, days=10)
    if kind is Postponed:
        return Postponed(on=on, until=on + timedelta(days=60))
    return kind(on=on)


@pytest.mark.django_db
@given(choices=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), max_size=7))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_copies_are_what_the_record_computes(cast: Cast, choices: list[tuple[int, int]]) -> None:
    officer, head = (factories.staff(cast.office, role) for role in (Role.OFFICER, Role.HEAD))
    application = register(cast.town, wanted(), Channel.COUNTER, FIRST, by=officer).application
    day = FIRST
    for which, later in choices:
        day = min(day + timedelta(days=later), LAST)
        case = case_of(application)
        lawful = lawful_moves(case.record, case.calendar, day)
        if not lawful:
            continue
        event = _event(lawful[which % len(lawful)], day)
        record_event(application, event, by=head, drafted_by=officer)
        application = Application.objects.get(pk=application.pk)
        case = case_of(application)
        assert case.standing is not None
        assert application.state == case.standing.state.value
        assert application.due_on == case.standing.due
        assert application.outcome == outcome_of(case.standing.facts)
        kept = {name: getattr(application, name) for name in COPIED}
        assert kept == {name: getattr(write_copies(case, clock.today()), name) for name in COPIED}
