"""Which township is being visited: by host name, or the only one there is."""

from collections.abc import Callable

from django.core.management.base import CommandError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.core.township.models import Township


def township_for(host: str) -> Township | None:
    """The township served under `host` (without port); None where that is not clear."""
    townships = list(Township.objects.order_by("pk")[:2])
    if len(townships) == 1:
        return townships[0]
    return Township.objects.filter(host=host.lower()).first()


class TownshipMiddleware:
    """Set `request.township`; answer 404 in plain words where the host names no township."""

    unscoped = ("/static/",)

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(self.unscoped):
            return self.get_response(request)
        township = township_for(request.get_host().rsplit(":", 1)[0])
        if township is None:
            return render(request, "no_township.html", status=404)
        request.township = township  # type: ignore[attr-defined]
        return self.get_response(request)


def township_named(slug: str = "") -> Township:
    """For commands: the township with this slug, or the only one. Raises CommandError otherwise."""
    townships = Township.objects.filter(slug=slug) if slug else Township.objects.all()
    found = list(townships[:2])
    if len(found) != 1:
        names = "、".join(Township.objects.values_list("slug", flat=True)) or "（还没有）"
        raise CommandError(f"请用 --township 指明乡镇，可选：{names}。")
    return found[0]
