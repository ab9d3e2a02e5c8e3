"""An issued annual report as the search finds it."""

from portal.reports.annual.models import AnnualReport
from portal.reports.papers.found import put_paper


def put_report(report: AnnualReport) -> None:
    put_paper(report, report.issued["chapters"].values(), "年报 年度报告 信息公开年报")
