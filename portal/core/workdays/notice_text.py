"""Reading a holiday notice as staff paste it: the official prose, or one date a line.

Prose:  一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
Lines:  2026-01-01 放假 元旦   /   2026-01-04,上班,元旦
"""

import re
import unicodedata
from collections import Counter

from portal.core.workdays.days import DayKind
from portal.core.workdays.notice import NamedDay, Notice, NoticeProblem, standard_title
from portal.core.workdays.notice_prose import Reading, as_day, read_prose

YEAR_IN_TITLE = re.compile(r"(\d{4})\s*年\s*(?:部分)?节假日")
LISTED = re.compile(
    r"^\D{0,3}(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[\s,;]+(\S+?)[\s,;]+(\S+?)[\s,;]*$"
)
# 2027-01-01 or 2027/1/1 at the head of a line that is not a whole listed one
BROKEN_LISTED = re.compile(r"^\d{4}[-/.]\d")
FIRST_YEAR, LAST_YEAR = 2000, 2100

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
NO_YEAR = "看不出是哪一年的通知，请连同标题一起粘贴，或写明年份。"
NO_DATES = "没有找到任何放假或上班日期，请粘贴通知正文，或每行写“日期 放假或上班 节日”。"


def read_notice(text: str, year: int | None = None) -> tuple[Notice | None, list[NoticeProblem]]:
    """The notice in `text`; None with the reason where no year can be made out."""
    lines = [_plain(line) for line in text.splitlines()]
    listed = [LISTED.match(line) for line in lines]
    year = year or _year_of(lines, listed)
    if year is None:
        return None, [NoticeProblem(0, NO_YEAR)]
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None, [NoticeProblem(0, f"{year}年不对，请核对年份。")]
    reading = Reading(year)
    for number, (line, found) in enumerate(zip(lines, listed, strict=True), start=1):
        _read_listed(line, found, number, reading)
    read_prose(["" if found else line for line, found in zip(lines, listed, strict=True)], reading)
    if not reading.days and not reading.problems:
        reading.wrong(0, NO_DATES)
    days = tuple(sorted(reading.days, key=lambda day: day.on))
    problems = sorted(reading.problems, key=lambda problem: problem.line)
    return Notice(year, standard_title(year), days, text), problems


def _plain(line: str) -> str:
    return unicodedata.normalize("NFKC", line.lstrip("\ufeff")).strip()


def _year_of(lines: list[str], listed: list[re.Match[str] | None]) -> int | None:
    """From the title, which may run over two lines, or the year of most of the listed dates."""
    if title := YEAR_IN_TITLE.search("".join(lines)):
        return int(title[1])
    years = Counter(found[1] for found in listed if found)
    return int(years.most_common(1)[0][0]) if years else None


def _read_listed(line: str, found: re.Match[str] | None, number: int, reading: Reading) -> None:
    if found is None:
        if BROKEN_LISTED.match(line):
            reading.wrong(number, f"“{line[:30]}”不完整，应写成“2027-01-01 放假 元旦”。")
        return
    year, month, day, kind_word, name = found.groups()
    kind = KIND_WORDS.get(kind_word.lower())
    on = as_day(int(year), int(month), int(day))
    if kind is None:
        reading.wrong(number, f"“{kind_word}”看不懂，第二栏应写“放假”或“上班”。")
    elif on is None:
        reading.wrong(number, f"没有 {year}-{month}-{day} 这一天，请核对。")
    else:
        reading.days.append(NamedDay(on, kind, name, number))
