"""The figures that the year's papers may quote: each tied to what it counts, never typed.

A text holds a figure by its name in 【】. The name stays in the text while it is a draft, so that
the number is always the latest; when the paper is issued the number is written in and stays.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from applications.figures.requests import requests_of
from applications.figures.speed import speed_of
from disclosures.catalogue.categories import CATEGORIES
from disclosures.flow.timeliness import on_time_by_issuer, total_of
from disclosures.items.models import Disclosure
from disclosures.items.querysets import DisclosureQuerySet
from disclosures.items.shapes import Shape
from disclosures.policies.waiting import without_interpretation
from disclosures.questions.figures import figures_of
from disclosures.warnings.models import EmergencyWarning
from finance.ledger.models import Period
from portal.core import clock
from portal.core.templatetags.portal import percent
from portal.core.township.models import Township
from portal.core.workdays.load import current_calendar

Count = Callable[[Township, int], str]


@dataclass(frozen=True)
class Figure:
    """`count` gives the figure as it is printed, unit included; `records` where to see what it
    counts, with {year} in it."""

    name: str
    count: Count
    records: str

    def address(self, year: int) -> str:
        return self.records.format(year=year)


def _of_year(township: Township, year: int) -> DisclosureQuerySet:
    items = Disclosure.objects.public(township, clock.now()).order_by()
    return items.filter(first_published_on__year=year)


def _published(township: Township, year: int) -> str:
    return f"{_of_year(township, year).count()}条"


def _in_category(slug: str) -> Count:
    return lambda township, year: f"{_of_year(township, year).in_category(slug).count()}条"


def _of_shape(shape: Shape, unit: str) -> Count:
    return lambda township, year: f"{_of_year(township, year).of_shape(shape).count()}{unit}"


def _on_time(township: Township, year: int) -> str:
    return _rate(total_of(on_time_by_issuer(township, year)).rate)


def _policies(township: Township, year: int) -> str:
    return f"{_of_year(township, year).filter(live__entry__kind='policy').count()}件"


def _interpreted(township: Township, year: int) -> str:
    policies = _of_year(township, year).filter(live__entry__kind="policy")
    public = Disclosure.objects.public(township, clock.now())
    whole = policies.count()
    waiting = without_interpretation(policies, public).count()
    return _rate((whole - waiting) / whole if whole else None)


def _warnings(township: Township, year: int) -> str:
    found = EmergencyWarning.objects.public(township, clock.now())
    return f"{found.filter(starts_at__year=year).count()}条"


def _books(township: Township, year: int) -> str:
    return f"{Period.objects.public(township).filter(first__year=year).count()}期"


def _questions(township: Township, year: int) -> str:
    return f"{figures_of(township, year).received}件"


def _answered(township: Township, year: int) -> str:
    return f"{figures_of(township, year).answered}件"


def _questions_in_time(township: Township, year: int) -> str:
    return _rate(figures_of(township, year).rate)


def _requests(township: Township, year: int) -> str:
    return f"{requests_of(township, year).received.total()}件"


def _carried_over(township: Township, year: int) -> str:
    return f"{requests_of(township, year).carried_over.total()}件"


def _handled(township: Township, year: int) -> str:
    return f"{requests_of(township, year).handled.total()}件"


def _carried_forward(township: Township, year: int) -> str:
    return f"{requests_of(township, year).carried_forward.total()}件"


def _requests_in_time(township: Township, year: int) -> str:
    on = min(clock.today(), date(year, 12, 31))
    return _rate(speed_of(township, year, current_calendar(), on).rate)


def _rate(rate: float | None) -> str:
    return "—" if rate is None else str(percent(rate))


YEAR = "?year={year}"


def _figures() -> list[Figure]:
    items = reverse("disclosures:items") + YEAR
    requests = reverse("applications:statistics") + YEAR
    questions = reverse("disclosures:questions") + YEAR
    policies = reverse("disclosures:policies")
    return [
        Figure("主动公开信息", _published, items),
        *(
            Figure(
                f"{one.name}公开信息",
                _in_category(one.slug),
                reverse("disclosures:category", args=[one.slug]),
            )
            for one in CATEGORIES
        ),
        Figure("按时公开率", _on_time, reverse("site:timeliness") + YEAR),
        Figure("公开政策文件", _policies, policies),
        Figure("政策解读率", _interpreted, policies + "?show=interpretations"),
        Figure("公示名单", _of_shape(Shape.NOTICE_LIST, "份"), reverse("disclosures:lists")),
        Figure("公开村级账期", _books, reverse("finance:villages")),
        Figure("项目档案", _of_shape(Shape.PROJECT_FILE, "个"), reverse("finance:projects")),
        Figure("发布预警", _warnings, reverse("disclosures:warnings")),
        Figure("收到提问和纠错", _questions, questions),
        Figure("答复提问和纠错", _answered, questions),
        Figure("提问答复及时率", _questions_in_time, questions),
        Figure("新收公开申请", _requests, requests),
        Figure("上年结转申请", _carried_over, requests),
        Figure("办结公开申请", _handled, requests),
        Figure("结转下年申请", _carried_forward, requests),
        Figure("申请按时答复率", _requests_in_time, requests),
    ]


def known_figures() -> dict[str, Figure]:
    """Every figure by its name."""
    return {figure.name: figure for figure in _figures()}
