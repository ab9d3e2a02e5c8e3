"""Headers that hold for every public answer, and the looser editor policy for the admin alone."""

from collections.abc import Callable

from csp.constants import SELF, UNSAFE_INLINE
from django.http import HttpRequest, HttpResponse

ADMIN = "/admin/"
# CKEditor sets style attributes while pasting, and reads the <style> that Word puts before what is
# pasted (its lists are told by it); pictures pasted show as blob: first.
ADMIN_POLICY = {
    "style-src-attr": [UNSAFE_INLINE],
    "style-src-elem": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
}
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class PublicHeadersMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response


class AdminPolicyMiddleware:
    """Marks admin answers for the looser policy; stands inside the CSP middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(ADMIN):
            response._csp_update = ADMIN_POLICY  # type: ignore[attr-defined]
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response
