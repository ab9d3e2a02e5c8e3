"""Budgets of the township, small, and workbooks as a finance office keeps them."""

import io
from decimal import Decimal
from typing import Any

import xlsxwriter

from disclosures.flow.publish import publish_archived
from disclosures.items.models import Disclosure, Edition
from finance.budgets.models import Budget, BudgetLine
from tests import factories
from tests.cast import Cast

Line = tuple[str, str, str, str, str]  # table, code, name, amount, reason

INCOME: Line = ("02-income", "", "一般公共预算拨款收入", "1000.00", "")
EXPENSE: tuple[Line, ...] = (
    ("03-expense", "208", "社会保障和就业支出", "600.00", ""),
    ("03-expense", "20810", "社会福利", "600.00", ""),
    ("03-expense", "2081002", "老年福利", "600.00", ""),
    ("03-expense", "213", "农林水支出", "400.00", ""),
)
WHOLE = (INCOME, *EXPENSE)


def changed(lines: tuple[Line, ...], **amounts: str) -> tuple[Line, ...]:
    """`lines` with other amounts by name; `A_208="1.00"` for a code."""
    by_code = {key.removeprefix("A_"): amount for key, amount in amounts.items()}
    return tuple(
        (table, code, name, by_code.get(code or "income", amount), reason)
        for table, code, name, amount, reason in lines
    )


def explained(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(
        (table, code, name, amount, "按实际安排") for table, code, name, amount, _ in lines
    )


def drafted(
    cast: Cast, *lines: Line, kind: str = "budget", year: int = 2026, **more: Any
) -> Edition:
    edition = factories.draft(
        cast.town, by=cast.officer, shape="budget", title=f"{year}年{kind}", body=""
    )
    own = {"township": cast.town, "edition": edition}
    Budget.objects.create(kind=kind, year=year, **own, **more)
    for table, code, name, amount, reason in lines:
        told = {"code": code, "name": name, "amount": Decimal(amount), "reason": reason}
        BudgetLine.objects.create(table=table, **told, **own)
    return edition


def published(
    cast: Cast, *lines: Line, kind: str = "budget", year: int = 2026, at: str = "", **more: Any
) -> Disclosure:
    edition = drafted(cast, *lines, kind=kind, year=year, **more)
    moment = factories.moment(at or f"{year}-02-01 10:00")
    return publish_archived(edition, at=moment, by=cast.officer)


def workbook(sheets: dict[str, list[list[Any]]], hidden: str = "") -> bytes:
    stream = io.BytesIO()
    made = xlsxwriter.Workbook(stream, {"in_memory": True})
    for name, rows in sheets.items():
        page = made.add_worksheet(name)
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
        if name == hidden:
            page.hide()
    made.close()
    return stream.getvalue()
