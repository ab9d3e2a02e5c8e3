"""Counting those who found what they looked for and needed no application."""

from django.db.models import F

from applications.apply.models import FoundWithoutApplying
from portal.core import clock
from portal.core.township.models import Township


def count_found(township: Township) -> None:
    rows = FoundWithoutApplying.objects.of(township)
    row, _ = rows.get_or_create(township=township, on=clock.today())
    rows.filter(pk=row.pk).update(count=F("count") + 1)
