"""The shapes in which village accountants keep their sheets, one writer each."""

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import xlsxwriter

from demo.compose.ledgers import INCOME, Entry


@dataclass(frozen=True)
class Line:
    """One row of a sheet: amounts in cents."""

    on: date
    voucher: str
    entry: Entry
    payee: str
    handler: str
    resolution: str
    project: str = ""


@dataclass(frozen=True)
class Book:
    """One sheet: the lines of one account over some months."""

    village: str
    account: str
    first: date
    last: date
    opening: int
    lines: tuple[Line, ...]

    @property
    def title(self) -> str:
        span = f"{self.first.year}年{self.first.month}—{self.last.month}月"
        return f"{self.village}{span}收支明细（{self.account}）"


def write(place: int, book: Book, folder: Path) -> dict[str, str]:
    """The sheet in the shape of the village's accountant; what the index says of it."""
    shapes = (_with_totals, _one_amount, _month_and_day, _all_text, _words_for_days, _in_wan)
    path = shapes[place % len(shapes)](book, folder)
    return {
        "file": path.name,
        "first": book.first.isoformat(),
        "last": book.last.isoformat(),
    }


def signed(entry: Entry) -> int:
    return entry.cents if entry.side == INCOME else -entry.cents


def _yuan(cents: int) -> Decimal:
    return Decimal(cents) / 100


def _with_totals(book: Book, folder: Path) -> Path:
    """Title, unit, opening, each month's total and the sum so far, signatures."""
    heading = (
        "日期",
        "凭证号",
        "用途",
        "科目",
        "收入",
        "支出",
        "余额",
        "收（付）款方",
        "经手人",
        "决议",
        "项目",
    )
    rows: list[list[object]] = [["", "", "上期结转", "", "", "", _yuan(book.opening)]]
    held, so_far = book.opening, [0, 0]
    for month in dict.fromkeys(line.entry.month for line in book.lines):
        sums = [0, 0]
        for line in (one for one in book.lines if one.entry.month == month):
            entry, income = line.entry, line.entry.side == INCOME
            held += signed(entry)
            sums[0 if income else 1] += entry.cents
            amounts = [_yuan(entry.cents), ""] if income else ["", _yuan(entry.cents)]
            rows.append(
                [line.on, line.voucher, entry.purpose, entry.subject, *amounts, _yuan(held)]
                + [line.payee, line.handler, line.resolution, line.project]
            )
        so_far = [so_far[0] + sums[0], so_far[1] + sums[1]]
        rows.append(["", "", f"{month[1]}月合计", "", *map(_yuan, sums), _yuan(held)])
        rows.append(["", "", "累计", "", *map(_yuan, so_far), _yuan(held)])
    end = [["审核：村务监督委员会", "", "", "会计：", "", "出纳："]]
    return _workbook(book, folder, heading, rows, end, "单位：元")


def _one_amount(book: Book, folder: Path) -> Path:
    """GB18030 text, one column of amounts, days as 2025.1.6."""
    heading = (
        "记账日期",
        "凭证字号",
        "收/支",
        "科目",
        "摘要",
        "金额",
        "余额",
        "收款人",
        "经办人",
        "决议",
        "项目",
    )
    rows = [[book.title], list(heading)]
    rows.append(["", "", "", "", "期初余额", "", f"{_yuan(book.opening):.2f}"])
    held = book.opening
    for line in book.lines:
        entry = line.entry
        held += signed(entry)
        side = "收" if entry.side == INCOME else "支"
        on = f"{line.on.year}.{line.on.month}.{line.on.day}"
        rows.append(
            [on, line.voucher, side, entry.subject, entry.purpose, f"{_yuan(entry.cents):,.2f}"]
            + [f"{_yuan(held):,.2f}", line.payee, line.handler, line.resolution, line.project]
        )
    return _text(book, folder, rows, "gb18030")


def _month_and_day(book: Book, folder: Path) -> Path:
    """月 and 日 apart, the year in the title, a blank column, red letters never needed."""
    heading = (
        "月",
        "日",
        "凭证",
        "摘要",
        "",
        "会计科目",
        "借方",
        "贷方",
        "结余",
        "对方单位",
        "经手人",
        "会议决议",
        "项目",
    )
    rows: list[list[object]] = [["", "", "", "承前页", "", "", "", "", _yuan(book.opening)]]
    held = book.opening
    for line in book.lines:
        entry = line.entry
        held += signed(entry)
        income = entry.side == INCOME
        amounts = [_yuan(entry.cents), ""] if income else ["", _yuan(entry.cents)]
        rows.append(
            [line.on.month, line.on.day, line.voucher, entry.purpose, "", entry.subject, *amounts]
            + [_yuan(held), line.payee, line.handler, line.resolution, line.project]
        )
    return _workbook(book, folder, heading, rows, [["制表人：", "", "", "复核："]], "单位：元")


def _all_text(book: Book, folder: Path) -> Path:
    """A workbook with days and amounts as text."""
    heading = (
        "时间",
        "凭证编号",
        "事由",
        "收支科目",
        "收入金额",
        "支出金额",
        "结存金额",
        "对方",
        "经办",
        "决议",
        "项目",
    )
    rows: list[list[object]] = [["", "", "上月结转", "", "", "", f"￥{_yuan(book.opening):,.2f}"]]
    held = book.opening
    for line in book.lines:
        entry = line.entry
        held += signed(entry)
        told = f"￥{_yuan(entry.cents):,.2f}"
        amounts = [told, ""] if entry.side == INCOME else ["", told]
        on = f"{line.on.year}/{line.on.month}/{line.on.day}"
        rows.append(
            [on, line.voucher, entry.purpose, entry.subject, *amounts, f"￥{_yuan(held):,.2f}"]
            + [line.payee, line.handler, line.resolution, line.project]
        )
    return _workbook(book, folder, heading, rows, [], "单位：元")


def _words_for_days(book: Book, folder: Path) -> Path:
    """UTF-8 text, days as 2025年1月6日, amounts with 元."""
    heading = (
        "日期",
        "票据号",
        "资金用途",
        "类别",
        "收入",
        "支出",
        "余额",
        "收(付)款方",
        "经手人",
        "决议编号",
        "项目",
    )
    rows = [[book.title], ["单位：元"], list(heading)]
    rows.append(["", "", "上期结转", "", "", "", f"{_yuan(book.opening):.2f}元"])
    held = book.opening
    for line in book.lines:
        entry = line.entry
        held += signed(entry)
        told = f"{_yuan(entry.cents):.2f}元"
        amounts = [told, ""] if entry.side == INCOME else ["", told]
        on = f"{line.on.year}年{line.on.month}月{line.on.day}日"
        rows.append(
            [on, line.voucher, entry.purpose, entry.subject, *amounts, f"{_yuan(held):.2f}元"]
            + [line.payee, line.handler, line.resolution, line.project]
        )
    return _text(book, folder, rows, "utf-8-sig")


def _in_wan(book: Book, folder: Path) -> Path:
    """Amounts in 万元, to the cent."""
    heading = (
        "日期",
        "凭证号",
        "摘要",
        "科目",
        "收入",
        "支出",
        "余额",
        "收（付）款方",
        "经手人",
        "决议",
        "项目",
    )
    wan = 1_000_000
    rows: list[list[object]] = [["", "", "期初余额", "", "", "", Decimal(book.opening) / wan]]
    held = book.opening
    for line in book.lines:
        entry = line.entry
        held += signed(entry)
        told = Decimal(entry.cents) / wan
        amounts = [told, ""] if entry.side == INCOME else ["", told]
        rows.append(
            [line.on, line.voucher, entry.purpose, entry.subject, *amounts]
            + [Decimal(held) / wan, line.payee, line.handler, line.resolution, line.project]
        )
    return _workbook(book, folder, heading, rows, [], "单位：万元")


def _text(book: Book, folder: Path, rows: list[list[str]], encoding: str) -> Path:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerows(rows)
    path = folder / f"{book.title}.csv"
    path.write_bytes(stream.getvalue().encode(encoding))
    return path


def _workbook(
    book: Book,
    folder: Path,
    heading: tuple[str, ...],
    rows: list[list[object]],
    end: list[list[str]],
    unit: str,
) -> Path:
    path = folder / f"{book.title}.xlsx"
    made = xlsxwriter.Workbook(str(path))
    made.set_properties({"title": "", "author": "", "created": _always_then()})
    page = made.add_worksheet("收支明细")
    day = made.add_format({"num_format": "yyyy-mm-dd"})
    page.merge_range(0, 0, 0, len(heading) - 1, book.title)
    page.write(1, len(heading) - 1, unit)
    page.write_row(2, 0, heading)
    for number, row in enumerate([*rows, *end], start=3):
        for place, value in enumerate(row):
            if isinstance(value, date):
                page.write_datetime(number, place, _midnight(value), day)
            elif isinstance(value, Decimal):
                page.write_number(number, place, float(value))
            elif value != "":
                page.write(number, place, value)
    made.close()
    return path


def _always_then() -> datetime:
    """The same in every making, so that the files stay the same."""
    return _midnight(date(2026, 11, 20))


def _midnight(on: date) -> datetime:
    """A workbook's days know no zone."""
    return datetime(on.year, on.month, on.day)  # noqa: DTZ001
