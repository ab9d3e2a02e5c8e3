"""Dates as accountants write them, also without the year that stands in the title."""

import re
import unicodedata
from calendar import monthrange
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from portal.spreadsheets.cells import BadCell, as_date, as_text

SHORT = re.compile(r"(\d{1,2})\s*(?:[-/.。、]|月)\s*(\d{1,2})\s*[日号]?")
SHORT_YEAR = re.compile(r"(\d{2})[-/.。](\d{1,2})[-/.。](\d{1,2})")
DAY_ALONE = re.compile(r"(\d{1,2})\s*[日号]?")
YEAR = re.compile(r"(?<!\d)(20\d{2})\s*(?:年|[-./])")
QUARTER = re.compile(r"第?\s*([一二三四1-4])\s*季度")
MONTHS = re.compile(r"(?<!\d)(\d{1,2})\s*(?:月份?)?\s*(?:[-—~至到]\s*(\d{1,2})\s*月|月)")
HALF = re.compile(r"([上下])半年")
DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4}
FULL = r"20\d{2}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?"
BETWEEN = r"\s*(?:至|到|[-—–~])+\s*"
# when a sheet was signed or hung up is not when the money moved
SIGNED = re.compile(
    rf"(?:填[报表制]|制表|编制|公[示开布]|发布|报送|上报|打印|张贴|审核|签[字章])\S{{0,4}}[::]\s*{FULL}"
    rf"(?:{BETWEEN}(?:20\d{{2}}\s*[年./-])?\s*\d{{1,2}}\s*[月./-]\s*\d{{1,2}}\s*日?)?"
)
UNTIL = re.compile(r"截[至止]到?\s*(20\d{2})\s*[年./-]\s*(\d{1,2})(?!\d)")
RANGE = re.compile(
    r"(20\d{2})[年./](\d{1,2})(?:[月./]\d{0,2}日?)?"
    rf"{BETWEEN}(?:(20\d{{2}})[年./])?(\d{{1,2}})(?![\d年])"
)
ISO = re.compile(r"(20\d{2})-(\d{1,2})(?:-(\d{1,2}))?(?!\d|\s*月)")
NUMERAL = re.compile("[〇零○一二三四五六七八九十元]+(?=年|月)")
ONES = {"〇": 0, "零": 0, "○": 0, "元": 1} | {
    sign: value for value, sign in enumerate("一二三四五六七八九", start=1)
}
SAY = "请写成 2025-01-02 的样子。"


class TwoDays(BadCell):
    """A number that may be either of two days; only the rows beside it can tell."""

    def __init__(self, text: str, days: list[date]) -> None:
        first, last = (f"{day.month} 月 {day.day} 日" for day in days)
        super().__init__(f"“{text}”分不清是 {first}还是 {last}，{SAY}")
        self.days = days


@dataclass(frozen=True)
class Span:
    """The days that a sheet says it is about, first and last."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def in_one_month(self) -> bool:
        return (self.first.year, self.first.month) == (self.last.year, self.last.month)

    def __str__(self) -> str:
        return f"{self.first:%Y-%m-%d} 至 {self.last:%Y-%m-%d}"


def span_of(title: str) -> Span | None:
    """The period that a title such as 2025年第一季度 names; a year alone is the whole year."""
    text = NUMERAL.sub(lambda found: _plain(found[0]), unicodedata.normalize("NFKC", title))
    text = ISO.sub(lambda found: ".".join(filter(None, found.groups())), SIGNED.sub(" ", text))
    if found := UNTIL.search(text):
        return _between(int(found[1]), 1, int(found[1]), int(found[2]))
    if found := RANGE.search(text):
        return _between(int(found[1]), int(found[2]), int(found[3] or found[1]), int(found[4]))
    year = YEAR.search(text)
    if year is None:
        return None
    first, last = _months(text[year.end() :])
    return _between(int(year[1]), first, int(year[1]), last)


def _plain(numeral: str) -> str:
    """二〇二五 is 2025, 十二 is 12."""
    if "十" not in numeral:
        return "".join(str(ONES[sign]) for sign in numeral)
    tens, ones = numeral.split("十", 1)
    return str(ONES.get(tens, 1) * 10 + ONES.get(ones, 0))


def _between(year: int, first: int, last_year: int, last: int) -> Span | None:
    if not (1 <= first <= 12 and 1 <= last <= 12) or (year, first) > (last_year, last):
        return None
    return Span(months_of(year, first, first).first, months_of(last_year, last, last).last)


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
    row before (`after`) decides, and where it can't, TwoDays is raised.
    """
    text = unicodedata.normalize("NFKC", as_text(cell)).strip()
    if parts := SHORT_YEAR.fullmatch(text):
        text = cell = f"20{parts[1]}-{parts[2]}-{parts[3]}"
    if (parts := DAY_ALONE.fullmatch(text)) and span is not None and span.in_one_month:
        text = cell = f"{span.first.month}月{parts[1]}日"
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
        raise TwoDays(text, fitting)
    if not fitting:
        raise BadCell(f"“{text}”不是日历上有的日子，请核对。")
    return fitting[0]


def _day(span: Span, month: int, day: int) -> date | None:
    """That day in the year that puts it into `span`, else in the first year."""
    found = []
    for year in range(span.first.year, span.last.year + 1):
        with suppress(ValueError):
            found.append(date(year, month, day))
    return next((one for one in found if one in span), found[0] if found else None)
