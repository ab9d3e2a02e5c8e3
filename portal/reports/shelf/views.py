"""/reports/: the papers of every year."""

from django.http import HttpResponse
from django.shortcuts import render

from portal.core.labels import column_labels
from portal.core.public_page import PublicRequest, public_page
from portal.reports.shelf.papers import by_year

LABELS = column_labels(
    "计划、总结和年报",
    "历年政务公开工作计划、工作总结和政府信息公开工作年度报告",
    "政府信息公开年报",
)


@public_page
def shelf(request: PublicRequest) -> HttpResponse:
    context = {"years": by_year(request.township), "labels": LABELS}
    return render(request, "reports/shelf.html", context)
