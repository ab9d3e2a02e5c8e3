"""The public calculator: when a limit ends, explained day by day."""

from typing import Any

from django.db.models import Q
from django.http import Http404, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render

from portal.core.labels import column_labels
from portal.core.public_page import PublicRequest, public_page
from portal.core.workdays.limits import Deadline, deadline
from portal.core.workdays.load import current_calendar
from portal.core.workdays.models import HolidayNotice, NoticeDay
from portal.site.deadline.forms import DeadlineForm
from portal.site.deadline.months import months_of, year_of
from portal.site.deadline.presets import PRESETS

LABELS = column_labels("工作日计算", "按国家放假安排计算期限，逐日说明", "便民查询")


@public_page
def calculator(request: PublicRequest) -> HttpResponseBase:
    form = DeadlineForm(request.GET) if "received" in request.GET else None
    if request.GET.get("format") == "json":
        return _as_json(form or DeadlineForm(request.GET))
    answer = _answer(form) if form and form.is_valid() else None
    context = {
        "form": form or DeadlineForm(initial={"days": request.GET.get("days") or 20}),
        "answer": answer,
        "months": months_of(answer) if answer else [],
        "presets": PRESETS,
        "years": HolidayNotice.objects.values_list("year", flat=True)[:6],
        "labels": LABELS,
    }
    return render(request, "site/deadline/calculator.html", context)


@public_page
def year(request: PublicRequest, year: int) -> HttpResponse:
    """One year's arrangement: what is off, and which weekend days are worked."""
    notice = HolidayNotice.objects.filter(year=year).first()
    if notice is None:
        raise Http404
    # New Year's holiday may begin in December: such days stand with both years
    days = NoticeDay.objects.filter(Q(notice=notice) | Q(on__year=year))
    context = {
        "notice": notice,
        "days": days,
        "months": year_of(year, current_calendar()),
        "labels": LABELS,
    }
    return render(request, "site/deadline/year.html", context)


def _answer(form: DeadlineForm) -> Deadline:
    return deadline(form.cleaned_data["received"], form.limit(), current_calendar())


def _as_json(form: DeadlineForm) -> JsonResponse:
    if not form.is_valid():
        errors = {name: list(messages) for name, messages in form.errors.items()}
        return JsonResponse({"errors": errors}, status=400, json_dumps_params=CHINESE)
    answer = _answer(form)
    return JsonResponse(_as_dict(answer), json_dumps_params=CHINESE)


CHINESE = {"ensure_ascii": False}


def _as_dict(answer: Deadline) -> dict[str, Any]:
    days = [
        {"date": step.on.isoformat(), "counted": step.counted, "why": step.why}
        for step in answer.steps
    ]
    return {
        "received": answer.start.isoformat(),
        "limit": str(answer.limit),
        "due": answer.due.isoformat(),
        "provisional": answer.provisional,
        "missing_years": answer.missing_years,
        "days": days,
    }
