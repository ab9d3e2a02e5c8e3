"""A year's notice as a value, and what must be true of it before it is adopted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from portal.core.workdays.days import FIXED_HOLIDAYS, WEEKDAYS, DayKind


@dataclass(frozen=True)
class NamedDay:
    """A day that the notice names, with the line of the text where it stands."""

    on: date
    kind: DayKind
    name: str
    line: int = 0


@dataclass(frozen=True)
class Notice:
    year: int
    title: str
    days: tuple[NamedDay, ...]
    source_text: str = ""


@dataclass(frozen=True)
class NoticeProblem:
    line: int
    message: str

    def __str__(self) -> str:
        return f"第{self.line}行：{self.message}" if self.line else self.message


def standard_title(year: int) -> str:
    return f"国务院办公厅关于{year}年部分节假日安排的通知"


def problems_of(notice: Notice) -> list[NoticeProblem]:
    """Everything that keeps `notice` from being adopted, in words for staff."""
    return [*_twice_named(notice), *_weekday_makeups(notice), *_statutory_missing(notice)]


def _twice_named(notice: Notice) -> Iterator[NoticeProblem]:
    seen: dict[date, NamedDay] = {}
    for day in notice.days:
        if day.on in seen:
            yield NoticeProblem(day.line, f"{day.on:%Y-%m-%d} 写了两次，请只保留一处。")
        seen[day.on] = day


def _weekday_makeups(notice: Notice) -> Iterator[NoticeProblem]:
    for day in notice.days:
        if day.kind is DayKind.MAKEUP and day.on.weekday() < 5:
            weekday = WEEKDAYS[day.on.weekday()]
            yield NoticeProblem(
                day.line,
                f"{day.on} 是周{weekday}，本来就上班，不会是调休上班日，请核对日期和年份。",
            )


def _statutory_missing(notice: Notice) -> Iterator[NoticeProblem]:
    off = {day.on for day in notice.days if day.kind is DayKind.OFF}
    for (month, number), name in FIXED_HOLIDAYS.items():
        # 劳动节第二天和国庆节以外的日子自 2025 年起才是法定假日
        if (month, number) == (5, 2) and notice.year < 2025:
            continue
        if date(notice.year, month, number) not in off:
            yield NoticeProblem(0, f"缺少{name}（{month}月{number}日）的放假安排，请补全后再导入。")
