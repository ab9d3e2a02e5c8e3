"""The questions that are asked of applications."""

from datetime import date
from typing import Self

from applications.procedure.states import State
from portal.core.township.owned import TownshipQuerySet

RUNNING = [state.value for state in State if state.running]
WAITING = [state.value for state in State if state.awaits_applicant]


class ApplicationQuerySet(TownshipQuerySet):
    def running(self) -> Self:
        """The township owes an answer, and its clock runs."""
        return self.filter(state__in=RUNNING)

    def unanswered(self) -> Self:
        """Running, or waiting for the applicant."""
        return self.filter(state__in=RUNNING + WAITING)

    def with_something_due(self) -> Self:
        """Everything that has an open deadline, the first to come in front."""
        return self.filter(next_due_on__isnull=False).order_by("next_due_on", "pk")

    def overdue(self, on: date) -> Self:
        return self.running().filter(due_on__lt=on)

    def received_in(self, year: int) -> Self:
        return self.filter(received_on__year=year)
