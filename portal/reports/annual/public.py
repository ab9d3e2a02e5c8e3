"""An issued report as everyone may read it: from what was fixed, never counted anew."""

from dataclasses import dataclass
from decimal import Decimal

from portal.core.township.models import Township
from portal.reports.annual.models import AnnualReport
from portal.reports.annual.sheet import Cell, Sheet
from portal.reports.figures.fill import Filled
from portal.reports.figures.passages import Passage, passages_of


@dataclass(frozen=True)
class Issued:
    report: AnnualReport
    chapters: dict[str, str]
    sheet: Sheet

    @property
    def passages(self) -> dict[str, list[Passage]]:
        """The chapters, each figure with where it leads."""
        kept = self.report.issued
        figures = {name: Filled(**one) for name, one in kept.get("figures", {}).items()}
        texts = kept.get("texts", self.chapters)
        return {name: list(passages_of(text, figures)) for name, text in texts.items()}


def issued_report(township: Township, year: int) -> Issued | None:
    report = AnnualReport.objects.public(township).filter(year=year).first()
    return Issued(report, report.issued["chapters"], issued_sheet(report)) if report else None


def issued_sheet(report: AnnualReport) -> Sheet:
    """The tables with the numbers and the words of the day of issue."""
    cells = {
        (table, line, column): Cell((table, line, column), Decimal(value))
        for table, line, column, value in report.issued["cells"]
    }
    return Sheet(cells, words=report.issued.get("words", {}))
