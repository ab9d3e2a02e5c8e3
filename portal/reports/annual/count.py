"""What the system itself counts for the tables of the annual report, cell by cell."""

from collections.abc import Mapping

from applications.decisions.rows import Row
from applications.figures.remedies import remedies_of
from applications.figures.requests import requests_of
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
from portal.reports.figures import documents

Key = tuple[str, str, str]  # table, line, column


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
    table = Table.ACTIVE.value
    return {
        **{(table, "rules", column): 0 for column in (MADE, REPEALED, IN_FORCE)},
        (table, "documents", MADE): documents.made(township, year).count(),
        (table, "documents", REPEALED): documents.repealed(township, year).count(),
        (table, "documents", IN_FORCE): documents.in_force(township, year).count(),
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
