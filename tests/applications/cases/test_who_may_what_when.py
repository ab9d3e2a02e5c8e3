"""Every role, in every state, with every kind of event: who isn't of the desk does nothing; the
desk does what the table of the law allows; answers and longer periods are the head's."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from applications.cases.models import Application
from applications.cases.record_event import NEEDS_HEAD, record_event
from applications.cases.take_in import register
from applications.procedure.channels import Channel
from applications.procedure.events import Event, Extended, Postponed
from applications.procedure.states import State
from applications.procedure.table import LAWFUL
from disclosures.flow.refusal import CannotMove
from portal.core.staff.models import Staff
from portal.core.staff.roles import APPLICATION_DESK, Role
from tests import factories
from tests.applications.cases.test_take_in import wanted
from tests.applications.procedure.histories import record
from tests.applications.procedure.test_lawful import KINDS, STATES
from tests.cast import Cast

pytestmark = pytest.mark.django_db


class Undo(Exception):
    """Takes back what was recorded, so that the next try meets the same state."""


def _in_state(cast: Cast, state: State, officer: Staff, head: Staff) -> Application:
    first, *later = record(*STATES[state])
    counter = {"channel": Channel.COUNTER, "came_on": first.on, "by": officer}
    application = register(cast.town, wanted(), **counter).application
    for event in later:
        drafted = {"by": head, "drafted_by": officer} if isinstance(event, NEEDS_HEAD) else {}
        record_event(application, event, **{"by": officer, **drafted})
    return Application.objects.get(pk=application.pk)


def _tried(application: Application, event: Event, person: Staff, drafter: Staff) -> str:
    try:
        with transaction.atomic():
            record_event(application, event, by=person, drafted_by=drafter)
            raise Undo
    except Undo:
        return "done"
    except PermissionDenied:
        return "not yours"
    except CannotMove as refusal:
        told = refusal.findings[0]
        return "refused" if told.endswith("。") else told


@pytest.mark.parametrize("state", State)
def test_role_by_event(cast: Cast, state: State) -> None:
    people = {role: factories.staff(cast.office, role) for role in Role}
    officer = factories.staff(cast.office, Role.OFFICER)
    application = _in_state(cast, state, officer, people[Role.HEAD])
    assert application.state == state.value
    latest = application.events.latest("number").on
    for role, person in people.items():
        for kind in KINDS:
            found = _tried(application, _probe(kind, latest), person, officer)
            assert found in _expected(role, kind, state), (role, kind.type, found)


def _probe(kind: type[Event], on: date) -> Event:
    """With data that nobody could object to."""
    needed = {Extended: {"days": 1}, Postponed: {"until": date(on.year + 1, 12, 31)}}
    return kind(on=on, **needed.get(kind, {}))


def _expected(role: Role, kind: type[Event], state: State) -> set[str]:
    if role not in APPLICATION_DESK:
        return {"not yours"}
    if kind in NEEDS_HEAD and role is not Role.HEAD:
        return {"not yours"}
    return {"done", "refused"} if kind in LAWFUL[state] else {"refused"}
