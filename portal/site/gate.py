"""What a member of staff still owes before they may work: a code, a new password, a device."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django_otp import user_has_device

ALWAYS_OPEN = frozenset({"login", "logout", "jsi18n"})
PASSWORD = frozenset({"password_change", "password_change_done"})


def next_step(request: HttpRequest) -> str:
    """The address where the person must go first; "" when nothing is owed.

    The code comes before all else: a stolen password alone must not be able to change it.
    """
    here = request.resolver_match
    if here is None or here.url_name in ALWAYS_OPEN:
        return ""
    page, given = _owed(request.user)
    return reverse(f"admin:{page}") if page and here.url_name not in given else ""


def _owed(user: Any) -> tuple[str, frozenset[str]]:
    """The page that comes first, and the pages that are open meanwhile."""
    has_device = user_has_device(user)
    if has_device and not user.is_verified():
        return "second-factor", frozenset({"second-factor"})
    if user.must_change_password:
        return "password_change", PASSWORD
    if settings.SECOND_FACTOR_REQUIRED and not has_device:
        return "second-factor-enrol", PASSWORD | {"second-factor-enrol"}
    return "", frozenset()
