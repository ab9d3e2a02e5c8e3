"""Figures of 行政规范性文件, those of table two of the annual report: made, repealed, in force."""

from datetime import date

from django.db.models import Q

from disclosures.items.models import Disclosure
from disclosures.items.querysets import DisclosureQuerySet
from portal.core import clock
from portal.core.township.models import Township
from portal.reports.figures.figure import Figure, counted

# the entry of the standard catalogue under which they are published
NORMATIVE = "A01-01"
MADE, REPEALED, IN_FORCE = "制发规范性文件", "废止规范性文件", "现行有效规范性文件"


def documents_figures() -> list[Figure]:
    return [
        counted(MADE, made, "件", "成文日期在本年的行政规范性文件。"),
        counted(REPEALED, repealed, "件", "本年废止的行政规范性文件。"),
        counted(IN_FORCE, in_force, "件", "本年末现行有效的行政规范性文件。"),
    ]


def made(township: Township, year: int) -> DisclosureQuerySet:
    return _all(township).filter(live__formed_on__year=year)


def repealed(township: Township, year: int) -> DisclosureQuerySet:
    return _all(township).filter(repealed_on__year=year)


def in_force(township: Township, year: int) -> DisclosureQuerySet:
    last = date(year, 12, 31)
    standing = Q(repealed_on__isnull=True) | Q(repealed_on__gt=last)
    return _all(township).filter(standing, live__formed_on__lte=last)


def _all(township: Township) -> DisclosureQuerySet:
    items = Disclosure.objects.public(township, clock.now()).without_bodies()
    return items.filter(live__entry__code=NORMATIVE)
