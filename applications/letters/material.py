"""What a letter is written from: the application, its record, the event, the calendar, the rules,
and what the clerk adds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from applications.cases.models import Applicant, Application
from applications.decisions.outcomes import Outcome
from applications.letters.kinds import LetterKind
from applications.procedure.events import Abandoned, Corrected, Decided, Event
from applications.procedure.record import Record
from applications.procedure.standing import Standing, standing_of
from applications.rules.models import ApplicationRules
from portal.core.township.models import Township
from portal.core.workdays.days import WorkCalendar


@dataclass(frozen=True)
class Material:
    application: Application
    applicant: Applicant | None
    parts: tuple[str, ...]
    record: Record
    calendar: WorkCalendar
    rules: ApplicationRules
    kind: LetterKind
    event: Event | None
    on: date
    words: str = ""
    fee_steps: tuple[str, ...] = ()

    @property
    def township(self) -> Township:
        return self.application.township

    @cached_property
    def what(self) -> Event | None:
        """The event itself, or the one that a correction puts in place of another."""
        return self.event.instead if isinstance(self.event, Corrected) else self.event

    @cached_property
    def before(self) -> Standing | None:
        """How it stood until the event."""
        return self._standing(self.record[: self._place])

    @cached_property
    def after(self) -> Standing | None:
        """How it stands with the event, recorded already or not. Raises Unlawful."""
        if self.event is None:
            return self._standing(self.record)
        place = self._place
        known = self.record[place : place + 1]
        return self._standing([*self.record[:place], *(known or [self.event])])

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        if isinstance(self.what, Decided):
            return self.what.outcomes or (Outcome.OTHER,)
        if isinstance(self.what, Abandoned):
            unpaid = self.after is not None and self.after.facts.awaits_payment
            return (Outcome.NOT_PAID if unpaid else Outcome.NOT_SUPPLEMENTED,)
        return ()

    @property
    def settled_on(self) -> date:
        """The day of the decision, by which its remedies are told."""
        return self.what.on if self.what else self.on

    @property
    def _place(self) -> int:
        """Where in the record the event stands, or would stand."""
        for place in reversed(range(len(self.record))):
            one = self.record[place]
            if one == self.event or (isinstance(one, Corrected) and one.instead == self.event):
                return place if self.event is not None else len(self.record)
        return len(self.record)

    def _standing(self, record: Sequence[Event]) -> Standing | None:
        return standing_of(record, self.calendar) if record else None
