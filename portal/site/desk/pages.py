"""Pages of the desk beside Django's own: the whole schedule, and the report upward."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from disclosures.policies.report_upward import report_upward, reported_in
from disclosures.schedule.due import due_between, missed
from portal.core import clock
from portal.core.staff.roles import WRITERS

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
AHEAD = timedelta(days=35)


class MonthForm(forms.Form):
    year = forms.IntegerField(label="年", min_value=2000, max_value=2100)
    month = forms.IntegerField(
        label="月",
        min_value=1,
        max_value=12,
        error_messages={"max_value": "月份是 1 到 12。", "min_value": "月份是 1 到 12。"},
    )


def schedule_page(request: Any, site: Any) -> HttpResponse:
    """例行发布: what was missed, and what the next weeks ask for."""
    today = clock.today()
    context = {
        **site.each_context(request),
        "title": "例行发布",
        "may_write": bool(request.user.roles & WRITERS),
        "missed": missed(request.township, today),
        "coming": due_between(request.township, today, today + AHEAD),
    }
    return render(request, "admin/desk/schedule.html", context)


def report_page(request: Any, site: Any) -> HttpResponse:
    """信息上报: choose a month, look, take the sheet away."""
    last = clock.today().replace(day=1) - timedelta(days=1)
    form = MonthForm(request.GET or {"year": last.year, "month": last.month})
    month = _month(form)
    if month and request.GET.get("format") == "xlsx":
        return _sheet(request, month)
    context = {
        **site.each_context(request),
        "title": "上报导出",
        "form": form,
        "month": month,
        "items": reported_in(request.township, month.year, month.month) if month else [],
    }
    return render(request, "admin/desk/report_upward.html", context)


def _month(form: MonthForm) -> date | None:
    if not form.is_valid():
        return None
    return date(form.cleaned_data["year"], form.cleaned_data["month"], 1)


def _sheet(request: Any, month: date) -> HttpResponse:
    site = f"{request.scheme}://{request.get_host()}"
    data = report_upward(request.township, month.year, month.month, site=site)
    answer = HttpResponse(data, content_type=XLSX)
    name = f"{request.township.name}{month.year}年{month.month}月信息上报.xlsx"
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer
