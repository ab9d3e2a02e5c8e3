"""Residents' reports as staff see them: all of them, or those given to one's own office."""

from disclosures.corrections.models import ErrorReport
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.core.township.owned import TownshipQuerySet


def seen_by(person: Staff, reports: TownshipQuerySet) -> TownshipQuerySet:
    if person.acts_for_whole_township:
        return reports
    return reports.filter(assigned_to__in=person.covered_organisations)


def waiting_for(person: Staff, township: Township) -> TownshipQuerySet:
    """Reports that nobody has closed yet."""
    reports = ErrorReport.objects.of(township).filter(closed_at__isnull=True)
    return seen_by(person, reports)
