"""Which consultations somebody may see, and which may still be answered."""

from typing import Self

from django.db.models import Q

from applications.cases.querysets import RUNNING, WAITING
from applications.cases.record_event import OFFICE_ANSWERERS
from portal.core.staff.models import Staff
from portal.core.staff.roles import APPLICATION_DESK
from portal.core.township.owned import TownshipQuerySet


class ConsultationQuerySet(TownshipQuerySet):
    def seen_by(self, person: Staff) -> Self:
        """All for the application desk; for an office its own; for others nothing."""
        if person.is_superuser or person.roles & APPLICATION_DESK:
            return self
        return self.for_offices_of(person)

    def for_offices_of(self, person: Staff) -> Self:
        """What `person` answers for an office of theirs."""
        if not person.roles & OFFICE_ANSWERERS:
            return self.none()
        return self.filter(office__in=person.covered_organisations)

    def unanswered(self) -> Self:
        """Without an answer of the office, and the application not ended. The record may know more
        (waiting.py)."""
        open_ones = Q(application__state__in=RUNNING + WAITING)
        return self.filter(open_ones, answered_at=None)

    def without_own_words(self) -> Self:
        """With the application's number and subject, and nothing of what its applicant wrote."""
        return self.select_related("application", "office", "township").defer(
            "application__description"
        )
