"""例行发布: what has to be published in a month, by whom, and what was missed, for everyone."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import render

from disclosures.schedule.due import Due, due_between
from portal.core import clock
from portal.core.labels import column_labels
from portal.core.public_page import PublicRequest, public_page
from portal.spreadsheets.download import file_of, wants_file

COLUMNS = ("截止日期", "公开事项", "所属时段", "公开主体", "实际公开日期", "现状")
MONTHS_BACK, MONTHS_AHEAD = 11, 2


@public_page
def schedule(request: PublicRequest) -> HttpResponseBase:
    today = clock.today()
    months = _months(today)
    month = next((one for one in months if f"{one:%Y-%m}" == request.GET.get("month")), None)
    month = month or today.replace(day=1)
    dues = due_between(request.township, month, _after(month) - timedelta(days=1))
    if wants_file(request):
        name = f"{month.year}年{month.month}月例行公开安排"
        return file_of(request, name, COLUMNS, _rows(dues, today))
    done = sum(due.published for due in dues)
    context = {
        "month": month,
        "months": months,
        "dues": [(due, _standing(due, today)) for due in dues],
        "done": done,
        "missed": sum(not due.published and due.due_on < today for due in dues),
        "late": sum(due.days_late > 0 for due in dues),
        "labels": column_labels(
            "例行公开安排", "每月应当公开什么、由谁公开、有没有公开", "监督保障"
        ),
    }
    return render(request, "site/schedule/schedule.html", context)


def _months(today: date) -> list[date]:
    """The months that can be looked at, the last one first."""
    first = today.year * 12 + today.month - 1
    numbers = range(first + MONTHS_AHEAD, first - MONTHS_BACK - 1, -1)
    return [date(number // 12, number % 12 + 1, 1) for number in numbers]


def _after(month: date) -> date:
    return (month + timedelta(days=32)).replace(day=1)


def _standing(due: Due, on: date) -> str:
    if due.days_late:
        return f"迟 {due.days_late} 天公开"
    if due.published:
        return "已公开"
    return "逾期未公开" if due.due_on < on else "尚未到期"


def _rows(dues: list[Due], on: date) -> Iterator[tuple[Any, ...]]:
    for due in dues:
        yield (
            due.due_on,
            due.entry.name,
            str(due.period),
            due.organisation.name,
            due.published_on,
            _standing(due, on),
        )
