"""A year's notice as a value, and what must be true of it before it is adopted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from portal.core.workdays.days import FIXED_HOLIDAYS, WEEKDAYS, DayKind

LONGEST_NAME = 20
# They move from year to year, and every notice names them.
MOVABLE = ("春节", "清明", "端午", "中秋")


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
    rules = (
        _outside_the_year,
        _twice_named,
        _long_names,
        _weekday_makeups,
        _statutory_missing,
        _movable_missing,
    )
    return [problem for rule in rules for problem in rule(notice)]


def _outside_the_year(notice: Notice) -> Iterator[NoticeProblem]:
    """New Year's holiday alone may begin in the December before."""
    for day in notice.days:
        eve = (day.on.year, day.on.month) == (notice.year - 1, 12) and "元旦" in day.name
        if day.on.year != notice.year and not eve:
            yield NoticeProblem(day.line, f"{day.on} 不在{notice.year}年内，一次只录入一年。")


def _long_names(notice: Notice) -> Iterator[NoticeProblem]:
    for day in notice.days:
        if len(day.name) > LONGEST_NAME:
            yield NoticeProblem(
                day.line, f"节日名称“{day.name[:8]}……”太长，请在 {LONGEST_NAME} 字以内。"
            )


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


def _movable_missing(notice: Notice) -> Iterator[NoticeProblem]:
    """Left out in pasting, such a festival would silently count as work."""
    named = "".join({day.name for day in notice.days if day.kind is DayKind.OFF})
    for festival in MOVABLE:
        if festival not in named:
            yield NoticeProblem(0, f"缺少{festival}的放假安排，请补全后再导入。")
