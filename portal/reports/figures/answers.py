"""Figures of what residents asked and applied for. Single applications are nobody's to read: these
figures lead to the public statistics."""

from collections.abc import Callable
from datetime import date

from django.urls import reverse

from applications.decisions.rows import Section
from applications.figures.remedies import REVIEW, remedies_of
from applications.figures.requests import YearOfRequests, requests_of
from applications.figures.speed import speed_of
from disclosures.questions.figures import Figures, figures_of
from disclosures.warnings.models import EmergencyWarning, WarningQuerySet
from portal.core import clock
from portal.core.township.models import Township
from portal.core.workdays.load import current_calendar
from portal.reports.figures.figure import Count, Figure, counted, rate

YEAR = "?year={year}"


def answers_figures() -> list[Figure]:
    requests = reverse("applications:statistics") + YEAR
    questions = reverse("disclosures:questions") + YEAR
    return [
        counted("发布预警", _warnings, "条", "本年生效的各类预警。"),
        Figure("收到提问和纠错", _questions(lambda f: f"{f.received}件"), questions),
        Figure("答复提问和纠错", _questions(lambda f: f"{f.answered}件"), questions),
        Figure("提问答复及时率", _questions(lambda f: rate(f.rate)), questions),
        Figure("新收公开申请", _requests(lambda r: r.received.total()), requests),
        Figure("上年结转申请", _requests(lambda r: r.carried_over.total()), requests),
        Figure("办结公开申请", _requests(lambda r: r.handled.total()), requests),
        *(Figure(f"{one.label}申请", _ended_as(one), requests) for one in Section),
        Figure("结转下年申请", _requests(lambda r: r.carried_forward.total()), requests),
        Figure("申请按时答复率", _requests_in_time, requests),
        Figure("行政复议", _disputes(review=True), requests),
        Figure("行政诉讼", _disputes(review=False), requests),
    ]


def _warnings(township: Township, year: int) -> WarningQuerySet:
    return EmergencyWarning.objects.public(township, clock.now()).filter(starts_at__year=year)


def _questions(told: Callable[[Figures], str]) -> Count:
    return lambda township, year: told(figures_of(township, year))


def _requests(number: Callable[[YearOfRequests], int]) -> Count:
    return lambda township, year: f"{number(requests_of(township, year))}件"


def _ended_as(section: Section) -> Count:
    return lambda township, year: f"{requests_of(township, year).of_section(section)}件"


def _requests_in_time(township: Township, year: int) -> str:
    on = min(clock.today(), date(year, 12, 31))
    return rate(speed_of(township, year, current_calendar(), on).rate)


def _disputes(*, review: bool) -> Count:
    def count(township: Township, year: int) -> str:
        found = remedies_of(township, year)
        return f"{sum(n for (way, _), n in found.items() if (way == REVIEW) == review)}件"

    return count
