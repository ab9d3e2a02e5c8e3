"""Forms whose answers nobody keeps: not in the database, a cookie, a cache, an address or a log.

The answers come by POST, so that they stand in no address: not in the access log of the server or
a proxy before it, not in the history of a shared computer. A POST that changes nothing and reads
no cookie needs no CSRF token, which would bring a cookie. Error reports leave out what was sent.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

View = Callable[..., HttpResponseBase]


def keeps_nothing(view: View) -> View:
    """The empty form is a public page like any other; what answers a sent one is for its sender."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if request.method == "POST":
            response["Cache-Control"] = "no-store"
            response["X-Robots-Tag"] = "noindex, noarchive"
        elif response.status_code == 200:
            patch_cache_control(response, public=True, max_age=60)
        return response

    allowed = require_http_methods(["GET", "HEAD", "POST"])(inner)
    return csrf_exempt(sensitive_post_parameters()(allowed))
