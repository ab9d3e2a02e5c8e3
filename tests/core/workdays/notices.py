"""Notices as published, and what they come to."""

from datetime import date, timedelta

import chinese_calendar

from portal.core.workdays.days import DayKind, WorkCalendar
from portal.core.workdays.notice import Notice

NOTICE_2026 = """国务院办公厅关于2026年
部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作，确保人民群众祥和平安度过节日假期。
国务院办公厅
2025年11月4日
"""


def days(notice: Notice, kind: DayKind) -> set[date]:
    return {day.on for day in notice.days if day.kind is kind}


def worked(notice: Notice, year: int) -> set[date]:
    """The working days of `year` as the notice has them."""
    off, makeup = (dict.fromkeys(days(notice, kind), "节") for kind in DayKind)
    calendar = WorkCalendar(frozenset({year}), off, makeup)
    return {on for on in every_day(year) if calendar.is_working_day(on)}


def moved_by_law(year: int) -> set[date]:
    """The working days of `year` as the package has them that the portal is seeded from."""
    return {on for on in every_day(year) if chinese_calendar.is_workday(on)}


def every_day(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]
