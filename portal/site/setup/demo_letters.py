"""The letters of the demo's applications, drawn from the record as the desk draws them."""

from collections.abc import Mapping
from dataclasses import dataclass

from applications.cases.models import Application
from applications.decisions.outcomes import combined
from applications.decisions.rows import Section
from applications.letters.compose import compose
from applications.letters.issue import issue
from applications.letters.kinds import kinds_for
from applications.procedure.events import (
    Abandoned,
    Decided,
    Event,
    Extended,
    FeeNotified,
    OfficeAsked,
    OrganAsked,
    Postponed,
    ReasonsAsked,
    SupplementRequested,
    ThirdPartyAsked,
    ThirdPartyTold,
)
from portal.core.staff.models import Staff

# signed by the head; the others by whoever handles the application
BY_HEAD = (Decided, Extended, Postponed)
WRITTEN = (
    *BY_HEAD,
    Abandoned,
    FeeNotified,
    OfficeAsked,
    OrganAsked,
    ReasonsAsked,
    SupplementRequested,
    ThirdPartyAsked,
    ThirdPartyTold,
)


@dataclass(frozen=True)
class Letters:
    """`words`: what is said in each, by event or outcome."""

    words: Mapping[str, str]

    def issue_for(
        self, application: Application, event: Event, officer: Staff, head: Staff
    ) -> None:
        """The letters of `event`, which was just put on record."""
        if not isinstance(event, WRITTEN):
            return
        words = self._said(event)
        for kind in kinds_for(event):
            letter = compose(application, kind, event, on=event.on, words=words)
            issue(
                application,
                kind,
                event=application.events.latest("number"),
                addressee=letter.addressee,
                title=letter.title,
                text=letter.text,
                on=event.on,
                by=head if isinstance(event, BY_HEAD) else officer,
            )
            words = ""  # what is said belongs to the principal one

    def _said(self, event: Event) -> str:
        if not isinstance(event, Decided):
            return self.words[event.type]
        outcome = combined(event.outcomes)
        said = self.words.get(outcome.value, "")
        return said or (self.words["refused"] if outcome.section is Section.REFUSED else "")
