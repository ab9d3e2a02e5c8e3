"""What everyone may know of applications: figures, and the answers that are public."""

from collections.abc import Iterator

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render

from applications.decisions.applicants import ApplicantKind
from applications.figures.answers import answered_publicly
from applications.figures.overview import by_section, overview_of
from applications.figures.requests import ByKind, YearOfRequests, requests_of, years_of
from portal.core import clock
from portal.core.labels import column_labels
from portal.core.paging import keyset_page
from portal.core.public_page import PublicRequest, public_page
from portal.core.workdays.load import current_calendar
from portal.spreadsheets.download import file_of, wants_file

FIGURES_LABELS = column_labels("依申请公开办理统计", "收到多少、怎样答复、多快答复", "依申请公开")
ANSWERS_LABELS = column_labels("已答复并公开的信息", "有人申请过、现已公开的信息", "依申请公开")
COLUMNS = ("项目", *(kind.label for kind in ApplicantKind), "合计")


@public_page
def statistics(request: PublicRequest) -> HttpResponseBase:
    years = years_of(request.township)
    asked = request.GET.get("year", "")
    year = int(asked) if asked in map(str, years) else (years or [clock.today().year])[0]
    if wants_file(request):
        table = requests_of(request.township, year)
        return file_of(request, f"{year}年依申请公开办理统计", COLUMNS, _lines(table))
    overview = overview_of(request.township, year, current_calendar(), clock.today())
    context = {
        "overview": overview,
        "sections": list(by_section(overview.lines)),
        "year": year,
        "years": years,
        "labels": FIGURES_LABELS,
    }
    return render(request, "applications/figures/statistics.html", context)


def _lines(table: YearOfRequests) -> Iterator[tuple[object, ...]]:
    yield _line("本年新收", table.received)
    yield _line("上年结转", table.carried_over)
    for row, counted in table.rows.items():
        yield _line(f"{row.number}{row.label}", counted)
    yield _line("办理结果总计", table.handled)
    yield _line("结转下年度继续办理", table.carried_forward)


def _line(name: str, counted: ByKind) -> tuple[object, ...]:
    return (name, *(counted[kind.value] for kind in ApplicantKind), counted.total())


@public_page
def answers(request: PublicRequest) -> HttpResponse:
    found = answered_publicly(request.township, clock.now())
    context = {"page": keyset_page(found, request.GET), "labels": ANSWERS_LABELS}
    return render(request, "applications/figures/answers.html", context)
