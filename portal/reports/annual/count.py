"""What the system itself counts for the tables of the annual report, cell by cell."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Q

from applications.decisions.rows import Row
from applications.figures.remedies import remedies_of
from applications.figures.requests import requests_of
from disclosures.items.models import Disclosure
from portal.core import clock
from portal.core.township.models import Township
from portal.reports.annual.lines import (
    APPLICANTS,
    CARRIED_FORWARD,
    CARRIED_OVER,
    IN_FORCE,
    MADE,
    NEW,
    REPEALED,
    Remedy,
    RemedyResult,
    Table,
)

Key = tuple[str, str, str]  # table, line, column
# the entry of the standard catalogue under which 行政规范性文件 are published
NORMATIVE = "A01-01"


def counted(township: Township, year: int) -> dict[Key, int]:
    """Every single cell that can be counted, without sums. What isn't in it only staff know:
    licences, penalties, enforcement and charges are kept by other systems."""
    return {
        **_documents(township, year),
        **_requests(township, year),
        **_remedies(township, year),
    }


def _documents(township: Township, year: int) -> dict[Key, int]:
    """行政规范性文件 by the day they were made; a township makes no 规章 (立法法 art. 93)."""
    last = date(year, 12, 31)
    papers = Disclosure.objects.public(township, clock.now()).filter(live__entry__code=NORMATIVE)
    standing = Q(repealed_on__isnull=True) | Q(repealed_on__gt=last)
    table = Table.ACTIVE.value
    return {
        **{(table, "rules", column): 0 for column in (MADE, REPEALED, IN_FORCE)},
        (table, "documents", MADE): papers.filter(live__formed_on__year=year).count(),
        (table, "documents", REPEALED): papers.filter(repealed_on__year=year).count(),
        (table, "documents", IN_FORCE): papers.filter(standing, live__formed_on__lte=last).count(),
    }


def _requests(township: Township, year: int) -> dict[Key, int]:
    found = requests_of(township, year)
    lines: dict[str, Mapping[str, int]] = {
        NEW: found.received,
        CARRIED_OVER: found.carried_over,
        CARRIED_FORWARD: found.carried_forward,
        **{row.value: found.rows[row] for row in Row},
    }
    return {
        (Table.REQUESTS.value, line, kind.value): counts[kind.value]
        for line, counts in lines.items()
        for kind in APPLICANTS
    }


def _remedies(township: Township, year: int) -> dict[Key, int]:
    found = remedies_of(township, year)
    return {
        (Table.REMEDIES.value, group.value, result.value): found[group.value, result.value]
        for group in Remedy
        for result in RemedyResult
    }
