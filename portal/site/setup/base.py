"""What every installation needs before its first township: the calendar and the roles."""

from django.contrib.auth.models import Group

from portal.core.staff.roles import Role
from portal.core.workdays.save_notice import seed_notices


def load_base() -> int:
    """Idempotent; how many calendar years were added."""
    for role in Role:
        Group.objects.get_or_create(name=role.label)
    return seed_notices()
