"""Figures of active disclosure: what became public, in time or late, and what was missed."""

from datetime import date, timedelta

from django.db.models import F
from django.urls import reverse

from disclosures.catalogue.categories import CATEGORIES
from disclosures.flow.timeliness import on_time_by_issuer, total_of
from disclosures.items.models import Disclosure
from disclosures.items.querysets import DisclosureQuerySet
from disclosures.items.shapes import Shape
from disclosures.policies.waiting import without_interpretation
from disclosures.schedule.due import Due, due_between
from portal.core import clock
from portal.core.township.models import Township
from portal.reports.figures.figure import Figure, Rows, counted, rate
from portal.reports.figures.records import Record

FIRST_PUBLIC = "本年首次公开、现在仍公开的"


def of_year(township: Township, year: int) -> DisclosureQuerySet:
    items = Disclosure.objects.public(township, clock.now()).without_bodies()
    return items.filter(first_published_on__year=year)


def items_figures() -> list[Figure]:
    return [
        counted("主动公开信息", of_year, "条", f"{FIRST_PUBLIC}全部信息。"),
        *(
            counted(
                f"{one.name}公开信息",
                _in_category(one.slug),
                "条",
                f"{FIRST_PUBLIC}{one.name}信息。",
            )
            for one in CATEGORIES
        ),
        Figure(
            "按时公开率",
            _on_time,
            reverse("site:timeliness") + "?year={year}",
            meaning="本年首次公开的信息里，在公开期限以内公开的比例；后来撤下的也算。",
        ),
        counted("迟公开信息", _late, "条", f"{FIRST_PUBLIC}信息里，过了公开期限才公开的。"),
        counted(
            "漏发例行信息",
            lambda township, year: [record_of_due(one) for one in missed_in(township, year)],
            "期",
            "按目录的更新周期本年应公开，到现在还没有公开的。",
        ),
        *_policy_figures(),
        *(
            counted(name, _of_shape(shape), unit, f"{FIRST_PUBLIC}{shape.label}。")
            for name, shape, unit in OF_SHAPES
        ),
    ]


OF_SHAPES = (
    ("公示名单", Shape.NOTICE_LIST, "份"),
    ("办事指南", Shape.SERVICE_GUIDE, "份"),
    ("项目档案", Shape.PROJECT_FILE, "个"),
    ("公开预算决算", Shape.BUDGET, "份"),
    ("公开“三公”经费", Shape.SANGONG, "份"),
    ("公开审计结果", Shape.AUDIT_REPORT, "份"),
    ("公开审计整改", Shape.RECTIFICATION, "份"),
    ("公开村民代表会议决议", Shape.RESOLUTION, "份"),
    ("事故档案", Shape.ACCIDENT_FILE, "份"),
)


def _policy_figures() -> list[Figure]:
    return [
        counted("公开政策文件", _policies, "件", f"{FIRST_PUBLIC}政策文件。"),
        counted("未解读政策文件", _waiting, "件", "本年公开的政策文件里，还没有公开解读的。"),
        Figure(
            "政策解读率",
            _interpreted,
            rows=_policies,
            meaning="本年公开的政策文件里，有解读的比例。",
        ),
    ]


def _in_category(slug: str) -> Rows:
    return lambda township, year: of_year(township, year).in_category(slug)


def _of_shape(shape: Shape) -> Rows:
    return lambda township, year: of_year(township, year).of_shape(shape)


def _on_time(township: Township, year: int) -> str:
    return rate(total_of(on_time_by_issuer(township, year)).rate)


def _late(township: Township, year: int) -> DisclosureQuerySet:
    return of_year(township, year).exclude(first_published_on__lte=F("first_due_on"))


def _policies(township: Township, year: int) -> DisclosureQuerySet:
    return of_year(township, year).filter(live__entry__kind="policy")


def _waiting(township: Township, year: int) -> DisclosureQuerySet:
    public = Disclosure.objects.public(township, clock.now())
    return without_interpretation(_policies(township, year), public)


def _interpreted(township: Township, year: int) -> str:
    whole = _policies(township, year).count()
    waiting = _waiting(township, year).count()
    return rate((whole - waiting) / whole if whole else None)


def missed_in(township: Township, year: int) -> list[Due]:
    """What fell due in the year so far and isn't public yet."""
    return [due for due in dues_of(township, year) if not due.published]


def dues_of(township: Township, year: int) -> list[Due]:
    """Routine publications whose day in `year` has passed; six queries."""
    last = min(date(year, 12, 31), clock.today() - timedelta(days=1))
    return due_between(township, date(year, 1, 1), last)


def record_of_due(due: Due) -> Record:
    body = due.organisation
    return Record(
        key=f"{due.entry.code} {body.slug} {due.period.first}",
        title=f"{due.entry.name}：{due.period}",
        address=f"{due.entry.get_absolute_url()}?year={due.period.last.year}",
        on=due.due_on,
        note=body.name,
    )
