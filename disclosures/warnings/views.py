"""Warnings as residents read them."""

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from disclosures.warnings.levels import Hazard, Level
from disclosures.warnings.models import EmergencyWarning
from portal.core import clock
from portal.core.labels import column_labels
from portal.core.paging import keyset_page
from portal.core.public_page import PublicRequest, public_page
from portal.spreadsheets.download import file_of, wants_file

COLUMNS = ("标题", "等级", "种类", "影响范围", "发布机构", "开始", "结束", "网址")
MOST_ROWS = 10_000


@public_page
def warnings(request: PublicRequest) -> HttpResponseBase:
    """What is in force, then all that ever was, narrowed by hazard, level and year."""
    now = clock.now()
    public = EmergencyWarning.objects.public(request.township, now)
    years = [day.year for day in public.order_by().dates("starts_at", "year", order="DESC")]
    found, chosen = _narrowed(public, request, years)
    if wants_file(request):
        name = f"{request.township.name}预警信息"
        return file_of(request, name, COLUMNS, _rows(request, found[:MOST_ROWS]))
    context = {
        **chosen,
        "running": [] if any(chosen.values()) else list(public.in_force(now)),
        "hazards": Hazard.choices,
        "levels": Level.choices,
        "years": years,
        "page": keyset_page(found, request.GET, field="starts_at"),
        "count": found.count(),
        "query": _kept(request),
        "labels": column_labels("预警信息", "本镇发布和转发的预警", "应急管理"),
    }
    return render(request, "disclosures/warnings/warnings.html", context)


def _narrowed(public: Any, request: PublicRequest, years: list[int]) -> tuple[Any, dict[str, Any]]:
    hazard, level = request.GET.get("hazard", ""), request.GET.get("level", "")
    year = request.GET.get("year", "")
    chosen: dict[str, Any] = {
        "hazard": hazard if hazard in Hazard.values else "",
        "level": level if level in Level.values else "",
        "year": int(year) if year.isdecimal() and int(year) in years else None,
    }
    if chosen["hazard"]:
        public = public.filter(hazard=hazard)
    if chosen["level"]:
        public = public.filter(level=level)
    if chosen["year"]:
        public = public.filter(starts_at__year=chosen["year"])
    return public, chosen


def _kept(request: PublicRequest) -> str:
    kept = request.GET.copy()
    for name in ("before", "after", "format"):
        kept.pop(name, None)
    return f"{kept.urlencode()}&" if kept else ""


def _rows(request: PublicRequest, found: Any) -> Iterator[tuple[Any, ...]]:
    site = f"{request.scheme}://{request.get_host()}"
    for one in found:
        yield (
            one.title,
            one.get_level_display(),
            one.get_hazard_display(),
            one.area,
            one.issuer.name,
            timezone.localtime(one.starts_at),
            timezone.localtime(one.ended_at),
            site + one.get_absolute_url(),
        )


@public_page
def warning(request: PublicRequest, key: int) -> HttpResponse:
    now = clock.now()
    found = EmergencyWarning.objects.public(request.township, now).filter(pk=key).first()
    if found is None:
        return _withdrawn(request, key)
    context = {
        "warning": found,
        "standing": found.standing(now),
        "villages": found.villages.all(),
        "updates": found.updates.filter(at__lte=now),
        "phone": found.phone or found.issuer.phone or request.township.phone,
        "labels": column_labels(found.title, found.situation[:80], "应急管理"),
    }
    return render(request, "disclosures/warnings/warning.html", context)


def _withdrawn(request: PublicRequest, key: int) -> HttpResponse:
    """410 for what was issued in error: that, when and why."""
    taken = EmergencyWarning.objects.of(request.township).filter(
        pk=key, issued_at__isnull=False, withdrawn_at__isnull=False
    )
    found = taken.first()
    if found is None:
        raise Http404
    context = {"warning": found}
    return render(request, "disclosures/warnings/withdrawn.html", context, status=410)
