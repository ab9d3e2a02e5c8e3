"""Dates as accountants write them, also without the year that stands in the title."""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from portal.spreadsheets.cells import BadCell, as_date, as_text

SHORT = re.compile(r"(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})\s*日?")
YEAR = re.compile(r"(?<!\d)(20\d{2})\s*(?:年|[-./])")
QUARTER = re.compile(r"第?\s*([一二三四1-4])\s*季度")
MONTHS = re.compile(r"(?<!\d)(\d{1,2})\s*(?:月份?)?\s*(?:[-—~至到]\s*(\d{1,2})\s*月|月)")
HALF = re.compile(r"([上下])半年")
DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4}
SAY = "请写成 2025-01-02 的样子。"


@dataclass(frozen=True)
class Span:
    """The days that a sheet says it is about, first and last."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return f"{self.first:%Y-%m-%d} 至 {self.last:%Y-%m-%d}"


def span_of(title: str) -> Span | None:
    """The period that a title such as 2025年第一季度 names; a year alone is the whole year."""
    text = unicodedata.normalize("NFKC", title)
    year = YEAR.search(text)
    if year is None:
        return None
    first, last = _months(text[year.end() :])
    return months_of(int(year[1]), first, last) if 1 <= first <= last <= 12 else None


def _months(text: str) -> tuple[int, int]:
    if quarter := QUARTER.search(text):
        number = DIGITS.get(quarter[1]) or int(quarter[1])
        return number * 3 - 2, number * 3
    if half := HALF.search(text):
        return (1, 6) if half[1] == "上" else (7, 12)
    if months := MONTHS.search(text):
        return int(months[1]), int(months[2] or months[1])
    return 1, 12


def months_of(year: int, first: int, last: int) -> Span:
    return Span(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def read_day(cell: object, span: Span | None, after: date | None) -> date:
    """The day of an entry. Month and day alone take their year from `span`.

    A number such as 1.1 may have been 1.10 before the spreadsheet shortened it: the day of the
    row before (`after`) decides, and where it can't, the cell is refused.
    """
    text = unicodedata.normalize("NFKC", as_text(cell)).strip()
    short = SHORT.fullmatch(text)
    if short is None:
        return as_date(cell)
    if span is None:
        raise BadCell(f"“{text}”没有年份，标题里也没有写哪一年，{SAY}")
    month, day = int(short[1]), int(short[2])
    days = [day, day * 10] if isinstance(cell, float) and day < 4 else [day]
    fitting = [found for one in days if (found := _day(span, month, one))]
    if len(fitting) == 2 and after is not None and fitting[0] < after:
        fitting = fitting[1:]
    if len(fitting) == 2:
        raise BadCell(
            f"“{text}”分不清是 {month} 月 {days[0]} 日还是 {month} 月 {days[1]} 日，{SAY}"
        )
    if not fitting:
        raise BadCell(f"“{text}”不是日历上有的日子，请核对。")
    return fitting[0]


def _day(span: Span, month: int, day: int) -> date | None:
    try:
        return date(span.first.year, month, day)
    except ValueError:
        return None
