"""Reading the State Council's notice as staff paste it."""

from datetime import date

import pytest

from portal.core.workdays.days import DayKind
from portal.core.workdays.notice import Notice, problems_of
from portal.core.workdays.notice_text import read_notice
from tests.core.workdays.notices import NOTICE_2026, days, moved_by_law, worked

TITLE = "国务院办公厅关于2026年部分节假日安排的通知\n"
ONE_PARAGRAPH = TITLE + "".join(
    line.split("、", 1)[1]
    for line in NOTICE_2026.splitlines()
    if "节：" in line or "元旦：" in line
)


def read(text: str) -> Notice:
    notice, problems = read_notice(text)
    assert problems == []
    assert notice is not None
    return notice


def in_2026(text: str) -> set[date]:
    return days(read(text), DayKind.OFF)


def test_the_notice_of_2026_reads_as_published() -> None:
    notice = read(NOTICE_2026)
    assert (notice.year, problems_of(notice)) == (2026, [])
    assert worked(notice, 2026) == moved_by_law(2026)


def test_makeup_days_of_2026_are_those_announced() -> None:
    makeup = {f"{on:%m-%d}" for on in days(read(NOTICE_2026), DayKind.MAKEUP)}
    assert makeup == {"01-04", "02-14", "02-28", "05-09", "09-20", "10-10"}


@pytest.mark.parametrize(
    "text",
    [
        ONE_PARAGRAPH,
        ONE_PARAGRAPH.replace("：", " "),
        NOTICE_2026.replace("：", ":").replace("（", "(").replace("）", ")").replace("，", ","),
        NOTICE_2026.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
        NOTICE_2026.replace("周", "星期").replace("星期日", "星期天"),
        NOTICE_2026.replace("月", " 月 ").replace("日（", " 日 （"),
        NOTICE_2026.replace("1月1日", "2026年1月1日").replace("2月15日", "2026年2月15日"),
        NOTICE_2026.replace("（农历腊月二十八、周日）", "（农历腊月二十八、\n周日）\n"),
        NOTICE_2026.replace("至", "—").replace("\n", "\r\n"),
        "\ufeff" + NOTICE_2026,
    ],
)
def test_it_does_not_matter_how_the_notice_was_copied(text: str) -> None:
    notice = read(text)
    assert problems_of(notice) == []
    assert worked(notice, 2026) == moved_by_law(2026)


def test_every_day_keeps_the_name_of_its_festival() -> None:
    names = {day.on: day.name for day in read(NOTICE_2026).days}
    assert names[date(2026, 2, 14)] == names[date(2026, 2, 23)] == "春节"
    assert names[date(2026, 10, 10)] == "国庆节"


def test_two_festivals_may_share_one_paragraph() -> None:
    notice = read(TITLE + "六、国庆节、中秋节：10月1日至8日放假调休，共8天。10月11日（周日）上班。")
    assert {day.name for day in notice.days} == {"国庆节、中秋节"}
    assert len(notice.days) == 9


def test_a_makeup_day_after_a_comma_is_worked() -> None:
    notice = read(TITLE + "七、国庆节：10月1日至7日放假调休，共7天，10月10日（周六）上班。")
    assert days(notice, DayKind.MAKEUP) == {date(2026, 10, 10)}
    assert len(days(notice, DayKind.OFF)) == 7


def test_a_day_taken_instead_is_off() -> None:
    notice = read(
        "国务院办公厅关于2017年部分节假日安排的通知\n元旦：1月1日放假，1月2日（星期一）补休。"
    )
    assert days(notice, DayKind.OFF) == {date(2017, 1, 1), date(2017, 1, 2)}


def test_the_wish_for_new_years_eve_is_no_day_off() -> None:
    text = (
        "春节：2月10日至17日放假调休，共8天。2月4日（星期日）上班。鼓励职工在除夕（2月9日）休息。"
    )
    notice = read(f"国务院办公厅关于2024年部分节假日安排的通知\n{text}")
    assert date(2024, 2, 9) not in {day.on for day in notice.days}


def test_the_day_of_signing_is_no_day_off() -> None:
    assert date(2025, 11, 4) not in in_2026(NOTICE_2026)
    assert date(2025, 11, 4) not in in_2026(NOTICE_2026.replace("节日假期。", ""))


@pytest.mark.parametrize(
    ("year", "text", "off", "makeup"),
    [
        (
            2019,
            "2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。",
            {date(2018, 12, 30), date(2018, 12, 31), date(2019, 1, 1)},
            {date(2018, 12, 29)},
        ),
        (
            2030,
            "12月30日（周日）至1月1日（周二）放假调休，共3天。12月29日（周六）上班。",
            {date(2029, 12, 30), date(2029, 12, 31), date(2030, 1, 1)},
            {date(2029, 12, 29)},
        ),
    ],
)
def test_new_years_holiday_may_begin_in_december(
    year: int, text: str, off: set[date], makeup: set[date]
) -> None:
    notice = read(f"国务院办公厅关于{year}年部分节假日安排的通知\n一、元旦：{text}")
    assert (days(notice, DayKind.OFF), days(notice, DayKind.MAKEUP)) == (off, makeup)


def test_dates_can_be_listed_one_a_line() -> None:
    notice = read("2027-01-01 放假 元旦\n2027/1/3,上班,元旦\n2027年1月2日 休 元旦")
    assert days(notice, DayKind.OFF) == {date(2027, 1, 1), date(2027, 1, 2)}
    assert days(notice, DayKind.MAKEUP) == {date(2027, 1, 3)}


def test_listed_dates_may_begin_in_december_too() -> None:
    notice = read("2029-12-31 放假 元旦\n2030-01-01 放假 元旦\n2030-05-01 放假 劳动节")
    assert notice.year == 2030
    assert not any("不在" in str(problem) for problem in problems_of(notice))
