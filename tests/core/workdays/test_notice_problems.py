"""What keeps a notice from being adopted, each with its line and its cure."""

from datetime import date

import pytest

from portal.core.workdays.days import DayKind
from portal.core.workdays.notice import NamedDay, Notice, problems_of
from portal.core.workdays.notice_text import read_notice
from tests.core.workdays.notices import NOTICE_2026

TITLE = "国务院办公厅关于2026年部分节假日安排的通知\n"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("一、元旦：1月1日（周五）至3日放假，共3天。", "是周四，通知里写的是周五"),
        ("一、元旦：1月1日（周四）至3日放假，共4天。", "写着共4天，所列日期却是3天"),
        ("三、清明节：4月6日至4日放假。", "前后颠倒"),
        ("三、清明节：2月30日放假。", "不是有效日期"),
        ("一、元旦：1月1日至3日放假。1月4日（周日）。", "1月4日没有写明放假还是上班"),
        ("2026-13-01 放假 元旦", "没有 2026-13-01 这一天"),
        ("2026-01-01 看情况 元旦", "第二栏应写"),
        ("2026-01-01", "不完整，应写成"),
    ],
)
def test_a_slip_is_named_with_its_line(line: str, says: str) -> None:
    _, problems = read_notice(TITLE + line)
    assert [problem.line for problem in problems] == [2]
    assert says in problems[0].message


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("2026-01-05 上班 元旦", "第2行：2026-01-05 是周一，本来就上班"),
        ("2027-01-01 放假 元旦", "第2行：2027-01-01 不在2026年内"),
        ("2025-12-31 放假 国庆节", "第2行：2025-12-31 不在2026年内"),
        ("2026-01-01 放假 元旦\n2026-01-01 放假 元旦", "第3行：2026-01-01 写了两次"),
        ("2026-01-01 放假 元旦\n2026-01-01 上班 元旦", "第3行：2026-01-01 写了两次"),
        ("2026-09-03 放假 " + "纪念" * 11, "太长"),
        ("2026-01-01 放假 元旦", "缺少国庆节（10月1日）"),
        ("2026-01-01 放假 元旦", "缺少春节的放假安排"),
    ],
)
def test_a_notice_that_cannot_be_right_is_refused(lines: str, says: str) -> None:
    notice, _ = read_notice(TITLE + lines)
    assert any(says in str(problem) for problem in problems_of(notice))


@pytest.mark.parametrize("number", range(4, 11))
def test_leaving_out_any_festival_is_noticed(number: int) -> None:
    lines = NOTICE_2026.splitlines()
    notice, _ = read_notice("\n".join(lines[:number] + lines[number + 1 :]))
    assert problems_of(notice)


@pytest.mark.parametrize(("year", "missed"), [(2024, False), (2025, True)])
def test_the_second_of_may_is_statutory_since_2025(year: int, missed: bool) -> None:
    days = (NamedDay(date(year, 5, 1), DayKind.OFF, "劳动节"),)
    said = " ".join(map(str, problems_of(Notice(year, "", days))))
    assert ("5月2日" in said) is missed


@pytest.mark.parametrize(
    ("text", "year", "says"),
    [
        ("放假三天", None, "看不出是哪一年"),
        ("", None, "看不出是哪一年"),
        ("国务院办公厅关于1026年部分节假日安排的通知", None, "1026年不对"),
        ("2026-01-01 放假 元旦", 99999, "99999年不对"),
    ],
)
def test_a_year_that_cannot_be_made_out_is_asked_for(text: str, year: int, says: str) -> None:
    notice, [problem] = read_notice(text, year)
    assert notice is None
    assert says in problem.message


def test_a_title_without_dates_is_no_notice() -> None:
    _, [problem] = read_notice(TITLE)
    assert "没有找到任何放假或上班日期" in problem.message
