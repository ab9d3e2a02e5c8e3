"""Reading the State Council's notice as staff paste it."""

from datetime import date

import chinese_calendar
import pytest

from portal.core.workdays.days import DayKind
from portal.core.workdays.notice import Notice, problems_of
from portal.core.workdays.notice_text import read_notice

NOTICE_2026 = """国务院办公厅关于2026年
部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
"""


def days(notice: Notice, kind: DayKind) -> set[date]:
    return {day.on for day in notice.days if day.kind is kind}


def test_the_notice_of_2026_reads_as_published() -> None:
    notice, problems = read_notice(NOTICE_2026)
    assert (notice.year, problems, problems_of(notice)) == (2026, [], [])
    in_2026 = {on for on in chinese_calendar.holidays if on.year == 2026}
    assert days(notice, DayKind.OFF) == in_2026
    worked = {on for on in chinese_calendar.workdays if on.year == 2026}
    assert days(notice, DayKind.MAKEUP) == worked


def test_dates_can_be_listed_one_a_line() -> None:
    notice, problems = read_notice("2027-01-01 放假 元旦\n2027/1/3,上班,元旦\n2027年1月2日 休 元旦")
    assert problems == []
    assert days(notice, DayKind.OFF) == {date(2027, 1, 1), date(2027, 1, 2)}
    assert days(notice, DayKind.MAKEUP) == {date(2027, 1, 3)}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("一、元旦：1月1日（周五）至3日放假，共3天。", "是周四，通知里写的是周五"),
        ("一、元旦：1月1日（周四）至3日放假，共4天。", "写着共4天，所列日期却是3天"),
        ("三、清明节：4月6日至4日放假。", "前后颠倒"),
        ("三、清明节：2月30日放假。", "不是有效日期"),
        ("2026-13-01 放假 元旦", "没有 2026-13-01 这一天"),
        ("2026-01-01 看情况 元旦", "第二栏应写"),
        ("2027-01-01 放假 元旦", "不在2026年内"),
    ],
)
def test_a_slip_is_named_with_its_line(line: str, says: str) -> None:
    _, problems = read_notice(f"国务院办公厅关于2026年部分节假日安排的通知\n{line}")
    assert [problem.line for problem in problems] == [2]
    assert says in problems[0].message


def test_a_makeup_day_on_a_weekday_is_refused() -> None:
    notice, _ = read_notice("2026-01-05 上班 元旦")
    assert any("本来就上班" in str(problem) for problem in problems_of(notice))


def test_a_notice_without_national_day_is_refused() -> None:
    notice, _ = read_notice("2026-01-01 放假 元旦")
    assert any("缺少国庆节" in str(problem) for problem in problems_of(notice))


def test_a_date_named_twice_is_refused() -> None:
    notice, _ = read_notice("2026-01-01 放假 元旦\n2026-01-01 放假 元旦")
    assert any("写了两次" in str(problem) for problem in problems_of(notice))


def test_text_without_a_year_asks_for_it() -> None:
    notice, [problem] = read_notice("放假三天")
    assert notice is None
    assert "看不出是哪一年" in problem.message
