"""Budgets and final accounts as residents read them: what for, on what, against last year."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Sum
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from finance.budgets.tables import Table
from finance.budgets.terms import terms_with
from finance.budgets.tree import Node, forest, walk
from finance.budgets.unit_year import UnitYear, public_budgets, unit_year, unit_years
from finance.charts.bars import Bar, bars
from portal.core import clock
from portal.core.labels import Labels, column_labels
from portal.core.organisations.models import Organisation
from portal.core.public_page import PublicRequest, public_page
from portal.spreadsheets.download import file_of, wants_file

COLUMNS = ("单位", "年度", "种类", "表", "科目编码", "科目名称", "金额（元）", "增减原因", "网址")


@public_page
def budgets(request: PublicRequest) -> HttpResponseBase:
    """Every unit's every year; schools apart where one asks for them."""
    found = unit_years(
        public_budgets(request.township, clock.now()).prefetch_related("live__budget_lines")
    )
    schools = request.GET.get("kind") == "school"
    years = [
        (year, [one for one in units if one.is_school or not schools])
        for year, units in found.items()
    ]
    if wants_file(request):
        parts = [part for _, units in years for one in units for part in one.parts]
        return file_of(request, "预算和决算", COLUMNS, _rows(request, parts))
    context = {
        "years": [(year, units) for year, units in years if units],
        "schools": schools,
        "count": sum(len(units) for _, units in years),
        "labels": _labels("预算和决算"),
    }
    return render(request, "finance/budgets/budgets.html", context)


@public_page
def year(request: PublicRequest, year: int) -> HttpResponse:
    """The township's own year in front, then the units of that year."""
    now = clock.now()
    items = public_budgets(request.township, now).filter(live__budget__year=year)
    units = unit_years(items.prefetch_related("live__budget_lines")).get(year, [])
    if not units:
        raise Http404
    own = unit_year(request.township, now, units[0].slug, year)
    places = Organisation.objects.of(request.township).villages()
    context = {
        "year": year,
        "years": _years(request),
        "one": own,
        "units": units,
        "people": places.aggregate(sum=Sum("population"))["sum"],
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
        return file_of(request, name, COLUMNS, _rows(request, one.parts))
    code = request.GET.get("code", "")
    table = _table(request, one)
    if code and table is None:
        return redirect("finance:budget-unit", year, slug)
    context = {
        "one": one,
        "year": year,
        **_shown(one),
        **(_inside(one, table, code) if table else {}),
        "labels": _labels(f"{one.name}{year}年预算和决算"),
    }
    return render(request, "finance/budgets/unit.html", context)


@public_page
def terms(request: PublicRequest) -> HttpResponse:
    """The words of budgets in plain ones, each with the newest figure."""
    items = public_budgets(request.township, clock.now()).filter(live__budget__unit=None)
    found = unit_years(items.prefetch_related("live__budget_lines"))
    newest = next((units[0] for units in found.values()), None)
    context = {"terms": terms_with(newest), "labels": _labels("预算里的词是什么意思")}
    return render(request, "finance/budgets/terms.html", context)


def _shown(one: UnitYear | None) -> dict[str, Any]:
    """The pictures and the comparisons of a unit's year."""
    if one is None or one.latest is None:
        return {}
    base, moved = one.changes(Table.EXPENSE)
    return {
        "income_bars": _bars(one, Table.INCOME),
        "expense_bars": _bars(one, Table.EXPENSE),
        "economic_bars": _bars(one, Table.ECONOMIC),
        "base": base,
        "moved": moved,
        "moved_income": one.changes(Table.INCOME)[1],
        "against_last": one.year_against_year(Table.EXPENSE),
        "tables": [table for table in Table if one.lines(table)],
    }


def _bars(one: UnitYear, table: Table) -> list[Bar]:
    """The top lines of a table, each leading to what is below it."""
    nodes = forest(one.lines(table))
    return bars((node.line.name, node.line.amount, _link(one, table, node)) for node in nodes)


def _link(one: UnitYear, table: Table, node: Node) -> str:
    if not node.children:
        return ""
    page = reverse("finance:budget-unit", args=[one.year, one.slug])
    return f"{page}?table={table.value}&code={node.line.code}#inside"


def _inside(one: UnitYear, table: Table, code: str) -> dict[str, Any]:
    """One line of a table, the way to it, and what is below it; the whole table without a code."""
    nodes = list(walk(forest(one.lines(table))))
    here = next((node for node in nodes if node.line.code == code), None) if code else None
    below = here.children if here else forest(one.lines(table))
    above = [n for n in nodes if n.line.code and code.startswith(n.line.code) and n is not here]
    return {
        "table": table,
        "here": here,
        "above": [(n.line.name, _link(one, table, n)) for n in above],
        "inside": bars((n.line.name, n.line.amount, _link(one, table, n)) for n in below),
        "rows": list(walk(below)),
    }


def _table(request: PublicRequest, one: UnitYear) -> Table | None:
    asked = request.GET.get("table", "")
    return Table(asked) if asked in Table.values and one.lines(Table(asked)) else None


def _years(request: PublicRequest) -> list[int]:
    found = public_budgets(request.township, clock.now()).order_by()
    return sorted(set(found.values_list("live__budget__year", flat=True)), reverse=True)


def _rows(request: PublicRequest, parts: list[Any]) -> Iterator[tuple[Any, ...]]:
    site = f"{request.scheme}://{request.get_host()}"
    for part in parts:
        page = site + part.edition.disclosure.get_absolute_url()
        for table, lines in part.by_table.items():
            for line in lines:
                yield (
                    part.unit_name,
                    part.year,
                    part.get_kind_display(),
                    Table(table).label,
                    line.code,
                    line.name,
                    line.amount,
                    line.reason,
                    page,
                )


def _labels(name: str) -> Labels:
    return column_labels(name, "钱从哪来、花到哪，比上年怎样", "财政资金")
