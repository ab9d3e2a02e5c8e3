"""Applications with a past, put on record by the moves: one line an event."""

from dataclasses import replace
from datetime import date

from applications.cases.models import Application
from applications.cases.record_event import NEEDS_HEAD, record_event
from applications.cases.take_in import register
from applications.decisions.applicants import ApplicantKind
from applications.procedure.channels import Channel
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from tests import factories
from tests.applications.cases.test_take_in import wanted
from tests.applications.procedure.histories import event
from tests.cast import Cast


class Desk:
    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.officer: Staff = factories.staff(cast.office, Role.OFFICER)
        self.head: Staff = factories.staff(cast.office, Role.HEAD)

    def story(
        self, came: str, *lines: str, kind: ApplicantKind = ApplicantKind.CITIZEN
    ) -> Application:
        """Came to the counter on a day; then what happened, as "2026-03-03 withdrawn"."""
        asked = replace(wanted(), applicant_kind=kind.value)
        on = date.fromisoformat(came)
        found = register(self.cast.town, asked, Channel.COUNTER, on, by=self.officer).application
        for line in lines:
            self.happens(found, line)
        return Application.objects.get(pk=found.pk)

    def happens(self, application: Application, line: str) -> None:
        on, kind, *pairs = line.split()
        given = dict(pair.split("=", 1) for pair in pairs)
        outcomes = given.pop("outcomes", "")
        data = {"outcomes": outcomes.split(",")} if outcomes else {}
        told = event(
            " ".join([on, kind, *(f"{name}={text}" for name, text in given.items())]), **data
        )
        for_head = isinstance(told, NEEDS_HEAD)
        record_event(
            application,
            told,
            by=self.head if for_head else self.officer,
            drafted_by=self.officer if for_head else None,
        )
