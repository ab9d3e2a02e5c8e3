"""季度自查报告: a quarter's inspections as one document for the county's office, in plain words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from disclosures.questions.figures import NOT_COUNTED, Figures, computed
from disclosures.questions.models import Question
from portal.core.township.models import Township
from portal.core.workdays.load import current_calendar
from portal.documents.official import (
    Block,
    Level,
    OfficialDocument,
    Paragraph,
    Table,
    titled,
)
from portal.reports.inspection.indicators import Finding, Indicator
from portal.reports.inspection.models import Inspection

NUMBERS = ("一", "二", "三", "四")
MOST_LISTED = 100
MOST_SCORES = 20
OFFERED = 9


@dataclass(frozen=True)
class Quarter:
    year: int
    number: int

    @property
    def first(self) -> date:
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        return (self.first + timedelta(days=95)).replace(day=1) - timedelta(days=1)

    @property
    def key(self) -> str:
        """In addresses: 2026-q3."""
        return f"{self.year}-q{self.number}"

    @property
    def before(self) -> "Quarter":
        return quarter_of(self.first - timedelta(days=1))

    def __str__(self) -> str:
        return f"{self.year}年第{NUMBERS[self.number - 1]}季度"


def quarter_of(on: date) -> Quarter:
    return Quarter(on.year, (on.month + 2) // 3)


def quarters_until(on: date) -> list[Quarter]:
    """The quarter that runs, and those of the last two years, the latest in front."""
    found = [quarter_of(on)]
    while len(found) < OFFERED:
        found.append(found[-1].before)
    return found


@dataclass(frozen=True)
class Told:
    """What a quarter's report says: the whole inspections of the quarter, the latest last, the one
    that went before, and how residents were answered."""

    quarter: Quarter
    inspections: list[Inspection]
    before: Inspection | None
    questions: Figures

    @property
    def latest(self) -> Inspection | None:
        return self.inspections[-1] if self.inspections else None

    @property
    def now(self) -> Counter[Indicator]:
        return counted(self.latest)

    @property
    def then(self) -> Counter[Indicator]:
        return counted(self.before)

    @property
    def mended(self) -> list[Finding]:
        """What the inspection before the quarter found and the latest finds no more."""
        still = {_place(one) for one in self.latest.found} if self.latest else set()
        found = self.before.found if self.before and self.latest else []
        return [one for one in found if _place(one) not in still]


def counted(inspection: Inspection | None) -> Counter[Indicator]:
    return Counter(one.indicator for one in inspection.found) if inspection else Counter()


def _place(finding: Finding) -> tuple[Indicator, str]:
    return finding.indicator, finding.where


def told_of(township: Township, quarter: Quarter, on: date) -> Told:
    """From the inspections that walked the pages; of records alone where there were no others."""
    made = Inspection.objects.of(township).order_by("at", "pk")
    within = made.filter(at__date__range=(quarter.first, quarter.last))
    walked = list(within.filter(pages__gt=0)) or list(within)
    earlier = made.filter(at__date__lt=quarter.first)
    before = earlier.filter(pages__gt=0).last() or earlier.last()
    return Told(quarter, walked, before, _answered(township, quarter, on))


def _answered(township: Township, quarter: Quarter, on: date) -> Figures:
    days = (quarter.first, quarter.last)
    rows = Question.objects.of(township).filter(received_at__date__range=days)
    kept = rows.exclude(state__in=NOT_COUNTED).order_by()
    values = kept.values_list("received_at", "answered_at", "due_on")
    return computed(values, current_calendar(), on)


def document_of(told: Told, township: Township, on: date) -> OfficialDocument:
    return OfficialDocument(
        title=titled(township.full_name, f"政务公开网站{told.quarter}自查报告"),
        blocks=tuple(_blocks(told)),
        addressee=township.county_office,
        signature=township.full_name,
        on=on,
    )


def _blocks(told: Told) -> Iterator[Block]:
    yield Paragraph("一、检查情况", Level.FIRST)
    yield Paragraph(_overall(told))
    if told.inspections:
        yield _scores(told.inspections)
    yield Paragraph("二、各项指标", Level.FIRST)
    yield _indicators(told)
    yield Paragraph("三、现有问题和整改措施", Level.FIRST)
    yield from _listed(told.latest.found if told.latest else [], cures=True)
    yield Paragraph("四、已经改好的问题", Level.FIRST)
    yield from _listed(told.mended, cures=False)
    yield Paragraph("五、群众提问和纠错", Level.FIRST)
    yield Paragraph(_asked(told.questions))


def _overall(told: Told) -> str:
    latest = told.latest
    if latest is None:
        return "本季度没有进行自查。"
    knocked = "、".join(one.label for one in latest.failed_indicators)
    failed = f"单项否决：{knocked}。" if knocked else "没有单项否决。"
    return (
        f"本季度自查 {len(told.inspections)} 次。"
        f"最近一次（{_day(latest)}）检查网页 {latest.pages} 个、链接 {latest.links} 个，"
        f"发现问题 {len(latest.findings)} 个，得 {latest.points} 分。{failed}"
        f"{''.join(latest.unchecked)}"
    )


def _scores(inspections: list[Inspection]) -> Table:
    rows = tuple(
        (_day(one), str(one.points), str(len(one.findings)), str(one.pages))
        for one in inspections[-MOST_SCORES:]
    )
    heading = ("日期", "得分", "问题（个）", "网页（个）")
    return Table(rows, heading=heading, caption="得分变化", numbers=True)


def _indicators(told: Told) -> Table:
    rows = tuple(
        (one.label, str(told.then[one]) if told.before else "—", str(told.now[one]))
        for one in Indicator
    )
    return Table(rows, heading=("指标", "上季度末", "本季度末"), widths=(6, 2, 2), numbers=True)


def _listed(found: list[Finding], *, cures: bool) -> Iterator[Block]:
    if not found:
        yield Paragraph("没有。")
        return
    shown = found[:MOST_LISTED]
    named = [(one.indicator.label, f"{one.where}：{one.what}") for one in shown]
    if cures:
        rows = tuple((*told, one.cure) for told, one in zip(named, shown, strict=True))
        yield Table(rows, heading=("指标", "问题", "怎样改"), widths=(3, 6, 5))
    else:
        yield Table(tuple(named), heading=("指标", "问题"), widths=(3, 9))
    if len(found) > MOST_LISTED:
        yield Paragraph(f"以上列出前 {MOST_LISTED} 个，共 {len(found)} 个。")


def _asked(figures: Figures) -> str:
    rate = "还没有到期的" if figures.rate is None else f"及时率 {figures.rate:.2%}"
    return (
        f"收到提问和纠错 {figures.received} 件，答复 {figures.answered} 件；"
        f"应当答复的 {figures.due} 件中按承诺时限答复 {figures.in_time} 件，{rate}。"
    )


def _day(inspection: Inspection) -> str:
    return f"{timezone.localdate(inspection.at):%Y-%m-%d}"
