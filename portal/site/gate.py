"""What a member of staff still owes before they may work: a new password, a second factor."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django_otp import user_has_device

ALWAYS_OPEN = frozenset(
    {
        "logout",
        "password_change",
        "password_change_done",
        "jsi18n",
        "second-factor",
        "second-factor-enrol",
    }
)


def next_step(request: HttpRequest) -> str:
    """The address where the person must go first; "" when nothing is owed."""
    here = request.resolver_match
    if here is None or here.url_name in ALWAYS_OPEN:
        return ""
    user: Any = request.user
    if user.must_change_password:
        return reverse("admin:password_change")
    if not settings.SECOND_FACTOR_REQUIRED and not user_has_device(user):
        return ""
    if user.is_verified():
        return ""
    return reverse("admin:second-factor" if user_has_device(user) else "admin:second-factor-enrol")
