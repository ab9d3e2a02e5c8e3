"""The official prose of a holiday notice, as it is pasted: with or without numbers before the
festivals, wrapped at any place, all in one paragraph.

一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate

from portal.core.workdays.days import WEEKDAYS, DayKind
from portal.core.workdays.notice import LONGEST_NAME, NamedDay, NoticeProblem

FESTIVAL = "(?:元旦|春节|清明节?|劳动节|端午节?|中秋节?|国庆节?)"
HEADING = re.compile(
    rf"[一二三四五六七八九十]+、(?P<named>[^:。]{{2,40}}):"
    rf"|(?P<festival>{FESTIVAL}(?:[、,和]{FESTIVAL})*):?(?=(?:\d{{4}}年)?\d{{1,2}}月)"
)
SENTENCE = re.compile(r"[^。;]+")
ONE_DATE = r"(?:(?:(\d{4})年)?(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?"
TOKEN = re.compile(rf"(放假|补休|公休|上班)|{ONE_DATE}(?:(?:至|到|-|–|—|~)+{ONE_DATE})?")
WEEKDAY = re.compile(r"(?:周|星期)([一二三四五六日天])")
TOTAL = re.compile(r"共(\d{1,2})天")
# 鼓励……安排职工在除夕（2月9日）休息: a wish, not a day off
WISH = "鼓励"

Parts = tuple[str | None, ...]


@dataclass
class Reading:
    """What was read from the text so far, and what could not be."""

    year: int
    days: list[NamedDay] = field(default_factory=list)
    problems: list[NoticeProblem] = field(default_factory=list)

    def wrong(self, line: int, message: str) -> None:
        self.problems.append(NoticeProblem(line, message))

    def covers(self, on: date, name: str) -> bool:
        """A notice is about its year; New Year's holiday may begin in the December before."""
        eve = on.month == 12 and on.year == self.year - 1 and "元旦" in name
        return on.year == self.year or eve


@dataclass(frozen=True)
class Place:
    """What is being read: the festival, and the line of the text."""

    name: str
    line: int
    reading: Reading

    def wrong(self, message: str) -> None:
        self.reading.wrong(self.line, message)

    def add(self, days: list[date], kind: DayKind) -> None:
        name = self.name[:LONGEST_NAME]
        self.reading.days += [NamedDay(on, kind, name, self.line) for on in days]


def read_prose(lines: list[str], reading: Reading) -> None:
    """Add the days that `lines` name; a line read otherwise is handed in empty."""
    bare = [re.sub(r"\s+", "", line) for line in lines]
    text = "".join(bare)
    starts = list(accumulate(map(len, bare), initial=0))[:-1]
    headings = list(HEADING.finditer(text))
    ends = [following.start() for following in headings[1:]] + [len(text)]
    for heading, end in zip(headings, ends, strict=False):
        name = heading["named"] or heading["festival"]
        for sentence in SENTENCE.finditer(text, heading.end(), end):
            line = bisect_right(starts, sentence.start())
            _read_sentence(sentence[0], Place(name, line, reading))


def _read_sentence(sentence: str, place: Place) -> None:
    """Dates belong to the word that follows them: 放假 or 上班."""
    if WISH in sentence:
        return
    waiting: list[date] = []
    off: list[date] = []
    month: int | None = None
    for token in TOKEN.finditer(sentence):
        if token[1] == "上班":
            place.add(waiting, DayKind.MAKEUP)
            waiting = []
        elif token[1]:
            off += waiting
            waiting = []
        else:
            found = list(_span(token.groups()[1:], month, place))
            month = found[-1].month if found else month
            waiting += found
    place.add(off, DayKind.OFF)
    _check_total(sentence, off, place)
    _check_said(waiting, place)


def _check_total(sentence: str, off: list[date], place: Place) -> None:
    total = TOTAL.search(sentence)
    if total and off and int(total[1]) != len(off):
        place.wrong(f"写着共{total[1]}天，所列日期却是{len(off)}天，请核对。")


def _check_said(waiting: list[date], place: Place) -> None:
    """A date of the year without a word is a slip; the date of signing is of another year."""
    left = [on for on in waiting if place.reading.covers(on, place.name)]
    if left:
        place.wrong(f"{left[0].month}月{left[0].day}日没有写明放假还是上班，请补全。")


def _span(parts: Parts, month: int | None, place: Place) -> Iterator[date]:
    """Every day from the first date to the last."""
    first = _date_of(parts[:4], month, place)
    last = _date_of(parts[4:], first.month, place) if first and parts[6] else first
    if first is None or last is None:
        return
    if last < first:
        place.wrong(f"{first:%m月%d日}至{last:%m月%d日}前后颠倒，请核对。")
        return
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)


def _date_of(parts: Parts, month: int | None, place: Place) -> date | None:
    year_text, month_text, day_text, bracket = parts
    month = int(month_text) if month_text else month
    year = int(year_text) if year_text else _year_of(month, place)
    on = as_day(year, month or 0, int(day_text or 0))
    if on is None:
        place.wrong(f"“{month or '?'}月{day_text}日”不是有效日期，请核对。")
        return None
    named = WEEKDAY.search(bracket or "")
    weekday = WEEKDAYS[on.weekday()]
    if named and weekday != named[1].replace("天", "日"):
        place.wrong(f"{on} 是周{weekday}，通知里写的是周{named[1]}，请核对日期和年份。")
    return on


def _year_of(month: int | None, place: Place) -> int:
    """December under 元旦 is the December before the year."""
    eve = month == 12 and "元旦" in place.name
    return place.reading.year - 1 if eve else place.reading.year


def as_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
