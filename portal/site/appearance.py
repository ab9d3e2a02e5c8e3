"""Display modes. The choice is a cookie that only this style sheet reads: pages stay the same for
all, so caches keep them, and a reader who chooses nothing gets no cookie."""

import hashlib
from functools import cache

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

MODES = ("large", "contrast")
COOKIE = "mode"
ONE_YEAR = 365 * 24 * 3600


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Remember the mode, or forget it, and go back to the page."""
    answer = HttpResponseRedirect(_local(request, request.GET.get("next", "/")))
    mode = request.GET.get("mode", "")
    if mode in MODES:
        answer.set_cookie(
            COOKIE,
            mode,
            max_age=ONE_YEAR,
            httponly=True,
            samesite="Lax",
            secure=request.is_secure(),
        )
    else:
        answer.delete_cookie(COOKIE, samesite="Lax")
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_safe
def style_sheet(request: HttpRequest) -> HttpResponse:
    """The reader's own style sheet: empty, large type, or high contrast."""
    css = mode_css(request.COOKIES.get(COOKIE, ""))
    etag = f'"{hashlib.sha256(css.encode()).hexdigest()[:16]}"'
    if request.headers.get("If-None-Match") == etag:
        answer = HttpResponse(status=304)
    else:
        answer = HttpResponse(css, content_type="text/css; charset=utf-8")
    answer["ETag"] = etag
    answer["Cache-Control"] = "private, no-cache"
    answer["Vary"] = "Cookie"
    return answer


@cache
def mode_css(mode: str) -> str:
    path = finders.find(f"css/modes/{mode}.css") if mode in MODES else None
    if not isinstance(path, str):
        return ""
    with open(path, encoding="utf-8") as stream:
        return stream.read()


def _local(request: HttpRequest, path: str) -> str:
    allowed = {request.get_host()}
    return path if url_has_allowed_host_and_scheme(path, allowed_hosts=allowed) else "/"
