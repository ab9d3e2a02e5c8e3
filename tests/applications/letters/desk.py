"""Two of the disclosure office and one who asked; letters drafted and issued as they do it."""

from datetime import date
from functools import cached_property
from typing import Any

from applications.cases.models import Application, RecordedEvent
from applications.cases.record_event import record_event
from applications.letters.compose import Composed, compose
from applications.letters.issue import issue
from applications.letters.kinds import LetterKind, kinds_for
from applications.letters.models import Letter
from applications.procedure.events import Event
from portal.core.staff.roles import Role
from tests import factories
from tests.applications.decided import on_the_desk
from tests.cast import Cast


class Desk:
    def __init__(self, cast: Cast) -> None:
        self.cast, self.town, self.officer = cast, cast.town, cast.officer

    @cached_property
    def head(self) -> Any:
        return factories.staff(self.cast.office, Role.HEAD)

    def asked(self, came: date = date(2026, 9, 24), **fields: Any) -> Application:
        return on_the_desk(self.cast, came, **fields)

    def happens(self, application: Application, event: Event) -> RecordedEvent:
        return record_event(application, event, by=self.head, drafted_by=self.officer)

    def draft(
        self,
        application: Application,
        event: Event | None,
        kind: LetterKind | None = None,
        words: str = "见附件",
    ) -> Composed:
        chosen = kind or (kinds_for(event)[0] if event else LetterKind.RECEIPT)
        on = event.on if event else application.came_on
        return compose(application, chosen, event, on=on, words=words)

    def issued(
        self, application: Application, what: Event, kind: LetterKind | None = None, **changed: Any
    ) -> Letter:
        """The event put on record, and its letter."""
        row = self.happens(application, what)
        letter = self.draft(application, what, kind)
        given = {
            "event": row,
            "addressee": letter.addressee,
            "title": letter.title,
            "text": letter.text,
            "on": what.on,
            "by": self.officer,
        }
        return issue(application, letter.kind, **given | changed)
