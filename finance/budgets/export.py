"""Every line of every table as a file, with what it is compared with."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

from finance.budgets.comparisons import Comparison, comparisons
from finance.budgets.models import Budget
from finance.budgets.public import public_budgets
from finance.budgets.tables import Table
from finance.budgets.unit_year import UnitYear, unit_years
from finance.sangong.changes import Change
from portal.core.public_page import PublicRequest

COLUMNS = (
    "单位",
    "年度",
    "种类",
    "表",
    "科目编码",
    "科目名称",
    "金额（元）",
    "和什么比",
    "原数（元）",
    "增减（元）",
    "增减（%）",
    "增减原因",
    "上年决算（元）",
    "比上年增减（元）",
    "比上年增减（%）",
    "比上年原因",
    "网址",
)

Row = tuple[Any, ...]


def year_rows(
    request: PublicRequest, at: datetime, years: list[int], schools: bool = False
) -> Iterator[Row]:
    """Year by year, so that no more than two are in memory at once."""
    for year in years:
        items = public_budgets(request.township, at).filter(live__budget__year__in=(year - 1, year))
        found = unit_years(items.prefetch_related("live__budget_lines"))
        before = {one.slug: one for one in found.get(year - 1, [])}
        for one in found.get(year, []):
            one.before = before.get(one.slug)
            if one.is_school or not schools:
                yield from unit_rows(request, one)


def unit_rows(request: PublicRequest, one: UnitYear) -> Iterator[Row]:
    compared = {(found.key, found.table): found for found in comparisons(one)}
    keys = {part.pk: f"adjustment-{n}" for n, part in enumerate(one.adjustments, start=1)}
    for part in one.parts:
        key = keys.get(part.pk, part.kind)
        for table in Table:
            yield from _table_rows(
                request, part, table, compared.get((key, table)), _last(part, table, compared)
            )


def _last(part: Budget, table: Table, compared: dict[Any, Comparison]) -> Comparison | None:
    return compared.get(("last", table)) if part.kind == Budget.Kind.FINAL else None


def _table_rows(
    request: PublicRequest,
    part: Budget,
    table: Table,
    base: Comparison | None,
    last: Comparison | None,
) -> Iterator[Row]:
    page = request.build_absolute_uri(part.edition.disclosure.get_absolute_url())
    against, against_last = _by_line(base), _by_line(last)
    for line in part.lines(table):
        key = (line.code, line.name if not line.code else "")
        change, since = against.get(key), against_last.get(key)
        yield (
            part.unit_name,
            part.year,
            part.get_kind_display(),
            table.label,
            line.code,
            line.name,
            line.amount,
            base.base if base and change else "",
            *_told(change),
            line.reason,
            *_told(since),
            line.reason_last,
            page,
        )


def _by_line(found: Comparison | None) -> dict[tuple[str, str], Change]:
    rows = found.moved if found else []
    return {(one.code, one.name if not one.code else ""): one.change for one in rows}


def _told(change: Change | None) -> tuple[Decimal | str, Decimal | str, Decimal | str]:
    """Before, difference, percent; a base of nothing has no percent."""
    if change is None:
        return ("", "", "")
    percent = change.percent
    return (change.before, change.amount, "" if percent is None else percent)
