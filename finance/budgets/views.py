"""Budgets and final accounts as residents read them: what for, on what, against last year."""

from typing import Any

from django.db.models import Prefetch
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from finance.budgets.comparisons import comparisons, grouped
from finance.budgets.computed import appropriation, overall
from finance.budgets.export import COLUMNS, unit_rows, year_rows
from finance.budgets.figures import population, views_of
from finance.budgets.inside import bars_of, inside
from finance.budgets.models import BudgetLine
from finance.budgets.public import public_budgets
from finance.budgets.tables import Table
from finance.budgets.terms import terms_with
from finance.budgets.tree import forest
from finance.budgets.unit_year import TOWNSHIP, UnitYear, unit_year, unit_years
from portal.core import clock
from portal.core.labels import Labels, column_labels
from portal.core.organisations.models import Organisation
from portal.core.public_page import PublicRequest, public_page
from portal.spreadsheets.download import file_of, wants_file

# years that the list shows unit by unit; those before lead to their own page
SHOWN_YEARS = 3


@public_page
def budgets(request: PublicRequest) -> HttpResponseBase:
    """Every unit's newest years; schools apart where one asks for them."""
    schools = request.GET.get("kind") == "school"
    years = _years(request, schools)
    if wants_file(request):
        rows = year_rows(request, clock.now(), years, schools)
        return file_of(request, "学校预算和决算" if schools else "预算和决算", COLUMNS, rows)
    found = _expenses(request, years[:SHOWN_YEARS])
    shown = [(y, [one for one in found[y] if one.is_school or not schools]) for y in found]
    context = {
        "years": shown,
        "earlier": years[SHOWN_YEARS:],
        "schools": schools,
        "count": _public(request, schools).count(),
        "labels": _labels("预算和决算"),
    }
    return render(request, "finance/budgets/budgets.html", context)


@public_page
def year(request: PublicRequest, year: int) -> HttpResponseBase:
    """The township's own year in front, then the units of that year."""
    units = _expenses(request, [year]).get(year, [])
    if not units:
        raise Http404
    if wants_file(request):
        rows = year_rows(request, clock.now(), [year])
        return file_of(request, f"{year}年预算和决算", COLUMNS, rows)
    own = unit_year(request.township, clock.now(), TOWNSHIP, year)
    people = population(request.township)
    context = {
        "year": year,
        "years": _years(request),
        "one": own,
        "units": units,
        "people": people,
        "per_head": own.figures.per_head(people) if own else None,
        **_shown(own),
        "labels": _labels(f"{year}年预算和决算"),
    }
    return render(request, "finance/budgets/year.html", context)


@public_page
def unit(request: PublicRequest, year: int, slug: str) -> HttpResponseBase:
    """One unit's year, table by table; `table` and `code` lead from a class to its lines."""
    one = unit_year(request.township, clock.now(), slug, year)
    if one is None:
        raise Http404
    if wants_file(request):
        name = f"{one.name}{year}年预算和决算"
        return file_of(request, name, COLUMNS, unit_rows(request, one))
    asked = request.GET.get("table", "")
    opened = None
    if asked in Table.values and one.lines(Table(asked)):
        opened = inside(one, Table(asked), request.GET.get("code", ""))
    if opened is None and (asked or "code" in request.GET):
        return redirect("finance:budget-unit", year, slug)
    context = {
        "one": one,
        "year": year,
        "opened": opened,
        **({} if opened else _shown(one)),
        "labels": _labels(f"{one.name}{year}年预算和决算"),
    }
    return render(request, "finance/budgets/unit.html", context)


@public_page
def terms(request: PublicRequest) -> HttpResponse:
    """The words of budgets in plain ones, each with the newest figure."""
    items = public_budgets(request.township, clock.now()).filter(live__budget__unit=None)
    newest = items.order_by("-live__budget__year").first()
    own = None
    if newest:
        own = unit_year(request.township, clock.now(), TOWNSHIP, newest.live.budget.year)
    context = {"terms": terms_with(own), "labels": _labels("预算里的词是什么意思")}
    return render(request, "finance/budgets/terms.html", context)


def _shown(one: UnitYear | None) -> dict[str, Any]:
    """The pictures, the computed tables and the comparisons of a unit's year."""
    if one is None:
        return {}
    return {
        "pictures": {
            "income": bars_of(one, Table.INCOME, forest(one.lines(Table.INCOME))),
            "expense": bars_of(one, Table.EXPENSE, forest(one.lines(Table.EXPENSE))),
            "economic": bars_of(one, Table.ECONOMIC, forest(one.lines(Table.ECONOMIC))),
            "views": views_of(one.sum(Table.EXPENSE), one.sum(Table.ECONOMIC)),
        },
        "overall": overall(one),
        "appropriation": appropriation(one),
        "groups": grouped([found.classes for found in comparisons(one)]),
        "tables": [table for table in Table if one.lines(table)],
    }


def _expenses(request: PublicRequest, years: list[int]) -> dict[int, list[UnitYear]]:
    """The units of `years` with their lines of expense alone: enough for the figures in front."""
    items = public_budgets(request.township, clock.now()).filter(live__budget__year__in=years)
    lines = BudgetLine.objects.of(request.township).filter(table=Table.EXPENSE)
    return unit_years(items.prefetch_related(Prefetch("live__budget_lines", queryset=lines)))


def _public(request: PublicRequest, schools: bool = False) -> Any:
    found = public_budgets(request.township, clock.now())
    kind = Organisation.Kind.SCHOOL
    return found.filter(live__budget__unit__kind=kind) if schools else found


def _years(request: PublicRequest, schools: bool = False) -> list[int]:
    """The newest in front."""
    found = _public(request, schools).order_by().values_list("live__budget__year", flat=True)
    return sorted(found.distinct(), reverse=True)


def _labels(name: str) -> Labels:
    return column_labels(name, "钱从哪来、花到哪，比上年怎样", "财政资金")
