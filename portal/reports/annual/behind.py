"""The records behind a cell of the annual report, and where everyone may follow it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from applications.cases.models import Application
from applications.decisions.rows import Row as Outcome
from applications.figures.remedies import disputed_in
from applications.figures.requests import requests_behind
from portal.core.township.models import Township
from portal.reports.annual.count import Key
from portal.reports.annual.layout import Printed, Row
from portal.reports.annual.lines import (
    CARRIED_FORWARD,
    CARRIED_OVER,
    HANDLED,
    IN_FORCE,
    MADE,
    NEW,
    REPEALED,
    SUM,
    Table,
)
from portal.reports.annual.models import AnnualReport
from portal.reports.figures import documents

DOCUMENTS = {
    MADE: (documents.made, documents.MADE),
    REPEALED: (documents.repealed, documents.REPEALED),
    IN_FORCE: (documents.in_force, documents.IN_FORCE),
}


def behind(township: Township, year: int, key: Key) -> QuerySet[Any] | None:
    """Applications or disclosures, sums included; None where the system keeps no such records."""
    table, line, column = key
    if table == Table.REQUESTS:
        return _requests(township, year, line, column)
    if table == Table.REMEDIES:
        return _disputed(township, year, line, column)
    return DOCUMENTS[column][0](township, year) if line == "documents" else None


def _requests(township: Township, year: int, line: str, column: str) -> QuerySet[Application]:
    found = requests_behind(township, year)
    lines = {
        NEW: found.received,
        CARRIED_OVER: found.carried_over,
        HANDLED: found.ended,
        CARRIED_FORWARD: found.carried_forward,
    }
    rows = lines[line] if line in lines else found.of_row(Outcome(line))
    of_kind = rows if column == SUM else rows.filter(applicant_kind=column)
    return of_kind.order_by("received_on", "pk")


def _disputed(township: Township, year: int, way: str, result: str) -> QuerySet[Application]:
    keys = {
        application
        for application, one in disputed_in(township, year)
        if one.way == way and result in (one.result, SUM)
    }
    return Application.objects.of(township).filter(pk__in=keys).order_by("received_on", "pk")


def linked(rows: Iterable[Row], report: AnnualReport) -> list[Row]:
    """Each number with where everyone may follow it; none of nothing, nor of what staff keyed in
    for a year before the system."""
    return [replace(row, cells=tuple(_linked(cell, report) for cell in row.cells)) for row in rows]


def _linked(cell: Printed, report: AnnualReport) -> Printed:
    return replace(cell, address=_address(cell.key, report.year)) if _known(cell, report) else cell


def _known(cell: Printed, report: AnnualReport) -> bool:
    return bool(cell.value) and not report.by_hand


def _address(key: Key, year: int) -> str:
    """Single applications are nobody's to read: they lead to the public statistics."""
    table, line, column = key
    if table != Table.ACTIVE:
        return reverse("applications:statistics") + f"?year={year}"
    if line == "documents":
        return reverse("reports:figure", args=[year, DOCUMENTS[column][1]])
    return ""
