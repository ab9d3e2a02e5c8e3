"""An issued report as everyone may read it: from what was fixed, never counted anew."""

from dataclasses import dataclass
from decimal import Decimal

from portal.core.township.models import Township
from portal.reports.annual.models import AnnualReport
from portal.reports.annual.sheet import Cell, Sheet


@dataclass(frozen=True)
class Issued:
    report: AnnualReport
    chapters: dict[str, str]
    sheet: Sheet


def issued_report(township: Township, year: int) -> Issued | None:
    report = AnnualReport.objects.public(township).filter(year=year).first()
    return Issued(report, report.issued["chapters"], issued_sheet(report)) if report else None


def issued_sheet(report: AnnualReport) -> Sheet:
    """The tables with the numbers of the day of issue."""
    cells = {
        (table, line, column): Cell((table, line, column), Decimal(value))
        for table, line, column, value in report.issued["cells"]
    }
    return Sheet(cells)
