"""Reading a holiday notice as staff paste it: the official prose, or one date a line.

Prose:  一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
Lines:  2026-01-01 放假 元旦   /   2026-01-04,上班,元旦
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from portal.core.workdays.days import WEEKDAYS, DayKind
from portal.core.workdays.notice import NamedDay, Notice, NoticeProblem, standard_title

YEAR_IN_TITLE = re.compile(r"(\d{4})\s*年(?:部分)?节假日")
LISTED = re.compile(
    r"^\D{0,3}(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[\s,;]+(\S+?)[\s,;]+(\S+?)[\s,;]*$"
)
HEADING = re.compile(r"^\s*[一二三四五六七八九十]+\s*、\s*([^::,。\d]{2,12})\s*:")
ONE_DATE = r"(?:(?:(\d{4})年)?(\d{1,2})月)?(\d{1,2})日(?:\s*\(([^)]*)\))?"
SPAN = re.compile(ONE_DATE + r"(?:\s*(?:至|-|—|~|到)\s*" + ONE_DATE + ")?")
WEEKDAY = re.compile(r"(?:周|星期)([一二三四五六日天])")
TOTAL = re.compile(r"共\s*(\d{1,2})\s*天")

KIND_WORDS = {
    "放假": DayKind.OFF,
    "休": DayKind.OFF,
    "休息": DayKind.OFF,
    "off": DayKind.OFF,
    "上班": DayKind.MAKEUP,
    "调休上班": DayKind.MAKEUP,
    "补班": DayKind.MAKEUP,
    "班": DayKind.MAKEUP,
    "makeup": DayKind.MAKEUP,
}


@dataclass
class Reading:
    """What was read from the text so far, and what could not be."""

    year: int
    days: list[NamedDay] = field(default_factory=list)
    problems: list[NoticeProblem] = field(default_factory=list)

    def wrong(self, line: int, message: str) -> None:
        self.problems.append(NoticeProblem(line, message))


def read_notice(text: str, year: int | None = None) -> tuple[Notice | None, list[NoticeProblem]]:
    """The notice in `text`; None with the reasons where no year or no date can be made out."""
    lines = [_plain(line) for line in text.splitlines()]
    year = year or _year_of(lines)
    if year is None:
        return None, [NoticeProblem(0, "看不出是哪一年的通知，请连同标题一起粘贴，或写明年份。")]
    reading = Reading(year)
    for number, line in enumerate(lines, start=1):
        _read_line(line, number, reading)
    if not reading.days and not reading.problems:
        reading.wrong(
            0, "没有找到任何放假或上班日期，请粘贴通知正文，或每行写“日期 放假或上班 节日”。"
        )
    notice = Notice(year, standard_title(year), tuple(reading.days), text)
    return notice, reading.problems


def _plain(line: str) -> str:
    return unicodedata.normalize("NFKC", line.lstrip("\ufeff")).strip()


def _year_of(lines: list[str]) -> int | None:
    """From the title, which may run over two lines, or from the first listed date."""
    listed = (LISTED.match(line) for line in lines)
    found = YEAR_IN_TITLE.search("".join(lines)) or next(filter(None, listed), None)
    return int(found[1]) if found else None


def _read_line(line: str, number: int, reading: Reading) -> None:
    if listed := LISTED.match(line):
        _read_listed(listed, number, reading)
    elif heading := HEADING.match(line):
        _read_prose(heading[1].strip(), line[heading.end() :], number, reading)
    elif re.match(r"^\d{4}[-/.]", line):
        reading.wrong(number, f"“{line[:30]}”不完整，应写成“2027-01-01 放假 元旦”。")


def _read_listed(listed: re.Match[str], number: int, reading: Reading) -> None:
    year, month, day, kind_word, name = listed.groups()
    kind = KIND_WORDS.get(kind_word.lower())
    if kind is None:
        reading.wrong(number, f"“{kind_word}”看不懂，第二栏应写“放假”或“上班”。")
        return
    on = _date(int(year), int(month), int(day))
    if on is None:
        reading.wrong(number, f"没有 {year}-{month}-{day} 这一天，请核对。")
    elif on.year != reading.year:
        reading.wrong(number, f"{on:%Y-%m-%d} 不在{reading.year}年内，一次只导入一年。")
    else:
        reading.days.append(NamedDay(on, kind, name, number))


def _read_prose(name: str, text: str, number: int, reading: Reading) -> None:
    off: set[date] = set()
    for sentence in re.split(r"[。;]", text):
        if "放假" in sentence:
            found = set(_days_in(sentence, number, reading))
            off |= found
            _check_total(sentence, found, number, reading)
        elif "上班" in sentence:
            for on in _days_in(sentence, number, reading):
                reading.days.append(NamedDay(on, DayKind.MAKEUP, name, number))
    reading.days.extend(NamedDay(on, DayKind.OFF, name, number) for on in sorted(off))


def _check_total(sentence: str, found: set[date], number: int, reading: Reading) -> None:
    total = TOTAL.search(sentence)
    if total and found and int(total[1]) != len(found):
        reading.wrong(number, f"写着共{total[1]}天，所列日期却是{len(found)}天，请核对。")


def _days_in(sentence: str, number: int, reading: Reading) -> Iterator[date]:
    month: int | None = None
    for span in SPAN.finditer(sentence):
        first = _span_end(span.groups()[:4], month, number, reading)
        if first is None:
            continue
        month = first.month
        last = first
        if span[7]:
            last = _span_end(span.groups()[4:], month, number, reading) or first
            month = last.month
        yield from _each_day(first, last, number, reading)


def _each_day(first: date, last: date, number: int, reading: Reading) -> Iterator[date]:
    if last < first:
        reading.wrong(number, f"{first:%m月%d日}至{last:%m月%d日}前后颠倒，请核对。")
        return
    for offset in range((last - first).days + 1):
        on = first + timedelta(days=offset)
        # 元旦假期有时从上一年 12 月算起，那几天归上一年的通知
        if on.year == reading.year:
            yield on


def _span_end(
    parts: tuple[str | None, ...], month: int | None, number: int, reading: Reading
) -> date | None:
    year_text, month_text, day_text, bracket = parts
    month = int(month_text) if month_text else month
    on = _date(int(year_text or reading.year), month or 0, int(day_text or 0))
    if on is None:
        reading.wrong(number, f"“{month or '?'}月{day_text}日”不是有效日期，请核对。")
        return None
    named = WEEKDAY.search(bracket or "")
    weekday = WEEKDAYS[on.weekday()]
    if named and weekday != named[1].replace("天", "日"):
        reading.wrong(number, f"{on} 是周{weekday}，通知里写的是周{named[1]}，请核对日期和年份。")
    return on


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
