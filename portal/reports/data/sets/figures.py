"""Figures of the work: applications, annual reports, what is due."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from applications.decisions.applicants import ApplicantKind
from applications.figures.requests import ByKind, requests_of, years_of
from disclosures.schedule.due import Due, due_between
from portal.core.township.models import Township
from portal.reports.annual.layout import flat_rows
from portal.reports.annual.models import AnnualReport
from portal.reports.annual.public import issued_sheet
from portal.reports.data.computed import Computed
from portal.reports.data.dataset import Dataset, Record, Theme
from portal.reports.data.fields import day, number, page_of, text, whole
from portal.reports.data.kept import BY_READING, Kept, each
from portal.reports.data.keys import YEAR
from portal.reports.data.narrowing import (
    Asks,
    Filter,
    year,
)

DAYS_BACK, DAYS_AHEAD = timedelta(days=365), timedelta(days=92)


def _reports(township: Township, at: datetime) -> Any:
    return AnnualReport.objects.public(township)


@dataclass(frozen=True)
class YearLine:
    """A row of what was applied for in a year, counted by who applied."""

    year: int
    key: str
    name: str
    counted: ByKind

    @property
    def total(self) -> int:
        return self.counted.total()


def _applications(township: Township, at: datetime) -> Iterator[Record]:
    for one in years_of(township):
        table = requests_of(township, one)
        lines = [
            ("received", "本年新收", table.received),
            ("carried-over", "上年结转", table.carried_over),
            *((str(row.value), f"{row.number}{row.label}", by) for row, by in table.rows.items()),
            ("handled", "办理结果总计", table.handled),
            ("carried-forward", "结转下年度继续办理", table.carried_forward),
        ]
        for place, (key, name, by) in enumerate(lines, start=1):
            yield Record(f"{one}.{place:02d}", YearLine(one, key, name, by))


def _of_kind(kind: ApplicantKind) -> Any:
    return lambda line: line.counted[kind.value]


def _schedule(township: Township, at: datetime) -> Iterator[Record]:
    today = timezone.localdate(at)
    for due in due_between(township, today - DAYS_BACK, today + DAYS_AHEAD):
        until = f"{due.period.last:%Y%m%d}"
        yield Record(f"{due.due_on:%Y%m%d}-{due.entry.pk}-{due.organisation.pk}-{until}", due)


def _standing(due: Due) -> str:
    if due.published:
        return "迟公开" if due.days_late else "按时公开"
    return "逾期未公开" if due.due_on < _today() else "尚未到期"


def _today() -> date:
    return timezone.localdate()


FIGURES: tuple[Dataset, ...] = (
    Computed(
        name="application-statistics",
        title="依申请公开办理统计",
        about="每年收到多少公开申请、怎样答复，按申请人类型分；只有件数。",
        theme=Theme.WORK,
        page="applications:statistics",
        cycle="随办理更新",
        compute=_applications,
        pattern="(19|20)[0-9]{2}\\.[0-9]{2}",
        meaning="年度，点号后面是第几行",
        fields=(
            whole("year", "年度", "year"),
            text("line", "项目", "name"),
            *(
                whole(kind.value, kind.label, _of_kind(kind))  # columns of the official table
                for kind in ApplicantKind
            ),
            whole("total", "合计", "total"),
        ),
        filters=(year("", of="year"),),
    ),
    Kept(
        name="annual-reports",
        title="政府信息公开年报的数字",
        about="已公布的政府信息公开工作年度报告里每一格的数。",
        theme=Theme.WORK,
        page="reports:home",
        cycle="每年 1 月底前",
        door=_reports,
        key=YEAR,
        rows=each(lambda report: flat_rows(issued_sheet(report))),
        counted=BY_READING,
        batch=5,
        fields=(
            whole("year", "年度", "item.year"),
            text("table", "表", lambda line: line.row[0]),
            text("line", "行", lambda line: line.row[1]),
            text("column", "列", lambda line: line.row[2]),
            number("value", "数", lambda line: line.row[3]),
            page_of("item.get_absolute_url"),
        ),
        filters=(year("year"),),
    ),
    Computed(
        name="schedule",
        title="例行公开安排",
        about="过去一年和以后三个月应当公开什么、由谁公开、哪天到期、公开了没有。",
        theme=Theme.WORK,
        page="site:schedule",
        cycle="每天计算",
        compute=_schedule,
        pattern="[0-9]{8}-[0-9]{1,18}-[0-9]{1,18}-[0-9]{8}",
        meaning="到期日、事项、机构和时段的编号",
        fields=(
            day("due_on", "截止日期", "due_on"),
            text("entry_code", "公开事项编码", "entry.code"),
            text("entry", "公开事项", "entry.name"),
            text("period", "所属时段", "period"),
            text("organisation", "公开主体", "organisation.name"),
            text("organisation_slug", "公开主体标识", "organisation.slug"),
            day("published_on", "实际公开日期", "published_on"),
            whole("days_late", "迟了几天", "days_late"),
            text("standing", "现状", _standing),
        ),
        filters=(
            Filter("organisation", "公开主体的标识", Asks.SLUG, "", "organisation.slug"),
            Filter("entry", "公开事项的编码", Asks.SLUG, "", "entry.code"),
        ),
    ),
)
