"""What keeps a period from being submitted or published."""

from collections.abc import Iterator

from django.db.models import Count, Sum

from finance.accounts.models import NOTHING, Subject
from finance.ledger.large import uncited
from finance.ledger.models import Balance, Period
from portal.core import clock


def hindrances(period: Period) -> list[str]:
    """Sentences for the accountant; empty when nothing stands in the way."""
    return [*books_wrong(period), *uncited(period)]


def books_wrong(period: Period) -> Iterator[str]:
    """Where the books don't prove, or are not complete yet."""
    if period.last >= clock.today():
        yield f"{period.name}还没有结束，{period.last:%Y-%m-%d} 以后才能提交。"
    balances = list(period.balances.select_related("account"))
    if not balances:
        yield "这一期没有账户，请先设置村级账户。"
    for balance in balances:
        yield from _wrong(balance)


def _wrong(balance: Balance) -> Iterator[str]:
    """The kept totals against the entries themselves."""
    entries = balance.period.entries.filter(account=balance.account).order_by()
    rows = entries.values_list("direction").annotate(Sum("amount"), Count("pk"))
    sums = {direction: total for direction, total, _ in rows}
    income = sums.get(Subject.Direction.INCOME, NOTHING)
    expense = sums.get(Subject.Direction.EXPENSE, NOTHING)
    if (income, expense) != (balance.income, balance.expense):
        yield f"{balance.account}的合计与明细不一致，请联系系统管理员核对。"
    if balance.account.kind != "bank" and balance.closing < 0:
        yield f"{balance.account}期末余额是 {balance.closing:,.2f} 元，现金和专项资金不能为负。"
