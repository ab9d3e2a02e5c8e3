"""An application on the desk, and one that was answered."""

from datetime import date
from typing import Any

from applications.cases.models import Application
from applications.cases.record_event import record_event
from applications.cases.take_in import register
from applications.decisions.outcomes import Outcome
from applications.procedure.channels import Channel
from applications.procedure.events import Decided
from portal.core.staff.models import Staff
from tests.applications.cases.test_take_in import wanted
from tests.cast import Cast

CAME, ANSWERED = date(2026, 9, 24), date(2026, 10, 9)


def on_the_desk(cast: Cast, came: date = CAME, **fields: Any) -> Application:
    return register(cast.town, wanted(**fields), Channel.COUNTER, came, by=cast.officer).application


def decide(application: Application, cast: Cast, head: Staff, *outcomes: Outcome) -> Application:
    event = Decided(on=ANSWERED, outcomes=outcomes or (Outcome.GRANTED,))
    record_event(application, event, by=head, drafted_by=cast.officer)
    return Application.objects.get(pk=application.pk)
