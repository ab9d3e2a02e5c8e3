"""Village books: entries, periods with their digests, balances."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from finance.accounts.models import Subject
from finance.ledger.entry_table import correction
from finance.ledger.figures import totals_of
from finance.ledger.models import LedgerEntry, Period
from portal.core.township.models import Township
from portal.reports.data.dataset import Dataset, Line, Theme
from portal.reports.data.fields import amount, day, moment, page_of, text, whole, yes_no
from portal.reports.data.kept import Kept, each
from portal.reports.data.keys import NUMBER
from portal.reports.data.narrowing import choice, updated_since, village, year


def _entries(township: Township, at: datetime) -> Any:
    return LedgerEntry.objects.public(township).told()


def _periods(township: Township, at: datetime) -> Any:
    found = Period.objects.public(township).select_related("village")
    return found.prefetch_related("balances__account")


def _periods_with_totals(
    found: Sequence[Any], township: Township, at: datetime
) -> Iterator[tuple[Any, str, Any]]:
    for period in found:
        yield period, "", Line(period, totals_of(period.balances.all()))


VILLAGE_NAMED = (
    text("village", "村（社区）", "period.village.name"),
    text("village_slug", "村（社区）标识", "period.village.slug"),
)
IN_PERIOD = (
    year("first__year"),
    village("village__slug"),
    updated_since("published_at__gte"),
)

BOOKS: tuple[Dataset, ...] = (
    Kept(
        name="ledger-entries",
        title="村级收支逐笔",
        about="各村已公开账期的每一笔收入和支出。个人只显示姓氏，公开后不改，错了用红字冲销。",
        theme=Theme.VILLAGES,
        page="finance:villages",
        door=_entries,
        key=NUMBER,
        fields=(
            *VILLAGE_NAMED,
            text("period", "账期", "period.name"),
            day("on", "日期", "on"),
            text("voucher", "凭证号", "voucher"),
            text("account", "账户", "account.name"),
            text("direction", "收支方向", "get_direction_display"),
            text("subject", "科目", "subject.name"),
            text("purpose", "用途", "purpose"),
            amount("amount", "金额（元）", "amount", "红字冲销的是负数。"),
            text("counterparty", "收（付）款方", "counterparty", "个人只显示姓氏。"),
            text("handler", "经手人", "handler"),
            yes_no("large", "大额", "large", "达到本村的大额支出起点。"),
            text("resolution", "依据的决议", "resolution.index_number", "索引号。"),
            text("project", "项目", "project.index_number", "索引号。"),
            text("levy", "筹资筹劳", "levy.index_number", "索引号。"),
            text("correction", "冲销", correction),
            text("remark", "备注", "remark"),
            page_of("get_absolute_url"),
        ),
        filters=(
            year("on__year"),
            village("period__village__slug"),
            choice("direction", "收支方向", "direction", Subject.Direction.choices),
            updated_since("period__published_at__gte"),
        ),
    ),
    Kept(
        name="ledger-periods",
        title="村级账期和摘要值",
        about="各村已公开的账期：收支余额、审核和摘要值。摘要值一期接一期，谁都可以重算核对。",
        theme=Theme.VILLAGES,
        page="finance:verify",
        door=_periods,
        key=NUMBER,
        rows=_periods_with_totals,
        batch=100,
        fields=(
            text("village", "村（社区）", "item.village.name"),
            text("village_slug", "村（社区）标识", "item.village.slug"),
            text("period", "账期", "item.name"),
            day("first", "起", "item.first"),
            day("last", "止", "item.last"),
            amount("opening", "期初余额（元）", "row.opening"),
            amount("income", "收入（元）", "row.income"),
            amount("expense", "支出（元）", "row.expense"),
            amount("closing", "期末余额（元）", "row.closing"),
            whole("entries", "笔数", "row.entries"),
            text("checked_by", "审核人", "item.checked_by_whom"),
            day("checked_on", "审核日期", "item.checked_on"),
            moment("published_at", "公开时间", "item.published_at"),
            amount("large_from", "大额支出起点（元）", "item.large_from"),
            text("digest", "摘要值", "item.digest", "SHA-256，原文在网页上可以下载。"),
            page_of("item.get_absolute_url"),
        ),
        filters=IN_PERIOD,
    ),
    Kept(
        name="ledger-balances",
        title="村级账户余额",
        about="每个账期每个账户的期初、收入、支出、期末。",
        theme=Theme.VILLAGES,
        page="finance:villages",
        door=_periods,
        key=NUMBER,
        rows=each(lambda period: period.balances.all()),
        counted="balances",
        batch=100,
        fields=(
            text("village", "村（社区）", "item.village.name"),
            text("village_slug", "村（社区）标识", "item.village.slug"),
            text("period", "账期", "item.name"),
            text("account", "账户", "row.account.name"),
            amount("opening", "期初余额（元）", "row.opening"),
            amount("income", "收入（元）", "row.income"),
            amount("expense", "支出（元）", "row.expense"),
            amount("closing", "期末余额（元）", "row.closing"),
            whole("entries", "笔数", "row.entries"),
            page_of("item.get_absolute_url"),
        ),
        filters=IN_PERIOD,
    ),
)
