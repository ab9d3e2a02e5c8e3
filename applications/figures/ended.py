"""The day on which an application came to its end, asked of the database for all at once."""

from django.db.models import Case, DateField, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from applications.cases.models import RecordedEvent
from applications.cases.querysets import ApplicationQuerySet
from applications.procedure.events import Abandoned, Withdrawn

GIVEN_UP = (Abandoned.type, Withdrawn.type)


def with_end(applications: ApplicationQuerySet) -> ApplicationQuerySet:
    """Those confirmed, each with `ended_on`: the day of the answer, else the last entry by which
    it was given up or taken back; None while something is owed."""
    given_up = RecordedEvent.objects.filter(application=OuterRef("pk"), type__in=GIVEN_UP)
    last = Subquery(given_up.order_by("-number").values("on")[:1])
    ended = Case(
        When(outcome="", then=Value(None)),
        default=Coalesce(F("answered_on"), last),
        output_field=DateField(),
    )
    return applications.filter(received_on__isnull=False).annotate(ended_on=ended).order_by()


def open_after(day: object) -> Q:
    """Of applications `with_end`: what had no end by that day."""
    return Q(ended_on__isnull=True) | Q(ended_on__gt=day)
