"""Reading one table of an accountant's sheet: every row becomes an entry, a printed figure, or a
problem."""

import re
import unicodedata
from bisect import bisect
from contextlib import suppress
from datetime import date
from decimal import Decimal
from operator import itemgetter

from finance.ledger import columns as named
from finance.ledger.days import DAY_ALONE, Span, TwoDays, months_of, read_day, span_of
from finance.ledger.labels import BALANCE, ONWARD, OPENS, SUM, as_shown, is_remark, label_of
from finance.ledger.reading import Reading, in_yuan, money, refused, text
from finance.ledger.sheet import NOTHING, Direction, Entry, PrintedTotal
from finance.ledger.table import LedgerTable
from portal.spreadsheets.cells import BadCell
from portal.spreadsheets.rows import Problem, Row

UNIT = re.compile(r"单位[::]?\s*(?:人民币)?\s*(万元|元)")
MONEY = (named.INCOME, named.EXPENSE, named.AMOUNT)
IN = re.compile("收|借|进")
OUT = re.compile("支|付|贷|出")
PURPOSES = {
    Direction.INCOME: named.INCOME_PURPOSE,
    Direction.EXPENSE: named.EXPENSE_PURPOSE,
}
TEXTS = {
    "subject": named.SUBJECT,
    "voucher": named.VOUCHER,
    "counterparty": named.COUNTERPARTY,
    "handler": named.HANDLER,
    "project": named.PROJECT,
    "resolution": named.RESOLUTION,
    "remark": named.REMARK,
}
ONE_COLUMN = (
    "只有“金额”一栏，看不出哪笔是收入、哪笔是支出：请加一栏“收/支”，或把支出写成负数，"
    "或在标题里写明全是收入还是支出。"
)


def read_table(found: LedgerTable, name: str, year: int | None, reading: Reading) -> None:
    table, sheet = found.table, found.sheet
    reading.columns |= {ours: as_shown(found.header[at]) for ours, at in table.places.items()}
    reading.unknown += table.unknown
    reading.way, reading.signed = found.way, found.signed
    title = " ".join(table.above)
    _hold(_span_of((title, sheet.name, name), year, reading.span), reading)
    reading.unit = _unit(title, [as_shown(cell) for cell in found.header]) or reading.unit
    if not found.dated:
        reading.wrong(table.header, named.DATE, "没有日期栏，请加上一栏写明每笔收支的日期。")
        return
    if found.only_amounts and not found.way and not found.signed:
        reading.wrong(table.header, named.AMOUNT, ONE_COLUMN)
        return
    _opening_above(table.above, reading)
    reading.days = [(row.number, row.values.get(named.DATE, "")) for row in table.rows]
    totals = {row.number for row in table.totals}
    for row in sorted((*table.rows, *table.totals), key=lambda row: row.number):
        if found.repeats_header(sheet.rows[row.number - 1]):
            _hold(_span_of((" ".join(reading.heads),), year, reading.span), reading)
        else:
            _read_row(row, row.number in totals, found, reading)
    for row in table.notes:
        _tell_left_out(row, sheet.rows[row.number - 1], reading)


def _hold(span: Span | None, reading: Reading) -> None:
    """From here on the sheet is about `span`; where none is told, about what it was before."""
    reading.span, reading.heads = span or reading.span, []
    reading.spans += [span] if span else []


def _span_of(told: tuple[str, ...], year: int | None, before: Span | None) -> Span | None:
    """The first period that one of `told` names, in `year` if that is given. A month alone is of
    the year that the sheet was about `before`."""
    span = next((span for words in told if (span := span_of(words))), None)
    if span is None and before is not None:
        months = "，".join(words for words in told if "月" in words or "季" in words)
        span = span_of(f"{before.first.year}年{months}") if months else None
    return _years(year, span) if year and (span or not before) else span


def _opening_above(above: tuple[str, ...], reading: Reading) -> None:
    """A balance brought forward that stands in a line over the table."""
    told = OPENS.search(unicodedata.normalize("NFKC", " ".join(above)))
    if told and reading.opening is None and not reading.entries:
        reading.opening = in_yuan(told[1], reading)


def _unit(title: str, headings: list[str]) -> str:
    """元 or 万元 as the unit line or a heading says; empty where neither does."""
    told = UNIT.search(unicodedata.normalize("NFKC", title))
    if told:
        return told[1]
    return "万元" if any("万元" in heading for heading in headings) else ""


def _years(year: int, told: Span | None) -> Span:
    """The months that were told, in `year`."""
    if told and told.first.year < told.last.year:
        return told
    first, last = (told.first.month, told.last.month) if told else (1, 12)
    return months_of(year, first, last)


def _read_row(row: Row, total: bool, found: LedgerTable, reading: Reading) -> None:
    cells = found.sheet.rows[row.number - 1]
    label = label_of(cells, row.values.get(named.PURPOSE))
    if BALANCE.fullmatch(label):
        _balance(row, label, reading)
    elif total or SUM.fullmatch(label):
        _printed(row, label, reading)
    elif is_remark(cells, row.values):
        _leave_out(row, cells, reading)
    else:
        places, red = found.table.places, found.sheet.red
        names = [name for name in MONEY if (row.number, places.get(name, -1) + 1) in red]
        _entry(row, reading, frozenset(names if reading.red_letters else ()))


def _leave_out(row: Row, cells: list[object], reading: Reading) -> None:
    reading.heads.append(_tell_left_out(row, cells, reading))


def _tell_left_out(row: Row, cells: list[object], reading: Reading) -> str:
    words = " ".join(text for cell in cells if (text := as_shown(cell)))
    reading.left_out.append(f"{reading.place}第 {row.number} 行“{words[:40]}”")
    return words


def _balance(row: Row, label: str, reading: Reading) -> None:
    """What was there before the first entry, or a balance printed between or after them."""
    if reading.entries or reading.opening is not None:
        _printed(row, label, reading)
        return
    for column in (named.BALANCE, named.INCOME, named.AMOUNT):
        amount = money(row, column, reading)
        if amount is not None:
            reading.opening, reading.opening_among_income = amount, column == named.INCOME
            reading.opening_row = row.number
            return
    if not refused(row, reading):
        reading.wrong(row.number, named.BALANCE, "期初（上期结转）这一行没有金额，请填上期结余。")


def _printed(row: Row, label: str, reading: Reading) -> None:
    income, expense, balance, amount = (
        money(row, name, reading)
        for name in (named.INCOME, named.EXPENSE, named.BALANCE, named.AMOUNT)
    )
    if reading.minus_spent and expense is not None:
        expense = -expense
    if BALANCE.fullmatch(label):
        told = (balance, income, expense, amount)
        income, expense, balance = None, None, next((one for one in told if one is not None), None)
        if ONWARD.search(label) and not balance:
            return  # handed on, so nothing is left
    elif reading.way is not None and amount is not None:
        income, expense = (amount, None) if reading.way is Direction.INCOME else (None, amount)
    place = len(reading.entries)
    reading.printed.append(
        PrintedTotal(row.number, label or "合计", income, expense, balance, place, reading.place)
    )
    reading.closing = balance if balance is not None else reading.closing


def _entry(row: Row, reading: Reading, red: frozenset[str]) -> None:
    before = len(reading.problems)
    on = _day(row, reading)
    way = _way(row, reading)
    if way is not None and red:
        way = way[0], -abs(way[1])
    purpose = _purpose(row, way, reading)
    if not purpose and {named.PURPOSE, *PURPOSES.values()} & row.values.keys():
        reading.wrong(row.number, named.PURPOSE, "用途是空的，请写明这笔钱是做什么的。")
    texts = {field: text(row, column, reading) for field, column in TEXTS.items()}
    balance = money(row, named.BALANCE, reading)
    if len(reading.problems) > before or on is None or way is None:
        return
    direction, amount = way
    reading.heads.clear()
    if reading.span is not None and on not in reading.span:
        told = f"{on:%Y-%m-%d} 不在标题所写的期间（{reading.span}）内，请核对日期或标题。"
        reading.strays.append(Problem(row.number, named.DATE, f"{reading.place}{told}"))
    reading.entries.append(
        Entry(
            row.number,
            on,
            direction,
            amount,
            purpose or texts["subject"],
            balance=balance,
            place=reading.place,
            **texts,
        )
    )


def _purpose(row: Row, way: tuple[Direction, Decimal] | None, reading: Reading) -> str:
    told = text(row, named.PURPOSE, reading)
    return told or (text(row, PURPOSES[way[0]], reading) if way else "")


def _day(row: Row, reading: Reading) -> date | None:
    try:
        return read_day(_written_day(row, reading), reading.span, reading.last_day)
    except TwoDays as refusal:
        if (day := _told_by_next(refusal.days, row, reading)) is not None:
            return day
        reading.wrong(row.number, named.DATE, str(refusal))
        return None
    except BadCell as refusal:
        reading.wrong(row.number, named.DATE, str(refusal))
        return None


def _told_by_next(days: list[date], row: Row, reading: Reading) -> date | None:
    """The earlier of two days where the next one that is sure comes before the later."""
    for _, cell in reading.days[bisect(reading.days, row.number, key=itemgetter(0)) :]:
        with suppress(BadCell):
            ahead = read_day(cell, reading.span, None)
            return days[0] if days[0] <= ahead < days[1] else None
    return None


def _written_day(row: Row, reading: Reading) -> object:
    """The cell of the date, or month and day where they stand in columns of their own. A month is
    written once for the rows under it."""
    cell = row.values.get(named.DATE, "")
    shown = as_shown(cell)
    if named.MONTH not in row.values or (shown and not DAY_ALONE.fullmatch(shown)):
        return cell
    month = as_shown(row.values[named.MONTH]).removesuffix("份").removesuffix("月")
    day = (as_shown(row.values.get(named.DAY)) or shown).removesuffix("日")
    if not month and day.isdecimal() and (last := reading.last_day) and int(day) >= last.day:
        month = str(last.month)
    year = as_shown(row.values.get(named.YEAR)).removesuffix("年")
    whole = f"{year}年{month}月{day}日" if year else f"{month}月{day}日"
    return whole if month and day else ""


def _way(row: Row, reading: Reading) -> tuple[Direction, Decimal] | None:
    """Whether money came or went, and how much; None with a problem told."""
    if reading.way is not None or reading.signed:
        return _only_amount(row, reading)
    if named.AMOUNT in row.values and named.DIRECTION in row.values:
        return _told_way(row, reading)
    income = money(row, named.INCOME, reading) or NOTHING
    expense = money(row, named.EXPENSE, reading) or NOTHING
    expense = -expense if reading.minus_spent else expense
    if income and expense:
        reading.wrong(row.number, "", "同一行既有收入又有支出，请分成两行。")
    elif income:
        return Direction.INCOME, income
    elif expense:
        return Direction.EXPENSE, expense
    elif not refused(row, reading):
        reading.wrong(row.number, "", "收入和支出都是空的，请填金额；不是收支的行请删除。")
    return None


def _only_amount(row: Row, reading: Reading) -> tuple[Direction, Decimal] | None:
    amount = money(row, named.AMOUNT, reading)
    if not amount:
        if not refused(row, reading):
            reading.wrong(row.number, named.AMOUNT, "金额是空的，请填写。")
        return None
    if reading.way is not None:
        return reading.way, amount
    return (Direction.INCOME if amount > 0 else Direction.EXPENSE), abs(amount)


def _told_way(row: Row, reading: Reading) -> tuple[Direction, Decimal] | None:
    told = as_shown(row.values[named.DIRECTION])
    amount = money(row, named.AMOUNT, reading)
    direction = Direction.INCOME if IN.search(told) else Direction.EXPENSE
    if not IN.search(told) and not OUT.search(told):
        reading.wrong(row.number, named.DIRECTION, f"“{told}”看不出是收入还是支出，请写明。")
    elif amount is None and not refused(row, reading):
        reading.wrong(row.number, named.AMOUNT, "金额是空的，请填写。")
    return (direction, amount) if amount is not None else None
