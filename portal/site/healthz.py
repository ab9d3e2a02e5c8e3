"""/healthz: can this process serve, in words for whoever runs it."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.core import clock
from portal.core.workdays.models import HolidayNotice


def database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return "ok"


def migrations() -> str:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return f"{len(waiting)} migrations not applied" if waiting else "ok"


def calendar() -> str:
    year = clock.today().year
    return "ok" if HolidayNotice.objects.filter(year=year).exists() else f"no notice for {year}"


def media() -> str:
    folder = Path(settings.MEDIA_ROOT)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder):
        return "ok"


PATH = "/healthz"
CHECKS: dict[str, Callable[[], str]] = {
    "database": database,
    "migrations": migrations,
    "calendar": calendar,
    "media": media,
}


class HealthzMiddleware:
    """Answers before anything looks at the host name: probes come by bare address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return healthz(request) if request.path == PATH else self.get_response(request)


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 when every check is ok, else 503; from December on it warns of a missing next year."""
    found = {name: _told(check) for name, check in CHECKS.items()}
    ok = all(answer == "ok" for answer in found.values())
    return JsonResponse(
        {"ok": ok, **found, "warnings": _warnings() if ok else []}, status=200 if ok else 503
    )


def _told(check: Callable[[], str]) -> str:
    try:
        return check()
    except (DatabaseError, OSError) as failure:
        return type(failure).__name__


def _warnings() -> list[str]:
    today = clock.today()
    if today.month == 12 and not HolidayNotice.objects.filter(year=today.year + 1).exists():
        return [f"no notice for {today.year + 1}: deadlines are provisional"]
    return []
