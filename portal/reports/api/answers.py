"""What every answer to a program is: JSON in plain Chinese, for all origins, without cookies."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.csrf import csrf_exempt

from portal.reports.data.narrowing import NotUnderstood

View = Callable[..., HttpResponseBase]
READING = ("GET", "HEAD")
ONLY_READING = "这个接口只能读取，请用 GET。"


class NotThere(LookupError):
    """No dataset or record has this name; the sentence says what to look at."""


def api_page(view: View) -> View:
    """Reading only; what is wrong is said in words; kept by caches for a minute."""

    @csrf_exempt  # nothing is ever changed here
    @wraps(view)
    def inner(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        answer = _answered(view, request, args, kwargs)
        answer["Access-Control-Allow-Origin"] = "*"
        if answer.status_code == 200:
            patch_cache_control(answer, public=True, max_age=60)
        return answer

    return inner


def _answered(view: View, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponseBase:
    if request.method not in READING:
        refused = as_json({"error": ONLY_READING}, status=405)
        refused["Allow"] = ", ".join(READING)
        return refused
    try:
        return view(request, *args, **kwargs)
    except NotUnderstood as why:
        return as_json({"error": str(why)}, status=400)
    except NotThere as why:
        return as_json({"error": str(why)}, status=404)


def as_json(value: Any, status: int = 200) -> JsonResponse:
    return JsonResponse(value, status=status, json_dumps_params={"ensure_ascii": False})
