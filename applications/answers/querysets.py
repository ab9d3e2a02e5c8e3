"""Answers that disclosed something, and those that everybody may read."""

from datetime import datetime
from typing import Any, Self

from django.db.models import Prefetch

from applications.cases.models import Application
from applications.cases.querysets import ApplicationQuerySet
from applications.decisions.outcomes import Outcome
from disclosures.items.models import Disclosure
from portal.core.township.models import Township

DISCLOSED = (Outcome.GRANTED.value, Outcome.PARTIAL.value)


class AnswerQuerySet(ApplicationQuerySet):
    def giving(self) -> Self:
        """Decided, and something was disclosed."""
        return self.filter(outcome__in=DISCLOSED, answered_on__isnull=False)

    def not_published(self) -> Self:
        return self.giving().filter(answered_by_item__isnull=True)


def answers_published(township: Township, at: datetime) -> Any:
    """Applications whose answer everybody may read at `at`, by the one rule of visibility.

    Show of them `answered_by_item` alone: its title and address. The applicant's own words never.
    Its editions are at hand, the application's sealed and own words are not fetched.
    """
    public = Disclosure.objects.public(township, at).without_bodies()
    rows = Application.objects.of(township).filter(
        answered_by_item__in=public.order_by().values("pk")
    )
    return (
        rows.prefetch_related(Prefetch("answered_by_item", public))
        .only("answered_on", "outcome", "township_id", "answered_by_item_id")
        .order_by("-answered_by_item__published_at", "-pk")
    )
