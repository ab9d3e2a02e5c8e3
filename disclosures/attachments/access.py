"""Who of the staff may fetch what isn't public. Asked only after the public door said no, so that
public answers never touch the session."""

from typing import Any

from django.conf import settings
from django_otp import user_has_device

from portal.core.staff.models import Staff


def staff_of_this_township(request: Any) -> Staff | None:
    """The member of staff who asks, fully logged in as at the desk; None for everyone else."""
    user = request.user
    if not (isinstance(user, Staff) and user.is_active and user.is_staff):
        return None
    if not user.belongs_to(request.township.pk) or _still_owes(user):
        return None
    return user


def _still_owes(user: Any) -> bool:
    """A new password, or the second factor: the desk lets nobody in before, nor do the files."""
    wanted = settings.SECOND_FACTOR_REQUIRED or user_has_device(user)
    return user.must_change_password or (wanted and not user.is_verified())
