"""Figures of public money: what was granted, paid to households, taken in and spent by villages."""

from decimal import Decimal
from typing import Any

from django.db.models import Sum

from disclosures.items.querysets import DisclosureQuerySet
from disclosures.items.shapes import Shape
from disclosures.lists.models import ListKind, ListTotal
from finance.grants.models import GrantLine
from finance.ledger.models import Balance, Period
from portal.core.township.models import Township
from portal.reports.figures.figure import Figure, counted
from portal.reports.figures.items import of_year


def money_figures() -> list[Figure]:
    return [
        Figure(
            "下达专项资金", _granted, rows=_grants, meaning="本年公开的资金下达通知的金额合计。"
        ),
        counted("发放名单", _payments, "份", "本年公开的各类补贴、救助发放名单。"),
        Figure("发放惠民资金", _paid, rows=_payments, meaning="本年公开的发放名单的金额合计。"),
        counted("公开村级账期", books, "期", "账期在本年、已经公开的村级收支。"),
        Figure("村级收入", _income, rows=books, meaning="本年已公开账期的收入合计。"),
        Figure("村级支出", _expense, rows=books, meaning="本年已公开账期的支出合计。"),
    ]


def books(township: Township, year: int) -> Any:
    return Period.objects.public(township).filter(first__year=year).select_related("village")


def _grants(township: Township, year: int) -> DisclosureQuerySet:
    return of_year(township, year).of_shape(Shape.FUND_GRANT)


def _granted(township: Township, year: int) -> str:
    editions = _grants(township, year).order_by().values("live")
    return _sum(GrantLine.objects.filter(edition__in=editions), "amount")


def _payments(township: Township, year: int) -> DisclosureQuerySet:
    lists = of_year(township, year).of_shape(Shape.NOTICE_LIST)
    return lists.filter(live__noticelist__kind__purpose=ListKind.Purpose.PAYMENT)


def _paid(township: Township, year: int) -> str:
    editions = _payments(township, year).order_by().values("live")
    return _sum(ListTotal.objects.filter(edition__in=editions), "amount")


def _income(township: Township, year: int) -> str:
    return _sum(Balance.objects.filter(period__in=books(township, year).order_by()), "income")


def _expense(township: Township, year: int) -> str:
    return _sum(Balance.objects.filter(period__in=books(township, year).order_by()), "expense")


def _sum(rows: Any, field: str) -> str:
    whole = rows.aggregate(whole=Sum(field))["whole"] or Decimal(0)
    return f"{whole:,.2f}元"
