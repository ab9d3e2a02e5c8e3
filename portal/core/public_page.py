"""What every page for residents is: read-only, the same for all, kept by caches for a minute."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from portal.core.township.models import Township

View = Callable[..., HttpResponseBase]


class PublicRequest(HttpRequest):
    """A request for a township's page; its views never touch session, user or CSRF token."""

    township: Township


def public_page(view: View) -> View:
    """Answer GET and HEAD only, and let caches keep the answer for sixty seconds."""

    @wraps(view)
    def inner(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if response.status_code in (200, 410) and not response.has_header("Cache-Control"):
            patch_cache_control(response, public=True, max_age=60)
        return response

    return require_safe(inner)
